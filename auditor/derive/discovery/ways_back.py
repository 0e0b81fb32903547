"""Where a visitor is led who asks for the shop in another language, and what leads back from there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import parse_qsl, urlsplit

from babel import Locale

from auditor.derive.discovery.languages import base_language, names_language, valid_code
from auditor.derive.text.same_page import same_page
from auditor.model import Field, MarketAnswer
from auditor.vocabulary.wordings import wording

__all__ = ["in_other_words", "ways_back"]

_TOLD_IN = ("fi", "sv", "en", "de", "nb", "da", "et")
_PIECES = re.compile(r"[()|/·•,:–—€$£\n]|\s-\s|\b(?:EUR|SEK|NOK|DKK|GBP|USD|PLN|CHF)\b", re.IGNORECASE)
LEAST_CHOICES = 2
LONGEST_CODE = 5
LONGEST_LABEL = 60


def in_other_words(answer: MarketAnswer, usual: MarketAnswer) -> bool:
    """Say whether the landed page is the usual one in another language: it declares one, or its address names one."""
    declared = base_language(answer.html_lang)
    if declared and declared != base_language(usual.html_lang):
        return True
    known = set(_parts(usual.landed))
    return any(_is_code(part) or _names_place(part) for part in _parts(answer.landed) if part not in known)


def ways_back(answer: MarketAnswer, home: str) -> tuple[str, ...]:
    """Return what leads back from a page that a visitor was led to, by its label: links and choices of a language.

    A link to the very address that led there counts only where a second visit of it was let stay.
    """
    facts = answer.facts
    if facts is None:
        return ()
    found = [
        link.said or link.href
        for link in facts.links
        if (link.visible or link.revealed) and _leads_back(link.href, link.said, answer, home)
    ]
    found += [field.label or field.name or "select" for field in facts.fields if field.visible and _chooses(field)]
    found += [one.text for one in facts.controls if len(one.text) <= LONGEST_LABEL and _tells_place(one.text)]
    return tuple(dict.fromkeys(text.strip()[:LONGEST_LABEL] for text in found))


def _leads_back(href: str, said: str, answer: MarketAnswer, home: str) -> bool:
    if not href.startswith("http") or same_page(href, answer.landed):
        return False
    if same_page(href, answer.url):
        return bool(answer.stays)
    back_there = answer.elsewhere and _host(href) in {_host(home), _host(answer.url)}
    return back_there or _names_place(said)


def _chooses(field: Field) -> bool:
    """Say whether a field chooses a country or a language."""
    if field.tag != "select" or len(field.options) < LEAST_CHOICES:
        return False
    told = f"{field.name} {field.id} {field.label}"
    return bool(wording("place_choice").search(told)) or all(_names_place(one) for one in field.options[:3])


def _tells_place(text: str) -> bool:
    return _names_place(text) or bool(wording("place_choice").search(text))


def _names_place(text: str) -> bool:
    """Say whether a text names a language or a country, alone or beside another and a currency: "Suomi (EUR)"."""
    pieces = [piece for piece in (one.strip() for one in _PIECES.split(text[:LONGEST_LABEL])) if piece]
    return bool(pieces) and all(names_language(one) or one.lower() in _countries() for one in pieces)


@cache
def _countries() -> frozenset[str]:
    named: Iterator[str] = (
        str(name).lower()
        for code in _TOLD_IN
        for territory, name in Locale.parse(code).territories.items()
        if len(territory) == 2
    )
    return frozenset(named)


def _parts(url: str) -> tuple[str, ...]:
    """Return what an address is made of: labels of its host, folders, and values of its query."""
    split = urlsplit(url)
    host = (split.hostname or "").split(".")[:-1]
    folders = [one for one in split.path.split("/") if one]
    values = [value for _key, value in parse_qsl(split.query)]
    return tuple(one.lower() for one in (*host, *folders, *values) if not one.isdigit())


def _is_code(part: str) -> bool:
    code = part.replace("_", "-")
    return len(code) in {2, LONGEST_CODE} and valid_code(code)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower().removeprefix("www.")
