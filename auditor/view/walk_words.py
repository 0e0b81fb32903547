"""The reader's words for what a walk proved and for why it ended as it did."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.view.names import mark

__all__ = ["DOOR_REASONS", "PAGE_SAYS", "PROOFS", "TOLD_BY_THE_END", "WALK_REASONS", "WAYS"]

# What proved that a product went into the cart, and what showed the cart; the keys stand in audit.json.
PROOFS: Mapping[str, str] = {
    "count": mark("the number on the cart icon"),
    "line": mark("the product's line in the cart"),
    "notice": mark("a notice on the page"),
    "request": mark("the shop's answer"),
    "storage": mark("what the page stored"),
    "a line can be taken out": mark("a line that can be taken out"),
    "a total": mark("a total"),
    "a quantity": mark("a quantity"),
    "a way to checkout": mark("a way to the checkout"),
    "a new layer shows the product": mark("a cart that slid in with the product"),
    "its heading names the cart": mark("the page's heading"),
    "its address names the cart": mark("the page's address"),
    "a control of the cart led here": mark("the cart button led to it"),
    "checkout": mark("the product named at the checkout"),
    "door": mark("the checkout that opened"),
}

# Where a shorter way to the checkout leaves the one that was walked; the keys stand in audit.json.
WAYS: Mapping[str, str] = {
    "quick-add": mark("added in the list, past the product page"),
    "buy-now": mark("bought at once, past the cart"),
    "checkout-link": mark("straight to the checkout, past the cart"),
}

# Why the door was read as it was.
DOOR_REASONS: Mapping[str, str] = {
    "form-open": mark("the delivery form asks for no password"),
    "guest-preselected": mark("buying as a guest is chosen beforehand"),
    "guest-choice": mark("the choice for guests led on"),
    "guest-choice-led-to-no-form": mark("the choice for guests led to no form"),
    "email-first": mark("an e-mail address is enough to go on"),
    "email-beside-login": mark("an e-mail address beside the sign-in is enough to go on"),
    "code-by-mail": mark("a code is sent by e-mail first, and what it opens is not told"),
    "account-can-be-unticked": mark("the account can be unticked"),
    "opt-out-failed": mark("the account could not be unticked"),
    "password-demanded": mark("every way on asks for a password"),
    "login-demanded": mark("the checkout opens only after signing in"),
    "newcomers-must-register": mark("new customers have to register"),
    "newcomer-way": mark("the way for new customers asks for no password"),
    "untold-way": mark("a way on without a password was found, though the page does not name it"),
    "untold-way-to-email": mark(
        "a way that the page does not name asks for an e-mail address, and what that opens is not told"
    ),
    "express-only": mark("only express payment was offered"),
    "no-form-read": mark("no form could be read"),
    "next-step-opened": mark("the form was sent with a made-up address, and the next step opened"),
    "account-demanded-later": mark("the form was sent with a made-up address, and the shop demanded an account"),
}

# What a page said, in its own words, follows these, as what it asked for follows the model's PAGE_ASKS.
PAGE_SAYS = ("the page says ", "the shop said: ", "the shop asks for a minimum order ")

# Reasons that say no more than how the walk ended.
TOLD_BY_THE_END = frozenset(
    {"the walk's time was spent", "the shop does not open in this country", "the next press may order at once"}
)

# Reasons of a walk that say more than its outcome does, with {n} for a number; what the browser said stays as it is.
WALK_REASONS: Mapping[str, str] = {
    "no control adds it": mark("No button was found that adds it."),
    "what adds it could not be pressed with any choice tried": mark(
        "The button could not be pressed with any choice that was tried."
    ),
    "nothing changed after the press": mark("Nothing changed after the press."),
    "nothing changed": mark("Nothing changed after the press."),
    "the press led away from the product": mark("The press led away from the product."),
    "it could not be added with any choice that was tried": mark("No choice of options that was tried could be added."),
    "no door came": mark("The press led to no form, choice or sign-in."),
    "the control leads to no form, chooser or login": mark("The press led to no form, choice or sign-in."),
    "the control does nothing": mark("Nothing changed after the press."),
    "no control leads to checkout": mark("No button was found that leads to the checkout."),
    "no control opens the cart": mark("No button was found that opens the cart."),
    "the cart is empty": mark("The cart stayed empty."),
    "what opened does not show the product": mark("What opened does not show the product."),
    "covered by another element": mark("Something else lay over the button."),
    "no product was found in time": mark("No product was found in time."),
    "products show no price before logging in": mark("Prices are shown only after signing in."),
    "products show no price": mark("The products that were looked at show no price."),
    "the shop shows nothing before logging in": mark("Nothing is shown before signing in."),
    "the shop shows no products before logging in": mark("No products are shown before signing in."),
    "no price, no cart and no product was seen": mark("No price, no cart and no product was seen."),
    "the product could not be reached by the page's own controls": mark(
        "The product could not be reached by the links and buttons of the shop."
    ),
    "the shop answered {n} at checkout": mark("The shop answered with error {n} on the way to the checkout."),
    "the shop's home answered {n}": mark("The home page answered with error {n}."),
    "the shop answered {n} and asks robots to stay out": mark("The shop answered {n} and asks robots to stay out."),
    "all {n} products looked at are sold out": mark("Products looked at: {n}. All of them are sold out."),
    "{n} pages looked at, none could be bought from": mark("Pages looked at: {n}. On none of them something was sold."),
}
