"""One look at a step behind the door: what it asks, offers and costs, and whether a form may still be sent from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import category
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from auditor.collect.arrival.address import same_site
from auditor.collect.journey.deep_offers import Choice, offers_of
from auditor.collect.journey.door_reading import DoorReading, read_here
from auditor.collect.journey.express import is_express
from auditor.collect.journey.rank import matches
from auditor.collect.journey.walk import Walk
from auditor.collect.page.scripts import read_page
from auditor.collect.page.seen import Control
from auditor.model import CostLine, DeepEnd, DeepStep, DeliveryOffer, Field, PaymentOffer
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.checkout import messages, pieces, says
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.payways import ways_named

__all__ = ["DeepView", "in_body", "look_behind", "of_the_shop", "plain"]

BESIDE = frozenset({"header", "nav", "footer"})
IGNORED = {Purpose.SEARCH, Purpose.COUPON, Purpose.QUANTITY, Purpose.HONEYPOT}
SURE = 0.75
LONGEST_WAY = 6
# A provider's frame under this size is a button of its own, such as an express one, or measures the visitor.
INPUT_PX, WIDGET_PX = (150, 15), 120
KEPT = 30
LARGE_FORM = 3


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    label: str
    price: str


class _Raw(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    choices: tuple[Choice, ...] = ()
    rows: tuple[_Row, ...] = ()
    messages: tuple[str, ...] = ()
    invalid: int = 0


@dataclass(frozen=True)
class DeepView:
    """A view behind the door as it stands now; ``fields`` have the numbers by which the tab knows them."""

    reading: DoorReading
    fields: tuple[Field, ...]
    payments: tuple[PaymentOffer, ...]
    payment_input: bool
    deliveries: tuple[DeliveryOffer, ...]
    delivery_groups: frozenset[str]
    order_button: Control | None
    rows: tuple[tuple[str, str], ...]
    messages: tuple[str, ...]
    invalid: int
    headings: tuple[str, ...]
    known: frozenset[str]

    @property
    def end(self) -> DeepEnd | None:
        """Say why nothing more may be sent from this view, or None where its form may be sent."""
        if self.payments or self.payment_input:
            return DeepEnd.PAYMENT_SEEN
        return DeepEnd.ORDER_BUTTON_SEEN if self.order_button and self.order_button.enabled else None

    @property
    def shown(self) -> tuple[Field, ...]:
        """Give the fields that a customer meets in the body of the page."""
        usable = [f for f in self.fields if f.visible and f.enabled and purpose_of(f) not in IGNORED]
        large = {form for form, count in Counter(f.form for f in usable if f.form >= 0).items() if count >= LARGE_FORM}
        return tuple(f for f in usable if f.area not in BESIDE or f.form in large)

    def line(self, kind: str) -> str:
        """Give the price beside the last line of a kind, such as the total."""
        return next((price for label, price in reversed(self.rows) if _kind_of(label) == kind), "")

    def _asked(self, one: Field) -> str:
        """Name what a field asks for: a choice of delivery or payment by that word, an unknown field by its label."""
        purpose = purpose_of(one)
        if one.type == "radio" and one.name in self.delivery_groups:
            return "delivery"
        if one.type == "radio" and any(offer.label.startswith(one.label[:40]) for offer in self.payments):
            return "payment"
        if one.type == "radio":
            one = next(f for f in self.shown if (f.type, f.name, f.form) == (one.type, one.name, one.form))
        return purpose.value if purpose is not Purpose.OTHER else plain(one.label or one.name)[:60]

    def step(self, url: str, filled: Iterable[str], preticked: Iterable[str]) -> DeepStep:
        """Write the view down."""
        boxes = [f for f in self.shown if f.type == "checkbox"]
        return DeepStep(
            url=url[:600],
            asked=tuple(dict.fromkeys(self._asked(f) for f in self.shown))[:KEPT],
            filled=tuple(dict.fromkeys(filled)),
            deliveries=self.deliveries,
            payments=self.payments,
            payment_input=self.payment_input,
            costs=tuple(CostLine(label=label, price=price) for label, price in self.rows if _kind_of(label))[:KEPT],
            subtotal=self.line("subtotal"),
            delivery_cost=self.line("delivery"),
            total=self.line("total"),
            order_button=self.order_button.said[:80] if self.order_button else "",
            terms=tuple(plain(f.label)[:160] for f in boxes if purpose_of(f) is Purpose.TERMS),
            preticked=tuple(dict.fromkeys(preticked)),
        )


async def look_behind(walk: Walk, known: frozenset[str]) -> DeepView:
    """Look at the view that the walk stands on; ``known`` are fields that stood on the pages before checkout."""
    await walk.look()
    reading, fields = await read_here(walk, known)
    asked = {"messages": list(messages()), "free": pieces("free")}
    raw = _Raw.model_validate(await read_page(walk.tab.page, "deep.js", asked))
    offers = offers_of(raw.choices, fields)
    named = {one.label for one in raw.choices}
    return DeepView(
        reading=reading,
        fields=fields,
        payments=(*offers.payments, *_buttons(walk, named)),
        payment_input=_has_input(walk, fields),
        deliveries=offers.deliveries,
        delivery_groups=offers.groups,
        order_button=_order_button(walk),
        rows=tuple(dict.fromkeys((row.label, row.price) for row in raw.rows)),
        messages=raw.messages,
        invalid=raw.invalid,
        headings=walk.now.headings,
        known=known,
    )


def in_body(walk: Walk, control: Control) -> bool:
    """Tell whether a control belongs to the body of a page; the foot of a form or of a dialog is often named footer."""
    if control.area not in BESIDE:
        return True
    dialogs = {layer.index for layer in walk.now.layers if layer.modal}
    return control.form_fields >= LARGE_FORM or control.layer in dialogs


def _of_a_product(control: Control) -> bool:
    """Tell whether a button belongs to a product shown beside the form, such as "buy now" of a recommended one."""
    return control.card >= 0 and control.form_fields < LARGE_FORM


def of_the_shop(walk: Walk, address: str) -> bool:
    """Tell whether a frame is the shop's own: nothing is typed or pressed in one of somebody else's."""
    return (
        not address or address == "about:blank" or any(same_site(address, known) for known in (walk.home, walk.now.url))
    )


def _buttons(walk: Walk, named: set[str]) -> tuple[PaymentOffer, ...]:
    """List ways to pay that are buttons or tabs; express ways stand apart from a form and are none of its choices."""
    offers = []
    for control in walk.now.visible:
        said = control.said
        if not in_body(walk, control) or _of_a_product(control) or control.tag in {"select", "input"} or said in named:
            continue
        ways = ways_named(said) if len(said.split()) <= LONGEST_WAY else ()
        pressable = control.tag == "button" or control.role in {"button", "tab", "option"} or control.kind == "pointer"
        if ways and pressable and (control.submits or not is_express(said)):
            offers.append(PaymentOffer(label=said[:120], ways=ways, chosen=control.checked))
    return tuple(offers)


def _has_input(walk: Walk, fields: Iterable[Field]) -> bool:
    if any(
        f.visible and (purpose_of(f) is Purpose.CARD or says("payment_input", f"{f.name} {f.label}")) for f in fields
    ):
        return True
    words = load_vocabulary()
    for frame in walk.now.frames:
        parts = urlsplit(frame.src)
        service = words.service(parts.hostname or "", parts.path or "/")
        if not frame.visible or service is None or service.category != "payment":
            continue
        least = WIDGET_PX if is_express(service.name) else INPUT_PX[1]
        if frame.box.width >= INPUT_PX[0] and frame.box.height >= least:
            return True
    return False


def _order_button(walk: Walk) -> Control | None:
    """Find the button that orders; an enabled one comes first, and one that merely leads on is none."""
    found = [c for c in walk.now.visible if in_body(walk, c) and not _of_a_product(c) and _orders(c, walk.language)]
    return next((c for c in found if c.enabled), found[0] if found else None)


def _orders(control: Control, language: str) -> bool:
    if control.type in {"radio", "checkbox"} or control.tag == "select":
        return False
    best = max(matches(control, intent, language) for intent in ("place_order", "order_obligation"))
    subscribes = control.form_asks and control.form_fields <= 2
    return best >= SURE and best > matches(control, "go_on", language) and not subscribes


def plain(text: str) -> str:
    """Take the signs of icon fonts out of a label."""
    return " ".join("".join(sign for sign in text if category(sign) != "Co").split())


def _kind_of(label: str) -> str:
    """Say what a line of the sums is; "cash on delivery" is a fee of a way to pay."""
    if ways_named(label):
        return "other_cost"
    return next((kind for kind in ("subtotal", "delivery", "total", "other_cost") if says(kind, label)), "")
