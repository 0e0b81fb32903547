"""What one timed load fetched and showed, for the waterfall, the weights and the filmstrip."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

from auditor.model.base import Noun

__all__ = ["Cause", "Course", "FetchType", "Fetched", "FilmFrame", "WeightOf", "fetch_name"]

MAX_NAME = 110

FetchType = Literal["document", "style", "script", "image", "font", "media", "data", "other"]
# What took the most time until the largest paint, where it took a good part of it.
Cause = Literal["redirects", "server", "blocking", "picture-late", "picture-waits", "picture-heavy"]


class Fetched(Noun):
    """One request of a timed load: milliseconds from the first request's start, bytes as they came over the wire.

    ``name`` is host and path without parameters, shortened; ``first_ms`` is when the answer's head came, ``end_ms``
    when all of it was there; both are null where it did not come by the end of the load. ``blocking`` is the browser's
    own word: nothing of the page is shown before the file is there; null where the browser did not say.
    """

    name: str
    type: FetchType = "other"
    start_ms: int
    first_ms: int | None = None
    end_ms: int | None = None
    size_bytes: int = 0
    third_party: bool = False
    failed: bool = False
    blocking: bool | None = None


class Course(Noun):
    """How a load went until its largest paint, as far as its requests prove it.

    ``asked_ms`` is when the page itself was asked for, after so many ``redirects``; ``answered_ms`` when its answer
    came. ``blocking`` are the files before which nothing could be shown, the last to come first; null where the browser
    did not say which. ``picture`` is the request of the picture that was the largest paint. ``cause`` took at least a
    third of the time, and the most.
    """

    answered_ms: int
    asked_ms: int = 0
    redirects: int = 0
    blocking: tuple[Fetched, ...] | None = None
    picture: Fetched | None = None
    cause: Cause | None = None


class WeightOf(Noun):
    """What the requests of one type weigh together, and what of that came from other companies' servers."""

    type: FetchType
    requests: int
    weight_bytes: int
    third_party_requests: int = 0
    third_party_bytes: int = 0


class FilmFrame(Noun):
    """What stood on the screen at a moment of a load, in milliseconds from its start."""

    at_ms: int
    screenshot: str


def fetch_name(url: str) -> str:
    """Return host and path, without what may be secret in parameters, shortened in the middle."""
    try:
        parts = urlsplit(url)
        name = f"{parts.hostname or ''}{parts.path or '/'}"
    except ValueError:
        name = "?"
    return name if len(name) <= MAX_NAME else f"{name[: MAX_NAME // 2]}…{name[-MAX_NAME // 2 + 1 :]}"
