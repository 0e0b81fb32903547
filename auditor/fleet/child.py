"""The process of one audit: reads a specification from its standard input, and dies with the program that began it.

``python -m auditor.fleet.child``: one line of JSON in, one line of JSON out. The input stays open for as long as the
program that began it lives.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading

from auditor.fleet.spec import Ended, RunSpec
from auditor.settings import SettingsError
from auditor.store import StoreError

__all__ = ["ended", "main"]

PR_SET_PDEATHSIG = 1


def main() -> int:
    """Carry out the run that is read from the standard input, print how it ended, and return the exit code."""
    _die_with_parent()
    spec = RunSpec.model_validate_json(sys.stdin.buffer.readline())
    threading.Thread(target=_watch, daemon=True).start()
    sys.stdout.write(ended(spec).model_dump_json() + "\n")
    return 0


def ended(spec: RunSpec) -> Ended:
    """Carry out a run; what is wrong with this machine is how it ended, too."""
    from auditor.collect.page.browser import BrowserMissingError  # slow to load: only after the watch has begun
    from auditor.fleet.job import carried_out
    from auditor.page_scripts import AssetsMissingError

    try:
        return carried_out(spec)
    except (StoreError, BrowserMissingError, AssetsMissingError, SettingsError) as error:
        return Ended(state="environment", sentence=str(error))


def _die_with_parent() -> None:
    """Ask Linux to kill this process when the one that began it ends, even by a kill."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _watch() -> None:
    """End this process when its input is closed: the program that began it is gone, here or on any other system."""
    while os.read(sys.stdin.fileno(), 1024):
        continue
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
