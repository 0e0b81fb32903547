"""Every English text that a report can say: read from the templates, the view and the checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.extract import extract_python
from jinja2.ext import babel_extract

from auditor.check import COMMON_MESSAGES, Check
from auditor.model import NoteText
from auditor.view.names import WORDS

__all__ = ["check_texts", "report_texts"]

ROOT = Path(__file__).parents[2]
KEYWORDS = {"_": None, "_n": (1, 2), "t": None, "plural": (1, 2), "mark": None}


def report_texts() -> dict[str, str]:
    """Return the texts of the frame with the file each stands in; of a plural the form for one."""
    elsewhere = {**dict.fromkeys(COMMON_MESSAGES.values(), "check.py"), **dict.fromkeys(map(str, NoteText), "note.py")}
    return {**elsewhere, **dict(_extracted())}


def _extracted() -> Iterator[tuple[str, str]]:
    templates = ROOT / "reports" / "templates"
    for path in sorted((*templates.glob("*.html"), *templates.glob("*.md"))):
        with path.open("rb") as source:
            for _line, _function, text, _comments in babel_extract(source, list(KEYWORDS), [], {"trimmed": "false"}):
                yield _first(text), path.name
    for path in sorted((*(ROOT / "auditor" / "view").rglob("*.py"), ROOT / "auditor" / "render" / "paper.py")):
        with path.open("rb") as source:
            for _line, _function, text, _comments in extract_python(source, list(KEYWORDS), [], {}):
                if _first(text):
                    yield _first(text), path.name


def _first(text: object) -> str:
    return str(text[0] or "") if isinstance(text, tuple | list) else str(text or "")


def check_texts(checks: Mapping[str, Check]) -> dict[str, str]:
    """Return the texts of checks, and the words they put into them, with the id of the check."""
    return {
        text: check.id
        for check in checks.values()
        for text in (
            check.title,
            check.failure_title,
            *check.messages.values(),
            check.advice,
            *check.advice_for.values(),
            check.why,
            check.source,
            *(WORDS.get(word, word) for word in check.words),
        )
    }
