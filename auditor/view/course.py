"""What the time until the largest paint went to: parts that follow each other, as far as the recording proves them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model import Course, Fetched, Measurement, MetricSet
from auditor.model.line import line_of
from auditor.view.desk import Desk
from auditor.view.names import mark
from auditor.view.safe import clean

__all__ = ["Part", "file_name", "parts_of"]

MAX_FILES = 5
NAMES = {
    "answer": mark("The answer of the page itself"),
    "blocking": mark("Files before which nothing can be shown"),
    "first": mark("Then until the first thing is visible"),
    "largest": mark("Then until the largest part is visible"),
}


@dataclass(frozen=True)
class Part:
    """A part of the time with what filled it; ``start`` and ``width`` are per cent of the time until the largest paint.

    ``colour`` is the type of file whose colour it has.
    """

    name: str
    time: str
    told: tuple[str, ...]
    colour: str
    start: float
    width: float
    longest: bool


def parts_of(desk: Desk, load: Measurement) -> tuple[Part, ...]:
    """Return the parts of the load that was looked into; nothing where its requests were not recorded."""
    course, seen = load.course, load.looked_at
    if course is None or seen is None or seen.fcp_ms is None or not seen.lcp_ms:
        return ()
    ends = _ends(course, seen.fcp_ms, seen.lcp_ms)
    starts = [0.0, *ends.values()]
    longest = max(end - start for start, end in zip(starts, ends.values(), strict=False))
    told = {
        "answer": _answer(desk, load, course, seen),
        "blocking": _files(desk, course.blocking or ()),
        "first": _came(desk, load, course, seen.fcp_ms),
        "largest": _picture(desk, course),
    }
    return tuple(
        Part(
            name=desk.say.t(NAMES[key]),
            time=desk.say.t("{start} to {end}", start=desk.say.seconds(start), end=desk.say.seconds(end)),
            told=tuple(told[key]),
            colour=_colour(key, course),
            start=round(100 * start / seen.lcp_ms, 2),
            width=round(100 * (end - start) / seen.lcp_ms, 2),
            longest=end - start == longest,
        )
        for start, (key, end) in zip(starts, ends.items(), strict=False)
        if end > start
    )


def file_name(one: Fetched) -> str:
    """Name a file: of the shop's own servers the path is enough."""
    return clean(one.name if one.third_party else one.name[one.name.find("/") :], 110)


def _ends(course: Course, fcp_ms: float, lcp_ms: float) -> dict[str, float]:
    """Return when each part ends; a moment that lies after the first paint ends with it."""
    answered = min(float(course.answered_ms), fcp_ms)
    shown = max(answered, min(float(course.blocking[0].end_ms or 0), fcp_ms)) if course.blocking else answered
    return {"answer": answered, "blocking": shown, "first": fcp_ms, "largest": max(fcp_ms, lcp_ms)}


def _colour(key: str, course: Course) -> str:
    match key:
        case "answer":
            return "document"
        case "blocking":
            return course.blocking[0].type if course.blocking else "other"
        case "largest" if course.picture:
            return "image"
    return "other"


def _answer(desk: Desk, load: Measurement, course: Course, seen: MetricSet) -> Iterable[str]:
    """Tell the server's own time apart from what the slowed-down connection adds to it."""
    say, line = desk.say, line_of(load.network)
    if course.redirects:
        yield say.t(
            "The page was asked for only after {time}, when its redirects had been followed.",
            time=say.seconds(course.asked_ms),
        )
    elif seen.ttfb_ms is not None and line is not None:
        yield say.t(
            "The server itself answered after {server}; the slowed-down connection lets no answer through before "
            "{delay}.",
            server=say.milliseconds(seen.ttfb_ms),
            delay=say.milliseconds(line.delay_ms),
        )


def _files(desk: Desk, files: Iterable[Fetched]) -> Iterable[str]:
    """Tell of each file how heavy it is and when it came, the last to come first."""
    say, ranked = desk.say, list(files)
    for one in ranked[:MAX_FILES]:
        moments = {"asked": one.start_ms, "began": _began(one), "there": one.end_ms}
        told = {"file": file_name(one), **{name: say.seconds(ms) for name, ms in moments.items()}}
        if one.failed:
            yield say.t("{file}: asked for after {asked}, failed after {there}", **told)
        else:
            size = say.size(one.size_bytes)
            yield say.t("{file}: {size}, asked for after {asked}, coming from {began} to {there}", size=size, **told)
    if len(ranked) > MAX_FILES:
        yield say.t.plural("and {n} more", "and {n} more", len(ranked) - MAX_FILES)


def _began(one: Fetched) -> int | None:
    """Return when a file began to come; the browser may tell that a moment after its end."""
    told = [ms for ms in (one.first_ms, one.end_ms) if ms is not None]
    return min(told, default=None)


def _came(desk: Desk, load: Measurement, course: Course, fcp_ms: float) -> Iterable[str]:
    """Where the browser did not say what blocks, tell what came in this time, which proves no cause."""
    if course.blocking is not None:
        return
    came = [
        one
        for one in load.fetched
        if one.type in {"style", "script"} and not one.failed and course.answered_ms < (one.end_ms or 0) <= fcp_ms
    ]
    if came:
        yield desk.say.t("Stylesheets and scripts that came in this time:")
        yield from _files(desk, sorted(came, key=lambda one: -(one.end_ms or 0)))


def _picture(desk: Desk, course: Course) -> Iterable[str]:
    return _files(desk, (course.picture,)) if course.picture else ()
