"""The network of one timed load, counted over CDP: requests in flight, bytes on the wire, bytes of third parties."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import BrowserContext, CDPSession, Error, Frame, Page

from auditor.collect.arrival.address import registrable
from auditor.collect.timing.fetched import FetchLog
from auditor.model import ViewportName
from auditor.model.line import Line

__all__ = ["CPU_RATE", "PROFILES", "NetworkProfile", "Wire", "watch"]

KBIT_BYTES = 1024 / 8
FEW_REQUESTS = 2


@dataclass(frozen=True)
class NetworkProfile(Line):
    """A throttled line as CDP takes it.

    The browser holds an answer back until so much time has gone since the request was sent; a server that is slower
    than that loses nothing to the line.
    """

    @property
    def conditions(self) -> dict[str, Any]:
        """Give the parameters of Network.emulateNetworkConditions."""
        return {
            "offline": False,
            "latency": self.delay_ms,
            "downloadThroughput": self.down_kbit * KBIT_BYTES,
            "uploadThroughput": self.up_kbit * KBIT_BYTES,
        }


# CONTRACTS 6: CDP delays each request and not each connection, so Lighthouse's round trip × 3.75 and rate × 0.9.
PROFILES = {
    ViewportName.MOBILE: NetworkProfile(562.5, 1474.56, 675),
    ViewportName.TABLET: NetworkProfile(562.5, 1474.56, 675),
    ViewportName.DESKTOP: NetworkProfile(150, 9216, 9216),
}
CPU_RATE = {ViewportName.MOBILE: 4.0, ViewportName.TABLET: 4.0, ViewportName.DESKTOP: 1.0}


@dataclass
class Wire:
    """What went over the wire since the load began."""

    hosts: dict[str, str] = field(default_factory=dict)
    inflight: set[str] = field(default_factory=set)
    bytes_of: dict[str, float] = field(default_factory=dict)
    arrived: dict[str, float] = field(default_factory=dict)
    busy_until: float = 0.0
    requests: int = 0
    log: FetchLog = field(default_factory=FetchLog)

    def started(self, event: dict[str, Any], of: str = "") -> None:
        """Note a request; a redirect is a request of its own whose answer has come."""
        url = str(event["request"]["url"])
        if not url.startswith(("http:", "https:")):
            return
        key = of + str(event["requestId"])
        self.log.started(key, event)
        answer = event.get("redirectResponse")
        if answer:
            self._add(self.hosts.get(key, url), float(answer.get("encodedDataLength") or 0))
        self.requests += 1
        self.hosts[key] = url
        self.inflight.add(key)
        self._mark()

    def answered(self, event: dict[str, Any], of: str = "") -> None:
        """Note that the head of an answer came."""
        self.log.answered(of + str(event["requestId"]), event)

    def received(self, event: dict[str, Any], of: str = "") -> None:
        """Note a part of an answer, which counts where the rest has not come by the end of the load."""
        key = of + str(event["requestId"])
        if key in self.inflight:
            size = float(event.get("encodedDataLength") or event.get("dataLength") or 0)
            self.arrived[key] = self.arrived.get(key, 0.0) + size
            self.log.received(key, size)

    def finished(self, event: dict[str, Any], of: str = "") -> None:
        """Note that an answer has come in full."""
        key = of + str(event["requestId"])
        if key in self.hosts:
            self._add(self.hosts[key], float(event.get("encodedDataLength") or 0))
        self._over(key, event, failed=False)

    def failed(self, event: dict[str, Any], of: str = "") -> None:
        """Note that a request came to nothing."""
        self._over(of + str(event["requestId"]), event, failed=True)

    def _over(self, key: str, event: dict[str, Any], *, failed: bool) -> None:
        self._mark()
        self.log.ended(key, event, failed=failed)
        self.inflight.discard(key)
        self.arrived.pop(key, None)

    def quiet_for(self) -> float:
        """Give the seconds since more than two requests were last in flight."""
        return 0.0 if len(self.inflight) > FEW_REQUESTS else time.monotonic() - self.busy_until

    def total(self) -> int:
        """Give the bytes of all answers, headers included, and of those that are still coming."""
        return round(sum(self.bytes_of.values()) + sum(self.arrived.values()))

    def third_party(self, home: str) -> int:
        """Give the bytes that came from other registrable domains than the page's own."""
        own = registrable(home)
        coming = [(registrable(self.hosts[key]), size) for key, size in self.arrived.items()]
        return round(sum(size for domain, size in (*self.bytes_of.items(), *coming) if domain != own))

    def _add(self, url: str, size: float) -> None:
        domain = registrable(url)
        self.bytes_of[domain] = self.bytes_of.get(domain, 0.0) + size

    def _mark(self) -> None:
        if len(self.inflight) > FEW_REQUESTS:
            self.busy_until = time.monotonic()


async def watch(context: BrowserContext, page: Page, profile: NetworkProfile, cpu: float, wire: Wire) -> None:
    """Throttle a page and count its traffic; frames with a process of their own are throttled and counted as well."""
    session = await context.new_cdp_session(page)
    await _listen(session, profile, wire, "")
    await session.send("Emulation.setCPUThrottlingRate", {"rate": cpu})
    pending: set[asyncio.Task[None]] = set()

    def attached(frame: Frame) -> None:
        task = asyncio.ensure_future(_listen_to_frame(context, frame, profile, wire))
        pending.add(task)
        task.add_done_callback(pending.discard)

    page.on("frameattached", attached)


async def _listen_to_frame(context: BrowserContext, frame: Frame, profile: NetworkProfile, wire: Wire) -> None:
    try:
        session = await context.new_cdp_session(frame)
        await _listen(session, profile, wire, f"{id(frame)}:")
    except Error:
        return  # the frame shares the page's process and is counted with it, or it has gone


async def _listen(session: CDPSession, profile: NetworkProfile, wire: Wire, of: str) -> None:
    session.on("Network.requestWillBeSent", lambda event: wire.started(event, of))
    session.on("Network.responseReceived", lambda event: wire.answered(event, of))
    session.on("Network.dataReceived", lambda event: wire.received(event, of))
    session.on("Network.loadingFinished", lambda event: wire.finished(event, of))
    session.on("Network.loadingFailed", lambda event: wire.failed(event, of))
    await session.send("Network.enable")
    await session.send("Network.emulateNetworkConditions", profile.conditions)
