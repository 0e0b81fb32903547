"""Chooses what must be chosen before a product is added: what opens the choices, needed ones, one more at a time."""

from __future__ import annotations

import asyncio
import time

from auditor.collect.journey.choices import Group, open_choices
from auditor.collect.journey.measures import least_numbers
from auditor.collect.journey.options import options_here, still_asleep
from auditor.collect.journey.product import add_controls, read_product, says_so
from auditor.collect.journey.rank import matches, strength
from auditor.collect.journey.walk import LOOK_AGAIN_S, Walk
from auditor.collect.page.seen import Control
from auditor.collect.page.tab import LATE_S
from auditor.vocabulary import load_vocabulary

__all__ = ["choose", "choose_more", "choose_required", "show_choices"]

SYNTHETIC_TEXT = "Testi"
SURE = 0.7
MOST_GROUPS = 8


async def show_choices(walk: Walk, product: str) -> int:
    """Press what only opens the choices, where nothing on the page adds the product yet; gives the clicks it took."""
    reading = read_product(walk.now, walk.language, product)
    named = any(says_so(one.control, walk.language) for one in (*reading.add, *reading.buy_now))
    openers = [] if named else [one for one in walk.now.visible if _asks_to_choose(walk, one)]
    if not openers or any(not one.chosen for one in await options_here(walk, openers[0])):
        return 0  # what is to be chosen stands here already
    known = {one.same for one in walk.now.visible}
    if not (await walk.press(openers[0])).done:
        return 0
    await walk.look()
    opened = any(one.same not in known for one in walk.now.visible)
    walk.note("options", "choices", (), openers[0], worked=opened, counted=int(opened), why="it opens the choices")
    return int(opened)


def _asks_to_choose(walk: Walk, control: Control) -> bool:
    plain = control.tag == "button" or control.role == "button"
    here = plain and control.enabled and control.card < 0 and control.area not in {"header", "nav", "footer"}
    return here and strength("choose_hint", control.said, walk.language) >= SURE


async def choose_required(walk: Walk, product: str, chosen: dict[str, int]) -> int:
    """Choose what the page itself marks as needed, and what that wakes; gives the clicks it took."""
    clicks = 0
    for _group in range(MOST_GROUPS):
        needed = (one for one in await _groups(walk, product) if one.required and one.key not in chosen)
        if (group := next(needed, None)) is None:
            break
        clicks += max(0, await choose(walk, group))
        chosen[group.key] = 0
        await _let_it_wake(walk, product, chosen)
    return clicks


async def choose_more(walk: Walk, product: str, chosen: dict[str, int]) -> int:
    """Choose one more thing: an open group first, then one that only looks chosen, then an earlier one otherwise."""
    await walk.look()
    groups = await _groups(walk, product)
    order = [
        *(g for g in groups if not g.chosen and g.key not in chosen),
        *(g for g in groups if g.chosen and g.key not in chosen and g.kind != "select"),
    ]
    for group in order:
        gained = await choose(walk, group)
        chosen[group.key] = 0
        await _let_it_wake(walk, product, chosen)
        if gained >= 0:
            return gained
    for group in groups:
        if group.key in chosen and group.kind != "text":
            chosen[group.key] += 1
            if await choose(walk, group, chosen[group.key]) >= 0:
                await _let_it_wake(walk, product, chosen)
                await _choose_below_again(walk, product, group, chosen)
                return 0
    return -1


async def _groups(walk: Walk, product: str) -> tuple[Group, ...]:
    controls, _usable = add_controls(walk.now, walk.language, product)
    return await options_here(walk, controls[0] if controls else None)


async def _let_it_wake(walk: Walk, product: str, chosen: dict[str, int]) -> None:
    """Look until what a choice wakes is awake, at most LATE_S seconds: a server may bring the next choices late."""
    end = time.monotonic() + LATE_S
    await walk.look()
    while await _sleeps(walk, product, chosen) and time.monotonic() < end:
        await asyncio.sleep(LOOK_AGAIN_S)
        await walk.look()


