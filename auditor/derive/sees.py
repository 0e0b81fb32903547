"""What a derivation may look at: the site, the recording and a memory that lasts as long as one judgement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from auditor.model import Recording, Site

__all__ = ["Sees"]


class Sees(Protocol):
    """The part of a check's context that derivations use."""

    @property
    def site(self) -> Site:
        """The shop."""

    @property
    def recording(self) -> Recording:
        """Everything that was seen."""

    @property
    def memo(self) -> Callable[[str, Callable[[], Any]], Any]:
        """Remember what ``make()`` gave under a key, for this judgement only."""
