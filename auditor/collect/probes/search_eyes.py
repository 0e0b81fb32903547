"""The probe of search engines: what robots.txt, headers, the map of the site and other languages answer a crawler."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
from lxml.etree import ParserError
from lxml.html import document_fromstring
from protego import Protego

from auditor.collect.arrival.address import is_local, same_site
from auditor.collect.arrival.client import get_bytes, get_text, shop_client
from auditor.collect.crawling.sitemap import Sitemap, read_sitemap, spread
from auditor.collect.probes.probing import Probe, Probing
from auditor.model import AddressAnswer, AnyProbe, KeyPageAnswer, LanguageAnswer, PageKind, SearchEyesSeen
from auditor.vocabulary.spoken import spoken_language

__all__ = ["SEARCH_EYES"]

SECONDS, ANSWER_S = 24.0, 6.0
SAMPLE, MAPS_TRIED, MAPS_READ, LANGUAGES_ASKED = 20, 4, 2, 3
GOOGLE = "Googlebot"
USUAL_MAPS = ("/sitemap.xml", "/sitemap_index.xml")
MAX_RULES = 500_000
# The shop does not want to be asked any more.
TURNED_AWAY = {403, 429}
_ERRORS = (httpx.HTTPError, httpx.InvalidURL, OSError)


@dataclass
class _Asker:
    """Asks one address after the other at the shop's pace, until the time is over or the shop turns it away."""

    probing: Probing
    client: httpx.AsyncClient
    deadline: float
    refusals: int = 0

    @property
    def over(self) -> bool:
        return time.monotonic() > self.deadline or self.refusals >= 2

    async def head(self, url: str) -> tuple[AddressAnswer, str]:
        """Ask for an address without its body; gives the answer and its X-Robots-Tag."""
        for method in ("HEAD", "GET"):
            await self.probing.visitor.pace(url)
            try:
                response = await self._fetch(method, url)
            except _ERRORS as error:
                answer, tag = AddressAnswer(url=url, problem=f"{type(error).__name__}"[:80]), ""
            else:
                self.refusals += response.status_code in TURNED_AWAY
                answer = AddressAnswer(url=url, status=response.status_code, landed=str(response.url)[:600])
                tag = ", ".join(response.headers.get_list("x-robots-tag"))[:300]
            if answer.status is not None and answer.status < 400:
                break
        return answer, tag

    async def _fetch(self, method: str, url: str) -> httpx.Response:
        async with self.client.stream(method, url, follow_redirects=True, timeout=ANSWER_S) as response:
            return response

    async def text(self, url: str) -> tuple[httpx.Response, str] | None:
        """Read a page, following redirects by hand so that none leads into a private network."""
        at = url
        for _hop in range(4):
            await self.probing.visitor.pace(at)
            try:
                response, body = await get_text(self.client, at)
            except _ERRORS:
                return None
            target = urljoin(at, response.headers.get("location", "")) if response.is_redirect else ""
            if not target:
                self.refusals += response.status_code in TURNED_AWAY
                return response, body
            if not _harmless(target, url):
                return None
            at = target
        return None


async def _look(probing: Probing) -> AsyncIterator[AnyProbe]:
    visitor, home = probing.visitor, probing.visitor.home
    access = visitor.settings.access
    agent = f"{visitor.launched.user_agent} {access.user_agent_suffix}".strip()
    async with shop_client(home, access, agent) as client:
        asker = _Asker(probing, client, time.monotonic() + SECONDS - ANSWER_S)
        rules = await _rules(asker, home)
        seen = SearchEyesSeen(robots=rules.found, pages=await _key_pages(asker, rules.parser))
        seen = await _with_map(asker, rules.parser, home, seen)
        seen = seen.model_copy(update={"languages": await _languages(asker)})
        yield seen.model_copy(update={"entries": await _entries(asker, seen, home)})


@dataclass(frozen=True)
class _Rules:
    parser: Protego | None = None
    found: bool | None = None


async def _rules(asker: _Asker, home: str) -> _Rules:
    read = await asker.text(urljoin(home, "/robots.txt"))
    if read is None or read[0].status_code >= 500 or read[0].status_code in TURNED_AWAY:
        return _Rules()
    response, body = read
    kind = response.headers.get("content-type", "")
    if response.status_code != 200 or "html" in kind or body.lstrip()[:1] == "<":
        return _Rules(found=False)
    return _Rules(Protego.parse(body[:MAX_RULES]), found=True)


async def _key_pages(asker: _Asker, parser: Protego | None) -> tuple[KeyPageAnswer, ...]:
    found = []
    for kind, url in asker.probing.addresses.pages():
        if asker.over:
            break
        answer, tag = await asker.head(url)
        allowed = bool(parser.can_fetch(url, GOOGLE)) if parser else None
        found.append(KeyPageAnswer(**answer.model_dump(), kind=kind, robots_tag=tag, google_allowed=allowed))
    return tuple(found)


