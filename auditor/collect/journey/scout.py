"""The first leg: look for a product that can be bought, on home, through the shop's lists, by its search."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.collect.journey.cards import (
    address_key,
    cards_in_order,
    leads_somewhere,
    picture_links,
)
from auditor.collect.journey.lists import category_candidates, menu_candidates, targets_of
from auditor.collect.journey.options import option_groups
from auditor.collect.journey.product import ProductReading, read_product
from auditor.collect.journey.rank import Ranked, matches
from auditor.collect.journey.reach import find_hop
from auditor.collect.journey.route import Finds, Found, Hop
from auditor.collect.journey.search import search_for
from auditor.collect.journey.walk import Walk
from auditor.collect.seen import Seen
from auditor.vocabulary import load_vocabulary

__all__ = ["scout"]

PRODUCTS_LOOKED_AT = 6
LISTS_LOOKED_AT = 4
MENUS_TRIED = 3


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
    targets = targets_of(walk)
    for _scroll in range(3):
        if targets:
            break
        await walk.tab.page.mouse.wheel(0, 6000)
        await walk.tab.settle(3, 400)
        await walk.look()
        targets = targets_of(walk)
    if not targets:
        marked = [c for c in walk.now.cards if load_vocabulary().mentions("out_of_stock", c.text)]
        links = [c for c in picture_links(walk.now) if load_vocabulary().mentions("out_of_stock", c.said)]
        finds.sold_out += max(len(marked), len(links))
    tried = 0
    for name, target in targets:
        if tried >= PRODUCTS_LOOKED_AT or (finds.good and finds.good[-1].enough):
            break
        key = address_key(target.href) if leads_somewhere(target) else f"{here} {name or target.said}"
        if key in finds.known:
            continue
        finds.known.add(key)
        tried += 1
        hop = Hop(
            "product",
            name or target.said,
            address_key(target.href) if leads_somewhere(target) else "",
            target.href if leads_somewhere(target) else "",
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


async def _one_more(walk: Walk, route: tuple[Hop, ...], finds: Finds, name: str) -> None:
    """Go on from a quick view or a list of variants to the product itself."""
    inner = next(
        (c for c in walk.now.visible if matches(c, "view_product", walk.language) >= 0.9 and c.layer >= 0), None
    )
    if inner and (await walk.press(inner)).done:
        await walk.look()
        await _judge(walk, (*route, Hop("product", inner.said, address_key(inner.href), inner.href)), finds, name)


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


async def _stand_at(walk: Walk, route: tuple[Hop, ...]) -> bool:
    """Go where a route leads: by address where its last hop has one, else by its presses from home."""
    if route and route[-1].href:
        return not await walk.go(route[-1].href)
    if await walk.go(walk.home):
        return False
    for hop in route:
        control = find_hop(walk, hop)
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
        key = address_key(control.href) if leads_somewhere(control) else f"list {control.same}"
        if key in finds.known:
            continue
        finds.known.add(key)
        hop = Hop(
            "category",
            control.said,
            address_key(control.href) if leads_somewhere(control) else "",
            control.href if leads_somewhere(control) else "",
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
