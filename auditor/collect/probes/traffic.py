"""What a visit sends and stores: requests to known services and other companies, names of cookies and storage keys."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, Error, Page, Request

from auditor.collect.arrival.address import registrable
from auditor.collect.gather.read import plain
from auditor.collect.guarding.third_parties import company_of
from auditor.model import ConsentChoice, ConsentState, CookieSeen, RequestSeen
from auditor.vocabulary.trackers import load_trackers

__all__ = ["Traffic"]

MAX_ROWS, MAX_NAMES = 200, 120
# The state of consent that a Google tag sends along: which of two kinds of storage are granted (1) or denied (0).
_GCS = re.compile(r"[?&]gcs=(G[1p][01-]{1,4})")
# Tokens in addresses are never kept.
_LONG = re.compile(r"[A-Za-z0-9_-]{24,}|\d{6,}")
KEYS = "() => { try { return Object.keys(localStorage).slice(0, 200); } catch { return []; } }"
_Row = tuple[str, str, str, str]


@dataclass
class Traffic:
    """The requests of one context since it was opened or since ``begin``."""

    home: str
    rows: dict[_Row, RequestSeen] = field(default_factory=dict)
    began: float = field(default_factory=time.monotonic)

    def listen(self, context: BrowserContext) -> None:
        """Note every request of a context."""
        context.on("request", self._noted)

    def begin(self) -> None:
        """Count anew from now on."""
        self.rows.clear()
        self.began = time.monotonic()

    async def state(self, page: Page, choice: ConsentChoice, *, made: bool = True, how: str = "") -> ConsentState:
        """Say what ran since the beginning, and which names are stored now."""
        try:
            cookies = await page.context.cookies()
            keys = await page.evaluate(KEYS)
        except Error:
            cookies, keys = [], []
        own = registrable(self.home)
        named = {
            (plain(one.get("name"), 80), plain(one.get("domain"), 120)): CookieSeen(
                name=plain(one.get("name"), 80),
                domain=plain(one.get("domain"), 120),
                third_party=registrable(f"https://{str(one.get('domain', '')).lstrip('.')}") != own.partition(":")[0],
            )
            for one in cookies
        }
        return ConsentState(
            choice=choice,
            made=made,
            how=how,
            seconds=round(time.monotonic() - self.began, 1),
            cookies=tuple(named.values())[:MAX_NAMES],
            stored=tuple(plain(one, 80) for one in keys if isinstance(one, str))[:MAX_NAMES],
            requests=tuple(self.rows.values()),
        )

    async def forget_trackers(self, context: BrowserContext) -> None:
        """Delete the cookies of known trackers, so that those which come now come after the choice."""
        known = load_trackers()
        for one in await context.cookies():
            name, domain = str(one.get("name", "")), str(one.get("domain", ""))
            foreign = registrable(f"https://{domain.lstrip('.')}") != registrable(self.home).partition(":")[0]
            if foreign or known.of_cookie(name, domain):
                await context.clear_cookies(name=name, domain=domain)

    def _noted(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            return
        called = load_trackers().of_call(parts.path)
        company = company_of(request.url)
        foreign = registrable(request.url) != registrable(self.home)
        if not (foreign or called or company):
            return
        consent = _GCS.search(request.url)
        row = (parts.hostname, _LONG.sub("…", parts.path)[:100], request.resource_type, consent[1] if consent else "")
        known = self.rows.get(row)
        if known:
            self.rows[row] = known.model_copy(update={"count": known.count + 1})
        elif len(self.rows) < MAX_ROWS:
            self.rows[row] = RequestSeen(
                host=row[0][:120],
                path=row[1],
                kind=row[2],
                service=company.name if company else called,
                category=company.category if company else "analytics" if called else "",
                google_consent=row[3],
            )
