"""How much a shop says of a product in words of its own: without what stands on its other pages as well."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.derive.goods.own_price import selling
from auditor.derive.page.digest import Digest, digest_of, page_text
from auditor.derive.page.outline import ARROWS
from auditor.derive.sees import Sees
from auditor.derive.text.printed_prices import PRICE
from auditor.derive.text.same_page import same_page
from auditor.model import PageKind, Visit
from auditor.vocabulary.wordings import wording, wording_pieces

__all__ = ["Described", "descriptions"]

LEAST_WORDS = 5
# The heading over the reviews: "2 reviews for Beanie".
_COUNTED_REVIEWS = re.compile(rf"\d+ (?:{wording_pieces('review_words')})", re.IGNORECASE)
# The stars of a rating or of a customer's own words.
_STARS = re.compile(r"[★☆⭐]{3}")
LONG_LINE = 8
# What stands between the name of a product and that of one of its variants: "Steel Bottle - White".
_VARIANT = re.compile(r"(?: [-–—|/] |, | \()(?!.*(?: [-–—|/] |, | \()).*$")
LEAST_NAME = 2
# Pages that show goods with a few of their words.
_LISTS = frozenset({PageKind.HOME, PageKind.CATEGORY, PageKind.SEARCH})


@dataclass(frozen=True)
class Described:
    """A product's own text: its words, how much of the page's text others share, and its build."""

    visit: Visit
    name: str
    words: int
    shared: float
    pairs: int
    structured: bool
    compared: bool
    excerpt: str = ""


def descriptions(sees: Sees, visits: Sequence[Visit]) -> tuple[Described, ...]:
    """Describe each product once; lines that two products share are counted apart, because they tell of neither.

    Variants of one product that have pages of their own may share their words: these tell of all of them.
    """
    pages: list[Visit] = []
    for visit, _goods in selling(visits):
        if not any(_same_product(sees, visit, one) for one in pages):
            pages.append(visit)
    pages = pages or _first(visits)
    lines = {page.id: _lines(sees, page) for page in pages}
    others = [
        visit
        for visit in visits
        if visit.kind not in {PageKind.PRODUCT, PageKind.ERROR}
        # A cart that lies over a product's page repeats it.
        and not any(same_page(visit.url, page.url) for page in pages)
    ]
    families: dict[tuple[str, float | None], set[str]] = {}
    for page in pages:
        families.setdefault(_family(page), set()).update(lines[page.id])
    times = Counter(line for own in families.values() for line in own)
    compared = len(families) > 1
    chrome = _frame(sees, others, alone=not compared) | {line for line in _quoted(sees, others) if times[line] > 1}
    return tuple(_described(sees, page, lines[page.id], times, chrome, compared=compared) for page in pages)


def _family(page: Visit) -> tuple[str, float | None]:
    """Give what variants have in common: the name but for its last part, and the price; else the page alone."""
    goods = page.facts.goods
    name = _VARIANT.sub("", goods.name) if goods else ""
    if goods is None or name == goods.name or goods.amount is None or len(name.split()) < LEAST_NAME:
        return page.id, None
    return name, goods.amount


def _same_product(sees: Sees, one: Visit, other: Visit) -> bool:
    """Say whether two pages are one: by their address, the canonical one, or their last part with name and price."""
    if same_page(one.url, other.url) or _same_goods(one, other):
        return True
    told, told_too = digest_of(sees, one).canonical, digest_of(sees, other).canonical
    return bool(told) and not same_page(told, sees.site.url) and same_page(told, told_too)


def _same_goods(one: Visit, other: Visit) -> bool:
    """Say whether a product is met again under the address of another list: "/mug.html" and "/kitchen/mug.html"."""
    goods, again = one.facts.goods, other.facts.goods
    if goods is None or again is None or not goods.name or goods.amount is None:
        return False
    last = urlsplit(one.url).path.rstrip("/").rsplit("/", 1)[-1]
    alike = last and last == urlsplit(other.url).path.rstrip("/").rsplit("/", 1)[-1]
    return bool(alike) and (goods.name, goods.amount) == (again.name, again.amount)


def _frame(sees: Sees, others: Sequence[Visit], *, alone: bool) -> set[str]:
    """Return the lines of the shop's frame: what stands on two of its pages that show no goods, or on the only one.

    What a page of goods repeats of one product is that product's own text. Without another page, and without another
    product to compare with, the two cannot be told apart.
    """
    places: dict[str, set[str]] = {}
    for visit in others:
        if visit.kind not in _LISTS:
            places.setdefault(visit.url, set()).update(page_text(sees, visit).split("\n"))
    if not places:
        return _quoted(sees, others) if alone else set()
    counts = Counter(line for own in places.values() for line in own)
    return {line for line, count in counts.items() if count >= min(2, len(places))}


def _quoted(sees: Sees, others: Iterable[Visit]) -> set[str]:
    return {line for visit in others for line in page_text(sees, visit).split("\n")}


def _first(visits: Sequence[Visit]) -> list[Visit]:
    return [visit for visit in visits if visit.kind is PageKind.PRODUCT][:1]


def _described(
    sees: Sees, page: Visit, lines: tuple[str, ...], times: Counter[str], chrome: Iterable[str], *, compared: bool
) -> Described:
    digest = digest_of(sees, page)
    told = [line for line in lines if line not in chrome]
    own = [line for line in told if times[line] == 1]
    shared = [line for line in told if times[line] > 1 and len(line.split()) >= LONG_LINE]
    words, common = _words(own), _words(shared)
    outline = digest.outline
    return Described(
        visit=page,
        name=(page.facts.goods.name if page.facts.goods else "") or _heading_of(page, outline.headings),
        words=words,
        shared=common / (words + common) if words + common else 0.0,
        pairs=len(outline.pairs),
        structured=bool(outline.pairs) or len(outline.headings) > 1 or outline.entries > 2,
        compared=compared,
        excerpt=next(iter(own), "")[:200],
    )


def _heading_of(page: Visit, headings: Iterable[str]) -> str:
    """Give the heading that the title begins with, which is the product's name without the shop's; else the title."""
    return next((one for one in headings if one and page.title.startswith(one)), page.title)


def _lines(sees: Sees, page: Visit) -> tuple[str, ...]:
    """Return the lines that may describe the product: sentences and names with values; no prices, reviews, cards."""
    digest: Digest = digest_of(sees, page)
    reviews = " ".join(digest.reviews)
    goods = page.facts.goods
    cards = goods.cards if goods else ()
    # The only card, which leads nowhere, is the product itself: a block of its own with a picture and a price.
    listed = " ".join(card.text for card in cards if card.href or len(cards) > 1)
    pairs = tuple(f"{name} {value}" for name, value in digest.outline.pairs)
    values = {part for pair in digest.outline.pairs for part in pair}
    kept = [
        line
        for line in page_text(sees, page).split("\n")
        if len(line.split()) >= LEAST_WORDS
        and line not in values
        and not PRICE.search(line)
        and not wording("no_reviews_yet").search(line)
        and not _COUNTED_REVIEWS.match(line)
        and not _STARS.search(line)
        and not _leads_here(line, digest.outline.crumbs)
        and line[:60] not in reviews
        and line[:60] not in listed
    ]
    return tuple(dict.fromkeys((*kept, *pairs)))


def _leads_here(line: str, crumbs: Sequence[str]) -> bool:
    """Say whether a line is the breadcrumbs of its page: "Home › Mugs › Blue mug"."""
    for crumb in crumbs:
        if not line.startswith(crumb):
            return False
        line = line.removeprefix(crumb).lstrip(f" /{ARROWS}")
    return bool(crumbs)


def _words(lines: Iterable[str]) -> int:
    return sum(len(line.split()) for line in lines)
