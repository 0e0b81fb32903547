"""The guard: what the walker's browser may send (CONTRACTS 7), by request and not only by click.

Pure rules first (``judge_request``), then their attachment: context routing sees the first request of every page,
pop-up and frame; CDP Fetch on each page and out-of-process frame also sees requests that were redirected, which routing
does not.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from playwright.async_api import BrowserContext, CDPSession, Error, Frame, Page, Request, Route

__all__ = ["Guard", "Phase", "judge_request"]

GUARDED = {"document", "xhr", "fetch", "ping", "other", "eventsource"}

_EMAIL = re.compile(r"[^@\s\"'=&:{}]+@[^@\s\"'=&{}]+\.[a-z]{2,}", re.I)
_PERSONAL_KEY = re.compile(r"e-?mail|phone|puhelin|telefon|passw|salasana|lösenord|kennwort|passord|adgangskode", re.I)
_MESSAGE_KEY = re.compile(
    r"e-?mail|passw|salasana|lösenord|sähköposti|e-?post(?!code|al)|"
    r"^(?:message|viesti|meddelande|melding|besked|nachricht|sõnum|beskjed)$",
    re.I,
)
_CART = re.compile(
    r"cart|basket|bag\b|kori|korg|kurv|warenkorb|korv\b|line-?items?|add-?item|populate|minicart|trolley|quote|graphql",
    re.I,
)
_PERSONAL = re.compile(
    r"(?:^|[/_.\-=?&])(?:register|registration|signup|sign-up|create-?account|login|signin|sign-in|log-in|logon|"
    r"newsletter|subscribe|subscription|contact(?:-?us|form)?|reviews?|review-?post|feedback|rekisteroidy|kirjaudu|"
    r"uutiskirje|nyhetsbrev|kontakt|inloggning|logga-in|anmeldung|registrieren|widerruf|withdraw\w*|peruut\w*)(?:$|[/_.\-=?&])",
    re.I,
)
_ORDER = re.compile(
    r"place-?_?order|order-?_?place|submit-?_?order|order-?_?submit|confirm-?_?order|order-?_?confirm|create-?_?order|"
    r"complete-?_?order|order-?_?complete|finish-?_?order|payment-?information|/payments?(?:$|/|\?)|/pay(?:$|/|\?)|/charge|"
    r"/orders?(?:$|\?)|checkout/(?:complete|confirm|finish|success|place|pay)|wc-ajax=checkout|/maksa(?:$|/|\?)|teetilaus|tee-tilaus|"
    r"lahetatilaus",
    re.I,
)
_PAYMENT_KEY = re.compile(r"payment|maksutapa|betal|zahlung|pay_?method|makse|card|^terms|agree|ehdot|villkor", re.I)
_ORDER_WORD = re.compile(r"/tilaa(?:$|/|\?)|beställ|/bestall|/bestill|/bestellen|/kaufen|/order(?:$|/|\?)", re.I)
_ORDER_GET = re.compile(
    r"place-?_?order|submit-?_?order|confirm-?_?order|create-?_?order|order-?_?submit|tee-tilaus|checkout/(?:finish|place)",
    re.I,
)
_LEAVING = re.compile(
    r"(?:^|[/_.\-=?&])(?:log-?out|sign-?out|logoff|kirjaudu-ulos|logga-ut|abmelden|delete-?account|poista-tili)(?:$|[/_.\-=?&])",
    re.I,
)
_DELETING = re.compile(
    r"(?:^|[/_.\-=?&])(?:delete|destroy|poista|empty-?cart|clear-?cart|tyhjenna)(?:$|[/_.\-=?&])", re.I
)
_MUTATION = re.compile(r"^\s*mutation\b", re.I)
_BAD_MUTATION = re.compile(
    r"placeOrder|createOrder|orderCreate|orderPlace|checkoutComplete|completeCheckout|submitOrder|createCustomer|customerCreate|"
    r"accountRegister|generateCustomerToken|tokenCreate|customerAccessToken|login|subscribe|createReview|contactUs|payment\w*Create|"
    r"setPaymentMethodAndPlaceOrder|addPaymentToOrder|transitionOrder",
    re.I,
)


class Phase(StrEnum):
    """How far the walk is: what may be sent narrows at the door."""

    BROWSE = "browse"
    CHOOSING = "choosing"
    FROZEN = "frozen"
    CLEANING = "cleaning"


def _pairs(body: str) -> list[tuple[str, str]]:
    """Read names and values out of a form body, multipart body or JSON body; nothing is kept of it."""
    text = body[:200_000]
    stripped = text.lstrip()
    if stripped.startswith(("{", "[")):
        try:
            data = json.loads(stripped)
        except ValueError:
            return [("", stripped)]
        pairs: list[tuple[str, str]] = []
        todo: list[tuple[str, Any]] = [("", data)]
        while todo and len(pairs) < 2000:
            key, value = todo.pop()
            if isinstance(value, dict):
                todo += [(str(k), v) for k, v in value.items()]
            elif isinstance(value, list):
                todo += [(key, v) for v in value]
            elif value is not None:
                pairs.append((key, str(value)))
        return pairs
    if "Content-Disposition: form-data" in text:
        return [
            (part.split('name="', 1)[1].split('"', 1)[0], part.partition("\r\n\r\n")[2].strip("\r\n-"))
            for part in text.split("Content-Disposition: form-data")[1:]
            if 'name="' in part
        ]
    return parse_qsl(text, keep_blank_values=True)


def _personal(pairs: list[tuple[str, str]]) -> str:
    for key, value in pairs:
        if not value.strip() or value in {"0", "1", "true", "false", "on"}:
            continue
        if _EMAIL.search(value) and len(value) < 200:
            return "the body carries an e-mail address"
        if key and _PERSONAL_KEY.search(key) and not key.startswith("__") and len(value) < 200:
            return f"the body carries a filled field '{key[:40]}'"
    return ""


def judge_request(method: str, url: str, body: str, phase: Phase) -> str:
    """Say why a request is refused, or give an empty text where it may pass.

    The rules are those of CONTRACTS 7 (a), (b) and (d); the same function serves routing and CDP.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        return ""
    target = unquote(f"{parts.path}?{parts.query}" if parts.query else parts.path)
    if method == "GET":
        return _judge_get(target, phase)
    if method in {"HEAD", "OPTIONS"}:
        return ""
    if phase is Phase.FROZEN:
        return "nothing is sent any more at the door of checkout"
    return _judge_sending(target, _pairs(body), phase)


