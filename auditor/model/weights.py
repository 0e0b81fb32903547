"""How much each part counts in a score (CONTRACTS 4 and the score model of the check catalogue)."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.model.words import Stage

__all__ = ["IMPORTED_SHARE", "OBSERVED_SHARE", "STAGE_WEIGHTS", "cap_of"]

STAGE_WEIGHTS: Mapping[Stage, float] = {
    Stage.AWARENESS: 0.20,
    Stage.CONSIDERATION: 0.25,
    Stage.PURCHASE: 0.30,
    Stage.USE: 0.15,
    Stage.LOYALTY: 0.10,
}
# Where a stage has both what was seen and the shop's own figures.
OBSERVED_SHARE, IMPORTED_SHARE = 0.6, 0.4
ONE_CRITICAL, MORE_CRITICAL = 79, 69


def cap_of(critical_failures: int) -> int | None:
    """Return the most points (0-100) a stage may have with so many sure critical failures, or None without any."""
    if not critical_failures:
        return None
    return ONE_CRITICAL if critical_failures == 1 else MORE_CRITICAL
