"""Processes of audits: begun in a session of their own, ended at their deadline, and with everything they began."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from auditor.fleet.spec import Ended, RunSpec
from auditor.store.errors import disk_errors_told

__all__ = ["CrashedError", "alive", "kill_leftovers", "made_in_child", "me"]

PROC = Path("/proc")
# Whatever an audit's process begins inherits this variable, so that nothing of it can be left behind unseen.
MARK = "CX_AUDIT_RUN"
LAST_WORDS = 400


class CrashedError(Exception):
    """The process of an audit died, or was killed at its deadline; the text says which."""


async def made_in_child(spec: RunSpec, deadline_seconds: float, log: Path) -> Ended:
    """Carry out a run in a process of its own; what it says of its progress goes into the log.

    Raises CrashedError. However it ends, no process of it is left, and nothing unfinished.
    """
    mark = _mark(spec.folder, spec.attempt)
    # The pool of the loop has fewer threads than there may be audits at a time.
    with _opened(log) as said, tempfile.TemporaryFile() as answer, ThreadPoolExecutor(1) as waiting:
        # Not asyncio's own: that one waits until its pipes are closed, which a browser left behind would keep open.
        process = subprocess.Popen(  # noqa: ASYNC220 (it returns at once)
            [sys.executable, "-m", "auditor.fleet.child"],
            stdin=subprocess.PIPE,
            stdout=answer,
            stderr=said,
            env={**os.environ, MARK: mark},
            start_new_session=True,
        )
        try:
            async with asyncio.timeout(deadline_seconds):
                await asyncio.get_running_loop().run_in_executor(waiting, _asked, process, spec)
        except TimeoutError as error:
            raise CrashedError(f"It was not done after {deadline_seconds:.0f} s and was ended.") from error
        finally:
            process.kill()
            kill_leftovers(spec.folder, spec.attempt)
            _close(process)
            shutil.rmtree(spec.work, ignore_errors=True)
        answer.seek(0)
        words = answer.read()
    try:
        return Ended.model_validate_json(words)
    except ValidationError as error:
        raise CrashedError(f"Its process ended with {process.returncode}.{_last_words(log)}") from error


def _opened(log: Path) -> IO[bytes]:
    with disk_errors_told(log):
        log.parent.mkdir(parents=True, exist_ok=True)
        return log.open("wb")


def _last_words(log: Path) -> str:
    words = log.read_text("utf-8", "replace").strip().splitlines()
    return f" Its last words: {words[-1][:LAST_WORDS]}" if words else ""


def _asked(process: subprocess.Popen[bytes], spec: RunSpec) -> None:
    """Hand the specification over, and wait; the input stays open, so that the process knows that this one lives."""
    if process.stdin is not None:
        with suppress(BrokenPipeError):
            process.stdin.write(spec.model_dump_json().encode() + b"\n")
            process.stdin.flush()
    process.wait()


def _close(process: subprocess.Popen[bytes]) -> None:
    process.wait()
    if process.stdin is not None:
        with suppress(BrokenPipeError):
            process.stdin.close()


def kill_leftovers(folder: Path, attempt: int) -> int:
    """Kill every process of an attempt that still runs, its browser above all, and return how many there were."""
    wanted = f"{MARK}={_mark(folder, attempt)}".encode()
    killed = 0
    for number in _processes():
        if number != os.getpid() and wanted in _environment(number):
            try:
                os.kill(number, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                continue
            killed += 1
    return killed


def me() -> str:
    """Name this process, so that another program can tell whether it still lives: host, boot, number and start."""
    return f"{socket.gethostname()}/{_boot()}/{os.getpid()}/{_started(os.getpid())}"


def alive(holder: str) -> bool | None:
    """Say whether a process lives; None for one of another machine."""
    host, boot, number, started = (*holder.split("/"), "", "", "", "")[:4]
    if host != socket.gethostname() or not number.isdigit():
        return None
    return boot == _boot() and _started(int(number)) == started


def _mark(folder: Path, attempt: int) -> str:
    return f"{folder.resolve()}#{attempt}"


def _processes() -> Iterator[int]:
    if PROC.is_dir():
        yield from (int(one.name) for one in PROC.iterdir() if one.name.isdigit())


def _environment(number: int) -> list[bytes]:
    try:
        return (PROC / str(number) / "environ").read_bytes().split(b"\0")
    except OSError:
        return []


def _boot() -> str:
    try:
        return (PROC / "sys/kernel/random/boot_id").read_text().strip()[:8]
    except OSError:
        return ""


def _started(number: int) -> str:
    """Return when a process began, in ticks since the system did; empty where it is gone, or is but a zombie."""
    try:
        fields = (PROC / str(number) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] == "Z" else fields[19]
