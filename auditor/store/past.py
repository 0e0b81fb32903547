"""The earlier audits of a shop, found in the folders beside an audit's own; no database is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError

from auditor.model import Audit, PriceSeen, PricesSeen
from auditor.model.past import PastAudit, past_of
from auditor.store.errors import StoreError
from auditor.store.read import read_audit

__all__ = ["last_good", "past_audits", "past_prices"]

_TIMED_NAME = re.compile(r"\d{8}T\d{6}Z")


class _Site(BaseModel):
    url: str


class _Prices(BaseModel):
    """The little of an audit.json that tells prices; the rest is not looked at."""

    started_at: datetime
    site: _Site
    prices: tuple[PriceSeen, ...] = ()


def past_audits(folder: Path, limit: int = 12) -> tuple[PastAudit, ...]:
    """Return the last audits of the same shop that are older than a folder's own, oldest first.

    They lie in the same parent folder. Hidden folders are unfinished; damaged ones, those of other shops and those
    without audit.json are passed over. Nothing is returned where the folder itself holds no audit that can be read.
    """
    own = _readable(folder)
    if own is None or limit < 1:
        return ()
    found: list[PastAudit] = []
    for beside in _newest_first(folder):
        enough = len(found) >= limit and _TIMED_NAME.fullmatch(beside.name)
        one = None if enough else _readable(beside)
        if one is not None and one.started_at < own.started_at and _host(one.site.url) == _host(own.site.url):
            found.append(past_of(one, beside.name))
    return tuple(sorted(found, key=lambda one: one.started_at)[-limit:])


def past_prices(folder: Path, url: str, started_at: datetime, days: float) -> tuple[PricesSeen, ...]:
    """Return what the audits of a shop saw its goods cost in the days before one that is about to be judged.

    They lie beside its folder, as in ``past_audits``; what cannot be read is passed over.
    """
    since = started_at - timedelta(days=days)
    found: list[PricesSeen] = []
    for beside in _newest_first(folder):
        if _TIMED_NAME.fullmatch(beside.name) and beside.name < since.strftime("%Y%m%dT%H%M%SZ"):
            continue
        try:
            one = _Prices.model_validate_json((beside / "audit.json").read_bytes())
        except (OSError, ValidationError):
            continue
        if since <= one.started_at < started_at and _host(one.site.url) == _host(url):
            found.append(PricesSeen(seen_at=one.started_at, prices=one.prices))
    return tuple(sorted(found, key=lambda one: one.seen_at))


def last_good(parent: Path) -> Path | None:
    """Return the newest audit in a folder of a shop's audits that was made to its end; None where there is none."""
    if not parent.is_dir():
        return None
    folders = ((one, _readable(one)) for one in _by_age(one for one in parent.iterdir() if _finished(one)))
    return next((one for one, audit in folders if audit and past_of(audit, one.name).good), None)


def _newest_first(folder: Path) -> list[Path]:
    """Give the folders beside one, the newest first."""
    path = folder.resolve()
    return _by_age(one for one in path.parent.iterdir() if one != path and _finished(one))


def _finished(folder: Path) -> bool:
    return folder.is_dir() and not folder.name.startswith(".")


def _by_age(folders: Iterable[Path]) -> list[Path]:
    """Sort folders, the newest first: names that are times tell their order, so that old ones need not be read."""
    return sorted(folders, key=lambda one: (bool(_TIMED_NAME.fullmatch(one.name)), one.name), reverse=True)


def _readable(folder: Path) -> Audit | None:
    try:
        return read_audit(folder)
    except StoreError:
        return None


def _host(url: str) -> str:
    return urlsplit(url).netloc.lower().removeprefix("www.")
