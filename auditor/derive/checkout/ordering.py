"""The button that sends an order, and how clearly it says that the order has to be paid."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.derive.checkout.choices import payment_choice
from auditor.derive.page.digest import site_language
from auditor.derive.sees import Sees
from auditor.model import Button, Field, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import ADDRESS, Purpose, purpose_of
from auditor.vocabulary.wordings import wording

__all__ = ["OrderButton", "Says", "order_button"]

SURE = 0.72  # a whole label or its beginning, in any language
_ASIDE = frozenset({"header", "nav", "footer"})


class Says(StrEnum):
    """What an order button says: that it has to be paid, that something is bought, or only that it is ordered."""

    PAYING = "paying"
    BUYING = "buying"
    ORDERING = "ordering"


@dataclass(frozen=True)
class OrderButton:
    """The button that sends the order, and what it says."""

    button: Button
    says: Says


def order_button(sees: Sees, visit: Visit) -> OrderButton | None:
    """Find the order button of a page: the last fitting button of the form in which the customer chooses how to pay.

    Where nothing can be chosen, the form that asks for the address is taken, and only words that mean ordering count.
    Returns None where the page goes on to another step, or where its buttons are not understood.
    """
    options = payment_choice(visit)
    language = site_language(sees, visit)
    if options:
        forms = {one.field.form for one in options if not one.field.frame}
        below = min((one.field.box.y for one in options if one.field.box), default=0.0)
        pool = [one for one in visit.facts.controls if _belongs(one, forms, below)]
    else:
        asking = (one for one in visit.facts.fields if one.visible and not one.frame and _asks(one))
        forms = {one.form for one in asking if one.form >= 0}
        pool = [one for one in visit.facts.controls if one.form in forms and one.area not in _ASIDE]
    found = [(one, says) for one in pool if (says := _says(one.text, language, loose=bool(options)))]
    button, says = max(found, key=lambda pair: pair[0].y, default=(None, Says.ORDERING))
    return OrderButton(button, says) if button else None


def _belongs(button: Button, forms: set[int], below: float) -> bool:
    if button.form >= 0:
        return button.form in forms
    return -1 in forms and button.area not in _ASIDE and button.y >= below


def _asks(field: Field) -> bool:
    return purpose_of(field) in {*ADDRESS, Purpose.EMAIL}


def _says(text: str, language: str, *, loose: bool) -> Says | None:
    """Read a label; ``loose`` takes bare words of paying and confirming, which elsewhere may lead to a next step."""
    words = load_vocabulary()
    label = " ".join(text.split())
    if wording("goes_on").search(label) or len(label) > 80:
        return None
    hits = {name: words.match(name, label, language) for name in ("order_obligation", "place_order")}
    obliges, orders = (bool(hit and hit.strength >= SURE) for hit in hits.values())
    if obliges or (wording("says_paying").search(label) and (loose or orders)):
        return Says.PAYING
    if not orders and not (loose and wording("only_confirms").search(label)):
        return Says.BUYING if loose and wording("says_buying").search(label) else None
    return Says.BUYING if wording("says_buying").search(label) else Says.ORDERING
