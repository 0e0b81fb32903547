"""Ways to pay: those offered at the checkout apart from the logos that only decorate a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import unquote

from auditor.derive.digest import Digest
from auditor.model import Field, PageImage
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import Purpose, purpose_of

__all__ = ["kinds_of", "offered_methods", "pictured_methods", "ways_named"]

_ABOUT_PAYING = re.compile(r"\bpay|payment|maks|betal|zahl|bezahl|\bmakse|tasu|kassa", re.IGNORECASE)
_ABOUT_DELIVERY = re.compile(
    r"shipping|delivery|toimitus|leverans|frakt|versand|levering|tarne|posti?\b|carrier", re.IGNORECASE
)
_BRANDS = {
    "visa": "visa",
    "mastercard": "mastercard",
    "master-card": "mastercard",
    "maestro": "maestro",
    "amex": "amex",
    "american-express": "amex",
    "american express": "amex",
    "dankort": "dankort",
    "diners": "diners",
    "eurocard": "eurocard",
    "nordea": "nordea",
    "osuuspankki": "osuuspankki",
    "danskebank": "danske-bank",
    "danske-bank": "danske-bank",
    "aktia": "aktia",
    "handelsbanken": "handelsbanken",
    "spankki": "s-pankki",
    "s-pankki": "s-pankki",
    "alandsbanken": "alandsbanken",
    "sofort": "sofort",
}
LONGEST_LINE = 10


def offered_methods(fields: Iterable[Field], lines: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the ways to pay that a checkout offers: choices, buttons and short lines that name one."""
    found: list[str] = []
    others: set[str] = set()
    known = tuple(fields)
    groups = {_group(field) for field in known if field.type == "radio" and _of_field(field)}
    for field in known:
        # Beside a sure way to pay a word such as "card" means paying, too.
        loose = field.type == "radio" and _group(field) in groups
        named = _of_field(field, loose=loose) if field.visible or field.type == "radio" else ()
        found.extend(named)
        if field.type == "radio" and not named:
            others.add(" ".join(field.label.split()))
    for line in lines:
        # The label of a choice that is not about paying, such as a delivery by cash on delivery, says nothing here.
        if 0 < len(line.split()) <= LONGEST_LINE and line not in others:
            found.extend(ways_named(line))
    return tuple(dict.fromkeys(found))


def pictured_methods(images: Iterable[PageImage], digests: Iterable[Digest]) -> tuple[str, ...]:
    """Return what payment logos show, card brands by their own name; a footer line of nothing but names counts."""
    found: list[str] = []
    for image in images:
        if image.visible:
            found.extend(_of_logo(image.src, image.alt or "", ""))
    for digest in digests:
        for picture in digest.pictures:
            found.extend(_of_logo(picture.src, picture.alt, picture.tokens))
        for line in digest.footer.split("\n"):
            found.extend(_of_badge(line))
    return tuple(dict.fromkeys(found))


def ways_named(text: str, *, loose: bool = False) -> tuple[str, ...]:
    """Return the ways to pay a label names; ``loose`` takes words such as "invoice", which may mean other things."""
    lowered = " ".join(text.lower().split())
    named = [
        way
        for way in load_vocabulary().payments.values()
        if _words(way.id).search(lowered) or (loose and way.loose and _loose(way.id).search(lowered))
    ]
    # A financier's own name says more than "instalments" or "invoice" in the same label.
    financier = any(way.kind == "instalment" and way.id != "instalments" for way in named)
    return tuple(way.id for way in named if not (financier and way.id in {"instalments", "invoice"}))


def kinds_of(ids: Iterable[str]) -> frozenset[str]:
    """Return the kinds (card, mobile, bank, invoice, instalment, wallet, cash) behind the ids of ways to pay."""
    known = load_vocabulary().payments
    kinds = {known[one].kind for one in ids if one in known}
    return frozenset(kinds - {"provider", "gift"})


@cache
def _words(way: str) -> re.Pattern[str]:
    return _pattern(load_vocabulary().payments[way].words)


@cache
def _loose(way: str) -> re.Pattern[str]:
    return _pattern(load_vocabulary().payments[way].loose)


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    spelled = "|".join(re.escape(word.lower()) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w@.])(?:{spelled})(?![\w@]|\.\w)")


def _group(field: Field) -> tuple[str, int, str]:
    return field.frame, field.form, field.name


def _of_field(field: Field, *, loose: bool = False) -> tuple[str, ...]:
    said = f"{field.label} {field.value.replace('_', ' ').replace('-', ' ')}"
    context = f"{field.name} {field.id} {field.heading}"
    paying = bool(_ABOUT_PAYING.search(context))
    if field.type in {"radio", "checkbox"}:
        if not paying and _ABOUT_DELIVERY.search(context):
            return ()
        return ways_named(said, loose=paying or loose)
    if field.tag == "select" and (paying or _ABOUT_PAYING.search(field.label)):
        return tuple(way for option in field.options for way in ways_named(option, loose=True))
    return ("card",) if purpose_of(field) is Purpose.CARD else ()


def _of_logo(src: str, alt: str, tokens: str) -> Iterator[str]:
    name = unquote(src).lower().split("?")[0].rsplit("/", 1)[-1].rsplit("#", 1)[-1]
    for way in load_vocabulary().payments.values():
        # Class names are read for brands only: "table-stripe" is no payment provider.
        said = f"{name} {tokens.lower()}" if way.kind in {"card", "wallet", "mobile"} else name
        hits = [
            logo
            for logo in way.logos
            if _token(logo).search(said) or _token(logo.replace("-", " ")).search(alt.lower())
        ]
        yield from (_BRANDS.get(hit, way.id) for hit in hits)
        if not hits and alt and len(alt.split()) <= 4 and way.kind != "cash" and _words(way.id).search(alt.lower()):
            yield way.id


@cache
def _token(logo: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){re.escape(logo)}(?![a-z])")


def _of_badge(line: str) -> Iterator[str]:
    lowered = line.lower()
    hits = _names().findall(lowered) if len(lowered) < 300 else []
    if hits and not re.sub(r"[\W_]|\bja\b|\band\b|\boch\b", "", _names().sub("", lowered)):
        yield from (way for hit in hits if (way := _exactly(hit)))


@cache
def _names() -> re.Pattern[str]:
    ways = (way for way in load_vocabulary().payments.values() if way.kind not in {"cash", "gift"})
    return _pattern(tuple({word for way in ways for word in (*way.words, *way.logos)}))


def _exactly(text: str) -> str | None:
    for way in load_vocabulary().payments.values():
        if way.kind not in {"cash", "gift"} and text in (*way.words, *way.logos):
            return _BRANDS.get(text, way.id)
    return None
