"""What kind of page an address leads to, by words, address and title, and which kinds the crawl opens first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.model import PageKind
from auditor.vocabulary import load_vocabulary

__all__ = ["Guess", "guess_kind", "never_followed", "page_kind"]

# In the order in which a tie is settled: the more special words first.
INTENTS: tuple[tuple[str, PageKind], ...] = (
    ("withdrawal_function", PageKind.WITHDRAWAL),
    ("withdrawal_right", PageKind.WITHDRAWAL),
    ("returns", PageKind.RETURNS),
    ("delivery", PageKind.DELIVERY),
    ("privacy", PageKind.PRIVACY),
    ("terms", PageKind.TERMS),
    ("accessibility_statement", PageKind.ACCESSIBILITY),
    ("track_order", PageKind.TRACKING),
    ("faq_help", PageKind.FAQ),
    ("customer_service", PageKind.CONTACT),
    ("contact", PageKind.CONTACT),
    ("stores_hours", PageKind.CONTACT),
    ("imprint_company", PageKind.ABOUT),
    ("instructions", PageKind.GUIDE),
    ("size_guide", PageKind.GUIDE),
    ("loyalty_programme", PageKind.LOYALTY),
    ("payment_methods", PageKind.OTHER),
    ("newsletter", PageKind.OTHER),
    ("wishlist", PageKind.OTHER),
    ("gift_card", PageKind.OTHER),
    ("checkout", PageKind.CHECKOUT),
    ("cart", PageKind.CART),
    ("log_in", PageKind.LOGIN),
    ("create_account", PageKind.LOGIN),
    ("account", PageKind.LOGIN),
    ("product_page", PageKind.PRODUCT),
    ("shop_category", PageKind.CATEGORY),
)
# The smaller, the sooner: what a customer looks up before buying, then how the shop presents itself, then its goods.
RANKS = {
    PageKind.RETURNS: 0,
    PageKind.CONTACT: 0,
    PageKind.TERMS: 0,
    PageKind.DELIVERY: 0,
    PageKind.WITHDRAWAL: 0,
    PageKind.FAQ: 1,
    PageKind.PRIVACY: 1,
    PageKind.ABOUT: 1,
    PageKind.TRACKING: 1,
    PageKind.LOYALTY: 1,
    PageKind.ACCESSIBILITY: 1,
    PageKind.GUIDE: 2,
    PageKind.CATEGORY: 3,
    PageKind.OTHER: 4,
    PageKind.PRODUCT: 5,
    PageKind.LOGIN: 6,
    PageKind.SEARCH: 7,
}
WORDED = 3  # a named page of a kind that has no rank of its own: payment, newsletter, wish list
BY_SLUG = 0.75
LEAST = 0.55
SURE = 0.9
NEVER = (PageKind.CART, PageKind.CHECKOUT)
GOODS = {PageKind.OTHER, PageKind.CATEGORY, PageKind.PRODUCT}
MANY_CARDS = 4
_HEAD = re.compile(r"\s+[|–—-]\s+|\|")


@dataclass(frozen=True)
class Guess:
    """A page's kind, how sure it is (0-1), and its place in the crawl."""

    kind: PageKind
    strength: float
    rank: int


def guess_kind(text: str, url: str, language: str = "en") -> Guess:
    """Guess from a link's words and address what the page behind it is."""
    words = load_vocabulary()
    best: tuple[float, str, PageKind] | None = None
    for intent, kind in INTENTS:
        hit = words.match(intent, text, language) if text else None
        score = hit.strength if hit and hit.strength >= LEAST else 0.0
        if words.slug(intent, url):
            score = max(score, BY_SLUG) + 0.05
        if score and (best is None or score > best[0]):
            best = (score, intent, kind)
    if best is None:
        return Guess(PageKind.OTHER, 0.0, RANKS[PageKind.OTHER])
    rank = RANKS.get(best[2], 9)
    return Guess(best[2], best[0], min(rank, WORDED) if best[2] is PageKind.OTHER else rank)


def never_followed(text: str, language: str = "en") -> bool:
    """Say whether a link's words mean leaving, deleting or emptying, which the crawl never does."""
    words = load_vocabulary()
    hit = words.match("exclude_other", text, language) or words.match("remove_line", text, language)
    add = words.match("add_to_cart", text, language) or words.match("buy_now", text, language)
    return bool(hit and hit.strength >= LEAST) or bool(add and add.strength >= 0.8)


def page_kind(guess: Guess, title: str, url: str, language: str, *, shows_product: bool, cards: int) -> PageKind:
    """Settle what an opened page is: its own title and address may say more than the link did.

    ``shows_product`` says that it sells one product; ``cards`` counts the products that it lists besides.
    """
    if guess.strength >= SURE and guess.kind not in GOODS:
        return guess.kind
    own = guess_kind(_HEAD.split(title, maxsplit=1)[0].strip(), url, language)
    named = max((guess, own), key=lambda one: one.strength)
    # The answer to a query may hold one product with its button, and is not that product's page.
    if urlsplit(url).query and load_vocabulary().slug("search", url):
        return PageKind.SEARCH
    # A product may be called "Something about Mary", or lie under an address that speaks of free shipping.
    if shows_product and named.strength < SURE:
        return PageKind.PRODUCT
    if named.strength >= LEAST and named.kind not in GOODS:
        return named.kind
    if cards >= MANY_CARDS or (cards and PageKind.CATEGORY in {guess.kind, own.kind}):
        return PageKind.CATEGORY
    return named.kind if named.kind is PageKind.CATEGORY else PageKind.OTHER
