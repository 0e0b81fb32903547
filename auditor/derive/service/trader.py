"""Who sells: the firm's name, its number in the business register and where these stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from pydantic import JsonValue

from auditor.derive.page.digest import digest_of
from auditor.derive.page.structured import strings, type_of
from auditor.derive.sees import Sees
from auditor.derive.text.same_page import same_page
from auditor.model import Evidence, PageKind, Visit
from auditor.vocabulary.wordings import wording, wording_pieces

__all__ = ["BusinessId", "Trader", "asked_for_trader", "trader_of"]

BESIDE = 90
PARTNER_BESIDE = 220
_ORDER = (
    PageKind.HOME,
    PageKind.CONTACT,
    PageKind.ABOUT,
    PageKind.TERMS,
    PageKind.PRIVACY,
    PageKind.WITHDRAWAL,
    PageKind.RETURNS,
    PageKind.DELIVERY,
)
_FIRMS = frozenset({"Organization", "OnlineStore", "Store", "LocalBusiness", "Corporation", "OnlineBusiness"})
# "© 2019–2026 Firm Ltd": the year is no part of the name.
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^\w\n]*(?:(?:19|20)\d\d[^\w\n]*)?$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:19|20)\d\d ")
BEFORE_YEAR = 30
_NAME_WORD = r"[A-ZÅÄÖØÆÜÕ0-9&][\w&.'’-]*"


@dataclass(frozen=True)
class BusinessId:
    """A number of the business register as printed; ``valid`` says whether its check digits are right."""

    number: str
    valid: bool
    visit: Visit
    excerpt: str


@dataclass(frozen=True)
class Trader:
    """Who sells; ``clicks`` from home to the page that names the firm or its number, null where it is not known."""

    name: str = ""
    number: BusinessId | None = None
    wrong: BusinessId | None = None
    clicks: int | None = None
    where: tuple[Evidence, ...] = ()


def trader_of(sees: Sees, visits: Sequence[Visit], rule: Mapping[str, Any] | None) -> Trader:
    """Look for the firm's name and number on the shop's pages; ``rule`` is the country's row of duties.yaml.

    Numbers and names that stand beside a payment provider or an authority are theirs.
    """
    pages = asked_for_trader(visits)
    pages.sort(key=lambda one: _ORDER.index(one.kind) if one.kind in _ORDER else len(_ORDER))
    numbers = [number for page in pages for number in _numbers(sees, page, rule or {})]
    number = next((one for one in numbers if one.valid), None)
    wrong = next((one for one in numbers if not one.valid), None) if number is None else None
    named = next(((page, name) for page in pages for name in _names(sees, page, number)), None)
    found = [one for one in (number or wrong,) if one]
    where = [Evidence(page=one.visit.id, excerpt=one.excerpt, screenshot=one.visit.screenshot) for one in found]
    if named:
        where.append(Evidence(page=named[0].id, excerpt=named[1], screenshot=named[0].screenshot))
    at = [one.visit for one in found] or ([named[0]] if named else [])
    return Trader(
        name=named[1] if named else "",
        number=number,
        wrong=wrong,
        clicks=_clicks(at[0], visits) if at else None,
        where=tuple(where),
    )


def asked_for_trader(visits: Sequence[Visit]) -> list[Visit]:
    """Return the pages on which the seller is looked for."""
    return [one for one in visits if one.kind not in {PageKind.CHECKOUT, PageKind.ERROR, PageKind.CART}]


def _numbers(sees: Sees, page: Visit, rule: Mapping[str, Any]) -> Iterator[BusinessId]:
    text = _text(sees, page)
    for shape, check, bare in (
        (rule.get("vat_shape"), rule.get("vat"), False),
        (rule.get("shape"), rule.get("id"), bool(rule.get("bare"))),
        (rule.get("register"), None, True),
    ):
        for hit in re.finditer(str(shape), text) if shape else ():
            beside = text[max(0, hit.start() - BESIDE) : hit.end() + 20]
            labelled = re.search(str(rule.get("label") or "$."), beside, re.IGNORECASE) is not None
            if _partners(text, hit.start()) or (bare and not labelled):
                continue
            valid = check is None or _valid(str(check), hit[0])
            # A number of this shape without a word for it may be anything; only a right one is believed.
            if valid or labelled:
                excerpt = " ".join(text[max(0, hit.start() - 60) : hit.end() + 20].split())
                yield BusinessId(" ".join(hit[0].split()), valid, page, excerpt)


def _valid(module: str, number: str) -> bool:
    plain = re.sub(r"[‑–]", "-", number)
    checks: Any = _module(module)
    return bool(checks.is_valid(plain))


@cache
def _module(name: str) -> ModuleType:
    """Load the rules of one kind of number; the name comes from duties.yaml, not from a page."""
    return import_module(f"stdnum.{name}")


def _names(sees: Sees, page: Visit, number: BusinessId | None) -> Iterator[str]:
    """Yield names of the firm: a legal form behind or before it; one that its data gives as the legal name."""
    digest = digest_of(sees, page)
    for item in digest.items:
        if _FIRMS & set(type_of(item)):
            yield from _legal(item)
    text = _text(sees, page)
    near = text.find(number.number) if number and number.visit is page else -1
    found = [hit for hit in _firm().finditer(text) if not _partner_name(text, hit)]
    # The name that stands next to the number is the trader's; others may be makers of goods.
    for hit in sorted(found, key=lambda one: abs(one.start() - near)) if near >= 0 else found:
        alone = page.kind in {PageKind.CONTACT, PageKind.ABOUT, PageKind.TERMS, PageKind.PRIVACY} or near >= 0
        if alone or hit[0] in digest.footer:
            copyright_year = _COPYRIGHT.search(text[max(0, hit.start() - BEFORE_YEAR) : hit.start()])
            yield _YEAR.sub("", " ".join(hit[0].split())) if copyright_year else " ".join(hit[0].split())


def _legal(item: Mapping[str, JsonValue]) -> Iterator[str]:
    yield from strings(item.get("legalName"))
    yield from (name for name in strings(item.get("name")) if _firm().search(name))


@cache
def _firm() -> re.Pattern[str]:
    forms = wording_pieces("legal_forms")
    name = rf"{_NAME_WORD}(?:[ \u00a0](?:{_NAME_WORD}|och|ja|und|and|og|&)){{0,4}}"
    return re.compile(rf"(?<![\w.])(?:{name},?[ \u00a0](?:{forms})|(?:Oy|Ab|T:mi|Tmi|AS|OÜ)[ \u00a0]{name})(?![\w-])")


def _partner_name(text: str, hit: re.Match[str]) -> bool:
    return bool(wording("partners").search(hit[0])) or _partners(text, hit.start())


def _partners(text: str, at: int) -> bool:
    """Say whether a payment provider or an authority is named right before this place."""
    before = text[max(0, at - PARTNER_BESIDE) : at]
    names = list(wording("partners").finditer(before))
    if not names:
        return False
    between = before[names[-1].end() :]
    return bool(wording("company_near").search(before[max(0, names[-1].start() - 60) :])) and between.count("\n") <= 3


def _text(sees: Sees, page: Visit) -> str:
    digest = digest_of(sees, page)
    return "\n".join(dict.fromkeys((page.facts.text, digest.text)))


def _clicks(page: Visit, visits: Sequence[Visit]) -> int | None:
    if page.kind is PageKind.HOME:
        return 0
    homes = [one for one in visits if one.kind is PageKind.HOME]
    linked = [link for home in homes for link in home.facts.links if same_page(link.href, page.url)]
    if linked:
        return 1 if any(link.visible for link in linked) else 2
    return page.depth
