"""Ways to pay: those offered at the checkout apart from the logos that only decorate a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import unquote

from auditor.derive.page.digest import Digest
from auditor.model import Field, PageImage
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.payways import about_paying, group_of, names_of, spelled, ways_named, ways_of
from auditor.vocabulary.wordings import wording, wording_pieces

__all__ = ["kinds_of", "lets_choose", "offered_methods", "pictured_methods", "ways_named"]

_BRANDS = {
    "visa": "visa",
    "mastercard": "mastercard",
    "master-card": "mastercard",
    "pi-master": "mastercard",
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
_BY_CLASS = frozenset({"card", "wallet", "mobile"})
_BY_CLASS_OF_PICTURE = frozenset({"instalment", "bank"})
_DRAWN = re.compile(r"pay|logo|icon|badge|betal|maks")


def offered_methods(fields: Iterable[Field], lines: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the ways to pay that a checkout offers: choices, buttons and short lines that name one."""
    found: list[str] = []
    others: set[str] = set()
    known = tuple(fields)
    groups = {group_of(field) for field in known if field.type == "radio" and ways_of(field)}
    for field in known:
        # Beside a sure way to pay a word such as "card" means paying, too.
        loose = field.type == "radio" and group_of(field) in groups
        named = ways_of(field, loose=loose) if field.visible or field.type == "radio" else ()
        found.extend(named)
        if field.type == "radio" and not named:
            others.add(" ".join(field.label.split()))
    for line in lines:
        # The label of a choice that is not about paying, such as a delivery by cash on delivery, says nothing here,
        # nor does a button "Visa", which shows something in Swedish, or a box for the number of a gift card.
        if 0 < len(line.split()) <= LONGEST_LINE and line not in others and line.strip().lower() != "visa":
            # "Payment by card": the word before it says that even a word of many meanings is a way to pay.
            said = (*ways_named(line), *ways_named(" ".join(_with_what(line)), loose=True))
            found.extend(way for way in said if way != "gift-card")
    return tuple(dict.fromkeys(found))


def lets_choose(fields: Iterable[Field]) -> bool:
    """Say whether fields let a customer choose how to pay: radio buttons, a list of ways, or the inputs of a card.

    A single radio button is one of payment only where its name or heading says so.
    """
    groups: dict[tuple[str, int, str], list[Field]] = {}
    for field in fields:
        if field.type == "radio":
            groups.setdefault(group_of(field), []).append(field)
        elif field.visible and field.type != "checkbox" and ways_of(field):
            return True
    return any(
        sum(bool(ways_of(one)) for one in members) >= (1 if any(map(_about_paying, members)) else 2)
        for members in groups.values()
    )


def _about_paying(field: Field) -> bool:
    return about_paying(f"{field.name} {field.id} {field.above or field.heading}")


def _with_what(line: str) -> list[str]:
    return [hit[1] for hit in _paid_with().finditer(line)] if about_paying(line) else []


@cache
def _paid_with() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wording_pieces('paid_with')}) (\w+)", re.IGNORECASE)


def pictured_methods(images: Iterable[PageImage], digests: Iterable[Digest]) -> tuple[str, ...]:
    """Return what payment logos show, card brands by their own name; a footer line of nothing but names counts."""
    found: list[str] = []
    for image in images:
        if image.visible:
            found.extend(_of_logo(image.src, image.alt or "", ""))
    words: list[str] = []
    for digest in digests:
        for picture in digest.pictures:
            drawn = picture.src or picture.tokens
            (found if drawn else words).extend(_of_logo(picture.src, picture.alt, picture.tokens))
        for line in digest.footer.split("\n"):
            words.extend(_of_badge(line))
    # The bare word "Visa" is a link that shows something in Swedish; beside another name it is a card.
    told = words if found or set(words) - {"visa"} else []
    return tuple(dict.fromkeys((*found, *told)))


def kinds_of(ids: Iterable[str]) -> frozenset[str]:
    """Return the kinds (card, mobile, bank, invoice, instalment, wallet, cash) behind the ids of ways to pay."""
    known = load_vocabulary().payments
    kinds = {known[one].kind for one in ids if one in known}
    return frozenset(kinds - {"provider", "gift"})


def _of_logo(src: str, alt: str, tokens: str) -> Iterator[str]:
    file = unquote(src).lower().split("?")[0].rsplit("/", 1)[-1].rsplit("#", 1)[-1]
    name, named = (wording("visa_to_show").sub(" ", one) for one in (re.sub(r"[-_]", " ", file), alt.lower()))
    classes = tokens.lower()
    if not _any_logo().search(f"{name}\n{file}\n{named}\n{classes}"):
        return
    drawn = _DRAWN.search(classes) is not None
    for way in load_vocabulary().payments.values():
        # Class names are read for brands only, those of financiers where they speak of a picture: "table-stripe" is no
        # payment provider, "klarna-placement" no logo.
        by_class = way.kind in _BY_CLASS or (drawn and way.kind in _BY_CLASS_OF_PICTURE)
        said = f"{name} {classes}" if by_class else name
        hits = [
            logo
            for logo in way.logos
            if _token(logo).search(said)
            or _token(logo.replace("-", " ").replace("_", " ")).search(said)
            or _token(logo.replace("-", " ")).search(named)
        ]
        yield from (_BRANDS.get(hit, way.id) for hit in hits)
        if not hits and named and len(named.split()) <= 4 and way.kind != "cash" and names_of(way.id).search(named):
            yield way.id


@cache
def _any_logo() -> re.Pattern[str]:
    """Return a pattern without which nothing can be a logo, because most pictures are none."""
    ways = load_vocabulary().payments.values()
    pieces = {piece for way in ways for one in (*way.logos, *way.words) for piece in (one, re.sub("[-_]", " ", one))}
    return re.compile("|".join(re.escape(one.lower()) for one in sorted(pieces, key=len, reverse=True)))


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
    return spelled(tuple({word for way in ways for word in (*way.words, *way.logos)}))


def _exactly(text: str) -> str | None:
    for way in load_vocabulary().payments.values():
        if way.kind not in {"cash", "gift"} and text in (*way.words, *way.logos):
            return _BRANDS.get(text, way.id)
    return None
