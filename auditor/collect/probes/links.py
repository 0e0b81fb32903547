"""The probe of links: addresses that the read pages link to and nobody has opened yet, asked whether they answer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from urllib.parse import urljoin, urlsplit

from playwright.async_api import APIRequestContext, Error

from auditor.collect.arrival.address import is_local, same_site
from auditor.collect.crawling.frontier import Frontier, plain_address
from auditor.collect.probes.probing import Probe, Probing
from auditor.model import AnyProbe, Link, LinkAnswer, LinksSeen, PageKind, ViewportName, Visit

__all__ = ["LINKS"]

SECONDS = 24.0
MOST, MOST_EXTERNAL = 60, 20
TIMEOUT_MS = 4000
HOPS = 5
AT_ONCE = 4
REDIRECTS = {301, 302, 303, 307, 308}
# Answers that a HEAD may get where a GET is answered.
ASK_AGAIN = 400
# Robots are turned away with these: nothing is known then, and a shop that answers so is left in peace.
TURNED_AWAY = {403, 429, 999}
REFUSALS = 2
_Found = tuple[Visit, Link]


async def _look(probing: Probing) -> AsyncIterator[AnyProbe]:
    deadline = time.monotonic() + SECONDS - TIMEOUT_MS / 1000
    own, others = _own(probing), _others(probing)
    async with probing.tab() as tab:
        ask = tab.page.context.request
        answered: list[LinkAnswer] = []
        await asyncio.gather(
            _ask_own(probing, ask, own, answered, deadline), _ask_others(ask, others, answered, deadline)
        )
        yield LinksSeen(links=tuple(answered), left=len(own) + len(others) - len(answered))


def _places(probing: Probing) -> Iterator[_Found]:
    """Yield every link of the read pages; a pay desk's are left alone, and the desktop's pages come first."""
    visits = [visit for visit in probing.notebook.visits if visit.kind not in {PageKind.CHECKOUT, PageKind.ERROR}]
    for visit in sorted(visits, key=lambda one: one.viewport is not ViewportName.DESKTOP):
        for link in visit.facts.links:
            if link.visible or link.revealed:
                yield visit, link


def _own(probing: Probing) -> list[tuple[str, _Found]]:
    """Choose the shop's own addresses that nobody has opened: harmless ones that robots.txt allows, each once."""
    home = probing.visitor.home
    frontier = Frontier(home, probing.allow)
    frontier.seen(home)
    for visit in probing.notebook.visits:
        frontier.seen(visit.url)
        if visit.redirected_from:
            frontier.seen(visit.redirected_from)
    found: dict[str, _Found] = {}
    for visit, link in _places(probing):
        address = plain_address(link.href)
        if address and same_site(address, home):
            found.setdefault(address, (visit, link))
            frontier.offer([link], 0)
    chosen: list[tuple[str, _Found]] = []
    while len(chosen) < MOST - MOST_EXTERNAL and (target := frontier.take()):
        if target.url in found:
            chosen.append((target.url, found[target.url]))
    return chosen


def _others(probing: Probing) -> list[tuple[str, _Found]]:
    """Choose addresses of others; a public shop's links into private networks are not followed."""
    found: dict[str, _Found] = {}
    home = probing.visitor.home
    for visit, link in _places(probing):
        address = plain_address(link.href)
        if address and not same_site(address, home) and (is_local(home) or not is_local(address)):
            found.setdefault(address, (visit, link))
    return list(found.items())[:MOST_EXTERNAL]


async def _ask_own(
    probing: Probing,
    ask: APIRequestContext,
    chosen: list[tuple[str, _Found]],
    answered: list[LinkAnswer],
    deadline: float,
) -> None:
    refusals = 0
    for url, found in chosen:
        await probing.visitor.pace(url)
        if time.monotonic() > deadline:
            return
        status, hops, problem = await _status(ask, url, "HEAD", deadline)
        if status is None or (status >= ASK_AGAIN and status not in TURNED_AWAY):
            await probing.visitor.pace(url)
            status, hops, problem = await _status(ask, url, "GET", deadline)
        answered.append(_answer(url, found, status, hops=hops, problem=problem, external=False))
        refusals += status in TURNED_AWAY
        if refusals >= REFUSALS:
            return


async def _ask_others(
    ask: APIRequestContext, chosen: list[tuple[str, _Found]], answered: list[LinkAnswer], deadline: float
) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(url: str, found: _Found) -> None:
        async with gate:
            if time.monotonic() <= deadline:
                status, hops, problem = await _status(ask, url, "HEAD", deadline)
                answered.append(_answer(url, found, status, hops=hops, problem=problem, external=True))

    await asyncio.gather(*(one(url, found) for url, found in chosen))


async def _status(ask: APIRequestContext, url: str, method: str, deadline: float) -> tuple[int | None, int, str]:
    """Ask for an address and follow its redirects; gives the last status, their number, and why there is no answer."""
    hops = 0
    at = url
    while time.monotonic() <= deadline:
        try:
            answer = await ask.fetch(at, method=method, max_redirects=0, timeout=TIMEOUT_MS)
            status, onward = answer.status, answer.headers.get("location", "")
            await answer.dispose()
        except Error as error:
            return None, hops, str(error).splitlines()[0][:160]
        if status not in REDIRECTS or not onward or hops >= HOPS:
            return status, hops, ""
        target = urljoin(at, onward)
        if urlsplit(target).scheme not in {"http", "https"} or (is_local(target) and not is_local(url)):
            return status, hops, "it leads on to an address that is not opened"
        at, hops = target, hops + 1
    return None, hops, "the time ran out"


def _answer(url: str, found: _Found, status: int | None, *, hops: int, problem: str, external: bool) -> LinkAnswer:
    visit, link = found
    return LinkAnswer(
        url=url,
        status=status,
        external=external,
        found_on=visit.id,
        text=link.said[:120],
        selector=link.selector,
        hops=hops,
        problem=problem,
    )


LINKS = Probe("links", SECONDS, "asking whether links lead somewhere", _look)
