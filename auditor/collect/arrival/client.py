"""A plain program's way to ask the shop: no browser, the shop's own credentials, answers of bounded size."""

from __future__ import annotations

import base64
import ssl
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import httpx

from auditor.collect.arrival.address import is_local, same_site
from auditor.settings import SiteAccess

__all__ = ["get_bytes", "get_text", "shop_client"]

TIMEOUT = httpx.Timeout(20, connect=10)
MAX_BODY = 2_000_000


def shop_client(home: str, access: SiteAccess, user_agent: str, auth: str | None = None) -> httpx.AsyncClient:
    """Return a client that follows no redirects by itself; ``auth`` is what stood in the address that was typed."""
    trust = _trust(insecure=access.insecure)
    return httpx.AsyncClient(
        headers={"User-Agent": user_agent, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8"},
        auth=_credentials(home, access, auth),
        verify=trust,
        timeout=TIMEOUT,
        trust_env=not is_local(home) and not access.resolve,
        follow_redirects=False,
        transport=_Pinned(dict(access.resolve), trust) if access.resolve else None,
    )


class _Pinned(httpx.AsyncHTTPTransport):
    """Finds hosts at addresses of one's own; the name stays in the request and in the certificate's check."""

    def __init__(self, hosts: Mapping[str, str], trust: ssl.SSLContext) -> None:
        super().__init__(verify=trust)
        self._hosts = hosts

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request to the host's own address, where one is given."""
        host = request.url.host
        if host not in self._hosts:
            return await super().handle_async_request(request)
        elsewhere = httpx.Request(
            request.method,
            request.url.copy_with(host=self._hosts[host]),
            headers=request.headers,
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": host},
        )
        return await super().handle_async_request(elsewhere)


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
    cookies = [f"{name}={value}" for name, value in access.cookies]

    def add(request: httpx.Request) -> httpx.Request:
        if same_site(str(request.url), home):
            if basic:
                request.headers["Authorization"] = f"Basic {basic}"
            kept = [*cookies, *_kept(access.state, request.url.host)]
            if kept:
                request.headers["Cookie"] = "; ".join(filter(None, (request.headers.get("Cookie", ""), *kept)))
            request.headers.update(dict(access.headers))
        return request

    return add


def _kept(state: Mapping[str, Any] | None, host: str) -> Iterator[str]:
    """Give the cookies that a browser's storage state holds for a host."""
    for cookie in (state or {}).get("cookies") or ():
        domain = str(cookie.get("domain", "")).lstrip(".")
        if domain and (host == domain or host.endswith(f".{domain}")):
            yield f"{cookie.get('name')}={cookie.get('value')}"


def _trust(*, insecure: bool) -> ssl.SSLContext:
    """Trust what the machine trusts, as its browser does."""
    context = ssl.create_default_context()
    if insecure:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
