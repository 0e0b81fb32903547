"""Why the slowest page is slow: its film, its largest element, what it downloads from whom, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model import Fetched, FetchType, Measurement, MetricSet
from auditor.view.cards import Desk
from auditor.view.names import PAGES, VIEWPORTS, mark
from auditor.view.pictures import Picture
from auditor.view.safe import clean

__all__ = ["TYPES", "Fall", "Slowest", "WeightRow", "slowest_of", "weights_of"]

SHOWN_FIRST = 25
MAX_HOSTS = 8
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
class WeightRow:
    """What one type of file weighs: ``share`` and ``foreign_share`` are per cent of the page's whole weight."""

    type: FetchType
    name: str
    requests: int
    size: str
    foreign: str
    share: float
    foreign_share: float


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
    start: float
    first: float
    end: float


@dataclass(frozen=True)
class Slowest:
    """The slowest page on one screen; ``lines`` are the moments of its first and largest paint, in per cent."""

    title: str
    lcp: str
    film: tuple[tuple[str, Picture], ...]
    film_note: str
    picture: Picture | None
    selector: str
    weights: tuple[WeightRow, ...]
    hosts: tuple[tuple[str, int, str], ...]
    foreign: str
    falls: tuple[Fall, ...]
    more: tuple[Fall, ...]
    lines: tuple[tuple[str, str, float], ...]
    ticks: tuple[tuple[float, str], ...]


def slowest_of(desk: Desk) -> Slowest | None:
    """Return the page whose largest part came last, of those that were looked into; nothing where none was."""
    looked = [one for one in desk.audit.measurements if one.median.lcp_ms is not None and (one.fetched or one.film)]
    load = max(looked, key=lambda one: one.median.lcp_ms or 0.0, default=None)
    if load is None:
        return None
    say, seen = desk.say, load.looked_at or load.median
    page, screen = say.t(PAGES[load.page]), say.t(VIEWPORTS[load.viewport])
    end = _end(load, seen)
    falls = tuple(_fall(desk, one, end) for one in load.fetched)
    alt = say.t("{page}, {screen}: the largest part is framed", page=page, screen=screen)
    weight = sum(one.weight_bytes for one in load.weights) or 1
    foreign = sum(one.third_party_bytes for one in load.weights)
    film = tuple(
        (say.t("after {time}", time=_moment(desk, one.at_ms)), shown)
        for one in load.film
        if (
            shown := desk.album.show(
                one.screenshot, say.t("{page} after {time}", page=page, time=_moment(desk, one.at_ms))
            )
        )
    )
    return Slowest(
        title=say.t("{page}, {screen}", page=page, screen=screen),
        lcp=say.seconds(load.median.lcp_ms),
        film=film,
        film_note=_film_note(desk, load),
        picture=desk.album.show(load.screenshot, alt, viewport=load.viewport, box=load.lcp_box),
        selector=clean(load.lcp_element.selector, 200) if load.lcp_element else "",
        weights=weights_of(desk, load),
        hosts=_hosts(desk, load),
        foreign=say.t("{share} comes from other companies' servers.", share=say.percent(foreign / weight)),
        falls=falls[:SHOWN_FIRST],
        more=falls[SHOWN_FIRST:],
        lines=tuple(
            (key, say.seconds(moment), _at(moment, end))
            for key, moment in (("fcp", seen.fcp_ms), ("lcp", seen.lcp_ms))
            if moment is not None
        ),
        ticks=tuple((round(100 * part / 4, 1), say.seconds(end * part / 4)) for part in range(5)),
    )


def weights_of(desk: Desk, load: Measurement) -> tuple[WeightRow, ...]:
    """Return what each type of file weighs in one load, the heaviest first."""
    say, whole = desk.say, sum(one.weight_bytes for one in load.weights) or 1
    return tuple(
        WeightRow(
            one.type,
            say.t(TYPES[one.type]),
            one.requests,
            say.size(one.weight_bytes),
            say.size(one.third_party_bytes) if one.third_party_bytes else "",
            round(100 * one.weight_bytes / whole, 1),
            round(100 * one.third_party_bytes / whole, 1),
        )
        for one in load.weights
        if one.weight_bytes
    )


def _moment(desk: Desk, at_ms: int) -> str:
    return f"{desk.say.number(at_ms / 1000, 2)}\u00a0s"


def _film_note(desk: Desk, load: Measurement) -> str:
    """Say that the film comes from a load of its own, which filming made slower."""
    if not load.film:
        return ""
    told = desk.say.seconds(load.filmed.lcp_ms if load.filmed else None)
    return desk.say.t(
        "Filmed in a load of its own, in which the largest part came after {time}; filming slows a load down.",
        time=told,
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
        # Of the shop's own servers the path is enough.
        name=clean(one.name if one.third_party else one.name[one.name.find("/") :], 110),
        type=one.type,
        type_name=say.t(TYPES[one.type]),
        size=say.size(one.size_bytes),
        told=say.t("{start} to {end}", start=say.seconds(one.start_ms), end=say.seconds(one.end_ms)),
        third_party=one.third_party,
        failed=one.failed,
        start=_at(one.start_ms, end),
        first=_at(first if first is not None else over, end),
        end=_at(over, end),
    )


def _hosts(desk: Desk, load: Measurement) -> tuple[tuple[str, int, str], ...]:
    """Return the foreign servers that were asked, the heaviest first."""
    found: dict[str, list[int]] = {}
    for one in load.fetched:
        if one.third_party:
            found.setdefault(one.name.split("/")[0], []).append(one.size_bytes)
    ranked = sorted(found.items(), key=lambda item: -sum(item[1]))
    return tuple((clean(host, 60), len(sizes), desk.say.size(sum(sizes))) for host, sizes in ranked[:MAX_HOSTS])
