"""Listens to a page: its requests, answers, dialogs and errors, and when its document came."""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass, field

from playwright.async_api import Dialog, Error, Page, Request, Response

from auditor.collect.page.settle import WAITED_FOR
from auditor.model import ViewportName

__all__ = ["Listening"]

MAX_HOSTS = 300
MAX_SENT = 500
MAX_TROUBLES = 100
MAX_DIALOGS = 50
# Where an error was thrown: the first address of its stack.
_PLACE = re.compile(r"https?://[^\s()]{1,240}")


@dataclass(kw_only=True)
class Listening:
    """What was heard of a page so far.

    ``inflight`` holds the open requests with the time at which each began, ``asked`` counts all of them;
    ``arrived`` is when the latest document came.
    """

    page: Page
    viewport: ViewportName
    inflight: dict[Request, float] = field(default_factory=dict)
    asked: int = 0
    errors: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    hosts: dict[str, None] = field(default_factory=dict)
    dialogs: list[str] = field(default_factory=list)
    sent: list[tuple[str, str, int]] = field(default_factory=list)
    status: int | None = None
    crashed: bool = False
    accept_dialogs: bool = False
    arrived: float = 0.0
    _answers: set[asyncio.Task[None]] = field(default_factory=set)

    def _started(self, request: Request) -> None:
        self.asked += 1
        if request.resource_type in WAITED_FOR:
            self.inflight[request] = time.monotonic()

    def _ended(self, request: Request) -> None:
        self.inflight.pop(request, None)

    def _lost(self, request: Request) -> None:
        """Note a script or a style that never came, but for those that a page which is leaving breaks off."""
        self._ended(request)
        why = request.failure or ""
        kept = request.resource_type in {"script", "stylesheet"} and "ABORTED" not in why
        if kept and len(self.failed) < MAX_TROUBLES:
            self.failed.append(f"{why or 'lost'} {request.url[:200]}")

    def _answered(self, response: Response) -> None:
        request = response.request
        if len(self.hosts) < MAX_HOSTS:
            self.hosts[response.url.split("/")[2] if "//" in response.url else ""] = None
        sends = request.resource_type in {"document", "xhr", "fetch"} and request.method != "GET"
        if sends and len(self.sent) < MAX_SENT:
            self.sent.append((request.method, request.url, response.status))
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            self.status, self.arrived = response.status, time.monotonic()
        elif response.status >= 400 and len(self.failed) < MAX_TROUBLES:
            self.failed.append(f"{response.status} {response.url[:200]}")

    def _dialog(self, dialog: Dialog) -> None:
        if len(self.dialogs) < MAX_DIALOGS:
            self.dialogs.append(dialog.message[:300])
        accept = dialog.type == "beforeunload" or self.accept_dialogs
        answer = asyncio.ensure_future(_answer(dialog, accept))
        self._answers.add(answer)  # the loop itself keeps no reference to it
        answer.add_done_callback(self._answers.discard)

    def _raised(self, error: Error) -> None:
        if len(self.errors) < MAX_TROUBLES:
            place = _PLACE.search(error.stack or "")
            self.errors.append(f"{str(error)[:300]} ({place[0]})" if place else str(error)[:300])

    def _crashed(self, _page: Page) -> None:
        self.crashed = True

    def follow(self, page: Page) -> None:
        """Make this page the tab's page and listen to it."""
        self.page = page
        self.inflight.clear()
        page.on("request", self._started)
        page.on("requestfinished", self._ended)
        page.on("requestfailed", self._lost)
        page.on("response", self._answered)
        page.on("dialog", self._dialog)
        page.on("pageerror", self._raised)
        page.on("crash", self._crashed)


async def _answer(dialog: Dialog, accept: bool) -> None:
    try:
        await (dialog.accept() if accept else dialog.dismiss())
    except Error:
        return  # the page has closed it already
