"""What a return policy says: days, who pays, how, when the money comes; and whether a page is a policy at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from auditor.derive.text.spans import Span, spans_in
from auditor.vocabulary.denied import denied
from auditor.vocabulary.wordings import wording

__all__ = ["PolicyContent", "PolicyFacts", "content_of", "free_return_in", "is_placeholder", "read_policy"]

_BRACKETS = re.compile(r"\[\s*([^\W\d][\w .,/'’-]{2,40}?)\s*\]")
_WORD = re.compile(r"\w+")
# The model form of the law keeps brackets that the shop should have filled in: so far behind its heading.
FORM_CHARS = 500
REAL_CHARS = 250
THIN_CHARS = 80
# A word behind the number counts as this many characters further away than one before it.
BEHIND = 25
SHORT_CHARS = 400
# A line without a full stop tells something from so many words on; what belongs to it stands within so many sentences.
TELLING_WORDS = 7
AROUND = 3
# So near before it a denial turns a free return into one that costs: "we do not offer free returns".
DENIED_WITHIN = 2
# Two of the four things make a text a policy, whatever else stands in it.
WRITTEN = 2


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
    days: list[_Told] = []
    refunds: list[int] = []
    at_once = False
    near = ""
    for sentence in sentences:
        never = wording("no_return").search(sentence)  # what follows then is about something else
        about = f"{near} {sentence}" if len(sentence) < 60 else sentence
        for span in () if _of_another_thing(sentence) else spans_in(sentence):
            amount = _days(span)
            kind = _kind(sentence, span.start, span.end) or _kind(about, len(about), len(about))
            if kind == "return" and not (never and span.start > never.start()) and 7 <= amount <= 400:
                days.append(_Told(amount, sentence))
            elif kind == "refund" and amount <= 60:
                refunds.append(amount)
        at_once = at_once or bool(wording("refunding").search(sentence) and wording("at_once").search(sentence))
        near = sentence if wording("returning").search(sentence) else ""
    speaks = [one for one in sentences if wording("returning").search(one)]
    best = max(days, default=None, key=lambda one: one.rank)
    said = best.sentence if best else ""
    body = _about_returns(sentences, said)
    return PolicyFacts(
        days=best.days if best else None,
        pays=_pays(body),
        how=bool(wording("how_to_return").search(" ".join(body))),
        refund_days=max(refunds, default=None),
        refund_told=bool(refunds) or at_once,
        excerpt=said[:200] or next(iter(speaks), "")[:200],
    )


@dataclass(frozen=True)
class _Told:
    """A number of days, and the sentence that tells it."""

    days: int
    sentence: str

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """What holds for all goods and customers comes first, then a sentence that speaks of returns itself.

        Then the longest time, or the shortest where all that was told is for some: "30 days, members 60".
        """
        some = _only_some(self.sentence)
        return not some, bool(wording("returning").search(self.sentence)), -self.days if some else self.days


def _of_another_thing(sentence: str) -> bool:
    """Say whether the times of a sentence are those of something else, such as a delivery beside a return."""
    if wording("another_span").search(sentence):
        return True
    others = wording("delivery_promise").search(sentence) or wording("warranty_told").search(sentence)
    spoken = wording("returning").search(sentence) or wording("refunding").search(sentence)
    return bool(others) and not spoken


def _only_some(sentence: str) -> bool:
    """Say whether a sentence speaks of faulty goods, of members or of some weeks."""
    return bool(wording("of_faults").search(sentence) or wording("of_some_customers").search(sentence))


def _about_returns(sentences: list[str], told: str) -> list[str]:
    """Return the sentences that speak of returns, with those around them: a page about shipping has such headings, too.

    ``told`` is the sentence of the days, whatever its length.
    """
    near: set[int] = set()
    for at, one in enumerate(sentences):
        telling = one.endswith((".", "!", "?")) or len(one.split()) >= TELLING_WORDS
        if one == told or (telling and wording("returning").search(one)):
            near |= set(range(at - 1, at + AROUND + 1))
    return [one for at, one in enumerate(sentences) if at in near]


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
    """Say whether a text still waits to be written: blind text, unfilled brackets, or a short "coming soon".

    Where a text tells what policies tell, words of a template that were left in it make it no placeholder.
    """
    if wording("blind_text").search(text):
        return True
    if wording("placeholder").search(text) or _unfilled(text):
        return read_policy(text).told < WRITTEN
    return len(text) < SHORT_CHARS and bool(wording("coming_soon").search(text)) and read_policy(text).days is None


def _unfilled(text: str) -> bool:
    """Say whether brackets hold what the shop should have put there; those of the law's model form do not count."""
    forms = [form.end() for form in wording("model_form").finditer(text)]
    return any(
        wording("unfilled").search(hit[1]) and not any(0 <= hit.start() - form <= FORM_CHARS for form in forms)
        for hit in _BRACKETS.finditer(text)
    )


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


def _pays(sentences: list[str]) -> str | None:
    """Say who pays, by the first sentence that tells it for all goods and customers, else by the first of all.

    A line without a full stop is read together with what follows it, as a heading is.
    """
    told: list[tuple[bool, str]] = []
    label = ""
    for one in sentences:
        payer = _payer(one) or (_payer(f"{label} {one}") if label else None)
        if payer:
            told.append((_only_some(one), payer))
        label = "" if one.endswith((".", "!", "?")) else one
    return min(told, key=lambda one: one[0])[1] if told else None


def free_return_in(sentence: str) -> bool:
    """Say whether a sentence tells that a return costs nothing, and not only one of faulty goods."""
    return _payer(sentence) == "shop" and not wording("of_faults").search(sentence)


def _payer(sentence: str) -> str | None:
    if wording("no_customer_pays_return").search(sentence):
        return "shop"
    free, own = wording("shop_pays_return").search(sentence), wording("customer_pays_return").search(sentence)
    if own and not (free and free.start() < own.start()):
        return "customer"
    if free is None:
        return None
    within = _WORD.findall(free[0])[-DENIED_WITHIN - 2 : -1]
    if any(wording("denial").fullmatch(one) for one in within) or denied(
        sentence, free, before=DENIED_WITHIN, after=0, clause=True
    ):
        return "customer"
    return None if denied(sentence, free, clause=True) else "shop"
