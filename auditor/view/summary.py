"""The audit on one page of plain words: verdict, scores, walks, the first mends and the failures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.check import Check
from auditor.model import Audit, Outcome
from auditor.texts import Translator
from auditor.view.desk import desk_of
from auditor.view.findings import FindingRow, findings_of
from auditor.view.paths import Device, devices_of
from auditor.view.plan import PlanColumn, first_of, plan_of
from auditor.view.safe import Address, address, clean
from auditor.view.stages import Mend, StageView, stage_views, unscored
from auditor.view.verdict import PathStop, Trouble, stop_of, trouble_of, verdict_of

__all__ = ["Summary", "summary_of"]

MENDS = 3
# So many of each column of the plan.
PLANNED = 5
FAILURES = 12


@dataclass(frozen=True)
class Summary:
    """What the page shows, in its order."""

    shop: str
    address: Address
    when: str
    tool: str
    verdict: str
    score: int | None
    unscored: str
    coverage: str
    stages: tuple[StageView, ...]
    devices: tuple[Device, ...]
    mends: tuple[Mend, ...]
    plan: tuple[PlanColumn, ...]
    failures: tuple[tuple[FindingRow, int], ...]
    more: int
    trouble: Trouble | None
    stop: PathStop | None


def _by_check(failed: list[FindingRow]) -> list[tuple[FindingRow, int]]:
    """Return the first failure of each check, with how many more places there are."""
    grouped: dict[tuple[str, str], list[FindingRow]] = {}
    for one in failed:
        grouped.setdefault((one.stage, one.check), []).append(one)
    return [(places[0], len(places) - 1) for places in grouped.values()]


def summary_of(audit: Audit, *, checks: Mapping[str, Check], t: Translator) -> Summary:
    """Word an audit for one page."""
    desk = desk_of(audit, checks=checks, t=t)
    devices = devices_of(desk)
    stages, mends = stage_views(desk)
    failed = _by_check([one for one in findings_of(desk, mends) if one.outcome is Outcome.FAILED and not one.muted])
    return Summary(
        shop=clean(audit.site.name, 80) or address(audit.site.url, 60).text,
        address=address(audit.site.url, 60),
        when=desk.say.moment(audit.started_at),
        tool=clean(f"{audit.tool.name} {audit.tool.version}", 80),
        verdict=verdict_of(desk, devices, stages),
        score=audit.score,
        unscored=unscored(desk, stages),
        coverage=desk.say.percent(audit.coverage),
        stages=stages,
        devices=devices,
        mends=mends[:MENDS],
        plan=first_of(plan_of(desk, mends), PLANNED),
        failures=tuple(failed[:FAILURES]),
        more=max(0, len(failed) - FAILURES),
        trouble=trouble_of(desk),
        stop=stop_of(devices),
    )
