"""Blocks of recommended goods: a heading that says so, with goods below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.derive.checkout.shown_on import own_lines
from auditor.derive.page.digest import site_language
from auditor.derive.sees import Sees
from auditor.derive.text.printed_prices import sums_in
from auditor.model import Evidence, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["Block", "blocks_on"]

LONGEST_HEADING, MOST_WORDS = 60, 8
BELOW = 40  # lines in which the goods of a block begin
SURE = 0.72
FEW_CARDS = 2


@dataclass(frozen=True)
class Block:
    """A block of goods; ``viewed`` says that it lists what the visitor has looked at before."""

    heading: str
    viewed: bool
    evidence: Evidence


def blocks_on(sees: Sees, visit: Visit, others: Sequence[Visit] = ()) -> tuple[Block, ...]:
    """Return the blocks of a page; of a cart that lies over another page only its own."""
    return tuple(_blocks(sees, visit, own_lines(visit, others)))


def _blocks(sees: Sees, visit: Visit, lines: Sequence[str]) -> Iterator[Block]:
    language = site_language(sees, visit)
    for place, line in enumerate(lines):
        if len(line) > LONGEST_HEADING or len(line.split()) > MOST_WORDS or sums_in(line):
            continue
        viewed = wording("recommended_viewed").match(line) is not None
        hit = load_vocabulary().match("recommendations", line, language)
        named = (hit and hit.strength >= SURE) or wording("recommended_heading").match(line)
        if (viewed or named) and _goods_below(visit, lines[place + 1 : place + 1 + BELOW]):
            yield Block(line.rstrip(" :"), viewed, Evidence(page=visit.id, excerpt=line, screenshot=visit.screenshot))


def _goods_below(visit: Visit, below: Sequence[str]) -> bool:
    """Say whether goods follow a heading: prices, or the names of goods that the page lists."""
    goods = visit.facts.goods
    names = {card.name for card in goods.cards} if goods else set()
    return sum(bool(sums_in(line)) for line in below) >= 1 or sum(line in names for line in below) >= FEW_CARDS
