"""The first leg: from home to the page of a product that can be bought, by what the page offers to press."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from auditor.collect.journey.options import option_groups
from auditor.collect.journey.product import (
    ProductReading,
    address_key,
    card_target,
    cards_in_order,
    leads_somewhere,
    named,
    picture_links,
    read_product,
    repeated_links,
)
from auditor.collect.journey.rank import Ranked, matches, rank
from auditor.collect.journey.walk import Walk
from auditor.collect.seen import Control, Seen
from auditor.model import PageKind
from auditor.vocabulary import load_vocabulary

__all__ = ["Found", "Hop", "reach", "scout"]

PRODUCTS_LOOKED_AT = 6
LISTS_LOOKED_AT = 4
MENUS_TRIED = 3


@dataclass(frozen=True)
class Hop:
    """One press of a route: what it said and where it led; ``kind`` is category, product or search."""

    kind: str
    label: str
    key: str
    href: str = ""
    query: str = ""
    selector: str = ""


@dataclass(frozen=True)
class Found:
    """A product that was looked at, with the way to it from home."""

    route: tuple[Hop, ...]
    reading: ProductReading
    options: int
    url: str
    sure: bool = True

    @property
    def enough(self) -> bool:
        """True where no better product needs to be looked for."""
        return self.sure and self.options == 0


@dataclass
class Finds:
    """What scouting has brought so far."""

    good: list[Found] = field(default_factory=list)
    sold_out: int = 0
    hidden: int = 0
    looked: int = 0
    lists: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)


async def _judge(walk: Walk, route: tuple[Hop, ...], finds: Finds, expected: str) -> ProductReading:
    """Look at the page the walk stands on as a product and remember it if it can be bought."""
    reading = read_product(walk.now, walk.language, expected)
    finds.looked += 1
    if reading.is_product:
        if reading.sold_out:
            finds.sold_out += 1
        elif reading.price_hidden and not reading.add:
            finds.hidden += 1
        elif reading.add or reading.buy_now:
            groups = option_groups(
                walk.now, await walk.fields(), reading.add[0].control if reading.add else None, walk.language
            )
            needed = sum(1 for g in groups if g.required or (not g.chosen and g.kind != "text"))
            finds.good.append(Found(route, reading, needed, walk.tab.page.url, reading.sure))
    walk.note(
        "find",
        "product",
        reading.add,
        None,
        worked=reading.is_product,
        act="look",
        why=f"{expected or reading.name}: {reading.score:.1f} ({'; '.join(reading.reasons)}){' sold out' if reading.sold_out else ''}",
    )
    return reading


async def _products_of(walk: Walk, route: tuple[Hop, ...], finds: Finds) -> None:
    """Look at the first products of the list the walk stands on, until one can be bought without choosing anything."""
    here = walk.tab.page.url
    targets = _targets(walk)
    for _scroll in range(3):
        if targets:
            break
        await walk.tab.page.mouse.wheel(0, 6000)
        await walk.tab.settle(3, 400)
        await walk.look()
        targets = _targets(walk)
    if not targets:
        marked = [c for c in walk.now.cards if load_vocabulary().mentions("out_of_stock", c.text)]
        links = [c for c in picture_links(walk.now) if load_vocabulary().mentions("out_of_stock", c.said)]
        finds.sold_out += max(len(marked), len(links))
    tried = 0
    for name, target in targets:
        if tried >= PRODUCTS_LOOKED_AT or (finds.good and finds.good[-1].enough):
            break
        key = address_key(target.href) if _real(target) else f"{here} {name or target.said}"
        if key in finds.known:
            continue
        finds.known.add(key)
        tried += 1
        hop = Hop(
            "product",
            name or target.said,
            address_key(target.href) if _real(target) else "",
            target.href if _real(target) else "",
        )
        if hop.href:
            problem = await walk.go(hop.href)
        else:
            again = walk.again(target)
            problem = "the control is gone" if again is None else ""
            if again:
                press = await walk.press(again)
                await walk.look()
                problem = press.note if not press.done else ""
        if not problem:
            reading = await _judge(walk, (*route, hop), finds, name)
            if not reading.is_product and not reading.add and not hop.href:
                await _one_more(walk, (*route, hop), finds, name)
            if not reading.is_product and len(cards_in_order(walk.now)) >= 2 and len(route) < 3:
                finds.lists.append(walk.tab.page.url)
                await _products_of(walk, (*route, replace(hop, kind="category")), finds)
                if finds.good:
                    return
        if tried < PRODUCTS_LOOKED_AT and not (finds.good and finds.good[-1].enough) and not hop.href:
            await walk.go(here)


def _targets(walk: Walk) -> list[tuple[str, Control]]:
    """List the products of a page with the control that leads to each; what is marked as sold out is left out."""
    seen = walk.now
    sold = load_vocabulary().mentions
    targets: list[tuple[str, Control]] = []
    for card in cards_in_order(seen):
        target = card_target(seen, card, walk.language)
        if target and sold("out_of_stock", card.text) is None:
            targets.append((card.name, target))
    if targets:
        return targets
    listed = picture_links(seen) or repeated_links(seen, walk.language)
    return [(link.said, link) for link in listed if sold("out_of_stock", link.said) is None]


async def _one_more(walk: Walk, route: tuple[Hop, ...], finds: Finds, name: str) -> None:
    """Go on from a quick view or a list of variants to the product itself."""
    inner = next(
        (c for c in walk.now.visible if matches(c, "view_product", walk.language) >= 0.9 and c.layer >= 0), None
    )
    if inner and (await walk.press(inner)).done:
        await walk.look()
        await _judge(walk, (*route, Hop("product", inner.said, address_key(inner.href), inner.href)), finds, name)


def _real(control: Control) -> bool:
    return leads_somewhere(control)


def _same_site(url: str, home: str) -> bool:
    return (
        not url
        or urlsplit(url).hostname in {None, urlsplit(home).hostname}
        or ((urlsplit(url).hostname or "").removeprefix("www.") == (urlsplit(home).hostname or "").removeprefix("www."))
    )


def _row(control: Control) -> str:
    return (
        re.sub(r":nth-of-type\(\d+\)", "", control.selector) if control.selector else f"{control.area} {control.layer}"
    )


def category_candidates(walk: Walk, seen: Seen, before: set[tuple[str, str, str]] | None = None) -> tuple[Ranked, ...]:
    """Weigh what may lead to a list of products; hidden entries of menus count too, they are opened when needed."""
    here = address_key(seen.url)
    rows: dict[str, int] = {}
    for one in seen.controls:
        if one.tag == "a" and one.area != "footer" and 2 < len(one.text) < 40:
            rows[_row(one)] = rows.get(_row(one), 0) + 1

    def place(control: Control) -> list[tuple[str, float]]:
        more: list[tuple[str, float]] = []
        if control.area in {"nav", "header"} and control.text and len(control.text) < 40 and _real(control):
            more.append(("entry of a menu", 1.2))
        if (
            control.area == "main"
            and control.tag == "a"
            and 2 < len(control.text) < 40
            and rows.get(_row(control), 0) >= 3
        ):
            more.append(("one of a row of links", 1.0))
        if control.area == "main" and control.picture and control.box.width > 120 and _real(control):
            more.append(("picture link", 0.8))
        if before is not None and control.same not in before and control.said:
            more.append(("came with the menu", 2.0))
        return more

    hidden = tuple(
        c.model_copy(update={"visible": True})
        for c in seen.controls
        if not c.visible and c.area in {"nav", "header", "dialog"} and _real(c) and c.tag == "a"
    )
    pool = (
        c
        for c in (*seen.visible, *hidden)
        if not c.submits and not re.match(r"(?:tel|mailto|sms|whatsapp):", c.href, re.I)
    )
    ranked = rank("category", pool, walk.language, place)
    known: set[str] = set()
    kept = []
    for one in ranked:
        key = address_key(one.control.href) if _real(one.control) else one.control.said
        if (
            key in known
            or key == here
            or key.rstrip("/") == address_key(walk.home)
            or not _same_site(one.control.href, walk.home)
        ):
            continue
        known.add(key)
        kept.append(one)
    return tuple(kept)


async def scout(
    walk: Walk, start_product: str | None = None, start_category: str | None = None, skip: frozenset[str] = frozenset()
) -> Finds:
    """Find products worth walking with: those on home first, then through the shop's lists, at last by its search.

    The walk stands on home when it begins; nothing is added to a cart here. Addresses in ``skip`` are not looked at again.
    """
    finds = Finds(known=set(skip))
    if start_product:
        if not await walk.go(start_product):
            await _judge(walk, (Hop("product", "", address_key(start_product), start_product),), finds, "")
        return finds
    if start_category:
        if not await walk.go(start_category):
            await _products_of(walk, (Hop("category", "", address_key(start_category), start_category),), finds)
        return finds
    home = walk.now
    if len(cards_in_order(home)) < 3 and read_product(home, walk.language).score >= 5:
        await _judge(walk, (), finds, "")
        if finds.good:
            return finds
    await _products_of(walk, (), finds)
    if finds.good:
        return finds
    await walk.go(walk.home)
    home = walk.now
    await _through_lists(walk, finds)
    finds.good = [_shorter(home, found) for found in finds.good]
    if not finds.good:
        await _through_search(walk, finds)
    return finds


def menu_candidates(walk: Walk) -> tuple[Ranked, ...]:
    """Weigh what may open a menu; a small bare control in the header is a likely one even without a name."""

    def bare(control: Control) -> list[tuple[str, float]]:
        small = 16 <= control.box.width <= 80 and 12 <= control.box.height <= 80 and control.box.y < 200
        if small and not control.said and not _real(control) and control.tag not in {"input", "select"}:
            return [("small, bare and at the top", 4.5)]
        return [("opens a part of the page", 1.0)] if control.tag == "summary" and control.box.y < 300 else []

    return rank("menu", (c for c in walk.now.visible if not c.submits), walk.language, bare)


async def _stand_at(walk: Walk, route: tuple[Hop, ...]) -> bool:
    """Go where a route leads: by address where its last hop has one, else by its presses from home."""
    if route and route[-1].href:
        return not await walk.go(route[-1].href)
    if await walk.go(walk.home):
        return False
    for hop in route:
        control = _find_hop(walk, hop)
        if control is None or not (await walk.press(control)).done:
            return False
        await walk.look()
    return True


def _shorter(home: Seen, found: Found) -> Found:
    """Leave out lists that are passed only on the way to a list which home's own menus lead to."""
    for position in range(len(found.route) - 2, 0, -1):
        hop = found.route[position]
        direct = [
            c
            for c in home.controls
            if hop.key
            and leads_somewhere(c)
            and address_key(c.href) == hop.key
            and (c.visible or c.area in {"header", "nav", "dialog"})
        ]
        if hop.kind == "category" and direct:
            return replace(found, route=found.route[position:])
    return found


