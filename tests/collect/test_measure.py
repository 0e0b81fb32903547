from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace

import pytest
from playwright.async_api import Error

from auditor.collect.page.browser import Launched
from auditor.collect.timing.keeping import Film, LastLook
from auditor.collect.timing.measure import Timed, timed_load
from auditor.collect.timing.network import PROFILES, Wire
from auditor.demo_shop import serve
from auditor.model import ConsentChoice, Load, PageKind, ViewportName, VisitorInfo
from auditor.settings import SiteAccess
from tests.collect.pages import Served
from tests.shops.kit import Response, html, redirect

Serving = Callable[[Mapping[str, Response | str]], Served]
WHO = VisitorInfo(locale="fi-FI", timezone="Europe/Helsinki", consent=ConsentChoice.ACCEPT)


async def timed(launched: Launched, url: str, viewport: ViewportName = ViewportName.DESKTOP) -> Load:
    return await timed_load(Timed(launched, WHO, SiteAccess(), PageKind.HOME, url, viewport), 1)


def test_the_lines_are_those_of_the_contract() -> None:
    mobile, desktop = PROFILES[ViewportName.MOBILE], PROFILES[ViewportName.DESKTOP]

    assert mobile.label == "562.5 ms, 1474.56/675 kbit/s"
    assert desktop.label == "150 ms, 9216/9216 kbit/s"
    assert mobile.conditions["downloadThroughput"] == pytest.approx(1474.56 * 1024 / 8)


def test_the_wire_counts_redirects_failures_and_third_parties() -> None:
    wire = Wire()
    wire.started({"requestId": "1", "request": {"url": "https://shop.example/"}})
    redirected = {"encodedDataLength": 300}
    wire.started({"requestId": "1", "request": {"url": "https://www.shop.example/"}, "redirectResponse": redirected})
    wire.finished({"requestId": "1", "encodedDataLength": 1000})
    wire.started({"requestId": "2", "request": {"url": "https://cdn.other.example/x.js"}})
    wire.finished({"requestId": "2", "encodedDataLength": 50})
    wire.started({"requestId": "3", "request": {"url": "https://shop.example/gone"}})
    wire.failed({"requestId": "3"})
    wire.started({"requestId": "4", "request": {"url": "data:text/plain,x"}})

    assert (wire.total(), wire.third_party("https://shop.example/"), wire.requests) == (1350, 50, 4)
    assert not wire.inflight


@pytest.mark.browser
async def test_a_load_gives_every_figure(launched: Launched) -> None:
    with serve() as shop:
        load = await timed(launched, shop.url, ViewportName.MOBILE)

    assert load.problem == ""
    assert not load.timed_out
    assert load.lcp_ms is not None
    assert load.fcp_ms is not None
    assert load.ttfb_ms is not None
    assert load.ttfb_ms < load.fcp_ms <= load.lcp_ms
    assert load.fcp_ms > 562.5, "the line's latency is felt"
    assert load.lcp_element is not None
    assert load.lcp_element.selector
    assert load.weight_bytes is not None
    assert load.weight_bytes > 20_000
    assert load.cpu == 4
    assert load.third_party_bytes == 0
    assert load.cls == 0


@pytest.mark.browser
async def test_slow_answers_and_late_shifts_are_seen(launched: Launched) -> None:
    with serve(["load-ttfb", "layout-shift"]) as shop:
        load = await timed(launched, shop.url)

    assert load.ttfb_ms is not None
    assert load.fcp_ms is not None
    assert 2400 < load.ttfb_ms < load.fcp_ms
    assert load.cls is not None
    assert load.cls > 0.1


@pytest.mark.browser
async def test_a_late_picture_is_the_largest_paint(launched: Launched) -> None:
    with serve(["load-lcp"]) as shop:
        load = await timed(launched, shop.url)

    assert load.lcp_ms is not None
    assert load.lcp_ms > 3500


@pytest.mark.browser
async def test_long_tasks_after_the_first_paint_block(launched: Launched, serving: Serving) -> None:
    busy = "setTimeout(() => { const t = performance.now(); while (performance.now() - t < 400); }, 500)"
    shop = serving({"/": f"<!doctype html><h1>Kauppa</h1><script>{busy}</script>"})

    load = await timed(launched, shop.url)

    assert load.tbt_ms is not None
    assert 300 <= load.tbt_ms <= 600


@pytest.mark.browser
@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ({"/": html("<h1>no</h1>", 503)}, "the page answered 503"),
        ({"/": redirect("http://localhost:59999/")}, "ERR_CONNECTION_REFUSED"),
    ],
)
async def test_a_page_that_is_not_the_one_meant_gives_no_figures(
    launched: Launched, serving: Serving, answers: Mapping[str, Response | str], problem: str
) -> None:
    load = await timed(launched, serving(answers).url)

    assert problem in load.problem
    assert (load.lcp_ms, load.weight_bytes) == (None, None)


@pytest.mark.browser
async def test_a_crash_is_told_and_no_more_is_waited_for(launched: Launched, serving: Serving) -> None:
    never = "<!doctype html><h1>Kauppa</h1><script>const end = Date.now() + 4000; while (Date.now() < end);</script>"
    loading = asyncio.create_task(timed(launched, serving({"/": never}).url))
    for _look in range(200):
        await asyncio.sleep(0.1)
        pages = [page for context in launched.browser.contexts for page in context.pages]
        if pages and pages[0].url != "about:blank":
            break
    session = await pages[0].context.new_cdp_session(pages[0])
    with suppress(Error, TimeoutError):  # what crashes does not answer
        await asyncio.wait_for(session.send("Page.crash"), 2)

    load = await loading

    assert load.problem == "the page crashed in the browser"
    assert load.lcp_ms is None


@pytest.mark.browser
async def test_requests_pictures_and_a_film_are_kept_beside_the_figures(launched: Launched) -> None:
    kept: dict[str, bytes] = {}

    def shoot(name: str, webp: bytes) -> str:
        kept[name] = webp
        return name

    with serve() as shop:
        asked = Timed(launched, WHO, SiteAccess(), PageKind.HOME, shop.url, ViewportName.DESKTOP)
        looked = await timed_load(replace(asked, keeper=LastLook(shoot)), 1)
        filmed = await timed_load(replace(asked, keeper=Film(shoot)), 0)

    assert looked.lcp_ms is not None
    assert looked.lcp_box is not None
    assert looked.fetched[0].type == "document"
    assert len(looked.fetched) == looked.requests
    assert sum(one.weight_bytes for one in looked.weights) == pytest.approx(looked.weight_bytes, abs=10)
    assert 0 < len(filmed.film) <= 8
    assert [one.at_ms for one in filmed.film] == sorted(one.at_ms for one in filmed.film)
    assert {looked.screenshot, *(one.screenshot for one in filmed.film)} == set(kept)
    assert all(data[:4] == b"RIFF" for data in kept.values())


@pytest.mark.browser
async def test_the_servers_own_time_leaves_out_the_line(launched: Launched) -> None:
    with serve() as shop:
        home = Timed(launched, WHO, SiteAccess(), PageKind.HOME, shop.url, ViewportName.MOBILE, keeper=LastLook(_none))
        load = await timed_load(home, 1)

    assert load.ttfb_ms is not None
    assert load.fetched[0].first_ms is not None
    assert load.ttfb_ms < 562.5 <= load.fetched[0].first_ms
    assert {one.type for one in load.fetched if one.blocking} == {"style"}


def _none(name: str, _webp: bytes) -> str:
    return name
