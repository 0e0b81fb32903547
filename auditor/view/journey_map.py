"""The journey map: the touch points of the real path along the five stages, their scores, and what hurts where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.model import CheckResult, Outcome, PageKind, Stage, ViewportName
from auditor.score import check_score
from auditor.view.cards import Desk
from auditor.view.names import STAGES, mark
from auditor.view.pictures import Picture
from auditor.view.points import BAD
from auditor.view.stages import Mend, StageView, grade

__all__ = ["JourneyMap", "Pin", "TouchPoint", "map_of"]

MAX_PINS = 8
PINS_AT_ONE = 3
ON_THE_WAY = (Stage.AWARENESS, Stage.CONSIDERATION, Stage.PURCHASE)


@dataclass(frozen=True)
class _Kind:
    """A touch point that a journey may have: its stage, the pages and the steps of a walk that belong to it."""

    key: str
    stage: Stage
    name: str
    pages: tuple[PageKind, ...]
    steps: tuple[str, ...] = ()
    main: bool = False


# ``main`` takes in what belongs to a stage but to none of its pages.
KINDS = (
    _Kind("home", Stage.AWARENESS, mark("Home page"), (PageKind.HOME,), ("home",), main=True),
    _Kind(
        "list",
        Stage.CONSIDERATION,
        mark("Categories and search"),
        (PageKind.CATEGORY, PageKind.SEARCH),
        ("menu", "category", "search"),
    ),
    _Kind(
        "product",
        Stage.CONSIDERATION,
        mark("Product page"),
        (PageKind.PRODUCT,),
        ("product", "option", "options", "add-to-cart"),
        main=True,
    ),
    _Kind("cart", Stage.PURCHASE, mark("Cart"), (PageKind.CART,), ("in-cart", "cart")),
    _Kind("door", Stage.PURCHASE, mark("Checkout"), (PageKind.CHECKOUT,), ("door", "checkout"), main=True),
    _Kind("form", Stage.PURCHASE, mark("Guest's form"), (), ("guest", "guest-form")),
    _Kind(
        "help",
        Stage.USE,
        mark("Help and contact"),
        (PageKind.CONTACT, PageKind.FAQ, PageKind.GUIDE, PageKind.ABOUT),
        main=True,
    ),
    _Kind(
        "returns",
        Stage.USE,
        mark("Delivery and returns"),
        (PageKind.RETURNS, PageKind.WITHDRAWAL, PageKind.DELIVERY, PageKind.TRACKING, PageKind.TERMS),
    ),
    _Kind("back", Stage.LOYALTY, mark("Coming back"), (PageKind.LOYALTY,), main=True),
)


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
    """A place on the customer's way; ``score`` is the mean by weight of the checks that were judged there."""

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


@dataclass(frozen=True)
class JourneyMap:
    """The touch points in the order of the journey, and the pain points by their number."""

    points: tuple[TouchPoint, ...]
    pins: tuple[Pin, ...]
    stages: tuple[tuple[str, int | None, str, int], ...]


def map_of(desk: Desk, stages: Sequence[StageView], mends: Sequence[Mend]) -> JourneyMap | None:
    """Return the map, or nothing where no score was given; its pictures have been shown before and are pointed at."""
    held = _held(desk)
    walked = {step.kind.replace("_", "-") for walk in desk.audit.journeys.values() for step in walk.steps}
    points = [
        _point(desk, kind, held[kind.key], walked=bool(walked & set(kind.steps)))
        for kind in KINDS
        if held[kind.key] or (kind.key != "form" and walked & set(kind.steps))
    ]
    if not any(one.score is not None for one in points):
        return None
    pins = _pins(desk, points, held, mends)
    shown = tuple(replace(one, pins=tuple(pin for pin, key in pins if key == one.key)) for one in points)
    return JourneyMap(
        points=shown,
        pins=tuple(pin for pin, _key in pins),
        stages=tuple(
            (one.name, one.score, one.grade, count)
            for one in stages
            if (count := sum(point.stage == one.stage for point in shown))
        ),
    )


def _held(desk: Desk) -> Mapping[str, list[CheckResult]]:
    """Give every result to the touch point where it was seen."""
    held: dict[str, list[CheckResult]] = {kind.key: [] for kind in KINDS}
    forms = _forms(desk)
    for result in desk.audit.results:
        if result.outcome != Outcome.NOT_APPLICABLE:
            held[_key(desk, result, forms)].append(result)
    return held


def _forms(desk: Desk) -> set[str]:
    """Return the pages of the guest's form where it takes a press more than the first view of the checkout."""
    return {
        step.page
        for walk in desk.audit.journeys.values()
        if (walk.clicks.guest_form or 0) > (walk.clicks.door or 0)
        for step in walk.steps
        if step.kind.replace("_", "-") == "guest-form" and step.page
    }


def _key(desk: Desk, result: CheckResult, forms: set[str]) -> str:
    """Return the place of a result: on the way to the order where it was seen, afterwards among those of its stage."""
    names = [result.page] if result.page else [piece.page for piece in result.evidence]
    buying = result.stage in ON_THE_WAY
    kinds = [kind for kind in KINDS if (kind.stage in ON_THE_WAY if buying else kind.stage == result.stage)]
    for name in names:
        if buying and name in forms:
            return "form"
        page = desk.pages.get(name)
        found = next((kind.key for kind in kinds if page and page.kind in kind.pages), None)
        if found:
            return found
    return next(kind.key for kind in KINDS if kind.main and kind.stage == result.stage)


def _point(desk: Desk, kind: _Kind, results: Sequence[CheckResult], *, walked: bool) -> TouchPoint:
    checks: dict[str, list[CheckResult]] = {}
    for one in results:
        checks.setdefault(one.check, []).append(one)
    scores = [
        (score, max(one.weight for one in rows))
        for rows in checks.values()
        if (score := check_score(rows, desk.audit.mobile_share)) is not None
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
        score=mean,
        grade=grade(mean),
        faults=sum(any(one.outcome in BAD for one in rows) for rows in checks.values()),
        picture=_picture(desk, kind, results),
    )


def _picture(desk: Desk, kind: _Kind, results: Sequence[CheckResult]) -> Picture | None:
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
