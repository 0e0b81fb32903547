"""What proves that a cart changed: a count, a notice, a layer or page with the product's line, a request, storage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from auditor.collect.journey.cards import named
from auditor.collect.journey.product import read_product
from auditor.collect.journey.rank import matches, rank
from auditor.collect.page.seen import Control, Layer, Seen
from auditor.model.journey import PAGE_ASKS
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["SMALLEST_LAYER", "CartView", "added_signs", "another_page", "cart_view", "counted_up", "refused"]

_QUANTITY = re.compile(
    r"(?:^|\s)\d{1,2}\s?(?:×|x|st\b|stk\b|kpl\b|pcs?\b|tk\b)|(?:×|\bx)\s?\d{1,2}\b|"
    r"(?:qty|antal|antall|määrä|kogus|menge|anzahl)\W{0,3}\d",
    re.I,
)
_QUANTITY_NAME = re.compile(r"qty|quantity|amount|antal|maara|määrä|menge|kogus|kpl", re.I)
_NUMBER = re.compile(r"(?<![\d.,])(\d{1,3})(?![\d.,]*\d)(?!\s*(?:€|kr|eur|sek|,-|:-|%|[gG]\b|ml|cm|mm|kg))")
# What lies over the page and is smaller than this, in square CSS pixels, holds neither a cart nor choices.
SMALLEST_LAYER = 14_000
MOST_AT_ONCE = 20
LONGEST_COUNT = 60
SURE_WORDS = 0.9
_OF_A_LINE = {"a line can be taken out", "a quantity", "a total"}
_LINE_WEIGHTS = {"a line can be taken out": 2.0, "a total": 1.0, "a quantity": 1.0, "a way to checkout": 1.5}


def _counts(seen: Seen) -> dict[str, int]:
    """Read the one number that each small control shows, by its place in the page."""
    found = {}
    for control in seen.visible:
        if control.area == "footer" or control.card >= 0 or control.tag in {"select", "input"}:
            continue
        for text in control.labels:
            number = _NUMBER.findall(text) if len(text) < 60 else []
            if len(number) == 1:
                found[control.selector] = int(number[0])
                break
    return found


def counted_up(before: Seen, after: Seen) -> frozenset[str]:
    """Give the controls whose number went up, or that show one for the first time; one of them is the cart."""
    was, now = _counts(before), _counts(after)
    known = {c.selector for c in before.visible}
    return frozenset(
        at
        for at, number in now.items()
        if number > was.get(at, 0 if at in known else 10**6) and number <= was.get(at, 0) + MOST_AT_ONCE
    )


def _told_count(seen: Seen) -> int:
    """Read the largest number that stands beside the cart's name in a short line of the page."""
    lines = (line for line in seen.text.splitlines() if len(line) < LONGEST_COUNT and wording("cart_stem").search(line))
    found = (_NUMBER.findall(line) for line in lines)
    return max((int(numbers[0]) for numbers in found if len(numbers) == 1), default=0)


def refused(before: Seen, after: Seen, dialogs: list[str]) -> str:
    """Say how the shop refused to add: an alert, or a new text that asks to choose; empty where it did not."""
    vocabulary = load_vocabulary()
    for text in dialogs:
        if not vocabulary.mentions("added_notice", text):
            return f"the shop said: {text[:120]}"
    old = set(before.text.splitlines())
    for line in after.text.splitlines():
        if (
            line not in old
            and len(line) < 160
            and (vocabulary.mentions("choose_hint", line) or wording("amount_asked").search(line))
            and not vocabulary.mentions("added_notice", line)
        ):
            return f"{PAGE_ASKS}{line.strip()[:120]}"
    return ""


def _new_text(before: Seen, after: Seen) -> str:
    old = set(before.text.splitlines())
    return "\n".join(line for line in after.text.splitlines() if line not in old)


def another_page(before: str, after: str) -> bool:
    """Say whether an address leads elsewhere, not back to the same page with a word on what was done there."""
    was, now = urlsplit(before), urlsplit(after)
    if was._replace(query="", fragment="") != now._replace(query="", fragment="") or was.fragment != now.fragment:
        return True
    return not set(parse_qsl(was.query, keep_blank_values=True)) <= set(parse_qsl(now.query, keep_blank_values=True))


def added_signs(
    before: Seen, after: Seen, sent: list[tuple[str, str, int]], product: str, language: str
) -> tuple[str, ...]:
    """List the signs that the product went into the cart, the strongest first."""
    signs = []
    told = 0 < _told_count(after) - _told_count(before) <= MOST_AT_ONCE
    here = urlsplit(before.url)._replace(query="", fragment="") == urlsplit(after.url)._replace(query="", fragment="")
    if here and (told or counted_up(before, after)):
        signs.append("count")
    view = cart_view(after, product, language, before=before)
    if view:
        signs.append("line")
    fresh = _new_text(before, after)
    if load_vocabulary().mentions("added_notice", fresh) or (
        product and named(product, fresh) and wording("cart_stem").search(fresh)
    ):
        signs.append("notice")
    host = urlsplit(before.url).hostname
    if any(200 <= status < 400 and urlsplit(url).hostname == host for _m, url, status in sent):
        signs.append("request")
    if before.storage != after.storage:
        signs.append("storage")
    return tuple(signs)


