"""The data blocks of a page's body, written for machines: JSON-LD and microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement
from pydantic import JsonValue

from auditor.derive.page.markup import MAX_ITEMS

__all__ = ["json_ld", "microdata"]


def json_ld(root: HtmlElement) -> tuple[tuple[Mapping[str, JsonValue], ...], int]:
    """Return the JSON-LD objects, those of arrays and graphs one by one, and how many blocks cannot be read."""
    found: list[Mapping[str, JsonValue]] = []
    broken = 0
    for script in root.xpath("//script[contains(@type, 'ld+json')]")[:60]:
        data = _parsed(script.text or "")
        if data is None:
            broken += 1
            continue
        found.extend(_items(data))
    return tuple(found[:MAX_ITEMS]), broken


def _parsed(text: str) -> JsonValue:
    bare = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*$", "", text.strip())
    try:
        data: JsonValue = json.loads(bare.rstrip("; \n"), strict=False)
    except (ValueError, RecursionError):
        return None
    return data


def _items(data: JsonValue) -> Iterator[Mapping[str, JsonValue]]:
    if isinstance(data, list):
        for one in data:
            yield from _items(one)
    elif isinstance(data, dict):
        yield data
        if "@graph" in data:
            yield from _items(data["@graph"])


def microdata(root: HtmlElement, url: str) -> tuple[Mapping[str, JsonValue], ...]:
    """Return the microdata items in the shape of JSON-LD."""
    from extruct.w3cmicrodata import MicrodataExtractor  # it pulls in an RDF library: only where a page needs it

    items = MicrodataExtractor().extract_items(root, base_url=url)
    return tuple(_flat(item) for item in items[:MAX_ITEMS] if isinstance(item, dict))


def _flat(item: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Give a microdata item the shape of a JSON-LD one."""
    kinds = item.get("type")
    names = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    flat: dict[str, JsonValue] = {"@type": [str(one).rstrip("/").rsplit("/", 1)[-1] for one in names]}
    properties = item.get("properties")
    if isinstance(properties, dict):
        flat.update({key: _flat_value(value) for key, value in properties.items()})
    return flat


def _flat_value(value: JsonValue) -> JsonValue:
    if isinstance(value, list):
        return [_flat_value(one) for one in value]
    return (
        _flat(value)
        if (isinstance(value, dict) and "properties" in value) or (isinstance(value, dict) and "type" in value)
        else value
    )
