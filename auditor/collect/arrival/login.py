"""A login before anything is looked at: a storage state from a file, and what a person's own script adds to it."""

from __future__ import annotations

import asyncio
import json
import runpy
from pathlib import Path
from typing import Any

from playwright.async_api import Page

from auditor.collect.page.browser import Launched, new_context
from auditor.collect.page.own_headers import new_page
from auditor.model import ViewportName, VisitorInfo
from auditor.settings import SettingsError, SiteAccess

__all__ = ["logged_in", "secrets_kept"]

FUNCTION = "before"
LIMIT_S = 90
LONGEST = 200
# Shorter values are choices such as "fi" or "closed", which pages may well say on their own.
SECRET_CHARS = 12


async def logged_in(launched: Launched, access: SiteAccess, who: VisitorInfo, url: str) -> SiteAccess:
    """Return the access with the storage state that all visits begin with; it is kept in memory alone.

    Raises SettingsError where the script cannot be used or does not get in.
    """
    state = json.loads(access.storage_state.read_text("utf-8")) if access.storage_state else None
    if access.before is not None:
        given = access.model_copy(update={"state": state})
        context = await new_context(
            launched, ViewportName.DESKTOP, locale=who.locale, timezone=who.timezone, access=given, site_url=url
        )
        try:
            await _ran(access.before, await new_page(context))
            state = await context.storage_state()
        finally:
            await context.close()
    return access.model_copy(update={"state": state})


def secrets_kept(access: SiteAccess) -> tuple[str, ...]:
    """List the values of a login's cookies, which must turn up in no file."""
    cookies: Any = (access.state or {}).get("cookies") or ()
    values = (str(cookie.get("value", "")) for cookie in cookies)
    return tuple(value for value in values if len(value) >= SECRET_CHARS)


async def _ran(script: Path, page: Page) -> None:
    """Run a person's script; whatever it raises is their affair and told as theirs, by its first line."""
    (ended,) = await asyncio.gather(_run(script, page), return_exceptions=True)
    if isinstance(ended, SettingsError):
        raise ended
    if isinstance(ended, TimeoutError):
        raise SettingsError(f"--before {script}: it was not through after {LIMIT_S} s.") from ended
    if isinstance(ended, Exception):
        why = (str(ended).splitlines() or [""])[0][:LONGEST]
        raise SettingsError(f"--before {script}: it ended with {type(ended).__name__}: {why}") from ended
    if isinstance(ended, BaseException):
        raise ended


async def _run(script: Path, page: Page) -> None:
    names: dict[str, Any] = runpy.run_path(str(script))
    function = names.get(FUNCTION)
    if not asyncio.iscoroutinefunction(function):
        raise SettingsError(f"--before {script}: it has no `async def {FUNCTION}(page)`.")
    async with asyncio.timeout(LIMIT_S):
        await function(page)
