"""Reads a page as a product's page: by its own claims, by what can be pressed, by what is printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from price_parser import Price as Parsed

from auditor.collect.journey.cards import SIDE_CONTROL, leads_somewhere, named
from auditor.collect.journey.rank import Ranked, matches, rank
from auditor.collect.seen import Control, Seen
from auditor.vocabulary import load_vocabulary

__all__ = ["ProductReading", "read_product"]

_PRODUCT_TYPES = {"product", "productgroup", "individualproduct", "productmodel"}
_OTHER_BUTTONS = (
    "wishlist",
    "search",
    "newsletter",
    "checkout",
    "log_in",
    "create_account",
    "back_in_stock",
    "size_guide",
    "write_review",
    "reviews",
    "contact",
    "accept_cookies",
    "reject_cookies",
    "cookie_settings",
    "close_layer",
    "decline_offer",
    "menu_open",
    "continue_shopping",
    "price_hidden",
    "chat",
    "delivery",
    "returns",
    "feedback",
    "out_of_stock",
)


def _nodes(claims: Iterable[str]) -> Iterator[dict[str, Any]]:
    for claim in claims:
        try:
            todo: list[Any] = [json.loads(claim)]
        except ValueError:
            continue
        for _n in range(500):
            if not todo:
                break
            node = todo.pop(0)
            if isinstance(node, list):
                todo += node
            elif isinstance(node, dict):
                yield node
                if "@graph" in node:
                    todo.append(node["@graph"])
                if "mainEntity" in node:
                    todo.append(node["mainEntity"])


def _claimed_product(seen: Seen) -> dict[str, Any] | None:
    found = []
    for node in _nodes(seen.claims):
        kinds = node.get("@type")
        names = {str(k).lower() for k in (kinds if isinstance(kinds, list) else [kinds])}
        if names & _PRODUCT_TYPES:
            found.append(node)
    return found[0] if len(found) == 1 else None


def _availability(node: dict[str, Any] | None) -> str:
    offers = (node or {}).get("offers")
    offer = offers[0] if isinstance(offers, list) and offers else offers
    return str(offer.get("availability", "")) if isinstance(offer, dict) else ""


@dataclass(frozen=True)
class ProductReading:
    """What a page says if it is a product's page; ``score`` of 4 or more says that it is."""

    score: float
    reasons: tuple[str, ...]
    add: tuple[Ranked, ...]
    buy_now: tuple[Ranked, ...]
    name: str
    price: str
    amount: float | None
    currency: str | None
    sold_out: bool
    price_hidden: bool
    sure: bool = True

    @property
    def is_product(self) -> bool:
        """True where the evidence is enough."""
        return self.score >= 4


def _main_cards(seen: Seen, name: str) -> frozenset[int]:
    """Find blocks that look like cards but are the product itself."""
    choosing = [c.index for c in seen.cards if c.chooses]
    mine = {choosing[0]} if len(choosing) == 1 else set()
    if len(seen.cards) == 1:
        mine.add(seen.cards[0].index)
    tall = max((c.box.width * c.box.height for c in seen.cards), default=0)
    for card in seen.cards:
        others = [c.box.width * c.box.height for c in seen.cards if c.index != card.index]
        if (
            name
            and named(name, card.name)
            and card.box.width * card.box.height >= tall
            and (not others or tall > 1.7 * max(others))
        ):
            mine.add(card.index)
    return frozenset(mine)


def _leads_away(control: Control, url: str) -> bool:
    """Say whether a press leaves the shop: a product that is sold elsewhere cannot be walked with."""
    target = control.href if leads_somewhere(control) else control.form_action if control.submits else ""
    there, here = urlsplit(target).hostname or "", urlsplit(url).hostname or ""
    return bool(there) and there.split(".")[-2:] != here.split(".")[-2:]


def _main_button(seen: Seen, own: tuple[Control, ...], mine: frozenset[int], language: str) -> tuple[Ranked, ...]:
    """Find the one button by the product's price, where no words that are known say what it does."""
    prices = [
        p for p in seen.prices if (p.card < 0 or p.card in mine) and p.area in {"main", "dialog"} and not p.struck
    ]
    if not prices:
        return ()
    big = max(prices, key=lambda p: p.size)
    found = []
    for control in own:
        button = (
            control.tag == "button"
            or control.role == "button"
            or control.type in {"submit", "button"}
            or (control.tag == "a" and not leads_somewhere(control))
        )
        if control.has_form and control.form_asks and control.submits:
            continue
        if not (
            control.visible
            and button
            and control.area in {"main", "dialog"}
            and control.card < 0
            and control.box.width >= 40
        ):
            continue
        if not -120 <= control.box.y - big.box.y <= 700 or any(
            matches(control, intent, language) >= 0.6 for intent in _OTHER_BUTTONS
        ):
            continue
        if (
            SIDE_CONTROL.search(control.tokens)
            or re.search(r"qty|quantity|thumb|gallery|slide|tab|accordion|review|rating", control.tokens, re.I)
            or not re.search(r"\w{2}", control.said)
        ):
            continue
        size = min(3.0, control.box.width * control.box.height / 6000)
        found.append(
            Ranked(
                control,
                round(4 + size, 2),
                ("the button by the price, its words are not known +4.0", f"size {size:+.1f}"),
            )
        )
    found.sort(key=lambda one: -one.score)
    return tuple(found[:2])


