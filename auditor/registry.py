"""Which checks there are: the modules of the package ``checks``, then those that plugins offer."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import walk_packages

import checks
from auditor.check import Check

__all__ = ["PLUGINS", "DuplicateCheckError", "load_checks"]

PLUGINS = "cx_audit.checks"


class DuplicateCheckError(Exception):
    """Two checks answer to one id; the text names both."""


def load_checks(plugins: Iterable[EntryPoint] | None = None) -> tuple[Check, ...]:
    """Return every check, sorted by id; ``plugins`` are entry points of checks, by default those installed.

    An entry point names a check, or a function that returns checks. Raises DuplicateCheckError for an id used twice.
    """
    found: dict[str, tuple[Check, str]] = {}
    for check, place in (*_own(), *_offered(entry_points(group=PLUGINS) if plugins is None else plugins)):
        if check.id in found and found[check.id][0] is not check:
            raise DuplicateCheckError(f"two checks are called {check.id}: {found[check.id][1]} and {place}")
        found.setdefault(check.id, (check, place))
    return tuple(found[name][0] for name in sorted(found))


def _own() -> Iterable[tuple[Check, str]]:
    for module in sorted(walk_packages(checks.__path__, "checks."), key=lambda one: one.name):
        if not module.ispkg:
            for value in vars(import_module(module.name)).values():
                if isinstance(value, Check):
                    yield value, module.name


def _offered(plugins: Iterable[EntryPoint]) -> Iterable[tuple[Check, str]]:
    for plugin in sorted(plugins, key=lambda one: (one.name, one.value)):
        loaded = plugin.load()
        many = (loaded,) if isinstance(loaded, Check) else tuple(loaded())
        for check in many:
            yield check, plugin.value
