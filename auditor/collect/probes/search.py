"""The probe of the shop's own search: a few queries made from one of its products, typed as a customer types them.

The first goes through the search field; the others ask the address that the first led to, which spares the shop the
pages in between. At most six queries are asked, and nothing is pressed but the search itself.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from auditor.collect.crawling.key_pages import silent_recorder
from auditor.collect.guarding.guard import Guard
from auditor.collect.journey.cards import address_key, cards_in_order, named, picture_links
from auditor.collect.journey.product import read_product
from auditor.collect.journey.search import submit_query, type_query
from auditor.collect.journey.walk import OutOfTimeError, Walk
from auditor.collect.page.seen import Control, Seen
from auditor.collect.probes.probing import Probe, Probing
from auditor.collect.probes.queries import Query, head_noun, queries_for, same_kind
from auditor.model import AnyProbe, PageKind, QueryKind, SearchAsked, ViewportName
from auditor.vocabulary.wordings import wording

__all__ = ["SEARCH"]

SECONDS = 25.0
FIRST = 10
MOST_QUERIES = 6
SUGGESTING_S = 3.0
POLL_S = 0.25
OWN = {"main", "dialog", "aside"}


@dataclass(frozen=True)
class _Sought:
    """The product that is looked for: name, the noun in it, address; ``frame`` are the lines that home shows."""

    name: str
    noun: str
    url: str
    language: str
    frame: frozenset[str]


async def _look(probing: Probing) -> AsyncIterator[AnyProbe]:
    if probing.addresses.product is None:
        return
    deadline = time.monotonic() + SECONDS - 3
    async with probing.tab() as tab:
        home, consent = probing.visitor.home, probing.visitor.settings.consent
        walk = Walk(tab, Guard(), home, consent, silent_recorder(), deadline, quiet=True)
        try:
            sought = await _sought(walk, probing.addresses.product)
            if sought is None:
                yield SearchAsked(kind=QueryKind.EXACT, query="", problem="No product was there to look for.")
                return
            async for seen in _asked(probing, walk, sought):
                yield seen
        except OutOfTimeError:
            return  # what was asked by then is kept


async def _sought(walk: Walk, url: str) -> _Sought | None:
    """Read the product's name on its page, and from home what its kind is called."""
    if await walk.go(url):
        return None
    reading = read_product(walk.now, walk.language)
    name, language = reading.name or next(iter(walk.now.h1), ""), walk.language
    others = _others(walk.now)
    if not name or await walk.go(walk.home):
        return None
    noun = head_noun(name, (*others, *_others(walk.now)), language)
    return _Sought(name, noun, url, language, frozenset(_lines(walk.now)))


def _lines(seen: Seen) -> list[str]:
    return [" ".join(line.split()) for line in seen.text.split("\n")]


def _others(seen: Seen) -> list[str]:
    menu = [control.said for control in seen.controls if control.area in {"nav", "header"} and control.href]
    return [card.name for card in seen.cards] + menu


async def _asked(probing: Probing, walk: Walk, sought: _Sought) -> AsyncIterator[SearchAsked]:
    address = asked = ""
    for query in list(queries_for(sought.name, sought.noun, sought.language))[:MOST_QUERIES]:
        suggestions: bool | None = None
        if address:
            if await walk.go(_with_query(address, asked, query.text)):
                continue
        else:
            before = walk.now
            if await type_query(walk, query.text) is None:
                yield SearchAsked(
                    kind=query.kind, query=query.text, product=sought.name, problem="No search field could be used."
                )
                return
            suggestions = await _suggests(walk, before, sought)
            await submit_query(walk)
            asked = query.text
            if (
                not _template(walk.tab.page.url, asked)
                and walk.now.address == before.address
                and _goods(walk.now) == _goods(before)
            ):
                yield SearchAsked(
                    kind=query.kind, query=query.text, product=sought.name, problem="The search showed no results page."
                )
                return
        answer = await _answer(probing, walk, query, sought, suggestions)
        yield answer
        if not address and not answer.nothing:
            # Where nothing was found, some shops lead back to the form, whose address brings no results.
            address = _template(walk.tab.page.url, asked)
        if not address and await walk.go(walk.home):
            return


