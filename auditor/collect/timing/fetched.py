"""What one timed load fetched, request by request, as the browser told it over CDP."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from auditor.collect.arrival.address import registrable
from auditor.model import Fetched, FetchType, WeightOf
from auditor.model.timed import fetch_name

__all__ = ["FetchLog"]

MAX_LISTED = 150
MAX_KNOWN = 3000
BLOCKING = "Blocking"
TYPES: Mapping[str, FetchType] = {
    "Document": "document",
    "Stylesheet": "style",
    "Script": "script",
    "Image": "image",
    "Font": "font",
    "Media": "media",
    "XHR": "data",
    "Fetch": "data",
    "EventSource": "data",
    "WebSocket": "data",
}


@dataclass
class _Row:
    """A request on its way; moments are the browser's monotonic seconds."""

    url: str
    type: FetchType
    start_s: float
    first_s: float | None = None
    end_s: float | None = None
    size: float = 0.0
    failed: bool = False
    blocking: bool | None = None


@dataclass
class FetchLog:
    """The requests of a load in the order in which they were sent."""

    rows: list[_Row] = field(default_factory=list)
    latest: dict[str, _Row] = field(default_factory=dict)
    frame: str = ""

    def started(self, key: str, event: Mapping[str, Any]) -> None:
        """Note a request; the one before a redirect has ended by it."""
        now = float(event.get("timestamp") or 0.0)
        answer = event.get("redirectResponse")
        if answer and key in self.latest:
            before = self.latest[key]
            before.first_s = before.end_s = now
            before.size += float(answer.get("encodedDataLength") or 0)
        if len(self.rows) < MAX_KNOWN:
            self.frame = self.frame or str(event.get("frameId") or "")
            row = _Row(str(event["request"]["url"]), TYPES.get(str(event.get("type")), "other"), now)
            row.blocking = self._blocks(event)
            self.rows.append(row)
            self.latest[key] = row

    def _blocks(self, event: Mapping[str, Any]) -> bool | None:
        """Tell whether the browser shows nothing of the page before this is there; what blocks a frame does not."""
        behavior = event.get("renderBlockingBehavior")
        return None if behavior is None else behavior == BLOCKING and event.get("frameId") == self.frame

    def answered(self, key: str, event: Mapping[str, Any]) -> None:
        """Note that the head of an answer came."""
        row = self.latest.get(key)
        if row is not None:
            row.first_s = float(event.get("timestamp") or 0.0)
            row.type = TYPES.get(str(event.get("type")), row.type)

    def received(self, key: str, size: float) -> None:
        """Note a part of an answer."""
        row = self.latest.get(key)
        if row is not None and row.end_s is None:
            row.size += size

    def ended(self, key: str, event: Mapping[str, Any], *, failed: bool) -> None:
        """Note that a request is over, with all that it brought."""
        row = self.latest.get(key)
        if row is not None:
            row.end_s = float(event.get("timestamp") or 0.0)
            row.failed = failed
            row.size = float(event.get("encodedDataLength") or row.size)

    def listed(self, home: str, head: Collection[str] = ()) -> tuple[Fetched, ...]:
        """Return the first 150 requests; ``home`` is the page's own address, other domains are third parties.

        ``head`` are the addresses of the scripts in the page's head: the browser calls scripts blocking that stand in
        the body as well, where they were found late or written, and those hold nothing back that stands before them.
        """
        own, began = registrable(home), self.rows[0].start_s if self.rows else 0.0

        def ms(moment: float | None) -> int | None:
            return None if moment is None else max(0, round((moment - began) * 1000))

        return tuple(
            Fetched(
                name=fetch_name(row.url),
                type=row.type,
                start_ms=ms(row.start_s) or 0,
                first_ms=ms(row.first_s),
                end_ms=ms(row.end_s),
                size_bytes=round(row.size),
                third_party=registrable(row.url) != own,
                failed=row.failed,
                blocking=row.blocking and (row.type != "script" or row.url in head),
            )
            for row in self.rows[:MAX_LISTED]
        )

    def weights(self, home: str) -> tuple[WeightOf, ...]:
        """Return what each type of file weighs together, the heaviest first."""
        own = registrable(home)
        found = []
        for kind in get_args(FetchType):
            rows = [row for row in self.rows if row.type == kind]
            foreign = [row for row in rows if registrable(row.url) != own]
            if rows:
                found.append(
                    WeightOf(
                        type=kind,
                        requests=len(rows),
                        weight_bytes=round(sum(row.size for row in rows)),
                        third_party_requests=len(foreign),
                        third_party_bytes=round(sum(row.size for row in foreign)),
                    )
                )
        return tuple(sorted(found, key=lambda one: -one.weight_bytes))
