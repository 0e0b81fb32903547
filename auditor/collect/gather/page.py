"""All facts of one page together, within a bound on their size."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error

from auditor.collect.gather.buttons import buttons_of
from auditor.collect.gather.chat import chat_of
from auditor.collect.gather.frames import frame_texts
from auditor.collect.gather.overflow import overflow_as_it_is, overflow_at
from auditor.collect.gather.read import items, plain
from auditor.collect.gather.scroll import scroll_shift
from auditor.collect.gather.services import traces_of
from auditor.collect.gather.taps import tap_targets
from auditor.collect.gather.texts import text_sizes
from auditor.collect.page.scripts import read_page
from auditor.collect.page.tab import Tab
from auditor.model import Field, Link, PageFacts, PageImage

__all__ = ["capped", "gather"]

MAX_BYTES = 512 * 1024
MAX_TEXT = 100_000
MAX_FOLDED = 20_000
KEEP_FIELDS = "() => { window.__cxKept = window.__cxFields; }"
RESTORE_FIELDS = "() => { if (window.__cxKept) window.__cxFields = window.__cxKept; delete window.__cxKept; }"


async def gather(tab: Tab, *, widths: tuple[int, ...] = (), scroll: bool = False) -> PageFacts:
    """Read a page's facts; ``widths`` asks for a real test of sideways scrolling at each width, in CSS pixels.

    Without ``widths`` nothing on the page moves, so that a walk may go on; a touch screen is measured as it stands.
    ``scroll`` scrolls slowly to the end first, which shows lazy pictures and the layout shifts of scrolling.
    Raises playwright's Error where the page cannot be read.
    """
    shift = await scroll_shift(tab) if scroll else None
    raw: dict[str, Any] = await read_page(tab.page, "facts.js")
    fields = await _fields(tab)
    controls = await buttons_of(tab.page)
    traces = await traces_of(tab.page)
    touch = tab.touch
    overflow = await overflow_at(tab, widths) if widths else await overflow_as_it_is(tab) if touch else ()
    facts = PageFacts(
        viewport_meta=raw.get("viewport_meta"),
        html_lang=plain(raw.get("html_lang"), 20),
        text="\n".join((plain(raw.get("text"), MAX_TEXT), *await frame_texts(tab.page)))[:MAX_TEXT],
        folded=plain(raw.get("folded"), MAX_FOLDED),
        links=items(Link, raw.get("links")),
        fields=fields,
        buttons=tuple(plain(one, 120) for one in raw.get("buttons") or ()),
        controls=controls,
        images=items(PageImage, raw.get("images")),
        overflow=overflow,
        taps=await tap_targets(tab) if touch else None,
        text_sizes=await text_sizes(tab) if touch else None,
        scroll_cls=shift,
        chat=await chat_of(tab.page, raw.get("launchers")),
        services=traces.services,
        events=traces.events,
    )
    return capped(facts)


async def _fields(tab: Tab) -> tuple[Field, ...]:
    """Read the form controls and leave the tab's own numbering of them as it was, because a walk may be using it."""
    places = tab.places
    try:
        await tab.page.evaluate(KEEP_FIELDS)
        fields = (await tab.fields())[0]
        await tab.page.evaluate(RESTORE_FIELDS)
    except Error:
        return ()
    finally:
        tab.places = places
    return fields


def capped(facts: PageFacts, limit: int = MAX_BYTES) -> PageFacts:
    """Return facts of at most ``limit`` bytes: hidden links go first, then pictures, the text's end, more links."""
    if _size(facts) <= limit:
        return facts
    facts = facts.model_copy(update={"truncated": True})
    shown = tuple(link for link in facts.links if link.visible or link.revealed)
    steps: tuple[dict[str, Any], ...] = (
        {"links": shown + tuple(link for link in facts.links if not (link.visible or link.revealed))[:200]},
        {"images": facts.images[:80]},
        {"text": facts.text[: MAX_TEXT // 3]},
        {"links": shown[:600]},
        {"fields": facts.fields[:80]},
        {"text": facts.text[:10_000], "folded": "", "links": shown[:200], "images": (), "buttons": facts.buttons[:60]},
        {"fields": facts.fields[:20], "links": shown[:60], "overflow": (), "taps": None, "text_sizes": None},
        {"goods": None, "axe": None},
    )
    for step in steps:
        facts = facts.model_copy(update=step)
        if _size(facts) <= limit:
            break
    return facts


def _size(facts: PageFacts) -> int:
    return len(facts.model_dump_json().encode("utf-8", "replace"))
