"""What recording asks of the place that keeps an audit; the store's folder offers it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from auditor.model import Act, Journey, Load, ProbeSeen, Site, ViewportName, Visit

__all__ = ["Progress", "RecordFolder", "Tell", "Turn", "no_others"]


class RecordFolder(Protocol):
    """An append-only place: every method keeps what it is given before it returns."""

    def hide(self, secrets: tuple[str, ...]) -> None:
        """Keep these values, which are known only now, out of all that comes."""

    def write_site(self, site: Site) -> None:
        """Keep what is known of the shop; a later writing replaces the earlier one."""

    def add_visit(self, visit: Visit, html: str) -> None:
        """Keep a page with its body."""

    def add_shot(self, name: str, webp: bytes) -> str:
        """Keep a screenshot and return its name."""

    def add_act(self, act: Act) -> None:
        """Keep one act of the walker."""

    def add_load(self, load: Load) -> None:
        """Keep one timed load."""

    def add_probe(self, seen: ProbeSeen) -> None:
        """Keep what a probe saw."""

    def add_journey(self, viewport: ViewportName, journey: Journey) -> None:
        """Keep a journey."""

    def finish(self) -> None:
        """Say that the recording is complete."""


@dataclass(frozen=True)
class Progress:
    """How far a stage of the audit is; ``total`` is 0 where it is not known."""

    stage: str
    done: int
    total: int
    text: str


Tell = Callable[[Progress], None]

# Asked before each stage, with True where nothing else may be busy on this machine: it returns when that is so.
Turn = Callable[[bool], Awaitable[None]]


async def no_others(alone: bool) -> None:
    """Let every stage begin at once: no other audit is made on this machine."""
    del alone
