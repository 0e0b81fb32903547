from auditor.check import Context, Need, Option, Trail, Verdict, check, not_applicable, scored, unknown
from auditor.derive.searched import searched_for
from auditor.derive.service.guides import WARRANTY_ON, guides_seen
from auditor.derive.service.service_pages import pointing_at, unread_pages, without_probes
from auditor.model import Basis, Confidence, PageKind, Severity, Stage

__all__ = ["use_guides"]

# Besides product pages: where a warranty or care is told of.
HELPING = {"instructions": PageKind.GUIDE, "faq_help": PageKind.FAQ, "terms": PageKind.TERMS}
POINTS = {"product": 50, "section": 30, "warranty": 20}
WORDS = {
    "product": "care or use on product pages",
    "section": "guides of the shop's own",
    "warranty": "what is said of a warranty",
}


@check(
    stage=Stage.USE,
    weight=4,
    severity=Severity.MINOR,
    effort="weeks",
    needs={Need.VISITS, Need.PRODUCT},
    title="Customers are told how to use and keep what they bought",
    failure_title="Customers are not told how to use and keep what they bought",
    messages={
        "complete": "The pages help with using the products: {found}.",
        "gaps": "Found: {found}. Not found on the pages that were read: {missing}.",
        "none": "Neither instructions nor a warranty were found on the pages that were read.",
        "not-read": "Nothing was found on the product pages that were read; other pages that may tell were not.",
        "consumables": "The shop is said to sell goods that need no instructions.",
    },
    words=tuple(WORDS.values()),
    advice="Put care and use on each product page, and link the guides that go deeper.",
    source="The points are our convention; Directive (EU) 2024/825 adds a notice of the legal guarantee.",
    options={"consumables": Option(0, "0 or 1", "1 where nothing that is sold needs instructions")},
)
def use_guides(trail: Trail, context: Context) -> Verdict:
    """What is used rightly lasts, and does not come back; instructions spare questions after the sale."""
    if context.options["consumables"]:
        return not_applicable("consumables")
    seen = guides_seen(context, trail.visits)
    places = {"product": seen.on_product, "section": seen.section, "warranty": seen.warranty}
    found = tuple(WORDS[name] for name, place in places.items() if place)
    missing = tuple(WORDS[name] for name, place in places.items() if not place)
    where = tuple(place for place in places.values() if place)
    unread = () if found else unread_pages(context, trail.visits, HELPING)
    if unread:
        return unknown("not-read", unread)
    own = without_probes(trail.visits)
    read = (*(one for one in own if one.kind in WARRANTY_ON), *seen.named.pages)
    return scored(
        sum(POINTS[name] for name, place in places.items() if place),
        "none" if not found else "gaps" if missing else "complete",
        where or tuple(pointing_at(page) for page in trail.of(PageKind.PRODUCT)[:1]),
        value={name: bool(place) for name, place in places.items()},
        data={"found": found, "missing": missing},
        searched=searched_for(context, "instructions", links=own, text=read) if missing else None,
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM,
    )
