"""Where the sources that checks name can be read: acts of the EU, criteria of WCAG and a few pages of the field.

Names are looked for in the reader's language: numbers of acts and criteria are the same in all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Cited", "cited"]

# European Legislation Identifiers, as EUR-Lex gives them: they stay when its pages move.
_ACTS = {
    "98/6": "dir/1998/6",
    "2000/31": "dir/2000/31",
    "2002/58": "dir/2002/58",
    "2005/29": "dir/2005/29",
    "2011/83": "dir/2011/83",
    "2018/302": "reg/2018/302",
    "2019/882": "dir/2019/882",
    "2023/2673": "dir/2023/2673",
    "2024/825": "dir/2024/825",
    "2024/3228": "reg/2024/3228",
    "GDPR": "reg/2016/679",
}
_CRITERIA = {
    "1.3.5": "identify-input-purpose",
    "1.4.4": "resize-text",
    "1.4.10": "reflow",
    "2.5.5": "target-size-enhanced",
    "2.5.8": "target-size-minimum",
    "3.3.1": "error-identification",
    "3.3.3": "error-suggestion",
}
_PAGES = {
    "web.dev/ttfb": "https://web.dev/articles/ttfb",
    "Web Vitals": "https://web.dev/articles/vitals",
    "ogp.me": "https://ogp.me/",
    "saavutettavuusvaatimukset.fi": "https://www.saavutettavuusvaatimukset.fi/",
}
_PLACES = {
    **{name: f"https://eur-lex.europa.eu/eli/{act}/oj" for name, act in _ACTS.items()},
    **{name: f"https://www.w3.org/WAI/WCAG22/Understanding/{page}" for name, page in _CRITERIA.items()},
    **_PAGES,
}
_NAMES = "|".join(re.escape(name) for name in _PLACES)
_NAMED = re.compile(rf"(?<![\w./])({_NAMES})(?:/(?:EU|EC|EY|EG)\b)?(?!\w|[./]\w)")


@dataclass(frozen=True)
class Cited:
    """A part of a source's words; ``href`` is empty where it names nothing that can be linked."""

    text: str
    href: str = ""


def cited(words: str) -> tuple[Cited, ...]:
    """Split a source's words into plain parts and such as lead to what they name."""
    parts: list[Cited] = []
    at = 0
    for found in _NAMED.finditer(words):
        parts += [Cited(words[at : found.start()])] if found.start() > at else []
        parts.append(Cited(found[0], _PLACES[found[1]]))
        at = found.end()
    return (*parts, Cited(words[at:])) if at < len(words) else tuple(parts)
