"""The least that a test shop needs: requests, sessions, counters and a loopback server.

It holds no markup at all, so that two shops share nothing a walker could learn by heart.
A shop is one module of ``tests/shops/variants`` with a class ``App(Shop)``; its truth lies in
``tests/shops/truth/<module>.toml``.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

__all__ = ["Request", "Response", "Shop", "html", "json_response", "redirect", "serve"]

MAX_BODY_BYTES = 1_000_000


@dataclass(frozen=True)
class Request:
    """One request as a shop sees it; ``session`` is a dict that lives as long as the visitor's cookie."""

    method: str
    path: str
    query: Mapping[str, str]
    form: Mapping[str, str]
    json: Any
    headers: Mapping[str, str]
    cookies: Mapping[str, str]
    session: dict[str, Any]


@dataclass(frozen=True)
class Response:
    """What a shop answers."""

    body: str | bytes = ""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


@dataclass
class Shop:
    """A shop that counts what an auditor must never do: orders, accounts and messages."""

    orders: int = 0
    accounts: int = 0
    messages: int = 0
    sessions: dict[str, dict[str, Any]] = field(default_factory=dict)

    def handle(self, request: Request) -> Response:
        """Answer one request; each shop writes its own."""
        raise NotImplementedError


def html(body: str, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Response:
    """Answer with a page."""
    return Response(body, status, headers=headers)


def json_response(data: object, status: int = 200) -> Response:
    """Answer with JSON."""
    return Response(json.dumps(data), status, "application/json")


def redirect(to: str, status: int = 303) -> Response:
    """Send the visitor elsewhere."""
    return Response("", status, headers=(("Location", to),))


class _Handler(BaseHTTPRequestHandler):
    """Bridges HTTP and a shop."""

    protocol_version = "HTTP/1.1"
    shop: Shop
    lock: Lock

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Keep quiet: a test's output is not an access log."""

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        size = min(int(self.headers.get("Content-Length") or 0), MAX_BODY_BYTES)
        raw = self.rfile.read(size) if size else b""
        kind = self.headers.get("Content-Type", "")
        text = raw.decode("utf-8", "replace")
        form = dict(parse_qsl(text, keep_blank_values=True)) if "urlencoded" in kind else _multipart(text, kind)
        try:
            data = json.loads(text) if "json" in kind and text else None
        except ValueError:
            data = None
        cookies = {k: v.value for k, v in SimpleCookie(self.headers.get("Cookie", "")).items()}
        with self.lock:
            sid = cookies.get("sid", "")
            fresh = sid not in self.shop.sessions
            if fresh:
                sid = secrets.token_hex(8)
            session = self.shop.sessions.setdefault(sid, {})
            query = dict(parse_qsl(parts.query, keep_blank_values=True))
            headers = {k.lower(): v for k, v in self.headers.items()}
            request = Request(self.command, unquote(parts.path), query, form, data, headers, cookies, session)
            answer = self.shop.handle(request)
        body = answer.body.encode() if isinstance(answer.body, str) else answer.body
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in answer.headers:
            self.send_header(name, value)
        if fresh:
            self.send_header("Set-Cookie", f"sid={sid}; Path=/; HttpOnly; SameSite=Lax")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = _answer  # noqa: N815 (names fixed by http.server)


def _multipart(text: str, kind: str) -> dict[str, str]:
    """Read the text fields of a multipart form (enough for a test shop)."""
    if "boundary=" not in kind:
        return {}
    fields: dict[str, str] = {}
    for part in text.split("--" + kind.split("boundary=")[1].strip('"')):
        head, _, value = part.partition("\r\n\r\n")
        if 'name="' in head:
            fields[head.split('name="')[1].split('"')[0]] = value.removesuffix("\r\n")
    return fields


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection early is no error worth a traceback."""


@contextmanager
def serve(shop: Shop, port: int = 0) -> Iterator[str]:
    """Serve a shop on a loopback port and yield its address, without a slash at the end."""
    handler = type("Handler", (_Handler,), {"shop": shop, "lock": Lock()})
    server = _Server(("127.0.0.1", port), handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