async def _through_lists(walk: Walk, finds: Finds) -> None:
    """Follow what looks like the shop's lists; a menu that must be opened first is one press of the route."""
    todo: list[tuple[tuple[Hop, ...], Ranked]] = [((), one) for one in category_candidates(walk, walk.now)[:8]]
    todo += [((), one) for one in menu_candidates(walk)[:MENUS_TRIED]]
    lists = 0
    while (
        todo
        and lists < (LISTS_LOOKED_AT if finds.good else LISTS_LOOKED_AT + 6)
        and not any(f.enough for f in finds.good)
    ):
        route, one = todo.pop(0)
        control = one.control
        key = address_key(control.href) if _real(control) else f"list {control.same}"
        if key in finds.known:
            continue
        finds.known.add(key)
        hop = Hop(
            "category",
            control.said,
            address_key(control.href) if _real(control) else "",
            control.href if _real(control) else "",
            "",
            control.selector,
        )
        lists += 1
        before = {c.same for c in walk.now.visible}
        if hop.href:
            problem = await walk.go(hop.href)
        else:
            standing = await _stand_at(walk, route)
            before = {c.same for c in walk.now.visible}
            again = walk.again(control) if standing else None
            problem = "" if again and (await walk.press(again)).done else "it could not be pressed"
            if not problem:
                await walk.look()
        cards = cards_in_order(walk.now) if not problem else ()
        has_products = bool(cards or (not problem and picture_links(walk.now)))
        walk.note("find", "category", (one,), control, worked=has_products, why=problem)
        if problem:
            continue
        inner = (*route, hop)
        if has_products:
            finds.lists.append(walk.tab.page.url)
            here = [((*route, hop), two) for two in category_candidates(walk, walk.now)[:4]] if not cards else []
            await _products_of(walk, inner, finds)
            todo += here
        elif len(route) < 3:
            fresh = [
                two
                for two in (*category_candidates(walk, walk.now, before), *menu_candidates(walk))
                if two.control.same not in before
            ]
            todo = [*((inner, two) for two in fresh[:6]), *todo]


