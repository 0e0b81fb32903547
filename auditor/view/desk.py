"""What every part of the view has at hand, and the words for what a check found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from auditor.check import COMMON_MESSAGES, Check
from auditor.model import Audit, AuditPage, CheckResult, Outcome
from auditor.texts import Translator
from auditor.view.pictures import Album
from auditor.view.points import BAD
from auditor.view.safe import clean
from auditor.view.wording import Wording

__all__ = ["Desk", "advice_of", "desk_of", "sentence_of", "title_of"]

MAX_SENTENCE = 700


@dataclass(frozen=True)
class Desk:
    """What every part of the view needs at hand while it is put together."""

    audit: Audit
    checks: Mapping[str, Check]
    say: Wording
    album: Album
    pages: Mapping[str, AuditPage]


def desk_of(
    audit: Audit,
    *,
    checks: Mapping[str, Check],
    t: Translator,
    picture: Callable[[str], bytes | None] = lambda _name: None,
) -> Desk:
    """Return what the parts of the view need at hand."""
    return Desk(audit, checks, Wording(t, audit.visitor.timezone), Album(picture), {one.id: one for one in audit.pages})


def title_of(desk: Desk, name: str, outcome: Outcome) -> str:
    """Return a check's title; it claims no more than was seen: what is not known is asked."""
    t, check = desk.say.t, desk.checks.get(name)
    if check is None:
        return clean(name, 80)
    match outcome:
        case Outcome.FAILED:
            return t(check.failure_title)
        case Outcome.WARNING:
            return t("{title}: needs work", title=t(check.title))
        case Outcome.UNKNOWN | Outcome.ERROR:
            return f"{t(check.title)}?"
        case _:
            return t(check.title)


def sentence_of(desk: Desk, result: CheckResult) -> str:
    """Return what a result says, in the report's language; a check that is not installed speaks English."""
    check = desk.checks.get(result.check)
    known = {**COMMON_MESSAGES, **(check.messages if check else {})}
    if result.message in known:
        return clean(desk.say.fill(known[result.message], result.data), MAX_SENTENCE)
    return clean(result.text_en or result.reason_unknown or result.message, MAX_SENTENCE)


def advice_of(desk: Desk, name: str, results: Iterable[CheckResult]) -> str:
    """Return what to do about what was found, the advice for the worst result first."""
    check = desk.checks.get(name)
    if check is None:
        return ""
    bad = [one for one in results if one.outcome in BAD]
    ranked = sorted(bad, key=lambda one: one.score or 0)
    texts = dict.fromkeys(check.advice_for.get(one.message, check.advice) for one in ranked)
    return " ".join(desk.say.t(text) for text in texts or (check.advice,))
