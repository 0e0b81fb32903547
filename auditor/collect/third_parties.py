"""Which hosts are analytics or advertising: the walk cancels their beacons, so that no statistics are polluted."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from urllib.parse import urlsplit

from auditor.page_scripts import Asset, asset_path
from auditor.vocabulary import load_vocabulary

__all__ = ["silencer"]

# The categories of third-party-web, and those of our own fingerprints.
SILENCED = {"ad", "analytics"}
OURS = {"analytics", "behaviour-analytics", "ads", "advertising"}


@cache
def _hosts() -> frozenset[str]:
    entities = json.loads(asset_path(Asset.THIRD_PARTIES).read_text("utf-8"))
    return frozenset(
        domain.removeprefix("*.") for one in entities if one.get("category") in SILENCED for domain in one["domains"]
    )


def silencer(home: str) -> Callable[[str], bool]:
    """Return a function that says whether an address is a beacon to cancel; the shop's own hosts never are.

    Raises AssetsMissingError where the list of hosts was never fetched.
    """
    own = (urlsplit(home).hostname or "").lower()
    known = _hosts()
    words = load_vocabulary()

    def silenced(url: str) -> bool:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        if not host or host == own or host.endswith(f".{own}"):
            return False
        names = host.split(".")
        if any(".".join(names[start:]) in known for start in range(len(names) - 1)):
            return True
        service = words.service(host, parts.path or "/")
        return service is not None and service.category in OURS

    return silenced