def _judge_get(target: str, phase: Phase) -> str:
    if _LEAVING.search(target):
        return "the address would log out or delete an account"
    if _ORDER_GET.search(target):
        return "the address would place an order"
    if phase is not Phase.CLEANING and _DELETING.search(target):
        return "the address would delete something"
    return ""


def _judge_sending(target: str, pairs: list[tuple[str, str]], phase: Phase) -> str:
    query = next((value for key, value in pairs if key == "query"), "")
    if _MUTATION.search(query) and _BAD_MUTATION.search(query):
        return "the operation would order, register or send a message"
    if reason := _personal(pairs):
        return reason
    if _CART.search(target):
        return ""
    names = {key.lower() for key, _value in pairs}
    own_state = any(name.startswith("__") for name in names)
    if not own_state and any(_MESSAGE_KEY.search(name) for name in names):
        return "the form asks for an e-mail address, a password or a message"
    pays = any(_PAYMENT_KEY.search(name) for name in names)
    if _ORDER.search(target) or (pays and _ORDER_WORD.search(target)):
        return "the address would place an order or pay"
    if phase is not Phase.CHOOSING and _PERSONAL.search(target):
        return "the address would register, log in or send a message"
    return ""


@dataclass
class Guard:
    """The guard of one context: its phase, what it refused, and which hosts it silences.

    ``silenced(url)`` tells whether a host belongs to analytics or advertising, which a robot's visit must not reach.
    """

    silenced: Callable[[str], bool] = lambda _url: False
    phase: Phase = Phase.BROWSE
    refusals: list[str] = field(default_factory=list)
    _sessions: list[CDPSession] = field(default_factory=list)
    _watching: set[asyncio.Task[None]] = field(default_factory=set)

    def _verdict(self, method: str, url: str, body: str) -> str:
        reason = judge_request(method, url, body, self.phase)
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
        try:
            if self.silenced(request.url) or (
                request.resource_type in GUARDED and self._verdict(request.method, request.url, request.post_data or "")
            ):
                await route.abort("blockedbyclient")
            else:
                await route.fallback()
        except (Error, UnicodeDecodeError):
            await self._refuse_unreadable(route)

    async def _refuse_unreadable(self, route: Route) -> None:
        """Abort what cannot be read: a page that is closing (which answers with an error of its own), a binary body."""
        try:
            await route.abort("blockedbyclient")
        except Error:
            return

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
        refused = redirected and self._verdict(request["method"], request["url"], body)
        try:
            if refused:
                await session.send(
                    "Fetch.failRequest", {"requestId": event["requestId"], "errorReason": "BlockedByClient"}
                )
            else:
                await session.send("Fetch.continueRequest", {"requestId": event["requestId"]})
        except Error:
            return  # the request was cancelled by the page itself
