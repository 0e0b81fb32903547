"""How a page's own part is built: headings, pairs of name and value, list entries, breadcrumbs, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

__all__ = ["ARROWS", "Outline", "outline_of"]

MAX_KEPT = 120
_HEADINGS = frozenset({"h2", "h3", "h4", "h5"})
_PARTS = (*_HEADINGS, "table", "form", "article", "section")
_CHROME = frozenset({"header", "footer", "nav", "dialog"})
_CRUMBS = re.compile(r"bread-?crumb|crumbs|murupolku|brödsmul|smulsti|brødkrumme|woocommerce-breadcrumb", re.IGNORECASE)
# What stands between the parts of breadcrumbs.
ARROWS = "›»>→❯"
_BETWEEN = re.compile(rf"\s*[{ARROWS}]\s*|\s+/\s+")
_FIRST_PAGE = re.compile(r"(?:https?://[^/?#]+)?/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?", re.IGNORECASE)
# A link of such a trail stands in a list's entry at most: entry, list, and what holds it.
ABOVE = 3
LONGEST_NAME, LONGEST_VALUE = 60, 200


@dataclass(frozen=True)
class Outline:
    """The build of a page's own part; ``pairs`` are rows of tables and lists, ``crumbs`` what leads here."""

    headings: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    entries: int = 0
    crumbs: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


def outline_of(page: HtmlElement) -> Outline:
    """Read the build of a page; what stands in its header, menus, footer and dialogs is left out."""
    mains = page.xpath(".//main | .//*[@role='main']")
    main = max(mains, key=lambda one: len(one.text_content()), default=page)
    return Outline(
        headings=tuple(_said(one) for one in main.iter(*_HEADINGS) if _own(one, main))[:MAX_KEPT],
        pairs=tuple(pair for pair in _pairs(main) if all(pair))[:MAX_KEPT],
        entries=sum(1 for one in main.iter("li") if _own(one, main) and 2 < len(_said(one)) < LONGEST_VALUE),
        crumbs=_crumbs(page),
        dates=tuple(str(one) for one in page.xpath(".//time/@datetime"))[:MAX_KEPT],
    )


def _pairs(main: HtmlElement) -> Iterator[tuple[str, str]]:
    for row in main.iter("tr"):
        cells = [_said(cell) for cell in row if cell.tag in {"th", "td"}]
        if len(cells) == 2 and len(cells[0]) <= LONGEST_NAME and len(cells[1]) <= LONGEST_VALUE and _own(row, main):
            yield cells[0], cells[1]
    for name in main.iter("dt"):
        value = name.getnext()
        # Tabs and folds are lists of terms too; theirs hold parts of the page, not values.
        if value is not None and value.tag == "dd" and _own(name, main) and next(value.iter(*_PARTS), None) is None:
            yield _said(name)[:LONGEST_NAME], _said(value)[:LONGEST_VALUE]


def _crumbs(page: HtmlElement) -> tuple[str, ...]:
    """Return the links of the breadcrumbs that the page shows, by their name or by their build."""
    for node in page.iter("nav", "ol", "ul", "div", "p", "section"):
        marks = " ".join(str(node.get(key) or "") for key in ("class", "id", "aria-label", "itemtype", "typeof"))
        if not _CRUMBS.search(marks):
            continue
        links = [_said(one) for one in node.iter("a")]
        if any(links) and len(node.text_content()) < 600:
            return tuple(link[:80] for link in links if link)[:12]
    first = (link for link in page.iter("a") if _FIRST_PAGE.fullmatch(link.get("href") or "#"))
    around = (node for link in first for node in islice(link.iterancestors(), ABOVE))
    return next((trail for node in around if (trail := _unnamed(node))), ())


def _unnamed(node: HtmlElement) -> tuple[str, ...]:
    """Return the links of a line that leads from the first page to a last part without a link: "Home › Mugs › Blue"."""
    links = [_said(one) for one in node.iter("a")]
    parts = [part.strip() for part in _BETWEEN.split(_said(node))]
    return tuple(links) if all(parts) and parts[:-1] == links and len(parts[-1]) <= LONGEST_VALUE else ()


def _own(node: HtmlElement, main: HtmlElement) -> bool:
    for up in node.iterancestors():
        if up is main:
            return True
        if up.tag in _CHROME:
            return False
    return True


def _said(node: HtmlElement) -> str:
    return " ".join(node.text_content().split())[:300]
