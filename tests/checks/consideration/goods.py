"""Recorded product pages for tests: the goods are read from the HTML that a test writes."""

from __future__ import annotations

from typing import Any

from lxml.html import document_fromstring

from auditor.derive.text.prices import read_price
from auditor.model import GallerySeen, Goods, GoodsCard, PageImage
from tests.checks.recorded import Page, page

__all__ = ["card", "gallery", "product"]


def product(body: str, *, name: str = "Muki", part: str = "pages", **more: Any) -> Page:
    """Make a product page: ``<b>`` holds the price, ``<s>`` a crossed-out one, ``<button>`` adds to the cart."""
    root = document_fromstring(f"<html><body>{body}</body></html>")
    price = next((one.text_content() for one in root.iter("b")), "")
    read = read_price(price) if price else None
    button = next(iter(root.iter("button")), None)
    goods = {
        "sells": True,
        "name": name,
        "price": price,
        "amount": read.amount if read else None,
        "currency": read.currency if read else None,
        "struck": tuple(one.text_content() for one in root.iter("s")),
        "price_y": 300.0 if price else None,
        "button": button.text_content() if button is not None else "",
        "button_selector": "#osta",
        "button_y": 400.0 if button is not None else None,
        "enabled": button.get("disabled") is None if button is not None else None,
        "near": tuple(" ".join(one.text_content().split()) for one in root.iter("p", "li", "h1")),
        "window_height": 900.0,
        **more.pop("goods", {}),
    }
    facts = {"goods": Goods(**goods), **more.pop("facts", {})}
    more.setdefault("id", f"product-{name}-{more.get('viewport', 'desktop')}-{part}")
    return page("product", body, part=part, facts=facts, **more)


def card(name: str, href: str, *prices: str, struck: tuple[str, ...] = ()) -> GoodsCard:
    """Make a product in a list."""
    return GoodsCard(name=name, href=href, prices=prices, struck=struck, text=f"{name} {' '.join((*prices, *struck))}")


def gallery(count: int = 4, *, width: int = 1600, alt: str = "Muki", **more: Any) -> GallerySeen:
    """Make what the probe of products saw: so many pictures of one width."""
    pictures = tuple(
        PageImage(src=f"/muki-{number}.jpg", alt=alt, natural_width=width, width=600, height=600, visible=True)
        for number in range(count)
    )
    known = {"url": "https://kauppa.example/product", "visit": "p", "name": "Muki", "zoom_selector": "img", **more}
    return GallerySeen(pictures=pictures, widest_px=width if count else 0, **known)
