"""The buttons of a page with their forms, numbered as the fields of the same look are."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error, Page

from auditor.collect.gather.read import items
from auditor.collect.page.scripts import read_page
from auditor.model import Button

__all__ = ["buttons_of"]


async def buttons_of(page: Page) -> tuple[Button, ...]:
    """Read the buttons that can be seen, after the fields were read; nothing where the page is leaving."""
    try:
        raw: Any = await read_page(page, "buttons.js")
    except Error:
        return ()
    return items(Button, raw)
