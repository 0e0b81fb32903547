"""The address that a person typed, made into one that can be opened."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

from publicsuffixlist import PublicSuffixList

__all__ = ["AddressError", "Asked", "is_local", "read_address", "registrable", "same_site", "without_fragment"]

_SCHEME = re.compile(r"^([a-z][a-z0-9+.\-]*):(//)?", re.IGNORECASE)
_HOST = re.compile(r"[\w.\-]+|\[[0-9a-fA-F:.]+\]")
_PORT = re.compile(r"^[\w.\-]+:\d+(?:[/?#]|$)")
PRIVATE_SUFFIXES = (".localhost", ".local", ".internal", ".test", ".lan", ".home.arpa")


class AddressError(Exception):
    """What was typed is no address of a web shop; the text says so in one sentence."""


@dataclass(frozen=True)
class Asked:
    """The addresses to try, in order, and the name and password that stood in the typed one."""

    typed: str
    tries: tuple[str, ...]
    auth: str | None = None

    @property
    def host(self) -> str:
        """Give the host's name, as folders are named after it."""
        parts = urlsplit(self.tries[0])
        return f"{parts.hostname}_{parts.port}" if parts.port else str(parts.hostname)


def read_address(typed: str) -> Asked:
    """Read an address with or without scheme; without one https is tried first, then http.

    Raises AddressError for what cannot be the address of a web page.
    """
    text = typed.strip()
    scheme = _SCHEME.match(text)
    if scheme and not scheme[2] and _PORT.match(text):
        scheme = None  # host:port
    if scheme and scheme[1].lower() not in {"http", "https"}:
        raise AddressError(f"{typed!r} is not the address of a web shop: it must begin with https:// or http://.")
    bare = text[scheme.end() :] if scheme else text.removeprefix("//")
    try:
        parts = urlsplit(f"//{bare}")
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise AddressError(f"{typed!r} is not the address of a web shop: {error}.") from error
    if not host or re.search(r"\s", bare) or not (_HOST.fullmatch(host) or ":" in host) or ".." in host:
        raise AddressError(f"{typed!r} is not the address of a web shop: write it like https://shop.example.")
    auth = f"{parts.username}:{parts.password or ''}" if parts.username else None
    shown = f"[{host}]" if ":" in host else host
    place = f"{shown}:{port}" if port else shown
    rest = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    schemes = (scheme[1].lower(),) if scheme else ("https", "http")
    told = text.replace(f"{parts.netloc.rpartition('@')[0]}@", "", 1) if auth else text
    return Asked(told, tuple(f"{one}://{place}{rest}" for one in schemes), auth)


def is_local(url: str) -> bool:
    """Say whether a host is this machine or a private network, which needs no pause between requests."""
    host = (urlsplit(url).hostname or "").lower()
    if host == "localhost" or host.endswith(PRIVATE_SUFFIXES):
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@lru_cache(maxsize=4096)
def registrable(url: str) -> str:
    """Return the registrable domain (www.shop.co.uk → shop.co.uk), or host and port of a bare host."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return ""
    found = None if re.fullmatch(r"[\d.]+|.*:.*", host) else _suffixes().privatesuffix(host)
    return found or (f"{host}:{port}" if port else host)


def same_site(first: str, second: str) -> bool:
    """Say whether two addresses belong to one registrable domain."""
    return bool(registrable(first)) and registrable(first) == registrable(second)


def without_fragment(url: str) -> str:
    """Return an address without what follows its #, unless that is a route of a page drawn by script ("#/tuote/3")."""
    bare, _mark, fragment = url.partition("#")
    return url if fragment.startswith(("/", "!")) and fragment.strip("/!") else bare
