"""Schedulers and processes of tests that kill: started, waited for, looked up."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fleet.conftest import MONDAY, Shops
from tests.fleet.quick import QUICK
from tests.source_tree import ROOT

__all__ = ["WAIT_SECONDS", "comes", "runs", "scheduler"]

# A busy machine takes its time; nothing is measured by it.
WAIT_SECONDS = 240


@contextmanager
def scheduler(shops: Shops, recorder: str = QUICK) -> Iterator[subprocess.Popen[bytes]]:
    """Start a scheduler of its own; it is killed at the end where it still runs."""
    command = [sys.executable, "-m", "tests.fleet.scheduler", str(shops.folder), MONDAY.isoformat(), recorder]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def comes(what: Callable[[], bool]) -> bool:
    """Wait until something is so."""
    end = time.monotonic() + WAIT_SECONDS
    while not what() and time.monotonic() < end:
        time.sleep(0.02)
    return what()


def runs(number: int) -> bool:
    """Say whether a process runs; a zombie does not."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
