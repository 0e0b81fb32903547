"""The geometry of the journey map: once across, for desktops and paper, and once downwards, for phones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from auditor.view.journey_map import JourneyMap, TouchPoint

__all__ = ["Drawing", "Frame", "Spot", "across", "downwards", "wrapped"]

MIDDLE = 50
MAX_LINES = 5
BESIDE = 2
# How far below a place the way down from it ends on a phone.
FALL = 40.0


@dataclass(frozen=True)
class Frame:
    """A rectangle in the drawing's units."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Spot:
    """Where a touch point stands: its dot, its name's lines, its picture, and each pin's mark, frame and words.

    ``notes`` are lines below the name: that customers are stopped here, or that nobody got here. ``fall`` is the way
    down from a place where they are stopped, and where it ends.
    """

    x: float
    y: float
    name: tuple[tuple[float, float, str], ...]
    picture: Frame
    pins: tuple[tuple[float, float, Frame, tuple[str, ...]], ...]
    notes: tuple[tuple[float, float, str], ...] = ()
    fall: tuple[str, float, float] | None = None


@dataclass(frozen=True)
class Drawing:
    """A whole map; ``bands`` are the stages' grounds with their titles' places, ``limits`` the lines of 90 and 50."""

    width: float
    height: float
    anchor: str
    spots: tuple[Spot, ...]
    bands: tuple[tuple[Frame, float, float], ...]
    limits: tuple[tuple[float, float, float, float, str], ...]
    lines: tuple[str, ...]
    gaps: tuple[str, ...]


def across(found: JourneyMap) -> Drawing:
    """Lay the touch points side by side, higher scores higher, with the pain points hanging below."""
    width, top, bottom, names, pictures = 1160.0, 96.0, 236.0, 278.0, 316.0
    column = width / len(found.points)
    told = [(_lines(one.name, column / 9), _lines(one.note, column / 8)) for one in found.points]
    pictures += 18 * max(0, *(len(name) + len(note) - 2 for name, note in told))
    wide, high, below = min(column - 14, 132.0), 84.0, pictures + 96
    heights = [bottom - (bottom - top) * score / 100 for score in _scores(found)]
    spots = []
    for number, (point, y) in enumerate(zip(found.points, heights, strict=True)):
        x, (name, note) = column * (number + 0.5), told[number]
        left = x - (len(point.pins) - 1) * 13
        spots.append(
            Spot(
                round(x, 1),
                round(y, 1),
                tuple((round(x, 1), names + 18 * row, line) for row, line in enumerate(name)),
                Frame(round(x - wide / 2, 1), pictures, round(wide, 1), high),
                tuple(
                    (
                        round(left + 26 * pin, 1),
                        round(y - 33, 1),
                        Frame(round(x - wide / 2, 1), below + pin * (high + 12), round(wide, 1), high),
                        wrapped(it.title, wide / 6.6),
                    )
                    for pin, it in enumerate(point.pins)
                ),
                tuple((round(x, 1), names + 18 * row, line) for row, line in enumerate(note, len(name))),
                _fall(x, y, x + column / 2, bottom, upright=False) if point.broken else None,
            )
        )
    most = max(len(point.pins) for point in found.points)
    height = below + most * (high + 12) if most else below
    bands, start = [], 0.0
    for _name, _score, _grade, count in found.stages:
        bands.append((Frame(round(start, 1), 0, round(count * column, 1), height), round(start + 12, 1), 28.0))
        start += count * column
    limits = tuple(
        (0.0, y, width, y, str(score)) for score in (90, 50) for y in [bottom - (bottom - top) * score / 100]
    )
    lines, gaps = _way(spots, found, upright=False)
    return Drawing(width, height, "middle", tuple(spots), tuple(bands), limits, lines, gaps)


