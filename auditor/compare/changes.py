"""When a figure has changed: only where the difference is larger than its noise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditor.compare.model import Change

__all__ = ["against", "change_of"]


def change_of(first: float | None, other: float | None, noise: float, *, more_is_better: bool) -> Change:
    """Tell how a figure stands against the first one; unknown where either is."""
    if first is None or other is None:
        return Change.UNKNOWN
    gained = other - first if more_is_better else first - other
    if abs(gained) <= noise:
        return Change.SAME
    return Change.BETTER if gained > 0 else Change.WORSE


def against(values: Sequence[object], change: Callable[[int], Change]) -> tuple[Change, ...]:
    """Tell for each value how it stands against the first one."""
    return (Change.SAME, *(change(at) for at in range(1, len(values))))
