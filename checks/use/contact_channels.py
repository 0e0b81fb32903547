from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.searched import expected_at_foot, searched_for
from auditor.derive.service.contacts import Contacts, asked_for_contacts, contacts_of
from auditor.model import Basis, Confidence, Severity, Stage

__all__ = ["contact_channels"]

PHONE, EMAIL, FORM, CHAT, TAPPABLE, HOURS = 25, 20, 15, 20, 10, 10
FAR_COST, PREMIUM_COST = 10, 15
PASSES_FROM = 90


@check(
    stage=Stage.USE,
    weight=9,
    severity=Severity.CRITICAL,
    effort="hours",
    needs={Need.VISITS, Need.HOME},
    title="Customers can reach the shop",
    failure_title="Customers can hardly reach the shop",
    messages={
        "several": "Customers can reach the shop in several ways: {found}.",
        "few": "Ways to reach the shop: {found}. Missing: {missing}.",
        "none": "No way to reach the shop was found.",
        "not-read": "A page of contacts is linked but could not be read, so what seems missing may stand there.",
    },
    words=("phone", "email", "form", "chat", "hours"),
    advice="Show a telephone number and an e-mail address that open on a tap, with hours, on every page.",
    source="CRD 2011/83 art. 6(1)(c): address, telephone and e-mail; the points are our convention.",
)
def contact_channels(trail: Trail, context: Context) -> Verdict:
    """A customer with a question buys when it is answered; one whose parcel is lost comes back when someone picks up.

    A dead link, or the word "Phone" without a number, is no contact, nor are those of a payment provider.
    """
    seen = contacts_of(context, trail.visits)
    ways = {
        "phone": seen.phone.number if seen.phone else None,
        "email": seen.email,
        "form": seen.form,
        "chat": seen.chat,
        "address": seen.address,
        "hours": seen.hours,
    }
    found = tuple(name for name in ("phone", "email", "form", "chat") if ways[name])
    missing = tuple(name for name in ("phone", "email", "form", "chat", "hours") if not ways[name])
    points = _points(seen)
    if seen.unread and missing and round(points) < PASSES_FROM:
        # What was not found may stand on the page that was not read.
        told = {key: ways[key] for key in ("email", "phone", "form", "chat", "address", "hours") if ways[key]}
        return unknown("not-read", seen.where, value=told, data={"found": found}, basis=Basis.PAGE)
    message = "none" if not found else "several" if round(points) >= PASSES_FROM else "few"
    read = asked_for_contacts(trail.visits)
    return scored(
        points,
        message,
        seen.where or expected_at_foot(trail.visits),
        value={key: ways[key] for key in ("email", "phone", "form", "chat", "address", "hours")},
        data={"found": found, "missing": missing, "premium": bool(seen.phone and seen.phone.premium)},
        basis=Basis.PAGE,
        confidence=Confidence.HIGH if found else Confidence.MEDIUM,
        searched=searched_for(context, "contact", "customer_service", links=read, text=read, fields=read),
    )


def _points(seen: Contacts) -> float:
    if not (seen.phone or seen.email or seen.form or seen.chat):
        return 0
    chat = CHAT if seen.chat_seen else CHAT / 2 if seen.chat else 0
    points = PHONE * bool(seen.phone) + EMAIL * bool(seen.email) + FORM * bool(seen.form) + chat
    points += TAPPABLE * seen.tappable + HOURS * bool(seen.hours)
    points -= 0 if seen.on_home or seen.page_linked or seen.chat_seen else FAR_COST
    return points - PREMIUM_COST * bool(seen.phone and seen.phone.premium)
