"""Whether two addresses are the same page."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

__all__ = ["leads_somewhere", "plain_address", "same_page"]

# A visitor's session written into an address.
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#]*", re.IGNORECASE)
_SESSION_KEYS = frozenset({"jsessionid", "phpsessid", "sessionid", "session_id", "sid", "oscsid", "zenid"})
_RANDOM = re.compile(r"(?=.*\d)(?=.*[a-z])[a-z0-9-]{16,}", re.IGNORECASE)
_NAMES_A_THING = re.compile(r"^id$|prod|item|art|page|cat|sku|var|doc|key|slug", re.IGNORECASE)
_TRACKING = ("utm_", "gclid", "fbclid", "_pos", "_ss", "srsltid")


def same_page(first: str, second: str) -> bool:
    """Say whether two addresses are one page: scheme, www, closing slash, tracking and session parameters aside.

    A fragment counts only where it is a route of its own, as in ``#/returns``.
    """
    return plain_address(first) == plain_address(second)


def leads_somewhere(href: str) -> bool:
    """Say whether a link has a target of its own, not "#", an empty one or a script."""
    bare = href.strip().lower()
    return bool(bare) and not bare.startswith(("#", "javascript:", "about:")) and not bare.endswith("#")


def _of_a_visit(key: str, value: str) -> bool:
    """Say whether a parameter is a visitor's session: a long random sign under a name that names nothing sold."""
    return _RANDOM.fullmatch(value) is not None and _NAMES_A_THING.search(key) is None


@lru_cache(maxsize=16_384)  # each link is compared with each page
def plain_address(url: str) -> tuple[str, str, str, str]:
    """Return what two addresses of one page have in common: host, path, query and route."""
    try:
        split = urlsplit(url)
    except ValueError:
        return ("", url, "", "")
    kept = [
        (key, value)
        for key, value in parse_qsl(split.query, keep_blank_values=True)
        if not key.startswith(_TRACKING) and key.lower() not in _SESSION_KEYS and not _of_a_visit(key, value)
    ]
    host = split.netloc.lower().removeprefix("www.")
    route = split.fragment.strip("/!") if split.fragment.startswith(("/", "!")) else ""
    return (host, unquote(_SESSION.sub("", split.path)).rstrip("/").lower(), urlencode(sorted(kept)), route)
