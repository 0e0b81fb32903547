"""The pause between two document requests to one public host (CONTRACTS 7)."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from auditor.collect.arrival.address import is_local

__all__ = ["Pace"]


@dataclass
class Pace:
    """Waits until a host may be asked again; this machine and private networks are never waited for."""

    seconds: float
    _free_at: dict[str, float] = field(default_factory=dict)

    async def __call__(self, url: str) -> None:
        """Wait for the host's turn and take it."""
        if self.seconds <= 0 or is_local(url):
            return
        host = urlsplit(url).netloc.lower()
        now = time.monotonic()
        turn = max(now, self._free_at.get(host, 0.0))
        self._free_at[host] = turn + self.seconds
        await asyncio.sleep(turn - now)
