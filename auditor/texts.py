"""Translations: English is the source, other languages are read from .po files at run time."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

__all__ = ["LANGUAGES", "Translator", "catalog", "language_for", "translate"]

# The languages of the reports, and the locale that words their numbers and dates.
LANGUAGES: Mapping[str, str] = {"en": "en_GB", "fi": "fi_FI", "sv": "sv_FI"}


@dataclass(frozen=True)
class Translator:
    """A gettext-like function: an English text in, the same text in ``lang`` out; an unknown text stays English."""

    lang: str
    locale: Locale
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def __call__(self, text: str, /, **data: object) -> str:
        """Return the translation, with ``{name}`` filled from the keyword arguments where there are any."""
        found = self.texts.get(text, (text,))[0]
        return found.format(**data) if data else found

    def plural(self, one: str, many: str, n: int, /, **data: object) -> str:
        """Return the form for ``n`` things; the forms of fi, sv and en are one and many."""
        forms = self.texts.get(one, (one, many))
        found = forms[0] if n == 1 else forms[-1]
        return found.format(**{"n": n, **data})

    def knows(self, text: str) -> bool:
        """Tell whether the catalog has the text; in English every text is known."""
        return self.lang == "en" or text in self.texts


def language_for(shop: Sequence[str]) -> str:
    """Return the report's language for a shop that speaks these, the main one first: its own, or else English."""
    main = shop[0].lower().split("-")[0] if shop else ""
    return main if main in LANGUAGES else "en"


def catalog(lang: str) -> Catalog:
    """Read the .po file of a language; raises FileNotFoundError where there is none."""
    source = resources.files("reports").joinpath("templates", "locale", f"{lang}.po")
    return read_po(io.BytesIO(source.read_bytes()), locale=LANGUAGES[lang])


def translate(lang: str) -> Translator:
    """Return the translator of a language; raises ValueError for one the reports do not speak."""
    if lang not in LANGUAGES:
        raise ValueError(f"no report in {lang!r}; choose one of {', '.join(sorted(LANGUAGES))}")
    locale = Locale.parse(LANGUAGES[lang])
    if lang == "en":
        return Translator(lang, locale)
    texts: dict[str, tuple[str, ...]] = {}
    for message in catalog(lang):
        one = message.id if isinstance(message.id, str) else message.id[0]
        told = message.string or ""
        forms = (told,) if isinstance(told, str) else tuple(told)
        if one and all(forms) and not message.fuzzy:
            texts[one] = forms
    return Translator(lang, locale, texts)
