"""Timed loads put together: the median of runs, their spread, and whether they agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from statistics import median

from auditor.derive.course import course_of
from auditor.model import Load, Measurement, MetricSet

__all__ = ["headline", "measured"]

METRICS = ("lcp_ms", "fcp_ms", "ttfb_ms", "cls", "tbt_ms", "weight_bytes", "requests", "third_party_bytes")
# Runs agree when the slowest and the fastest LCP lie within a quarter of the median: our convention.
AGREE_SHARE = 0.25


def measured(loads: Iterable[Load]) -> tuple[Measurement, ...]:
    """Group loads by page, screen and circumstances, in order of recording; a load with a problem gives no figures."""
    groups: dict[tuple[object, ...], list[Load]] = {}
    for load in loads:
        key = (load.page, load.url, load.viewport, load.consent, load.network, load.cpu, load.cache)
        groups.setdefault(key, []).append(load)
    return tuple(_measurement(group) for group in groups.values())


def headline(loads: Iterable[Load]) -> Measurement | None:
    """Return the measurement that counts: of all circumstances the one with most good runs, the first of equals."""
    return max(measured(loads), key=lambda one: len(one.samples), default=None)


def _measurement(group: list[Load]) -> Measurement:
    first = group[0]
    good = [load for load in group if not load.problem and not load.again and not load.film]
    looked = next((load for load in good if load.fetched or load.screenshot), None)
    filmed = next((load for load in group if load.film), None)
    samples = _samples(good)
    again = _samples([load for load in group if not load.problem and load.again])
    middle = _over(samples, median)
    spread = _over(samples, lambda values: max(values) - min(values))
    agree = len(samples) > 1 and middle.lcp_ms is not None and (spread.lcp_ms or 0) <= AGREE_SHARE * middle.lcp_ms
    nearest = min(
        (load for load in good if load.lcp_ms is not None),
        key=lambda load: abs((load.lcp_ms or 0) - (middle.lcp_ms or 0)),
        default=None,
    )
    return Measurement(
        page=first.page,
        url=first.url,
        viewport=first.viewport,
        consent=first.consent,
        network=first.network,
        cpu=first.cpu,
        cache=first.cache,
        samples=samples,
        median=middle,
        spread=spread,
        lcp_element=nearest.lcp_element if nearest else None,
        runs_agree=agree,
        problem="" if samples else next((load.problem for load in group if load.problem), "not measured"),
        again=again,
        again_median=_over(again, median) if again else None,
        failures=tuple(load.problem for load in group if load.problem and not load.again),
        unfinished=sum(load.timed_out and load.load_ms is None for load in good),
        looked_at=_samples([looked])[0] if looked else None,
        fetched=looked.fetched if looked else (),
        weights=looked.weights if looked else (),
        course=course_of(looked) if looked else None,
        screenshot=looked.screenshot if looked else None,
        lcp_box=looked.lcp_box if looked else None,
        film=filmed.film if filmed else (),
        filmed=_samples([filmed])[0] if filmed else None,
    )


def _samples(loads: list[Load]) -> tuple[MetricSet, ...]:
    return tuple(MetricSet(**{name: getattr(load, name) for name in METRICS}) for load in loads)


def _over(samples: tuple[MetricSet, ...], take: Callable[[list[float]], float]) -> MetricSet:
    found: dict[str, float | None] = {}
    for name in METRICS:
        values = [value for sample in samples if (value := getattr(sample, name)) is not None]
        found[name] = round(float(take(values)), 4) if values else None
    return MetricSet(**found)
