"""The goods of a page: the product's own price and button, what is printed beside them, and the products listed."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from playwright.async_api import Error
from pydantic import BaseModel, ConfigDict

from auditor.collect.gather.read import items, plain
from auditor.collect.journey.product import ProductReading, read_product
from auditor.collect.page.scripts import read_page
from auditor.collect.page.seen import Card, Control, Price, Seen
from auditor.collect.page.tab import Tab
from auditor.model import Box, Goods, GoodsCard

__all__ = ["goods_of"]

NEAR_PX = 600
MAX_LINES = 80
MAX_CARDS = 60
_ICONS = re.compile("[\ue000-\uf8ff]")
# A crossed-out price belongs to the price that stands beside or right below it.
STRUCK_DOWN_PX, STRUCK_ACROSS_PX = 110, 500


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")
    text: str
    box: Box


async def goods_of(tab: Tab, seen: Seen, language: str) -> Goods | None:
    """Read the goods out of a look at the page and its visible lines; None where the page could not be read."""
    try:
        raw: dict[str, Any] = await read_page(tab.page, "lines.js")
    except Error:
        return None
    reading, struck = read_product(seen, language), items(_Line, raw.get("struck"))
    price = _own_price(seen, reading)
    own = (one.control for one in (*reading.add, *reading.buy_now) if not _of_another(one.control, price, seen))
    button = next(own, None)
    # A button that stays in sight while the page scrolls says nothing about what is printed near it.
    places = [box for box in (price and price.box, button and not _sticks(seen, button) and button.box) if box]
    return Goods(
        sells=reading.is_product,
        name=_plainly(reading.name),
        price=price.text if price else "",
        amount=reading.amount if price else None,
        currency=reading.currency if price else None,
        struck=_struck_beside(struck, price, seen) if price else (),
        price_y=price.box.y if price else None,
        price_hidden=reading.price_hidden,
        sold_out=reading.sold_out,
        button=_plainly(button.said)[:120] if button else "",
        button_selector=button.selector if button else "",
        button_y=button.box.y if button else None,
        enabled=button.enabled if button else None,
        near=_near(items(_Line, raw.get("lines")), places, seen) if reading.is_product else (),
        window_height=seen.view.height,
        cards=tuple(_card(seen, card, struck) for card in seen.cards[:MAX_CARDS]),
    )


def _of_another(button: Control, price: Price | None, seen: Seen) -> bool:
    """Say whether a button lies in the card of another product, as below a product that is sold out."""
    others = [card.box for card in seen.cards if price is not None and card.index != price.card]
    return any(_within(button.box, box) for box in others)


def _own_price(seen: Seen, reading: ProductReading) -> Price | None:
    """Find the place of the price that was read as the product's own: among equal texts the largest, then the first."""
    same = [one for one in seen.prices if reading.price and one.text == reading.price and not one.struck]
    return max(same, key=lambda one: (one.size, -one.box.y), default=None)


def _struck_beside(struck: tuple[_Line, ...], price: Price, seen: Seen) -> tuple[str, ...]:
    """Return the crossed-out prices that stand by the product's own, those of other products' cards left out."""
    others = [card.box for card in seen.cards if card.index != price.card]
    return tuple(
        plain(one.text, 60)
        for one in struck
        if abs(one.box.y - price.box.y) < STRUCK_DOWN_PX
        and abs(one.box.x - price.box.x) < STRUCK_ACROSS_PX
        and not any(_within(one.box, box) for box in others)
    )


def _sticks(seen: Seen, button: Control) -> bool:
    layer = next((one for one in seen.layers if one.index == button.layer), None)
    return layer is not None and layer.position == "fixed"


def _near(lines: tuple[_Line, ...], places: list[Box], seen: Seen) -> tuple[str, ...]:
    own = {price.card for price in seen.prices if any(price.box == place for place in places)}
    listed = [card.box for card in seen.cards if card.index not in own]
    close = [
        line.text
        for line in lines
        if any(abs(line.box.y - place.y) < NEAR_PX for place in places)
        and not any(_within(line.box, box) for box in listed)
    ]
    return tuple(dict.fromkeys(plain(text, 300) for text in close if text))[:MAX_LINES]


def _within(inner: Box, outer: Box) -> bool:
    x, y = inner.x + inner.width / 2, inner.y + inner.height / 2
    return outer.x <= x <= outer.x + outer.width and outer.y <= y <= outer.y + outer.height


def _plainly(text: str) -> str:
    """Return a name without the signs of icon fonts and without escapes that a shop's data carries along."""
    return " ".join(_ICONS.sub("", unescape(text)).split())


def _card(seen: Seen, card: Card, struck: tuple[_Line, ...]) -> GoodsCard:
    prices = [price for price in seen.prices if price.card == card.index]
    links = [one for one in seen.controls if one.card == card.index and one.href.startswith("http")]
    named = next((one for one in links if card.name and card.name in one.said), None)
    link = named or next(iter(links), None)
    return GoodsCard(
        name=card.name,
        href=link.href if link else "",
        prices=tuple(price.text for price in prices if not price.struck),
        struck=tuple(plain(one.text, 60) for one in struck if _within(one.box, card.box)),
        text=card.text,
    )
