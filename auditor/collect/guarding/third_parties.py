"""Which company a host belongs to, and which hosts the walk silences so that no statistics are polluted."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from auditor.page_scripts import Asset, asset_path
from auditor.vocabulary import load_vocabulary

__all__ = ["Company", "company_of", "silencer"]

# The categories of third-party-web, and those of our own fingerprints.
SILENCED = {"ad", "analytics"}
OURS = {"analytics", "behaviour-analytics", "ads", "advertising"}


@dataclass(frozen=True)
class Company:
    """Whose host it is, and what for, in the words of our fingerprints or of third-party-web."""

    name: str
    category: str


@cache
def _hosts() -> Mapping[str, Company]:
    entities = json.loads(asset_path(Asset.THIRD_PARTIES).read_text("utf-8"))
    return {
        domain.removeprefix("*."): Company(str(one["name"])[:80], str(one.get("category") or ""))
        for one in entities
        for domain in one["domains"]
    }


def _listed(host: str) -> Company | None:
    known, names = _hosts(), host.split(".")
    return next((hit for at in range(len(names) - 1) if (hit := known.get(".".join(names[at:])))), None)


def company_of(url: str) -> Company | None:
    """Return whose service answers at an address; our fingerprints, which know paths, come before the list of hosts.

    Raises AssetsMissingError where the list of hosts was never fetched.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    service = load_vocabulary().service(host, parts.path or "/")
    return Company(service.name, service.category) if service else _listed(host)


def silencer(home: str) -> Callable[[str], bool]:
    """Return a function that says whether an address is a beacon to cancel; the shop's own hosts never are.

    Raises AssetsMissingError where the list of hosts was never fetched.
    """
    own = (urlsplit(home).hostname or "").lower()
    _hosts()
    words = load_vocabulary()

    def silenced(url: str) -> bool:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        if not host or host == own or host.endswith(f".{own}"):
            return False
        listed = _listed(host)
        if listed is not None and listed.category in SILENCED:
            return True
        service = words.service(host, parts.path or "/")
        return service is not None and service.category in OURS

    return silenced
