"""The base of what probes saw."""

from __future__ import annotations

from auditor.model.base import Noun
from auditor.model.words import ViewportName

__all__ = ["ProbeSeen"]


class ProbeSeen(Noun):
    """What one probe saw; ``problem`` says in a sentence why it could not look, and is empty where it could."""

    viewport: ViewportName = ViewportName.DESKTOP
    problem: str = ""
