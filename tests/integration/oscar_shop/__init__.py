"""A real django-oscar shop on a loopback port: an unaltered stranger for the walker.

Everything a customer sees is oscar's own (templates, scripts, styles, translations); only goods, prices and the one
setting for guest checkout are ours. What a careful person finds there lies in ``truth.toml`` beside this file.
The shop runs in its own process, so that Django's global settings never meet the tests.
"""

from __future__ import annotations

import os
import selectors
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

__all__ = ["Counts", "Language", "RunningShop", "oscar_shop"]

Language = Literal["en", "fi"]

START_SECONDS = 120.0
STOP_SECONDS = 5.0
DATABASE = "shop.sqlite3"
MAILS = "mails"
COUNT = """
    SELECT (SELECT COUNT(*) FROM order_order), (SELECT COUNT(*) FROM auth_user),
           (SELECT COUNT(*) FROM basket_basket), (SELECT COUNT(*) FROM basket_line),
           (SELECT COUNT(*) FROM reviews_productreview), (SELECT COUNT(*) FROM customer_productalert)
"""


@dataclass(frozen=True)
class Counts:
    """What the shop holds at one moment; all but baskets and lines must stay as they were when an auditor leaves."""

    orders: int
    users: int
    baskets: int
    lines: int
    reviews: int
    alerts: int
    mails: int


@dataclass(frozen=True)
class RunningShop:
    """A shop that answers at ``url`` (without a slash at the end)."""

    url: str
    guest_checkout: bool
    language: Language
    folder: Path
    pid: int

    def counts(self) -> Counts:
        """Read the counters from the shop's database, and the mails that it would have sent."""
        address = f"{(self.folder / DATABASE).as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=10)) as database:
            rows: tuple[int, int, int, int, int, int] = database.execute(COUNT).fetchone()
        return Counts(*rows, mails=len(list((self.folder / MAILS).glob("*"))))

    def log(self) -> str:
        """Return what the shop wrote to its error stream: empty when all went well."""
        return (self.folder / "log.txt").read_text(encoding="utf-8", errors="replace")


@contextmanager
def oscar_shop(guest_checkout: bool, language: Language = "en") -> Iterator[RunningShop]:
    """Run a freshly seeded shop in its own process for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="oscar-shop-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        command = [sys.executable, "-m", __name__, "--guest" if guest_checkout else "--no-guest"]
        command += ["--language", language, "--port", "0", "--folder", name, "--until-stdin-closes"]
        with (folder / "log.txt").open("wb") as log:
            process = subprocess.Popen(
                command,
                cwd=Path(__file__).resolve().parents[3],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        try:
            url = _address(process, folder)
            yield RunningShop(url, guest_checkout, language, folder, process.pid)
        finally:
            _stop(process)


def _address(process: subprocess.Popen[bytes], folder: Path) -> str:
    """Wait for the line with the address, then for the port itself; raise with the shop's log if it does not come."""
    assert process.stdout is not None
    deadline = time.monotonic() + START_SECONDS
    line = b""
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while not line.endswith(b"\n"):
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise TimeoutError(f"the oscar shop did not start within {START_SECONDS:g} s")
            part = os.read(process.stdout.fileno(), 4096)
            if not part:
                log = (folder / "log.txt").read_text(encoding="utf-8", errors="replace")
                raise RuntimeError(f"the oscar shop ended before it answered:\n{log}")
            line += part
    url = line.decode().strip()
    parts = urlsplit(url)
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=5):
        return url


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End this one process by its own id and close its pipes."""
    with process:  # closes the pipes and waits
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(STOP_SECONDS)
            return
        process.kill()