async def _with_map(asker: _Asker, parser: Protego | None, home: str, seen: SearchEyesSeen) -> SearchEyesSeen:
    """Find the map of the site: those that robots.txt names, then the usual addresses."""
    told = [str(one) for one in list(parser.sitemaps)[:3]] if parser else []
    tries = list(dict.fromkeys([*told, *(urljoin(home, path) for path in USUAL_MAPS)]))
    problem = ""
    for url in tries[:MAPS_TRIED]:
        if asker.over or not _harmless(url, home):
            continue
        read, why = await _map_at(asker, url)
        problem = problem or why
        if read.is_map:
            inner = [await _map_at(asker, one) for one in spread(read.maps, MAPS_READ) if _harmless(one, home)]
            pages = (*read.pages, *(page for found, _why in inner for page in found.pages))
            told_so = url in told
            return seen.model_copy(
                update={"sitemap": url[:600], "sitemap_told": told_so, "listed": len(pages), "entries": _asked(pages)}
            )
    return seen.model_copy(update={"sitemap_problem": problem or ("the time ran out" if asker.over else "")})


def _harmless(url: str, home: str) -> bool:
    """Say whether an address that a shop names may be asked: none in a private network, unless the shop is there."""
    return urlsplit(url).scheme in {"http", "https"} and (is_local(home) or not is_local(url))


def _asked(pages: Iterable[str]) -> tuple[AddressAnswer, ...]:
    return tuple(AddressAnswer(url=url[:600]) for url in spread(tuple(pages), SAMPLE))


async def _map_at(asker: _Asker, url: str) -> tuple[Sitemap, str]:
    """Read one map; why it could not be read stands beside it, but not that there is none."""
    await asker.probing.visitor.pace(url)
    try:
        response, body = await get_bytes(asker.client, url)
        if response.is_redirect and same_site(urljoin(url, response.headers.get("location", "")), url):
            response, body = await get_bytes(asker.client, urljoin(url, response.headers["location"]))
    except _ERRORS as error:
        return Sitemap(), type(error).__name__
    if response.status_code == 200:
        return read_sitemap(body), ""
    return Sitemap(), "" if response.status_code in {404, 410} else f"it answered {response.status_code}"


async def _entries(asker: _Asker, seen: SearchEyesSeen, home: str) -> tuple[AddressAnswer, ...]:
    """Ask a sample of the map's pages, as far as robots.txt lets crawlers and the time allows."""
    answered = []
    for one in seen.entries:
        if asker.over:
            break
        if same_site(one.url, home) and asker.probing.allow(one.url):
            answered.append((await asker.head(one.url))[0])
    return tuple(answered)


async def _languages(asker: _Asker) -> tuple[LanguageAnswer, ...]:
    """Ask the other language versions that home and the product announce whether they are there and link back."""
    answers: list[LanguageAnswer] = []
    pages = [(kind, url) for kind, url in asker.probing.addresses.pages() if kind is not PageKind.CATEGORY]
    for kind, url in pages:
        read = None if asker.over else await asker.text(url)
        if read is None:
            continue
        own, announced = _announced(read[1], url)
        others = [
            (code, to)
            for code, to in announced
            if code.lower() != "x-default" and code[:2].lower() != own[:2].lower() and same_site(to, url)
        ]
        for code, to in others[: LANGUAGES_ASKED if kind is PageKind.HOME else 1]:
            if not asker.over:
                itself = [at for its, at in announced if its[:2].lower() == own[:2].lower() and same_site(at, url)]
                answers.append(await _language(asker, (url, *itself), code, to))
    return tuple(answers)


async def _language(asker: _Asker, source: tuple[str, ...], code: str, to: str) -> LanguageAnswer:
    """Ask one version; ``source`` is the page that announces it, by its own address and by those it names itself."""
    of, known = source[0], {_plain(one) for one in source}
    read = await asker.text(to)
    if read is None:
        return LanguageAnswer(url=to[:600], of=of, hreflang=code, problem="no answer")
    response, body = read
    said, back = _announced(body, str(response.url))
    return LanguageAnswer(
        url=to[:600],
        of=of,
        hreflang=code[:20],
        status=response.status_code,
        landed=str(response.url)[:600],
        html_lang=said[:20],
        spoken=spoken_language(_words(body), ""),
        returns=any(_plain(target) in known for _code, target in back) if response.status_code == 200 else None,
    )


def _announced(body: str, url: str) -> tuple[str, list[tuple[str, str]]]:
    """Read a page's own language and the versions in others that its head announces."""
    try:
        root = document_fromstring(body.encode("utf-8", "replace"))
    except (ParserError, ValueError):
        return "", []
    found = []
    for node in root.iter("link"):
        code, href = (node.get("hreflang") or "").strip(), (node.get("href") or "").strip()
        if code and href and "alternate" in (node.get("rel") or "").lower():
            found.append((code[:20], urljoin(url, href)[:600]))
    return (root.get("lang") or "").strip(), found[:60]


def _words(body: str) -> str:
    try:
        root = document_fromstring(body.encode("utf-8", "replace"))
    except (ParserError, ValueError):
        return ""
    silent = "ancestor::script or ancestor::style or ancestor::noscript or ancestor::template"
    texts: Any = root.xpath(f"//text()[not({silent})]")
    return " ".join(str(text) for text in texts)[:12_000]


def _plain(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return (parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query)


SEARCH_EYES = Probe("search-eyes", SECONDS, "asking as a search engine would", _look)
