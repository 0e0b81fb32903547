"""Shorter ways to the door: noticed on the walk, replayed once, and told only where the replay reached the door."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.model import Act, Audit, Journey, ViewportName
from auditor.settings import RecordSettings
from auditor.store import read_recording
from tests.shops.audited import audited_shop, audited_url
from tests.shops.kit import Request, Response, Shop, html, redirect, serve

pytestmark = pytest.mark.browser

DESKTOP = ViewportName.DESKTOP
SETTINGS = RecordSettings(samples=0, pages=0, only="walk", viewports=(DESKTOP,))


def journey_of(audit: Audit) -> Journey:
    return audit.journeys[DESKTOP]


@pytest.mark.parametrize(
    ("shop", "way", "labels"),
    [
        ("find_odd_quickadd", "quick-add", ("+ Koriin", "Toimitus: valitse aika")),
        ("add_notice_redirect", "quick-add", ("Osta", "Kassalle »")),
        ("cart_buy_now", "buy-now", ("Linen Apron, Moss", "Buy it now")),
        ("door_guest_ticked", "checkout-link", ("Cykelhjälm Stad 599 kr", "Lägg i varukorg", "Kassan")),
        ("add_layer_modal", "checkout-link", ("Joulutorttumuotti", "Lisää koriin", "Siirry kassalle")),
    ],
    ids=["quick add, link in the header", "quick add, cart page", "buy now", "link in the menu", "link in a notice"],
)
async def test_a_shorter_way_is_replayed(shop: str, way: str, labels: tuple[str, ...], tmp_path: Path) -> None:
    seen = await audited_shop(shop, SETTINGS, tmp_path / "audit")

    shortest = journey_of(seen.audit).shortest_seen
    assert seen.harm == ""
    assert shortest is not None
    assert (shortest.way, shortest.labels, shortest.door) == (way, labels, len(labels))
    assert shortest.door < (journey_of(seen.audit).clicks.door or 0)
    assert shortest.verified_by


@pytest.mark.parametrize(
    ("shop", "settings"),
    [
        ("cart_checkout_one_page", SETTINGS),
        ("cart_buy_now", SETTINGS.model_copy(update={"shortest": False})),
    ],
    ids=["none is shorter", "switched off"],
)
async def test_nothing_is_replayed(shop: str, settings: RecordSettings, tmp_path: Path) -> None:
    folder = tmp_path / "audit"

    seen = await audited_shop(shop, settings, folder)

    assert journey_of(seen.audit).clicks.door is not None
    assert journey_of(seen.audit).shortest_seen is None
    assert replays(folder) == []


def replays(folder: Path) -> list[Act]:
    return [act for act in read_recording(folder).acts if act.leg == "shortest" and act.act == "replay"]


class _ListThatAddsNothing(Shop):
    """The product's page works; what its card says is another matter."""

    card_action = "/add-nothing"

    def handle(self, request: Request) -> Response:
        cart = request.session.setdefault("cart", [])
        bar = f'<header><a href="/">Shop</a> <a href="/cart">Cart ({len(cart)})</a></header>'
        if request.method == "POST" and request.path == "/add":
            cart.append("Mug")
            return redirect("/cart")
        if request.method == "POST":
            return redirect("/")
        return html(f'<html lang="en"><title>Shop</title>{bar}<main>{self._inside(request.path, cart)}</main>')

    def _inside(self, path: str, cart: list[str]) -> str:
        adding = '<form method="post" action="{}"><button>Add to cart</button></form>'
        if path == "/mug":
            return f"<h1>Mug</h1><p>12.00 €</p>{adding.format('/add')}"
        if path == "/cart" and cart:
            line = "<p>Mug 12.00 € <button>Remove</button></p><p>Total 12.00 €</p>"
            return f'<h1>Your cart</h1>{line}<a href="/pay">Checkout</a>'
        if path == "/cart":
            return "<h1>Your cart</h1><p>Your cart is empty.</p>"
        if path == "/pay" and cart:
            asked = "".join(
                f"<label>{name} <input name='{name}'></label>" for name in ("Name", "E-mail", "Street", "City")
            )
            return f"<h1>Checkout</h1><form method='post' action='/order'>{asked}<button>Place order</button></form>"
        cards = "".join(
            f'<div class="card"><a href="/{name.lower()}"><img alt="" width="90" height="90">{name}</a><p>12.00 €</p>'
            f"{adding.format(self.card_action)}</div>"
            for name in ("Mug", "Cup", "Jug")
        )
        return f"<h1>Welcome</h1>{cards}"


async def test_a_replay_that_fails_gives_null_and_says_why(tmp_path: Path) -> None:
    folder = tmp_path / "audit"

    with serve(_ListThatAddsNothing()) as url:
        audit, _seconds = await audited_url(url, SETTINGS, folder)

    (tried,) = replays(folder)
    assert journey_of(audit).clicks.door == 3
    assert journey_of(audit).shortest_seen is None
    assert (tried.intent, tried.worked) == ("quick-add", False)
    assert "the cart is empty" in tried.note
    assert [one.label for one in tried.candidates] == ["Add to cart"]
