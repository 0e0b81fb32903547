"""All audits below a folder, shop by shop; no database is asked."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from auditor.model import Audit
from auditor.model.past import past_of
from auditor.model.shelf import Shelf, ShopAudits
from auditor.store.errors import StoreError
from auditor.store.read import read_audit

__all__ = ["read_shelf"]

MOST_DEEP = 4
MAX_UNREAD = 200
_TIMED_NAME = re.compile(r"\d{8}T\d{6}Z")


def read_shelf(folder: Path, limit: int = 12) -> Shelf:
    """Read the last audits of every shop below a folder, ``limit`` of each; damaged ones are named, not raised."""
    shops: dict[tuple[str, str], list[tuple[str, Audit]]] = {}
    unread: list[tuple[str, str]] = []
    for path in _recent(folder, limit):
        name = path.relative_to(folder).as_posix()
        try:
            audit = read_audit(path)
        except StoreError as error:
            unread.append((name, str(error)))
        else:
            shops.setdefault(_shop(audit), []).append((name, audit))
    return Shelf(
        shops=tuple(_of_shop(folder, found, limit) for found in shops.values()), unread=tuple(unread[:MAX_UNREAD])
    )


def _recent(folder: Path, limit: int) -> Iterator[Path]:
    """Give the folders of audits; of those whose names are times only the newest ones beside each other are read."""
    beside: dict[Path, list[Path]] = {}
    for path in _audits(folder):
        if _TIMED_NAME.fullmatch(path.name):
            beside.setdefault(path.parent, []).append(path)
        else:
            yield path
    for paths in beside.values():
        yield from sorted(paths)[-limit:]


def _audits(folder: Path) -> Iterator[Path]:
    """Give every folder that holds an audit, or the recording of one; nothing is looked for inside of those."""
    for place, folders, files in os.walk(folder):
        path = Path(place)
        if "audit.json" in files or "recording" in folders:
            yield path
            folders.clear()
        elif len(path.relative_to(folder).parts) >= MOST_DEEP:
            folders.clear()
        else:
            folders[:] = sorted(one for one in folders if not one.startswith("."))


def _shop(audit: Audit) -> tuple[str, str]:
    """Return what tells a shop from others: its host; where ports are used, those come and go and its name stays."""
    parts = urlsplit(audit.site.url)
    return (parts.hostname or "").removeprefix("www."), audit.site.name if parts.port else ""


def _of_shop(folder: Path, found: list[tuple[str, Audit]], limit: int) -> ShopAudits:
    told = sorted(found, key=lambda one: one[1].started_at)[-limit:]
    last = told[-1][1]
    return ShopAudits(
        name=last.site.name,
        url=last.site.url,
        sentence=last.sentence,
        audits=tuple(past_of(audit, name) for name, audit in told),
        reported=frozenset(name for name, _audit in told if (folder / name / "report.html").is_file()),
    )
