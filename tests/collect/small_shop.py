"""A small shop whose list and pages a test can bend: home, a product's page, a cart, a checkout."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.shops.kit import Request, Response, Shop, html, redirect

__all__ = ["FORM", "SmallShop"]

ASKED = "".join(f"<label>{one} <input></label>" for one in ("Name", "E-mail", "Street", "City"))
FORM = f'<form method="post" action="/order">{ASKED}<button>Place order</button></form>'


@dataclass
class SmallShop(Shop):
    """Sells ``names``; their cards in the list post to ``card_action`` and have ``box`` as their heading, if given.

    ``door`` is what stands at checkout, behind as many pages as ``between`` says; ``cart`` is another cart's page.
    A script draws the products' pages ``late_ms`` milliseconds after they came; before that only the bar stands there.
    """

    names: tuple[str, ...] = ("Mug", "Cup", "Jug")
    card_action: str = "/add"
    box: str = ""
    door: str = FORM
    between: int = 0
    cart: str = ""
    late_ms: int = 0

    def handle(self, request: Request) -> Response:
        """Answer one request."""
        cart: list[str] = request.session.setdefault("cart", [])
        if request.method == "POST":
            if request.path == "/remove":
                cart.pop()
                return redirect("/cart")
            if request.path == "/add":
                cart.append(request.form.get("name", ""))
                return redirect("/cart")
            return redirect("/")
        bar = f'<header><a href="/">Shop</a> <a href="/cart">Cart ({len(cart)})</a></header>'
        inside = self._inside(request.path.strip("/"), cart)
        if self.late_ms and request.path.strip("/") in {one.lower() for one in self.names}:
            drawn = "document.querySelector('main').innerHTML = document.querySelector('template').innerHTML"
            inside = f"<template>{inside}</template><script>setTimeout(() => {{ {drawn} }}, {self.late_ms})</script>"
        return html(f'<html lang="en"><title>{request.path} Shop</title>{bar}<main>{inside}</main>')

    def _inside(self, path: str, cart: list[str]) -> str:
        name = next((one for one in self.names if one.lower() == path), "")
        if name:
            claim = json.dumps({"@type": "Product", "name": name, "offers": {"price": 12, "priceCurrency": "EUR"}})
            box = f"<aside>{self._card(self.names[0])}</aside>" if self.box else ""
            told = f"<h1>{name}</h1><p>12.00 €</p>{self._adding(name, '/add')}{box}"
            return f'{told}<script type="application/ld+json">{claim}</script>'
        if path == "cart" and cart and self.cart:
            return self.cart.format(line=f"{cart[-1]} 12.00 € <button>Remove</button>")
        if path == "cart" and cart:
            remove = '<form method="post" action="/remove"><button>Remove</button></form>'
            lines = "".join(f"<div>{one} 12.00 € {remove}</div>" for one in cart)
            return f'<h1>Your cart</h1>{lines}<p>Total {12 * len(cart)}.00 €</p><a href="/pay">Checkout</a>'
        if path == "cart":
            return "<h1>Your cart</h1><p>Your cart is empty.</p>"
        if path.startswith("pay") and cart:
            passed = int(path.removeprefix("pay") or 0)
            more = f'<h1>Before you pay, {passed}</h1><a href="/pay{passed + 1}">Continue to checkout</a>'
            return more if passed < self.between else f"<h1>Checkout</h1>{self.door}"
        return f"<h1>Welcome</h1>{''.join(self._card(one) for one in self.names)}"

    def _card(self, name: str) -> str:
        heading = f"<h3>{self.box}</h3>" if self.box else ""
        picture = '<img alt="" width="90" height="90">'
        inside = f'{heading}<a href="/{name.lower()}">{picture}{name}</a><p>12.00 €</p>'
        return f'<div class="card">{inside}{self._adding(name, self.card_action)}</div>'

    @staticmethod
    def _adding(name: str, action: str) -> str:
        hidden = f'<input type="hidden" name="name" value="{name}">'
        return f'<form method="post" action="{action}">{hidden}<button>Add to cart</button></form>'
