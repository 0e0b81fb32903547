"""Finds and launches a browser, and opens one fresh context for each screen or cold load."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Error, Playwright, async_playwright

from auditor.collect.arrival.access import origins_of
from auditor.collect.page.own_headers import send_headers
from auditor.model import BrowserInfo, ViewportName
from auditor.settings import SiteAccess

__all__ = ["VIEWPORTS", "BrowserMissingError", "Launched", "Screen", "launch", "new_context"]

UNUSED_FEATURES = (
    "Translate",
    "OptimizationHints",
    "MediaRouter",
    "AutofillServerCommunication",
    # A suggestion list drawn as a page: headless Chromium 156 starts a renderer for it in every new context,
    # which costs more than most shops' pages (40 % of the CPU of six empty contexts).
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
)
FLAGS = (
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-features=" + ",".join(UNUSED_FEATURES),
    "--disable-dev-shm-usage",
    "--mute-audio",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome")
CHANNELS = ("chrome", "msedge")
Hosts = Sequence[tuple[str, str]]


class BrowserMissingError(Exception):
    """No browser could be started; the text says how to get one."""


@dataclass(frozen=True)
class Screen:
    """A screen in CSS pixels (CONTRACTS 6)."""

    width: int
    height: int
    scale: float
    touch: bool


VIEWPORTS = {
    ViewportName.DESKTOP: Screen(1350, 940, 1, False),
    ViewportName.MOBILE: Screen(412, 823, 1.75, True),
    ViewportName.TABLET: Screen(820, 1180, 2, True),
}


@dataclass(frozen=True)
class Launched:
    """A running browser with what the recording says of it."""

    browser: Browser
    info: BrowserInfo
    user_agent: str


def _attempts(asked: str | None) -> list[tuple[str, dict[str, Any]]]:
    """List the ways to start a browser, in the order that the documentation promises."""
    asked = asked or os.environ.get("CX_AUDIT_BROWSER")
    if asked:
        return [(asked, {"executable_path": asked})]
    ways: list[tuple[str, dict[str, Any]]] = [("Playwright's own Chromium", {"channel": "chromium"})]
    ways += [(channel, {"channel": channel}) for channel in CHANNELS]
    ways += [(found, {"executable_path": found}) for name in NAMES if (found := shutil.which(name))]
    return ways


def _there(way: dict[str, Any]) -> bool:
    return "executable_path" not in way or Path(way["executable_path"]).exists()


async def _start(playwright: Playwright, asked: str | None, resolve: Hosts) -> tuple[Browser, bool]:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*FLAGS, *_resolving(resolve), *(["--no-sandbox"] if root else [])]
    problems = []
    for name, way in _attempts(asked):
        if not _there(way):
            problems.append(f"{name} does not exist")
            continue
        try:
            browser = await playwright.chromium.launch(
                headless=True,
                args=flags,
                chromium_sandbox=not root,
                handle_sigint=False,
                handle_sigterm=False,
                handle_sighup=False,
                timeout=30_000,
                **way,
            )
        except Error as error:
            problems.append(f"{name}: {str(error).splitlines()[0][:160]}")
        else:
            return browser, not root
    if asked or os.environ.get("CX_AUDIT_BROWSER"):
        raise BrowserMissingError(f"The browser that was asked for cannot be started: {problems[-1]}.")
    raise BrowserMissingError(
        "No browser was found: run `playwright install chromium`, or install Chromium or Chrome "
        "(Debian: `apt-get install chromium`), or name one with --browser."
    )


def _resolving(hosts: Hosts) -> list[str]:
    """Give the flag by which hosts are found at addresses of one's own, as ``--resolve`` asks."""
    rules = ", ".join(f"MAP {host} {f'[{address}]' if ':' in address else address}" for host, address in hosts)
    return [f"--host-resolver-rules={rules}"] if rules else []


@asynccontextmanager
async def launch(asked: str | None = None, resolve: Hosts = ()) -> AsyncIterator[Launched]:
    """Start a browser in new headless mode and stop it at the end; ``resolve`` names hosts with their addresses.

    Raises BrowserMissingError where none can be started.
    """
    async with async_playwright() as playwright:
        browser, sandbox = await _start(playwright, asked, resolve)
        try:
            page = await browser.new_page()
            agent = str(await page.evaluate("navigator.userAgent")).replace("Headless", "")
            await page.close()
            info = BrowserInfo(name="chromium", version=browser.version, mode=await _mode(browser), sandbox=sandbox)
            yield Launched(browser, info, agent)
        finally:
            await browser.close()


async def _mode(browser: Browser) -> str:
    """Name how the browser draws: as with a window, or as the light shell does that somebody named."""
    session = await browser.new_browser_cdp_session()
    product = str((await session.send("Browser.getVersion"))["product"])
    await session.detach()
    return "headless-shell" if product.startswith("Headless") else "headless-new"


def _user_agent(launched: Launched, viewport: ViewportName) -> str:
    """Name the browser as it does on such a device: many shops choose by the name which page they send.

    Chrome on Android gives no more than this of itself: https://www.chromium.org/updates/ua-reduction/.
    """
    if not VIEWPORTS[viewport].touch:
        return launched.user_agent
    version = f"Chrome/{launched.browser.version.partition('.')[0]}.0.0.0"
    phone = " Mobile" if viewport is ViewportName.MOBILE else ""
    return f"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) {version}{phone} Safari/537.36"


async def new_context(
    launched: Launched,
    viewport: ViewportName,
    *,
    locale: str,
    timezone: str,
    access: SiteAccess,
    storage_state: Any = None,
    site_url: str = "",
) -> BrowserContext:
    """Open a fresh context: nothing of another visit is in it, unless a storage state is handed over.

    ``site_url`` is the shop's address: name, password, headers and cookies are for it alone, and for nobody without it.
    """
    screen = VIEWPORTS[viewport]
    more: dict[str, Any] = {}
    if access.auth and site_url:
        user, _, password = access.auth.partition(":")
        pair = {"username": user, "password": password}
        more["http_credentials"] = [{**pair, "origin": origin} for origin in origins_of(site_url)]
    if storage_state or access.state or access.storage_state:
        more["storage_state"] = storage_state or access.state or access.storage_state
    if site_url:
        more["base_url"] = site_url
    context = await launched.browser.new_context(
        viewport={"width": screen.width, "height": screen.height},
        device_scale_factor=screen.scale,
        is_mobile=screen.touch,
        has_touch=screen.touch,
        locale=locale,
        timezone_id=timezone,
        user_agent=f"{_user_agent(launched, viewport)} {access.user_agent_suffix}".strip(),
        service_workers="block",
        ignore_https_errors=access.insecure,
        reduced_motion="reduce",
        **more,
    )
    if access.headers and site_url:
        send_headers(context, dict(access.headers), site_url)
    if access.cookies and site_url:
        await context.add_cookies([{"name": name, "value": value, "url": site_url} for name, value in access.cookies])
    return context
