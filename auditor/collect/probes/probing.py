"""What every probe is given, and what makes a probe."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from auditor.collect.closer_look import Visitor, guarded_tab
from auditor.collect.crawling.key_pages import Addresses
from auditor.collect.page.tab import Tab
from auditor.collect.recorder import Notebook
from auditor.model import AnyProbe, ViewportName

__all__ = ["Probe", "Probing"]


@dataclass(frozen=True)
class Probing:
    """The shop as it is known by now: where its pages are and what was seen; ``allow`` is robots.txt for crawlers."""

    visitor: Visitor
    notebook: Notebook
    addresses: Addresses
    allow: Callable[[str], bool]

    def tab(self, viewport: ViewportName = ViewportName.DESKTOP) -> AbstractAsyncContextManager[Tab]:
        """Open a tab in a fresh, guarded context, closed at the end."""
        return guarded_tab(self.visitor, viewport)


@dataclass(frozen=True)
class Probe:
    """One probe: ``seconds`` is its budget, ``look`` yields what it saw, a noun at a time, each kept at once."""

    name: str
    seconds: float
    told: str
    look: Callable[[Probing], AsyncIterator[AnyProbe]]
