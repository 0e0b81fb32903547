"""Search that forgives: diacritics folded, Finnish endings cut, small typing errors allowed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from auditor.demo_shop.catalog import Catalog, Product

__all__ = ["find", "fold", "stem", "suggest"]

# Longest first; a rough cut of case endings, possessives and plurals that serves a shop of this size.
ENDINGS = (
    "issansa", "istansa", "eissa", "eista", "eihin", "oissa", "oista", "oihin", "ien", "iin", "issa", "ista", "illa",
    "ilta", "ille", "ssa", "sta", "lla", "lta", "lle", "ksi", "jen", "ihin", "ita", "ja", "ia", "en", "in", "an", "on",
    "un", "yn", "at", "et", "it", "ot", "ut", "yt", "n", "t", "a", "i", "e", "o", "u", "y",
)  # fmt: skip
SHORTEST_STEM = 3
LONG_WORD = 6
BEST = 100


def fold(text: str) -> str:
    """Return the text in lower case without diacritics: "Löylykauha" gives "loylykauha"."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


def stem(word: str) -> str:
    """Return a folded word without its Finnish ending and with its consonants ungraded."""
    folded = fold(word)
    for ending in ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= SHORTEST_STEM:
            folded = folded[: -len(ending)]
            break
    return re.sub(r"(kk|pp|tt)", lambda pair: pair[0][0], folded)


def find(catalog: Catalog, query: str) -> tuple[Product, ...]:
    """Return the products that fit a query, the best first; all words must fit somewhere."""
    words = _words(query)
    if not words:
        return ()
    scored = [(min(_score(word, product, catalog) for word in words), product) for product in catalog.products]
    hits = [(score, product) for score, product in scored if score > 0]
    return tuple(product for _, product in sorted(hits, key=lambda hit: -hit[0]))


def suggest(catalog: Catalog, query: str, count: int = 6) -> tuple[Product, ...]:
    """Return the products to offer while a customer types."""
    begun = fold(query)
    starts = [p for p in catalog.products if any(word.startswith(begun) for word in _words(f"{p.name} {p.kind}"))]
    return tuple(dict.fromkeys([*starts, *find(catalog, query)]))[:count] if begun else ()


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[\w]+", fold(text)) if len(word) > 1)


def _score(word: str, product: Product, catalog: Catalog) -> int:
    category = catalog.category(product.category)
    named = _words(f"{product.name} {product.kind}")
    known = (*_words(" ".join(product.keywords)), *_words(category.name if category else ""))
    told = _words(f"{product.tagline} {product.material} {product.colour}")
    return max(_fit(word, named, BEST), _fit(word, known, BEST - 20), _fit(word, told, BEST - 40))


def _fit(word: str, candidates: Iterable[str], best: int) -> int:
    root = stem(word)
    score = 0
    for candidate in candidates:
        if candidate == word:
            return best
        other = stem(candidate)
        if other == root or candidate.startswith(word):
            score = max(score, best - 5)
        elif len(root) > SHORTEST_STEM and (root in other or other.endswith(root)):
            score = max(score, best - 10)
        elif _near(word, candidate) or (len(root) > SHORTEST_STEM and _near(root, other)):
            score = max(score, best - 15)
    return score


def _near(first: str, second: str) -> bool:
    """Tell whether two words are one typing error apart, or two where they are long."""
    allowed = 0 if min(len(first), len(second)) <= SHORTEST_STEM else 1 if len(first) <= LONG_WORD else 2
    return abs(len(first) - len(second)) <= allowed and 0 < _distance(first, second) <= allowed


def _distance(first: str, second: str) -> int:
    """Return the number of insertions, deletions, changes and swaps of neighbours between two words."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, left in enumerate(first, start=1):
        before, last, row = row, before, [i]
        for j, right in enumerate(second, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == second[j - 2] and first[i - 2] == right:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