async def _through_search(walk: Walk, finds: Finds) -> None:
    """Search for words the home page itself uses, when no list leads to products."""
    await walk.go(walk.home)
    words = [w for w in re.findall(r"[^\W\d_]{5,14}", " ".join((*walk.now.headings, *walk.now.h1, walk.now.title)))][:3]
    for query in dict.fromkeys((*words, "a")):
        if await search_for(walk, query):
            await _products_of(walk, (Hop("search", query, "", "", query),), finds)
            if finds.good:
                return
        await walk.go(walk.home)


async def search_for(walk: Walk, query: str) -> int:
    """Type a query into the shop's search and submit it; gives the clicks it took, or 0 where there is no search."""
    clicks = 0
    number = await _search_field(walk)
    if number is None:
        opener = next(iter(rank("search_open", walk.now.visible, walk.language)), None)
        if opener is None or not (await walk.press(opener.control)).done:
            return 0
        clicks += 1
        await walk.look()
        number = await _search_field(walk)
        if number is None:
            return 0
    if not await walk.tab.choose(number, text=query):
        return 0
    await walk.tab.page.keyboard.press("Enter")
    await walk.tab.settle()
    await walk.look()
    walk.presses += 1
    return clicks + 1


async def _search_field(walk: Walk) -> int | None:
    from auditor.vocabulary.fields import Purpose, purpose_of

    fields = await walk.fields()
    return next(
        (
            n
            for n, f in enumerate(fields)
            if f.visible
            and f.enabled
            and f.tag == "input"
            and f.type in {"search", "text"}
            and (purpose_of(f) is Purpose.SEARCH or f.form_role == "search")
        ),
        None,
    )


