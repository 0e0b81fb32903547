"""Reads a page as a product's page: by its own claims, by what can be pressed, by what is printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from price_parser import Price as Parsed

from auditor.collect.journey.cards import address_key, card_target, leads_somewhere, named
from auditor.collect.journey.claims import claimed_product, hides_prices, says_sold_out
from auditor.collect.journey.largest_price import largest_price
from auditor.collect.journey.price_button import calculators, price_button, waiting_buttons
from auditor.collect.journey.rank import Ranked, matches, rank
from auditor.collect.page.seen import Card, Control, Price, Seen
from auditor.vocabulary import load_vocabulary

__all__ = ["ProductReading", "add_controls", "asleep", "leads_away", "own_cards", "read_product", "says_so"]

ENOUGH = 4
SURE_SCORE = 9
NEAR_PRICE_PX = 500
LIST_CARDS = 5
TOP_OF_TEXT = 4000
SURE_WORDS = 0.7
SURE_GONE = 0.9
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|pdf)(?:$|[?#])", re.I)


@dataclass(frozen=True)
class ProductReading:
    """What a page says if it is a product's page; ``score`` of 4 or more says that it is.

    ``calculates`` are the controls that only work out a price.
    """

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
    calculates: tuple[Control, ...] = ()

    @property
    def is_product(self) -> bool:
        """True where the evidence is enough."""
        return self.score >= ENOUGH


@dataclass(frozen=True)
class _Evidence:
    """What is weighed of one page: its claim, its own prices, what adds it, and what its texts say."""

    seen: Seen
    expected: str
    claimed: dict[str, Any] | None
    mine: frozenset[int]
    prices: tuple[Price, ...]
    add: tuple[Ranked, ...]
    buy: tuple[Ranked, ...]
    guessed: tuple[Ranked, ...]
    waiting: tuple[Ranked, ...]
    calculates: tuple[Control, ...]
    lists: bool
    sold_out: bool
    hidden: bool


def read_product(seen: Seen, language: str, expected: str = "") -> ProductReading:
    """Judge whether a page shows one product, by its own claims, by what can be pressed and by what is printed."""
    claimed = claimed_product(seen.claims)
    name = _name(seen, claimed, expected)
    mine = _main_cards(seen, name)
    others = _cards_of_others(seen, mine, name, language)
    bulk = _forms_of_many(seen, others)
    own = tuple(
        c.model_copy(update={"card": -1}) if c.card in mine else c
        for c in seen.controls
        if c.card not in others and not (c.submits and c.form_at in bulk)
    )
    printed = tuple(p for p in seen.prices if p.card < 0 or p.card in mine)
    add, buy = _ways_to_buy(seen, own, printed, language)
    full = tuple(p for p in printed if not p.struck)
    prices = tuple(p for p in full if p.area in {"main", "dialog", "aside"})
    evidence = _Evidence(
        seen=seen,
        expected=expected,
        claimed=claimed,
        mine=mine,
        prices=prices,
        add=add,
        buy=buy,
        guessed=() if add or buy else price_button(own, full, language),
        waiting=() if add or buy else waiting_buttons(own, language),
        calculates=calculators(own, language),
        lists=any(c.visible and c.card in others and says_so(c, language) for c in seen.controls),
        sold_out=_sold_out(seen, claimed, add, language),
        hidden=not prices and hides_prices(seen.text[:TOP_OF_TEXT]),
    )
    signals = tuple(_signals(evidence))
    price = largest_price(prices, name)
    parsed = Parsed.fromstring(price) if price else None
    return ProductReading(
        score=sum(weight for _why, weight in signals),
        reasons=tuple(why for why, _weight in signals),
        add=add or evidence.waiting or evidence.guessed,
        buy_now=buy,
        name=" ".join(name.split())[:160],
        price=price,
        amount=float(parsed.amount) if parsed and parsed.amount is not None else None,
        currency=parsed.currency if parsed else None,
        sold_out=evidence.sold_out,
        price_hidden=evidence.hidden,
        sure=bool(buy) or any(matches(r.control, "add_to_cart", language) or r.score >= SURE_SCORE for r in add[:1]),
        calculates=evidence.calculates,
    )


def _agree(one: str, other: str) -> bool:
    return named(one, other) or named(other, one)


def _name(seen: Seen, claimed: dict[str, Any] | None, expected: str) -> str:
    heading = next((h for h in seen.h1 if expected and _agree(expected, h)), None)
    claim = str((claimed or {}).get("name") or "")
    # Where nothing else names it, the heading does that the title begins with.
    titled = (one for one in seen.headings if one and seen.title.startswith(one))
    name = claim or heading or (seen.h1[0] if seen.h1 else "") or expected or next(titled, "")
    if not expected or not name or _agree(expected, name) or not named(expected, seen.text[:3000]):
        return name
    heads = " ".join((*seen.h1, seen.title))
    return name if claim and named(claim, heads) and not named(expected, heads) else expected


def own_cards(seen: Seen) -> frozenset[int]:
    """Give the blocks of a product's page that look like cards of goods but are the product itself."""
    return _main_cards(seen, _name(seen, claimed_product(seen.claims), ""))


