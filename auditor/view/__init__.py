"""What a report shows, sorted and worded: an audit in, plain frozen records for the templates out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from shlex import quote

from auditor.check import Check
from auditor.model import Audit, Stage
from auditor.model.past import PastAudit
from auditor.model.weights import STAGE_WEIGHTS
from auditor.texts import Translator
from auditor.view.cards import Card
from auditor.view.charts import Curve, curve_of
from auditor.view.desk import Desk
from auditor.view.doubts import doubts_of
from auditor.view.filters import Filters, filters_of
from auditor.view.journey_map import JourneyMap, map_of
from auditor.view.map_drawing import Drawing, across, downwards
from auditor.view.method import ResultRow, limits_of, method_of, results_of
from auditor.view.names import PAGES, VIEWPORTS
from auditor.view.paths import Device, StoryRow, devices_of, story_of
from auditor.view.pictures import Album
from auditor.view.plan import PlanColumn, plan_of
from auditor.view.safe import Address, address, clean
from auditor.view.slowest import Slowest, Timed, others_of, slowest_of
from auditor.view.speed import SpeedPage, opens_of, speed_of
from auditor.view.stages import Mend, StageView, grade, stage_views, unscored
from auditor.view.trend import Trend, trend_of
from auditor.view.verdict import PathStop, Trouble, stop_of, trouble_of, unassessed, verdict_of
from auditor.view.wording import Wording

__all__ = ["PageRow", "ReportView", "view_of"]

MAX_PAGES, MAX_ALERTS = 400, 5


@dataclass(frozen=True)
class PageRow:
    """A page that was seen."""

    kind: str
    title: str
    address: Address
    device: str
    status: str
    depth: str


@dataclass(frozen=True)
class ReportView:
    """Everything the report's templates need, in the order they show it."""

    shop: str
    address: Address
    when: str
    tool: str
    verdict: str
    score: int | None
    unscored: str
    grade: str
    coverage: float
    coverage_text: str
    curve: Curve
    stop: PathStop | None
    stages: tuple[StageView, ...]
    shows_stages: bool
    filters: Filters
    mends: tuple[Mend, ...]
    plan: tuple[PlanColumn, ...]
    unassessed: tuple[tuple[StageView, Card], ...]
    trouble: Trouble | None
    devices: tuple[Device, ...]
    opens: tuple[tuple[str, str], ...]
    story: tuple[StoryRow, ...]
    speed: tuple[SpeedPage, ...]
    doubts: tuple[str, ...]
    slowest: Slowest | None
    others: tuple[Timed, ...]
    pages: tuple[PageRow, ...]
    more_pages: int
    method: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]
    dropped_pictures: int
    share_sum: str
    share_product_sum: str
    score_exact: str
    mobile_share: str
    results: tuple[ResultRow, ...]
    trend: Trend | None
    alerts: tuple[str, ...]
    compare: str
    basis: str
    map: JourneyMap | None
    map_wide: Drawing | None
    map_tall: Drawing | None


def view_of(
    audit: Audit,
    *,
    checks: Mapping[str, Check],
    t: Translator,
    picture: Callable[[str], bytes | None],
    past: Sequence[PastAudit] = (),
    alerts: Sequence[str] = (),
    folder: str = "",
) -> ReportView:
    """Turn an audit into what a reader is shown, in the translator's language.

    ``past`` are the audits of the shop in short, oldest first, with this one as the last; ``folder`` is the name of
    the audit's own folder.
    """
    say = Wording(t, audit.visitor.timezone)
    desk = Desk(audit, checks, say, Album(picture), {page.id: page for page in audit.pages})
    # The storyboard comes first: its pictures matter most where not all of them fit.
    devices, story = devices_of(desk), story_of(desk)
    stages, mends = stage_views(desk)
    trouble, stop = trouble_of(desk), stop_of(devices)
    found = map_of(desk, stages, mends)
    return ReportView(
        shop=clean(audit.site.name, 80) or address(audit.site.url, 60).text,
        address=address(audit.site.url, 60),
        when=say.moment(audit.started_at),
        tool=clean(f"{audit.tool.name} {audit.tool.version}", 80),
        verdict=verdict_of(desk, devices, stages),
        score=audit.score,
        unscored=unscored(desk, stages),
        grade=grade(audit.score),
        coverage=audit.coverage,
        coverage_text=say.percent(audit.coverage),
        curve=_curve(stages, stop),
        stop=stop,
        stages=stages,
        shows_stages=not (trouble and trouble.total and not trouble.results),
        filters=filters_of(desk, stages),
        mends=mends,
        plan=plan_of(desk, mends),
        unassessed=unassessed(stages),
        trouble=trouble,
        devices=devices,
        opens=opens_of(desk, devices),
        story=story,
        speed=speed_of(desk),
        doubts=doubts_of(desk),
        slowest=slowest_of(desk),
        others=others_of(desk),
        pages=tuple(
            PageRow(
                kind=t(PAGES[page.kind]),
                title=clean(page.title, 120),
                address=address(page.url, 80),
                device=t(VIEWPORTS[page.viewport]),
                status="" if page.status is None else str(page.status),
                depth="" if page.depth is None else str(page.depth),
            )
            for page in audit.pages[:MAX_PAGES]
        ),
        more_pages=max(0, len(audit.pages) - MAX_PAGES),
        method=method_of(desk),
        limits=limits_of(desk),
        dropped_pictures=len(desk.album.dropped),
        share_sum=say.percent(sum(STAGE_WEIGHTS[one.stage] for one in stages if one.score is not None)),
        share_product_sum=say.number(sum(STAGE_WEIGHTS[one.stage] * (one.score or 0) for one in stages), 2),
        score_exact=say.number(_mean(stages), 1),
        mobile_share=say.percent(audit.mobile_share),
        results=results_of(desk),
        trend=trend_of(say, past[-1], past[:-1]) if past else None,
        alerts=tuple(clean(one) for one in alerts[:MAX_ALERTS]),
        compare=f"cx-audit compare {quote(folder)} https://competitor.example" if folder else "",
        basis=_basis(say, audit),
        map=found,
        map_wide=across(found) if found else None,
        map_tall=downwards(found) if found else None,
    )


def _curve(stages: Sequence[StageView], stop: PathStop | None) -> Curve:
    purchase = next(number for number, one in enumerate(stages) if one.stage is Stage.PURCHASE) if stop else None
    whole = stop is not None and stop.whole
    return curve_of(
        [one.score for one in stages], broken=purchase if whole else None, partly=None if whole else purchase
    )


def _mean(stages: Sequence[StageView]) -> float:
    shares = sum(STAGE_WEIGHTS[one.stage] for one in stages if one.score is not None)
    return sum(STAGE_WEIGHTS[one.stage] * (one.score or 0) for one in stages) / shares if shares else 0.0


def _basis(say: Wording, audit: Audit) -> str:
    """Say on how much the verdict rests."""
    t = say.t
    parts = [t.plural("{n} page seen", "{n} pages seen", len(audit.pages))]
    if audit.journeys:
        parts.insert(0, t.plural("walked on {n} screen", "walked on {n} screens", len(audit.journeys)))
    return ", ".join(parts)
