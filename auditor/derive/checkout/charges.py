"""Whether the shop's own pages say that every delivery costs something: then a zero in a sum is no price yet."""

from __future__ import annotations

from auditor.derive.checkout.shown_on import POLICIES, lines_of
from auditor.derive.goods.deliveries import delivery_costs
from auditor.derive.sees import Sees

__all__ = ["always_charges"]


def always_charges(sees: Sees) -> bool:
    """Say whether pages about deliveries name a price and none that is free; read once in a judgement.

    Such pages are read on one screen only, so that those of all screens count.
    """
    told: bool = sees.memo("always charges", lambda: _told(sees))
    return told


def _told(sees: Sees) -> bool:
    pages = (one for one in sees.recording.visits if one.kind in POLICIES)
    costs = [cost for page in pages for cost in delivery_costs(lines_of(page), sees.site.country)]
    return any(one.amount for one in costs) and all(one.amount and not one.free_from for one in costs)
