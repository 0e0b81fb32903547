"""Reads lists: which blocks are products, which control leads to one, and whether two names or addresses agree."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from auditor.collect.journey.claims import hides_prices
from auditor.collect.journey.rank import matches
from auditor.collect.page.seen import Card, Control, Seen
from auditor.vocabulary import fold, load_vocabulary

__all__ = [
    "SIDE_CONTROL",
    "address_key",
    "card_target",
    "cards_in_order",
    "leads_somewhere",
    "named",
    "picture_links",
    "repeated_links",
]

_SESSION = re.compile(
    r"^(?:sid|sessionid|session|phpsessid|jsessionid|zenid|oscsid|token|_ga|utm_.*|ref|gclid|fbclid|srsltid)$", re.I
)
# Short names that one shop gives to a session or a version, and another to a page or a search.
_MAYBE_SESSION = re.compile(r"^(?:s|cid|v|t|ts|_)$", re.I)
_TOKEN = re.compile(r"^(?:\d{9,}|(?=.*\d)[0-9a-f-]{8,}|(?=.*\d)(?=.*[a-z])[\w.~-]{16,})$", re.I)
_PATH_SESSION = re.compile(r";[a-z]*(?:sid|session)[a-z]*=[^/?#]*", re.I)
_REAL_HREF = re.compile(r"^(?:#[/!]|(?!#|javascript:|mailto:|tel:)).", re.I)
_ADDS = re.compile(r"add-to-cart=|/cart/add|/basket/add")
_OTHER_DEEDS = {"add_to_cart": 7, "wishlist": 8, "checkout": 8, "cart": 4, "reviews": 2, "buy_now": 7}
SIDE_CONTROL = re.compile(r"wish|compare|fav|quick-?view|zoom|share", re.I)
ROW_PX = 60
NAMED_SHARE = 0.6


def address_key(url: str) -> str:
    """Give an address without what changes from visit to visit: session ids, campaign marks."""
    parts = urlsplit(_PATH_SESSION.sub("", url))
    query = urlencode(
        sorted(
            (k, v)
            for k, v in parse_qsl(parts.query, keep_blank_values=True)
            if not (_SESSION.match(k) or (_MAYBE_SESSION.match(k) and _TOKEN.match(v)))
        )
    )
    fragment = parts.fragment if parts.fragment.startswith(("/", "!")) else ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/"), query, fragment)).lower()


def leads_somewhere(control: Control) -> bool:
    """Say whether a control has an address of its own; a bare "#" and a script are none, a route behind "#/" is one."""
    return bool(_REAL_HREF.match((control.href_raw or "").strip()))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def named(name: str, text: str, *, whole: bool = False) -> bool:
    """Say whether a text names a product: the ``whole`` name, or else most of its words close together."""
    wanted, said = _plain(name), _plain(text)
    if not wanted:
        return False
    if wanted in said:
        return True
    words = [w for w in wanted.split() if len(w) > 1]
    if whole or len(words) < 3:
        return False
    first = said.find(words[0])
    near = said[max(0, first) : first + len(wanted) * 2] if first >= 0 else ""
    return sum(w in near.split() for w in words) >= NAMED_SHARE * len(words) and words[0] in near


def cards_in_order(seen: Seen) -> tuple[Card, ...]:
    """Give the product cards in reading order, each product once."""
    cards = sorted(
        (c for c in seen.cards if c.area in {"main", "aside"} or (c.area == "header" and c.box.y > 150)),
        key=lambda c: (round(c.box.y / ROW_PX), c.box.x),
    )
    known: dict[str, Card] = {}
    for card in cards:
        known.setdefault(_plain(card.name) or f"#{card.index}", card)
    return tuple(known.values())


def card_target(seen: Seen, card: Card, language: str) -> Control | None:
    """Find the control of a card that leads to the product's page."""
    best: tuple[float, Control] | None = None
    for control in seen.controls:
        if (
            control.card != card.index
            or not control.visible
            or not control.enabled
            or control.tag in {"select", "input"}
        ):
            continue
        score = _leads_to_product(control, card, language)
        if best is None or score > best[0] + 1e-9:
            best = (score, control)
    return best[1] if best and best[0] > 0 else None


def _leads_to_product(control: Control, card: Card, language: str) -> float:
    real = leads_somewhere(control)
    score = 3.0 if real else 0.0
    score += 3 if card.name and any(named(card.name, text) for text in control.labels) else 0
    score += 1 if control.picture else 0
    score += 1.5 if load_vocabulary().slug("product_page", control.href) else 0
    score += 2 * matches(control, "view_product", language)
    score -= sum(weight * matches(control, intent, language) for intent, weight in _OTHER_DEEDS.items())
    score -= 5 if SIDE_CONTROL.search(control.tokens) else 0
    score -= 4 if not real and control.tag == "button" and not control.text and not control.picture else 0
    score -= 10 if _ADDS.search(control.href) else 0
    return score


def picture_links(seen: Seen) -> tuple[Control, ...]:
    """List links with a picture that repeat in the page's main part: products in a list that shows no prices."""
    links = [
        c
        for c in seen.visible
        if c.area == "main"
        and c.picture
        and c.card < 0
        and leads_somewhere(c)
        and c.box.width >= 80
        and c.box.height >= 80
        and urlsplit(c.href).netloc == urlsplit(seen.url).netloc
    ]
    return tuple(links) if len(links) >= 3 else ()


def repeated_links(seen: Seen, language: str) -> tuple[Control, ...]:
    """List named links that stand in the same place of repeated blocks, where a page says that it shows no prices."""
    if not hides_prices(seen.text):
        return ()
    groups: dict[str, list[Control]] = {}
    for control in seen.visible:
        if control.area == "main" and leads_somewhere(control) and len(control.said) > 3 and control.box.y > 60:
            groups.setdefault(re.sub(r":nth-of-type\(\d+\)", "", control.selector), []).append(control)
    best = max(groups.values(), key=len, default=[])
    return (
        tuple(
            c
            for c in best
            if not any(matches(c, i, language) >= 0.8 for i in ("contact", "log_in", "terms", "returns", "privacy"))
        )
        if len(best) >= 3
        else ()
    )
