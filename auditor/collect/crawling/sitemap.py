"""Reads maps of a site for search engines: hostile input, so without entities, network or endless lists."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

__all__ = ["Sitemap", "read_sitemap", "spread"]

MAX_BYTES = 8_000_000
MAX_ENTRIES = 50_000


@dataclass(frozen=True)
class Sitemap:
    """What a map lists: pages, or further maps; ``is_map`` is false where the answer was no map at all."""

    is_map: bool = False
    pages: tuple[str, ...] = ()
    maps: tuple[str, ...] = ()


def read_sitemap(body: bytes) -> Sitemap:
    """Read a map, packed or plain, as XML or as a list of addresses."""
    if body[:2] == b"\x1f\x8b":
        body = _unpacked(body)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(body[:MAX_BYTES], parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or not isinstance(root.tag, str):
        return _plain_list(body)
    kind = etree.QName(root).localname.lower()
    found = tuple((one.text or "").strip() for one in root.iterfind(".//{*}loc") if (one.text or "").strip())
    if kind == "sitemapindex":
        return Sitemap(True, maps=found[:MAX_ENTRIES])
    return Sitemap(True, pages=found[:MAX_ENTRIES]) if kind == "urlset" else Sitemap()


def spread(addresses: Sequence[str], most: int) -> tuple[str, ...]:
    """Choose some addresses, evenly over the whole list."""
    if len(addresses) <= most:
        return tuple(addresses)
    return tuple(addresses[round(at * (len(addresses) - 1) / (most - 1))] for at in range(most))


def _plain_list(body: bytes) -> Sitemap:
    lines = [line.strip() for line in body[:MAX_BYTES].decode("utf-8", "replace").splitlines() if line.strip()]
    listed = tuple(line for line in lines if line.startswith(("http://", "https://")) and " " not in line)
    return Sitemap(True, pages=listed[:MAX_ENTRIES]) if lines and len(listed) == len(lines) else Sitemap()


def _unpacked(body: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, MAX_BYTES)
    except zlib.error:
        return b""
