"""How easy it is to send something back: a form or portal, a label or code, who pays, and steps to follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.derive.page.digest import digest_of, page_text
from auditor.derive.page.fields import is_newsletter, is_search
from auditor.derive.sees import Sees
from auditor.derive.service.policies import free_return_in
from auditor.derive.service.policy_path import policy_path
from auditor.derive.service.service_pages import Named, each_page, named_pages, pointing_at, sentences
from auditor.model import Evidence, Field, PageKind, Visit
from auditor.vocabulary.denied import found_in
from auditor.vocabulary.wordings import wording

__all__ = ["ReturningSeen", "returning_seen"]

FEW_STEPS = 3
_STEP = re.compile(
    r"^(?:vaihe|steg|step|schritt|trinn|trin|samm)?\s*([1-9])\s?[.):]\s?\S", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True)
class ReturningSeen:
    """What makes a return easy, each with the place where it was seen; ``pages`` are those about returns."""

    named: Named
    pages: tuple[Visit, ...] = ()
    portal: Evidence | None = None
    label: Evidence | None = None
    free: Evidence | None = None
    steps: Evidence | None = None


def returning_seen(sees: Sees, visits: Sequence[Visit]) -> ReturningSeen:
    """Read the pages about returns; terms count where no page of their own tells about returns."""
    named = named_pages(sees, visits, ("returns",), PageKind.RETURNS)
    policy = policy_path(sees, visits).url
    inside = (visit for visit in visits if policy and visit.url == policy)
    pages = tuple(each_page((*named.pages, *inside)))
    return ReturningSeen(
        named,
        pages,
        portal=next((one for page in pages if (one := _portal(sees, page))), None),
        label=next((one for page in pages if (one := _label(sees, page))), None),
        free=next((one for page in pages if (one := _free(sees, page))), None),
        steps=next((one for page in pages if (one := _steps(sees, page))), None),
    )


def _portal(sees: Sees, visit: Visit) -> Evidence | None:
    field = _form(visit)
    if field:
        return pointing_at(visit, field.label or field.placeholder or field.name, field.selector)
    for anchor in digest_of(sees, visit).anchors:
        if wording("return_hosts").search(anchor.href.partition("?")[0]) or (
            wording("return_portal").search(anchor.text) and not anchor.href.lower().startswith(("mailto:", "tel:"))
        ):
            return pointing_at(visit, anchor.text or anchor.href)
    return None


def _form(visit: Visit) -> Field | None:
    """Return the first field of a form for returns: it asks for the order, or has room to say what comes back."""
    fields = [one for one in visit.facts.fields if one.visible and not is_search(one) and not is_newsletter(one)]
    if visit.kind is not PageKind.RETURNS or any(one.type == "password" for one in fields):
        return None
    for one in fields:
        beside = [other for other in fields if other.form == one.form]
        asks = f"{one.label} {one.placeholder} {one.name} {one.id}"
        if len(beside) > 1 and wording("order_number").search(asks):
            return one
    return None


def _label(sees: Sees, visit: Visit) -> Evidence | None:
    for said in sentences(sees, visit):
        if found_in(wording("return_label"), said, clause=True):
            return pointing_at(visit, said)
    return None


def _free(sees: Sees, visit: Visit) -> Evidence | None:
    for said in sentences(sees, visit):
        if free_return_in(said) and not wording("not_a_free_return").search(said):
            return pointing_at(visit, said)
    return None


def _steps(sees: Sees, visit: Visit) -> Evidence | None:
    if visit.kind not in {PageKind.RETURNS, PageKind.WITHDRAWAL}:
        return None  # the sections of terms are numbered as well
    text = page_text(sees, visit)
    numbers = {int(hit[1]) for hit in _STEP.finditer(text) if len(hit.group()) < len(text)}
    if digest_of(sees, visit).numbered >= FEW_STEPS or set(range(1, FEW_STEPS + 1)) <= numbers:
        return pointing_at(visit)
    return None
