"""What the head of a page tells machines: its meta elements and its links, such as canonical address and languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml.html import HtmlElement

__all__ = ["HeadLink", "head_links_of", "meta_of", "metas_of"]

MAX_METAS, MAX_LINKS = 200, 300
_RELS = frozenset({"canonical", "alternate"})


@dataclass(frozen=True)
class HeadLink:
    """A link element: its relation, its address as written and made absolute, and the language it names."""

    rel: str
    href: str
    written: str
    hreflang: str = ""


def metas_of(root: HtmlElement) -> tuple[tuple[str, str], ...]:
    """Return the meta elements as pairs of name (or property), in lower case, and content, in the page's order."""
    found: list[tuple[str, str]] = []
    for node in root.iter("meta"):
        name = node.get("name") or node.get("property") or node.get("itemprop") or ""
        if name and len(found) < MAX_METAS:
            found.append((name.strip().lower(), " ".join((node.get("content") or "").split())[:600]))
    return tuple(found)


def head_links_of(root: HtmlElement, url: str) -> tuple[HeadLink, ...]:
    """Return the links to the canonical address and to alternates."""
    found: list[HeadLink] = []
    for node in root.iter("link"):
        rels = _RELS & set((node.get("rel") or "").lower().split())
        written = (node.get("href") or "").strip()[:600]
        for rel in sorted(rels)[: MAX_LINKS - len(found)]:
            try:
                href = urljoin(url, written)
            except ValueError:
                href = ""
            found.append(HeadLink(rel, href, written, (node.get("hreflang") or "").strip()[:40]))
    return tuple(found)


def meta_of(metas: Iterable[tuple[str, str]], *names: str) -> str:
    """Return the first content that is not empty of the named meta elements, the names in order of preference."""
    pairs = tuple(metas)
    return next((content for name in names for key, content in pairs if key == name and content), "")