async def _sleeps(walk: Walk, product: str, chosen: dict[str, int]) -> bool:
    """Tell whether neither the add control nor anything more to choose can be pressed, as far as that may change."""
    controls, usable = add_controls(walk.now, walk.language, product)
    add = controls[0] if controls else None
    if add and matches(add, "out_of_stock", walk.language):
        return False
    listed = await still_asleep(walk, add)
    more = (one for one in await options_here(walk, add) if not one.chosen and one.key not in chosen)
    kinds = {one.kind for one in more if _is_open(one, walk.language)}
    return bool(not kinds - {"swatch"} if listed else not (usable or kinds))


def _is_open(group: Group, language: str) -> bool:
    if group.typed:
        return group.required or group.kind == "number"
    return group.kind == "listbox" or bool(open_choices(group, language))


async def _choose_below_again(walk: Walk, product: str, changed: Group, chosen: dict[str, int]) -> None:
    """Choose again from the lists below one that was changed, where the change has emptied them: it costs no click."""
    for group in await _groups(walk, product):
        below = group.kind == "select" and group.required and group.top >= changed.top and group.key != changed.key
        if below and group.key in chosen and not add_controls(walk.now, walk.language, product)[1]:
            await choose(walk, group)
            chosen[group.key] = 0
            await _let_it_wake(walk, product, chosen)


async def choose(walk: Walk, group: Group, skip: int = 0) -> int:
    """Choose one thing; gives the clicks it counts, or -1 where nothing could be chosen."""
    if group.kind == "listbox":
        return await _choose_from_list(walk, group, skip)
    choices = open_choices(group, walk.language)
    if group.typed:
        return await _type(walk, group, skip)
    if len(choices) <= skip:
        return -1
    at = choices[skip]
    if group.kind == "select":
        done = await walk.tab.choose(group.fields[0][0], option=at)
    elif group.kind == "radio":
        done = await walk.tab.choose(group.fields[at][0])
    else:
        again = walk.again(group.controls[at])
        done = (await walk.tab.press(again)).done if again else False
    walk.presses += 1
    said = group.fields[0][1].label if group.fields else group.controls[at].said
    walk.note(
        "options",
        group.kind,
        (),
        None if group.fields else group.controls[at],
        worked=done,
        act="choose",
        why=f"{group.label or group.key}: choice {skip + 1} of {len(choices)} ({said[:40]})",
        counted=1 if done else 0,
    )
    return 1 if done else -1


async def _type(walk: Walk, group: Group, skip: int) -> int:
    """Type a text, or the least number that may do, the next one after each that did not; typing costs no click."""
    at, field = group.fields[0]
    text = SYNTHETIC_TEXT
    if group.kind == "number":
        numbers = least_numbers(field, walk.now.text)
        if skip > len(numbers):
            return -1
        text = numbers[min(skip, len(numbers) - 1)]
    done = await walk.tab.choose(at, text=text)
    walk.note("options", group.kind, (), None, worked=done, act="type", why=f"{group.label or group.key}: {text}")
    return 0 if done else -1


async def _choose_from_list(walk: Walk, group: Group, skip: int) -> int:
    """Open a home-made list and press one of the entries that came with it; as a select it counts one click."""
    opener = walk.again(group.controls[0])
    if opener is None or not (await walk.tab.press(opener)).done:
        return -1
    before = {c.same for c in walk.now.visible}
    await walk.look()
    entries = [
        c
        for c in walk.now.visible
        if c.same not in before
        and c.said
        and c.area == "main"
        and c.enabled
        and load_vocabulary().mentions("out_of_stock", c.said) is None
        and not strength("choose_hint", c.said, walk.language) >= 0.95
    ]
    done = len(entries) > skip and (await walk.tab.press(entries[skip])).done
    walk.presses += 2
    walk.note(
        "options",
        "listbox",
        (),
        entries[skip] if len(entries) > skip else opener,
        worked=done,
        act="choose",
        why=group.label,
        counted=1 if done else 0,
    )
    return 1 if done else -1
