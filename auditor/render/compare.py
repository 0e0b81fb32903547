"""A comparison as one self-contained page, and as Markdown for a ticket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from auditor.brand import Brand, unsigned
from auditor.check import Check
from auditor.compare import Comparison
from auditor.render.markdown import markdown_of
from auditor.render.page import page_of
from auditor.texts import translate
from auditor.view.compare import CompareView, compare_view
from auditor.view.compare.items import Compared

__all__ = ["render_comparison", "render_comparison_summary"]

STYLES = ("tokens.css", "frame.css", "brand.css", "print.css", "compare.css")


def render_comparison(
    comparison: Comparison,
    sides: Sequence[Compared],
    *,
    checks: Mapping[str, Check],
    lang: Literal["fi", "sv", "en"],
    brand: Brand | None = None,
) -> str:
    """Return the page of a comparison; with a brand no other name stands in it."""
    view = _view(comparison, sides, checks, lang, brand)
    return page_of("compare.html", t=translate(lang), styles=STYLES, brand=brand, view=view)


def render_comparison_summary(
    comparison: Comparison,
    sides: Sequence[Compared],
    *,
    checks: Mapping[str, Check],
    lang: Literal["fi", "sv", "en"],
    brand: Brand | None = None,
) -> str:
    """Return the comparison in Markdown: verdict, doubts, stages and what differs."""
    view = _view(comparison, sides, checks, lang, brand)
    return markdown_of("compare.md", t=translate(lang), brand=brand, view=view)


def _view(
    comparison: Comparison, sides: Sequence[Compared], checks: Mapping[str, Check], lang: str, brand: Brand | None
) -> CompareView:
    shown = [replace(one, audit=unsigned(one.audit)) if brand else one for one in sides]
    return compare_view(comparison, shown, checks=checks, t=translate(lang))
