"""Secrets of a shop's access go to the shop's own site, and to nobody that it leads to or shows."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Error

from auditor.collect.arrival.access import access_at, origins_of
from auditor.collect.arrival.address import read_address
from auditor.collect.guarding.guard import Guard
from auditor.collect.page.browser import Launched, launch, new_context
from auditor.collect.page.own_headers import new_page
from auditor.collect.record import record
from auditor.model import ViewportName
from auditor.settings import RecordSettings, SiteAccess
from auditor.store import AuditFolder
from tests.collect.pages import Served
from tests.shops.kit import Response, html, redirect

Serving = Callable[[Mapping[str, Response | str]], Served]
NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
ALL = SiteAccess(auth="me:hunter2", headers=(("X-Key", "k1"),), cookies=(("gate", "c1"),), user_agent_suffix="us")
SECRETS = {"authorization", "x-key"}
LOCKED = html("<h1>Who are you?</h1>", 401, (("WWW-Authenticate", 'Basic realm="shop"'),))


def sent(served: Served) -> set[str]:
    """List the secrets that a site was sent."""
    headers = [one.headers for one in served.shop.asked]
    cookies = {"gate" for one in headers if "gate=" in one.get("cookie", "")}
    return {name for one in headers for name in SECRETS & set(one)} | cookies


async def visiting(browser: Launched, access: SiteAccess, url: str) -> BrowserContext:
    return await new_context(
        browser, ViewportName.DESKTOP, locale="fi-FI", timezone="Europe/Helsinki", access=access, site_url=url
    )


@pytest.mark.parametrize(
    ("url", "origins"),
    [
        ("https://shop.example/fi/", {"https://shop.example", "https://www.shop.example"}),
        ("https://www.shop.co.uk/", {"https://shop.co.uk", "https://www.shop.co.uk"}),
        ("https://shop.example:8443/", {"https://shop.example:8443", "https://www.shop.example:8443"}),
        ("http://127.0.0.1:8080/", {"http://127.0.0.1:8080"}),
        ("http://[::1]:8080/", {"http://[::1]:8080"}),
        ("https://kahvilä.fi/", {"https://xn--kahvil-gua.fi", "https://www.xn--kahvil-gua.fi"}),
        ("http://localhost/", {"http://localhost", "https://localhost"}),
    ],
)
def test_the_origins_of_a_shop_are_its_host_with_www_and_without(url: str, origins: set[str]) -> None:
    assert set(origins_of(url)) == origins


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        ("https://www.shop.example/", True),
        ("https://shop.example/fi/", True),
        ("https://kauppa.shop.example/", True),
        ("https://shop.example.evil.test/", False),
        ("https://elsewhere.example/", False),
    ],
)
def test_another_site_is_given_no_secret(url: str, whole: bool) -> None:
    given = access_at(ALL, "https://shop.example/", url)

    assert given == (ALL if whole else SiteAccess(user_agent_suffix="us"))


@pytest.mark.browser
@pytest.mark.usefixtures("users_browser")
async def test_name_and_password_go_to_the_shop_with_www_and_without_and_to_no_host_that_it_shows(
    serving: Serving,
) -> None:
    other = serving({"/": LOCKED})
    foreign = other.url.replace("127.0.0.1", "localhost")
    shop = serving({"/": LOCKED, "/open": f"<iframe src='{foreign}/'></iframe>"})
    port = shop.url.rpartition(":")[2]
    home = f"http://www.shop.localhost:{port}/"
    access = SiteAccess(auth="me:hunter2")
    async with launch() as browser:
        context = await visiting(browser, access, home)
        page = await context.new_page()

        for url in (home, f"http://shop.localhost:{port}/", f"{home}open"):
            await page.goto(url)
        with pytest.raises(Error, match="INVALID_AUTH"):
            await page.goto(f"{foreign}/")
        await context.close()

    given = {(one.headers["host"], one.headers.get("authorization")) for one in shop.shop.asked}
    pair = f"Basic {base64.b64encode(b'me:hunter2').decode()}"
    assert given >= {(f"www.shop.localhost:{port}", pair), (f"shop.localhost:{port}", pair)}
    assert [one.path for one in other.shop.asked if one.path == "/"] == ["/", "/"]
    assert sent(other) == set()


@pytest.mark.browser
async def test_a_shop_that_leads_to_another_site_is_looked_at_there_without_its_secrets(
    serving: Serving, tmp_path: Path
) -> None:
    other = serving({"/": "<html lang=fi><h1>Toinen kauppa</h1>"})
    foreign = other.url.replace("127.0.0.1", "localhost")
    shop = serving({"/": redirect(f"{foreign}/")})
    script = tmp_path / "login.py"
    script.write_text("async def before(page):\n    await page.goto('/')\n")
    access = ALL.model_copy(update={"before": script})
    settings = RecordSettings(walk=False, samples=0, pages=0, probes=False, access=access)
    folder = AuditFolder.create(tmp_path / "audit")

    site = await record(
        read_address(shop.url), settings, folder, lambda _step: None, now=lambda: NOW, tool_version="1"
    )  # fmt: skip

    assert sent(shop) >= {"authorization", "x-key", "gate"}
    assert len(other.shop.asked) > 2
    assert sent(other) == set()
    assert tuple(map(str, site.notes)) == (
        f"{shop.url} leads to {foreign}/, which is another site, so no name, password, header, cookie or login was "
        "given to it; name that address itself if they are meant for it.",
    )


@pytest.mark.browser
async def test_headers_follow_the_shops_own_redirects_and_none_to_another_site(
    launched: Launched, serving: Serving
) -> None:
    other = serving({"/landed": "<h1>Elsewhere</h1>"})
    foreign = other.url.replace("127.0.0.1", "localhost")
    asks = "<h1>Inside</h1><script>fetch('/data')</script>"
    shop = serving({"/": redirect("/in"), "/in": asks, "/data": "{}", "/out": redirect(f"{foreign}/landed")})
    access = SiteAccess(headers=(("X-Key", "k1"),), cookies=(("gate", "c1"),))
    context = await visiting(launched, access, shop.url)
    guard = Guard()
    await guard.attach(context)
    page = await new_page(context)

    await page.goto(f"{shop.url}/", wait_until="networkidle")
    await page.goto(f"{shop.url}/out")
    await context.close()

    asked = {
        one.path: (one.headers.get("x-key"), "gate=c1" in one.headers.get("cookie", "")) for one in shop.shop.asked
    }
    assert asked == dict.fromkeys(("/", "/in", "/data", "/out"), ("k1", True))
    assert [one.path for one in other.shop.asked if one.path == "/landed"] == ["/landed"]
    assert sent(other) == set()
