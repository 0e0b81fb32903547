"""What a recording says of itself: what it left out, and why."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from auditor.model.base import Noun

__all__ = ["Note", "NoteText"]


class NoteText(StrEnum):
    """The sentences of the notes, with slots for their data."""

    OUT_OF_TIME = "The audit's time of {seconds} s ran out; what was seen by then is judged."
    BROWSER_FAILED = "The browser failed: {error}."
    PART_FAILED = "{part} ended because the browser failed: {error}."
    NOT_LOOKED_AT = "{page} could not be looked at closely on {screen}: {problem}."
    NO_CRAWL = "robots.txt keeps crawlers out, so no pages besides the walk were read."
    FEWER_PAGES = "robots.txt keeps crawlers from {n} of the linked pages; they were left out."
    CRAWL_OUT_OF_TIME = "The time for reading further pages ran out."
    CRAWL_REFUSED = "The shop answered {status} to further pages, so the crawl was stopped."
    NO_PROBES = "The shop turned the crawl away, so it was asked for nothing more: every probe was left out."
    LED_ELSEWHERE = (
        "{asked} leads to {home}, which is another site, so no name, password, header, cookie or login was given to "
        "it; name that address itself if they are meant for it."
    )

    def of(self, **data: str | float) -> Note:
        """Give a note with its data."""
        return Note(text=self, data=data)


class Note(Noun):
    """One note; its text is English, and its data are filled in by whoever shows it."""

    text: NoteText
    data: Mapping[str, str | int | float] = Field(default_factory=dict)

    def __str__(self) -> str:
        """Return the sentence in English."""
        return self.text.format_map({k: f"{one:g}" if isinstance(one, float) else one for k, one in self.data.items()})
