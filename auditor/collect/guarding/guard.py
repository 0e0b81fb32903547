"""The guard: what the walker's browser may send (CONTRACTS 7), by request and not only by click.

The rules lie in guard_rules. Context routing sees the first request of every page, pop-up and frame; CDP Fetch on each
page and out-of-process frame also sees requests that were redirected, which routing does not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, CDPSession, Error, Frame, Page, Request, Route

from auditor.collect.guarding.rules import Phase, judge_request

__all__ = ["Guard", "Phase", "judge_request"]

# What a hostile address or body may bring forth: a binary body is no text, JSON may be nested without an end.
UNREADABLE = (Error, ValueError, LookupError, RuntimeError)
GUARDED = {"document", "xhr", "fetch", "ping", "other", "eventsource"}


@dataclass
class Guard:
    """The guard of one context: its phase, what it refused, and which hosts it silences.

    ``silenced(url)`` tells whether a host belongs to analytics or advertising, which a robot's visit must not reach;
    ``own(url)`` whether a host is the shop's. ``known`` says that the shop may know the visitor.
    """

    silenced: Callable[[str], bool] = lambda _url: False
    own: Callable[[str], bool] = lambda _url: True
    phase: Phase = Phase.BROWSE
    known: bool = False
    refusals: list[str] = field(default_factory=list)
    _sessions: list[CDPSession] = field(default_factory=list)
    _watching: set[asyncio.Task[None]] = field(default_factory=set)

    def _verdict(self, method: str, url: str, body: str, kind: str) -> str:
        document = kind.lower() == "document"
        own = self.own(url)
        reason = judge_request(method, url, body, self.phase, own=own, document=document, known=self.known)
        if reason:
            where = urlsplit(url)
            self.refusals.append(f"{method} {where.scheme}://{where.netloc}{where.path[:120]}: {reason}")
        return reason

    async def attach(self, context: BrowserContext) -> None:
        """Guard every page, pop-up and frame that this context has or will have."""
        await context.route("**/*", self._route)
        context.on("page", self._on_target)
        for page in context.pages:
            await self._watch(page)

    async def _route(self, route: Route, request: Request) -> None:
        """Judge one request and answer it whatever comes: what cannot be judged is refused, and never left waiting."""
        refused = True
        try:
            refused = self._refuses(request)
        except UNREADABLE:
            return
        finally:
            with suppress(Error):  # a page that is closing answers with an error of its own
                await (route.abort("blockedbyclient") if refused else route.fallback())

    def _refuses(self, request: Request) -> bool:
        return self.silenced(request.url) or (
            request.resource_type in GUARDED
            and bool(self._verdict(request.method, request.url, request.post_data or "", request.resource_type))
        )

    def _on_target(self, target: Page | Frame) -> None:
        watching = asyncio.ensure_future(self._watch(target))
        self._watching.add(watching)  # the loop itself keeps no reference to it
        watching.add_done_callback(self._watching.discard)

    async def _watch(self, target: Page | Frame) -> None:
        """Pause redirected requests of one target over CDP and judge them again."""
        try:
            context = target.context if isinstance(target, Page) else target.page.context
            session = await context.new_cdp_session(target)
            session.on("Fetch.requestPaused", lambda event: self._paused(session, event))
            await session.send(
                "Fetch.enable",
                {
                    "patterns": [
                        {"urlPattern": "*", "resourceType": kind} for kind in ("Document", "XHR", "Fetch", "Ping")
                    ]
                },
            )
            self._sessions.append(session)
        except Error:
            return  # the page closed meanwhile, or the frame shares its page's process and is guarded with it
        if isinstance(target, Page):
            target.on("frameattached", self._on_target)

    async def _paused(self, session: CDPSession, event: dict[str, Any]) -> None:
        request = event["request"]
        redirected = "redirectedRequestId" in event
        body = request.get("postData") or ""
        kind = event.get("resourceType", "")
        refused = redirected
        try:
            refused = redirected and bool(self._verdict(request["method"], request["url"], body, kind))
        except UNREADABLE:
            return
        finally:
            with suppress(Error):  # the request was cancelled by the page itself
                await session.send(*_answer(event["requestId"], refused=refused))


def _answer(request_id: str, *, refused: bool) -> tuple[str, dict[str, Any]]:
    if refused:
        return "Fetch.failRequest", {"requestId": request_id, "errorReason": "BlockedByClient"}
    return "Fetch.continueRequest", {"requestId": request_id}
