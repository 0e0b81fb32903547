"""A folder of audits in short: every shop with its last audits, and what could not be read."""

from __future__ import annotations

from auditor.model.base import Noun
from auditor.model.past import PastAudit

__all__ = ["Shelf", "ShopAudits"]


class ShopAudits(Noun):
    """One shop; ``audits`` are oldest first, and their folders' names are paths from the folder of all audits.

    ``name``, ``url`` and ``sentence`` are those of the last audit; ``reported`` are the folders that hold a report.
    """

    name: str
    url: str
    sentence: str
    audits: tuple[PastAudit, ...]
    reported: frozenset[str] = frozenset()


class Shelf(Noun):
    """All shops of a folder; ``unread`` are folders that could not be read, each with a sentence."""

    shops: tuple[ShopAudits, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
