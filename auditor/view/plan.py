"""The plan: every mend in columns by about how much work it is, the most valuable first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.check import Effort
from auditor.view.desk import Desk
from auditor.view.names import EFFORTS, mark
from auditor.view.stages import Mend

__all__ = ["PlanColumn", "first_of", "plan_of"]


@dataclass(frozen=True)
class PlanColumn:
    """The mends of about the same work, in the order they were given; ``more`` is how many are left out."""

    name: str
    mends: tuple[Mend, ...]
    more: int = 0


def plan_of(desk: Desk, mends: Sequence[Mend]) -> tuple[PlanColumn, ...]:
    """Return the columns that hold something, the least work first."""
    efforts = {name: check.effort for name, check in desk.checks.items()}
    names: tuple[tuple[Effort | None, str], ...] = (*EFFORTS.items(), (None, mark("work not estimated")))
    columns = (
        PlanColumn(_upper(desk.say.t(name)), tuple(one for one in mends if efforts.get(one.card.check) == effort))
        for effort, name in names
    )
    return tuple(one for one in columns if one.mends)


def first_of(plan: Sequence[PlanColumn], count: int) -> tuple[PlanColumn, ...]:
    """Return the plan with so many mends of each column at most."""
    return tuple(replace(one, mends=one.mends[:count], more=max(0, len(one.mends) - count)) for one in plan)


def _upper(name: str) -> str:
    return name[:1].upper() + name[1:]
