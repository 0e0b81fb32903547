"""Which of the shop languages a text is written in, by words that stand in every text of it."""

from __future__ import annotations

import re
from functools import cache

from auditor.vocabulary.wordings import wording_pieces

__all__ = ["SPOKEN", "spoken_language"]

SPOKEN = ("fi", "sv", "en", "de", "nb", "da", "et")
_ALIAS = {"no": "nb", "nn": "nb"}
LONGEST_TEXT = 6000
LEAST_WORDS = 2


def spoken_language(text: str, said: str = "") -> str:
    """Return the language of a text, of which ``said`` is what its page declares; empty where neither tells.

    The declaration is believed unless the words speak clearly against it: templates are sold in English.
    """
    code = said[:2].lower()
    declared = _ALIAS.get(code, code)
    plain = " ".join(text[: 2 * LONGEST_TEXT].split())[:LONGEST_TEXT]
    counts = {language: len(_words(language).findall(plain)) for language in SPOKEN}
    best = max(counts, key=lambda language: counts[language])
    if counts[best] < LEAST_WORDS or counts.get(declared, -1) * 2 >= counts[best]:
        return declared
    return best


@cache
def _words(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wording_pieces(f'spoken_{language}')})\b", re.IGNORECASE)
