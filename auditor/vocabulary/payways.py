"""Ways to pay by their names: what a label, a choice or an input of a form says about paying."""

from __future__ import annotations

import re
from functools import cache

from auditor.model import Field
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.load import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["about_delivery", "about_paying", "group_of", "names_of", "spelled", "ways_named", "ways_of"]

_ABOUT_PAYING = re.compile(r"\bpay|payment|maks|betal|zahl|bezahl|\bmakse|tasu|kassa", re.IGNORECASE)
_ABOUT_DELIVERY = re.compile(
    r"shipping|delivery|toimitus|leverans|frakt|versand|levering|tarne|posti?\b|carrier", re.IGNORECASE
)
# Ways to pay whose words name services of carriers as well.
_MAY_BE_SENT = frozenset({"cash", "invoice", "gift"})
# A list where so many entries are ways to pay is one of ways to pay, whatever stands beside it.
_SURE_ENTRIES = 2


def about_paying(text: str) -> bool:
    """Say whether a heading or a technical name speaks of paying."""
    return _ABOUT_PAYING.search(text) is not None


def about_delivery(text: str) -> bool:
    """Say whether a heading or a technical name speaks of delivery."""
    return _ABOUT_DELIVERY.search(text) is not None


def ways_named(text: str, *, loose: bool = False) -> tuple[str, ...]:
    """Return the ways to pay a label names; ``loose`` takes words such as "invoice", which may mean other things."""
    lowered = wording("visa_to_show").sub(" ", " ".join(text.lower().split()))
    named = [
        way
        for way in load_vocabulary().payments.values()
        if names_of(way.id).search(lowered) or (loose and way.loose and _loose(way.id).search(lowered))
    ]
    # A financier's own name says more than "instalments" or "invoice" in the same label.
    financier = any(way.kind == "instalment" and way.id != "instalments" for way in named)
    return tuple(way.id for way in named if not (financier and way.id in {"instalments", "invoice"}))


def group_of(field: Field) -> tuple[str, int, str]:
    """Identify the group of choices that a field belongs to."""
    return field.frame, field.form, field.name


def ways_of(field: Field, *, loose: bool = False) -> tuple[str, ...]:
    """Return the ways to pay that a field offers; ``loose`` as in ``ways_named``."""
    said = f"{field.label} {field.value.replace('_', ' ').replace('-', ' ')}"
    context = f"{field.name} {field.id} {field.above or field.heading}"
    paying = about_paying(context)
    if field.type in {"radio", "checkbox"}:
        named = ways_named(said, loose=paying or loose)
        # A parcel may be paid for at the door, so that cash says nothing among ways of delivery; a brand says enough.
        delivery = not paying and about_delivery(context)
        return tuple(one for one in named if not delivery or load_vocabulary().payments[one].kind not in _MAY_BE_SENT)
    if field.tag == "select":
        sure = sum(bool(ways_named(option)) for option in field.options)
        if paying or about_paying(field.label) or sure >= _SURE_ENTRIES:
            return tuple(way for option in field.options for way in ways_named(option, loose=True))
    return ("card",) if purpose_of(field) is Purpose.CARD else ()


@cache
def names_of(way: str) -> re.Pattern[str]:
    """Return the pattern of a way's own names."""
    return spelled(load_vocabulary().payments[way].words)


@cache
def _loose(way: str) -> re.Pattern[str]:
    return spelled(load_vocabulary().payments[way].loose)


def spelled(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of the words as a whole word, or as "with it" in Finnish and Estonian."""
    longest_first = "|".join(re.escape(word.lower()) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w@.])(?:{longest_first})(?:[:'’]?i?(?:ll[aä]|ga))?(?![\w@]|\.\w)")
