"""What search engines show of pages: titles and descriptions, and which of them stand on more than one page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.derive.page.digest import Digest, digest_of
from auditor.derive.sees import Sees
from auditor.derive.text.same_page import same_page
from auditor.model import PageKind, Visit

__all__ = ["Snippet", "distinct_pages", "snippets_of"]

# Pages that no shop wants to be found by, and answers that are no page.
_NOT_FOR_SEARCH = frozenset(
    {PageKind.SEARCH, PageKind.CART, PageKind.CHECKOUT, PageKind.LOGIN, PageKind.TRACKING, PageKind.ERROR}
)
_NEXT_PAGE = re.compile(
    r"[?&](?:page|p|sivu|sida|seite|side|lk|offset|start)=\d+|/(?:page|sivu|sida|side|seite)/\d+", re.I
)


@dataclass(frozen=True)
class Snippet:
    """One page's title and description; ``again`` says that another page of the same language has it as well."""

    visit: Visit
    title: str
    description: str
    title_again: bool = False
    description_again: bool = False


def distinct_pages(visits: Iterable[Visit]) -> tuple[Visit, ...]:
    """Return the first good visit of each address, in order of recording; fragments do not make a page."""
    found: dict[str, Visit] = {}
    for visit in visits:
        if (visit.status or 200) < 400 and visit.part != "probe":
            found.setdefault(visit.url.partition("#")[0], visit)
    return tuple(found.values())


def snippets_of(sees: Sees, visits: Iterable[Visit]) -> tuple[Snippet, ...]:
    """Return the snippets of pages that may be found by search; variants and further pages of a list are left out."""
    pages = [
        (visit, digest_of(sees, visit))
        for visit in distinct_pages(visits)
        if visit.kind not in _NOT_FOR_SEARCH and not _NEXT_PAGE.search(visit.url)
    ]
    own = [(visit, digest) for visit, digest in pages if _is_own(digest)]
    titles = Counter((digest.lang[:2], _plain(visit.title)) for visit, digest in own)
    descriptions = Counter((digest.lang[:2], _plain(digest.description)) for _visit, digest in own)
    return tuple(
        Snippet(
            visit,
            visit.title.strip(),
            digest.description,
            titles[(digest.lang[:2], _plain(visit.title))] > 1,
            descriptions[(digest.lang[:2], _plain(digest.description))] > 1,
        )
        for visit, digest in own
    )


def _is_own(digest: Digest) -> bool:
    """Say whether a page is what search engines list; one that names another canonical address is not."""
    return not digest.canonical or same_page(digest.canonical, digest.url) or not digest.canonical.startswith("http")


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
