"""The probe of visitors from elsewhere in Europe: where the shop's address leads them by the language they ask in.

One machine stands in one place, so that only the language is varied, not the country that a visitor comes from.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

import httpx

from auditor.collect.arrival.address import is_local, same_site
from auditor.collect.arrival.client import get_text, shop_client
from auditor.collect.arrival.visitor import language_tag
from auditor.collect.closer_look import guarded_tab
from auditor.collect.gather import capped, gather
from auditor.collect.journey.cards import address_key
from auditor.collect.probes.probing import Probe, Probing
from auditor.model import AnyProbe, MarketAnswer, MarketSeen, ViewportName

__all__ = ["MARKET", "start_address"]

SECONDS, ANSWER_S = 35.0, 8.0
LANGUAGES = {"fi": "fi-FI", "sv": "sv-SE", "de": "de-DE", "en": "en-IE"}
MAX_HOPS = 6
# Answers that turn a visitor away.
REFUSED = frozenset({401, 403, 451})
TOO_MANY = 429
LOOKED_AT = 2
_ERRORS = (httpx.HTTPError, httpx.InvalidURL, OSError)


async def _look(probing: Probing) -> AsyncIterator[AnyProbe]:
    start = start_address(probing.visitor.home, probing.visitor.led_from)
    if not probing.allow(start):
        yield MarketSeen(url=start, problem="robots.txt keeps crawlers out of the home page.")
        return
    deadline = time.monotonic() + SECONDS - ANSWER_S
    answers: list[MarketAnswer] = []
    for language in LANGUAGES:
        answers.append(await _ask(probing, start, language))
        if answers[-1].status == TOO_MANY or time.monotonic() > deadline:
            break
    usual = _usual(answers, probing.visitor.home)
    odd: dict[tuple[object, ...], list[MarketAnswer]] = {}
    for answer in answers:
        if usual and _needs_a_look(answer, usual):
            odd.setdefault(_kind(answer), []).append(answer)
    for group in list(odd.values())[:LOOKED_AT]:
        if time.monotonic() < deadline:
            seen = await _looked_at(probing, start, group[0])
            answers = _settled(answers, group, seen)
    yield MarketSeen(url=start, answers=tuple(answers))


def start_address(home: str, led_from: tuple[str, ...]) -> str:
    """Give the address that visitors type: another one that led to home, but no mere change to https or www."""
    if led_from and not same_site(led_from[0], home):
        return led_from[0]
    place = urlsplit(home)[:2]
    return next((url for url in led_from if urlsplit(url)[:2] == place), home)


async def _ask(probing: Probing, start: str, language: str) -> MarketAnswer:
    """Ask as a new visitor of a language, who keeps cookies on the way from one redirect to the next."""
    visitor = probing.visitor
    agent = f"{visitor.launched.user_agent} {visitor.settings.access.user_agent_suffix}".strip()
    tag = LANGUAGES[language]
    at, problem = start, "it redirects again and again"
    async with shop_client(start, visitor.settings.access, agent) as client:
        client.headers["Accept-Language"] = f"{tag},{language};q=0.9"
        for _hop in range(MAX_HOPS):
            await visitor.pace(at)
            try:
                async with asyncio.timeout(ANSWER_S):
                    response, body = await get_text(client, at)
            except (*_ERRORS, TimeoutError) as error:
                problem = type(error).__name__
                break
            target = urljoin(at, response.headers.get("location", "")) if response.is_redirect else ""
            if not target:
                return MarketAnswer(
                    url=start,
                    language=language,
                    status=response.status_code,
                    landed=at[:600],
                    html_lang=language_tag(body),
                    elsewhere=not same_site(at, visitor.home),
                )
            if not _may_open(target, start):
                problem = "it leads to an address that is not asked"
                break
            at = target
    return MarketAnswer(url=start, language=language, landed=at[:600], problem=problem[:80])


def _may_open(url: str, start: str) -> bool:
    return urlsplit(url).scheme in {"http", "https"} and (is_local(start) or not is_local(url))


def _usual(answers: Iterable[MarketAnswer], home: str) -> MarketAnswer | None:
    """Choose the answer that others are told apart from: home itself, else a page of the audited site."""
    served = [one for one in answers if one.status is not None and one.status < 400]
    own = [one for one in served if not one.elsewhere]
    same = [one for one in own if address_key(one.landed) == address_key(home)]
    return next(iter((*same, *own, *served)), None)


def _needs_a_look(answer: MarketAnswer, usual: MarketAnswer) -> bool:
    """Tell what may send a visitor away; another language of the same site is as common as it is welcome."""
    if answer.status is None:
        return False
    if answer.status >= 400:
        return answer.status in REFUSED
    moved = address_key(answer.landed) != address_key(usual.landed)
    translated = answer.html_lang[:2].lower() != usual.html_lang[:2].lower()
    return moved and (answer.elsewhere or not translated)


def _kind(answer: MarketAnswer) -> tuple[object, ...]:
    return (address_key(answer.landed), answer.status)


async def _looked_at(probing: Probing, start: str, answer: MarketAnswer) -> MarketAnswer | None:
    """Open the address in a browser of that language, and once more; null where it could not be opened."""
    visitor = probing.visitor
    who = visitor.who.model_copy(update={"locale": LANGUAGES[answer.language]})
    async with guarded_tab(replace(visitor, who=who), ViewportName.DESKTOP) as tab:
        if await tab.goto(start):
            return None
        landed, status = tab.page.url, tab.status
        facts = capped(await gather(tab))
        seen = answer.model_copy(
            update={
                "status": status,
                "landed": landed[:600],
                "html_lang": facts.html_lang,
                "elsewhere": not same_site(landed, visitor.home),
                "facts": facts,
                "screenshot": await probing.notebook.shot(tab, tab.viewport),
            }
        )
        again = await tab.goto(start, came_from=landed)
        stays = None if again else address_key(tab.page.url) != address_key(landed)
        return seen.model_copy(update={"stays": stays})


def _settled(answers: list[MarketAnswer], group: list[MarketAnswer], seen: MarketAnswer | None) -> list[MarketAnswer]:
    """Put what the browser saw in the place of its language's answer; answers like that one share what it settled."""
    if seen is None:
        return answers
    same = _kind(seen) == _kind(group[0])
    shared: dict[str, object] = {"confirmed": same}
    if same:
        shared |= {"stays": seen.stays, "html_lang": seen.html_lang}
    alike = {one.language for one in group}
    return [
        (seen if one.language == seen.language else one).model_copy(update=shared) if one.language in alike else one
        for one in answers
    ]


MARKET = Probe("market", SECONDS, "asking for the home page in four languages", _look)
