"""The speed of audits side by side: loads made in the same way, and the spread that is no difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditor.compare.changes import against, change_of
from auditor.compare.model import Change, SpeedRow
from auditor.model import Audit, Measurement

__all__ = ["METRICS", "speed_rows"]

LEAST_LOADS = 2
# What a figure may differ by though its few loads agreed: the margins of the gate.
METRICS: Mapping[str, float] = {
    "lcp_ms": 100,
    "fcp_ms": 100,
    "ttfb_ms": 100,
    "cls": 0.02,
    "tbt_ms": 50,
    "weight_bytes": 20_000,
    "requests": 2,
}


def speed_rows(audits: Sequence[Audit], *, barred: bool) -> tuple[SpeedRow, ...]:
    """Return the figures of the pages that at least two audits have timed in the same way."""
    loads = [{_way(load): load for load in one.measurements} for one in audits]
    ways = dict.fromkeys(way for one in loads for way in one)
    shared = [way for way in ways if sum(way in one for one in loads) > 1]
    return tuple(
        _speed_row([one.get(way) for one in loads], metric, barred=barred) for way in shared for metric in METRICS
    )


def _way(load: Measurement) -> tuple[str, ...]:
    return (load.page, load.viewport, load.consent, load.network, str(load.cpu), load.cache)


def _speed_row(loads: Sequence[Measurement | None], metric: str, *, barred: bool) -> SpeedRow:
    some = next(one for one in loads if one)
    medians = tuple(_figure(one, metric) for one in loads)
    spreads = tuple(_figure(one, metric, spread=True) for one in loads)
    counts = tuple(len(one.samples) if one else 0 for one in loads)

    def noise(at: int) -> float | None:
        if min(counts[0], counts[at]) < LEAST_LOADS:
            return None
        return max(METRICS[metric], spreads[0] or 0.0, spreads[at] or 0.0)

    def change(at: int) -> Change:
        allowed = noise(at)
        if barred or allowed is None:
            return Change.UNKNOWN
        return change_of(medians[0], medians[at], allowed, more_is_better=False)

    return SpeedRow(
        page=some.page,
        viewport=some.viewport,
        consent=some.consent,
        metric=metric,
        medians=medians,
        spreads=spreads,
        loads=counts,
        noise=tuple(noise(at) for at in range(len(loads))),
        changes=against(loads, change),
    )


def _figure(load: Measurement | None, metric: str, *, spread: bool = False) -> float | None:
    if load is None:
        return None
    value: float | None = getattr(load.spread if spread else load.median, metric)
    return value
