"""What a visitor can learn and do on a desktop and on a phone: the same key facts, by the same rules on both."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.derive.discovery.functions import search_of
from auditor.derive.page.digest import site_language
from auditor.derive.page.fields import is_search
from auditor.derive.sees import Sees
from auditor.derive.text.same_page import leads_somewhere, same_page
from auditor.model import Link, PageKind, ViewportName, Visit
from auditor.vocabulary import load_vocabulary

__all__ = ["FACTS", "Parity", "parity_of"]

# Named as a report names them.
FACTS = ("price", "stock", "delivery", "reviews", "returns", "contact", "search", "cart", "menu")
_PRICE = re.compile(
    r"\d{1,3}(?:[ .\u00a0]\d{3})*(?:[.,]\d{2})?\s?(?:€|eur\b|kr\b|:-)|(?:€|£|\$)\s?\d+(?:[.,]\d{2})?", re.I
)
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "stock": ("in_stock", "out_of_stock", "low_stock"),
    "delivery": ("delivery_time",),
    "reviews": ("reviews",),
}
_LINKS: Mapping[str, str] = {"returns": "returns", "contact": "contact", "cart": "cart"}
PAGES = (PageKind.HOME, PageKind.PRODUCT)
FEW_LINKS, SAME_MENU = 3, 0.7
SURE = 0.6


@dataclass(frozen=True)
class Parity:
    """Key facts seen on the desktop, and those of them that a phone lacks, with the desktop's page that has each.

    ``unclear`` may lie in a menu that is only drawn once it is opened, or behind a sign that says nothing.
    """

    shown: tuple[str, ...] = ()
    missing: Mapping[str, Visit] | None = None
    unclear: tuple[str, ...] = ()
    overlap: float | None = None


@dataclass(frozen=True)
class _Side:
    """One page on one screen, put together from all visits to it."""

    visits: tuple[Visit, ...]

    @property
    def text(self) -> str:
        return "\n".join(f"{one.facts.text}\n{one.facts.folded}" for one in self.visits)

    @property
    def links(self) -> tuple[Link, ...]:
        return tuple(link for one in self.visits for link in one.facts.links if link.visible or link.revealed)

    @property
    def said(self) -> tuple[str, ...]:
        return tuple(label for one in self.visits for label in one.facts.buttons)

    @property
    def drawn(self) -> frozenset[str]:
        """Give the targets of all links that are there, seen or not."""
        return frozenset(_bare(link.href) for one in self.visits for link in one.facts.links)

    def closed_menu(self, language: str) -> bool:
        """Say whether a menu may hide links that are not there before it is opened."""
        words = load_vocabulary()
        opens = any(words.match("menu_open", label, language) for label in self.said)
        return opens and not any(link.revealed for one in self.visits for link in one.facts.links)


def parity_of(sees: Sees, visits: Sequence[Visit], reached: Collection[str] = ()) -> Parity | None:
    """Compare home and product on desktop and phone; None where no such page was read on both.

    ``reached`` are facts that a walk on the phone has proven by using them.
    """
    shown: dict[str, Visit] = {}
    missing: dict[str, Visit] = {}
    unclear: set[str] = set()
    overlaps: list[float] = []
    for desktop, mobile in _pairs(visits):
        page = desktop.visits[0]
        language = site_language(sees, page)
        closed = mobile.closed_menu(language)
        overlaps.append(_overlap(desktop.text, mobile.text))
        for fact in FACTS:
            if not _shows(sees, fact, desktop, language):
                continue
            shown.setdefault(fact, page)
            if _same_menu(desktop, mobile) if fact == "menu" else _shows(sees, fact, mobile, language):
                continue
            if fact in reached or (fact in _LINKS and _same_target(desktop, mobile, _LINKS[fact], language)):
                continue
            if (closed and fact in {"menu", "search", *_LINKS}) or _perhaps(fact, desktop, mobile):
                unclear.add(fact)
            else:
                missing.setdefault(fact, page)
    if not overlaps:
        return None
    return Parity(
        tuple(fact for fact in FACTS if fact in shown),
        {fact: missing[fact] for fact in FACTS if fact in missing},
        tuple(fact for fact in FACTS if fact in unclear and fact not in missing),
        round(sum(overlaps) / len(overlaps), 2),
    )


def _pairs(visits: Sequence[Visit]) -> Iterable[tuple[_Side, _Side]]:
    """Yield home and products that were read whole on both screens."""
    known = [one for one in visits if one.kind in PAGES and one.part != "probe" and (one.status or 200) < 400]
    done: list[str] = []
    for first in known:
        if any(same_page(first.url, url) for url in done):
            continue
        done.append(first.url)
        same = [one for one in known if one.kind is first.kind and same_page(one.url, first.url)]
        sides = [tuple(one for one in same if one.viewport is screen) for screen in _SCREENS]
        if all(sides) and not any(one.facts.truncated for one in same):
            yield _Side(sides[0]), _Side(sides[1])


_SCREENS = (ViewportName.DESKTOP, ViewportName.MOBILE)


def _shows(sees: Sees, fact: str, side: _Side, language: str) -> bool:
    """Say whether one side shows a fact; texts of goods are asked of product pages only."""
    if fact in _LINKS:
        return _leads(side, _LINKS[fact], language)
    if fact == "search":
        return _search(sees, side)
    if fact == "menu":
        return len(_menu(side)) >= FEW_LINKS
    if side.visits[0].kind is not PageKind.PRODUCT:
        return False
    return bool(_PRICE.search(side.text)) if fact == "price" else _speaks(side, _TEXTS[fact])


def _speaks(side: _Side, intents: Iterable[str]) -> bool:
    words = load_vocabulary()
    return any(words.mentions(intent, side.text) for intent in intents)


def _leads(side: _Side, intent: str, language: str) -> bool:
    words = load_vocabulary()
    if intent == "contact" and any(link.href.startswith(("mailto:", "tel:")) for link in side.links):
        return True
    for said, href in (*((link.said, link.href) for link in side.links), *((label, "") for label in side.said)):
        hit = words.match(intent, said, language)
        if (hit and hit.strength >= SURE) or (href and leads_somewhere(href) and words.slug(intent, href)):
            return True
    return False


def _same_target(desktop: _Side, mobile: _Side, intent: str, language: str) -> bool:
    """Say whether the phone leads where the desktop's words for it lead, by whatever sign: a basket without words."""
    words = load_vocabulary()
    there = {_bare(link.href) for link in mobile.links if leads_somewhere(link.href)}
    return any(
        (hit := words.match(intent, link.said, language)) and hit.strength >= SURE and _bare(link.href) in there
        for link in desktop.links
    )


