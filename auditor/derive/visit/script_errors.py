"""Errors of scripts as pages threw them: whose they are, and which of them may be the auditor's own doing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.derive.sees import Sees
from auditor.model import Evidence, ViewportName, Visit
from auditor.vocabulary import load_vocabulary

__all__ = ["ScriptError", "script_errors"]

_PLACED = re.compile(r"^(?P<what>.*) \((?P<where>https?://[^()]+)\)$", re.DOTALL)
_UNDEFINED = re.compile(r"(?P<name>[\w$.]+) is not defined|Can't find variable: (?P<other>[\w$]+)")
_POSITION = re.compile(r":\d+(?::\d+)?$")
_FILE = re.compile(r"\.(?:m?js|css)$", re.IGNORECASE)
# Said by browsers about the page's layout; nothing breaks.
_HARMLESS = re.compile(
    r"ResizeObserver loop|^Script error\.?$|AbortError|The (?:play|user)\(?\)? ?request|NotAllowedError"
)


@dataclass(frozen=True)
class ScriptError:
    """An uncaught error, or a script or style that does not load; ``unsure`` may come of what the auditor blocked."""

    what: str
    where: str
    own: bool
    lost: bool
    unsure: bool
    evidence: Evidence


def script_errors(sees: Sees, visits: Sequence[Visit]) -> tuple[ScriptError, ...]:
    """Return each error once for each page, of visits that load a page as customers do; the crawl leaves much out."""
    found: dict[tuple[str, str, str], ScriptError] = {}
    for visit, errors, failed in _fresh(visits):
        blocked = any(not one[:3].isdigit() for one in visit.failed_requests)
        for error in (*_thrown(sees, visit, errors, blocked=blocked), *_lost(sees, visit, failed)):
            found.setdefault((error.what, error.where, visit.url.partition("#")[0]), error)
    return tuple(found.values())


def _fresh(visits: Sequence[Visit]) -> Iterator[tuple[Visit, tuple[str, ...], tuple[str, ...]]]:
    """Yield the visits with what is new on each: a walk's tab keeps the errors of the pages before."""
    before: dict[ViewportName, tuple[int, int]] = {}
    for visit in visits:
        if visit.part == "pages":
            yield visit, visit.errors, visit.failed_requests
        elif visit.part == "walk":
            errors, failed = before.get(visit.viewport, (0, 0))
            yield visit, visit.errors[errors:], visit.failed_requests[failed:]
            before[visit.viewport] = (len(visit.errors), len(visit.failed_requests))


def _thrown(sees: Sees, visit: Visit, errors: tuple[str, ...], *, blocked: bool) -> Iterator[ScriptError]:
    for error in errors:
        placed = _PLACED.match(error)
        what, where = (placed["what"], placed["where"]) if placed else (error, "")
        if _HARMLESS.search(what):
            continue
        undefined = _UNDEFINED.search(what)
        name = (undefined["name"] or undefined["other"] or "").partition(".")[0] if undefined else ""
        yield ScriptError(
            what=what[:200],
            where=_POSITION.sub("", where),
            own=_own(sees, where) if where else True,
            lost=False,
            # Beacons are kept from the shop's statistics; a name that one of them would have defined proves nothing.
            unsure=bool(name) and (blocked or _of_service(name)),
            evidence=Evidence(page=visit.id, excerpt=error[:200], screenshot=visit.screenshot),
        )


def _lost(sees: Sees, visit: Visit, failed: tuple[str, ...]) -> Iterator[ScriptError]:
    """Yield the shop's own scripts and styles that did not come."""
    for line in failed:
        why, _space, url = line.partition(" ")
        status = int(why) if why.isdigit() else None
        if status is not None and status >= 400 and status not in {403, 429} and _file(url) and _own(sees, url):
            evidence = Evidence(page=visit.id, excerpt=line[:200], screenshot=visit.screenshot)
            yield ScriptError(f"{status}", url, own=True, lost=True, unsure=False, evidence=evidence)


def _file(url: str) -> bool:
    return bool(_FILE.search(urlsplit(url).path))


def _own(sees: Sees, url: str) -> bool:
    host, home = urlsplit(url).hostname or "", urlsplit(sees.site.url).hostname or ""
    return host == home or host.split(".")[-2:] == home.split(".")[-2:]


def _of_service(name: str) -> bool:
    return any(name in one.js_globals for one in load_vocabulary().fingerprints.values())
