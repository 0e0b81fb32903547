"""The parts of a page's body that are read element by element: texts, links, pictures, forms, reviews."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from lxml.html import HtmlElement

__all__ = [
    "MAX_ITEMS",
    "Anchor",
    "Picture",
    "anchors_of",
    "footers_of",
    "found",
    "longest_list",
    "main_text",
    "pictures_of",
    "reviews_of",
    "text_of",
]

MAX_TEXT = 40_000
MAX_ITEMS = 400
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "label",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]  # a list of forty lines tells no more
)
_SILENT = frozenset(["script", "style", "noscript", "template", "svg", "iframe", "object", "head"])
_CHROME = frozenset(["header", "footer", "nav"])
_CHROME_ROLES = frozenset(["banner", "contentinfo", "navigation", "dialog", "alertdialog"])
_CONSENT = re.compile(r"cookie|consent|eväste|cmp-", re.IGNORECASE)
_REVIEW = re.compile(
    r"(?:^|[\s_-])(?:product-?(?:review|comment)|review|arvostelu|arvio|recension|omdome|testfreaks-review|comment_container)"
    r"(?:[-_]{1,2}(?:item|card|body|text|content|entry|list-item))?(?:\s|$)",
    re.IGNORECASE,
)
_BY_LINE = re.compile(r"(?:^|\s)review[-_]{1,2}(?:meta|author|date|by|byline|details)(?:\s|$)", re.IGNORECASE)
_BREAK = "\x1e"
MIN_REVIEW = 12
LONGEST_BADGE = 16
# What a block without content is called where a style draws a picture on it.
_DRAWN = re.compile(r"pay|card|logo|icon|badge|betal|maks", re.IGNORECASE)
_FOOTER = re.compile(r"(^|[-_\s])footer([-_\s]|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Anchor:
    """A link of the page's body with its absolute target."""

    href: str
    text: str


@dataclass(frozen=True)
class Picture:
    """A picture, or a symbol with a name: address, alternative text, class names."""

    src: str
    alt: str
    tokens: str = ""


def _hidden(node: HtmlElement, *, chrome: bool) -> bool:
    if not isinstance(node.tag, str) or node.tag in _SILENT:
        return True
    if chrome:
        return False
    marks = f"{node.get('id', '')} {node.get('class', '')}"
    return (
        node.tag in _CHROME
        or node.get("role") in _CHROME_ROLES
        or bool(_CONSENT.search(marks))
        or bool(_FOOTER.search(marks))
    )