def _area(card: Card) -> float:
    return card.box.width * card.box.height


def _main_cards(seen: Seen, name: str) -> frozenset[int]:
    """Find blocks that look like cards but are the product itself."""
    choosing = [c.index for c in seen.cards if c.chooses]
    mine = {choosing[0]} if len(choosing) == 1 else set()
    if len(seen.cards) == 1:
        mine.add(seen.cards[0].index)
    largest = max((_area(c) for c in seen.cards), default=0)
    for card in seen.cards:
        others = [_area(c) for c in seen.cards if c.index != card.index]
        stands_out = _area(card) >= largest and (not others or largest > 1.7 * max(others))
        if name and stands_out and named(name, card.name):
            mine.add(card.index)
    return frozenset(mine)


def _has_its_own_page(seen: Seen, card: Card, name: str, language: str) -> bool:
    """Say whether a card leads to a page of its own, and is not what this page is about."""
    target = card_target(seen, card, language)
    page = address_key(target.href) if target and leads_somewhere(target) and not _FILE.search(target.href) else ""
    itself = any(named(card.name, told) for told in (name, *seen.h1, seen.title))
    return bool(page) and page != address_key(seen.url) and not itself


def _cards_of_others(seen: Seen, mine: frozenset[int], name: str, language: str) -> frozenset[int]:
    """Find the cards of goods that have pages of their own: what adds them there does not add this page's product."""
    found = {c.index for c in seen.cards if c.index not in mine and _has_its_own_page(seen, c, name, language)}
    return frozenset(found) if len(found) > 1 else frozenset()


def _forms_of_many(seen: Seen, others: frozenset[int]) -> frozenset[int]:
    """Find forms around several other goods: their button adds those that were ticked or counted there."""
    held = {(c.form_at, c.card) for c in seen.controls if c.form_at >= 0 and c.card in others}
    counted = Counter(form for form, _card in held)
    return frozenset(form for form, cards in counted.items() if cards > 1)


def leads_away(control: Control, url: str) -> bool:
    """Say whether a press leaves the shop: a product that is sold elsewhere cannot be walked with."""
    target = control.href if leads_somewhere(control) else control.form_action if control.submits else ""
    there, here = urlsplit(target).hostname or "", urlsplit(url).hostname or ""
    return bool(there) and there.split(".")[-2:] != here.split(".")[-2:]


def _ways_to_buy(
    seen: Seen, own: tuple[Control, ...], printed: tuple[Price, ...], language: str
) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    """Give what adds to the cart and what buys at once; a control that is both adds only where its words say so."""

    def near_price(control: Control) -> Iterator[tuple[str, float]]:
        if any(abs(p.box.y - control.box.y) < NEAR_PRICE_PX for p in printed):
            yield "near a price", 1.0

    add = [r for r in rank("add_to_cart", own, language, near_price) if not leads_away(r.control, seen.url)]
    buy = [r for r in rank("buy_now", own, language) if not leads_away(r.control, seen.url)]
    at_once = {r.control.index for r in buy}
    adds = (r for r in add if r.control.index not in at_once or matches(r.control, "add_to_cart", language) >= 0.9)
    return tuple(adds), tuple(buy)


