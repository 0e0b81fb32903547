from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.searched import expected_at_foot, searched_for
from auditor.derive.service.contacts import asked_for_contacts, contacts_of
from auditor.derive.service.service_pages import unread_pages
from auditor.derive.service.trader import asked_for_trader, trader_of
from auditor.model import Basis, Confidence, PageKind, Severity, Stage
from auditor.vocabulary.duties import duty_of

__all__ = ["trader_identity"]

# The pages on which a seller is named, by what their links say.
TELLING = {"contact": PageKind.CONTACT, "imprint_company": PageKind.ABOUT, "terms": PageKind.TERMS}
NAME, ADDRESS, EMAIL, NUMBER, PHONE, NEAR = 20, 20, 20, 20, 10, 10


@check(
    stage=Stage.CONSIDERATION,
    weight=7,
    severity=Severity.CRITICAL,
    effort="hours",
    needs={Need.VISITS, Need.HOME},
    title="The shop tells who sells",
    failure_title="A robot did not find who sells",
    messages={
        "complete": "Name, address, e-mail and business number of the seller were found: {name}, {number}.",
        "found": "Found of the seller: {found}.",
        "gaps": "Found of the seller: {found}. Not found by a robot: {missing}.",
        "wrong-number": "The check digit of the business number {number} is wrong. Found besides: {found}.",
        "none": "A robot found no name, address, e-mail or business number of the seller.",
        "not-read": "Pages that may tell who sells are linked, but were not read.",
    },
    words=("name", "address", "email", "business number", "phone"),
    advice="Put the firm's name, postal address, e-mail and business number into the footer.",
    source="Directive 2000/31/EC art. 5; CRD 2011/83 art. 6(1)(b)–(c); check digits by python-stdnum; points are ours.",
)
def trader_identity(trail: Trail, context: Context) -> Verdict:
    """Who cannot see whom they pay does not pay; a firm with a name, an address and a number can be looked up.

    Found or not found by a robot. Numbers of payment providers in a shop's terms are not the shop's. Where no number of
    the shop's country is known, the other facts alone are judged.
    """
    rule = duty_of("business_id", context.site.country, context.duties_as_of)
    seen = contacts_of(context, trail.visits)
    trader = trader_of(context, trail.visits, rule.more if rule else None)
    facts = {
        "name": (trader.name or None, NAME),
        "address": (seen.address, ADDRESS),
        "email": (seen.email, EMAIL),
        "business number": (trader.number.number if trader.number else None, NUMBER if rule else 0),
        "phone": (seen.phone.number if seen.phone else None, PHONE),
    }
    asked = {name: fact for name, (fact, points) in facts.items() if points}
    found = tuple(name for name, fact in asked.items() if fact)
    missing = tuple(name for name, fact in asked.items() if not fact)
    unread = unread_pages(context, trail.visits, TELLING) if missing else ()
    if unread:
        return unknown("not-read", unread)
    near = trader.clicks is not None and trader.clicks <= 1
    most = sum(points for _fact, points in facts.values()) + NEAR
    score = 100 * (sum(points for fact, points in facts.values() if fact) + NEAR * near) / most
    whole = "gaps" if score < 90 else "complete" if trader.number else "gaps" if missing else "found"
    message = "none" if not found else "wrong-number" if trader.wrong else whole
    number = trader.number or trader.wrong
    links, text = asked_for_contacts(trail.visits), asked_for_trader(trail.visits)
    return scored(
        score,
        message,
        (*trader.where, *(seen.where if found else ())) or expected_at_foot(trail.visits),
        value={name.replace(" ", "_"): fact for name, fact in asked.items()},
        data={"found": found, "missing": missing, "name": trader.name, "number": number.number if number else "–"},
        basis=Basis.PAGE,
        searched=searched_for(context, *TELLING, links=links, text=text) if missing else None,
        confidence=Confidence.MEDIUM if missing and not trader.wrong else Confidence.HIGH,
    )
