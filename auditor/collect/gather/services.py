"""Which services left a trace on a page, and what the page told its data layer."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Error, Page
from pydantic import BaseModel, ConfigDict

from auditor.vocabulary import load_vocabulary

__all__ = ["Traces", "traces_of"]

MAX_EVENTS = 40
# Addresses without their queries, which may carry what a visitor typed; of cookies the names alone.
READ = """known => {
  const addresses = [...performance.getEntriesByType("resource").map((one) => one.name),
    ...[...document.querySelectorAll("script[src], iframe[src]")].map((one) => one.src)];
  const there = (name) => {
    try {
      const one = window[name];
      return one !== undefined && one !== null && !(one instanceof Element || one instanceof HTMLCollection);
    } catch { return false; }
  };
  const shown = (selector) => { try { return Boolean(document.querySelector(selector)); } catch { return false; } };
  const layer = Array.isArray(window.dataLayer) ? window.dataLayer.slice(0, 500) : [];
  const told = (one) => one[0] === "event" ? String(one[1]) : "";
  const event = (one) => !one ? "" : typeof one.event === "string" ? one.event : told(one);
  return {
    addresses: [...new Set(addresses.map((one) => String(one).split(/[?#]/)[0].slice(0, 200)))].slice(0, 800),
    names: known.names.filter(there), selectors: known.selectors.filter(shown),
    cookies: document.cookie.split("; ").map((one) => one.split("=")[0].slice(0, 80)).slice(0, 100),
    events: [...new Set(layer.map(event).filter(Boolean))].slice(0, 40).map((one) => one.slice(0, 60)),
  };
}"""


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")
    addresses: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    selectors: tuple[str, ...] = ()
    cookies: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


class Traces(BaseModel):
    """The names of the services that left a trace, and the events of the data layer."""

    model_config = ConfigDict(frozen=True)
    services: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


async def traces_of(page: Page) -> Traces:
    """Read the traces of services from a page: addresses, globals, cookie names, elements; nothing where it is leaving.

    A script that the walk itself keeps from loading still stands in the page and counts.
    """
    known = load_vocabulary().fingerprints
    names = sorted({one for service in known.values() for one in service.js_globals})
    # A picture of a brand is no trace of its service.
    selectors = sorted({one for service in known.values() for one in service.dom if not one.startswith("img")})
    try:
        raw: Any = await page.evaluate(READ, {"names": names, "selectors": selectors})
    except Error:
        return Traces()
    read = _Read.model_validate(raw)
    found = [
        name
        for name, service in known.items()
        if set(service.js_globals) & set(read.names)
        or set(service.dom) & set(read.selectors)
        or any(_cookie_fits(pattern, cookie) for pattern in service.cookies for cookie in read.cookies)
    ]
    for address in read.addresses:
        parts = urlsplit(address)
        service = load_vocabulary().service(parts.hostname or "", parts.path or "/") if parts.hostname else None
        if service:
            found.append(service.name)
    return Traces(services=tuple(dict.fromkeys(found)), events=read.events[:MAX_EVENTS])


def _cookie_fits(pattern: str, cookie: str) -> bool:
    return cookie.startswith(pattern[:-1]) if pattern.endswith("*") else cookie == pattern
