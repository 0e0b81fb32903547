"""Pressing and waiting in a real browser: what a person could hit is hit, and a busy page is waited for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

import pytest
from playwright.async_api import Page

from auditor.collect.page import settle as settling
from auditor.collect.page.browser import Launched
from auditor.collect.page.scripts import page_script
from auditor.collect.page.seen import Control
from auditor.collect.page.tab import LATE_S, Tab
from auditor.model import ViewportName
from tests.collect.pages import Served
from tests.collect.tabs import tab_on
from tests.shops.kit import Response

pytestmark = pytest.mark.browser

Serving = Callable[[Mapping[str, Response | str]], Served]
PHONE = "<meta name=viewport content='width=device-width,initial-scale=1'><body style='margin:0'>"
SHIMMER = "<style>@keyframes s { to { opacity: .4 } } .s { height: 60px; animation: s 1s infinite }</style>"
FOREVER_MS = 10**9
COUNTS = "<script>let n = 0; addEventListener('click', e => document.title = `${e.target.id} ${++n}`)</script>"


async def control(tab: Tab, element_id: str) -> Control:
    return next(one for one in (await tab.look()).controls if one.id == element_id)


async def test_a_control_of_a_page_wider_than_the_phone_is_hit(launched: Launched, serving: Serving) -> None:
    far = "<div style='height:1500px'></div>"
    shop = serving({"/": f"{PHONE}{COUNTS}<div style='width:700px'>wide</div>{far}<button id=low>Low</button>{far}"})

    async with tab_on(launched, ViewportName.MOBILE, shop.url) as tab:
        press = await tab.press(await control(tab, "low"))

        assert (press.done, await tab.page.title()) == (True, "low 1")


async def test_a_control_of_a_page_made_for_desktops_is_hit(launched: Launched, serving: Serving) -> None:
    page = f"<body style='margin:0'>{COUNTS}<button id=right style='margin-left:780px'>Right</button>"
    shop = serving({"/": page})

    async with tab_on(launched, ViewportName.MOBILE, shop.url) as tab:
        press = await tab.press(await control(tab, "right"))

        assert (press.done, await tab.page.title()) == (True, "right 1")


async def test_a_control_scrolls_out_from_under_a_bar(launched: Launched, serving: Serving) -> None:
    bar = "<div id=bar style='position:fixed;left:0;right:0;bottom:0;height:60%;background:#fff'></div>"
    far = "<div style='height:2000px'></div>"
    shop = serving({"/": f"{far}{COUNTS}<button id=low>Low</button>{far}{bar}"})

    async with tab_on(launched, ViewportName.DESKTOP, shop.url) as tab:
        press = await tab.press(await control(tab, "low"))

        assert (press.done, await tab.page.title()) == (True, "low 1")


async def test_what_lies_over_a_control_is_told(launched: Launched, serving: Serving) -> None:
    over = "<div style='position:fixed;inset:0;background:#000a'></div>"
    shop = serving({"/": f"{COUNTS}<button id=under>Under</button>{over}"})

    async with tab_on(launched, ViewportName.DESKTOP, shop.url) as tab:
        press = await tab.press(await control(tab, "under"))

        assert (press.done, press.note, await tab.page.title()) == (False, "covered by another element", "")


async def test_a_busy_part_is_waited_for(launched: Launched, serving: Serving) -> None:
    done = "setTimeout(() => { list.ariaBusy = false; list.innerText = 'Done' }, 900)"
    shop = serving({"/": f"<div aria-busy=true id=list>…</div><script>{done}</script>"})

    async with tab_on(launched, ViewportName.DESKTOP, shop.url) as tab:
        assert (await tab.look()).text == "Done"


@pytest.mark.parametrize(
    "busy",
    ["<div aria-busy=true>Forgotten</div>", f"{SHIMMER}<p>Lamps</p><div class=s></div>"],
    ids=["told", "shimmers"],
)
async def test_a_part_that_stays_busy_holds_nobody_up_twice(
    launched: Launched, serving: Serving, monkeypatch: pytest.MonkeyPatch, busy: str
) -> None:
    looks: list[float] = []
    idle_ms = settling._idle_ms

    async def counted(page: Page) -> float:
        looks.append(await idle_ms(page))
        return looks[-1]

    shop = serving({"/": busy})

    async with tab_on(launched, ViewportName.DESKTOP, shop.url) as tab:
        await asyncio.sleep(settling.BUSY_PART_MS / 1000)
        monkeypatch.setattr(settling, "_idle_ms", counted)
        await tab.settle()

        assert len(looks) == 1
        assert looks[0] > settling.QUIET_MS


async def test_blocks_that_only_shimmer_are_waited_for(launched: Launched, serving: Serving) -> None:
    done = "setTimeout(() => { list.innerText = 'Done' }, 1100)"
    blocks = "<div class=s></div><div class=s>&nbsp;</div>"
    shop = serving({"/": f"{SHIMMER}<p>Lamps</p><div id=list>{blocks}</div><script>{done}</script>"})

    async with tab_on(launched, ViewportName.DESKTOP, shop.url) as tab:
        assert "Done" in (await tab.look()).text


@pytest.mark.parametrize(
    "ornament",
    [
        "<div class=s>Free delivery</div>",
        "<div class=s><img alt='' width=90 height=50></div>",
        "<div class=s style='background-image:url(hero.jpg)'></div>",
        "<div class=s style='position:absolute;top:0;width:60px'></div>",
        "<div class=s style='width:12px;height:12px'></div>",
        "<div class=s style='animation-iteration-count:1'></div>",
        "<div class=s style='margin-top:3000px'></div>",
        "<div style='display:none'><div class=s></div></div>",
    ],
    ids=["words", "a picture", "a painted picture", "a ring over it", "a dot", "once", "far below", "hidden"],
)
async def test_what_moves_for_its_beauty_holds_nobody_up(launched: Launched, serving: Serving, ornament: str) -> None:
    shop = serving({"/": f"{SHIMMER}<p>Lamps</p>{ornament}"})

    async with tab_on(launched, ViewportName.DESKTOP, shop.url) as tab:
        assert await tab.page.evaluate(page_script("idle.js"), FOREVER_MS) > 0


ASLEEP = "<script>let n = 0; setTimeout(() => buy.onclick = () => document.title = `bought ${++n}`, 1600)</script>"


async def test_a_page_that_slept_is_pressed_once_more(launched: Launched, serving: Serving) -> None:
    shop = serving({"/": f"<button id=buy>Buy</button>{ASLEEP}"})

    async with tab_on(launched, ViewportName.DESKTOP, shop.url) as tab:
        press = await tab.press(await control(tab, "buy"))

        assert (press.done, press.note) == (True, "pressed again: the page slept")
        assert await tab.page.title() == "bought 1"
        assert press.at >= tab.arrived + LATE_S  # it is timed from the press that was answered


async def test_a_menu_that_only_styles_open_is_not_pressed_twice(launched: Launched, serving: Serving) -> None:
    style = "<style>nav { display: none } input:checked ~ nav { display: block }</style>"
    page = f"{style}<input type=checkbox id=menu aria-label=Menu><nav>Lamps</nav>"
    shop = serving({"/": page})

    async with tab_on(launched, ViewportName.DESKTOP, shop.url) as tab:
        press = await tab.press(await control(tab, "menu"))

        assert (press.note, await tab.page.locator("nav").is_visible()) == ("", True)
