"""A plain program's way to ask the shop: no browser, the shop's own credentials, answers of bounded size."""

from __future__ import annotations

import base64
import ssl
from collections.abc import Callable

import httpx

from auditor.collect.arrival.address import is_local, same_site
from auditor.settings import SiteAccess

__all__ = ["get_bytes", "get_text", "shop_client"]

TIMEOUT = httpx.Timeout(20, connect=10)
MAX_BODY = 2_000_000


def shop_client(home: str, access: SiteAccess, user_agent: str, auth: str | None = None) -> httpx.AsyncClient:
    """Return a client that follows no redirects by itself; ``auth`` is what stood in the address that was typed."""
    return httpx.AsyncClient(
        headers={"User-Agent": user_agent, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8"},
        auth=_credentials(home, access, auth),
        verify=_trust(insecure=access.insecure),
        timeout=TIMEOUT,
        trust_env=not is_local(home),
        follow_redirects=False,
    )


async def get_bytes(client: httpx.AsyncClient, url: str) -> tuple[httpx.Response, bytes]:
    """Read an answer, at most two megabytes of it."""
    async with client.stream("GET", url) as response:
        body = bytearray()
        async for part in response.aiter_bytes():
            body += part
            if len(body) > MAX_BODY:
                break
        return response, bytes(body)


async def get_text(client: httpx.AsyncClient, url: str) -> tuple[httpx.Response, str]:
    """Read an answer as text, at most two megabytes of it."""
    response, body = await get_bytes(client, url)
    return response, body.decode(response.charset_encoding or "utf-8", "replace")


def _credentials(home: str, access: SiteAccess, auth: str | None) -> Callable[[httpx.Request], httpx.Request]:
    """Give name, password, headers and cookies to the shop's own hosts, and to no host that it redirects to."""
    pair = access.auth or auth or ""
    basic = base64.b64encode(pair.encode()).decode("ascii") if pair else ""
    cookies = "; ".join(f"{name}={value}" for name, value in access.cookies)

    def add(request: httpx.Request) -> httpx.Request:
        if same_site(str(request.url), home):
            if basic:
                request.headers["Authorization"] = f"Basic {basic}"
            if cookies:
                request.headers["Cookie"] = "; ".join(filter(None, (request.headers.get("Cookie", ""), cookies)))
            request.headers.update(dict(access.headers))
        return request

    return add


def _trust(*, insecure: bool) -> ssl.SSLContext:
    """Trust what the machine trusts, as its browser does."""
    context = ssl.create_default_context()
    if insecure:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