def _pieces(root: HtmlElement, *, chrome: bool) -> Iterator[str]:
    stack: list[HtmlElement | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield "\n" if node is _BREAK else node.replace("\n", " ")
            continue
        if node is not root and _hidden(node, chrome=chrome):
            continue
        if node.tag in _BLOCKS:
            yield "\n"
            stack.append(_BREAK)
        if node.text:
            yield node.text.replace("\n", " ")
        for child in reversed(node):
            if child.tail:
                stack.append(child.tail)
            stack.append(child)


def text_of(root: HtmlElement, *, chrome: bool) -> str:
    """Return an element's words, a line a block; without ``chrome`` header, footer, menus and dialogs are left out."""
    joined = "".join(_pieces(root, chrome=chrome))
    lines = (" ".join(line.split()) for line in joined.split("\n"))
    return "\n".join(line for line in lines if line)[:MAX_TEXT]


def main_text(page: HtmlElement) -> str:
    """Return the page's own words, from its main part or from all that is not chrome."""
    mains = page.xpath(".//main | .//*[@role='main']")
    inner = max((text_of(one, chrome=False) for one in mains), key=len, default="")
    return inner if len(inner) >= 40 else max(inner, text_of(page, chrome=False), key=len)


def found(root: HtmlElement, path: str) -> list[Any]:
    """Return what an XPath that selects nodes or attributes finds."""
    hits = root.xpath(path)
    return hits if isinstance(hits, list) else []


def footers_of(page: HtmlElement) -> list[HtmlElement]:
    """Return the footers of a page."""
    found: list[HtmlElement] = page.xpath(".//footer | .//*[@role='contentinfo']")
    return (
        found
        or [
            one for one in page.iter("div", "section") if _FOOTER.search(f"{one.get('id', '')} {one.get('class', '')}")
        ][:1]
    )


def anchors_of(page: HtmlElement, url: str) -> Iterator[Anchor]:
    """Yield the links with their absolute targets."""
    for link in page.iter("a"):
        href = (link.get("href") or "").strip()
        if href:
            try:
                target = urljoin(url, href)
            except ValueError:
                continue
            yield Anchor(target[:600], " ".join(link.text_content().split())[:200])


def longest_list(page: HtmlElement) -> int:
    """Count the entries of the longest numbered list that is no breadcrumb or menu."""
    lists = (one for one in page.iter("ol") if not any(up.tag in _CHROME for up in one.iterancestors()))
    told = (sum(1 for item in one if item.tag == "li" and len(item.text_content()) > 20) for one in lists)
    return max(told, default=0)


def pictures_of(page: HtmlElement) -> Iterator[Picture]:
    """Yield pictures, symbols that have a name, and empty or short pieces that a style may draw a picture on."""
    for node in page.iter("img", "source", "svg", "i", "span", "li", "use", "div", "a"):
        if node.tag == "img":
            yield Picture((node.get("src") or node.get("data-src") or "")[:300], (node.get("alt") or "")[:200])
        elif node.tag == "source":
            yield Picture((node.get("srcset") or node.get("data-srcset") or "").split(" ")[0][:300], "")
        elif node.tag == "svg":
            named = node.get("aria-label") or " ".join(str(t) for t in node.xpath(".//*[local-name()='title']/text()"))
            # A name that is given by an id says something even where nothing has that id.
            said = (node.get(one, "") for one in ("id", "class", "aria-labelledby"))
            yield Picture("", named[:200], " ".join(said)[:200])
        elif node.tag == "use":
            yield Picture((node.get("href") or node.get("xlink:href") or "")[:200], "")
        elif node.tag in ("div", "a"):
            empty = len(node) == 0 and not (node.text or "").strip()
            if empty and _DRAWN.search(node.get("class") or ""):
                yield Picture("", _title(node), node.get("class", "")[:200])
        else:
            text, named = node.text_content().strip(), _title(node)
            if not text and (named or node.get("class")):
                yield Picture("", named, (node.get("class") or "")[:200])
            elif 2 < len(text) <= LONGEST_BADGE:
                yield Picture("", text)


def _title(node: HtmlElement) -> str:
    return (node.get("aria-label") or node.get("title") or "")[:100]


def reviews_of(page: HtmlElement) -> Iterator[str]:
    """Yield single reviews: marked up as such, in a block whose class says so without a form, or around a by-line."""
    marked = page.xpath(".//*[@itemprop='reviewBody' or @itemprop='review']")
    classed = [one for one in page.iter("li", "article", "div", "blockquote") if _REVIEW.search(one.get("class") or "")]
    leaves = [one for one in classed if not one.xpath(".//form | .//textarea | .//input")]
    inner = set(leaves) - {up for one in leaves for up in one.iterancestors()}
    single = [*marked, *(one for one in leaves if one in inner)]
    known = {up for one in single for up in (one, *one.iterancestors(), *one.iterdescendants())}
    for line in page.iter("span", "p", "div", "small", "cite", "footer"):
        around = line.getparent()
        if _BY_LINE.search(line.get("class") or "") and around is not None and around not in known:
            known.add(around)
            if len(around.text_content().strip()) >= len(line.text_content().strip()) + MIN_REVIEW:
                single.append(around)
    for node in single:
        text = text_of(node, chrome=True).replace("\n", " ")
        if MIN_REVIEW <= len(text) <= 3000:
            yield text[:300]
