"""How a long list of goods is sorted and cut down, as its page shows it; nothing was pressed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from auditor.model import Evidence, Field, GoodsCard, PageKind, Visit
from auditor.vocabulary.wordings import wording

__all__ = ["LongList", "long_lists"]

# So many goods are looked through without help.
FEW = 12
# What stands around the goods, or in a layer: a menu names goods, and a footer sorts nothing.
_AROUND = frozenset({"main", "aside", "dialog"})
_TICKS = frozenset({"checkbox", "radio", "range"})
# A filter's control has a long sentence of terms beside it as little as a sorting link has.
LONGEST = 60
# What folds controls away is often no button: its few words stand on a line of their own.
SIGN = 30
_CUT = re.compile(
    r"filter|facet|^(?:price|colou?r|size|brand|hinta|vari|koko|merkki|pris|farge?|farbe|st(?:o|ø)rrelse)", re.I
)


@dataclass(frozen=True)
class LongList:
    """A page with so many goods that customers sort or filter them: what it has for that, and where."""

    visit: Visit
    goods: int
    sorts: Evidence | None
    narrows: Evidence | None


def long_lists(visits: Iterable[Visit]) -> tuple[LongList, ...]:
    """Return the lists of goods that are long; a list of which only the first page was read counts as that page."""
    visits = tuple(visits)
    homes = tuple(one for one in visits if one.kind is PageKind.HOME)
    return tuple(
        LongList(one, len(cards), _control(one, "sorting"), _control(one, "narrowing") or _cut_by(one))
        for one in visits
        if one.kind is PageKind.CATEGORY
        and len(cards := _cards(one)) > FEW
        and not any(_is_again(home, one) for home in homes)
    )


def _is_again(home: Visit, one: Visit) -> bool:
    """Say whether a page is home under another address: its title, and no goods but those of home."""
    return one.title == home.title and {card.name for card in _cards(one)} <= {card.name for card in _cards(home)}


def _cards(visit: Visit) -> tuple[GoodsCard, ...]:
    return visit.facts.goods.cards if visit.facts.goods else ()


def _control(visit: Visit, name: str) -> Evidence | None:
    """Return the field, button or link whose words speak of sorting or of narrowing, or the sign that opens them."""
    says = wording(name)
    names = {one.name for one in _cards(visit)}
    for field in visit.facts.fields:
        told = "\n".join((field.label, field.placeholder, field.name, *field.options))
        if field.area in _AROUND and says.search(told):
            return Evidence(page=visit.id, selector=field.selector, excerpt=field.label or field.name)
    buttons = [(button.text, button.area, button.selector) for button in visit.facts.controls]
    links = [(link.said, link.area, link.selector) for link in visit.facts.links]
    for text, area, selector in (*buttons, *links):
        if area in _AROUND and len(text) <= LONGEST and text not in names and says.search(text):
            return Evidence(page=visit.id, selector=selector, excerpt=text)
    elsewhere = {link.said for link in visit.facts.links}
    for line in map(str.strip, visit.facts.text.splitlines()):
        if len(line) <= SIGN and line not in names | elsewhere and says.search(line):
            return Evidence(page=visit.id, excerpt=line)
    return None


def _cut_by(visit: Visit) -> Evidence | None:
    """Return what cuts the list down without a word for it: boxes to tick, or links to a part of the same list."""
    ticks = [one for one in visit.facts.fields if one.type in _TICKS and one.area in _AROUND and _is_choice(one)]
    if len(ticks) > 1:
        return Evidence(page=visit.id, selector=ticks[0].selector, excerpt=ticks[0].label or ticks[0].row)
    here = urlsplit(visit.url)
    for link in visit.facts.links:
        there = urlsplit(link.href)
        same = not there.netloc or (there.netloc, there.path) == (here.netloc, here.path)
        # "size=48" is how many goods a page holds.
        if same and any(_CUT.search(key) and not value.isdigit() for key, value in parse_qsl(there.query)):
            return Evidence(page=visit.id, selector=link.selector, excerpt=link.said)
    return None


def _is_choice(field: Field) -> bool:
    return field.visible and len(field.label or field.row) <= LONGEST
