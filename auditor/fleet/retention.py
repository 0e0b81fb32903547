"""Which audits are kept: so many of a site, or those of so many days, and always its newest and its last good one."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine

from auditor.store.errors import disk_errors_told
from auditor.store.history import Indexed, refresh

__all__ = ["mean_bytes", "removed", "too_many"]


def too_many(audits: Sequence[Indexed], now: datetime, keep: int | None, keep_days: int | None) -> tuple[Indexed, ...]:
    """List a site's audits that are over its number or its age; ``audits`` come oldest first."""
    spared = {one.folder for one in audits[-1:]}
    spared |= {one.folder for one in [one for one in audits if one.short.good][-1:]}
    over = {one.folder for one in audits[: len(audits) - keep]} if keep is not None and keep < len(audits) else set()
    if keep_days is not None:
        oldest = now - timedelta(days=keep_days)
        over |= {one.folder for one in audits if one.short.started_at < oldest}
    return tuple(one for one in audits if one.folder in over - spared)


def removed(engine: Engine, audits: Path, over: Sequence[Indexed]) -> None:
    """Remove audits from the disk and the index: hidden first, so that a half of one is never taken for a whole.

    One that somebody has removed already is no trouble.
    """
    for one in over:
        path = audits / one.folder
        hidden = path.with_name(f".removed.{path.name}")
        with disk_errors_told(path, "removed"), suppress(FileNotFoundError):
            path.rename(hidden)
            shutil.rmtree(hidden)
    if over:
        refresh(engine, audits)


def mean_bytes(audits: Sequence[Indexed]) -> int:
    """Return what an audit takes on the disk, on average; 0 where there is none."""
    return sum(one.size_bytes for one in audits) // len(audits) if audits else 0
