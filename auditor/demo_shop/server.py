"""Serves a shop over HTTP on the loopback interface."""

from __future__ import annotations

import re
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

from auditor.demo_shop.faults import check_faults
from auditor.demo_shop.messages import Request, Response
from auditor.demo_shop.routes import answer
from auditor.demo_shop.shop import Shop, open_shop
from auditor.demo_shop.state import Counters

__all__ = ["Handler", "RunningShop", "ShopServer", "serve"]

HOST = "127.0.0.1"
MAX_BODY_BYTES = 64 * 1024
SESSION_COOKIE = "kk_istunto"
SESSION_SECONDS = 30 * 24 * 3600


@dataclass(frozen=True)
class RunningShop:
    """A shop that is being served; the address has no slash at its end."""

    url: str
    counters: Counters
    faults: frozenset[str]


@contextmanager
def serve(faults: Iterable[str] = (), port: int = 0, *, today: date | None = None) -> Iterator[RunningShop]:
    """Serve the demo shop on a free loopback port until the block ends.

    `faults` are names of FAULTS; raises ValueError for an unknown one and OSError where the port is taken. `today` is
    the day the shop believes in, by default the present one in Helsinki.
    """
    names = check_faults(faults)
    shop = open_shop(names, today or datetime.now(ZoneInfo("Europe/Helsinki")).date())
    server = ShopServer((HOST, port), shop)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield RunningShop(f"http://{HOST}:{server.server_port}", shop.counters, names)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class ShopServer(ThreadingHTTPServer):
    """A threading server that knows its shop; its threads do not outlive the program."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], shop: Shop) -> None:
        super().__init__(address, Handler)
        self.shop = shop

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent about browsers that went away; report everything else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # the stub wants a socket


class Handler(BaseHTTPRequestHandler):
    """Turns bytes into a Request and a Response into bytes."""

    protocol_version = "HTTP/1.1"
    server_version = "Kaarnakoto"
    sys_version = ""
    timeout = 30
    disable_nagle_algorithm = True
    methods: ClassVar[tuple[str, ...]] = ("GET", "HEAD", "POST")

    def do_GET(self) -> None:
        """Answer a GET."""
        self._handle("GET")

    def do_HEAD(self) -> None:
        """Answer a HEAD like a GET without its body."""
        self._handle("GET", head_only=True)

    def do_POST(self) -> None:
        """Answer a form."""
        self._handle("POST")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Keep the output of the programs that serve the shop clean."""

    def _handle(self, method: str, *, head_only: bool = False) -> None:
        shop = self._shop()
        request = self._request(method, shop)
        if request is None:
            self._send(Response(b"too large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "text/plain"), (), head_only)
            return
        response = answer(shop, request)
        cookies: tuple[tuple[str, str], ...] = ()
        if shop.sessions.keep(request.session):
            value = f"{SESSION_COOKIE}={request.session.key}; Path=/; Max-Age={SESSION_SECONDS}; HttpOnly; SameSite=Lax"
            cookies = (("Set-Cookie", value),)
        if response.delay_seconds:
            # The fault itself is a slow answer, in this request's own thread; nothing waits for anything else here.
            time.sleep(response.delay_seconds)
        try:
            self._send(response, cookies, head_only)
        except (BrokenPipeError, ConnectionResetError):
            # The browser went away; there is nobody to tell.
            self.close_connection = True

    def _shop(self) -> Shop:
        server = self.server
        if not isinstance(server, ShopServer):
            msg = "the handler belongs to a ShopServer"
            raise TypeError(msg)
        return server.shop

    def _request(self, method: str, shop: Shop) -> Request | None:
        parts = urlsplit(self.path)
        announced = self.headers.get("Content-Length") or "0"
        length = int(announced) if announced.isascii() and announced.isdigit() else MAX_BODY_BYTES + 1
        if length > MAX_BODY_BYTES:
            self.close_connection = True
            return None
        body = self.rfile.read(length).decode("utf-8", "replace") if length else ""
        is_form = self.headers.get_content_type() == "application/x-www-form-urlencoded"
        cookies = _cookies(self.headers.get("Cookie", ""))
        return Request(
            method=method,
            path=unquote(parts.path) or "/",
            base_url=f"http://{self._host()}",
            session=shop.sessions.find(cookies.get(SESSION_COOKIE)),
            query=_fields(parts.query),
            form=_fields(body) if is_form else {},
            headers={name.lower(): value for name, value in self.headers.items()},
            cookies=cookies,
        )

    def _host(self) -> str:
        """Return the host as the visitor wrote it, or the own address where that is not a plain host."""
        asked = self.headers.get("Host", "")
        if re.fullmatch(r"[A-Za-z0-9.-]+(:\d+)?", asked):
            return asked
        return f"{HOST}:{self.connection.getsockname()[1]}"

    def _send(self, response: Response, cookies: tuple[tuple[str, str], ...], head_only: bool) -> None:
        self.send_response(response.status)
        self.send_header("Content-Type", response.content_type)
        self.send_header("Content-Length", str(len(response.body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "same-origin")
        names = {name for name, _ in response.headers}
        if "Cache-Control" not in names:
            self.send_header("Cache-Control", "no-cache")
        for name, value in (*response.headers, *cookies):
            self.send_header(name, value)
        self.end_headers()
        if not head_only:
            self.wfile.write(response.body)


def _fields(encoded: str) -> dict[str, tuple[str, ...]]:
    fields = parse_qs(encoded, keep_blank_values=True, max_num_fields=200)
    return {name: tuple(values) for name, values in fields.items()}


def _cookies(header: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}
