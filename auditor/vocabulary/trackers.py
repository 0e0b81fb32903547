"""Trackers: whose cookie a name is, and which requests measure visitors or show them advertisements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from auditor.vocabulary.tables import read_table

__all__ = ["Trackers", "load_trackers"]


@dataclass(frozen=True)
class Trackers:
    """What is known of trackers; read-only."""

    categories: frozenset[str]
    tag_managers: tuple[str, ...]
    loading: frozenset[str]
    cookies: Mapping[str, tuple[str, ...]]
    calls: Mapping[str, tuple[str, ...]]
    only_on: Mapping[str, str]

    def of_cookie(self, name: str, domain: str = "") -> str:
        """Return the service that a cookie or a storage key of this name is known from, or an empty text."""
        owner = self.only_on.get(name)
        host = domain.lstrip(".").lower()
        if owner and host != owner and not host.endswith(f".{owner}"):
            return ""
        return next(
            (service for service, names in self.cookies.items() if any(fnmatchcase(name, one) for one in names)), ""
        )

    def of_call(self, path: str) -> str:
        """Return the service that is called at a path of any host, or an empty text."""
        return next(
            (service for service, parts in self.calls.items() if any(path.endswith(part) for part in parts)), ""
        )

    def only_a_tag(self, host: str, path: str, kind: str) -> bool:
        """Say whether a request only brings a container or a script, and sends nothing of a visit."""
        address = f"{host.lower()}{path}"
        return kind in self.loading or any(address.startswith(one) for one in self.tag_managers)


@cache
def load_trackers() -> Trackers:
    """Return the trackers that ship with the package; they are read once and never change."""
    raw = read_table("trackers.yaml")
    return Trackers(
        categories=frozenset(raw["categories"]),
        tag_managers=tuple(raw["tag_managers"]),
        loading=frozenset(raw["loading"]),
        cookies={service: tuple(names) for service, names in raw["cookies"].items()},
        calls={service: tuple(parts) for service, parts in raw["calls"].items()},
        only_on=dict(raw["only_on"]),
    )
