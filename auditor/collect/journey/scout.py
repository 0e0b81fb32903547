"""The first leg: look for a product that can be bought, on home, through the shop's lists, by its search."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial

from auditor.collect.journey.cards import address_key, card_target, cards_in_order, leads_somewhere, picture_links
from auditor.collect.journey.claims import wants_login_first
from auditor.collect.journey.lists import category_candidates, menu_candidates, shows_goods, targets_of
from auditor.collect.journey.options import choices_needed, may_wake, waits_for_a_choice
from auditor.collect.journey.product import ProductReading, read_product
from auditor.collect.journey.rank import Ranked, matches
from auditor.collect.journey.reach import find_hop, follow
from auditor.collect.journey.route import Finds, Found, Hop
from auditor.collect.journey.search import search_for
from auditor.collect.journey.waiting import wait_for, wait_for_product
from auditor.collect.journey.walk import Walk
from auditor.collect.page.seen import Control, Seen
from auditor.vocabulary import load_vocabulary

__all__ = ["scout"]

PRODUCTS_LOOKED_AT = 6
LISTS_LOOKED_AT = 4
MOST_LISTS = 10
CATEGORIES_TRIED = 8
MENUS_TRIED = 3
INNER_TRIED = 4
FRESH_TRIED = 6
DEEPEST = 3
SCROLLS = 3
# From this score on a control surely leads to goods, so that they are waited for.
SURE_LIST = 8


@dataclass(frozen=True)
class _Lead:
    """A control that may lead to a list, and the route by which the walk came to see it."""

    route: tuple[Hop, ...]
    ranked: Ranked


async def _judge(walk: Walk, route: tuple[Hop, ...], finds: Finds, expected: str) -> ProductReading:
    """Look at the page the walk stands on as a product and remember it if it can be bought."""
    reading = read_product(walk.now, walk.language, expected)
    finds.looked += 1
    if reading.is_product and reading.sold_out:
        finds.sold_out += 1
        if await may_wake(walk, reading):
            finds.asleep.append(
                Found(route, reading, await choices_needed(walk, reading), walk.tab.page.url, sure=False)
            )
    elif reading.is_product and reading.price_hidden and not any(one.control.enabled for one in reading.add):
        finds.hidden += 1
        finds.behind_login += wants_login_first(walk.now.text)
    elif reading.is_product and (reading.add or reading.buy_now or reading.calculates):
        needed = await choices_needed(walk, reading)
        finds.good.append(Found(route, reading, needed, walk.tab.page.url, reading.sure))
    elif not reading.sold_out and await waits_for_a_choice(walk, reading):
        finds.asleep.append(Found(route, reading, await choices_needed(walk, reading), walk.tab.page.url, sure=False))
    why = f"{expected or reading.name}: {reading.score:.1f} ({'; '.join(reading.reasons)})"
    why += " sold out" if reading.sold_out else ""
    walk.note("find", "product", reading.add, None, worked=reading.is_product, act="look", why=why)
    return reading


async def _products_of(walk: Walk, route: tuple[Hop, ...], finds: Finds) -> None:
    """Look at the first products of the list the walk stands on, until one can be bought without choosing anything."""
    here = walk.tab.page.url
    tried = 0
    for name, target in await _targets_by_scrolling(walk, finds):
        if tried >= PRODUCTS_LOOKED_AT or finds.has_enough():
            break
        hop = _hop_to("product", name or target.said, target)
        key = hop.key or f"{here} {hop.label}"
        if key in finds.known:
            continue
        finds.known.add(key)
        tried += 1
        if await _stand_on(walk, hop, target) and await _look_through(walk, (*route, hop), finds, name):
            return
        if tried < PRODUCTS_LOOKED_AT and not finds.has_enough() and not hop.href:
            await walk.go(here)


async def _targets_by_scrolling(walk: Walk, finds: Finds) -> list[tuple[str, Control]]:
    """List the products of a page, scrolling where none shows yet; counts those that are marked as sold out instead."""
    targets = targets_of(walk)
    for _scroll in range(SCROLLS):
        if targets:
            return targets
        await walk.scroll_on()
        targets = targets_of(walk)
    if not targets:
        sold = load_vocabulary().mentions
        cards = [card for card in walk.now.cards if sold("out_of_stock", card.text)]
        links = [link for link in picture_links(walk.now) if sold("out_of_stock", link.said)]
        finds.sold_out += max(len(cards), len(links))
    return targets


def _hop_to(kind: str, label: str, control: Control) -> Hop:
    """Note a control as a hop: by its address where it has one of its own."""
    if leads_somewhere(control):
        return Hop(kind, label, address_key(control.href), control.href)
    return Hop(kind, label, "")


async def _stand_on(walk: Walk, hop: Hop, target: Control) -> bool:
    """Go to a product, by its address where it has one, else by a press, and wait until it is drawn."""
    if hop.href:
        done = not await walk.go(hop.href)
    else:
        await wait_for(walk, lambda: walk.again(target))
        again = walk.again(target)
        done = again is not None and (await follow(walk, again))[0].done
    if done:
        await wait_for_product(walk, hop.label)
    return done


async def _look_through(walk: Walk, route: tuple[Hop, ...], finds: Finds, name: str) -> bool:
    """Judge what a product's link led to, be it a quick view or one more list; true where that list was enough."""
    hop = route[-1]
    reading = await _judge(walk, route, finds, name)
    if reading.is_product:
        return False
    if not reading.add and not hop.href:
        await _one_more(walk, route, finds, name)
    if len(cards_in_order(walk.now)) < 2 or len(route) > DEEPEST:
        return False
    finds.lists.append(walk.tab.page.url)
    await _products_of(walk, (*route[:-1], replace(hop, kind="category")), finds)
    return bool(finds.good)


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

    The walk stands on home when it begins; nothing is added to a cart here. Addresses in ``skip`` are not looked at
    again.
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
    if not shows_goods(walk) and not any(one.score >= SURE_LIST for one in category_candidates(walk, walk.now)):
        await wait_for(walk, lambda: shows_goods(walk))
    listing = _lists_products(walk)
    if not listing and await _home_itself(walk, finds):
        return finds
    await _products_of(walk, (), finds)
    if finds.good:
        return finds
    await walk.go(walk.home)
    home = walk.now
    if listing and not skip and await _home_itself(walk, finds):
        return finds
    await _through_lists(walk, finds)
    finds.good = [_shorter(home, found) for found in finds.good]
    if not finds.good:
        await _through_search(walk, finds)
    return finds


