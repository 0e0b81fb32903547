"""All audited shops on one page: what needs a look stands first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from auditor.model import Stage, ViewportName, gets_through
from auditor.model.past import PastAudit, PastWalk
from auditor.model.shelf import Shelf, ShopAudits
from auditor.texts import Translator
from auditor.view.endings import THROUGH, ending_of
from auditor.view.names import PROBLEMS, STAGES, VIEWPORTS
from auditor.view.safe import Address, address, clean
from auditor.view.stages import grade
from auditor.view.trend import Trend, trend_of
from auditor.view.wording import Wording

__all__ = ["DashboardView", "PastLine", "ShopLine", "StageCell", "WalkMark", "dashboard_view"]

MAX_ALERTS = 5
# A shop that could not be audited, one whose checkout is not reached, one with alerts, one in order.
UNSEEN, STUCK, TOLD, FINE = range(4)
# The sign of a walk's end, by whether a customer gets through.
SIGNS = {True: "passed", False: "failed", None: "unknown"}


@dataclass(frozen=True)
class StageCell:
    """The score of one stage."""

    name: str
    score: int | None
    grade: str


@dataclass(frozen=True)
class WalkMark:
    """How the walk on one screen ended, in a sign and in words."""

    viewport: ViewportName
    grade: str
    sign: str
    text: str


@dataclass(frozen=True)
class PastLine:
    """One audit of a shop: its day, score and report, which may be missing."""

    when: str
    score: int | None
    problem: str
    href: str


@dataclass(frozen=True)
class ShopLine:
    """One shop with its last audit; ``rank`` orders the page where no script does."""

    name: str
    address: Address
    score: int | None
    grade: str
    coverage: float
    coverage_text: str
    stages: tuple[StageCell, ...]
    walks: tuple[WalkMark, ...]
    trend: Trend | None
    when: str
    day: str
    problem: str
    href: str
    past: tuple[PastLine, ...]
    alerts: tuple[str, ...]
    rank: tuple[int, int, str]


@dataclass(frozen=True)
class DashboardView:
    """Everything the page shows."""

    shops: tuple[ShopLine, ...]
    stages: tuple[str, ...]
    troubled: int
    unread: tuple[str, ...]
    newest: str


def dashboard_view(
    shelf: Shelf,
    *,
    t: Translator,
    link: Callable[[str], str],
    alerts: Mapping[str, Sequence[str]] | None = None,
    names: Mapping[str, str] | None = None,
) -> DashboardView:
    """Word a folder of audits; ``link`` gives a report's address by its folder.

    ``alerts``, and ``names`` that are given instead of the shops' own, are by a shop's address.
    """
    say = Wording(t)
    shops = sorted(
        (_shop(say, one, link, (alerts or {}).get(one.url, ()), (names or {}).get(one.url, "")) for one in shelf.shops),
        key=lambda one: one.rank,
    )
    last = max((one.audits[-1].started_at for one in shelf.shops), default=None)
    return DashboardView(
        shops=tuple(shops),
        stages=tuple(t(STAGES[stage][0]) for stage in Stage),
        troubled=sum(one.rank[0] < FINE for one in shops),
        unread=tuple(clean(name, 120) for name, _sentence in shelf.unread),
        newest=say.short_day(last) if last else "",
    )


def _shop(
    say: Wording, shop: ShopAudits, link: Callable[[str], str], alerts: Sequence[str], given_name: str
) -> ShopLine:
    now, t = shop.audits[-1], say.t
    name = clean(given_name or shop.name, 60) or address(shop.url, 60).text
    problem = _problem(say, now, shop.sentence)
    walks = tuple(_walk(say, screen, now.walks[screen]) for screen in ViewportName if screen in now.walks)
    stuck = not all(gets_through(one.outcome, unsure=one.unsure) for one in now.walks.values())
    return ShopLine(
        name=name,
        address=address(shop.url, 50),
        score=now.score,
        grade=grade(now.score),
        coverage=now.coverage,
        coverage_text=say.percent(now.coverage),
        stages=tuple(
            StageCell(t(STAGES[stage][0]), now.stage_score(stage), grade(now.stage_score(stage))) for stage in Stage
        ),
        walks=walks,
        trend=trend_of(say, now, shop.audits[:-1]),
        when=say.short_day(now.started_at),
        day=now.started_at.date().isoformat(),
        problem=problem,
        href=link(now.folder) if now.folder in shop.reported else "",
        past=tuple(
            PastLine(
                say.short_day(one.started_at),
                one.score,
                _problem(say, one, ""),
                link(one.folder) if one.folder in shop.reported else "",
            )
            for one in reversed(shop.audits)
        ),
        alerts=tuple(clean(one) for one in alerts[:MAX_ALERTS]),
        rank=(
            UNSEEN if problem else STUCK if stuck else TOLD if alerts else FINE,
            101 if now.score is None else now.score,
            name.casefold(),
        ),
    )


def _problem(say: Wording, audit: PastAudit, sentence: str) -> str:
    if audit.good:
        return ""
    problem = audit.problem or "interrupted"
    return say.t(PROBLEMS[problem]) if problem in PROBLEMS else clean(sentence) or say.t("The audit could not be made.")


def _walk(say: Wording, screen: ViewportName, walk: PastWalk) -> WalkMark:
    reached = gets_through(walk.outcome, unsure=walk.unsure)
    told = say.t(ending_of(walk))
    if reached and walk.clicks_to_door is not None:
        told = f"{told} {say.t.plural('{n} click', '{n} clicks', walk.clicks_to_door)}"
    return WalkMark(screen, THROUGH[reached], SIGNS[reached], f"{say.t(VIEWPORTS[screen])}: {told}")
