"""What is handed to the process that makes an audit, and what comes back: both frozen, both plain JSON."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from auditor.amendments import Amendments
from auditor.fleet.sites import Access
from auditor.gate.budget import Budget
from auditor.judge import NOTHING_AMENDED
from auditor.settings import Profile, RecordSettings

__all__ = ["RECORDER", "Ended", "RunSpec", "pause_after"]

# The function that makes an audit's folder, as module:name; tests put a quicker one in its place.
RECORDER = "auditor.fleet.recording:recorded"
# How long a shop is left alone before it is asked again, by try; after the last one it is told as it is.
PAUSES = {
    **dict.fromkeys(("dead", "site-error", "tls"), (timedelta(minutes=10), timedelta(hours=1))),
    **dict.fromkeys(("robot-wall", "geo-blocked"), (timedelta(hours=6),)),
}
# An audit that was not finished, as when its browser died, is begun once more at once.
UNFINISHED = (timedelta(),)


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RunSpec(_Part):
    """One run of one site; secrets stand in it as references. ``clock`` is the time at which it is handed over.

    ``tries`` says how often the shop was asked, this time included; attempts that never came so far do not count.
    ``competitors`` are the folders that hold the audits of other shops.
    """

    run: str
    site: str
    url: str
    name: str = ""
    owner: str = ""
    tags: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    scheduled_at: datetime
    clock: datetime
    attempt: int
    tries: int = 1
    folder: Path
    locks: Path
    references: Path
    settings: RecordSettings
    access: Access = Access()
    profile: Profile = Profile()
    budget: Budget | None = None
    amendments: Amendments = NOTHING_AMENDED
    brand: Path | None = None
    formats: tuple[str, ...] = ("html",)
    competitors: tuple[Path, ...] = ()
    recorder: str = RECORDER

    @property
    def work(self) -> Path:
        """Give the hidden folder in which the attempt is made; it gets its name when it is whole."""
        return self.folder.with_name(f".{self.folder.name}.{self.attempt}")


class Ended(_Part):
    """How an attempt ended: with a committed audit, to be made again, or without one for a reason of this machine."""

    state: Literal["committed", "again", "environment"]
    problem: str = ""
    sentence: str = ""


def pause_after(problem: str, tries: int, *, finished: bool) -> timedelta | None:
    """Return how long to wait before the next try; None where this one stands. ``tries`` counts from 1."""
    pauses = PAUSES.get(problem, () if problem or finished else UNFINISHED)
    return pauses[tries - 1] if tries <= len(pauses) else None
