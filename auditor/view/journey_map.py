"""The journey map: the touch points of the real path along the five stages, their scores, and what hurts where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.model import CheckResult, Stage, ViewportName
from auditor.score import check_score
from auditor.view.desk import Desk
from auditor.view.endings import is_broken
from auditor.view.names import STAGES
from auditor.view.pictures import Picture
from auditor.view.places import KINDS, PlaceKind, ends_of, is_through, places_of, results_by_place
from auditor.view.points import BAD
from auditor.view.stages import Mend, StageView, grade

__all__ = ["JourneyMap", "Pin", "TouchPoint", "map_of"]

MAX_PINS = 8
PINS_AT_ONE = 3


@dataclass(frozen=True)
class Pin:
    """A pain point: its number in the order of what it is worth, a small picture, and a word where it is not sure."""

    number: int
    anchor: str
    title: str
    worth: str
    place: str
    unsure: str
    picture: Picture | None


@dataclass(frozen=True)
class TouchPoint:
    """A place on the customer's way; ``score`` is the mean by weight of the checks that were judged there.

    One that no walk ``reached`` has none; at a ``broken`` one customers are stopped. The ``note`` says it in words.
    """

    key: str
    stage: Stage
    stage_name: str
    name: str
    walked: bool
    score: int | None
    grade: str
    faults: int
    picture: Picture | None
    pins: tuple[Pin, ...] = ()
    reached: bool = True
    broken: bool = False
    note: str = ""


@dataclass(frozen=True)
class JourneyMap:
    """The touch points in the order of the journey, and the pain points by their number.

    ``cut`` says that no customer gets on to the places that were not reached.
    """

    points: tuple[TouchPoint, ...]
    pins: tuple[Pin, ...]
    stages: tuple[tuple[str, int | None, str, int], ...]
    cut: bool = False


def map_of(desk: Desk, stages: Sequence[StageView], mends: Sequence[Mend]) -> JourneyMap | None:
    """Return the map, or nothing where no score was given; its pictures have been shown before and are pointed at."""
    held, walks = results_by_place(desk), desk.audit.journeys
    walked = {key for walk in walks.values() for key in places_of(walk)}
    missed = set() if is_through(desk) else {kind.key for kind in KINDS if kind.stage is Stage.PURCHASE} - walked
    expected = {"cart", "door"} & missed if walked else set()
    points = [
        _point(desk, kind, held[kind.key], walked=kind.key in walked, reached=kind.key not in missed)
        for kind in KINDS
        if held[kind.key] or kind.key in expected or (kind.key != "form" and kind.key in walked)
    ]
    if not any(one.score is not None for one in points):
        return None
    pins = _pins(desk, points, held, mends)
    ends = ends_of(desk)
    shown = tuple(
        replace(
            one,
            pins=tuple(pin for pin, key in pins if key == one.key),
            broken=one.key in ends,
            note=ends.get(one.key, one.note),
        )
        for one in points
    )
    return JourneyMap(
        points=shown,
        pins=tuple(pin for pin, _key in pins),
        stages=tuple(
            (one.name, one.score, one.grade, count)
            for one in stages
            if (count := sum(point.stage == one.stage for point in shown))
        ),
        cut=bool(walks) and all(is_broken(desk.audit, screen) for screen in walks),
    )


def _point(desk: Desk, kind: PlaceKind, results: Sequence[CheckResult], *, walked: bool, reached: bool) -> TouchPoint:
    checks: dict[str, list[CheckResult]] = {}
    for one in results:
        checks.setdefault(one.check, []).append(one)
    scores = [
        (score, max(one.weight for one in rows))
        for rows in checks.values()
        if reached and (score := check_score(rows, desk.audit.mobile_share)) is not None
    ]
    weight = sum(one for _score, one in scores)
    mean = round(sum(score * one for score, one in scores) / weight) if weight else None
    say = desk.say
    return TouchPoint(
        key=kind.key,
        stage=kind.stage,
        stage_name=say.t(STAGES[kind.stage][0]),
        name=say.t(kind.name),
        walked=walked,
        reached=reached,
        note="" if reached else say.t("not reached"),
        score=mean,
        grade=grade(mean),
        faults=sum(any(one.outcome in BAD for one in rows) for rows in checks.values()),
        picture=_picture(desk, kind, results) if reached else None,
    )


def _picture(desk: Desk, kind: PlaceKind, results: Sequence[CheckResult]) -> Picture | None:
    """Return how the place looked: on the walk, or where something there was proven."""
    for viewport in (ViewportName.DESKTOP, ViewportName.TABLET, ViewportName.MOBILE):
        walk = desk.audit.journeys.get(viewport)
        for step in walk.steps if walk else ():
            if step.kind.replace("_", "-") in kind.steps and step.screenshot:
                return desk.album.show(step.screenshot, "", viewport=viewport)
    for one in results:
        for piece in one.evidence:
            page = desk.pages.get(piece.page)
            if page and page.kind in kind.pages and piece.screenshot:
                return desk.album.show(piece.screenshot, "", viewport=page.viewport)
    return None


def _pins(
    desk: Desk, points: Sequence[TouchPoint], held: Mapping[str, list[CheckResult]], mends: Sequence[Mend]
) -> list[tuple[Pin, str]]:
    """Pin the most valuable mends where their worst result was seen, a few at each point."""
    shown = {one.key: one for one in points}
    pins: list[tuple[Pin, str]] = []
    for mend in mends:
        found = [
            (one, key)
            for key, results in held.items()
            for one in results
            if one.check == mend.card.check and one.outcome in BAD and key in shown
        ]
        if not found or len(pins) == MAX_PINS:
            continue
        worst, key = min(found, key=lambda one: one[0].score or 0)
        if sum(at == key for _pin, at in pins) < PINS_AT_ONE:
            worth = desk.say.t("+{points} points", points=mend.points_text) if mend.points_text != "0" else ""
            picture = _seen(desk, worst)
            it = Pin(len(pins) + 1, mend.card.anchor, mend.card.title, worth, shown[key].name, mend.unsure, picture)
            pins.append((it, key))
    return pins


def _seen(desk: Desk, result: CheckResult) -> Picture | None:
    """Return the picture that proves a result, cut to what it is about; a whole window would show the place again."""
    for piece in result.evidence:
        page = desk.pages.get(piece.page)
        found = desk.album.cut(piece.screenshot, "", viewport=page.viewport, box=piece.box) if page else None
        if found and found.wide:
            return found
    return None
