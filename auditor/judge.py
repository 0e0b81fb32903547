"""Checks times trails give results: without disk, clock or browser, the same again from the same recording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pydantic import JsonValue

from auditor.amendments import Amendments, amended, muted
from auditor.check import (
    COMMON_MESSAGES,
    Check,
    Context,
    Need,
    Scope,
    Trail,
    Verdict,
    not_applicable,
    one_stop,
    unknown,
)
from auditor.derive.findings import Found, grouped
from auditor.derive.goods.price_history import prices_seen
from auditor.derive.loads import measured
from auditor.derive.visit.boxes import Sights, sights_of
from auditor.derive.visit.stopped import stopped
from auditor.model import (
    Audit,
    AuditPage,
    AuditSite,
    CheckResult,
    Confidence,
    JourneyOutcome,
    Outcome,
    PageKind,
    PricesSeen,
    Recording,
    Source,
    Stage,
    Tool,
    ViewportName,
    Visit,
)
from auditor.score import site_score, stage_scores
from auditor.settings import Profile
from auditor.trails import is_there, trails

__all__ = ["NOTHING_AMENDED", "TOOL_NAME", "judge"]

TOOL_NAME = "cx-audit"
NOTHING_AMENDED = Amendments()
# The package of the checks that come along; others are those of plugins.
OWN = "checks."
MAX_EVIDENCE = 8
MAX_OFFENDERS = 20
# Only a fault has to show where a thing was looked for in vain.
_FAULTS = frozenset({Outcome.FAILED, Outcome.WARNING})
# Ends of a walk that leave nothing to audit; the audit then says so as a whole (CONTRACTS 5).
_DEAD_ENDS = frozenset(
    {
        JourneyOutcome.LOGIN_WALL,
        JourneyOutcome.ROBOT_WALL,
        JourneyOutcome.DECLINED,
        JourneyOutcome.GEO_BLOCKED,
        JourneyOutcome.CLOSED_SHOP,
        JourneyOutcome.NOT_A_SHOP,
        JourneyOutcome.SITE_ERROR,
    }
)


@dataclass
class _Memory:
    """Answers remembered for one judgement."""

    kept: dict[str, Any] = field(default_factory=dict)

    def __call__(self, key: str, make: Any) -> Any:
        if key not in self.kept:
            self.kept[key] = make()
        return self.kept[key]


def judge(
    recording: Recording,
    checks: Sequence[Check],
    profile: Profile,
    *,
    duties_as_of: date,
    tool_version: str,
    imported: Sequence[CheckResult] = (),
    amendments: Amendments = NOTHING_AMENDED,
    past_prices: Sequence[PricesSeen] = (),
) -> Audit:
    """Judge a recording: every check on every trail it asks for, then scores, measurements and findings.

    ``imported`` are results from the shop's own figures; they count beside the observed ones. ``amendments`` are what
    people settled by hand or leave alone, as of the day the duties are judged as of. ``past_prices`` come from earlier
    audits of the shop.
    """
    sights = sights_of(recording.visits, recording.loads, recording.journeys.values())
    around = Context(
        site=recording.site,
        recording=recording,
        duties_as_of=duties_as_of,
        others=recording.journeys,
        past_prices=tuple(past_prices),
        memo=_Memory(),
    )
    found: list[Found] = []
    for check in sorted(checks, key=lambda one: one.id):
        if check.id not in profile.off:
            context = replace(around, options=_options(check, profile))
            found.extend(_judged(check, trail, context, profile, sights) for trail in trails(recording, check))
    found = [replace(one, result=amended(one.result, amendments, duties_as_of)) for one in found]
    results = (*(one.result for one in found), *imported)
    stages = stage_scores(results, profile.mobile_share)
    score, coverage = site_score(stages)
    problem, sentence = _problem(recording)
    site = recording.site
    return Audit(
        tool=Tool(name=TOOL_NAME, version=tool_version),
        site=AuditSite(
            url=site.url, name=site.name, languages=site.languages, country=site.country, platform=site.platform
        ),
        started_at=site.started_at,
        finished_at=site.finished_at,
        profile=profile.name,
        mobile_share=profile.mobile_share,
        duties_as_of=duties_as_of,
        browser=site.browser,
        visitor=site.visitor,
        host=site.host,
        robots=site.robots,
        problem=problem,
        sentence=sentence,
        complete=recording.complete and not site.interrupted,
        notes=site.notes,
        score=score,
        coverage=coverage,
        stages=stages,
        pages=tuple(_page(visit) for visit in recording.visits),
        measurements=measured(recording.loads),
        results=results,
        findings=muted(grouped(found), amendments, duties_as_of),
        journeys={name: recording.journeys[name] for name in ViewportName if name in recording.journeys},
        stopped={name: end for name in ViewportName if name in recording.journeys and (end := stopped(around, name))},
        prices=prices_seen(around, recording.visits),
    )


def _options(check: Check, profile: Profile) -> dict[str, Any]:
    given = profile.options.get(check.id, {})
    return {name: given.get(name, option.default) for name, option in check.options.items()}


def _judged(check: Check, trail: Trail, context: Context, profile: Profile, sights: Sights) -> Found:
    kind = trail.page.kind if trail.page else trail.loads[0].page if _one_page(check, trail) else None
    verdict, broken = _verdict(check, trail, context)
    texts = {**COMMON_MESSAGES, **check.messages}
    text = _fill(texts[verdict.message], verdict.data)
    reason = text if verdict.outcome in {Outcome.UNKNOWN, Outcome.ERROR} or broken else None
    result = CheckResult(
        check=check.id,
        stage=_stage(check, kind),
        source=Source.ROBOT if check.body.__module__.startswith(OWN) else Source.PLUGIN,
        viewport=trail.viewport,
        page=trail.page.id if trail.page else None,
        outcome=Outcome.ERROR if broken else verdict.outcome,
        score=verdict.score,
        weight=profile.weights.get(check.id, check.weight),
        severity=check.severity,
        confidence=Confidence.LOW if broken else verdict.confidence,
        basis=verdict.basis,
        value=_json(verdict.value),
        unit=verdict.unit,
        n=verdict.n,
        interval=verdict.interval,
        message=verdict.message,
        data={key: _json(value) for key, value in verdict.data.items()},
        text_en=text,
        reason_unknown=reason,
        evidence=tuple(sights.placed(piece) for piece in verdict.evidence[:MAX_EVIDENCE]),
        offenders=verdict.offenders[:MAX_OFFENDERS],
        searched=verdict.searched if verdict.outcome in _FAULTS else None,
    )
    return Found(result, verdict.rule or verdict.message, kind)


def _one_page(check: Check, trail: Trail) -> bool:
    return check.scope is Scope.PAGE and Need.LOADS in check.needs and bool(trail.loads)


def _stage(check: Check, kind: PageKind | None) -> Stage:
    return check.page_stages.get(kind, check.stage) if kind else check.stage


def _sells_nothing(context: Context) -> bool:
    """Say whether every screen's walk found no shop, or a closed one: then no product is missing."""
    ends = {walk.outcome for walk in context.others.values()}
    return bool(ends) and ends <= {JourneyOutcome.NOT_A_SHOP, JourneyOutcome.CLOSED_SHOP}


