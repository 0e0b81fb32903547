"""What a home page says about the shop as a whole: name, languages, country, platform."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Error, Page

from auditor.collect.arrival.visitor import country_of
from auditor.collect.gather.read import plain
from auditor.collect.page.scripts import read_page
from auditor.vocabulary import Platform, load_vocabulary
from auditor.vocabulary.spoken import spoken_language

__all__ = ["SiteFacts", "read_site", "shared_name"]

SHOPS = {"Organization", "OnlineStore", "Store", "LocalBusiness", "Corporation", "WebSite", "OnlineBusiness"}
_BREAKS = re.compile(r"\s+[|–—·•:-]\s+|\s*[|·•]\s*")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?")
MAX_NAME = 80
MAX_TEXT = 6000
# Tags of one spoken language.
ALIKE = {"nb": ("no", "nn")}
# Currencies by the signs on prices; "€", "$" and "kr" are those of several countries.
SIGNS = {"£": "GBP", "zł": "PLN", "€": "EUR", "$": "", "kr": ""}
MIN_TITLES = 3


@dataclass(frozen=True)
class SiteFacts:
    """What is written about the shop in the record of the audit."""

    name: str = ""
    languages: tuple[str, ...] = ()
    country: str | None = None
    platform: str | None = None
    declared: bool = False


def shared_name(titles: Iterable[str]) -> str:
    """Return the part that the titles of different pages share: the shop's name, where it does not declare one."""
    parts = [set(_parts(title)) - _homes() for title in dict.fromkeys(titles) if title]
    if len(parts) < MIN_TITLES:
        return ""
    counts = Counter(part for one in parts for part in one)
    best = max(counts, key=lambda part: (counts[part], -len(part)), default="")
    return plain(best, MAX_NAME) if counts[best] >= 0.6 * len(parts) else ""


async def read_site(page: Page, headers: Mapping[str, str], html: str) -> SiteFacts:
    """Read the shop's own words about itself; what cannot be read stays empty."""
    try:
        raw: dict[str, Any] = await read_page(page, "site.js")
        cookies = [str(one.get("name")) for one in await page.context.cookies(page.url)]
    except Error:
        return SiteFacts()
    said = plain(raw.get("lang"), 20)
    spoken = spoken_language(plain(raw.get("text"), MAX_TEXT), said)
    own = said if said[:2].lower() in {spoken, *ALIKE.get(spoken, ())} else spoken
    tags = tuple(dict.fromkeys(tag for tag in (own, *_tags(raw)) if _TAG.fullmatch(tag)))
    return SiteFacts(
        name=_name(raw, page.url),
        declared=bool(_declared(raw)),
        languages=tuple(dict.fromkeys(tag[:2].lower() for tag in tags)),
        country=country_of(page.url, tags[:1], _currency(raw)),
        platform=await _platform(page, raw, headers, html, cookies),
    )


def _tags(raw: Mapping[str, Any]) -> Iterator[str]:
    yield from (plain(one, 12) for one in raw.get("hreflangs") or () if one != "x-default")


