"""Which languages a shop offers: announced in the head for search engines, linked on the page for visitors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

from babel import Locale

from auditor.derive.page.digest import Digest
from auditor.derive.page.head import HeadLink

__all__ = ["announced", "base_language", "codes_of", "language_links", "names_language", "valid_code"]

_CODE = re.compile(r"^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?$", re.IGNORECASE)
_NAMED = (
    "fi",
    "sv",
    "en",
    "de",
    "nb",
    "no",
    "da",
    "et",
    "fr",
    "es",
    "it",
    "nl",
    "pl",
    "lv",
    "lt",
    "ru",
    "pt",
    "cs",
    "is",
)
_SHORT = frozenset({*_NAMED, "se", "gb", "dk", "ee"})
_SPOKEN_OF = {"in english", "på svenska", "suomeksi", "auf deutsch", "på norsk", "på dansk", "eesti keeles"}
FEW = 2


def announced(digest: Digest) -> tuple[HeadLink, ...]:
    """Return the language versions that a page announces to search engines, itself among them, without the default."""
    return tuple(one for one in digest.head_links if one.rel == "alternate" and one.hreflang and not _default(one))


def base_language(code: str) -> str:
    """Return the language of a code without its region, in lower case."""
    return code.lower().partition("-")[0].partition("_")[0]


@cache
def valid_code(code: str) -> bool:
    """Say whether a code names a language and, where it has one, a country, as standards have them."""
    found = _CODE.match(code)
    if not found:
        return False
    known = Locale.parse("en")
    region = found[3]
    return found[1].lower() in known.languages and (region is None or region.upper() in known.territories)


def language_links(digest: Digest) -> tuple[str, ...]:
    """Return the targets of a page's links to its other languages: at least two that a language names, of one host."""
    host = urlsplit(digest.url).hostname
    own = [one for one in digest.anchors if one.href.startswith("http")]
    full = [one.href for one in own if _plain(one.text) in _names()]
    short = [one.href for one in own if _plain(one.text) in _SHORT]
    found = tuple(dict.fromkeys(full if full else short if len(set(short)) >= FEW else ()))
    return tuple(one for one in found if _related(urlsplit(one).hostname, host))


def names_language(text: str) -> bool:
    """Say whether a text is nothing but the name of a language, or its code as switches show it."""
    return _plain(text) in _names() or _plain(text) in _SHORT


def _default(link: HeadLink) -> bool:
    return link.hreflang.lower() == "x-default"


@cache
def _names() -> frozenset[str]:
    names: set[str] = set()
    for code in _NAMED:
        locale = Locale.parse(code)
        names |= {str(locale.languages.get(code, "")).lower(), str(locale.display_name or "").lower()}
    return frozenset(names | _SPOKEN_OF) - {""}


def _plain(text: str) -> str:
    return text.strip().strip("()[]|/·").strip().lower()


def _related(host: str | None, own: str | None) -> bool:
    """Say whether two hosts may be one shop in two languages: the same name in front of the country's ending."""
    return host == own or bool(_labels(host) & _labels(own))


def _labels(host: str | None) -> set[str]:
    parts = (host or "").lower().split(".")
    return {one for one in parts[:-1] if len(one) > 3} or set(parts[:1])


def codes_of(links: Iterable[HeadLink]) -> tuple[str, ...]:
    """Return the languages of announced versions, each once."""
    return tuple(dict.fromkeys(base_language(one.hreflang) for one in links))
