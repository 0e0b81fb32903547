"""Whether a shop links an accessibility statement."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.derive.page.digest import site_language
from auditor.derive.sees import Sees
from auditor.model import PageKind, Visit
from auditor.vocabulary import load_vocabulary

__all__ = ["statement_linked"]

SURE = 0.7


def statement_linked(sees: Sees, visits: Iterable[Visit]) -> bool:
    """Say whether a page or a link of an accessibility statement was seen.

    In Swedish, Danish and Norwegian the same word means stock, so there the address or the page must say it as well.
    """
    words = load_vocabulary()
    for visit in visits:
        if visit.kind is PageKind.ACCESSIBILITY:
            return True
        language = site_language(sees, visit)
        for link in visit.facts.links:
            hit = words.match("accessibility_statement", link.said, language)
            sure = hit is not None and hit.strength >= SURE and language not in {"sv", "da", "nb", "no"}
            if sure or (link.href and words.slug("accessibility_statement", link.href)):
                return True
    return False