async def _suggests(walk: Walk, before: Seen, sought: _Sought) -> bool:
    """Say whether typing brought suggestions into sight, within the time that a customer waits for them."""
    await walk.tab.page.keyboard.press("End")  # some searches listen to keys, not to the field's value
    known, until = Counter(_lines(before)), time.monotonic() + SUGGESTING_S
    while True:
        fresh = Counter(_lines(await walk.look())) - known
        if any(same_kind(sought.noun, line) or named(sought.name, line) for line in fresh):
            return True
        if time.monotonic() > until:
            return False
        await asyncio.sleep(POLL_S)


async def _answer(probing: Probing, walk: Walk, query: Query, sought: _Sought, suggestions: bool | None) -> SearchAsked:
    """Read what the search showed: how many products, whether the one that was sought, and ways on where it was not."""
    seen = walk.now
    # An empty cart in the header says "0 items" as well.
    told = "\n".join((*seen.h1, seen.title, *(line for line in _lines(seen) if line not in sought.frame)))
    nothing = bool(wording("found_nothing").search(told)) and not wording("looked_nearer").search(told)
    goods = _goods(seen)
    reached = _is_product(walk, sought)
    found = reached or (not nothing and any(_fits(one, sought) for one in goods[:FIRST]))
    keep = query.kind in {QueryKind.EXACT, QueryKind.NONSENSE} or not found
    shot = await probing.notebook.shot(walk.tab, ViewportName.DESKTOP) if keep else None
    visit = await probing.notebook.visit(walk.tab, PageKind.SEARCH, part="probe", screenshot=shot) if keep else None
    links = {control.href for control in seen.visible if control.area in OWN and control.href}
    return SearchAsked(
        kind=query.kind,
        query=query.text,
        product=sought.name,
        product_url=sought.url,
        url=walk.tab.page.url[:600],
        status=walk.tab.status,
        results=1 if reached else 0 if nothing else len(goods),
        found=None if query.kind is QueryKind.NONSENSE else found,
        nothing=not reached and (nothing or not goods),
        ways_on=len(links) + (len(goods) if nothing else 0),
        suggestions=suggestions,
        visit=visit.id if visit else None,
    )


def _goods(seen: Seen) -> list[tuple[str, str]]:
    """List the products of a page in reading order, as their names and addresses."""
    links: dict[int, list[Control]] = {}
    for control in seen.visible:
        if control.card >= 0 and control.href:
            links.setdefault(control.card, []).append(control)
    cards = [
        (card.name or card.text[:80], " ".join(address_key(one.href) for one in links.get(card.index, ())))
        for card in cards_in_order(seen)
    ]
    return cards or [(link.said, address_key(link.href)) for link in picture_links(seen)]


def _fits(one: tuple[str, str], sought: _Sought) -> bool:
    name, addresses = one
    return address_key(sought.url) in addresses.split() or named(sought.name, name) or same_kind(sought.noun, name)


def _is_product(walk: Walk, sought: _Sought) -> bool:
    """Say whether the search led to the product's own page, as some do for a single hit."""
    if address_key(walk.tab.page.url) == address_key(sought.url):
        return True
    head = " ".join(walk.now.h1)
    return named(sought.name, head) and read_product(walk.now, sought.language, sought.name).is_product


def _template(url: str, query: str) -> str:
    """Return the address of a results page where the query stands in it, else an empty text."""
    pairs = parse_qsl(urlsplit(url).query, keep_blank_values=True)
    return url if any(value.strip().lower() == query.strip().lower() for _key, value in pairs) else ""


def _with_query(url: str, asked: str, query: str) -> str:
    """Put another query into the address of a results page, in place of the one that was asked first."""
    parts = urlsplit(url)
    known = parse_qsl(parts.query, keep_blank_values=True)
    pairs = [(key, query if value.strip().lower() == asked.strip().lower() else value) for key, value in known]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(pairs), ""))


SEARCH = Probe("search", SECONDS, "asking the shop's search for one of its products", _look)
