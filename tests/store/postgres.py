"""A PostgreSQL of the tests' own: installed where that can be done, started on a free port, stopped at the end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

__all__ = ["running_postgres"]

WAIT_SECONDS = 120


@contextmanager
def running_postgres() -> Iterator[str]:
    """Start a server and give the URL of its first database; the test is skipped where there is no PostgreSQL."""
    programs = _programs() or _installed()
    if programs is None:
        pytest.skip("needs PostgreSQL (Debian: postgresql)")
    home = Path(tempfile.mkdtemp(prefix="cx-audit-postgres-"))
    user = _user_of(home)
    port = _free_port()
    quick = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
    try:
        make = [str(programs / "initdb"), "-D", str(home / "data"), "-A", "trust", "-U", "cx", "-E", "UTF8"]
        _run([*make, "--no-sync"], user, home)
        options = " ".join(["-p", str(port), "-k", str(home), "-h", "127.0.0.1", *quick])
        control = [str(programs / "pg_ctl"), "-D", str(home / "data"), "-w", "-t", str(WAIT_SECONDS)]
        _run([*control, "-l", str(home / "log"), "-o", options, "start"], user, home)
        try:
            yield f"postgresql://cx@127.0.0.1:{port}/postgres"
        finally:
            _run([*control, "-m", "immediate", "stop"], user, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(command: list[str], user: str | None, home: Path) -> None:
    # No pipe: the server that pg_ctl leaves behind would keep it open.
    with (home / "commands").open("ab") as log:
        subprocess.run(command, check=True, stdout=log, stderr=log, user=user, cwd=home)


def _programs() -> Path | None:
    """Find the folder of the server's programs; Debian keeps them off PATH."""
    folders = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    folders += [Path(found).parent for name in ("pg_ctl",) if (found := shutil.which(name))]
    return next((one for one in folders if (one / "pg_ctl").exists() and (one / "initdb").exists()), None)


def _installed() -> Path | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "--no-install-recommends", "postgresql"]
    # The lists of a new machine may be old or missing: then they are fetched, and it is tried once more.
    for command in (install, ["apt-get", "update"], install):
        subprocess.run(command, env=quiet, capture_output=True, check=False, stdin=subprocess.DEVNULL)
        if programs := _programs():
            return programs
    return None


def _user_of(home: Path) -> str | None:
    """Give the user that runs the server: PostgreSQL refuses to be root."""
    if os.geteuid() != 0:
        return None
    shutil.chown(home, "postgres")
    return "postgres"


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