def _items(raw: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for text in raw.get("data") or ():
        try:
            todo: list[Any] = [json.loads(text)]
        except (TypeError, ValueError, RecursionError):
            continue
        for _count in range(500):
            if not todo:
                break
            one = todo.pop(0)
            if isinstance(one, list):
                todo += one
            elif isinstance(one, dict):
                yield one
                todo += [value for value in one.values() if isinstance(value, dict | list)]


def _parts(title: str) -> list[str]:
    """Take a title apart at its dashes and bars."""
    return [part for one in _BREAKS.split(title) if (part := one.strip())]


@cache
def _homes() -> frozenset[str]:
    """Return the words for a home page, which as a title name no shop."""
    phrases = load_vocabulary().intents["home"].phrases
    return frozenset(phrase for spoken in phrases.values() for phrase in spoken)


def _name(raw: Mapping[str, Any], url: str) -> str:
    """Prefer what the shop declares; else the part of the title that resembles its domain, else the shortest."""
    declared = _declared(raw)
    if declared:
        return declared
    parts = _parts(plain(raw.get("title"), 200))
    domain = re.sub(r"[^a-z0-9]", "", (urlsplit(url).hostname or "").removeprefix("www.").partition(".")[0].lower())
    alike = [part for part in parts if domain and domain in re.sub(r"[^a-z0-9]", "", part.lower())]
    shortest = min(alike or [part for part in parts if part not in _homes()], key=len, default="")
    return plain(shortest, MAX_NAME) or plain(raw.get("logo"), MAX_NAME) or (urlsplit(url).hostname or "")


def _declared(raw: Mapping[str, Any]) -> str:
    said = plain(raw.get("site_name"), MAX_NAME) or plain(raw.get("application"), MAX_NAME)
    if said:
        return said
    for item in _items(raw):
        kinds = item.get("@type")
        if SHOPS & {str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])} and item.get("name"):
            return plain(item["name"], MAX_NAME).strip()
    return ""


def _currency(raw: Mapping[str, Any]) -> str:
    said = plain(raw.get("currency"), 3)
    stated = (one["priceCurrency"] for one in _items(raw) if isinstance(one.get("priceCurrency"), str))
    return said or next(stated, "") or _printed_currency(plain(raw.get("text"), MAX_TEXT))


def _printed_currency(text: str) -> str:
    """Return the one currency of the prices on a page, where its sign belongs to one country."""
    signs = {sign for sign in SIGNS if re.search(rf"{re.escape(sign)}\s?\d|\d\s?{re.escape(sign)}", text)}
    return SIGNS[signs.pop()] if len(signs) == 1 else ""


async def _platform(
    page: Page, raw: Mapping[str, Any], headers: Mapping[str, str], html: str, cookies: list[str]
) -> str | None:
    platforms = load_vocabulary().platforms
    names = sorted({one for platform in platforms.values() for one in platform.js})
    selectors = sorted({one for platform in platforms.values() for one in platform.dom})
    try:
        seen = await page.evaluate(
            "([names, selectors]) => [names.filter(n => n in window), selectors.filter(s => {"
            " try { return Boolean(document.querySelector(s)); } catch { return false; } })]",
            [names, selectors],
        )
    except Error:
        seen = [[], []]
    marks = _Marks(set(seen[0]), set(seen[1]), html, headers, cookies, raw)
    scores = {name: marks.count(platform) for name, platform in platforms.items()}
    best = max(scores, key=lambda name: scores[name], default=None)
    return best if best and scores[best] > 0 else None


@dataclass(frozen=True)
class _Marks:
    globals: set[str]
    selectors: set[str]
    html: str
    headers: Mapping[str, str]
    cookies: list[str]
    raw: Mapping[str, Any]

    def count(self, platform: Platform) -> int:
        """Count the marks of a platform that were seen; a global alone is weak, because names are short."""
        addresses = [plain(one, 300) for one in self.raw.get("addresses") or ()]
        generator = plain(self.raw.get("generator"), 200).lower()
        return (
            sum(1 for one in platform.js if one in self.globals)
            + sum(2 for one in platform.dom if one in self.selectors)
            + sum(2 for one in platform.html if one in self.html)
            + sum(2 for one in platform.hosts if any(f"//{one}" in address for address in addresses))
            + sum(3 for one in platform.headers if one.lower() in self.headers)
            + sum(2 for one in platform.cookies if any(_like(one, name) for name in self.cookies))
            + sum(
                3 for one in platform.meta if generator and generator.startswith(one.removeprefix("generator ").lower())
            )
        )


def _like(pattern: str, name: str) -> bool:
    return name.startswith(pattern.removesuffix("*")) if pattern.endswith("*") else name == pattern
