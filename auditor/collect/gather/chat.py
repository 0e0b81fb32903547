"""Whether a visitor can see something that opens a chat; a link that leads nowhere is none."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Error, Page

from auditor.collect.gather.read import plain
from auditor.vocabulary import load_vocabulary

__all__ = ["chat_of"]

LEAST = 0.55
# An element with such an id is a global of that name as well.
RUNNING = """names => names.filter(name => {
  const one = window[name];
  return one !== undefined && one !== null && !(one instanceof Element || one instanceof HTMLCollection);
})"""


async def chat_of(page: Page, launchers: Any) -> str:
    """Name the chat that can be seen: its service where known, else the words of its button; empty where none is."""
    seen = [one for one in launchers or () if isinstance(one, dict)]
    if not seen:
        return ""
    service = await _service(page)
    for one in seen:
        text, tokens, source = (plain(one.get(key), 200) for key in ("text", "tokens", "src"))
        if not _opens_something(one, service):
            continue
        known = _service_at(source)
        if known or (service and not text):
            return known or service
        if _says_chat(text) or (service and (text or tokens)):
            return service or text
    return ""


def _says_chat(text: str) -> bool:
    words = load_vocabulary()
    return any((hit := words.match("chat", text, lang)) and hit.strength >= LEAST for lang in words.languages)


def _opens_something(one: dict[str, Any], service: str) -> bool:
    if one.get("tag") != "a":
        return True
    href = plain(one.get("href"), 400).strip()
    nowhere = not href or href.startswith("#") or href.lower().startswith("javascript:void")
    return not nowhere or bool(service) or bool(one.get("handler"))


def _service_at(address: str) -> str:
    parts = urlsplit(address)
    found = load_vocabulary().service(parts.hostname or "", parts.path or "/") if parts.hostname else None
    return found.name if found and found.category in {"chat", "help-desk"} else ""


async def _service(page: Page) -> str:
    """Name the chat service whose script runs on the page, by its globals."""
    known = {
        one: service.name
        for service in load_vocabulary().fingerprints.values()
        if service.category in {"chat", "help-desk"}
        for one in service.js_globals
    }
    try:
        found = await page.evaluate(RUNNING, list(known))
    except Error:
        return ""
    return next((known[str(one)] for one in found), "")
