"""Curves that turn a measure into points, 0 to 100."""

from __future__ import annotations

from itertools import pairwise
from math import erfc, log

__all__ = ["log_normal", "piecewise"]

# Of shared/statistics.js in GoogleChrome/lighthouse f8eac39: the complementary error function's inverse of 0.2.
_SCALE = 0.9061938024368232
_LEAST = 1e-12


def log_normal(value: float, *, p10: float, median: float) -> float:
    """Return Lighthouse's score of a measure where less is better: 90 at ``p10``, 50 at ``median``, 100 at 0."""
    share = value / median
    if share <= _LEAST:
        return 100.0
    return 100 * 0.5 * erfc(log(share) / log(median / p10) * _SCALE)


def piecewise(value: float, points: tuple[tuple[float, float], ...]) -> float:
    """Return the points at ``value``, linear between the given (measure, points) pairs, which rise in measure."""
    first, last = points[0], points[-1]
    if value <= first[0]:
        return first[1]
    for (low, low_points), (high, high_points) in pairwise(points):
        if value <= high:
            return low_points + (high_points - low_points) * (value - low) / (high - low)
    return last[1]
