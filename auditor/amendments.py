"""What people add to an audit: faults they leave alone, and facts that they know better than the robot.

A mute hides nothing: the finding stays in the report and in the scores, marked with its reason. A fact settled by hand
counts in the scores, and both words are shown, the person's and the robot's.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from auditor.model import ByHand, CheckResult, Confidence, Finding, Mute, Outcome, ViewportName
from auditor.settings import read_toml

__all__ = ["Amendments", "FactByHand", "MutedFinding", "amended", "load_amendments", "muted", "stale"]

PASSED_FROM, WARNED_FROM = 90, 50
_Text = Annotated[str, Field(min_length=1, max_length=400)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MutedFinding(_Part):
    """A finding to leave alone, by its key in audit.json or the first twelve signs of it; ``until`` is its last day."""

    key: Annotated[str, Field(pattern=r"^[0-9a-f]{12,64}$")]
    reason: _Text
    until: date | None = None

    def covers(self, finding: Finding, today: date) -> bool:
        """Say whether a finding is muted on a day."""
        return finding.key.startswith(self.key) and not self.over(today)

    def over(self, today: date) -> bool:
        """Say whether the mute has run out."""
        return self.until is not None and today > self.until


class FactByHand(_Part):
    """A check's answer as a person knows it, on one screen or on all; ``score`` is 0-100, null if not applicable."""

    check: _Text
    viewport: ViewportName | None = None
    score: Annotated[int, Field(ge=0, le=100)] | None = None
    not_applicable: bool = False
    value: JsonValue = None
    author: _Text
    reason: _Text
    until: date | None = None

    @model_validator(mode="after")
    def _one_answer(self) -> FactByHand:
        if (self.score is None) is not self.not_applicable:
            raise ValueError("give either a score of 0 to 100 or not_applicable = true")
        return self

    def covers(self, result: CheckResult, today: date) -> bool:
        """Say whether a result is settled by this on a day."""
        here = self.viewport is None or result.viewport in {None, self.viewport}
        return self.check == result.check and here and not self.over(today)

    def over(self, today: date) -> bool:
        """Say whether the word has run out."""
        return self.until is not None and today > self.until

    @property
    def outcome(self) -> Outcome:
        """The outcome that the score comes to (CONTRACTS 3)."""
        if self.score is None:
            return Outcome.NOT_APPLICABLE
        if self.score >= PASSED_FROM:
            return Outcome.PASSED
        return Outcome.WARNING if self.score >= WARNED_FROM else Outcome.FAILED


class Amendments(_Part):
    """All of a file: the tables ``[[mute]]`` and ``[[fact]]``."""

    mute: tuple[MutedFinding, ...] = ()
    fact: tuple[FactByHand, ...] = ()


def load_amendments(path: Path | None) -> Amendments:
    """Read an ignore file; without one nothing is amended. Raises SettingsError with one sentence."""
    return Amendments() if path is None else read_toml(path, Amendments, "ignore file")


def amended(result: CheckResult, amendments: Amendments, today: date) -> CheckResult:
    """Return a result as a person has settled it, or as it is."""
    fact = next((one for one in amendments.fact if one.covers(result, today)), None)
    if fact is None:
        return result
    said = ByHand(
        author=fact.author, reason=fact.reason, outcome=result.outcome, score=result.score, value=result.value
    )
    return result.model_copy(
        update={
            "outcome": fact.outcome,
            "score": fact.score,
            "value": result.value if fact.value is None else fact.value,
            "confidence": Confidence.HIGH,
            "reason_unknown": None,
            "by_hand": said,
        }
    )


def muted(findings: Iterable[Finding], amendments: Amendments, today: date) -> tuple[Finding, ...]:
    """Mark the findings that are to be left alone."""

    def one(finding: Finding) -> Finding:
        mute = next((mute for mute in amendments.mute if mute.covers(finding, today)), None)
        if mute is None:
            return finding
        return finding.model_copy(update={"muted": Mute(reason=mute.reason, until=mute.until)})

    return tuple(one(finding) for finding in findings)


def stale(amendments: Amendments, findings: Iterable[Finding], checks: Iterable[str], today: date) -> tuple[str, ...]:
    """Say in sentences what of the amendments has run out or fits nothing any more."""
    listed, known = tuple(findings), frozenset(checks)
    told: list[str] = []
    for mute in amendments.mute:
        if mute.over(today):
            told.append(f"The mute of {mute.key[:12]} ran out on {mute.until}: {mute.reason}")
        elif not any(finding.key.startswith(mute.key) for finding in listed):
            told.append(f"The mute of {mute.key[:12]} fits no finding any more: {mute.reason}")
    for fact in amendments.fact:
        if fact.over(today):
            told.append(f"The word of {fact.author} on {fact.check} ran out on {fact.until}.")
        elif fact.check not in known:
            told.append(f"There is no check called {fact.check}, on which {fact.author} has given a word.")
    return tuple(told)
