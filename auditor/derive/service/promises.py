"""What pages promise about the same thing, so that they can be compared: each with its page and its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from auditor.derive.page.digest import digest_of, page_text, site_language
from auditor.derive.sees import Sees
from auditor.derive.service.service_pages import each_page, quoted, sentences
from auditor.derive.text.hours import hours_in
from auditor.derive.text.phones import phones_in
from auditor.derive.text.printed_prices import sums_in
from auditor.derive.text.spans import Span, spans_in
from auditor.model import PageKind, Visit
from auditor.vocabulary.denied import found_in
from auditor.vocabulary.wordings import wording

__all__ = ["Contradiction", "Promise", "contradictions_of", "promises_of"]

# A product's own promise is about that product; carts tell what is missing from this cart.
_OWN_MATTERS = frozenset({PageKind.PRODUCT, PageKind.CATEGORY, PageKind.SEARCH, PageKind.CART, PageKind.CHECKOUT})
# Elsewhere stand the telephones of partners and authorities as well.
_PHONES_ON = frozenset(
    {
        PageKind.CONTACT,
        PageKind.FAQ,
        PageKind.RETURNS,
        PageKind.WITHDRAWAL,
        PageKind.DELIVERY,
        PageKind.TRACKING,
        PageKind.ABOUT,
    }
)
NEAR = 45
LONGEST_SENTENCE = 260
BEFORE_HOURS = 80
_Read = Callable[[Sees, Visit], Iterator[tuple[str, str, str, str]]]


@dataclass(frozen=True)
class Promise:
    """One promise: its fact, the value for comparing, as printed, in which sentence of which page.

    ``scope`` parts promises that may differ: telephone hours from those of the store, one currency from another.
    """

    fact: str
    value: str
    printed: str
    sentence: str
    scope: str
    visit: Visit


@dataclass(frozen=True)
class Contradiction:
    """Two pages that promise different things about one fact."""

    first: Promise
    other: Promise


def promises_of(sees: Sees, visits: Sequence[Visit]) -> tuple[Promise, ...]:
    """Gather the promises; a page that tells several values of a fact tells of cases, and is left out for it."""
    found: list[Promise] = []
    for visit in each_page(visits):
        for fact, read in _FACTS.items() if visit.kind not in _OWN_MATTERS else ():
            found += _unmistakable([Promise(fact, *parts, visit) for parts in read(sees, visit)])
    # The same sentence on another page is the frame of the shop, and no second mention.
    return tuple({(one.fact, one.scope, one.sentence): one for one in reversed(found)}.values())[::-1]


def _unmistakable(told: Sequence[Promise]) -> Iterator[Promise]:
    for scope in sorted({one.scope for one in told}):
        same = [one for one in told if one.scope == scope]
        if len({one.value for one in same}) == 1:
            yield same[0]


def contradictions_of(promises: Sequence[Promise]) -> tuple[Contradiction, ...]:
    """Return for each fact the first promise and the first other one that it cannot be true together with."""
    found: dict[str, Contradiction] = {}
    for position, first in enumerate(promises):
        for other in promises[position + 1 :]:
            same = first.fact == other.fact and first.scope == other.scope and first.fact not in found
            if same and _apart(first, other):
                found[first.fact] = Contradiction(first, other)
    return tuple(found[fact] for fact in _FACTS if fact in found)


def _apart(first: Promise, other: Promise) -> bool:
    if first.fact == "delivery days":
        (low, high), (least, most) = (map(float, one.value.split("–")) for one in (first, other))
        return high < least or most < low
    if first.fact == "phone":
        return not set(first.value.split()) & set(other.value.split())
    return first.value != other.value


def _return_days(sees: Sees, visit: Visit) -> Iterator[tuple[str, str, str, str]]:
    for said in _short(sees, visit):
        if not wording("scoped_promise").search(said):
            for span in _spans_near(said, "return_promise"):
                if span.unit != "hour" and 7 <= span.days[1] <= 400:
                    yield f"{span.days[1]:g}", span.text, said, ""


def _delivery_days(sees: Sees, visit: Visit) -> Iterator[tuple[str, str, str, str]]:
    for said in _short(sees, visit):
        scoped = wording("scoped_promise").search(said) or wording("delivery_scope").search(said)
        if not scoped:
            for span in _spans_near(said, "delivery_promise"):
                low, high = span.days
                if high <= 60:
                    yield f"{low:g}–{high:g}", span.text, said, ""


def _free_limit(sees: Sees, visit: Visit) -> Iterator[tuple[str, str, str, str]]:
    for said in (*_short(sees, visit), *_around(sees, visit)):
        scoped = wording("scoped_promise").search(said) or wording("delivery_scope").search(said)
        sums = sums_in(said)
        free = found_in(wording("free_delivery"), said, clause=True) and not wording("still_missing").search(said)
        if free and len(sums) == 1 and not scoped:
            yield f"{sums[0]:g}", quoted(said, 70), said, site_language(sees, visit)


def _phone(sees: Sees, visit: Visit) -> Iterator[tuple[str, str, str, str]]:
    if visit.kind not in _PHONES_ON:
        return
    phones = phones_in(page_text(sees, visit), (), sees.site.country)
    if phones:
        printed = ", ".join(one.printed for one in phones[:3])
        yield " ".join(sorted(one.number for one in phones)), printed, printed, ""


def _hours(sees: Sees, visit: Visit) -> Iterator[tuple[str, str, str, str]]:
    text = "\n".join((page_text(sees, visit), digest_of(sees, visit).footer))
    for printed in hours_in(text):
        at = text.find(printed)
        before = text[max(0, at - BEFORE_HOURS) : at] if at >= 0 else ""
        scope = _nearest(before)
        if scope:
            value = "".join(sign for sign in printed.lower().replace("–", "-").replace(":", ".") if not sign.isspace())
            yield value.replace(".00", "").replace("klo", ""), printed, printed, scope


def _nearest(before: str) -> str:
    """Say what hours are told of: the service or a store, whichever word stands nearest before them."""
    ends = {
        name: max((hit.end() for hit in wording(f"hours_of_{name}").finditer(before)), default=-1)
        for name in ("service", "store")
    }
    best = max(ends, key=lambda name: ends[name])
    return best if ends[best] >= 0 else ""


def _short(sees: Sees, visit: Visit) -> Iterator[str]:
    yield from (quoted(said, LONGEST_SENTENCE) for said in sentences(sees, visit) if len(said) <= LONGEST_SENTENCE)


def _around(sees: Sees, visit: Visit) -> Iterator[str]:
    """Yield the lines of a page's frame as well: a strip above the header often names the limit."""
    if visit.kind is PageKind.HOME:
        lines = dict.fromkeys(digest_of(sees, visit).text.split("\n"))
        yield from (line for line in lines if len(line) <= LONGEST_SENTENCE)


def _spans_near(said: str, about: str) -> Iterator[Span]:
    hits = list(wording(about).finditer(said))
    for span in spans_in(said):
        if any(max(0, span.start - hit.end(), hit.start() - span.end) <= NEAR for hit in hits):
            yield span


_FACTS: dict[str, _Read] = {
    "return days": _return_days,
    "delivery days": _delivery_days,
    "limit of free delivery": _free_limit,
    "phone": _phone,
    "hours": _hours,
}
