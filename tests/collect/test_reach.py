from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from auditor.collect.arrival.address import read_address
from auditor.collect.arrival.reach import Reached, reach_shop
from auditor.settings import RecordSettings, SiteAccess
from tests.collect.pages import Served
from tests.shops.kit import Response, html, redirect

Serving = Callable[[Mapping[str, Response | str]], Served]


async def reached(url: str, settings: RecordSettings | None = None) -> Reached:
    return await reach_shop(read_address(url), settings or RecordSettings(), "Mozilla/5.0 (test)")


async def test_a_plain_shop_is_reached_without_scheme(serving: Serving) -> None:
    shop = serving({"/": "<html lang=fi><h1>Kauppa</h1>"})

    found = await reached(shop.url.removeprefix("http://"))

    assert (found.reach.problem, found.reach.status, found.reach.url) == ("", 200, f"{shop.url}/")
    assert not found.reach.https


@pytest.mark.parametrize(
    ("answer", "problem", "sentence"),
    [
        (html("gone", 404), "site-error", "answered 404: there is no page at this address."),
        (html("broken", 500), "site-error", "answered 500: the shop has an error of its own."),
        (html("no", 403), "robot-wall", "keeps robots out (it answered 403)"),
        (html("slow down", 429), "robot-wall", "keeps robots out (it answered 429)"),
        (
            html("<title>Just a moment...</title>Checking your browser", 503),
            "robot-wall",
            "keeps robots out",
        ),
        (html("log in", 401), "login-wall", "asks for a user name and a password (401): give them with --auth."),
        (html("not here", 451), "geo-blocked", "is not open to visitors from this network (451)."),
        (
            Response('{"a": 1}', 200, "application/json"),
            "not-html",
            "answers with application/json and not",
        ),
    ],
)
async def test_what_home_answers_is_told(serving: Serving, answer: Response, problem: str, sentence: str) -> None:
    shop = serving({"/": answer})

    found = await reached(shop.url)

    assert found.reach.problem == problem
    assert sentence in found.reach.sentence
    assert found.unsure == (problem == "robot-wall")


async def test_a_shop_that_says_it_is_closed_can_be_looked_at(serving: Serving) -> None:
    shop = serving({"/": html("<h1>Palaamme pian</h1><p>Verkkokauppamme on suljettu muuton ajan.</p>", 503)})

    found = await reached(shop.url)

    assert (found.reach.problem, found.reach.status) == ("", 503)


async def test_an_unknown_host_is_told() -> None:
    found = await reached("https://no-such-shop.invalid")

    assert found.reach.problem == "dead"
    assert found.reach.sentence == "There is no host called no-such-shop.invalid: check the address."


async def test_a_closed_port_is_told() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]

    found = await reached(f"http://127.0.0.1:{port}")

    assert found.reach.problem == "dead"
    assert found.reach.sentence == f"http://127.0.0.1:{port} refused the connection: no web server answers there."


async def test_redirects_are_followed_and_kept(serving: Serving) -> None:
    shop = serving({"/": redirect("/fi/"), "/fi/": "<html><h1>Kauppa</h1>"})

    found = await reached(shop.url)

    assert (found.reach.url, found.reach.redirects, found.reach.problem) == (f"{shop.url}/fi/", (f"{shop.url}/",), "")


async def test_a_circle_of_redirects_is_told(serving: Serving) -> None:
    shop = serving({"/": redirect("/a"), "/a": redirect("/")})

    found = await reached(shop.url)

    assert found.reach.problem == "site-error"
    assert "redirects more than 10 times" in found.reach.sentence


ROBOTS = "User-agent: *\nDisallow: /salainen/\n"


@pytest.mark.parametrize(
    ("text", "policy", "declined", "crawl_allowed"),
    [
        (ROBOTS, "polite", False, True),
        ("User-agent: *\nDisallow: /\n", "polite", False, False),
        ("User-agent: *\nDisallow: /\n", "strict", True, False),
        ("User-agent: cx-audit\nDisallow: /\n", "polite", True, False),
        ("User-agent: CX-Audit\nAllow: /\n\nUser-agent: *\nDisallow: /\n", "polite", False, True),
    ],
)
async def test_robots_txt_binds_the_crawl_and_declines_by_name(
    serving: Serving, text: str, policy: str, declined: bool, crawl_allowed: bool
) -> None:
    shop = serving({"/": "<h1>Kauppa</h1>", "/robots.txt": Response(text, 200, "text/plain")})

    found = await reached(shop.url, RecordSettings.model_validate({"walk_robots": policy}))

    assert found.robots is not None
    assert (found.robots.declined, found.robots.crawl_allowed) == (declined, crawl_allowed)
    assert (found.reach.problem == "declined") == declined


async def test_a_page_in_place_of_robots_txt_forbids_nothing(serving: Serving) -> None:
    shop = serving({"/": "<h1>Kauppa</h1>", "/robots.txt": html("User-agent: *\nDisallow: /")})

    found = await reached(shop.url)

    assert found.robots is not None
    assert not found.robots.found
    assert found.rules.allow(f"{shop.url}/x")


async def test_access_goes_to_the_shop_and_to_no_host_that_it_redirects_to(serving: Serving) -> None:
    other = serving({"/": "<h1>Other</h1>"})
    shop = serving({"/": redirect(other.url + "/")})
    access = SiteAccess(auth="me:hunter2", headers=(("X-Key", "k1"),), cookies=(("gate", "c1"),))

    await reached(shop.url, RecordSettings(access=access))

    sent = shop.shop.asked[0].headers
    assert (sent["authorization"], sent["x-key"], sent["cookie"]) == ("Basic bWU6aHVudGVyMg==", "k1", "gate=c1")
    assert {"authorization", "x-key"} & set(other.shop.asked[0].headers) == set()


class _Hello(BaseHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Keep quiet."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "13")
        self.end_headers()
        self.wfile.write(b"<h1>Hello</h1"[:13])


@pytest.fixture
def self_signed(tmp_path: Path) -> Iterator[str]:
    """Serve over https with a certificate that nobody trusts."""
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    try:
        subprocess.run([*command, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("openssl is not there")
    server = HTTPServer(("127.0.0.1", 0), _Hello)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_args: None
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"https://localhost:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join(5)


async def test_a_bad_certificate_is_told_and_insecure_passes_it(self_signed: str) -> None:
    found = await reached(self_signed)
    lax = await reached(self_signed, RecordSettings(access=SiteAccess(insecure=True)))

    assert (found.reach.problem, found.reach.certificate_valid) == ("tls", False)
    assert "its certificate is self-signed, so browsers warn customers off." in found.reach.sentence
    assert (lax.reach.problem, lax.reach.certificate_valid) == ("", None)
