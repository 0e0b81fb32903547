"""What stands at the door of checkout, on a small shop."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.model import JourneyOutcome, ViewportName
from auditor.settings import RecordSettings
from tests.collect.small_shop import FORM, SmallShop
from tests.shops.audited import audited_url
from tests.shops.kit import serve

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("one_browser")]

SETTINGS = RecordSettings(samples=0, pages=0, only="walk", viewports=(ViewportName.DESKTOP,), shortest=False)
LOGIN = (
    "<h2>Login</h2><form method='post'><label>E-mail <input></label>"
    "<label>Password <input type='password'></label><button>Log in</button></form>"
)


def only_email(button: str) -> str:
    return f"<form method='post'><label>E-mail <input type='email'></label><button>{button}</button></form>"


CODE, ONLY_ADDRESS = "We send you a one-time code by e-mail.", only_email("Continue")
MESSAGE = (
    "<h2>Write to us</h2><form method='post'><label>Name <input name='name'></label><label>E-mail <input type='email'>"
    "</label><label>Message <textarea></textarea></label><button>Send</button></form>"
)


def chooser(said: str, told: str, form: str = ONLY_ADDRESS) -> str:
    """Make a login with a button beside it that shows a text and a form in place of all."""
    button = f"<button type=button onclick='a.hidden=true;b.hidden=false'>{said}</button>"
    return f"<div id=a>{LOGIN}{button}</div><div id=b hidden>{told}{form}</div>"


def tabs(said: str, chosen: str, panel: str) -> str:
    """Make two tabs, for the customer who is said and for one who logs in; one of them is open."""
    names = {said: chosen == said, "Log in": chosen == "Log in"}
    row = "".join(f"<button role=tab aria-selected={str(on).lower()}>{name}</button>" for name, on in names.items())
    return f"<div role=tablist>{row}</div><div role=tabpanel>{panel}</div>"


POSTCODE = "<form><label>Postcode <input name=postcode></label><button>Show deliveries</button></form>"


@pytest.mark.parametrize(
    ("door", "kind", "guest"),
    [
        ("<p>You must be logged in to checkout. <a href='/login'>Log in</a></p>", "account-only", "account-required"),
        (f"{LOGIN}<h2>Register</h2>{only_email('Register')}", "account-only", "account-required"),
        (only_email("Continue"), "email-first", "guest"),
        (f"{CODE} New here? An account is created as you enter it.{ONLY_ADDRESS}", "account-only", "account-required"),
        (f"{CODE}{ONLY_ADDRESS}", "email-first", "unknown"),
        (f"{LOGIN}{MESSAGE}", "account-only", "account-required"),
        (
            chooser("I am new here", f"{CODE} The account is created as you enter it."),
            "account-only",
            "account-required",
        ),
        (chooser("I am new here", CODE), "chooser-with-guest", "unknown"),
        (chooser("Nulstil kodeord", ""), "account-only", "account-required"),
        (chooser("Kennwort zurücksetzen", ""), "account-only", "account-required"),
        (chooser("Trouble?", "<h1>Reset credentials</h1>"), "account-only", "account-required"),
        (chooser("Shepherds", ""), "unreadable", "unknown"),
        (chooser("Shepherds", "", FORM), "chooser-with-guest", "guest"),
        (tabs("Without an account", "Without an account", POSTCODE), "chooser-with-guest", "guest"),
    ],
    ids=[
        "a sentence in place of a form",
        "an address for a new account",
        "an address to go on with",
        "a code that opens an account",
        "a code, and nobody says what it opens",
        "a form of contact below the sign-in",
        "the way of a newcomer leads to a code that opens an account",
        "the way of a newcomer leads to a code",
        "a lost password in Danish",
        "a lost password in German",
        "a lost password by its heading",
        "an untold way asks for an e-mail address",
        "an untold way opens a form",
        "the open tab is the guest's",
    ],
)
async def test_what_stands_at_the_door(door: str, kind: str, guest: str, tmp_path: Path) -> None:
    with serve(SmallShop(door=door)) as url:
        audit, _seconds = await audited_url(url, SETTINGS, tmp_path / "audit")

    found = audit.journeys[ViewportName.DESKTOP].door
    assert found is not None
    assert (found.kind, found.guest) == (kind, guest)


async def test_every_page_between_cart_and_door_costs_its_press(tmp_path: Path) -> None:
    with serve(SmallShop(between=4)) as url:
        audit, _seconds = await audited_url(url, SETTINGS, tmp_path / "audit")

    clicks = audit.journeys[ViewportName.DESKTOP].clicks
    assert (clicks.product, clicks.in_cart, clicks.cart, clicks.door) == (1, 2, 2, 7)


ADDRESS = "".join(f"<label>{one} <input name={one}></label>" for one in ("Name", "Street", "City"))
SECRETS = (
    "<label>Password <input type=password name=p></label><label>Password again <input type=password name=q></label>"
)


@pytest.mark.parametrize(
    ("hides", "kind", "guest"),
    [("!this.checked", "guest-by-opt-out", "guest"), ("false", "account-only", "account-required")],
    ids=["unticking hides the passwords", "unticking changes nothing"],
)
async def test_what_is_ticked_above_a_password_is_unticked(hides: str, kind: str, guest: str, tmp_path: Path) -> None:
    tick = f"<label><input type=checkbox checked onchange='s.hidden={hides}'> Remember my campfire</label>"
    door = f"<form method=post>{ADDRESS}{tick}<div id=s>{SECRETS}</div><button>Order</button></form>"

    with serve(SmallShop(door=door)) as url:
        audit, _seconds = await audited_url(url, SETTINGS, tmp_path / "audit")

    found = audit.journeys[ViewportName.DESKTOP].door
    assert found is not None
    assert (found.kind, found.guest) == (kind, guest)


IDLE = "<h1>Your cart</h1><p>{line}</p><p>Total 12.00 €</p><p>Log in to check out faster</p><button>Checkout</button>"


async def test_a_button_that_does_nothing_leads_to_no_door(tmp_path: Path) -> None:
    with serve(SmallShop(cart=IDLE)) as url:
        audit, _seconds = await audited_url(url, SETTINGS, tmp_path / "audit")

    journey = audit.journeys[ViewportName.DESKTOP]
    assert (journey.outcome, journey.door) == (JourneyOutcome.CHECKOUT_NOT_FOUND, None)


@pytest.mark.parametrize(("taken", "weaker"), [("checked", False), ("", True)])
async def test_a_guest_choice_that_is_taken_already_is_not_weaker(taken: str, weaker: bool, tmp_path: Path) -> None:
    choices = "".join(
        f"<p><label><input type=radio name=way {mark}>{said}</label></p>"
        for said, mark in (("Checkout as guest", taken), ("Register", ""))
    )
    button = "<button type=button onclick='a.hidden=true;b.hidden=false'>Continue</button>"
    with serve(SmallShop(door=f"<div id=a>{choices}{button}{LOGIN}</div><div id=b hidden>{FORM}</div>")) as url:
        audit, _seconds = await audited_url(url, SETTINGS, tmp_path / "audit")

    door = audit.journeys[ViewportName.DESKTOP].door
    assert door is not None
    assert (door.kind, door.guest_weaker) == ("chooser-with-guest", weaker)
