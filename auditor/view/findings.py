"""Every finding as one row: what failed, where, what was seen and what to do; for spreadsheets and tickets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model import CheckResult, Finding, Outcome, Severity
from auditor.texts import Translator
from auditor.view.desk import Desk, advice_of, sentence_of, title_of
from auditor.view.names import CERTAINTIES, EFFORTS, OUTCOMES, SEVERITIES, STAGES, VIEWPORTS
from auditor.view.points import BAD, least_sure, worst
from auditor.view.safe import address, clean
from auditor.view.stages import Mend

__all__ = ["FindingRow", "finding_heads", "findings_of"]

MAX_FINDINGS = 2000
MAX_PAGES = 20
MAX_SEEN = 5
MAX_SELECTOR = 400


@dataclass(frozen=True)
class FindingRow:
    """One finding in words; ``muted`` says why it is left alone, and ``pages`` are addresses.

    ``points`` are what the site's score would gain if its whole check were in order; empty where no score was given.
    """

    stage: str
    check: str
    title: str
    severity: str
    outcome: Outcome
    outcome_text: str
    certainty: str
    effort: str
    points: str
    devices: str
    pages: tuple[str, ...]
    selector: str
    seen: str
    advice: str
    key: str
    muted: str


def finding_heads(t: Translator) -> tuple[str, ...]:
    """Return the names of a row's fields, in the order of the columns."""
    return (
        t("Stage"), t("Check"), t("Title"), t("Severity"), t("Outcome"), t("Certainty"), t("Work"),
        t("Points for the whole check"), t("Screens"), t("Pages"), t("Selector"), t("What was seen"), t("What to do"),
        t("Key"), t("Left alone on purpose"),
    )  # fmt: skip


def findings_of(desk: Desk, mends: Sequence[Mend]) -> tuple[FindingRow, ...]:
    """Return the findings, failures first and among them the gravest, in the order of the journey.

    ``mends`` tell what each check is worth; what is left alone on purpose is not among them.
    """
    points = {one.card.check: one.points_text for one in mends} if desk.audit.score is not None else {}
    severities, stages = list(Severity), list(STAGES)
    told = []
    for finding in desk.audit.findings[:MAX_FINDINGS]:
        results = [desk.audit.results[at] for at in finding.results if 0 <= at < len(desk.audit.results)]
        if results:
            outcome = worst(one.outcome for one in results)
            rank = (
                bool(finding.muted),
                outcome is not Outcome.FAILED,
                severities.index(results[0].severity),
                stages.index(finding.stage),
            )
            told.append((rank, _row(desk, finding, results, points.get(finding.check, ""))))
    return tuple(row for _rank, row in sorted(told, key=lambda one: one[0]))


def _row(desk: Desk, finding: Finding, results: list[CheckResult], points: str) -> FindingRow:
    t, check = desk.say.t, desk.checks.get(finding.check)
    outcome = worst(one.outcome for one in results)
    pages = [desk.pages[one].url for one in finding.pages if one in desk.pages]
    seen = dict.fromkeys(sentence_of(desk, one) for one in results if one.outcome in BAD)
    return FindingRow(
        stage=t(STAGES[finding.stage][0]),
        check=clean(finding.check, 80),
        title=title_of(desk, finding.check, outcome),
        severity=t(SEVERITIES[results[0].severity]),
        outcome=outcome,
        outcome_text=t(OUTCOMES[outcome]),
        certainty=t(CERTAINTIES[least_sure(results)]),
        effort=t(EFFORTS[check.effort]) if check and check.effort else "",
        points="" if finding.muted else points,
        devices=", ".join(t(VIEWPORTS[one]) for one in finding.viewports),
        pages=tuple(dict.fromkeys(address(url).href or clean(url) for url in pages))[:MAX_PAGES],
        selector=clean(finding.selector, MAX_SELECTOR) or _selector(results),
        seen=" ".join(list(seen)[:MAX_SEEN]),
        advice=advice_of(desk, finding.check, results),
        key=clean(finding.key, 80),
        muted=clean(finding.muted.reason) if finding.muted else "",
    )


def _selector(results: list[CheckResult]) -> str:
    """Return the first element that was seen where the finding itself names none."""
    bad = [one for one in results if one.outcome in BAD]
    told = [one.selector for result in bad for one in result.offenders]
    told += [one.selector for result in bad for one in result.evidence]
    return clean(next((one for one in told if one), ""), MAX_SELECTOR)
