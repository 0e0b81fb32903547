"""Telephone numbers a customer could really call: tel links, numbers in the text, and words on the keypad."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

import phonenumbers
from phonenumbers import Leniency, NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType

from auditor.vocabulary.wordings import wording_pieces

__all__ = ["Phone", "country_of_language", "phone_of_link", "phones_in", "read_phone"]

_VANITY = re.compile(r"(?<![\w+])(\+?\d[\d\s()-]{2,12}[-\s])([A-ZÅÄÖ]{4,10})(?![\wåäö])")
# Letters tied to the digits: a product's code, in which a number of nine digits proves nothing.
_PART_OF_A_CODE = re.compile(r"[^\W\d_][-/_.]?\Z|\w[-/_]\Z")
_CODE_GOES_ON = re.compile(r"[-/_]?[^\W_]")
_MONEY_BEFORE = re.compile(r"(?:[$€£]|\b(?:EUR|USD|GBP|SEK|NOK|DKK|kr\.?))\s?\Z", re.IGNORECASE)
_MONEY_BEHIND = re.compile(r"(?:[.,]\d\d)?\s?(?:[€£]|(?:EUR|USD|GBP|SEK|NOK|DKK|kr)\b)", re.IGNORECASE)
_COUNTRIES = {"fi": "FI", "sv": "SE", "en": "GB", "de": "DE", "nb": "NO", "no": "NO", "da": "DK", "et": "EE"}
# "(212) 664-7665": no other country writes its numbers so.
_NORTH_AMERICAN = re.compile(r"(?:\+?1[-. ])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-. ])[2-9]\d\d[-. ]\d{4}")
_OF_NORTH_AMERICA = frozenset({"US", "CA"})
_KEYPAD_WORDS = re.compile(r"^(?:OY|OYJ|AB|EUR|HTTP|HELSINKI|FINLAND)$")


@dataclass(frozen=True)
class Phone:
    """A number in international spelling (E.164), as it was printed, and whether calling it costs extra."""

    number: str
    printed: str
    premium: bool = False
    linked: bool = False


def country_of_language(language: str) -> str | None:
    """Return the country whose numbers a page in this language most likely prints."""
    return _COUNTRIES.get(language)


def read_phone(text: str, country: str | None) -> Phone | None:
    """Read one number; None for anything that no telephone could dial, or that is plainly made up."""
    try:
        parsed = phonenumbers.parse(text, country, keep_raw_input=False)
    except NumberParseException:
        return None
    return _phone(parsed, text) if phonenumbers.is_possible_number(parsed) else None


def phone_of_link(href: str, country: str | None, elsewhere: str | None = None) -> Phone | None:
    """Return the number of a tel link; None for another link, or one without a number."""
    scheme, _colon, rest = href.partition(":")
    if scheme.lower() not in {"tel", "callto"}:
        return None
    dialled = unquote(rest).partition("?")[0].strip("/ ")
    away = None if dialled.startswith("+") or _of_country(dialled, country) else _of_country(dialled, elsewhere)
    found = _phone(away, dialled) if away else read_phone(dialled, country or elsewhere)
    return Phone(found.number, found.printed, found.premium, linked=True) if found else None


def phones_in(
    text: str, hrefs: Iterable[str], country: str | None, elsewhere: str | None = None, *, among_goods: bool = False
) -> tuple[Phone, ...]:
    """Return a page's numbers, those of links first; business ids, account, fax and product numbers are none.

    ``elsewhere`` is a second country, such as that of the page's language, for numbers that ``country`` does not have.
    ``among_goods`` says that the page shows goods, whose own numbers look alike: then only a word for it, a link or an
    international number will do.
    """
    found: dict[str, Phone] = {}
    for phone in (
        *_linked(hrefs, country, elsewhere),
        *_written(text[:60_000], country, elsewhere, among_goods=among_goods),
        *_spelled(text[:60_000], country or elsewhere),
    ):
        found.setdefault(phone.number, phone)
    return tuple(found.values())


def _linked(hrefs: Iterable[str], country: str | None, elsewhere: str | None) -> Iterator[Phone]:
    for href in hrefs:
        phone = phone_of_link(href, country, elsewhere)
        if phone:
            yield phone


def _written(text: str, country: str | None, elsewhere: str | None, *, among_goods: bool) -> Iterator[Phone]:
    region = country or elsewhere or "ZZ"  # ZZ: no country, so that only international numbers are read
    for match in phonenumbers.PhoneNumberMatcher(text, region, leniency=Leniency.POSSIBLE, max_tries=2000):
        before, behind = text[max(0, match.start - 60) : match.start], text[match.end : match.end + 8]
        if _MONEY_BEFORE.search(before) or _MONEY_BEHIND.match(behind):
            continue
        labelled = bool(_labelled().search(before))
        part = _PART_OF_A_CODE.search(before) or _CODE_GOES_ON.match(behind)
        if _otherwise().search(before) or (part and not labelled):
            continue
        number = match.number
        if not phonenumbers.is_valid_number(number):
            number = _of_country(match.raw_string, elsewhere) or number
        american = _american(match.raw_string, country)
        number = american or number
        valid = phonenumbers.is_valid_number(number)
        international = match.raw_string.strip().startswith("+")
        bare = valid and (international or (not among_goods and (american or re.match(r"\(?0", match.raw_string))))
        if labelled or bare:
            phone = _phone(number, match.raw_string)
            if phone:
                yield phone


def _american(text: str, country: str | None) -> PhoneNumber | None:
    """Read a number that is written as North America does, of a shop there or of one whose country is not known."""
    there = country is None or country in _OF_NORTH_AMERICA
    return _of_country(text, country or "US") if there and _NORTH_AMERICAN.fullmatch(text) else None


def _of_country(text: str, country: str | None) -> PhoneNumber | None:
    if country is None:
        return None
    try:
        parsed = phonenumbers.parse(text, country)
    except NumberParseException:
        return None
    return parsed if phonenumbers.is_valid_number(parsed) else None


def _spelled(text: str, country: str | None) -> Iterator[Phone]:
    for hit in _VANITY.finditer(text):
        if not _KEYPAD_WORDS.match(hit[2]):
            phone = read_phone(phonenumbers.convert_alpha_characters_in_number(hit.group()), country)
            if (phone and _labelled().search(text[max(0, hit.start() - 60) : hit.start()])) or (
                phone and hit[1].startswith(("0800", "+"))
            ):
                yield Phone(phone.number, hit.group(), phone.premium)


@cache
def _labelled() -> re.Pattern[str]:
    pieces = wording_pieces("phone_label")
    return re.compile(rf"(?:{pieces})[^\d+\n]{{0,40}}\n?[^\d+\n]{{0,20}}$", re.IGNORECASE)


@cache
def _otherwise() -> re.Pattern[str]:
    return re.compile(rf"(?:{wording_pieces('not_a_phone')})[^\n]{{0,12}}$", re.IGNORECASE)


def _phone(parsed: PhoneNumber, printed: str) -> Phone | None:
    number = phonenumbers.format_number(parsed, PhoneNumberFormat.E164)
    digits = str(parsed.national_number)
    if len(set(digits)) == 1 or digits in "12345678901234567890" or len(digits) < 5:
        return None
    return Phone(number, printed.strip(), phonenumbers.number_type(parsed) == PhoneNumberType.PREMIUM_RATE)
