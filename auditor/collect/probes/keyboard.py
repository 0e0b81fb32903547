"""The probe of the keyboard: whether the focus of the Tab key comes to menu and button, and whether it is caught."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Any

from auditor.collect.gather.read import plain
from auditor.collect.journey.product import read_product
from auditor.collect.journey.walk import page_language
from auditor.collect.layers.interruptions import clear_the_way
from auditor.collect.page.scripts import page_script
from auditor.collect.page.seen import Seen
from auditor.collect.page.tab import Tab
from auditor.collect.probes.probing import Probe, Probing
from auditor.model import AnyProbe, KeyboardSeen, PageKind

__all__ = ["KEYBOARD"]

SECONDS = 20.0
PAGE_SECONDS = 6.0
STOPS = 60
# So many presses in one place: some elements have several stops inside, so a few prove nothing.
CAUGHT = 10


async def _look(probing: Probing) -> AsyncIterator[AnyProbe]:
    deadline = time.monotonic() + SECONDS - 2
    pages = {kind: url for kind, url in probing.addresses.pages() if kind is not PageKind.CATEGORY}
    async with probing.tab() as tab:
        for kind, url in pages.items():
            if time.monotonic() + PAGE_SECONDS > deadline:
                return
            yield await _page(probing, tab, kind, url, deadline)


async def _page(probing: Probing, tab: Tab, kind: PageKind, url: str, deadline: float) -> KeyboardSeen:
    if problem := await tab.goto(url, timeout_s=PAGE_SECONDS):
        return KeyboardSeen(url=url, kind=kind, problem=problem)
    seen = await tab.look()
    if await clear_the_way(tab, seen, probing.visitor.settings.consent, page_language(seen)):
        seen = await tab.look()
    button, selector = await _button(tab, seen) if kind is PageKind.PRODUCT else (None, "")
    await tab.page.evaluate("() => { document.activeElement?.blur?.(); window.scrollTo(0, 0); }")
    script = page_script("focus.js")
    menu = has_menu = False
    last, same, caught, stops = "", 0, "", 0
    for press in range(STOPS):
        if time.monotonic() > deadline:
            break
        await tab.page.keyboard.press("Tab")
        at: dict[str, Any] = await tab.page.evaluate(script)
        has_menu = has_menu or bool(at.get("has_menu"))
        if not at.get("selector"):
            if stops or press:
                break  # the focus has left the page at its end
            continue  # it stood at the end, where a layer was closed, and begins anew
        stops += 1
        menu = menu or bool(at.get("menu"))
        here = plain(at.get("selector"), 300)
        same = same + 1 if here == last and not at.get("many") else 0
        last = here
        if same >= CAUGHT:
            caught = here if await _stays(tab, script, here) else ""
            break
    return KeyboardSeen(
        url=url,
        kind=kind,
        stops=stops,
        menu=menu if has_menu else None,
        button=button,
        button_selector=selector,
        trapped=caught,
    )


async def _stays(tab: Tab, script: str, here: str) -> bool:
    """Try the other ways out, Escape and backwards; say whether the focus is still in the same place."""
    for key in ("Escape", "Shift+Tab", "Shift+Tab"):
        await tab.page.keyboard.press(key)
    return plain((await tab.page.evaluate(script)).get("selector"), 300) == here


async def _button(tab: Tab, seen: Seen) -> tuple[bool | None, str]:
    """Say whether the button that adds to the cart takes the focus of the Tab key; null where none can be pressed."""
    reading = read_product(seen, page_language(seen))
    control = next((ranked.control for ranked in (*reading.add, *reading.buy_now) if ranked.control.enabled), None)
    element = await tab.handle(control) if control else None
    if control is None or element is None:
        return None, ""
    takes: bool = await element.evaluate(
        "el => { const inner = [el, ...el.querySelectorAll('a[href], button, input, [tabindex]')];"
        " return inner.some((e) => { if (e.tabIndex < 0 || e.disabled) return false;"
        " e.focus({ preventScroll: true }); return e.getRootNode().activeElement === e; }); }"
    )
    return takes, control.selector


KEYBOARD = Probe("keyboard", SECONDS, "going through pages with the Tab key", _look)