def _lists_products(walk: Walk) -> bool:
    """Tell whether a product on home leads to a page of its own, so that home is hardly a product's page itself."""
    targets = (card_target(walk.now, card, walk.language) for card in cards_in_order(walk.now))
    here = address_key(walk.now.url)
    return any(one and leads_somewhere(one) and address_key(one.href) != here for one in targets)


async def _home_itself(walk: Walk, finds: Finds) -> bool:
    """Judge home as the page of the one product that the shop sells."""
    if len(cards_in_order(walk.now)) < 3 and read_product(walk.now, walk.language).score >= 5:
        await _judge(walk, (), finds, "")
    return bool(finds.good)


async def _stand_at(walk: Walk, route: tuple[Hop, ...]) -> bool:
    """Go where a route leads: by address where its last hop has one, else by its presses from home."""
    if route and route[-1].href:
        return not await walk.go(route[-1].href)
    if await walk.go(walk.home):
        return False
    for hop in route:
        await wait_for(walk, partial(find_hop, walk, hop))
        control = find_hop(walk, hop)
        if control is None or not (await walk.press(control)).done:
            return False
        await walk.look()
    return True


def _shorter(home: Seen, found: Found) -> Found:
    """Leave out lists that are passed only on the way to a list which home's own menus lead to."""
    for position in range(len(found.route) - 2, 0, -1):
        hop = found.route[position]
        if hop.kind == "category" and hop.key and any(_is_entry(c, hop.key) for c in home.controls):
            return replace(found, route=found.route[position:])
    return found


def _is_entry(control: Control, key: str) -> bool:
    """Tell whether a control of home leads to an address, be it inside a menu that is still closed."""
    shown = control.visible or control.area in {"header", "nav", "dialog"}
    return shown and leads_somewhere(control) and address_key(control.href) == key


async def _through_lists(walk: Walk, finds: Finds) -> None:
    """Follow what looks like the shop's lists; a menu that must be opened first is one press of the route."""
    todo = [_Lead((), one) for one in category_candidates(walk, walk.now)[:CATEGORIES_TRIED]]
    todo += [_Lead((), one) for one in menu_candidates(walk)[:MENUS_TRIED]]
    lists = 0
    while todo and lists < (LISTS_LOOKED_AT if finds.good else MOST_LISTS) and not finds.has_enough():
        lead = todo.pop(0)
        control = lead.ranked.control
        key = address_key(control.href) if leads_somewhere(control) else f"list {control.same}"
        if key in finds.known:
            continue
        finds.known.add(key)
        lists += 1
        todo = await _follow(walk, lead, todo, finds)


async def _follow(walk: Walk, lead: _Lead, todo: list[_Lead], finds: Finds) -> list[_Lead]:
    """Look at one list, or open one menu; gives what is to be followed next."""
    control = lead.ranked.control
    hop = replace(_hop_to("category", control.said, control), selector=control.selector)
    before, problem = await _take_lead(walk, lead, hop)
    if not problem and lead.ranked.score >= SURE_LIST:
        await wait_for(walk, lambda: shows_goods(walk))
    cards = () if problem else cards_in_order(walk.now)
    has_products = not problem and shows_goods(walk)
    walk.note("find", "category", (lead.ranked,), control, worked=has_products, why=problem)
    if problem:
        return todo
    route = (*lead.route, hop)
    if has_products:
        finds.lists.append(walk.tab.page.url)
        inner = [] if cards else [_Lead(route, one) for one in category_candidates(walk, walk.now)[:INNER_TRIED]]
        await _products_of(walk, route, finds)
        return todo + inner
    if len(route) > DEEPEST:
        return todo
    brought = (*category_candidates(walk, walk.now, before), *menu_candidates(walk))
    fresh = [_Lead(route, one) for one in brought if one.control.same not in before]
    return fresh[:FRESH_TRIED] + todo


async def _take_lead(walk: Walk, lead: _Lead, hop: Hop) -> tuple[set[tuple[str, str, str]], str]:
    """Go where a lead leads; gives what was visible before, and why it could not be taken or an empty text."""
    if hop.href:
        before = {c.same for c in walk.now.visible}
        return before, await walk.go(hop.href)
    standing = await _stand_at(walk, lead.route)
    before = {c.same for c in walk.now.visible}
    again = walk.again(lead.ranked.control) if standing else None
    if again is None or not (await walk.press(again)).done:
        return before, "it could not be pressed"
    await walk.look()
    return before, ""


async def _through_search(walk: Walk, finds: Finds) -> None:
    """Search for words the home page itself uses, when no list leads to products."""
    await walk.go(walk.home)
    words = re.findall(r"[^\W\d_]{5,14}", " ".join((*walk.now.headings, *walk.now.h1, walk.now.title)))[:3]
    for query in dict.fromkeys((*words, "a")):
        if await search_for(walk, query):
            await _products_of(walk, (Hop("search", query, "", "", query),), finds)
            if finds.good:
                return
        await walk.go(walk.home)
