"""The progress bar of a checkout: its steps as a customer reads them."""

from __future__ import annotations

import re
from itertools import pairwise

from lxml.html import HtmlElement

from auditor.derive.text.printed_prices import sums_in

__all__ = ["numbered_headings", "progress_of"]

FEWEST, MOST = 2, 12
LONGEST_STEP = 60
_BAR = re.compile(
    r"(?:^|[\s_-])(?:steps?|stepper|progress(?:[-_]?bar)?|checkout-?nav|wizard|vaiheet|breadcrumbs?)(?:[\s_-]|$)", re.I
)
_HEADING = re.compile(r"(\d{1,2})[.):]? ([^\W\d_][^\d]{2,40})")
_BARE_NUMBER = re.compile(r"\d{1,2}[.):]?")
_NUMBER = re.compile(r"^\s*\d{1,2}\s*[.):]?\s*")


def progress_of(page: HtmlElement) -> tuple[str, ...]:
    """Return the labels of a progress bar, without their numbers; nothing where the page has none.

    It is a list with a current step, or one whose class names say so and that is numbered; a trail of breadcrumbs back
    to the home page is none.
    """
    for node in page.iter("ol", "ul", "nav", "div"):
        if node.tag in {"ol", "ul"} or _BAR.search(f"{node.get('class') or ''} {node.get('id') or ''}"):
            steps = _steps(node)
            if steps:
                return steps
    return ()


def numbered_headings(text: str) -> tuple[str, ...]:
    """Return the headings of a checkout that numbers its sections, "1 Address", "2 Delivery"; at least three.

    A number may stand in a box of its own, which makes it a line of its own before the heading.
    """
    lines = [line for line in (" ".join(line.split()) for line in text.split("\n")) if line]
    found: list[str] = []
    for line, after in pairwise((*lines, "")):
        said = f"{line} {after}" if _BARE_NUMBER.fullmatch(line) else line
        hit = _HEADING.fullmatch(said)
        if not hit or sums_in(said):
            continue
        if int(hit[1]) == 1 and len(found) == 1:
            found.clear()  # the first was a count, as of the cart in the header
        if int(hit[1]) == len(found) + 1:
            found.append(hit[2])
    return tuple(found) if FEWEST < len(found) <= MOST else ()


def _steps(node: HtmlElement) -> tuple[str, ...]:
    items = [child for child in node if isinstance(child.tag, str)]
    if len(items) == 1:
        items = [child for child in items[0] if isinstance(child.tag, str)]
    if not FEWEST <= len(items) <= MOST or len({item.tag for item in items}) > 1:
        return ()
    said = [" ".join(item.text_content().split()) for item in items]
    current = any(item.get("aria-current") == "step" or item.xpath(".//*[@aria-current='step']") for item in items)
    named = bool(_BAR.search(f"{node.get('class') or ''} {node.get('id') or ''}"))
    numbered = all(_NUMBER.match(text) for text in said)
    if not (current or (named and numbered)):
        return ()
    labels = tuple(_NUMBER.sub("", text)[:LONGEST_STEP].strip() for text in said)
    return labels if all(labels) and all(len(text) <= LONGEST_STEP for text in said) else ()
