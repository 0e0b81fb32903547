"""Postal addresses of a page: structured ones, then those of its text in the forms of the countries around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from auditor.derive.page.digest import Digest
from auditor.derive.page.structured import strings
from auditor.vocabulary.wordings import wording, wording_pieces

__all__ = ["postal_addresses"]

_BIG = "A-ZÅÄÖØÆÜÕÉŠŽ"
_SEP = r" *[,\n;|·•–—] *"
# 00100, FI-00100, 111 22, S-411 10, 0155, D-10115; a year of a copyright line is none.
_CODE = r"(?:[A-Z]{1,3}[- ])?(?:\d{3} ?\d{2}|\d{5}|(?!19\d\d|20[0-4]\d)\d{4})(?!\d)"
# British postcodes, Irish Eircodes, and ZIP codes behind their state; "DE" before another code is Germany. Without its
# space an article number may look like an Eircode.
_ISLES_CODE = r"(?:[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}|[AC-FHKNPRTV-Y]\d[\dW] [\dAC-FHKNPRTV-Y]{4})\b"
_STATE_CODE = (
    r"(?:A[KLRZ]|C[AOT]|D(?:C|E(?= 19[7-9]))|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]"
    r"|UT|V[AT]|W[AIVY]) \d{5}(?:-\d{4})?\b"
)
# Two capitals alone are a part of a town or a state.
_TOWN = (
    rf"[{_BIG}](?:[a-zåäöøæõüé][\w'é-]{{0,30}}|[\w'é-]{{2,30}})"
    rf"(?: (?:[{_BIG}][\w'é-]{{0,20}}|am|an der|upon|under|i|[a-zåäö]{{3,12}}(?=$|\n|[,.]))){{0,2}}"
)
# House number with stairs, flat, floor: 12 A 3, 9-11 B, 5 as. 4, 12-5, 10, 3 tr and 5, 1. tv.
_NUMBER = r"\d{1,4}(?:[-–/]\d{1,4})?(?: ?[A-Za-z]\b(?!\.))?(?: ?\d{1,3}\b)?(?: as\.? ?\d{1,3})?"
_FLOOR = (
    r"(?:,? \d{1,2}\.(?: ?(?:krs|kerros|sal|etage|og|th|tv|mf)\b\.?)?"
    r"|,? \d{1,2} (?:tr|krs|sal)\b\.?|,? (?:th|tv|mf)\b\.?)*"
)
_STREET = rf"[{_BIG}][\w.'é-]{{1,30}} (?:[\w.'é-]{{1,30}} ){{0,3}}?{_NUMBER}{_FLOOR}"
_NAMED = rf"[{_BIG}][\w.'é&-]{{0,30}}(?: (?:/|[\w.'’é&-]{{1,30}})){{0,4}}"
_PART = re.compile(rf"(?:^|[,\n])\s*([{_BIG}\d][\w.'’é& -]{{0,40}}?)\s*$")
MAX_TEXT = 60_000
MAX_HITS = 200
BEFORE, BEHIND = 90, 60
PARTS = 4


@dataclass(frozen=True)
class _Found:
    """An address and where it stands; ``sure`` where its form alone tells that it is one."""

    address: str
    start: int
    sure: bool


def postal_addresses(digest: Digest, text: str, *, of_shop: bool = False) -> Iterator[str]:
    """Yield the postal addresses of a page: structured ones, then those of its text.

    ``of_shop`` says that the page is about the shop itself; elsewhere a number and a capital letter may be a product,
    so that a street has to be named like one, or to stand behind a company or the word for address, beside an e-mail
    address, or in the footer.
    """
    for item in digest.items:
        yield from _structured(item)
    plain = text[:MAX_TEXT]
    found = (one for look in (_by_code, _by_sure_code, _by_words) for one in look(plain))
    for one in found:
        if one.sure or of_shop or _credible(one, plain, digest):
            yield " ".join(one.address.replace("\n", ", ").split()).replace(",,", ",").replace(" ,", ",").strip(" ,")


def _credible(one: _Found, text: str, digest: Digest) -> bool:
    before = text[max(0, one.start - BEFORE) : one.start]
    near = before + text[one.start : one.start + len(one.address) + BEHIND]
    introduced = _company().search(before) or wording("address_labels").search(before)
    named = wording("street_words").search(one.address) or wording("place_words").search(one.address)
    return bool(named or introduced or "@" in near or one.address.split("\n")[0] in digest.footer)


def _by_code(text: str) -> Iterator[_Found]:
    """Find addresses by their postcode: the street before it, the town behind it or, as in Estonia, before it too."""
    for code in islice(re.finditer(rf"(?<![\w.,-]){_CODE}\b", text), MAX_HITS):
        from_here = max(0, code.start() - BEFORE)
        before, behind = text[from_here : code.start()], text[code.end() : code.end() + BEHIND]
        town = re.match(rf" +{_TOWN}(?!\w| ?\d)", behind)
        for pattern, sure, town_first in _before_codes():
            hit = pattern.search(before) if town_first or town else None
            if hit:
                # A company's name is no part of its address.
                firm = re.match(rf"[^,\n]*{_company().pattern}[^,\n]{{0,4}}[,\n] *", hit[1])
                start = from_here + hit.start(1) + (firm.end() if firm else 0)
                end = code.end() + (0 if town_first or not town else town.end())
                yield _Found(text[start:end], start, sure)


@cache
def _before_codes() -> tuple[tuple[re.Pattern[str], bool, bool], ...]:
    """Return what stands before a postcode, whether it is sure to be an address, and whether the town is in it."""
    box = rf"(?:{wording_pieces('post_boxes')})\.? ?\d{{1,6}}(?: [{_BIG}][\w-]{{2,20}})?"
    street = rf"(?=[^\n]{{0,60}}(?i:{wording_pieces('street_words')})){_STREET}"
    words = rf"(?:[{_BIG}][\w.'’é-]{{0,25}} ){{1,3}}"
    english = rf"\d{{1,4}}[A-Za-z]? {words}(?i:{wording_pieces('street_words')})"
    forms = (
        (rf"(?<!\w)({_STREET}){_SEP}$", False, False),
        (rf"(?<!\w)({street}) $", True, False),
        # An English address begins with the number: 12 Harbour Street.
        (rf"(?<![\w.,-])({english}){_SEP}$", True, False),
        (rf"(?<!\w)({_STREET}{_SEP}{_TOWN}),? $", False, True),
        (rf"(?<!\w)({box}){_SEP}$", True, False),
        # A farm or a harbour has a name and no number.
        (rf"(?:^|[,\n·|]|\b(?:Oy|AB|OÜ) ) *({_NAMED}(?:, {_NAMED})?) *[,\n] *$", False, False),
    )
    return tuple((re.compile(form), sure, town_first) for form, sure, town_first in forms)


def _by_sure_code(text: str) -> Iterator[_Found]:
    """Find addresses by a British, Irish or American code, which nothing else looks like, with two to four parts."""
    for code in islice(re.finditer(rf"(?<!\w)(?:{_ISLES_CODE}|{_STATE_CODE})", text), MAX_HITS):
        start = code.start()
        parts = 0
        while parts < PARTS and (hit := _PART.search(text[max(0, start - BEFORE) : start].rstrip(" ,\n"))):
            start = max(0, start - BEFORE) + hit.start(1)
            parts += 1
        # One part may hold street and town: "8 Bridge Street Otley".
        if parts > 1 or (parts and len(text[start : code.start()].split()) > PARTS - 1):
            yield _Found(text[start : code.end()], start, sure=True)


def _by_words(text: str) -> Iterator[_Found]:
    """Find addresses without a postcode: behind a word for address, behind a company, or a number and its street."""
    label = re.compile(rf"(?:{wording_pieces('address_labels')})(?: ?:|\n) *", re.IGNORECASE)
    for said in islice(label.finditer(text), MAX_HITS):
        hit = re.match(rf"{_STREET}{_SEP}{_TOWN}", text[said.end() : said.end() + BEFORE])
        if hit:
            yield _Found(hit.group(), said.end(), sure=True)
    farm = re.compile(rf"[^\n,·|]{{0,20}}{_SEP}({_NAMED}, {_NAMED}(?: [A-Z]{{1,2}}\d{{1,2}}\b)?(?:, {_NAMED})?)")
    for firm in islice(_company().finditer(text), MAX_HITS):
        hit = farm.match(text[firm.end() : firm.end() + BEFORE + BEHIND])
        if hit and wording("place_words").search(hit[1].partition(",")[0]):
            yield _Found(hit[1], firm.end() + hit.start(1), sure=True)
    streets = wording_pieces("street_words")
    isles = rf"(?<!\w)\d{{1,4}}[a-z]? (?:[A-Z][\w'-]{{1,25}} ){{0,3}}(?i:{streets})\.?,? [A-Z][a-z-]{{2,25}}"
    for hit in islice(re.finditer(isles, text), MAX_HITS):
        yield _Found(hit.group(), hit.start(), sure=True)


@cache
def _company() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wording_pieces('company_forms')})(?!\w)")


def _structured(item: object) -> Iterator[str]:
    if not isinstance(item, dict):
        return
    address = item.get("address")
    for one in address if isinstance(address, list) else [address]:
        if isinstance(one, dict) and one.get("streetAddress") and one.get("addressLocality"):
            town = " ".join((*strings(one.get("postalCode")), *strings(one.get("addressLocality"))))
            yield f"{', '.join(strings(one['streetAddress']))}, {town}"