@dataclass(frozen=True)
class CartView:
    """A view that shows what is in the cart, with its controls: a page, a layer over one, or a panel within one."""

    kind: str
    controls: tuple[Control, ...]
    reasons: tuple[str, ...]
    layer: Layer | None = None


def _line_signs(text: str, controls: tuple[Control, ...], language: str) -> list[str]:
    vocabulary = load_vocabulary()
    signs = []
    if rank("remove_line", controls, language):
        signs.append("a line can be taken out")
    if vocabulary.mentions("total", text):
        signs.append("a total")
    if any(_QUANTITY_NAME.search(f"{c.tokens} {c.said}") or c.said in {"+", "−", "-", "–"} for c in controls):
        signs.append("a quantity")
    if rank("checkout", controls, language):
        signs.append("a way to checkout")
    return signs


def cart_view(
    seen: Seen, product: str, language: str, before: Seen | None = None, *, pressed: bool = False
) -> CartView | None:
    """Find the cart with the product's line in it: in a layer, or as the page itself; none where it only is announced.

    ``pressed`` says that a control of the cart was pressed for this view, which lets less evidence do.
    """
    for layer in sorted(seen.layers, key=_area):
        view = _cart_layer(seen, layer, product, language, before, pressed)
        if view:
            return view
    return _cart_page(seen, product, language, before, pressed) or _cart_panel(seen, product, language, before)


def _area(layer: Layer) -> float:
    return layer.box.width * layer.box.height


def _cart_layer(
    seen: Seen, layer: Layer, product: str, language: str, before: Seen | None, pressed: bool
) -> CartView | None:
    if _area(layer) < SMALLEST_LAYER or not named(product, layer.text):
        return None
    inside = seen.inside(layer)
    sells = any(matches(c, "add_to_cart", language) >= SURE_WORDS for c in seen.visible if c.layer == layer.index)
    if (sells or rank("add_to_cart", inside, language)) and not rank("remove_line", inside, language):
        return None  # a bar that follows the product down its page
    signs = _line_signs(layer.text, inside, language)
    cart_named = load_vocabulary().mentions("cart", layer.text[:200]) is not None
    line = bool(_OF_A_LINE & set(signs))
    known = {one.selector for one in before.layers if named(product, one.text)} if before else set()
    fresh = before is not None and layer.selector not in known
    if fresh and (pressed or _QUANTITY.search(layer.text) or any(p.layer == layer.index for p in seen.prices)):
        line = True
        signs.append("a new layer shows the product")
    # The view of a product prints its price; what else a control of the cart brought is the cart.
    plain = pressed and fresh and not any(p.layer == layer.index for p in seen.prices)
    if line and (len(signs) >= 2 or cart_named or plain or any(c.isdigit() for c in layer.text)):
        return CartView("layer", inside, tuple(signs), layer)
    return None


def _cart_panel(seen: Seen, product: str, language: str, before: Seen | None) -> CartView | None:
    """Find a cart that always stands beside the goods, and that the latest press has filled."""
    if before is None or not named(product, _new_text(before, seen)):
        return None
    old = {(control.said, control.href) for control in before.visible}
    fresh = tuple(control for control in seen.visible if (control.said, control.href) not in old)
    signs = _line_signs(_new_text(before, seen), fresh, language)
    leads_on = any(matches(control, "checkout", language) >= SURE_WORDS for control in fresh)
    return CartView("panel", fresh, tuple(signs)) if leads_on and "a line can be taken out" in signs else None


def _cart_page(seen: Seen, product: str, language: str, before: Seen | None, pressed: bool) -> CartView | None:
    if not named(product, seen.text):
        return None
    vocabulary = load_vocabulary()
    body = tuple(c for c in seen.visible if c.area not in {"header", "nav", "footer"})
    signs = _line_signs(seen.text, body, language)
    score = 1.0
    titled = [t for t in (*seen.h1, *seen.headings[:6]) if vocabulary.match("cart", t, language)]
    if titled:
        score += 2
        signs.append("its heading names the cart")
    if vocabulary.slug("cart", seen.url):
        score += 2
        signs.append("its address names the cart")
    moved = before is not None and (another_page(before.url, seen.url) or seen.h1 != before.h1)
    if pressed and moved:
        score += 2
        signs.append("a control of the cart led here")
    score += sum(_LINE_WEIGHTS.get(sign, 0) for sign in signs)
    if vocabulary.mentions("empty_cart", seen.text):
        score -= 6
    shown = any(named(product, h) for h in (*seen.h1, *seen.headings[:10]))
    if (shown and not {"a line can be taken out", "a quantity"} & set(signs)) or (before is not None and not moved):
        score -= 5 if read_product(seen, language, product).add else 0.5
    if len(seen.cards) >= 4 and not titled:
        score -= 1.5
    if before is not None and not moved and not titled:
        score -= 1.5
    usable = tuple(
        c for c in seen.visible if c.area not in {"header", "nav"} or matches(c, "checkout", language) >= SURE_WORDS
    )
    return CartView("page", usable, tuple(signs)) if score >= (3.5 if pressed else 4.5) else None
