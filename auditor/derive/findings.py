"""Faults to mend, gathered from single results under a key that stays the same from audit to audit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from auditor.model import CheckResult, Finding, Outcome, PageKind

__all__ = ["Found", "finding_key", "grouped", "plain_selector"]

_POSITION = re.compile(r":nth-(?:of-type|child|last-child)\(\d+\)|:(?:first|last)-child")
_NUMBER = re.compile(r"\d+")
_MADE_UP = re.compile(r"[._#-](?:css|sc|jsx|svelte|astro|ng|v)-[a-z0-9]{4,}", re.IGNORECASE)
MAX_SELECTORS = 20


@dataclass(frozen=True)
class Found:
    """A result with the rule that spoke and the kind of page it spoke of; the key of a finding rests on them."""

    result: CheckResult
    rule: str
    page_kind: PageKind | None


def grouped(found: Iterable[Found]) -> tuple[Finding, ...]:
    """Group failed and warned results; a fault on several pages and screens is one finding. In the order of results."""
    groups: dict[str, list[tuple[int, Found]]] = {}
    selectors: dict[str, str] = {}
    for index, one in enumerate(found):
        if one.result.outcome in {Outcome.FAILED, Outcome.WARNING}:
            for selector in _selectors(one.result):
                key = finding_key(one.result.check, one.rule, one.page_kind, selector)
                selectors.setdefault(key, selector)
                groups.setdefault(key, []).append((index, one))
    return tuple(_finding(key, selectors[key], members) for key, members in groups.items())


def finding_key(check: str, rule: str, page_kind: PageKind | None, selector: str) -> str:
    """Return the sha256 of check, rule, page kind and plain selector (CONTRACTS 3)."""
    parts = (check, rule, page_kind or "", plain_selector(selector))
    return sha256("\x1f".join(parts).encode()).hexdigest()


def plain_selector(selector: str) -> str:
    """Return a selector without positions, numbers and class names made up by a build, which change from day to day."""
    return _NUMBER.sub("#", _MADE_UP.sub("", _POSITION.sub("", selector))).lower()


def _selectors(result: CheckResult) -> tuple[str, ...]:
    if result.offenders:
        return tuple(dict.fromkeys(one.selector for one in result.offenders[:MAX_SELECTORS]))
    return (next((one.selector for one in result.evidence if one.selector), ""),)


def _finding(key: str, selector: str, members: list[tuple[int, Found]]) -> Finding:
    results = [one.result for _index, one in members]
    first = members[0][1]
    pages = [result.page for result in results if result.page]
    pages += [evidence.page for result in results if not result.page for evidence in result.evidence[:1]]
    return Finding(
        key=key,
        check=first.result.check,
        rule=first.rule,
        stage=first.result.stage,
        viewports=tuple(dict.fromkeys(result.viewport for result in results if result.viewport)),
        pages=tuple(dict.fromkeys(pages)),
        selector=selector,
        results=tuple(dict.fromkeys(index for index, _one in members)),
    )
