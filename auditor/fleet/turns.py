"""Turns on one machine: any number of audits at once, but a timed load alone, as CONTRACTS 6 demands.

Locks of files are given back by the system when a process dies, however it dies.
"""

from __future__ import annotations

import asyncio
import fcntl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import IO

from auditor.collect.record_folder import Turn
from auditor.store.errors import disk_errors_told

__all__ = ["domain_lock", "turns"]

LOOK_AGAIN_SECONDS = 0.1


@asynccontextmanager
async def turns(folder: Path) -> AsyncIterator[Turn]:
    """Give a function that waits for a turn, alone or beside others; it gives back the turn that it had before.

    Who waits to be alone stands in the door meanwhile, so that no others go in before it.
    """
    with _opened(folder, "door") as door, _opened(folder, "room") as room:

        async def turn(alone: bool) -> None:
            fcntl.flock(room, fcntl.LOCK_UN)
            await _locked(door, fcntl.LOCK_EX)
            try:
                await _locked(room, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
            finally:
                fcntl.flock(door, fcntl.LOCK_UN)

        yield turn


def _opened(folder: Path, name: str) -> IO[bytes]:
    with disk_errors_told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        return (folder / name).open("ab")


async def _locked(file: IO[bytes], kind: int) -> None:
    while True:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
        else:
            return


@contextmanager
def domain_lock(folder: Path, domain: str) -> Iterator[bool]:
    """Say whether a registrable domain is free, and keep it while the block runs: one audit of a shop at a time."""
    name = "".join(sign if sign.isalnum() or sign in ".-" else "_" for sign in domain)[:200]
    with _opened(folder, f"domain-{name}") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