def downwards(found: JourneyMap) -> Drawing:
    """Lay the touch points below each other, higher scores further right, with the pain points beside."""
    width, left, right, names, beside = 340.0, 26.0, 108.0, 136.0, 240.0
    wide, high, step, title = 94.0, 64.0, 76.0, 34.0
    across_ = [left + (right - left) * score / 100 for score in _scores(found)]
    spots: list[Spot] = []
    bands, y, number = [], 0.0, 0
    for _name, _score, _grade, count in found.stages:
        top = y
        y += title
        for point in found.points[number : number + count]:
            x, rows = across_[len(spots)], max(1, len(point.pins))
            lines, note = _lines(point.name, 22), _lines(point.note, 24)
            head = 16.0 * (len(lines) + len(note)) + 4
            body = rows * step if point.picture or point.pins else 40.0
            middle = y + head + min(body, high) / 2
            spots.append(
                Spot(
                    round(x, 1),
                    round(middle, 1),
                    tuple((names, y + 12 + 16 * row, line) for row, line in enumerate(lines)),
                    Frame(names, y + head, wide, high),
                    tuple(
                        (
                            beside + 2,
                            round(y + head + 2 + pin * step, 1),
                            Frame(beside, y + head + pin * step, wide, high),
                            wrapped(it.title, wide / 5.8),
                        )
                        for pin, it in enumerate(point.pins)
                    ),
                    tuple((names, y + 12 + 16 * row, line) for row, line in enumerate(note, len(lines))),
                    _fall(x, middle, left, middle + FALL, upright=True) if point.broken else None,
                )
            )
            y += head + body + 4
        number += count
        bands.append((Frame(0, top, width, y - top), 12.0, top + 22))
    limits = tuple((x, 0.0, x, y, str(score)) for score in (90, 50) for x in [left + (right - left) * score / 100])
    lines_, gaps = _way(spots, found, upright=True)
    return Drawing(width, y, "start", tuple(spots), tuple(bands), limits, lines_, gaps)


def _scores(found: JourneyMap) -> list[float]:
    """Return a height for each point; one without a score lies between its neighbours, one cut off at the floor."""
    return _heights([0 if _is_cut(found, one) else one.score for one in found.points])


def _is_cut(found: JourneyMap, point: TouchPoint) -> bool:
    return found.cut and not point.reached


def _heights(known: Sequence[int | None]) -> list[float]:
    found: list[float] = []
    for number, score in enumerate(known):
        if score is None:
            before = next((one for one in reversed(known[:number]) if one is not None), None)
            after = next((one for one in known[number + 1 :] if one is not None), None)
            near = [one for one in (before, after) if one is not None]
            found.append(sum(near) / len(near) if near else MIDDLE)
        else:
            found.append(score)
    return found


def _way(spots: Sequence[Spot], found: JourneyMap, *, upright: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the smooth pieces of the way: whole where both ends have a score, none to what is cut off, else dashed."""
    lines: list[str] = []
    gaps: list[str] = []
    for (one, two), (here, there) in zip(pairwise(spots), pairwise(found.points), strict=True):
        if _is_cut(found, here) or _is_cut(found, there):
            continue
        sure = here.score is not None and there.score is not None
        (lines if sure else gaps).append(_bend(one.x, one.y, two.x, two.y, upright=upright))
    return tuple(lines), tuple(gaps)


def _bend(x1: float, y1: float, x2: float, y2: float, *, upright: bool) -> str:
    half = (y1 + y2) / 2 if upright else (x1 + x2) / 2
    bend = f"{x1:g} {half:g} {x2:g} {half:g}" if upright else f"{half:g} {y1:g} {half:g} {y2:g}"
    return f"M{x1:g} {y1:g} C{bend} {x2:g} {y2:g}"


def _fall(x1: float, y1: float, x2: float, y2: float, *, upright: bool) -> tuple[str, float, float]:
    """Return the way down from a place where customers are stopped, and where it ends."""
    x1, y1, x2, y2 = (round(one, 1) for one in (x1, y1, x2, y2))
    return _bend(x1, y1, x2, y2, upright=upright), x2, y2


def _lines(text: str, signs: float) -> list[str]:
    """Break a name into two lines at most, at a space; nothing gives none."""
    if len(text) <= signs:
        return [text] if text else []
    words = text.split(" ")
    best = min(
        range(1, len(words)), key=lambda at: abs(len(" ".join(words[:at])) - len(" ".join(words[at:]))), default=0
    )
    return [" ".join(words[:best]), " ".join(words[best:])] if best else [text]


def wrapped(text: str, signs: float) -> tuple[str, ...]:
    """Break a title into lines for a pin without a picture; the first two leave room for the number beside them."""
    lines = [""]

    def room() -> int:
        return int(signs) - (4 if len(lines) <= BESIDE else 0)

    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room():
            lines.append("")
        rest = word
        while len(rest) > room():
            cut = room() - 1
            lines[-1] = f"{rest[:cut]}-"
            rest = rest[cut:]
            lines.append("")
        lines[-1] = f"{lines[-1]} {rest}".strip()
    return tuple(lines) if len(lines) <= MAX_LINES else (*lines[: MAX_LINES - 1], f"{lines[MAX_LINES - 1]} …")
