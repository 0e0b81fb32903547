"""Help for using what was bought: instructions on product pages, a section of guides, a warranty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.derive.page.digest import digest_of
from auditor.derive.sees import Sees
from auditor.derive.service.service_pages import Named, each_page, means, named_pages, pointing_at, sentences
from auditor.model import Evidence, PageKind, Visit
from auditor.vocabulary.wordings import wording

__all__ = ["WARRANTY_ON", "GuidesSeen", "guides_seen"]

WARRANTY_ON = (PageKind.PRODUCT, PageKind.FAQ, PageKind.GUIDE, PageKind.TERMS, PageKind.RETURNS, PageKind.CONTACT)
LEAST = 0.6
LONGEST_LABEL = 60


@dataclass(frozen=True)
class GuidesSeen:
    """Each kind of help with its place."""

    named: Named
    on_product: Evidence | None = None
    section: Evidence | None = None
    warranty: Evidence | None = None


def guides_seen(sees: Sees, visits: Sequence[Visit]) -> GuidesSeen:
    """Look for care and use on product pages, for guides of the shop's own, and for what is said of a warranty."""
    named = named_pages(sees, visits, ("instructions",))
    products = each_page(visit for visit in visits if visit.kind is PageKind.PRODUCT)
    on_product = next((one for page in products if (one := _on_product(sees, page))), None)
    guides = (visit for visit in visits if visit.kind is PageKind.GUIDE)
    section = next((one for page in each_page((*guides, *named.pages)) if (one := _section(sees, page))), None)
    places = sorted((v for v in visits if v.kind in WARRANTY_ON), key=lambda v: WARRANTY_ON.index(v.kind))
    warranty = next((one for page in each_page((*places, *named.pages)) if (one := _warranty(sees, page))), None)
    return GuidesSeen(named, on_product, section, warranty)


def _on_product(sees: Sees, visit: Visit) -> Evidence | None:
    """Find words about care or use, or a link to instructions, on the product's own part of its page."""
    for said in sentences(sees, visit):
        if wording("care_guide").search(said):
            return pointing_at(visit, said)
    for link in visit.facts.links:
        short = 0 < len(link.said) <= LONGEST_LABEL
        own = link.area == "main" and (link.visible or link.revealed)
        if own and short and not wording("warranty_told").search(link.said) and _instructs(sees, visit, link.said):
            return pointing_at(visit, link.said, link.selector)
    return None


def _instructs(sees: Sees, visit: Visit, said: str) -> bool:
    return means(sees, visit, "instructions", said) >= LEAST


def _section(sees: Sees, visit: Visit) -> Evidence | None:
    """Find a page that is about using things: its title or its first lines say so; tables of sizes are none."""
    if visit.kind in {PageKind.PRODUCT, PageKind.CATEGORY, PageKind.HOME, PageKind.TERMS}:
        return None
    head = (visit.title, *sentences(sees, visit)[:6])
    told = any(wording("care_guide").search(one) for one in head)
    named = _instructs(sees, visit, visit.title.split("|")[0].split(" – ")[0])
    return pointing_at(visit) if told or (named and not wording("warranty_told").search(visit.title)) else None


def _warranty(sees: Sees, visit: Visit) -> Evidence | None:
    for said in (*sentences(sees, visit), digest_of(sees, visit).title):
        if wording("warranty_told").search(said) and not wording("not_a_warranty").search(said):
            return pointing_at(visit, said)
    return None
