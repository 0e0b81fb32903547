"""Social networks: whether an address is a profile there, a button to share, or what a theme left behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from auditor.vocabulary.tables import read_table

__all__ = ["SocialLink", "social_link"]

# In front of the handle, on networks where shops have pages of a kind.
_FOLDERS = frozenset({"company", "channel", "c", "user", "pages", "pg", "add", "profile", "showcase", "people"})


@dataclass(frozen=True)
class SocialLink:
    """A link to a network; ``placeholder`` says that it leads to the network itself or to a theme's own name."""

    network: str
    handle: str = ""
    placeholder: bool = False


def social_link(url: str) -> SocialLink | None:
    """Read an address as a link to a profile; None for other sites and for buttons that share or show a post."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = (parts.hostname or "").lower()
    data = _data()
    network = next((name for name, hosts in data["networks"].items() if any(_lies_on(host, one) for one in hosts)), "")
    if not network:
        return None
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    pieces = [one for one in parts.path.split("/") if one]
    if any(path.lower().startswith(one.lower()) for one in data["not_a_profile"]):
        return None
    if any(piece.lower() in {"posts", "status", "photos", "videos"} for piece in pieces[1:]):
        return None
    named = [one for one in pieces if one.lower() not in _FOLDERS and not one.isdigit()] or pieces[-1:]
    handle = named[0].lstrip("@").lower() if named else ""
    bare = not handle or (handle == "profile.php" and "id=" not in parts.query)
    return SocialLink(network, handle, bare or handle in data["placeholders"])


def _lies_on(host: str, known: str) -> bool:
    return host == known or host.endswith(f".{known}")


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    raw: Mapping[str, Mapping[str, list[str]]] = read_table("social.yaml")
    return raw
