"""Behind the door of checkout: what is seen there, what is sent, and that nothing is ever ordered."""

from __future__ import annotations

import json
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from auditor.collect.guarding.guard import Guard
from auditor.collect.journey import deep, deep_fill
from auditor.collect.journey.walk import Recorder, Walk
from auditor.collect.page.browser import Launched, new_context
from auditor.collect.page.seen import Seen
from auditor.collect.page.tab import Tab, open_tab
from auditor.model import (
    Act,
    Audit,
    Confidence,
    ConsentChoice,
    DeepCheckout,
    DeepEnd,
    Door,
    DoorKind,
    GuestValue,
    PageKind,
    ViewportName,
)
from auditor.settings import RecordSettings, SiteAccess
from auditor.vocabulary.checkout import EMAIL, customer_of
from tests.collect.behind_shop import BehindShop
from tests.shops.audited import audited_url, new_shop
from tests.shops.kit import Request, Response, Shop, serve

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_browser")]

DESKTOP = (ViewportName.DESKTOP,)
SETTINGS = RecordSettings(samples=0, pages=0, only="walk", viewports=DESKTOP, deep_checkout=True)
CUSTOMER = customer_of("FI")
TICKED = (
    '<p><label><input type="checkbox" name="tili" checked onchange="ss.hidden=!checked"> Luo asiakastili</label></p>'
    '<p id="ss"><label>Salasana <input type="password" name="salasana"></label></p>'
    '<p><label><input type="checkbox" name="uutiskirje" checked> Tilaa uutiskirje</label></p>'
)
TERMS = '<p><label><input type="checkbox" name="ehdot" required> Hyväksyn toimitusehdot</label></p>'
CARD = '<p><label>Kortin numero <input name="kortti" autocomplete="cc-number"></label></p>'
IBAN = '<p><label>IBAN-tilinumero <input name="iban"></label></p>'
HIDDEN = '<input type="hidden" name="maksutapa" value="lasku">'
ORDERING = """document.forms[0].onsubmit = (event) => {
  event.preventDefault();
  fetch("/place-order", { method: "POST", body: new URLSearchParams(new FormData(event.target)) });
};"""
SAVING = """document.forms[0].onchange = (event) => {
  fetch("/kassa/osoite", { method: "POST", body: new URLSearchParams(new FormData(event.currentTarget)) });
  fetch("/toimitushinnat?postinumero=00100", { method: "POST" });
};"""


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Type at once: these shops know no robots."""
    monkeypatch.setattr(deep, "LEAST_S", 0.0)
    monkeypatch.setattr(deep_fill, "ALL_PAUSES_S", 0.0)


async def behind(launched: Launched, shop: Shop, path: str = "/kassa") -> tuple[Door, DeepCheckout]:
    """Go behind the door of a shop whose form was taken for one that guests may fill in."""
    with serve(shop) as url:
        context = await new_context(
            launched, ViewportName.DESKTOP, locale="fi-FI", timezone="Europe/Helsinki", access=SiteAccess()
        )
        guard = Guard()
        await guard.attach(context)
        tab = await open_tab(context, ViewportName.DESKTOP, touch=False)
        walk = Walk(tab, guard, url, ConsentChoice.ACCEPT, Recorder(_no_act, _no_visit, _no_shot), monotonic() + 60)
        await walk.go(url + path)
        door = Door(kind=DoorKind.GUEST_FORM, url=url + path, guest=GuestValue.GUEST, confidence=Confidence.MEDIUM)
        seen = await deep.deep_checkout(walk, door, frozenset())
        await context.close()
    assert seen
    assert (shop.orders, shop.accounts, shop.messages) == (0, 0, 0)
    return deep.settled(door, seen), seen


def _no_act(_act: Act) -> None:
    return None


async def _no_visit(_tab: Tab, _seen: Seen, _kind: PageKind, _depth: int | None) -> str:
    return ""


async def _no_shot(_tab: Tab) -> str | None:
    return None


async def audited(shop: Shop, folder: Path, settings: RecordSettings = SETTINGS) -> Audit:
    with serve(shop) as url:
        audit, _seconds = await audited_url(url, settings, folder)
    assert (shop.orders, shop.accounts, shop.messages) == (0, 0, 0)
    return audit


def value_of(audit: Audit, check: str) -> Any:
    return next(one.value for one in audit.results if one.check == check)


def remembering(shop: Shop) -> list[Request]:
    """Keep every request that would change something in the shop."""
    kept: list[Request] = []
    plain = shop.handle

    def handle(request: Request) -> Response:
        if request.method != "GET":
            kept.append(request)
        return plain(request)

    shop.handle = handle
    return kept


async def test_a_whole_audit_sees_each_step_up_to_payment_and_orders_nothing(tmp_path: Path) -> None:
    shop = BehindShop()

    audit = await audited(shop, tmp_path / "audit")

    journey = audit.journeys[ViewportName.DESKTOP]
    assert journey.deep
    assert (journey.deep.ended, journey.deep.sent, len(journey.deep.steps)) == (DeepEnd.PAYMENT_SEEN, 2, 3)
    assert all(step.page and step.screenshot for step in journey.deep.steps)
    assert journey.cart_cleared
    assert [path for path, _form in shop.sent] == ["/kori", "/kassa/osoite", "/kassa/toimitus", "/kori"]
    assert value_of(audit, "payment-methods")["checkout"] == ["bank", "card", "klarna"]
    assert value_of(audit, "contact-channels")["email"] is None
    written = json.dumps(audit.model_dump(mode="json"), ensure_ascii=False)
    assert [one for one in (EMAIL, CUSTOMER.phone, CUSTOMER.address, CUSTOMER.name) if one in written] == []


async def test_each_step_is_written_down_as_it_stood(launched: Launched) -> None:
    _door, seen = await behind(launched, BehindShop())

    first, second, last = seen.steps
    assert (seen.ended, seen.sent, seen.country) == (DeepEnd.PAYMENT_SEEN, 2, "FI")
    assert first.filled == first.asked == ("full_name", "email", "phone", "street", "postcode", "city")
    assert (first.pressed, second.pressed, last.pressed) == ("Jatka toimitukseen", "Jatka maksutapaan", "")
    assert [(one.price, one.time) for one in second.deliveries] == [
        ("5,90 €", "2–4 arkipäivää"),
        ("12,50 €", ""),
        ("maksuton", ""),
    ]
    assert second.filled == ("delivery",)
    assert [(one.ways, one.chosen) for one in last.payments] == [
        (("bank",), False),
        (("card",), True),
        (("klarna",), False),
    ]
    assert (last.subtotal, last.delivery_cost, last.total) == ("19,90 €", "5,90 €", "25,80 €")
    assert (last.order_button, last.terms) == ("Tilaa ja maksa", ("Hyväksyn toimitusehdot",))
    assert last.preticked == ("Tilaa uutiskirje",)


async def test_only_a_made_up_customer_is_sent(launched: Launched) -> None:
    shop = BehindShop()

    await behind(launched, shop)

    assert dict(shop.sent)["/kassa/osoite"] == {
        "nimi": CUSTOMER.name,
        "sahkoposti": EMAIL,
        "puhelin": CUSTOMER.phone,
        "katuosoite": CUSTOMER.address,
        "postinumero": CUSTOMER.postcode,
        "kaupunki": CUSTOMER.city,
    }


async def test_the_next_step_settles_that_guests_may_pass(launched: Launched) -> None:
    door, seen = await behind(launched, BehindShop())

    assert seen.guest is GuestValue.GUEST
    assert (door.guest, door.confidence, door.reason) == (GuestValue.GUEST, Confidence.HIGH, "next-step-opened")


@pytest.mark.parametrize(
    "said",
    [
        "Tilaamiseen tarvitaan asiakastili. Luo tili ensin.",
        "Vain rekisteröityneet asiakkaat voivat tilata.",
        "You must sign in to continue.",
        "För att beställa krävs ett konto.",
    ],
)
async def test_a_server_that_demands_an_account_settles_it(said: str, launched: Launched) -> None:
    door, seen = await behind(launched, BehindShop(refusal=said))

    assert (seen.ended, seen.guest) == (DeepEnd.ACCOUNT_DEMANDED, GuestValue.ACCOUNT_REQUIRED)
    assert (door.guest, door.confidence) == (GuestValue.ACCOUNT_REQUIRED, Confidence.HIGH)
    assert door.reason == "account-demanded-later"
    assert seen.said in said


@pytest.mark.parametrize(
    "said", ["Tarkista postinumero.", "Asiakastiliä ei tarvita. Tarkista nimi.", "No account is needed."]
)
async def test_an_error_of_the_form_settles_nothing(said: str, launched: Launched) -> None:
    door, seen = await behind(launched, BehindShop(refusal=said))

    assert (seen.ended, seen.guest, seen.sent) == (DeepEnd.FORM_REFUSED, GuestValue.UNKNOWN, 1)
    assert seen.steps[-1].errors == (said,)
    assert (door.guest, door.confidence) == (GuestValue.GUEST, Confidence.MEDIUM)


async def test_what_is_ticked_beforehand_is_unticked(launched: Launched) -> None:
    shop = BehindShop(extra=TICKED)

    _door, seen = await behind(launched, shop)

    assert seen.ended is DeepEnd.PAYMENT_SEEN
    assert {"tili", "uutiskirje"} & set(shop.sent[1][1]) == set()
    assert "Tilaa uutiskirje" in seen.steps[0].preticked


@pytest.mark.parametrize(
    ("shop", "end"),
    [
        (BehindShop(extra=TERMS), DeepEnd.TERMS_DEMANDED),
        (BehindShop(extra=CARD), DeepEnd.PAYMENT_SEEN),
        (BehindShop(extra=IBAN), DeepEnd.PAYMENT_SEEN),
        (BehindShop(button="Siirry maksamaan"), DeepEnd.MAY_ORDER),
        (BehindShop(button="Tilaa"), DeepEnd.ORDER_BUTTON_SEEN),
        (BehindShop(button="Lähetä"), DeepEnd.NO_WAY_ON),
    ],
    ids=["terms", "card", "iban", "to-pay", "order", "unclear"],
)
async def test_a_form_that_may_order_or_pay_is_never_sent(shop: BehindShop, end: DeepEnd, launched: Launched) -> None:
    _door, seen = await behind(launched, shop)

    assert (seen.ended, seen.sent) == (end, 0)
    assert [path for path, _form in shop.sent if path != "/kori"] == []


@pytest.mark.parametrize("shop", [BehindShop(extra=HIDDEN), BehindShop(script=ORDERING)], ids=["payment", "order"])
async def test_the_guard_holds_back_what_the_page_did_not_show(shop: BehindShop, launched: Launched) -> None:
    _door, seen = await behind(launched, shop)

    assert (seen.ended, seen.sent) == (DeepEnd.STOPPED_BY_GUARD, 0)
    assert seen.refusals
    assert [path for path, _form in shop.sent if path != "/kori"] == []


async def test_while_typing_only_prices_are_worked_out_anew(launched: Launched) -> None:
    shop = BehindShop(script=SAVING, button="Tilaa")

    _door, seen = await behind(launched, shop)

    assert {path for path, _form in shop.sent} == {"/toimitushinnat"}
    assert any("/kassa/osoite" in one for one in seen.refusals)


@pytest.mark.parametrize(
    ("name", "ended", "sent"),
    [
        ("door_guest_one_page", DeepEnd.PAYMENT_SEEN, 0),
        ("door_guest_ticked", DeepEnd.PAYMENT_SEEN, 0),
        ("door_guest_steps", DeepEnd.PAYMENT_SEEN, 2),
        ("door_email_first", DeepEnd.MAY_ORDER, 1),
        ("door_guest_iframe", DeepEnd.FOREIGN_FRAME, 0),
    ],
)
async def test_other_shops_are_followed_as_far_as_it_is_safe(
    name: str, ended: DeepEnd, sent: int, tmp_path: Path
) -> None:
    shop = new_shop(name)
    kept = remembering(shop)

    audit = await audited(shop, tmp_path / "audit")

    seen = audit.journeys[ViewportName.DESKTOP].deep
    assert seen
    assert (seen.ended, seen.sent) == (ended, sent)
    assert bool([one for one in kept if EMAIL in f"{one.form} {one.json}"]) == bool(sent)


async def test_nothing_of_it_happens_unasked(tmp_path: Path) -> None:
    shop = BehindShop()

    audit = await audited(shop, tmp_path / "audit", SETTINGS.model_copy(update={"deep_checkout": False}))

    assert audit.journeys[ViewportName.DESKTOP].deep is None
    assert [path for path, _form in shop.sent if path != "/kori"] == []
