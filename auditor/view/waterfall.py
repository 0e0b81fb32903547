"""The requests of one load as bars along its time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model import Fetched, FetchType, Measurement, MetricSet
from auditor.model.line import line_of
from auditor.view.course import Part, file_name, parts_of
from auditor.view.desk import Desk
from auditor.view.names import mark

__all__ = ["TYPES", "Fall", "Waterfall", "waterfall_of"]

SHOWN_FIRST = 25
TYPES: Mapping[FetchType, str] = {
    "document": mark("Page"),
    "style": mark("Styles"),
    "script": mark("Scripts"),
    "image": mark("Pictures"),
    "font": mark("Fonts"),
    "media": mark("Video and sound"),
    "data": mark("Data"),
    "other": mark("Other"),
}


@dataclass(frozen=True)
class Fall:
    """One request as a bar: it waits from ``start`` and comes from ``first`` to ``end``, in per cent of the time."""

    name: str
    type: FetchType
    type_name: str
    size: str
    told: str
    third_party: bool
    failed: bool
    blocking: bool
    start: float
    first: float
    end: float


@dataclass(frozen=True)
class Waterfall:
    """The requests of one load in their order, and the parts of its time.

    ``lines`` are the moments of its first and largest paint, in per cent; ``delay`` is the least time of an answer.
    """

    parts: tuple[Part, ...]
    falls: tuple[Fall, ...]
    more: tuple[Fall, ...]
    lines: tuple[tuple[str, str, float], ...]
    ticks: tuple[tuple[float, str], ...]
    delay: str


def waterfall_of(desk: Desk, load: Measurement) -> Waterfall:
    """Return the waterfall of the load that was looked into."""
    say, seen, line = desk.say, load.looked_at or load.median, line_of(load.network)
    end = _end(load, seen)
    falls = tuple(_fall(desk, one, end) for one in load.fetched)
    return Waterfall(
        parts=parts_of(desk, load),
        falls=falls[:SHOWN_FIRST],
        more=falls[SHOWN_FIRST:],
        lines=tuple(
            (key, say.seconds(moment), _at(moment, end))
            for key, moment in (("fcp", seen.fcp_ms), ("lcp", seen.lcp_ms))
            if moment is not None
        ),
        ticks=tuple((round(100 * part / 4, 1), say.seconds(end * part / 4)) for part in range(5)),
        delay=say.milliseconds(line.delay_ms) if line else "",
    )


def _end(load: Measurement, seen: MetricSet) -> float:
    moments = [one.end_ms or one.first_ms or one.start_ms for one in load.fetched]
    return max([*moments, seen.lcp_ms or 0.0, seen.fcp_ms or 0.0, 1.0])


def _at(moment: float, end: float) -> float:
    return round(min(100.0, max(0.0, 100 * moment / end)), 2)


def _fall(desk: Desk, one: Fetched, end: float) -> Fall:
    say = desk.say
    first = one.first_ms if one.first_ms is not None else one.end_ms
    over = one.end_ms if one.end_ms is not None else end
    return Fall(
        name=file_name(one),
        type=one.type,
        type_name=say.t(TYPES[one.type]),
        size=say.size(one.size_bytes),
        told=say.t("{start} to {end}", start=say.seconds(one.start_ms), end=say.seconds(one.end_ms)),
        third_party=one.third_party,
        failed=one.failed,
        blocking=bool(one.blocking),
        start=_at(one.start_ms, end),
        first=_at(first if first is not None else over, end),
        end=_at(over, end),
    )
