"""The last leg: from the cart to the door of checkout, and whether a guest may pass it; then nothing is sent any more."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass

from playwright.async_api import Error

from auditor.collect.guard import Phase
from auditor.collect.journey.door_reading import DoorReading, GroupKind, read_door, signature
from auditor.collect.journey.proof import CartView
from auditor.collect.journey.rank import Ranked, matches, rank
from auditor.collect.journey.walk import Walk
from auditor.collect.seen import Control, Seen
from auditor.model import (
    Basis,
    Confidence,
    Door,
    DoorKind,
    Evidence,
    Field,
    GuestValue,
    JourneyOutcome,
    PageKind,
)
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import Purpose, purpose_of

__all__ = ["AtDoor", "go_to_checkout", "read_the_door"]

TRIES = 5
ONWARD = 2
_GUEST_STEM = re.compile(r"\b(?:guest|gäst|gast|gjest|gæst|vieraa?n|kertaosta|külali)\w*", re.I)
_MINIMUM = re.compile(
    r"(?:minimum|minimi|minimaal\w*|vähimmäis|pienin|minsta|lägsta|mindste?|minste|mindest)[\s-]?\w{0,12}[\s-]{0,3}"
    r"(?:order|purchase|spend|tilau\w*|osto\w*|beställ\w*|köp|bestell\w*|bestill\w*|ordre\w*|tellimu\w*|summa)",
    re.I,
)
_EXPRESS = re.compile(r"paypal|apple ?pay|google ?pay|g ?pay|shop ?pay|klarna|vipps|mobilepay|amazon pay", re.I)


@dataclass(frozen=True)
class AtDoor:
    """Where the way from the cart ended: at a door, or at an outcome with its reason."""

    reached: bool
    outcome: JourneyOutcome = JourneyOutcome.CHECKOUT_NOT_FOUND
    why: str = ""


async def _reading(walk: Walk, known: frozenset[str] = frozenset()) -> tuple[DoorReading, tuple[Field, ...]]:
    fields = await walk.fields()
    return read_door(walk.now, fields, walk.language, known), fields


def _strong(reading: DoorReading) -> bool:
    """Tell a door from a cart page with an estimator or a header with a login box."""
    form = reading.open_form
    if form:
        asked = form.purposes
        return Purpose.EMAIL in asked or bool(
            asked & {Purpose.STREET, Purpose.GIVEN_NAME, Purpose.FULL_NAME, Purpose.FAMILY_NAME}
        )
    return bool(reading.of(GroupKind.MIXED, GroupKind.REGISTER, GroupKind.LOGIN, GroupKind.EMAIL)) or bool(
        reading.guest
    )


async def go_to_checkout(walk: Walk, view: CartView | None, before_fields: frozenset[str]) -> AtDoor:
    """Press the way to checkout until a door stands there; look-alikes that do nothing are passed over."""
    if view and view.kind == "page":
        reading, _fields = await _reading(walk, before_fields)
        if reading.open_form and _strong(reading):
            walk.note("checkout", "checkout", (), None, worked=True, act="look", why="cart and checkout are one page")
            await walk.step("door", page=PageKind.CHECKOUT)
            return AtDoor(True)
    tried: set[tuple[str, str, str]] = set()
    why = "no control leads to checkout"
    ticked = False
    opened = 0
    walk.everywhere = frozenset((c.said, c.href) for c in walk.now.visible)
    for _attempt in range(TRIES):
        pool = _pool(walk, view)
        ranked = tuple(r for r in rank("checkout", pool, walk.language) if r.control.same not in tried)
        gone = view is not None and view.kind == "layer" and not opened and not _still_open(walk, view)
        if gone and not any(r.score >= 9 for r in ranked) and await _open_again(walk):
            opened, view, tried = 1, CartView("page", (), ()), set()
            continue
        if not ranked and view is not None:
            ranked = tuple(r for r in _main_actions(pool, walk.language) if r.control.same not in tried)
            if not ranked and view.kind == "layer" and not opened and await _open_again(walk):
                opened, view, tried = 1, CartView("page", (), ()), set()
                continue
        usable = tuple(r for r in ranked if r.control.enabled)
        if not usable:
            blocked = _blocked_by(walk.now, ranked)
            if not ticked and (ranked or why != "no control leads to checkout") and await _accept_terms(walk):
                ticked, tried = True, set()
                continue
            return AtDoor(False, *blocked) if blocked else AtDoor(False, why=why)
        control = usable[0].control
        tried.add(control.same)
        known = before_fields | frozenset(signature(f) for f in await walk.fields() if f.visible)
        before = walk.now
        press = await walk.press(control)
        if not press.done:
            why = press.note
            walk.note("checkout", "checkout", ranked, control, worked=False, why=press.note)
            continue
        reading = await _wait_for_door(walk, before, known)
        if reading is not None:
            walk.note(
                "checkout",
                "checkout",
                ranked,
                control,
                worked=True,
                counted=1,
                ms=press.ms,
                why="a form, a chooser or a login stands there",
            )
            await walk.step(
                "door", press=press, control=control, clicks=1 + opened + (1 if ticked else 0), page=PageKind.CHECKOUT
            )
            return AtDoor(True)
        moved = walk.now.url != before.url or walk.now.text != before.text
        if walk.tab.status and walk.tab.status >= 500:
            return AtDoor(False, JourneyOutcome.SITE_ERROR, f"the shop answered {walk.tab.status} at checkout")
        blocked = _blocked_by(walk.now, ())
        walk.note(
            "checkout", "checkout", ranked, control, worked=False, why="no door came" if moved else "nothing changed"
        )
        why = "the control leads to no form, chooser or login" if moved else "the control does nothing"
        if blocked:
            return AtDoor(False, *blocked)
        if moved and walk.now.url.split("#")[0] != before.url.split("#")[0]:
            onward = await _onward(walk, known)
            if onward is not None:
                await walk.step(
                    "door", press=press, control=control, clicks=1 + opened + onward, page=PageKind.CHECKOUT
                )
                return AtDoor(True)
            view = None
    return AtDoor(False, why=why)


def _still_open(walk: Walk, view: CartView) -> bool:
    return view.layer is not None and any(one.selector == view.layer.selector for one in walk.now.layers)


async def _open_again(walk: Walk) -> bool:
    """Open the cart by its control, where the layer that showed it has closed itself or holds no way on."""
    from auditor.collect.journey.cart import cart_candidates

    ranked = cart_candidates(walk)
    if not ranked or not (await walk.press(ranked[0].control)).done:
        return False
    await walk.look()
    walk.note("checkout", "cart", ranked, ranked[0].control, worked=True, counted=1, why="the cart had closed itself")
    return True


def _pool(walk: Walk, view: CartView | None) -> tuple[Control, ...]:
    if view and view.kind == "layer" and view.layer:
        again = next((l for l in walk.now.layers if l.selector == view.layer.selector), None)
        if again:
            inside = tuple(
                c
                for c in walk.now.visible
                if c.layer == again.index
                or (
                    again.box.x - 2 <= c.box.x < again.box.x + again.box.width
                    and again.box.y - 2 <= c.box.y < again.box.y + again.box.height
                    and c.layer >= 0
                )
            )
            if inside:
                return inside
    return walk.now.visible


_NOT_ONWARD = (
    "continue_shopping",
    "remove_line",
    "empty_all",
    "wishlist",
    "search",
    "newsletter",
    "close_layer",
    "add_to_cart",
    "menu_open",
    "chat",
    "log_in",
    "create_account",
    "accept_cookies",
    "reject_cookies",
    "shop_category",
    "home",
    "contact",
    "returns",
    "terms",
    "delivery",
    "chat",
    "cart",
)


def _main_actions(pool: tuple[Control, ...], language: str) -> list[Ranked]:
    """Weigh the buttons of a cart whose words are not known: large ones that do nothing else that is known."""
    found = []
    for control in pool:
        button = (
            control.tag == "button"
            or control.role == "button"
            or control.type in {"submit", "button"}
            or (control.kind == "pointer" and control.text)
            or control.tag == "a"
        )
        if (
            not button
            or control.area in {"header", "nav", "footer"}
            or control.card >= 0
            and control.layer < 0
            or control.box.width < 70
            or not re.search(r"\w{3}", control.said)
        ):
            continue
        if any(
            matches(control, intent, language) >= 0.55
            for intent in (_NOT_ONWARD if control.tag == "a" else _NOT_ONWARD[:10])
        ) or _EXPRESS.search(control.said):
            continue
        if re.search(
            r"coupon|voucher|update|qty|quantity|promo|apply|remove|delete|clear|minus|plus",
            f"{control.tokens} {control.name}",
            re.I,
        ):
            continue
        size = min(4.0, control.box.width * control.box.height / 5000)
        found.append(
            Ranked(
                control,
                round((1.5 if control.tag == "button" else 0.5) + size, 2),
                ("a main button of the cart, its words are not known",),
            )
        )
    return sorted(found, key=lambda one: -one.score)[:3]


async def _wait_for_door(walk: Walk, before: Seen, known: frozenset[str]) -> DoorReading | None:
    for attempt in range(12):
        await walk.look()
        reading, _fields = await _reading(walk, known)
        if reading.is_door and _strong(reading):
            return reading
        if attempt == 5 and walk.now.layers and await walk.clear():
            continue
        if attempt >= 6 and walk.now.text == before.text and not walk.tab.inflight:
            return None
        await asyncio.sleep(0.2)
    return None


async def _onward(walk: Walk, known: frozenset[str]) -> int | None:
    """Pass a page between cart and door (an offer, a choice of delivery) by its own way on; gives the presses it took."""
    for number in range(1, ONWARD + 1):
        ranked = (
            *rank("checkout", walk.now.visible, walk.language),
            *rank("newcomer", walk.now.visible, walk.language),
        )
        onward = next((r for r in ranked if r.control.enabled), None)
        if onward is None:
            return None
        before = walk.now
        press = await walk.press(onward.control)
        reading = await _wait_for_door(walk, before, known) if press.done else None
        walk.note("checkout", "onward", ranked, onward.control, worked=reading is not None, counted=1, why=press.note)
        if reading:
            return number
    return None


def _blocked_by(seen: Seen, ranked: tuple[Ranked, ...]) -> tuple[JourneyOutcome, str] | None:
    hit = _MINIMUM.search(seen.text)
    said = load_vocabulary().mentions("minimum_order", seen.text) or (hit.group(0) if hit else None)
    if said and (not ranked or not ranked[0].control.enabled):
        return JourneyOutcome.MINIMUM_ORDER, f'the shop asks for a minimum order ("{said}")'
    return None


async def _accept_terms(walk: Walk) -> bool:
    """Tick the terms where checkout cannot be pressed without it."""
    fields = await walk.fields()
    number = next(
        (
            n
            for n, f in enumerate(fields)
            if f.type == "checkbox" and f.visible and not f.checked and purpose_of(f) is Purpose.TERMS
        ),
        None,
    )
    if number is None or not await walk.tab.choose(number):
        return False
    walk.presses += 1
    await walk.look()
    return True


# --- who may pass


async def read_the_door(walk: Walk, known: frozenset[str] = frozenset()) -> Door:
    """Find out whether a guest may pass: the open form, a guest choice, an account that can be declined; one choice at most."""
    walk.guard.phase = Phase.CHOOSING
    url = walk.tab.page.url
    visit = walk.steps[-1].page
    reading, fields = await _reading(walk, known)
    door = await _decide(walk, reading, fields, url, visit)
    walk.freeze()
    return door


def _evidence(walk: Walk, visit: str | None, excerpt: str, selector: str = "") -> tuple[Evidence, ...]:
    last = walk.steps[-1]
    return (
        Evidence(
            page=visit or "",
            step=len(walk.steps) - 1,
            selector=selector,
            excerpt=excerpt[:200],
            screenshot=last.screenshot,
        ),
    )


async def _guest_step(walk: Walk, clicks: int, control: Control | None = None) -> str | None:
    await walk.step("guest_form", control=control, clicks=clicks, page=PageKind.CHECKOUT)
    return walk.steps[-1].page


async def _decide(walk: Walk, reading: DoorReading, fields: tuple[Field, ...], url: str, visit: str | None) -> Door:
    form = reading.open_form
    other_guest = next(
        (
            f
            for f in fields
            if f.type == "radio" and not f.checked and f.visible and f.enabled and _means_guest(walk, f.label)
        ),
        None,
    )
    chosen_guest = next(
        (f for f in fields if f.type == "radio" and f.checked and f.visible and _means_guest(walk, f.label)), None
    )
    secret = other_guest and any(f.type == "password" and f.visible and f.enabled and f.form == other_guest.form for f in fields)
    if form and other_guest and (secret or form.passwords):
        chooser = await _by_guest_control(walk, reading, url, visit, open_before=True)
        if chooser:
            return chooser
    if form:
        if reading.account and reading.account[1].checked:
            return await _opt_out(walk, reading, url, visit)
        optional = form.passwords or reading.account
        said = f"form with {', '.join(sorted(p.value for p in form.purposes))[:120]}; no password is demanded"
        await _guest_step(walk, 0)
        return Door(
            kind=DoorKind.GUEST_FORM,
            url=url,
            guest=GuestValue.GUEST,
            visit=visit,
            guest_visit=walk.steps[-1].page,
            confidence=Confidence.HIGH if optional or chosen_guest else Confidence.MEDIUM,
            basis=Basis.CHECKOUT if optional or chosen_guest else Basis.INFERRED,
            evidence=_evidence(walk, visit, said, form.fields[0][1].selector),
            reason="form-open",
        )
    email = reading.of(GroupKind.EMAIL)
    if chosen_guest and email:
        await _guest_step(walk, 0)
        return Door(
            kind=DoorKind.CHOOSER_WITH_GUEST,
            url=url,
            guest=GuestValue.GUEST,
            confidence=Confidence.HIGH,
            visit=visit,
            guest_visit=walk.steps[-1].page,
            guest_label=chosen_guest.label[:80],
            reason="guest-preselected",
            evidence=_evidence(walk, visit, chosen_guest.label, chosen_guest.selector),
        )
    mixed = reading.of(GroupKind.MIXED)
    chooser = await _by_guest_control(walk, reading, url, visit, open_before=mixed is not None)
    if chooser:
        return chooser
    if mixed and reading.account and reading.account[1].checked:
        return await _opt_out(walk, reading, url, visit)
    if email and not reading.of(GroupKind.LOGIN, GroupKind.REGISTER, GroupKind.MIXED):
        await _guest_step(walk, 0)
        return Door(
            kind=DoorKind.EMAIL_FIRST,
            url=url,
            guest=GuestValue.GUEST,
            confidence=Confidence.MEDIUM,
            basis=Basis.INFERRED,
            visit=visit,
            guest_visit=walk.steps[-1].page,
            reason="email-first",
            evidence=_evidence(walk, visit, email.heading or "e-mail", email.fields[0][1].selector),
        )
    if email:
        newcomer = await _by_newcomer(walk, reading, url, visit)
        if newcomer and newcomer.guest is GuestValue.GUEST:
            return newcomer
        await _guest_step(walk, 0)
        return Door(
            kind=DoorKind.CHOOSER_WITH_GUEST,
            url=url,
            guest=GuestValue.GUEST,
            confidence=Confidence.MEDIUM,
            basis=Basis.INFERRED,
            visit=visit,
            guest_visit=walk.steps[-1].page,
            reason="email-beside-login",
            evidence=_evidence(walk, visit, email.heading or "e-mail", email.fields[0][1].selector),
        )
    newcomer = await _by_newcomer(walk, reading, url, visit)
    if newcomer:
        return newcomer
    untold = await _by_untold_control(walk, url, visit)
    if untold:
        return untold
    if reading.of(GroupKind.LOGIN, GroupKind.REGISTER, GroupKind.MIXED):
        wall = reading.of(GroupKind.MIXED, GroupKind.REGISTER, GroupKind.LOGIN)
        heading = wall.heading if wall else ""
        return Door(
            kind=DoorKind.ACCOUNT_ONLY,
            url=url,
            guest=GuestValue.ACCOUNT_REQUIRED,
            confidence=Confidence.HIGH,
            visit=visit,
            reason="password-demanded",
            evidence=_evidence(
                walk,
                visit,
                heading or "a password is demanded",
                wall.passwords[0].selector if wall and wall.passwords else "",
            ),
        )
    express = [c for c in walk.now.visible if any(_EXPRESS.search(t) for t in c.labels)]
    if express:
        return Door(
            kind=DoorKind.EXPRESS_ONLY,
            url=url,
            visit=visit,
            reason="express-only",
            evidence=_evidence(walk, visit, express[0].said, express[0].selector),
        )
    return Door(
        kind=DoorKind.UNREADABLE,
        url=url,
        visit=visit,
        reason="no-form-read",
        evidence=_evidence(walk, visit, walk.now.title),
    )


def _means_guest(walk: Walk, label: str) -> bool:
    match = load_vocabulary().match("guest_checkout", label, walk.language)
    return bool(match and match.strength >= 0.4) or (len(label) < 120 and bool(_GUEST_STEM.search(label)))


async def _opt_out(walk: Walk, reading: DoorReading, url: str, visit: str | None) -> Door:
    """Untick "create an account" and see whether the form then asks for no password."""
    number, box = reading.account or (0, Field(tag="input", type="checkbox"))
    await walk.fields()
    pressed = await walk.tab.choose(number)
    walk.presses += 1
    await walk.look()
    after, _fields = await _reading(walk)
    free = bool(after.open_form) and not (after.account and after.account[1].checked)
    walk.note(
        "door", "opt-out", (), None, worked=pressed and free, act="choose", counted=1, why=f"unticked: {box.label[:80]}"
    )
    if not free:
        return Door(
            kind=DoorKind.ACCOUNT_ONLY,
            url=url,
            guest=GuestValue.UNKNOWN,
            visit=visit,
            reason="opt-out-failed",
            account_preselected=True,
            evidence=_evidence(walk, visit, box.label, box.selector),
        )
    guest_visit = await _guest_step(walk, 1)
    return Door(
        kind=DoorKind.GUEST_BY_OPT_OUT,
        url=url,
        guest=GuestValue.GUEST,
        confidence=Confidence.HIGH,
        visit=visit,
        guest_visit=guest_visit,
        reason="account-can-be-unticked",
        account_preselected=True,
        guest_label=box.label[:80],
        evidence=_evidence(walk, visit, box.label, box.selector),
    )


async def _passes(walk: Walk) -> DoorReading | None:
    """Look whether a form without a password now stands open."""
    for _try in range(6):
        await walk.look()
        reading, _fields = await _reading(walk)
        form = reading.open_form or reading.of(GroupKind.EMAIL)
        if form and not reading.of(GroupKind.MIXED):
            return reading
        await asyncio.sleep(0.2)
    return None


async def _by_guest_control(
    walk: Walk, reading: DoorReading, url: str, visit: str | None, *, open_before: bool
) -> Door | None:
    """Press the guest choice, and its way on where it has one; it sends no personal data."""
    for one in [r for r in reading.guest if r.control.enabled][:3]:
        control = walk.again(one.control) or one.control
        weaker = control.box.width * control.box.height < 0.5 * max(
            (c.box.width * c.box.height for c in walk.now.visible if matches(c, "log_in", walk.language) >= 0.9),
            default=0,
        )
        already = control.checked and control.type == "radio"
        before = walk.now
        clicks = 0
        if not already:
            press = await walk.press(control)
            if not press.done:
                continue
            clicks = 1
        after = await _passes(walk) if not already or open_before else None
        if after is None:
            await walk.look()
            go_on = next(
                (
                    r
                    for r in rank("go_on", walk.now.visible, walk.language)
                    if r.control.enabled
                    and r.control.same != control.same
                    and abs(r.control.box.y - control.box.y) < 900
                ),
                None,
            )
            if go_on and (control.type in {"radio", "checkbox"} or control.role in {"radio", "checkbox"} or already):
                press = await walk.press(go_on.control)
                if press.done:
                    clicks += 1
                    after = await _passes(walk)
        walk.note(
            "door",
            "guest",
            reading.guest,
            control,
            worked=after is not None,
            counted=clicks,
            why="" if after else "no form without a password came",
        )
        if after is None:
            if walk.now.url.split("#")[0] != before.url.split("#")[0]:
                return Door(
                    kind=DoorKind.CHOOSER_WITH_GUEST,
                    url=url,
                    guest=GuestValue.UNKNOWN,
                    visit=visit,
                    reason="guest-choice-led-to-no-form",
                    guest_label=control.said[:80],
                    evidence=_evidence(walk, visit, control.said, control.selector),
                )
            continue
        guest_visit = await _guest_step(walk, clicks, control)
        kind = (
            DoorKind.GUEST_BY_OPT_OUT
            if open_before and control.type in {"checkbox", "radio"}
            else DoorKind.CHOOSER_WITH_GUEST
        )
        return Door(
            kind=kind,
            url=url,
            guest=GuestValue.GUEST,
            confidence=Confidence.HIGH,
            visit=visit,
            guest_visit=guest_visit,
            guest_weaker=weaker,
            guest_label=control.said[:80],
            reason="guest-choice",
            evidence=_evidence(walk, visit, control.said, control.selector),
        )
    return None


_TOLD = (
    "log_in",
    "create_account",
    "account",
    "continue_shopping",
    "home",
    "contact",
    "returns",
    "terms",
    "privacy",
    "delivery",
    "cart",
    "search",
    "menu_open",
    "newsletter",
    "shop_category",
    "wishlist",
    "remove_line",
    "empty_all",
    "accept_cookies",
    "reject_cookies",
    "cookie_settings",
    "faq_help",
    "customer_service",
    "chat",
    "imprint_company",
    "back_in_stock",
    "place_order",
    "order_obligation",
    "skip_link",
    "withdrawal_right",
    "payment_methods",
    "gift_card",
)
_ELSEWHERE = re.compile(
    r"forgot|unohd|glömt|vergessen|glemt|unustasid|salasana|password|lösenord|passwort|passord|adgangskode|parool|google|facebook|apple|bankid|"
    r"tunnistau|show|näytä|visa l|^\W*$|language|kieli|suomi|svenska|english|logo",
    re.I,
)
UNTOLD_TRIED = 4


async def _by_untold_control(walk: Walk, url: str, visit: str | None) -> Door | None:
    """Try what stands at the door and says nothing that is known, before an account is said to be demanded.

    Only controls that send no filled form are tried: links, tabs, radios and buttons beside the login and register forms.
    """
    await walk.look()
    forms = {f.form for f in await walk.fields() if f.type == "password"}
    tried = 0
    for control in _untold(walk):
        if tried >= UNTOLD_TRIED:
            return None
        again = walk.again(control)
        if again is None or (again.submits and (again.form_asks or not forms)):
            continue
        tried += 1
        before = walk.now
        press = await walk.press(again)
        if not press.done:
            continue
        after = await _passes(walk)
        walk.note(
            "door",
            "untold",
            (),
            again,
            worked=after is not None,
            counted=1,
            why="" if after else "no form without a password came",
        )
        if (
            after is not None
            and _strong(after)
            and not load_vocabulary().mentions(
                "newsletter", " ".join(f.heading for g in after.groups for _n, f in g.fields)
            )
        ):
            guest_visit = await _guest_step(walk, 1, again)
            return Door(
                kind=DoorKind.CHOOSER_WITH_GUEST,
                url=url,
                guest=GuestValue.GUEST,
                confidence=Confidence.HIGH,
                visit=visit,
                guest_visit=guest_visit,
                guest_label=again.said[:80],
                reason="untold-way",
                evidence=_evidence(walk, visit, again.said, again.selector),
            )
        if walk.now.url.split("#")[0] != before.url.split("#")[0]:
            try:
                await walk.tab.page.go_back(wait_until="commit", timeout=8000)
            except Error:
                return None
            await walk.tab.settle()
            await walk.look()
    return None


def _untold(walk: Walk) -> list[Control]:
    """List the controls at the door whose words are not known, nearest to the forms first."""
    found = []
    for control in walk.now.visible:
        if (
            control.area in {"header", "nav", "footer"}
            or not control.enabled
            or control.card >= 0
            or control.tag == "select"
        ):
            continue
        if control.tag == "input" and control.type not in {"radio", "button", "submit"}:
            continue
        if (
            not re.search(r"\w{3}", control.said)
            or len(control.said) > 70
            or any(_ELSEWHERE.search(text) for text in control.labels)
        ):
            continue
        if (control.said, control.href) in walk.everywhere or any(
            matches(control, intent, walk.language) >= 0.55 for intent in _TOLD
        ):
            continue
        found.append(control)
    found.sort(
        key=lambda c: (
            c.tag == "a" and bool(c.href) and not re.search(r"check-?out|kass|order|tilau", c.href, re.I),
            c.box.y,
        )
    )
    return found


async def _by_newcomer(walk: Walk, reading: DoorReading, url: str, visit: str | None) -> Door | None:
    """Try the way of somebody new; where it opens a form without a password, guests may pass."""
    for one in [r for r in reading.newcomer if r.control.enabled and r.control.card < 0][:1]:
        before = walk.now
        press = await walk.press(one.control)
        if not press.done:
            return None
        after = await _passes(walk)
        walk.note("door", "newcomer", reading.newcomer, one.control, worked=after is not None, counted=1)
        if after is not None:
            guest_visit = await _guest_step(walk, 1, one.control)
            return Door(
                kind=DoorKind.CHOOSER_WITH_GUEST,
                url=url,
                guest=GuestValue.GUEST,
                confidence=Confidence.HIGH,
                visit=visit,
                guest_visit=guest_visit,
                guest_label=one.control.said[:80],
                reason="newcomer-way",
                evidence=_evidence(walk, visit, one.control.said, one.control.selector),
            )
        if walk.now.url != before.url:
            wall, _fields = await _reading(walk)
            if wall.of(GroupKind.REGISTER, GroupKind.MIXED):
                return Door(
                    kind=DoorKind.ACCOUNT_ONLY,
                    url=url,
                    guest=GuestValue.ACCOUNT_REQUIRED,
                    confidence=Confidence.HIGH,
                    visit=visit,
                    reason="newcomers-must-register",
                    evidence=_evidence(walk, visit, one.control.said, one.control.selector),
                )
    return None
