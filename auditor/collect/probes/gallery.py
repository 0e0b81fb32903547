"""The probe of a few products: how many pictures each has, how large, and whether a press shows one larger."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from html import unescape
from typing import Any

from playwright.async_api import Error

from auditor.collect.arrival.address import same_site, without_fragment
from auditor.collect.gather import gather
from auditor.collect.gather.goods import goods_of
from auditor.collect.gather.read import items, plain
from auditor.collect.journey.product import read_product
from auditor.collect.journey.walk import page_language
from auditor.collect.layers.interruptions import clear_the_way
from auditor.collect.page.scripts import read_page
from auditor.collect.page.seen import Seen
from auditor.collect.page.tab import Tab
from auditor.collect.probes.probing import Probe, Probing
from auditor.model import AnyProbe, GallerySeen, PageImage, PageKind
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.media import media, picture_key

__all__ = ["GALLERY"]

SECONDS = 22.0
# The last page begins only where it can still end.
PAGE_SECONDS = 6.0
PRODUCTS = 4
LARGER = 1.2
# A magnifier fades in under the pointer, a layer after a press.
FADES_IN_S = 0.35
STIR_PX, STIR_STEPS = 24, 4
ASK = "ask => { window.__cxGallery = ask; }"
# The widest picture in sight, and whether one lies in a layer over the page. A magnifier may draw the picture behind a
# box of its own, as wide as the style says, or as its file is.
SHOWN = """async () => {
  const shown = [...document.images].filter((i) => i.naturalWidth > 1 && i.getBoundingClientRect().height > 60
    && (!i.checkVisibility || i.checkVisibility({ opacityProperty: true, visibilityProperty: true })));
  const layered = (el) => { for (let at = el; at && at !== document.body; at = at.parentElement) {
    if (at.tagName === "DIALOG" || getComputedStyle(at).position === "fixed") return true; } return false; };
  const layer = shown.filter(layered);
  const width = (list) => Math.max(0, ...list.map((i) => i.getBoundingClientRect().width));
  const main = window.__cxMainImage;
  const own = main && main.isConnected ? main.getBoundingClientRect().width : 0;
  const file = (el) => (getComputedStyle(el).backgroundImage.match(/url\\("(.+?)"\\)/) || [])[1];
  const drawn = [...document.querySelectorAll("div, span, figure, a")].filter((el) => {
    const { position, display } = getComputedStyle(el), r = el.getBoundingClientRect();
    return ["absolute", "fixed"].includes(position) && display !== "none" && r.width >= 150 && r.height >= 150
      && el.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && file(el); });
  const drawnAt = async (el) => {
    const told = parseFloat(getComputedStyle(el).backgroundSize);
    if (getComputedStyle(el).backgroundSize.split(" ")[0].endsWith("px")) return told;
    const image = new Image();
    image.src = file(el);
    await Promise.race([image.decode().catch(() => 0), new Promise((done) => setTimeout(done, 500))]);
    return image.naturalWidth; };
  const behind = Math.max(0, ...await Promise.all(drawn.slice(0, 6).map(drawnAt)));
  return { widest: width(shown), own, layer: width(layer), behind };
}"""


async def _look(probing: Probing) -> AsyncIterator[AnyProbe]:
    deadline = time.monotonic() + SECONDS - 2
    async with probing.tab() as tab:
        for number, url in enumerate(_products(probing)):
            if time.monotonic() + PAGE_SECONDS > deadline:
                return
            seen = await _read(probing, tab, url, press=number == 0)
            if seen:
                yield seen


def _products(probing: Probing) -> list[str]:
    """List the product that was walked with, one that is reduced, one that is sold out, and others of the lists."""
    home, visits = probing.visitor.home, probing.notebook.visits
    first = [probing.addresses.product] if probing.addresses.product else []
    cards = [card for visit in visits if visit.facts.goods for card in visit.facts.goods.cards]
    cards = [card for card in cards if same_site(card.href, home) and probing.allow(card.href)]
    reduced = [card.href for card in cards if card.struck]
    sold_out = [card.href for card in cards if load_vocabulary().mentions("out_of_stock", card.text)]
    ranked = [*first, *reduced[:1], *sold_out[:1], *(card.href for card in cards)]
    return list(dict.fromkeys(without_fragment(url) for url in ranked))[:PRODUCTS]


async def _read(probing: Probing, tab: Tab, url: str, *, press: bool) -> GallerySeen | None:
    if problem := await tab.goto(url, timeout_s=PAGE_SECONDS):
        return GallerySeen(url=url, problem=problem) if press else None
    seen = await tab.look()
    if await clear_the_way(tab, seen, probing.visitor.settings.consent, page_language(seen)):
        seen = await tab.look()
    reading = read_product(seen, page_language(seen))
    if not reading.is_product or (tab.status or 200) >= 400:
        return GallerySeen(url=url, problem="The page shows no product.") if press else None
    ways = (*reading.add, *reading.buy_now)
    button = await tab.handle(ways[0].control) if ways else None
    if button:
        await button.evaluate("el => { window.__cxGoal = el; }")
    own = {price.card for price in seen.prices if price.text == reading.price}
    cards = [card.box.model_dump() for card in seen.cards if card.index not in own]
    known = media()
    ask = {"cards": cards, "videoHosts": known["video_hosts"], "spin": known["spin"], "customers": known["customers"]}
    await tab.page.evaluate(ASK, ask)
    raw: dict[str, Any] = await read_page(tab.page, "gallery.js")
    pictures, widest = _pictures(raw)
    visit = await _kept(probing, tab, seen, url)
    return GallerySeen(
        url=url,
        visit=visit,
        name=unescape(reading.name),
        pictures=pictures,
        widest_px=widest,
        zoom=await _zoom(tab) if press and raw.get("main") else None,
        zoom_selector=plain(raw.get("main"), 300),
        video=plain(raw.get("video"), 200),
        spin=plain(raw.get("spin"), 300),
        customers=int(raw.get("customers") or 0),
    )


async def _kept(probing: Probing, tab: Tab, seen: Seen, url: str) -> str:
    """Return the visit of this product on this screen, and keep the page as one where there is none yet."""
    known = [one for one in probing.notebook.visits if one.viewport is tab.viewport and one.kind is PageKind.PRODUCT]
    same = [one for one in known if without_fragment(one.url) == without_fragment(tab.page.url)]
    if same:
        return next((one.id for one in same if one.facts.goods), same[0].id)
    facts = await gather(tab)
    facts = facts.model_copy(update={"goods": await goods_of(tab, seen, page_language(seen))})
    visit = await probing.notebook.visit(tab, PageKind.PRODUCT, part="probe", facts=facts, asked=url)
    return visit.id


def _pictures(raw: dict[str, Any]) -> tuple[tuple[PageImage, ...], int]:
    """Return each picture once, the largest of its sizes, and the width of the widest file."""
    best: dict[str, PageImage] = {}
    for one in items(PageImage, raw.get("pictures")):
        key = picture_key(one.src)
        if key not in best or one.natural_width > best[key].natural_width:
            best[key] = one
    measured = [one for one in raw.get("measured") or () if isinstance(one, dict)]
    widths = [int(one.get("width") or 0) for one in measured]
    widest = max([*widths, *(one.natural_width for one in best.values())], default=0)
    return tuple(best.values()), widest


async def _zoom(tab: Tab) -> str | None:
    """Rest the pointer on the main picture, then press it; say how it got larger, or nothing where it did not."""
    address = without_fragment(tab.page.url)
    try:
        target = (await tab.page.evaluate_handle("() => window.__cxMain")).as_element()
        if target is None:
            return None
        await target.scroll_into_view_if_needed(timeout=1500)
        box = await target.bounding_box()
        if box is None:
            return None
        # Whatever lies over the picture's middle gets the press, as it would from a customer.
        middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        before = await tab.page.evaluate(SHOWN)
        # Some magnifiers wait until the pointer that came in moves on.
        await tab.page.mouse.move(middle[0] - STIR_PX, middle[1] - STIR_PX)
        await tab.page.mouse.move(*middle, steps=STIR_STEPS)
        await asyncio.sleep(FADES_IN_S)
        if _grew(before, await tab.page.evaluate(SHOWN)):
            return "larger"
        await tab.page.mouse.click(*middle)
        await tab.settle(2.5)
        await asyncio.sleep(FADES_IN_S)
        if without_fragment(tab.page.url) != address:
            image = await tab.page.evaluate("() => document.contentType.startsWith('image/')")
            return "file" if image else ""
        after = await tab.page.evaluate(SHOWN)
    except Error:
        return None
    if after["layer"] > max(before["layer"], 200):
        return "layer"
    return "larger" if _grew(before, after) else ""


def _grew(before: dict[str, float], after: dict[str, float]) -> bool:
    own = before["own"] > 0 and after["own"] > before["own"] * LARGER
    shown, drawn = (after[one] > max(before[one], before["own"]) * LARGER for one in ("widest", "behind"))
    return own or shown or (drawn and before["own"] > 0)


GALLERY = Probe("gallery", SECONDS, "looking at a few products", _look)
