"""Checks times trails give results: without disk, clock or browser, the same again from the same recording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import JsonValue

from auditor.check import COMMON_MESSAGES, Check, Context, Need, Scope, Trail, Verdict, unknown
from auditor.derive.findings import Found, grouped
from auditor.derive.loads import measured
from auditor.model import (
    Audit,
    AuditPage,
    AuditSite,
    CheckResult,
    Confidence,
    Journey,
    JourneyOutcome,
    Outcome,
    PageKind,
    Recording,
    Stage,
    Tool,
    ViewportName,
    Visit,
)
from auditor.score import site_score, stage_scores
from auditor.settings import Profile

__all__ = ["TOOL_NAME", "judge"]

TOOL_NAME = "cx-audit"
MAX_EVIDENCE = 8
MAX_OFFENDERS = 20
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
) -> Audit:
    """Judge a recording: every check on every trail it asks for, then scores, measurements and findings.

    ``imported`` are results from the shop's own figures; they count beside the observed ones.
    """
    memory = _Memory()
    found: list[Found] = []
    for check in sorted(checks, key=lambda one: one.id):
        if check.id not in profile.off:
            context = _context(recording, check, profile, duties_as_of, memory)
            found.extend(_judged(check, trail, context, profile) for trail in _trails(recording, check))
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
        duties_as_of=duties_as_of,
        browser=site.browser,
        visitor=site.visitor,
        host=site.host,
        robots=site.robots,
        problem=problem,
        sentence=sentence,
        complete=recording.complete and not site.interrupted,
        score=score,
        coverage=coverage,
        stages=stages,
        pages=tuple(_page(visit) for visit in recording.visits),
        measurements=measured(recording.loads),
        results=results,
        findings=grouped(found),
        journeys={name: recording.journeys[name] for name in ViewportName if name in recording.journeys},
    )


def _context(recording: Recording, check: Check, profile: Profile, duties_as_of: date, memory: _Memory) -> Context:
    given = profile.options.get(check.id, {})
    options = {name: given.get(name, option.default) for name, option in check.options.items()}
    return Context(
        site=recording.site,
        recording=recording,
        duties_as_of=duties_as_of,
        options=options,
        others=recording.journeys,
        memo=memory,
    )


def _trails(recording: Recording, check: Check) -> Iterator[Trail]:
    """Yield what a check is asked about; a page check without any page is asked once per screen, and cannot tell."""
    wanted = check.viewports or tuple(recording.site.viewports)
    if check.scope is Scope.SITE:
        walk = next((recording.journeys[name] for name in ViewportName if name in recording.journeys), None)
        yield Trail(None, recording.visits, recording.loads, walk)
        return
    for viewport in (name for name in recording.site.viewports if name in wanted):
        whole = Trail(
            viewport,
            tuple(visit for visit in recording.visits if visit.viewport is viewport),
            tuple(load for load in recording.loads if load.viewport is viewport),
            recording.journeys.get(viewport),
        )
        if check.scope is Scope.VIEWPORT:
            yield whole
        else:
            pages = tuple(_by_load(check, whole) if Need.LOADS in check.needs else _by_visit(check, whole))
            yield from pages or (whole,)


def _by_visit(check: Check, whole: Trail) -> Iterator[Trail]:
    """Give each address once: by the visit that measured most of what the check reads, among equals the first."""
    best: dict[str, tuple[int, Visit]] = {}
    for visit in whole.visits:
        address = visit.url.partition("#")[0]
        fact = getattr(visit.facts, check.fact) if check.fact else None
        wanted = not check.page_kinds or visit.kind in check.page_kinds
        much = len(fact) if isinstance(fact, tuple) else 0
        if wanted and (not check.fact or fact not in (None, (), "")) and much > best.get(address, (-1,))[0]:
            best[address] = (much, visit)
    for _much, visit in best.values():
        yield Trail(whole.viewport, (visit,), whole.loads, whole.walk, visit)


def _by_load(check: Check, whole: Trail) -> Iterator[Trail]:
    timed = {load.page: None for load in whole.loads if not check.page_kinds or load.page in check.page_kinds}
    for kind in timed:
        loads = tuple(load for load in whole.loads if load.page is kind)
        addresses = {load.url for load in loads}
        same = [visit for visit in whole.visits if visit.kind is kind]
        page = next((visit for visit in same if visit.url in addresses), next(iter(same), None))
        yield Trail(whole.viewport, (page,) if page else (), loads, whole.walk, page)


def _judged(check: Check, trail: Trail, context: Context, profile: Profile) -> Found:
    kind = trail.page.kind if trail.page else trail.loads[0].page if _one_page(check, trail) else None
    verdict, broken = _verdict(check, trail, context)
    texts = {**COMMON_MESSAGES, **check.messages}
    text = _fill(texts[verdict.message], verdict.data)
    reason = text if verdict.outcome in {Outcome.UNKNOWN, Outcome.ERROR} or broken else None
    result = CheckResult(
        check=check.id,
        stage=_stage(check, kind),
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
        evidence=verdict.evidence[:MAX_EVIDENCE],
        offenders=verdict.offenders[:MAX_OFFENDERS],
    )
    return Found(result, verdict.rule or verdict.message, kind)


def _one_page(check: Check, trail: Trail) -> bool:
    return check.scope is Scope.PAGE and Need.LOADS in check.needs and bool(trail.loads)


def _stage(check: Check, kind: PageKind | None) -> Stage:
    return check.page_stages.get(kind, check.stage) if kind else check.stage


def _verdict(check: Check, trail: Trail, context: Context) -> tuple[Verdict, bool]:
    """Ask a check; say whether it broke instead of answering."""
    missing = next((need for need in Need if need in check.needs and not _there(need, trail)), None)
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


def _there(need: Need, trail: Trail) -> bool:
    walk = trail.walk
    match need:
        case Need.VISITS:
            return bool(trail.visits)
        case Need.HOME:
            return trail.first(PageKind.HOME) is not None
        case Need.PRODUCT:
            return trail.first(PageKind.PRODUCT) is not None
        case Need.LOADS:
            return bool(trail.loads)
        case Need.JOURNEY:
            return walk is not None
        case Need.IN_CART:
            return walk is not None and walk.clicks.in_cart is not None
        case Need.DOOR:
            return walk is not None and walk.door is not None
        case Need.GUEST_FORM:
            return walk is not None and _guest_form_seen(walk)
        case Need.CRAWL:
            return any(visit.part == "crawl" for visit in trail.visits)


def _guest_form_seen(walk: Journey) -> bool:
    return walk.clicks.guest_form is not None or bool(walk.door and walk.door.guest_visit)


class _Gaps(dict[str, Any]):
    """Data of a message; a slot without data is shown as a dash."""

    def __missing__(self, key: str) -> str:
        return "–"


def _fill(text: str, data: Mapping[str, Any]) -> str:
    shown = {
        key: ", ".join(map(str, value)) if isinstance(value, list | tuple) else value for key, value in data.items()
    }
    return text.format_map(_Gaps(shown))


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
