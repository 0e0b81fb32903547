"""Whether search engines may list the shop's key pages, and which address of each they are told to list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.derive.discovery.snippets import distinct_pages
from auditor.derive.page.digest import Digest, digest_of
from auditor.derive.sees import Sees
from auditor.derive.text.same_page import same_page
from auditor.model import PageKind, SearchEyesSeen, Visit
from auditor.vocabulary import load_vocabulary

__all__ = ["KEY_PAGES", "Hindrance", "canonical_faults", "hindrances"]

KEY_PAGES = (PageKind.HOME, PageKind.CATEGORY, PageKind.PRODUCT)
_NOINDEX = re.compile(r"\b(?:noindex|none)\b", re.IGNORECASE)
# A rule for another robot than Google's ("bingbot: noindex"); without a name a rule is for all.
_NAMED = re.compile(r"^\s*([a-z][\w-]*)\s*:\s*(.*)$", re.IGNORECASE)
_VALUED = frozenset({"max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"})


@dataclass(frozen=True)
class Hindrance:
    """What keeps a key page out of search: its kind, its address, and the words that do it."""

    how: str
    url: str
    kind: PageKind
    said: str
    visit: Visit | None = None


def hindrances(sees: Sees, visits: Iterable[Visit], eyes: SearchEyesSeen | None) -> tuple[Hindrance, ...]:
    """List what keeps home, categories and products out of search; variants that point to another page are skipped.

    Only pages that were opened on purpose count: a filtered list that a crawl came upon may rightly stay out, and so
    may the shop's own search where it shows all goods.
    """
    pages = [visit for visit in distinct_pages(visits) if visit.kind in KEY_PAGES and visit.part != "crawl"]
    pages = [visit for visit in pages if not _is_search(visit.kind, visit.url)]
    found = [
        Hindrance("noindex", visit.url, visit.kind, said, visit)
        for visit in pages
        if _is_own(digest_of(sees, visit)) and (said := _robots_meta(digest_of(sees, visit)))
    ]
    for page in eyes.pages if eyes else ():
        if _is_search(page.kind, page.url):
            continue
        visit = next((one for one in pages if same_page(one.url, page.url)), None)
        if said := _of_header(page.robots_tag):
            found.append(Hindrance("header", page.url, page.kind, f"X-Robots-Tag: {said}", visit))
        if page.google_allowed is False:
            found.append(Hindrance("blocked", page.url, page.kind, f"robots.txt: {urlsplit(page.url).path}", visit))
    return tuple(found)


def _is_search(kind: PageKind, url: str) -> bool:
    return kind is PageKind.CATEGORY and load_vocabulary().slug("search", url)


def canonical_faults(sees: Sees, visits: Iterable[Visit]) -> Iterator[tuple[Visit, str]]:
    """Yield key pages whose canonical address leads astray: to another site, to home, or to two places at once."""
    for visit in distinct_pages(visits):
        if visit.kind not in KEY_PAGES or visit.part == "crawl":
            continue
        digest = digest_of(sees, visit)
        told = list(dict.fromkeys(one.href for one in digest.head_links if one.rel == "canonical" and one.written))
        if len({one.partition("#")[0].rstrip("/") for one in told}) > 1:
            yield visit, " · ".join(told)
        elif told and told[0].startswith("http"):
            elsewhere = _host(told[0]) != _host(visit.url)
            to_home = visit.kind is not PageKind.HOME and not urlsplit(told[0]).path.strip("/") and _deep(visit.url)
            if elsewhere or (to_home and not urlsplit(told[0]).query):
                yield visit, told[0]


def _robots_meta(digest: Digest) -> str:
    said = [content for name, content in digest.metas if name in {"robots", "googlebot"}]
    return next((one for one in said if _NOINDEX.search(one)), "")


def _of_header(tag: str) -> str:
    """Return the part of an X-Robots-Tag that keeps Google out; a name in front holds until the next name."""
    robot = ""
    for part in tag.split(","):
        named = _NAMED.match(part)
        if named and named[1].lower() not in _VALUED:
            robot, part = named[1].lower(), named[2]
        if robot in {"", "googlebot"} and _NOINDEX.search(part):
            return part.strip()
    return ""


def _is_own(digest: Digest) -> bool:
    return not digest.canonical.startswith("http") or same_page(digest.canonical, digest.url)


def _deep(url: str) -> bool:
    split = urlsplit(url)
    return bool(split.path.strip("/")) and not split.fragment


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower().removeprefix("www.")
