"""The lines that pages show, told apart by the step of a purchase at which a customer meets them."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.derive.text.same_page import same_page
from auditor.model import PageKind, Visit

__all__ = ["POLICIES", "lines_of", "own_lines"]

# Pages that speak of deliveries for the whole shop.
POLICIES = (
    PageKind.DELIVERY,
    PageKind.TERMS,
    PageKind.FAQ,
    PageKind.RETURNS,
    PageKind.CONTACT,
    PageKind.ABOUT,
    PageKind.OTHER,
    PageKind.HOME,
)


def lines_of(visit: Visit) -> tuple[str, ...]:
    """Return what a visitor could see of a page, line by line."""
    return tuple(line.strip() for line in visit.facts.text.split("\n") if line.strip())


def own_lines(visit: Visit, others: Sequence[Visit]) -> tuple[str, ...]:
    """Return a page's lines; of a cart that lies over another page only those that the other page does not show."""
    below = [one for one in others if one.kind is not visit.kind and same_page(one.url, visit.url)]
    known = {line for one in below for line in lines_of(one)}
    return tuple(line for line in lines_of(visit) if line not in known)
