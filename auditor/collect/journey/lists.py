"""What may lead on from a page: lists of products, menus, the products of a list."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from auditor.collect.arrival.address import same_site
from auditor.collect.journey.cards import (
    address_key,
    card_target,
    cards_in_order,
    leads_somewhere,
    picture_links,
    repeated_links,
)
from auditor.collect.journey.rank import Ranked, rank
from auditor.collect.journey.walk import Walk
from auditor.collect.page.seen import Control, Seen
from auditor.vocabulary import load_vocabulary

__all__ = ["category_candidates", "menu_candidates", "shows_goods", "targets_of"]


def shows_goods(walk: Walk) -> bool:
    """Tell whether goods are in sight, as cards or as pictures that lead on."""
    return bool(cards_in_order(walk.now) or picture_links(walk.now))


def targets_of(walk: Walk) -> list[tuple[str, Control]]:
    """List the products of a page with the control that leads to each; what is marked as sold out is left out."""
    seen = walk.now
    sold = load_vocabulary().mentions
    targets: list[tuple[str, Control]] = []
    for card in cards_in_order(seen):
        target = card_target(seen, card, walk.language)
        if target and sold("out_of_stock", card.text) is None:
            targets.append((card.name, target))
    if targets:
        return targets
    listed = picture_links(seen) or repeated_links(seen, walk.language)
    return [(link.said, link) for link in listed if sold("out_of_stock", link.said) is None]


def _in_the_shop(url: str, seen: Seen, home: str) -> bool:
    """Say whether an address is on home's host or, where the shop has sent its visitor to another, on this page's."""
    at = urlsplit(url).hostname or ""
    own = {home, seen.url} if same_site(seen.url, home) else {home}
    return not at or at.removeprefix("www.") in {(urlsplit(one).hostname or "").removeprefix("www.") for one in own}


def _row(control: Control) -> str:
    return (
        re.sub(r":nth-of-type\(\d+\)", "", control.selector) if control.selector else f"{control.area} {control.layer}"
    )


def category_candidates(walk: Walk, seen: Seen, before: set[tuple[str, str, str]] | None = None) -> tuple[Ranked, ...]:
    """Weigh what may lead to a list of products; hidden entries of menus count too, they are opened when needed."""
    here = address_key(seen.url)
    rows: dict[str, int] = {}
    for link in seen.controls:
        if link.tag == "a" and link.area != "footer" and 2 < len(link.text) < 40:
            rows[_row(link)] = rows.get(_row(link), 0) + 1

    def place(control: Control) -> list[tuple[str, float]]:
        more: list[tuple[str, float]] = []
        if control.area in {"nav", "header"} and control.text and len(control.text) < 40 and leads_somewhere(control):
            more.append(("entry of a menu", 1.2))
        if (
            control.area == "main"
            and control.tag == "a"
            and 2 < len(control.text) < 40
            and rows.get(_row(control), 0) >= 3
        ):
            more.append(("one of a row of links", 1.0))
        if control.area == "main" and control.picture and control.box.width > 120 and leads_somewhere(control):
            more.append(("picture link", 0.8))
        if before is not None and control.same not in before and control.said:
            more.append(("came with the menu", 2.0))
        return more

    hidden = tuple(
        c.model_copy(update={"visible": True})
        for c in seen.controls
        if not c.visible and c.area in {"nav", "header", "dialog"} and leads_somewhere(c) and c.tag == "a"
    )
    pool = (
        c
        for c in (*seen.visible, *hidden)
        if not c.submits and not re.match(r"(?:tel|mailto|sms|whatsapp):", c.href, re.I)
    )
    ranked = rank("category", pool, walk.language, place)
    known: set[str] = set()
    kept = []
    for one in ranked:
        key = address_key(one.control.href) if leads_somewhere(one.control) else one.control.said
        if (
            key in known
            or key == here
            or key.rstrip("/") == address_key(walk.home)
            or not _in_the_shop(one.control.href, seen, walk.home)
        ):
            continue
        known.add(key)
        kept.append(one)
    return tuple(kept)


def menu_candidates(walk: Walk) -> tuple[Ranked, ...]:
    """Weigh what may open a menu; a small bare control in the header is a likely one even without a name."""

    def bare(control: Control) -> list[tuple[str, float]]:
        small = 16 <= control.box.width <= 80 and 12 <= control.box.height <= 80 and control.box.y < 200
        if small and not control.said and not leads_somewhere(control) and control.tag not in {"input", "select"}:
            return [("small, bare and at the top", 4.5)]
        return [("opens a part of the page", 2.5)] if control.tag == "summary" and control.box.y < 300 else []

    return rank("menu", (c for c in walk.now.visible if not c.submits), walk.language, bare)
