"""What one timed load fetched and showed, for the waterfall, the weights and the filmstrip."""

from __future__ import annotations

from typing import Literal

from auditor.model.base import Noun

__all__ = ["FetchType", "Fetched", "FilmFrame", "WeightOf"]

FetchType = Literal["document", "style", "script", "image", "font", "media", "data", "other"]


class Fetched(Noun):
    """One request of a timed load: milliseconds from the first request's start, bytes as they came over the wire.

    ``name`` is host and path without parameters, shortened; ``first_ms`` is when the answer's head came, ``end_ms``
    when all of it was there; both are null where it did not come by the end of the load.
    """

    name: str
    type: FetchType = "other"
    start_ms: int
    first_ms: int | None = None
    end_ms: int | None = None
    size_bytes: int = 0
    third_party: bool = False
    failed: bool = False


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