def _sold_out(seen: Seen, claimed: dict[str, Any] | None, add: tuple[Ranked, ...], language: str) -> bool:
    if says_sold_out(claimed):
        return True
    if any(r.control.enabled and not matches(r.control, "out_of_stock", language) for r in add):
        return False
    if load_vocabulary().mentions("out_of_stock", seen.text[:TOP_OF_TEXT]) is not None:
        return True
    return bool(add and matches(add[0].control, "out_of_stock", language))


def _signals(evidence: _Evidence) -> Iterator[tuple[str, float]]:
    yield from _claim_signals(evidence)
    yield from _button_signals(evidence)
    yield from _print_signals(evidence)
    if evidence.sold_out and not (evidence.add or evidence.lists):
        yield "it says that it is sold out", 1.5
    if evidence.hidden:
        yield "it hides its price", 2
    cards = [card for card in evidence.seen.cards if card.index not in evidence.mine]
    if (evidence.lists or len(cards) >= LIST_CARDS) and not (evidence.add or evidence.waiting or evidence.claimed):
        yield "it is a list of products", -3


def _claim_signals(evidence: _Evidence) -> Iterator[tuple[str, float]]:
    if evidence.claimed:
        yield "its structured data describes one product", 3
    if evidence.seen.microdata == 1:
        yield "its microdata describes one product", 2
    if "product" in evidence.seen.og_type.lower():
        yield "og:type says product", 2


def _button_signals(evidence: _Evidence) -> Iterator[tuple[str, float]]:
    if evidence.add:
        yield "it can be added to the cart", 4 if evidence.add[0].control.area != "dialog" else 3
    elif evidence.buy:
        yield "it can be bought", 3
    elif evidence.waiting:
        yield "its button waits for a choice", 3
    elif evidence.guessed:
        yield "a button stands by its price", 2.5
    elif evidence.calculates:
        yield "its price can be worked out", 2.5


def _print_signals(evidence: _Evidence) -> Iterator[tuple[str, float]]:
    seen, expected = evidence.seen, evidence.expected
    if evidence.prices:
        yield "it prints a price outside lists", 1
    if load_vocabulary().slug("product_page", seen.url):
        yield "its address", 1
    if expected and any(named(expected, h) for h in (*seen.h1, *seen.headings[:8], seen.title)):
        yield "its heading is the product's name", 1.5


def says_so(control: Control, language: str) -> bool:
    """Say whether a control's own words mean that it adds or buys."""
    return max(matches(control, deed, language) for deed in ("add_to_cart", "buy_now")) >= SURE_WORDS


def asleep(seen: Seen, language: str, product: str) -> Control | None:
    """Give the product's button that says "sold out" and cannot be pressed: a choice may wake it."""
    others = _cards_of_others(seen, _main_cards(seen, product), product, language)
    own = (c for c in seen.visible if c.card not in others and not c.enabled)
    return next((c for c in own if matches(c, "out_of_stock", language) >= SURE_GONE), None)


def add_controls(seen: Seen, language: str, product: str) -> tuple[list[Control], bool]:
    """Give the controls that could add this product, best first, and whether the best is usable.

    A button that says "sold out" and cannot be pressed is the one where nothing else says that it adds.
    """
    reading = read_product(seen, language, product)
    ranked = [*reading.add, *reading.buy_now] if not reading.add else [*reading.add]
    if not ranked:
        others = _cards_of_others(seen, _main_cards(seen, product), product, language)
        ranked = list(rank("add_to_cart", (c for c in seen.visible if c.card not in others), language))
    told = any(says_so(r.control, language) for r in ranked) or bool(
        waiting_buttons((r.control for r in ranked), language)
    )
    if not told and (gone := asleep(seen, language, reading.name)):
        return [gone], False
    if seen.layers and not told:
        ranked = [r for r in ranked if r.control.layer >= 0]  # what opened over the page is where one goes on
    top = ranked[0].score if ranked else 0
    controls = [r.control for r in ranked if r.score >= top - 5]
    return controls, bool(controls) and controls[0].enabled