def _verdict(check: Check, trail: Trail, context: Context) -> tuple[Verdict, bool]:
    """Ask a check; say whether it broke instead of answering."""
    missing = next((need for need in Need if need in check.needs and not is_there(need, trail)), None)
    if missing is Need.PRODUCT and _sells_nothing(context):
        return not_applicable("no-goods"), False
    if missing:
        return unknown(f"missing-{missing}"), False
    if check.scope is Scope.PAGE and trail.page is None and not check.fact and Need.LOADS not in check.needs:
        return unknown("missing-visits"), False
    try:
        verdict = check.body(trail, context)
        if verdict.message not in check.messages:
            raise LookupError(f"the message {verdict.message} is not declared")
    except Exception as error:
        # One of the two broad excepts: a check that breaks must not take the others with it, and is shown as broken.
        return unknown("error", data={"error": f"{type(error).__name__}: {error}"[:200]}), True
    return verdict, False


class _Gaps(dict[str, Any]):
    """Data of a message; a slot without data is shown as a dash."""

    def __missing__(self, key: str) -> str:
        return "–"


def _fill(text: str, data: Mapping[str, Any]) -> str:
    shown = {
        key: ", ".join(map(str, value)) if isinstance(value, list | tuple) else value for key, value in data.items()
    }
    return one_stop(text.format_map(_Gaps(shown)))


def _json(value: Any) -> JsonValue:
    if isinstance(value, Mapping):
        return {str(key): _json(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_json(one) for one in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def _page(visit: Visit) -> AuditPage:
    return AuditPage(
        id=visit.id,
        url=visit.url,
        kind=visit.kind,
        viewport=visit.viewport,
        status=visit.status,
        title=visit.title,
        depth=visit.depth,
    )


def _problem(recording: Recording) -> tuple[str, str]:
    """Return what kept the shop from being audited, with its sentence; empty where nothing did."""
    reach = recording.site.reach
    if reach.problem:
        return reach.problem, reach.sentence
    ends = {journey.outcome for journey in recording.journeys.values()}
    if len(ends) == 1 and ends <= _DEAD_ENDS:
        reasons = [journey.reason for journey in recording.journeys.values()]
        return str(next(iter(ends))), next((reason for reason in reasons if reason), "")
    return ("interrupted", "") if recording.site.interrupted else ("", "")