def _search(sees: Sees, side: _Side) -> bool:
    seen = search_of(sees, side.visits, side.visits[0].viewport)
    return seen.field or seen.one_press


def _perhaps(fact: str, desktop: _Side, mobile: _Side) -> bool:
    """Say whether the phone holds a thing that is not in sight, and that a sign without a name may open."""
    if fact == "menu":
        wanted = _menu(desktop)
        return len(wanted & mobile.drawn) >= SAME_MENU * len(wanted)
    return fact == "search" and any(is_search(field) for one in mobile.visits for field in one.facts.fields)


def _menu(side: _Side) -> frozenset[str]:
    named = (
        link for link in side.links if link.area in {"nav", "header"} and link.href.startswith("http") and link.said
    )
    return frozenset(_bare(link.href) for link in named)


def _same_menu(desktop: _Side, mobile: _Side) -> bool:
    """Say whether most of the desktop's menu can be reached on the phone, wherever it stands there."""
    wanted = _menu(desktop)
    there = {_bare(link.href) for link in mobile.links}
    return len(wanted & there) >= SAME_MENU * len(wanted)


def _bare(href: str) -> str:
    return href.partition("#")[0].rstrip("/")


def _overlap(first: str, second: str) -> float:
    """Return the share of the first text's words that the second has as well."""
    wanted, have = (set(re.findall(r"\w{3,}", text.lower())) for text in (first, second))
    return len(wanted & have) / len(wanted) if wanted else 1.0
