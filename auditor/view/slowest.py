"""Why the slowest page is slow: its film, its largest element, what it downloads from whom, and in which order."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model import FetchType, Measurement
from auditor.view.desk import Desk
from auditor.view.film import Frame, film_of
from auditor.view.names import PAGES, VIEWPORTS
from auditor.view.safe import clean
from auditor.view.waterfall import TYPES, Waterfall, waterfall_of

__all__ = ["Slowest", "Timed", "WeightRow", "others_of", "slowest_of"]

MAX_HOSTS, MAX_OTHERS = 8, 8


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
class Timed:
    """Another page on one screen, with the time of its largest paint."""

    title: str
    lcp: str
    waterfall: Waterfall


@dataclass(frozen=True)
class Slowest:
    """The slowest page on one screen."""

    title: str
    lcp: str
    film: tuple[Frame, ...]
    film_note: str
    selector: str
    weights: tuple[WeightRow, ...]
    hosts: tuple[tuple[str, int, str], ...]
    foreign: str
    waterfall: Waterfall


def slowest_of(desk: Desk) -> Slowest | None:
    """Return the page whose largest part came last, of those that were looked into; nothing where none was."""
    load = _slowest(desk)
    if load is None:
        return None
    say = desk.say
    weight = sum(one.weight_bytes for one in load.weights) or 1
    foreign = sum(one.third_party_bytes for one in load.weights)
    return Slowest(
        title=_title(desk, load),
        lcp=say.seconds(load.median.lcp_ms),
        film=film_of(desk, load),
        film_note=_film_note(desk, load),
        selector=clean(load.lcp_element.selector, 200) if load.lcp_element else "",
        weights=_weights(desk, load),
        hosts=_hosts(desk, load),
        foreign=say.t("{share} comes from other companies' servers.", share=say.percent(foreign / weight)),
        waterfall=waterfall_of(desk, load),
    )


def others_of(desk: Desk) -> tuple[Timed, ...]:
    """Return the other pages that were looked into, in the order they were measured."""
    slowest = _slowest(desk)
    looked = [one for one in desk.audit.measurements if one.fetched and one is not slowest]
    return tuple(
        Timed(_title(desk, one), desk.say.seconds(one.median.lcp_ms), waterfall_of(desk, one))
        for one in looked[:MAX_OTHERS]
    )


def _slowest(desk: Desk) -> Measurement | None:
    looked = [one for one in desk.audit.measurements if one.median.lcp_ms is not None and (one.fetched or one.film)]
    return max(looked, key=lambda one: one.median.lcp_ms or 0.0, default=None)


def _title(desk: Desk, load: Measurement) -> str:
    t = desk.say.t
    return t("{page}, {screen}", page=t(PAGES[load.page]), screen=t(VIEWPORTS[load.viewport]))


def _weights(desk: Desk, load: Measurement) -> tuple[WeightRow, ...]:
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


def _film_note(desk: Desk, load: Measurement) -> str:
    """Say that the film comes from a load of its own, which filming made slower."""
    if not load.film:
        return ""
    told = desk.say.seconds(load.filmed.lcp_ms if load.filmed else None)
    return desk.say.t(
        "Filmed in a load of its own, in which the largest part came after {time}; filming slows a load down.",
        time=told,
    )


def _hosts(desk: Desk, load: Measurement) -> tuple[tuple[str, int, str], ...]:
    """Return the foreign servers that were asked, the heaviest first."""
    found: dict[str, list[int]] = {}
    for one in load.fetched:
        if one.third_party:
            found.setdefault(one.name.split("/")[0], []).append(one.size_bytes)
    ranked = sorted(found.items(), key=lambda item: -sum(item[1]))
    return tuple((clean(host, 60), len(sizes), desk.say.size(sum(sizes))) for host, sizes in ranked[:MAX_HOSTS])
