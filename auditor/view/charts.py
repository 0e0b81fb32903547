"""The geometry of the charts: plain numbers that the SVG macros draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Bar", "Curve", "Stop", "bar_of", "curve_of"]

WIDTH = 1000.0
TOP = 14.0
BOTTOM = 86.0
# How far beside its stop a branch ends, as a share of the way to the next one.
ASIDE = 0.36


@dataclass(frozen=True)
class Stop:
    """A point of the curve: ``x`` and ``y`` in per cent of the drawing; ``known`` is false where there is no score.

    A ``broken`` one lies at the floor, whatever its score.
    """

    x: float
    y: float
    known: bool
    broken: bool = False


@dataclass(frozen=True)
class Curve:
    """A path through stops: whole where both ends are known, dashed where one is not.

    ``falls`` are the pieces that lead to a broken stop; from there nothing leads on. ``aside`` is a stop beside the
    path, where the walk on one screen ended and that on another went on.
    """

    stops: tuple[Stop, ...]
    area: str
    lines: tuple[str, ...]
    gaps: tuple[str, ...]
    falls: tuple[str, ...] = ()
    aside: Stop | None = None


@dataclass(frozen=True)
class Bar:
    """A bar of 0-100 with its two thresholds and the spread around the value, in per cent of the bar."""

    fill: float
    good: float
    poor: float
    low: float
    high: float
    dots: tuple[float, ...] = ()


def curve_of(scores: Sequence[float | None], *, broken: int | None = None, partly: int | None = None) -> Curve:
    """Return a smooth path over scores 0-100, evenly spaced; a missing score lies between its neighbours, dashed.

    The stop number ``broken`` lies at the floor, and the path ends there; at ``partly`` a branch falls to the floor.
    """
    count = len(scores)
    stops = tuple(
        Stop(
            round((number + 0.5) * 100 / count, 2),
            BOTTOM if number == broken else round(_height(scores, number), 2),
            score is not None,
            broken=number == broken,
        )
        for number, score in enumerate(scores)
    )
    lines: list[str] = []
    gaps: list[str] = []
    falls: list[str] = []
    for one, two in pairwise(stops):
        if not one.broken:
            kind = falls if two.broken else lines if one.known and two.known else gaps
            kind.append(f"M{_at(one)} {_bend(one, two)}")
    aside = None
    if partly is not None:
        aside = Stop(round(stops[partly].x + ASIDE * 100 / count, 2), BOTTOM, known=False, broken=True)
        falls.append(f"M{_at(stops[partly])} {_bend(stops[partly], aside)}")
    whole = " ".join(_bend(one, two) for one, two in pairwise(stops))
    first, last = stops[0], stops[-1]
    area = f"M0 {_y(first)} L{_at(first)} {whole} L{WIDTH:g} {_y(last)} L{WIDTH:g} {WIDTH:g} L0 {WIDTH:g} Z"
    return Curve(stops, area, tuple(lines), tuple(gaps), tuple(falls), aside)


def bar_of(value: float, good: float, poor: float, samples: Sequence[float] = ()) -> Bar:
    """Return a bar whose end is twice the poor threshold, so that the limits always stand in the same place.

    ``samples`` are the figures of the single loads, each a dot.
    """
    end = poor * 2

    def at(figure: float) -> float:
        return round(min(100.0, max(0.0, figure / end * 100)), 1)

    low, high = min(samples, default=value), max(samples, default=value)
    return Bar(at(value), at(good), at(poor), at(low), at(high), tuple(at(one) for one in samples))


def _height(scores: Sequence[float | None], number: int) -> float:
    score = scores[number]
    if score is None:
        before = next((one for one in reversed(scores[:number]) if one is not None), None)
        after = next((one for one in scores[number + 1 :] if one is not None), None)
        known = [one for one in (before, after) if one is not None]
        score = sum(known) / len(known) if known else 50.0
    return BOTTOM - (BOTTOM - TOP) * score / 100


def _y(stop: Stop) -> str:
    return f"{stop.y * WIDTH / 100:g}"


def _at(stop: Stop) -> str:
    return f"{stop.x * WIDTH / 100:g} {_y(stop)}"


def _bend(one: Stop, two: Stop) -> str:
    middle = (one.x + two.x) * WIDTH / 200
    return f"C{middle:g} {_y(one)} {middle:g} {_y(two)} {_at(two)}"
