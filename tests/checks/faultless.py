"""Which of its messages a check can say of a fault, read from its source: by what it makes its answers."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from auditor.check import Check
from tests.source_tree import ROOT

__all__ = ["IN_ORDER", "faultless"]

# Messages of a score that is never that of a fault; every audit of these tests sees to it that this is so.
IN_ORDER = {
    "accessibility-core clean",
    "accessibility-core statement",
    "first-screen-clear clear",
    "guest-checkout email-first",
    "guest-checkout unreadable",
    "not-found-page helps",
    "search-indexable open",
    "search-indexable open-pages",
    "total-before-data virtual",
}

# What makes an answer that is no fault; the message is its first argument.
MAKERS = {"not_applicable", "passed", "unknown"}


def faultless(check: Check) -> set[str]:
    """Return the messages that a check of ours hands to nothing but what says that all is well or not known."""
    tree = ast.parse(Path(ROOT, *check.body.__module__.split(".")).with_suffix(".py").read_text("utf-8"))
    named = _texts(tree)
    harmless = {id(node) for made in _answers(tree) for node in ast.walk(made)}
    well = {text for node, text in named.items() if node in harmless}
    perhaps_not = {text for node, text in named.items() if node not in harmless}
    return {name for name in check.messages if name in well - perhaps_not}


def _answers(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield what is handed over as the message of an answer that is no fault."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS and node.args:
            yield node.args[0]


def _texts(tree: ast.Module) -> dict[int, str]:
    """Find the texts by which a message may be named: not those of the declaration, nor keys of what is looked up."""
    declared = (mark for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for mark in node.decorator_list)
    keys = (node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript))
    left_out = {id(node) for part in (*declared, *keys) for node in ast.walk(part)}
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in left_out)
    return {id(node): node.value for node in found if isinstance(node.value, str)}
