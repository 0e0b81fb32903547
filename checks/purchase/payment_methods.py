from auditor.check import Context, Need, Option, Trail, Verdict, check, scored, unknown
from auditor.derive.checkout.payments import kinds_of, lets_choose, offered_methods, pictured_methods
from auditor.derive.page.digest import digest_of
from auditor.derive.searched import searched_for
from auditor.model import Basis, Confidence, DeepStep, Evidence, PageKind, Severity, Stage, Visit

__all__ = ["payment_methods"]

# What customers of a country expect, as groups of kinds or names of which one is enough: our convention.
LOCAL = {
    "FI": ("bank|paytrail|trustly", "mobilepay|vipps", "card"),
    "SE": ("swish|trustly|bank", "klarna|walley|qliro|svea|invoice", "card"),
    "NO": ("vipps|mobilepay", "klarna|walley|invoice|svea", "card"),
    "DK": ("mobilepay|vipps", "viabill|klarna|bank|wallet", "card"),
    "EE": ("bank", "instalment|invoice|wallet", "card"),
    "DE": ("paypal", "invoice|klarna", "card"),
}
ANYWHERE = ("card", "wallet|mobile", "bank|invoice|instalment")
SET, FOURTH, EXPRESS, BROKEN_PROMISE = 90, 5, 5, 20
_EXPRESS = frozenset({"paypal", "apple-pay", "google-pay", "shop-pay", "amazon-pay", "vipps"})
_BRANDS_OF_CARDS = frozenset({"visa", "mastercard", "maestro", "amex", "dankort", "diners", "eurocard"})


@check(
    stage=Stage.PURCHASE,
    weight=7,
    severity=Severity.MAJOR,
    effort="weeks",
    needs={Need.VISITS},
    title="Customers can pay the way they are used to",
    failure_title="A usual way to pay is missing",
    messages={
        "complete": "The checkout offers the ways to pay that customers of the country expect.",
        "gaps": "The checkout lacks ways to pay that customers of the country expect: {missing}.",
        "broken-promise": "Pages show logos of ways to pay that the checkout does not offer: {promised}.",
        "logos-only": "Only logos of ways to pay were seen; the checkout's own choice was not reached.",
        "choice-not-read": "The checkout names {offered}, but where all ways to pay are chosen was not reached.",
        "not-reached": "The walk did not reach the checkout, so the ways to pay are not known.",
        "not-seen": "The ways to pay could not be seen before personal data is asked.",
    },
    advice="Add the missing way to pay, or take its logo off the pages.",
    source="What a country expects is our convention; Baymard: too few methods among the reasons to leave (2024).",
    options={
        "expected": Option((), "ids or kinds", "groups such as 'bank|paytrail'; empty takes those of the country")
    },
)
def payment_methods(trail: Trail, context: Context) -> Verdict:
    """A customer whose way to pay is missing has no second choice; a logo that promises it only makes it worse.

    What a checkout offers is told apart from logos, which prove nothing. Where a deep checkout came to the choice of
    payment, that choice counts.
    """
    behind = tuple(dict.fromkeys(way for step in _steps(context) for one in step.payments for way in one.ways))
    seen = {step.page for step in _steps(context)}
    checkouts = trail.of(PageKind.CHECKOUT)
    if behind:
        checkouts = tuple(page for page in checkouts if page.id in seen) or checkouts
    fields = tuple(field for page in checkouts for field in page.facts.fields)
    chosen = behind or offered_methods(fields, ())
    offered = behind or offered_methods(
        fields,
        (line for page in checkouts for line in (*_lines(digest_of(context, page).main), *page.facts.buttons)),
    )
    # What can be chosen is offered for sure; a sentence may name a way to pay without offering it.
    sureness = Confidence.HIGH if set(offered) <= set(chosen) else Confidence.MEDIUM
    pages = [visit for visit in trail.visits if visit.kind in {PageKind.HOME, PageKind.PRODUCT, PageKind.CART}]
    logos = pictured_methods(
        (image for page in pages for image in page.facts.images),
        (digest_of(context, page) for page in pages),
    )
    value = {"checkout": list(offered) if offered else None, "logos": list(logos)}
    evidence = tuple(_evidence(page, offered) for page in checkouts[:2])
    if not offered:
        basis = Basis.LOGO if logos else None
        return unknown(
            "logos-only" if logos else "not-seen" if checkouts else "not-reached", evidence, value=value, basis=basis
        )
    expected = tuple(context.options["expected"]) or LOCAL.get(context.site.country or "", ANYWHERE)
    missing = tuple(group.split("|")[0] for group in expected if not _met(group, offered))
    promised = tuple(one for one in logos if one not in offered and not _covered(one, offered))
    # Express buttons before the choice of payment are offered, but do not tell that anything is lacking.
    if (missing or promised) and not (behind or lets_choose(fields)):
        return unknown("choice-not-read", evidence, value=value, data={"offered": offered}, basis=Basis.CHECKOUT)
    points = SET * (len(expected) - len(missing)) / len(expected)
    points += FOURTH * (len(kinds_of(offered)) >= len(expected) + 1) + EXPRESS * bool(_EXPRESS & set(offered))
    points -= BROKEN_PROMISE * bool(promised)
    message = "gaps" if missing else "broken-promise" if promised else "complete"
    data = {"missing": missing, "promised": promised, "offered": offered}
    searched = searched_for(context, fields=checkouts, buttons=checkouts, text=checkouts) if missing else None
    more = {"basis": Basis.CHECKOUT, "confidence": sureness, "rule": "methods", "searched": searched}
    return scored(points, message, evidence, value=value, data=data, **more)


def _steps(context: Context) -> tuple[DeepStep, ...]:
    """Return the steps on which a deep checkout met a choice of payment."""
    deeps = (walk.deep for walk in context.others.values() if walk.deep)
    return tuple(step for deep in deeps for step in deep.steps if step.payments)


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _met(group: str, offered: tuple[str, ...]) -> bool:
    have = {*offered, *kinds_of(offered)}
    return any(one in have for one in group.split("|"))


def _covered(logo: str, offered: tuple[str, ...]) -> bool:
    """Say whether a logo's brand is part of something offered: Visa of cards, a bank of bank payment or a provider."""
    if logo in _BRANDS_OF_CARDS:
        return "card" in offered
    known = kinds_of((logo,))
    return not known or "bank" in known or any(one in offered for one in ("paytrail", "stripe", "adyen", "nets"))


def _evidence(page: Visit, offered: tuple[str, ...]) -> Evidence:
    return Evidence(page=page.id, excerpt=", ".join(offered), screenshot=page.screenshot)
