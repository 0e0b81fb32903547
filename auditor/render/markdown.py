"""Markdown from templates in which every value is text: marks of Markdown and HTML in it are escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from jinja2 import Environment, StrictUndefined

from auditor.brand import Brand, unsigned
from auditor.check import Check
from auditor.model import Audit
from auditor.render.page import Templates
from auditor.texts import Translator, translate
from auditor.view.summary import summary_of

__all__ = ["markdown_of", "render_summary"]

# Every sign that begins a mark of Markdown or HTML; what begins a list or a heading at the head of a line.
_MARKS = re.compile(r"([\\`*_\[\]<>#|~&$])")
_LIST = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])(?=[-=\s]|$)")
# What readers of Markdown make a link of by themselves, and what calls a person or a whole channel.
_BARE = re.compile(r"(?i)\b(?:https?|ftp|mailto|javascript|data):|\bwww\.|(?<!\w)@")
_UNSAFE = re.compile(r"[^\w\-./:?=&%~+;,#]", re.ASCII)


class _Raw(str):
    """Markdown that is meant as such."""

    __slots__ = ()


def render_summary(
    audit: Audit, *, checks: Mapping[str, Check], lang: Literal["fi", "sv", "en"], brand: Brand | None = None
) -> str:
    """Return one page for a chat or a ticket: verdict, scores, the first mends and the failures."""
    t = translate(lang)
    view = summary_of(unsigned(audit) if brand else audit, checks=checks, t=t)
    return markdown_of("summary.md", t=t, brand=brand, view=view)


def markdown_of(template: str, *, t: Translator, brand: Brand | None = None, **context: object) -> str:
    """Return a template as Markdown in the translator's language."""
    environment = Environment(
        loader=Templates(),
        autoescape=False,  # noqa: S701 - this is not HTML: ``finalize`` escapes every value for Markdown
        finalize=_escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[],
    )
    environment.filters.update(link=_link, code=_code)
    environment.globals.update(_=t, _n=t.plural, brand=brand)
    return environment.get_template(template).render(**context).strip() + "\n"


def _escaped(value: object) -> str:
    if isinstance(value, _Raw):
        return value
    text = _MARKS.sub(r"\\\1", " ".join(str(value).split()))
    text = _LIST.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", text)
    return _BARE.sub(lambda found: "@\u200b" if found[0] == "@" else f"{found[0][:-1]}\\{found[0][-1]}", text)


def _link(text: str, href: str | None) -> str:
    """Return a link to an address over http, or the text alone."""
    if not href:
        return _escaped(text)
    target = _UNSAFE.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode("utf-8", "replace")), href)
    # Readers of Markdown read entities in addresses too: "&copy=2" must stay what it is.
    return _Raw(f"[{_escaped(text)}]({target.replace('&', '&amp;')})")


def _code(text: str) -> str:
    """Return a text as code, for use outside of tables; a longer run of backticks around than inside keeps it whole."""
    line = " ".join(text.split())
    if not line:
        return _Raw("")
    fence = "`" * (1 + max((len(run) for run in re.findall(r"`+", line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return _Raw(f"{fence}{pad}{line}{pad}{fence}")
