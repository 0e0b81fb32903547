"""Fills in a step of checkout as a made-up customer, field by field and at a human pace."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from babel import Locale
from playwright.async_api import ElementHandle, Error

from auditor.collect.journey.deep_view import DeepView, look_behind, of_the_shop, plain
from auditor.collect.journey.door_reading import signature
from auditor.collect.journey.field_groups import GroupKind
from auditor.collect.journey.walk import Walk
from auditor.model import Field
from auditor.vocabulary.checkout import EMAIL, Customer, customer_of, says
from auditor.vocabulary.fields import Purpose, purpose_of

__all__ = ["TYPED", "Typing", "fill_in", "untick"]

# Forms that come back within seconds are taken for a robot's. The pauses of one walk add up to no more than the bound.
BETWEEN_FIELDS_S, A_KEY_MS, ALL_PAUSES_S = 0.25, 12, 20.0
PRESS_MS = 2500
SETTLE_S = 1.2
MOST_FIELDS = 45
TYPED = frozenset({"text", "email", "tel", "textarea", "number", "search", "url"})
COUNTRIES = ("FI", "SE", "NO", "DK", "EE", "DE", "GB", "US")
LANGUAGES = ("en", "fi", "sv", "de", "nb", "da", "et")
NEVER_TICKED = frozenset({Purpose.TERMS, Purpose.NEWSLETTER, Purpose.CREATE_ACCOUNT})
_OPTIONS = "e => [...e.options].map(o => [o.value, o.textContent.trim(), o.disabled])"
_CHOSEN = "e => e.selectedIndex"


@dataclass
class Typing:
    """The customer who types, what was filled on this step, and the pauses of the whole walk, in seconds."""

    customer: Customer
    known: frozenset[str]
    paused: float = 0.0
    filled: list[str] = field(default_factory=list)
    done: set[str] = field(default_factory=set)

    async def pause(self, seconds: float) -> None:
        """Wait as a person would, as long as the bound of all pauses allows."""
        wait = max(0.0, min(seconds, ALL_PAUSES_S - self.paused))
        self.paused += wait
        await asyncio.sleep(wait)


async def fill_in(walk: Walk, typing: Typing, view: DeepView) -> DeepView:
    """Fill in every field that a made-up customer can answer; gives the view as it stands then.

    A country is chosen first, because the other fields depend on it. Fields that come up meanwhile are filled as well.
    """
    for _turn in range(MOST_FIELDS):
        todo = next(_todo(walk, typing, view), None)
        if todo is None:
            break
        number, one, key = todo
        typing.done.add(key)
        walk.check_time()
        if await _answer(walk, typing, number, one):
            typing.filled.append(_named(one, view))
            await typing.pause(BETWEEN_FIELDS_S)
        fields = await walk.fields()
        same = [signature(f) for f in fields] == [signature(f) for f in view.fields]
        view = replace(view, fields=fields) if same else await look_behind(walk, typing.known)
    return view


def _named(one: Field, view: DeepView) -> str:
    purpose = purpose_of(one)
    if purpose is Purpose.OTHER:
        return "delivery" if one.name in view.delivery_groups else plain(one.label)[:40]
    return purpose.value


async def untick(walk: Walk, typing: Typing, view: DeepView) -> DeepView:
    """Untick what would open an account or subscribe to something."""
    for number, one in enumerate(view.fields):
        if _opens(one) and one.visible and await walk.tab.choose(number):
            view = await look_behind(walk, typing.known)
    return view


def _opens(one: Field) -> bool:
    return one.type == "checkbox" and one.checked and purpose_of(one) in {Purpose.NEWSLETTER, Purpose.CREATE_ACCOUNT}


def _todo(walk: Walk, typing: Typing, view: DeepView) -> Iterator[tuple[int, Field, str]]:
    """List what is still to be answered, countries first, then in the order of the page."""
    apart = {
        number
        for group in view.reading.groups
        if group.kind in {GroupKind.LOGIN, GroupKind.REGISTER, GroupKind.MIXED}
        for number, _one in group.fields
    }
    seen: Counter[str] = Counter()
    found = []
    for number, one in enumerate(view.fields):
        base = f"{one.frame}|{one.form}|{signature(one)}|{one.value}"
        seen[base] += 1
        key = f"{base}|{seen[base]}"
        beside = one not in view.shown or number in apart or signature(one) in typing.known
        if key in typing.done or not (one.visible and one.enabled) or beside or not of_the_shop(walk, one.frame):
            continue
        if _can_answer(one, view):
            found.append((number, one, key))
    yield from sorted(found, key=lambda one: purpose_of(one[1]) is not Purpose.COUNTRY)


def _can_answer(one: Field, view: DeepView) -> bool:
    purpose = purpose_of(one)
    if one.type == "radio":
        return _should_choose(one, view)
    if one.type == "checkbox":
        return one.required and not one.checked and purpose not in NEVER_TICKED
    if one.tag == "select":
        return purpose in {Purpose.COUNTRY, Purpose.REGION} or one.required
    return one.type in TYPED and bool(_text(one, customer_of("GB"), view.fields))


def _should_choose(one: Field, view: DeepView) -> bool:
    """Choose a delivery where none is chosen, or the first of another group that must be answered; never a payment."""
    group = [f for f in view.fields if f.type == "radio" and f.name == one.name and f.form == one.form]
    first = next(f for f in group if f.visible and f.enabled)
    if view.payments or any(f.checked for f in group) or first != one:
        return False
    return (one.name or "loose") in view.delivery_groups or any(f.required for f in group)


async def _answer(walk: Walk, typing: Typing, number: int, one: Field) -> bool:
    if one.type in {"radio", "checkbox"}:
        return await walk.tab.choose(number)
    frame, place = walk.tab.places[number]
    try:
        found = (await frame.evaluate_handle("i => window.__cxFields && window.__cxFields[i]", place)).as_element()
        if found is None:
            return False
        if one.tag == "select":
            answered = await _select(typing, one, found)
        else:
            await _type(found, _text(one, typing.customer, (await walk.tab.fields())[0]))
            answered = True
    except Error:
        return False
    await walk.tab.settle(SETTLE_S, 150)
    return answered


async def _type(found: ElementHandle, text: str) -> None:
    await found.fill("", timeout=PRESS_MS)
    await found.type(text, delay=A_KEY_MS, timeout=PRESS_MS * 2)
    await found.evaluate("e => e.blur()")


async def _select(typing: Typing, one: Field, found: ElementHandle) -> bool:
    options = [(str(value), str(text), bool(off)) for value, text, off in await found.evaluate(_OPTIONS)]
    chosen = int(await found.evaluate(_CHOSEN))
    if purpose_of(one) is Purpose.COUNTRY:
        wanted = _country(typing, options, chosen)
    else:
        wanted = _region(typing, one, options, chosen)
    if wanted is None or wanted == chosen:
        return wanted is not None
    await found.select_option(index=wanted, timeout=PRESS_MS)
    return True


def _country(typing: Typing, options: list[tuple[str, str, bool]], chosen: int) -> int | None:
    """Keep the shop's own choice where a customer of it is known, else take the customer's country, else any known."""
    codes = {number: code for number, one in enumerate(options) if (code := _code_of(one[0], one[1])) and not one[2]}
    if chosen not in codes:
        at = {code: number for number, code in reversed(codes.items())}
        chosen = next((at[code] for code in (typing.customer.country, *COUNTRIES) if code in at), -1)
    if chosen not in codes:
        return None
    typing.customer = customer_of(codes[chosen])
    return chosen


def _region(typing: Typing, one: Field, options: list[tuple[str, str, bool]], chosen: int) -> int | None:
    real = [number for number, (value, text, off) in enumerate(options) if value not in {"", "0"} and text and not off]
    if purpose_of(one) is Purpose.REGION:
        names = {name.casefold() for name in typing.customer.regions}
        named = next((number for number in real if options[number][1].casefold() in names), None)
        if named is not None:
            return named
    return chosen if chosen in real else next(iter(real), None)


@cache
def _code_of(value: str, text: str) -> str:
    """Tell which of the known countries an option means, by its code or by its name in any of the seven languages."""
    if value.upper() in COUNTRIES:
        return value.upper()
    said = text.casefold()
    return next((code for code in COUNTRIES if said in _names(code)), "")


@cache
def _names(code: str) -> frozenset[str]:
    return frozenset(Locale.parse(language).territories[code].casefold() for language in LANGUAGES)


def _text(one: Field, customer: Customer, fields: tuple[Field, ...]) -> str:
    """Say what the customer types into a field, or nothing where it stays empty."""
    purpose = purpose_of(one)
    if purpose is Purpose.STREET:
        return _street(one, customer, fields)
    if purpose is Purpose.COMPANY:
        return customer.family if one.required else ""
    return {
        Purpose.EMAIL: EMAIL,
        Purpose.EMAIL_AGAIN: EMAIL,
        Purpose.PHONE: customer.phone,
        Purpose.GIVEN_NAME: customer.given,
        Purpose.FAMILY_NAME: customer.family,
        Purpose.FULL_NAME: customer.name,
        Purpose.POSTCODE: customer.postcode,
        Purpose.CITY: customer.city,
        Purpose.REGION: customer.regions[0],
        Purpose.COUNTRY: str(Locale.parse("en").territories[customer.country]),
    }.get(purpose, "")


def _street(one: Field, customer: Customer, fields: tuple[Field, ...]) -> str:
    named = f"{one.name} {one.id} {one.label} {one.placeholder} {one.autocomplete}"
    if says("house_number", named):
        return customer.number
    if says("second_line", named):
        return customer.number if one.required else ""
    apart = any(says("house_number", f"{f.name} {f.id} {f.label}") and f.visible for f in fields if f.form == one.form)
    return customer.street if apart else customer.address