# --- walking a route with real presses


def _find_hop(walk: Walk, hop: Hop, *, hidden: bool = False) -> Control | None:
    """Find the control of a hop on the present page: by address, then by what it says."""
    pool = [c for c in walk.now.controls if (c.visible or hidden) and c.area != "dialog" or c.visible]
    if hop.kind == "product":
        for card in cards_in_order(walk.now):
            if hop.label and (named(hop.label, card.name) or named(card.name, hop.label)):
                target = card_target(walk.now, card, walk.language)
                if target and (not hop.key or not _real(target) or address_key(target.href) == hop.key):
                    return target
    by_key = [c for c in pool if hop.key and _real(c) and address_key(c.href) == hop.key and c.enabled]
    said = [c for c in by_key if c.said] or by_key
    if said:
        return min(said, key=lambda c: (c.area == "footer", c.said != hop.label, c.box.y))
    if not hop.label:
        return next((c for c in pool if hop.selector and not hop.key and c.selector == hop.selector), None)
    by_label = [c for c in pool if c.said == hop.label or (hop.kind == "product" and named(hop.label, c.said))]
    return by_label[0] if by_label else None


async def reach(walk: Walk, found: Found) -> bool:
    """Walk a route with real presses from home, opening menus where needed; true where the product's page was reached."""
    for position, hop in enumerate(found.route):
        kind = "product" if position == len(found.route) - 1 else hop.kind
        if not await _take(walk, hop, kind):
            return False
    if not found.route:
        await walk.step("product", page=PageKind.PRODUCT)
    return True


