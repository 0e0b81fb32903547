"""The scripts that read a page: their text, and what they read as Python values.

What a script gives comes back as one JSON text where the page allows it: Playwright takes a structure apart value by
value in the page, in its driver and again in Python, which is slow for a page's hundreds of controls.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.async_api import Error, Frame, Page

__all__ = ["page_script", "read_page"]

_ALONE = frozenset({"idle.js", "init.js", "press.js", "style.js", "unfold.js", "vitals.js"})
# Some old libraries (Prototype before 1.7) give values a toJSON of their own, which writes lists as texts.
_AS_TEXT = (
    "value => [Object, Array, String, Number, Boolean].some((kind) => kind.prototype.toJSON)"
    " ? { plain: value } : JSON.stringify({ plain: value })"
)


@cache
def page_script(name: str) -> str:
    """Give the text of a page script together with the helpers it stands on."""
    folder = files("auditor.collect") / "scripts"
    body = (folder / name).read_text("utf-8")
    if name in _ALONE:
        return body
    common = (folder / "common.js").read_text("utf-8")
    _comment, opening, rest = body.partition("(() => {")
    return f"(() => {{\n{common}\nreturn {opening}{rest.rstrip()}\n}})()"


async def read_page(frame: Page | Frame, name: str, argument: Any = None) -> Any:
    """Run a page script in a page or frame and give what it read.

    A script that is a function is called with ``argument``. Raises playwright's Error where the page cannot be read,
    also where it changed what writes JSON.
    """
    said = await frame.evaluate(_asking(name), argument)
    try:
        return (json.loads(said) if isinstance(said, str) else said)["plain"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Error(f"{name} gave what cannot be read: {error}") from error


@cache
def _asking(name: str) -> str:
    return (
        f"async (argument) => {{ const read = await {page_script(name)};\n"
        f'return ({_AS_TEXT})(await (typeof read === "function" ? read(argument) : read)); }}'
    )