def read_product(seen: Seen, language: str, expected: str = "") -> ProductReading:
    """Judge whether a page shows one product, by its own claims, by what can be pressed and by what is printed."""
    claimed = _claimed_product(seen)
    heading = next((h for h in seen.h1 if expected and (named(expected, h) or named(h, expected))), None)
    name = str((claimed or {}).get("name") or "") or heading or (seen.h1[0] if seen.h1 else "") or expected
    if expected and name and not (named(expected, name) or named(name, expected)) and named(expected, seen.text[:3000]):
        name = expected
    mine = _main_cards(seen, name)
    own = tuple(c.model_copy(update={"card": -1}) if c.card in mine else c for c in seen.controls)

    def near_price(control: Control) -> Iterator[tuple[str, float]]:
        near = [p for p in seen.prices if (p.card < 0 or p.card in mine) and abs(p.box.y - control.box.y) < 500]
        if near:
            yield "near a price", 1.0

    add = rank("add_to_cart", own, language, near_price)
    add = tuple(r for r in add if not _leads_away(r.control, seen.url))
    buy = tuple(r for r in rank("buy_now", own, language) if not _leads_away(r.control, seen.url))
    add = tuple(
        r
        for r in add
        if r.control.index not in {b.control.index for b in buy} or matches(r.control, "add_to_cart", language) >= 0.9
    )
    guessed = () if add or buy else _main_button(seen, own, mine, language)
    lists = [c for c in seen.cards if c.index not in mine]
    signals: list[tuple[str, float]] = []
    if claimed:
        signals.append(("its structured data describes one product", 3))
    if seen.microdata == 1:
        signals.append(("its microdata describes one product", 2))
    if "product" in seen.og_type.lower():
        signals.append(("og:type says product", 2))
    if add:
        signals.append(("it can be added to the cart", 4 if add[0].control.area != "dialog" else 3))
    elif buy:
        signals.append(("it can be bought", 3))
    elif guessed:
        signals.append(("a button stands by its price", 2.5))
    own_prices = [
        p
        for p in seen.prices
        if (p.card < 0 or p.card in mine) and p.area in {"main", "dialog", "aside"} and not p.struck
    ]
    if own_prices:
        signals.append(("it prints a price outside lists", 1))
    if load_vocabulary().slug("product_page", seen.url):
        signals.append(("its address", 1))
    if expected and any(named(expected, h) for h in (*seen.h1, *seen.headings[:8], seen.title)):
        signals.append(("its heading is the product's name", 1.5))
    main_text = seen.text
    out = load_vocabulary().mentions("out_of_stock", main_text[:4000]) is not None
    unavailable = "outofstock" in _availability(claimed).lower() or "soldout" in _availability(claimed).lower()
    usable = [r for r in add if r.control.enabled and not matches(r.control, "out_of_stock", language)]
    sold_out = (
        unavailable
        or (out and not usable)
        or bool(add and not usable and matches(add[0].control, "out_of_stock", language))
    )
    if sold_out and not add:
        signals.append(("it says that it is sold out", 1.5))
    hidden = not own_prices and load_vocabulary().mentions("price_hidden", main_text[:4000]) is not None
    if hidden:
        signals.append(("it hides its price", 2))
    if len(lists) >= 5 and not add and not claimed:
        signals.append(("it is a list of products", -3))
    price = max(own_prices, key=lambda p: p.size).text if own_prices else ""
    parsed = Parsed.fromstring(price) if price else None
    return ProductReading(
        score=sum(weight for _why, weight in signals),
        reasons=tuple(why for why, _weight in signals),
        add=add or guessed,
        buy_now=buy,
        name=" ".join(name.split())[:160],
        price=price,
        amount=float(parsed.amount) if parsed and parsed.amount is not None else None,
        currency=parsed.currency if parsed else None,
        sold_out=sold_out,
        price_hidden=hidden,
        sure=bool(buy) or any(matches(r.control, "add_to_cart", language) or r.score >= 9 for r in add[:1]),
    )