async def _take(walk: Walk, hop: Hop, kind: str) -> bool:
    if hop.kind == "search":
        clicks = await search_for(walk, hop.query)
        if clicks:
            await walk.step("search", clicks=clicks, page=PageKind.SEARCH)
        return bool(clicks)
    control = _find_hop(walk, hop)
    opened = 0
    if control is None:
        control, opened = await _uncover(walk, hop)
    if control is None:
        return False
    before = walk.now
    press = await walk.press(control)
    await walk.look()
    await walk.clear(own=True)
    same = address_key(walk.now.url) == address_key(before.url) and walk.now.text == before.text
    if not press.done or (same and len(walk.now.visible) == len(before.visible)):
        walk.note("find", kind, (), control, worked=False, why=press.note or "nothing changed")
        return False
    walk.note("find", kind, (), control, worked=True, counted=1 + opened, ms=press.ms)
    page = PageKind.PRODUCT if kind == "product" else PageKind.CATEGORY
    await walk.step(kind, press=press, control=control, clicks=1 + opened, page=page)
    return True


async def _uncover(walk: Walk, hop: Hop) -> tuple[Control | None, int]:
    """Bring a hidden entry into view: by scrolling an endless list, by resting on its menu, by opening menus."""
    if hop.kind == "product":
        for _page in range(3):
            await walk.tab.page.mouse.wheel(0, 6000)
            await walk.tab.settle(3, 400)
            await walk.look()
            control = _find_hop(walk, hop)
            if control:
                return control, 0
    if not walk.tab.touch:
        parents = [
            c for c in walk.now.visible if c.area in {"nav", "header"} and (c.popup or c.text) and c.box.height < 120
        ][:14]
        hidden = _find_hop(walk, hop, hidden=True)
        if hidden is not None:
            parents.sort(key=lambda c: abs(c.box.x - hidden.box.x))
            for parent in parents[:8]:
                if await walk.tab.hover(parent):
                    await walk.look()
                    control = _find_hop(walk, hop)
                    if control:
                        return control, 0
    opened = 0
    tried: set[tuple[str, str, str]] = set()
    shown: set[tuple[str, str, str]] = set()
    for _depth in range(5):
        menus = [m for m in menu_candidates(walk) if m.control.same not in tried]
        inside = [
            c
            for c in walk.now.visible
            if opened
            and re.search(r"\w{2}", c.said)
            and (c.popup or c.expanded == "false" or not _real(c))
            and (c.layer >= 0 or c.same not in shown)
            and c.same not in tried
            and not c.submits
            and c.tag not in {"input", "select"}
            and not any(
                matches(c, intent, walk.language) >= 0.6
                for intent in ("close_layer", "search", "log_in", "cart", "account")
            )
        ]
        order = ([*_ranked_inside(inside, hop)] if opened else []) + [m.control for m in menus]
        if not order:
            break
        menu = order[0]
        tried.add(menu.same)
        before = {c.same for c in walk.now.visible}
        shown = shown or before
        if not (await walk.press(menu)).done:
            continue
        await walk.look()
        control = _find_hop(walk, hop)
        if control:
            return control, opened + 1
        if {c.same for c in walk.now.visible} - before:
            opened += 1
    return None, 0


def _ranked_inside(inside: list[Control], hop: Hop) -> list[Control]:
    return sorted(inside, key=lambda c: (not named(c.said, hop.label), c.box.y))


def reroute(found: Found, route: tuple[Hop, ...]) -> Found:
    """Give the same product with another way to it."""
    return replace(found, route=route)
