"""What a return policy says: days, who pays, how, when the money comes; and whether a page is a policy at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from auditor.derive.text.spans import Span, spans_in
from auditor.vocabulary.wordings import wording

__all__ = ["PolicyContent", "PolicyFacts", "content_of", "is_placeholder", "read_policy"]

_BRACKETS = re.compile(
    r"\[(?!\s*(?:at|ät|dot|piste|email protected|pdf|\.\.\.|…|x|\d+)\s*\])[A-Za-zÅÄÖåäöØøÆæÜüÕõ][\wåäö .,/'-]{2,40}\]"
)
REAL_CHARS = 250
THIN_CHARS = 80
# A word behind the number counts as this many characters further away than one before it.
BEHIND = 25
SHORT_CHARS = 400
# A line without a full stop tells something from so many words on; what belongs to it stands within so many sentences.
TELLING_WORDS = 7
AROUND = 3


class PolicyContent(StrEnum):
    """What stands on the page that a policy link leads to (CONTRACTS 3)."""

    REAL = "real"
    PLACEHOLDER = "placeholder"
    FORM = "form"
    NONE = "none"


@dataclass(frozen=True)
class PolicyFacts:
    """What a policy text states; ``pays`` is "shop", "customer" or null, times are in days."""

    days: int | None = None
    pays: str | None = None
    how: bool = False
    refund_days: int | None = None
    refund_told: bool = False
    excerpt: str = ""

    @property
    def told(self) -> int:
        """How many of the four things are told: days, who pays, how, when the money comes."""
        return sum((self.days is not None, self.pays is not None, self.how, self.refund_told))


def read_policy(text: str) -> PolicyFacts:
    """Read the four facts out of a text in any shop language; days of refunds and deliveries are no return days."""
    sentences = _sentences(text)
    days: list[tuple[bool, int, str]] = []
    refunds: list[int] = []
    at_once = False
    near = ""
    for sentence in sentences:
        never = wording("no_return").search(sentence)  # what follows then is about something else
        about = f"{near} {sentence}" if len(sentence) < 60 else sentence
        for span in () if wording("another_span").search(sentence) else spans_in(sentence):
            amount = _days(span)
            kind = _kind(sentence, span.start, span.end) or _kind(about, len(about), len(about))
            if kind == "return" and not (never and span.start > never.start()) and 7 <= amount <= 400:
                days.append((bool(wording("returning").search(sentence)), amount, sentence))
            elif kind == "refund" and amount <= 60:
                refunds.append(amount)
        at_once = at_once or bool(wording("refunding").search(sentence) and wording("at_once").search(sentence))
        near = sentence if wording("returning").search(sentence) else ""
    speaks = [one for one in sentences if wording("returning").search(one)]
    # A number whose own sentence speaks of returns says more than one that merely follows such a sentence.
    best = max(days, default=(False, None, ""), key=lambda found: (found[0], found[1] or 0))
    about = _about_returns(sentences, best[2])
    return PolicyFacts(
        days=best[1],
        pays=_pays(about),
        how=bool(wording("how_to_return").search(about)),
        refund_days=max(refunds, default=None),
        refund_told=bool(refunds) or at_once,
        excerpt=best[2][:200] or next(iter(speaks), "")[:200],
    )


def _about_returns(sentences: list[str], told: str) -> str:
    """Return the sentences that speak of returns, with those around them: a page about shipping has such headings, too.

    ``told`` is the sentence of the days, whatever its length.
    """
    near: set[int] = set()
    for at, one in enumerate(sentences):
        telling = one.endswith((".", "!", "?")) or len(one.split()) >= TELLING_WORDS
        if one == told or (telling and wording("returning").search(one)):
            near |= set(range(at - 1, at + AROUND + 1))
    return " ".join(one for at, one in enumerate(sentences) if at in near)


def content_of(text: str, *, status: int | None = 200, inputs: int = 0) -> PolicyContent:
    """Say whether a page is a real policy, a placeholder, a bare form, or nothing (CONTRACTS 3).

    ``inputs`` counts the fields a visitor could fill in on the page, those of search and newsletter left out.
    """
    bare = text.strip()
    if status is not None and status >= 400:
        return PolicyContent.NONE
    if is_placeholder(bare):
        return PolicyContent.PLACEHOLDER
    facts = read_policy(bare)
    solid = facts.days is not None or facts.told >= 2
    if solid or (facts.told and len(bare) >= REAL_CHARS):
        return PolicyContent.REAL
    if inputs:
        return PolicyContent.FORM
    thin = facts.told > 0 and len(bare) >= THIN_CHARS
    long_enough = len(bare) >= 2 * REAL_CHARS and len(wording("returning").findall(bare)) >= 3
    return PolicyContent.REAL if thin or long_enough else PolicyContent.NONE


def is_placeholder(text: str) -> bool:
    """Say whether a text still waits to be written: blind text, unfilled brackets, or a short "coming soon"."""
    if wording("placeholder").search(text) or _BRACKETS.search(text):
        return True
    return len(text) < SHORT_CHARS and bool(wording("coming_soon").search(text)) and read_policy(text).days is None


def _sentences(text: str) -> list[str]:
    parts = re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖØÆÜÕ\d])|\n+", text[:40_000])
    return [part.strip() for part in parts if part.strip()]


def _days(span: Span) -> int:
    return round(span.days[1])


def _kind(sentence: str, start: int, end: int) -> str:
    """Say what a number of days is told of, the return or the refund: whichever word is nearer, rather before it."""

    def nearest(pattern: re.Pattern[str]) -> int:
        gaps = (
            max(0, start - hit.end()) if hit.start() < start else BEHIND + max(0, hit.start() - end)
            for hit in pattern.finditer(sentence)
        )
        return min(gaps, default=10_000)

    back, money = nearest(wording("returning")), nearest(wording("refunding"))
    if min(back, money) > 160:
        return ""
    return "refund" if money < back or (money == back and money < 10_000) else "return"


def _pays(body: str) -> str | None:
    free, own = wording("shop_pays_return").search(body), wording("customer_pays_return").search(body)
    if free and own:
        return "shop" if free.start() < own.start() else "customer"
    return "shop" if free else "customer" if own else None
