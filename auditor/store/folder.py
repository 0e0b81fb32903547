"""The folder of one audit while it is recorded: every record is flushed, so a kill at any point leaves it readable."""

from __future__ import annotations

import gzip
import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel

from auditor.model import Act, Journey, Load, ProbeSeen, Site, ViewportName, Visit
from auditor.store.errors import FolderInUseError, disk_errors_told
from auditor.store.scrub import Scrubber

__all__ = ["AuditFolder", "default_folder", "replace_file"]

MAX_HTML_CHARS = 3_000_000
ACTS, JOURNEYS, LOADS, VISITS = "steps.jsonl", "journeys.jsonl", "loads.jsonl", "visits.jsonl"
PROBES = "probes.jsonl"
SITE, COMPLETE = "site.json", "complete"


def default_folder(base: Path, host: str, started_at: datetime) -> Path:
    """Return where an audit goes when nothing is said, as in ``audits/shop.example/20260131T120000Z`` (UTC)."""
    name = re.sub(r"[^\w.\-]+", "_", host.lower()).strip("._") or "shop"
    return base / name / started_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never a half; raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


class AuditFolder:
    """An audit's folder, open for recording; every method raises StoreError where the disk refuses."""

    def __init__(self, path: Path, scrubber: Scrubber) -> None:
        self.path = path
        self._scrubber = scrubber
        self._recording = path / "recording"

    @classmethod
    def create(cls, path: Path, secrets: tuple[str, ...] = ()) -> AuditFolder:
        """Make the folder; ``secrets`` are values that must not turn up in any file.

        Raises FolderInUseError where it holds an audit already, and StoreError where nothing can be written there.
        """
        if (path / "recording").exists():
            raise FolderInUseError(f"{path} holds an audit already: name another folder, or remove that one.")
        folder = cls(path, Scrubber(secrets))
        with disk_errors_told(path, "used as the audit's folder"):
            for part in ("recording", "pages", "shots"):
                (path / part).mkdir(parents=True, exist_ok=True)
            probe = folder._recording / ".probe"
            probe.write_bytes(b"x" * 4096)
            probe.unlink()
        return folder

    def hide(self, secrets: tuple[str, ...]) -> None:
        """Keep these values out of all that comes, besides those that were known at the start."""
        self._scrubber = Scrubber((*self._scrubber.secrets, *secrets))

    def write_site(self, site: Site) -> None:
        """Write what is known of the shop and its circumstances; a later writing replaces the earlier one."""
        path = self._recording / SITE
        with disk_errors_told(path):
            replace_file(path, (json.dumps(self._plain(site), ensure_ascii=False, indent=1) + "\n").encode())

    def add_visit(self, visit: Visit, html: str) -> None:
        """Keep a page: first its body, then its facts, so that a recorded visit always has its body."""
        if html:
            path = self.path / "pages" / f"{visit.id}.html.gz"
            with disk_errors_told(path):
                body = self._scrubber.html(html[:MAX_HTML_CHARS]).encode("utf-8", "replace")
                path.write_bytes(gzip.compress(body, compresslevel=5, mtime=0))
        self._append(VISITS, visit)

    def add_shot(self, name: str, webp: bytes) -> str:
        """Keep a screenshot and return the name by which a visit or step points at it."""
        path = self.path / "shots" / f"{name}.webp"
        with disk_errors_told(path):
            path.write_bytes(webp)
        return name

    def add_act(self, act: Act) -> None:
        """Keep one act of the walker."""
        self._append(ACTS, act)

    def add_load(self, load: Load) -> None:
        """Keep one timed load."""
        self._append(LOADS, load)

    def add_probe(self, seen: ProbeSeen) -> None:
        """Keep what a probe saw."""
        self._append(PROBES, seen)

    def add_journey(self, viewport: ViewportName, journey: Journey) -> None:
        """Keep a journey; a later one of the same screen stands for the earlier one."""
        self._append_data(JOURNEYS, {"viewport": str(viewport), "journey": self._plain(journey)})

    def finish(self) -> None:
        """Say that everything that was to be recorded is there."""
        path = self._recording / COMPLETE
        with disk_errors_told(path):
            path.write_text("complete\n", encoding="ascii")

    def _plain(self, noun: BaseModel) -> object:
        plain: object = self._scrubber.data(noun.model_dump(mode="json"))
        return plain

    def _append(self, name: str, noun: BaseModel) -> None:
        self._append_data(name, self._plain(noun))

    def _append_data(self, name: str, data: object) -> None:
        path = self._recording / name
        line = (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "replace")
        with disk_errors_told(path), path.open("ab") as file:
            file.write(line)
