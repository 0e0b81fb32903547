"""A scheduler as a process of its own, for tests that kill it: FOLDER, the time that it is, and the recorder."""

from __future__ import annotations

import asyncio
import signal
import sys
from datetime import datetime
from pathlib import Path

from auditor.fleet.runner import Round, run_due
from auditor.fleet.sites import load_sites
from auditor.store.history import open_history

__all__ = ["main"]


def main(folder: Path, now: datetime, recorder: str) -> None:
    """Do what is due, and print each line of progress; Ctrl-C counts although a shell that works aside ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    fleet = load_sites(folder / "sites.toml")
    tell = sys.stdout.write
    engine = open_history(folder / "audits")
    work = Round(fleet, engine, folder, lambda: now, lambda line: tell(f"{line}\n") and sys.stdout.flush(), recorder)
    asyncio.run(run_due(work, 2))


if __name__ == "__main__":
    main(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), sys.argv[3])
