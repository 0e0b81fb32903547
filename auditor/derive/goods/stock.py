"""What a product page says of its stock, in sight and for machines, and whether the button agrees."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from auditor.derive.goods.own_price import selling
from auditor.derive.page.digest import digest_of, page_text, site_language
from auditor.derive.page.structured import products
from auditor.derive.sees import Sees
from auditor.model import Field, Goods, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.denied import denied
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.wordings import wording, wording_pieces

__all__ = ["Stock", "StockSeen", "stock_of", "stocks"]

LONGEST_LINE = 110
SHORT_LABEL = 30
NEAR_PX = 600
# Words before "sold out", and before "in stock", among which a denial counts.
NEXT_WORDS, FEW_WORDS = 2, 4
SURE = 0.8
_WORD = re.compile(r" ?\w+")
_IN = frozenset({"instock", "limitedavailability", "onlineonly", "instoreonly"})
_OUT = frozenset({"outofstock", "soldout", "discontinued"})
_LATER = frozenset({"preorder", "presale", "backorder", "madetoorder", "reserved"})


class Stock(StrEnum):
    """Whether a product is there."""

    IN = "in"
    LOW = "low"
    OUT = "out"
    LATER = "later"


@dataclass(frozen=True)
class StockSeen:
    """A product's stock: in words, by its data, by its button; ``variants`` is null where it has no choices.

    ``folded`` is a line that tells it elsewhere on the page.
    ``told`` says that the choices themselves name their stock, null where only a press would show it.
    """

    visit: Visit
    goods: Goods
    words: Stock | None = None
    line: str = ""
    folded: str = ""
    data: Stock | None = None
    variants: bool = False
    told: bool | None = None

    @property
    def orderable(self) -> bool:
        """True where the button that adds to the cart can be pressed."""
        label = self.goods.button
        return self.goods.enabled is True and not load_vocabulary().mentions("out_of_stock", label)

    @property
    def sold_yet_orderable(self) -> bool:
        """True where the product is sold out by word or data, nothing promises it for later, and it can be ordered."""
        out = self.data is Stock.OUT and self.words in {None, Stock.OUT}
        return out and self.orderable and not self.variants

    @property
    def agrees(self) -> bool:
        """True where words, data and button do not contradict each other."""
        there = {one is Stock.OUT for one in (self.words, self.data) if one is not None}
        return len(there) < 2 and not (self.words is Stock.OUT and self.orderable and not self.variants)


def stocks(sees: Sees, visits: Iterable[Visit]) -> tuple[StockSeen, ...]:
    """Read the stock of every product page that was seen with its goods."""
    return tuple(_read(sees, visit, goods) for visit, goods in selling(tuple(visits)))


def stock_of(line: str, language: str = "en") -> Stock | None:
    """Read one line; the words for "not in stock" hold those for "in stock", so they are tried first."""
    if len(line) > LONGEST_LINE or wording("stock_alert").search(line):
        return None
    if wording("stock_none").search(line):
        return Stock.OUT
    told = wording("stock_label").sub("", line, count=1)
    if not told.strip():
        return None
    if told != line and wording("stock_answer").match(told):
        return Stock.IN
    said = {_part(part, language) for part in wording("stock_clauses").split(told)}
    return next((one for one in (Stock.OUT, Stock.LOW, Stock.LATER, Stock.IN) if one in said), None)


def _part(part: str, language: str) -> Stock | None:
    """Read a part of a line that says one thing; "never sold out" and "not at once" say nothing of today."""
    phrase = load_vocabulary().mentions("out_of_stock", part)
    if phrase and not wording("not_sold_out").search(part):
        return None if _denied(phrase, part, NEXT_WORDS) else Stock.OUT
    if any(not _time().search(part[one.start() : _word_end(part, one.end())]) for one in _few(part)):
        return Stock.LOW
    if wording("stock_later").search(part):
        return Stock.LATER
    return _there(part, language)


def _there(part: str, language: str) -> Stock | None:
    found = wording("stock_in").search(part)
    if found and denied(part, found, before=FEW_WORDS, after=0):
        return None if wording("right_away").search(found.group()) else Stock.OUT
    hit = load_vocabulary().match("in_stock", part, language)
    sure = hit is not None and hit.strength >= SURE and not _denied(hit.phrase, part, FEW_WORDS)
    return Stock.IN if found or sure else None


def _denied(phrase: str, part: str, words: int) -> bool:
    """Say whether a phrase of the vocabulary is denied by one of so many words before it."""
    lowered = " ".join(part.lower().split())
    found = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", lowered)
    return found is not None and denied(lowered, found, before=words, after=0)


def _few(part: str) -> Iterator[re.Match[str]]:
    return wording("stock_low").finditer(part)


def _word_end(part: str, place: int) -> int:
    """Return where the word ends that stands at a place, or right behind it."""
    word = _WORD.match(part, place)
    return word.end() if word else place


@cache
def _time() -> re.Pattern[str]:
    """Return a pattern of what counts time: days and the like that are left are no pieces."""
    return re.compile(rf"\b(?:{wording_pieces('day_words')}|{wording_pieces('time_words')})", re.IGNORECASE)


def _read(sees: Sees, visit: Visit, goods: Goods) -> StockSeen:
    language = site_language(sees, visit)
    choices = _choices(visit, goods)
    labels = {text for one in choices for text in (*one.options, one.label)}
    # What stands in the label of a choice, if only for a screen reader, tells of that choice.
    found = [(line, stock) for line in _beside(goods.near, labels) if (stock := stock_of(line, language))]
    line, stock = found[0] if found else ("", None)
    button = stock_of(goods.button, language)
    named = [stock_of(text, language) for one in choices for text in (*one.options, one.label)]
    return StockSeen(
        visit=visit,
        goods=goods,
        words=stock or (Stock.OUT if button is Stock.OUT else None),
        line=line or (goods.button if button is Stock.OUT else ""),
        folded="" if stock else _folded(sees, visit, language, labels),
        data=_data(sees, visit),
        variants=bool(choices),
        told=(any(named) or any(not one.enabled for one in choices)) or None if choices else None,
    )


def _beside(lines: Iterable[str], labels: Collection[str]) -> list[str]:
    """Leave out the lines that stand in the label of a choice."""
    return [line for line in lines if not any(line in label for label in labels)]


def _folded(sees: Sees, visit: Visit, language: str, labels: Collection[str]) -> str:
    """Return a line about stock that stands on the page, but not near the button or not in sight."""
    goods = visit.facts.goods
    listed = " ".join(card.text for card in goods.cards) if goods else ""
    lines = _beside(page_text(sees, visit).split("\n"), labels)
    pairs = (f"{first} {second}" for first, second in pairwise(lines) if len(first) < SHORT_LABEL)
    return next((line for line in (*lines, *pairs) if stock_of(line, language) and line not in listed), "")


def _choices(visit: Visit, goods: Goods) -> tuple[Field, ...]:
    """Return the fields near the button that choose a variant: neither quantity nor anything else with a purpose."""
    at = goods.button_y
    return tuple(
        field
        for field in visit.facts.fields
        if field.visible
        and field.area == "main"
        and (field.tag == "select" or field.type == "radio")
        and purpose_of(field) in {Purpose.OTHER, Purpose.COUNTRY}
        and not wording("not_a_variant").search(f"{field.label} {field.name} {field.heading}")
        and (at is None or field.box is None or abs(field.box.y - at) < NEAR_PX)
    )


def _data(sees: Sees, visit: Visit) -> Stock | None:
    said = next((one.availability.lower() for one in products(digest_of(sees, visit)) if one.availability), "")
    return Stock.IN if said in _IN else Stock.OUT if said in _OUT else Stock.LATER if said in _LATER else None
