"""What a shop says of itself in each of its places: header and footer, the contact page, the data for machines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from pydantic import JsonValue

from auditor.derive.page.digest import digest_of, site_language
from auditor.derive.page.structured import strings, type_of
from auditor.derive.sees import Sees
from auditor.derive.text.emails import emails_in
from auditor.derive.text.hours import hours_in
from auditor.derive.text.phones import country_of_language, phones_in
from auditor.derive.text.postal import postal_addresses
from auditor.model import Evidence, PageKind, Visit

__all__ = ["Compared", "compared_facts"]

EDGES = frozenset({"header", "footer"})
FIRMS = frozenset({"Organization", "OnlineStore", "Store", "LocalBusiness", "Corporation", "OnlineBusiness"})
LAST_DIGITS = 7
_Facts = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Compared:
    """A fact that two places tell: whether they agree, and what each says."""

    fact: str
    places: tuple[str, str]
    agrees: bool
    said: tuple[str, str]
    where: tuple[Evidence, Evidence]


@dataclass(frozen=True)
class _Place:
    name: str
    visit: Visit
    facts: _Facts


def compared_facts(sees: Sees, visits: Iterable[Visit]) -> tuple[Compared, ...]:
    """Compare phone, e-mail, address and hours between the places that tell them.

    Two places agree where one value is in both: a contact page may well list more numbers than the footer. An e-mail
    agrees by its domain, because a shop has several. Terms and privacy notices are left out: they name other firms.
    """
    known = tuple(visits)
    home = next((one for one in known if one.kind is PageKind.HOME), None)
    contact = next((one for one in known if one.kind is PageKind.CONTACT), None)
    places: list[_Place] = []
    if home:
        places.append(_Place("header and footer", home, _edges(sees, home)))
    if contact:
        places.append(_Place("contact page", contact, _contact(sees, contact)))
    firm = next(((one, data) for one in (home, contact) if one and (data := _structured(sees, one))), None)
    if firm:
        places.append(_Place("data for machines", *firm))
    return tuple(
        _compare(fact, first, second)
        for first, second in combinations(places, 2)
        for fact in ("phone", "e-mail", "address", "opening hours")
        if first.facts.get(fact) and second.facts.get(fact)
    )


def _compare(fact: str, first: _Place, second: _Place) -> Compared:
    one, other = first.facts[fact], second.facts[fact]
    return Compared(
        fact,
        (first.name, second.name),
        bool(one & other),
        (", ".join(sorted(one)[:3]), ", ".join(sorted(other)[:3])),
        (_at(first, one), _at(second, other)),
    )


def _at(place: _Place, values: frozenset[str]) -> Evidence:
    said = f"{place.name}: {', '.join(sorted(values)[:3])}"
    return Evidence(page=place.visit.id, excerpt=said, screenshot=place.visit.screenshot)


def _edges(sees: Sees, visit: Visit) -> _Facts:
    digest = digest_of(sees, visit)
    links = [link for link in visit.facts.links if link.area in EDGES]
    text = "\n".join((digest.footer, *(link.said for link in links)))
    return _read(sees, visit, text, [link.href for link in links])


def _contact(sees: Sees, visit: Visit) -> _Facts:
    digest = digest_of(sees, visit)
    inner = [link.href for link in visit.facts.links if link.area not in EDGES]
    return _read(sees, visit, digest.main, inner, of_shop=True)


def _read(sees: Sees, visit: Visit, text: str, hrefs: list[str], *, of_shop: bool = False) -> _Facts:
    digest = digest_of(sees, visit)
    bare = digest.__class__(url=digest.url)  # the page's own words only: its data is a place of its own
    phones = phones_in(text, hrefs, sees.site.country, country_of_language(site_language(sees, visit)))
    return {
        "phone": frozenset(one.number[-LAST_DIGITS:] for one in phones),
        "e-mail": frozenset(one.rsplit("@", 1)[-1].lower() for one in emails_in(text, hrefs)),
        "address": frozenset(_plain(one) for one in postal_addresses(bare, text, of_shop=of_shop)),
        "opening hours": frozenset(_clock(one) for one in hours_in(text)),
    }


def _structured(sees: Sees, visit: Visit) -> _Facts:
    """Read the shop's own organisation; empty where it tells nothing that can be compared."""
    found: dict[str, set[str]] = {}
    digest = digest_of(sees, visit)
    for item in (*digest.items, *digest.microdata):
        if FIRMS & set(type_of(item)):
            _take(sees, item, found)
    return {name: frozenset(values) for name, values in found.items() if values}


def _take(sees: Sees, item: Mapping[str, JsonValue], found: dict[str, set[str]]) -> None:
    points = item.get("contactPoint")
    for one in (item, *(points if isinstance(points, list) else [points])):
        if not isinstance(one, Mapping):
            continue
        for number in strings(one.get("telephone")):
            for phone in phones_in(number, (f"tel:{number}",), sees.site.country):
                found.setdefault("phone", set()).add(phone.number[-LAST_DIGITS:])
        for mail in strings(one.get("email")):
            found.setdefault("e-mail", set()).add(mail.removeprefix("mailto:").rsplit("@", 1)[-1].lower())
    address = item.get("address")
    for one in address if isinstance(address, list) else [address]:
        if isinstance(one, Mapping) and one.get("streetAddress") and one.get("postalCode"):
            street, code = strings(one["streetAddress"]), strings(one["postalCode"])
            found.setdefault("address", set()).add(_plain(f"{street[0]}, {code[0]}"))


def _plain(address: str) -> str:
    """Return street and postcode alone, so that a town in another spelling, or a floor, makes no difference."""
    street, _comma, rest = address.partition(",")
    code = re.search(r"\d{3} ?\d{2}|\d{4,5}", rest)
    return f"{' '.join(street.lower().split())}, {code.group().replace(' ', '') if code else ''}"


def _clock(hours: str) -> str:
    """Return the times alone, so that "ma–pe" and "arkisin" make no difference."""
    return "–".join(str(int(one)) for one in re.findall(r"(?<![\d.:])\d{1,2}(?![\d])", hours)[:2])
