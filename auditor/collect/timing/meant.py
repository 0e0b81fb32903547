"""Whether a loaded page is the one that was meant: figures of a login or of an empty page are worse than none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.collect.arrival.address import same_site
from auditor.model import PageKind
from auditor.vocabulary import load_vocabulary

__all__ = ["SHOWN", "Shown", "wrong_page"]

# A page that lets nobody in says little besides; a shop's page that offers a login beside its goods says much.
SHORT_PAGE = 1500
_ROOT = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:index\.\w+)?", re.IGNORECASE)

# Read once every figure has been taken, so that looking for it delays nothing.
SHOWN = """() => {
  const seen = (el) => {
    const box = el.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(el).visibility !== "hidden";
  };
  const count = (wanted) => [...document.querySelectorAll(wanted)].slice(0, 200).filter(seen).length;
  return {
    passwords: count("input[type=password]"),
    names: count("input[type=text], input[type=email], input[type=tel], input:not([type])"),
    chars: document.body ? document.body.innerText.trim().length : 0,
    pictures: count("img, svg, canvas, video, iframe, picture, object, embed"),
  };
}"""


@dataclass(frozen=True)
class Shown:
    """What a page shows: fields for passwords and names, characters of text, pictures; and whether it was painted."""

    passwords: int = 0
    names: int = 0
    chars: int = 0
    pictures: int = 0
    painted: bool = True


def wrong_page(url: str, kind: PageKind, status: int | None, landed: str, shown: Shown) -> str:
    """Say why a loaded page is not the one that was asked for; an empty text where it is."""
    if status is not None and status >= 400:
        return f"the page answered {status}"
    if not same_site(url, landed):
        return f"another site answered ({urlsplit(landed).hostname or landed[:80]})"
    return _locked(url, kind, landed, shown) or _lost(url, landed) or _empty(shown)


def _locked(url: str, kind: PageKind, landed: str, shown: Shown) -> str:
    """Tell a login, which has a name and a password, from a storefront that is locked by a password alone."""
    to = urlsplit(landed).path
    login = load_vocabulary().slug("log_in", landed) and not load_vocabulary().slug("log_in", url)
    if shown.passwords and not shown.names and shown.chars < SHORT_PAGE:
        return f"a password is asked for ({to}): give access with --before, --cookie or --storage-state"
    if login or (shown.passwords and _path(url) != _path(landed) and shown.chars < SHORT_PAGE):
        return f"a login came instead of the page ({to}): give access with --before, --cookie or --storage-state"
    if kind is PageKind.HOME and shown.passwords and load_vocabulary().slug("log_in", landed):
        return f"the shop begins with a login ({to}): give access with --before, --cookie or --storage-state"
    return ""


def _lost(url: str, landed: str) -> str:
    """Tell a page that is gone and was redirected to home; a redirect between languages is none."""
    gone = _ROOT.fullmatch(urlsplit(landed).path) and not _ROOT.fullmatch(urlsplit(url).path)
    elsewhere = gone and not urlsplit(landed).query and not urlsplit(landed).fragment
    return "the home page came instead of the page" if elsewhere else ""


def _empty(shown: Shown) -> str:
    if not shown.painted:
        return "the page stayed empty: nothing was painted"
    return "" if shown.chars or shown.pictures else "the page is empty: it has no text and no picture"


def _path(url: str) -> str:
    return urlsplit(url).path.rstrip("/")
