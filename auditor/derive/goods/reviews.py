"""Whether customers' reviews are seen: figures and texts on product pages, or a rating of the whole shop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from auditor.derive.page.digest import Digest, digest_of
from auditor.derive.page.structured import products
from auditor.derive.sees import Sees
from auditor.derive.text.printed_prices import PRICE
from auditor.model import Evidence, PageKind, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording, wording_pieces

__all__ = ["ReviewsSeen", "reviews_seen"]

_STAR_WORDS = r"tähteä|stars?\b|stjärnor|sterne\w*|stjerner|tärni|★"
_RATING = re.compile(
    r"(?<![\d.,/])([0-5](?:[.,]\d{1,2})?)\s*(?:/\s*5(?![\d.,/]|\s?(?:cm|mm|m|kg|g|l|dl|kpl|pcs|st)\b)"
    r"|(?:out of|av|von|ud af|viidestä)\s*5"
    rf"|{_STAR_WORDS})",
    re.IGNORECASE,
)
NEAR = 60
# Words that end as a sentence does: more than the name of goods in a list, or of a rating.
_SENTENCE = re.compile(r"[^\W\d_]{2,}[,]? [^\d★☆⭐]*[^\W\d_]{2,}[.!?]")
_STARS = re.compile(r"[★⭐]{3,5}|(?:[★⭐☆]\s?){5}")


@dataclass(frozen=True)
class ReviewsSeen:
    """Reviews as a visitor meets them; ``rating`` 0-5 and ``count`` as printed, null where they are not."""

    product: bool = False
    shop: bool = False
    texts: int = 0
    offered: bool = False
    writable: bool = False
    rating: float | None = None
    count: int | None = None
    service: str | None = None
    evidence: tuple[Evidence, ...] = ()


def reviews_seen(sees: Sees, visits: Sequence[Visit]) -> ReviewsSeen:
    """Look for reviews on product pages, then for a rating of the shop on the home page; testimonials do not count."""
    found = ReviewsSeen()
    for visit in (one for one in visits if one.kind is PageKind.PRODUCT):
        found = _better(found, _on_product(visit, digest_of(sees, visit)))
    if not found.product:
        for visit in (one for one in visits if one.kind is PageKind.HOME):
            found = _better(found, _on_shop(visit, found))
    return found


def _better(first: ReviewsSeen, second: ReviewsSeen) -> ReviewsSeen:
    best = max((first, second), key=lambda one: (one.product, one.texts, one.shop, one.offered))
    offered = first.offered or second.offered
    return best if best.offered == offered else ReviewsSeen(**{**vars(best), "offered": True})


def _on_product(visit: Visit, digest: Digest) -> ReviewsSeen:
    text = _of_customers(f"{visit.facts.text}\n{'' if visit.facts.text else digest.main}")
    labels = "\n".join(digest.labels)
    words = load_vocabulary()
    stated = next((one for one in products(digest) if one.reviews or one.rating), None)
    counts = [int(hit[1] or hit[2]) for hit in _counted().finditer(text)]
    starred = _beside_stars(f"{text}\n{visit.facts.folded}") if words.mentions("reviews", text) else ()
    written = [one for one in (*digest.reviews, *starred) if not wording("no_reviews_yet").search(one)]
    # Where the page counts its reviews, those folded into a tab are as good as seen.
    texts = tuple(one for one in written if any(counts) or _shown(one, text))
    rating = _rating(text) or _rating(labels)
    figures = (
        any(counts)
        or rating is not None
        or (_starred(f"{text}\n{labels}") and not wording("no_reviews_yet").search(text))
    )
    # Stars drawn by style alone: the page's data says the figure, and the words beside them say what it is.
    drawn = (
        stated is not None
        and words.mentions("reviews", text) is not None
        and not wording("no_reviews_yet").search(text)
    )
    said = next((hit.group() for hit in (_rated(text), _counted().search(text), _STARS.search(text)) if hit), "")
    writable = bool(words.mentions("write_review", text)) or any(
        words.match("write_review", said) for said in (*visit.facts.buttons, *(link.said for link in visit.facts.links))
    )
    offered = writable or words.mentions("reviews", text) is not None
    seen = figures or drawn or bool(texts)
    excerpt = said or (texts[0] if texts else words.mentions("reviews", text) or "")
    return ReviewsSeen(
        product=seen,
        texts=len(texts),
        offered=seen or offered or wording("no_reviews_yet").search(text) is not None,
        writable=writable,
        rating=rating or (stated.rating if stated and seen else None),
        count=max(counts, default=None) or (stated.reviews if stated and seen else None),
        service=_service(visit),
        evidence=(Evidence(page=visit.id, excerpt=excerpt, screenshot=visit.screenshot),) if seen or offered else (),
    )


def _on_shop(visit: Visit, found: ReviewsSeen) -> ReviewsSeen:
    text = _of_customers(visit.facts.text)
    hit = _rated(text) or _counted().search(text)
    beside = text[max(0, hit.start() - 120) : hit.end() + 120] if hit else ""
    about = hit and (
        load_vocabulary().mentions("reviews", beside)
        or re.search(r"trustpilot|google|trusted shops|tähteä", beside, re.I)
    )
    if not hit or not about:
        return found
    evidence = Evidence(page=visit.id, excerpt=beside.strip()[:160], screenshot=visit.screenshot)
    return ReviewsSeen(
        shop=True, offered=found.offered, rating=_rating(beside), service=_service(visit), evidence=(evidence,)
    )


def _beside_stars(text: str) -> tuple[str, ...]:
    """Return the lines of a page about reviews that say a sentence beside stars, which no mark-up names as reviews."""
    lines = (line.strip() for line in text.split("\n") if _STARS.search(line))
    return tuple(line for line in lines if _SENTENCE.search(line) and not (_rated(line) or PRICE.search(line)))


def _starred(text: str) -> bool:
    """Say whether stars tell something; a bare row of five full ones may be decoration, grey where nobody has voted."""
    lines = (line.strip() for line in text.split("\n") if _STARS.search(line))
    return any(line.strip("★⭐ ") for line in lines)


@cache
def _counted() -> re.Pattern[str]:
    words = wording_pieces("review_words")
    # "3–5" and "4.5" count nothing, nor do "4/5" and "4 stars".
    behind = rf"(?:{words})\s*[:(]\s*(\d{{1,6}})(?!\w|\s?[-–—/]\s?\d|[.,]\d{{1,2}}(?!\d)|\s(?:{_STAR_WORDS}))\)?"
    return re.compile(rf"(?<![\d.,/])(\d{{1,6}})\s(?:{words})|{behind}", re.IGNORECASE)


def _of_customers(text: str) -> str:
    """Leave out estimates such as "arvio: 2 viikkoa", and ratings that no customer gave, such as of energy."""
    return _others().sub(" ", text)


@cache
def _others() -> re.Pattern[str]:
    number = r"\d{1,6}(?:[.,]\d+)?"
    estimate = rf"(?:{wording_pieces('review_words')})\s*[:(]\s*{number}(?:\s?[-–—]\s?{number})?"
    return re.compile(
        rf"{estimate}\s?(?:{wording_pieces('estimate_units')})"
        rf"|(?:{wording_pieces('no_customers_rating')})[^\n\d]{{0,10}}(?:{_RATING.pattern})",
        re.IGNORECASE,
    )


def _rating(text: str) -> float | None:
    hit = _rated(text)
    return float(hit[1].replace(",", ".")) if hit else None


def _rated(text: str) -> re.Match[str] | None:
    """Find the first rating; "4/5" alone may be the number of a picture or of a product in its list."""
    for hit in chain(_RATING.finditer(text), _named().finditer(text)):
        beside = text[max(0, hit.start() - NEAR) : hit.end() + NEAR]
        if (
            re.search(r"[.,]", hit[1])
            or wording("rating_words").search(beside)
            or wording("review_words").search(beside)
        ):
            return hit
    return None


@cache
def _named() -> re.Pattern[str]:
    """Find "Rating: 4.5", where nothing tells of five."""
    words = f"{wording_pieces('rating_words')}|{wording_pieces('review_words')}"
    return re.compile(rf"(?:{words})\s*:\s*([0-4][.,]\d{{1,2}}|5[.,]0{{1,2}})(?![\d.,])", re.IGNORECASE)


def _shown(review: str, text: str) -> bool:
    """Say whether a review's words stand in what was visible; where no visible text was kept, the body is believed."""
    if not text.strip():
        return True
    seen = " ".join(text.split())
    piece = " ".join(review.split())
    return any(piece[start : start + 30] in seen for start in (0, max(0, len(piece) // 2), max(0, len(piece) - 30)))


def _service(visit: Visit) -> str | None:
    services = (load_vocabulary().service(host) for host in visit.hosts)
    return next((one.name for one in services if one and one.category == "reviews"), None)
