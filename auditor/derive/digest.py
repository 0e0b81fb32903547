"""One reading of a page's body: texts by place, links, pictures and data blocks; lxml parses each page once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from pydantic import JsonValue

from auditor.derive.blocks import json_ld, microdata
from auditor.derive.markup import (
    MAX_ITEMS,
    Anchor,
    FormText,
    Picture,
    anchors_of,
    footers_of,
    form_of,
    found,
    main_text,
    pictures_of,
    reviews_of,
    text_of,
)
from auditor.derive.sees import Sees
from auditor.model import Visit

__all__ = ["Anchor", "Digest", "FormText", "Picture", "digest_of", "page_text", "read_digest", "site_language"]

MAX_HTML = 3_000_000
MAX_FOOTER = 20_000


@dataclass(frozen=True)
class Digest:
    """What a page's body says; ``main`` leaves out header, navigation, footer and dialogs."""

    url: str
    title: str = ""
    description: str = ""
    canonical: str = ""
    lang: str = ""
    text: str = ""
    main: str = ""
    footer: str = ""
    addresses: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    pictures: tuple[Picture, ...] = ()
    items: tuple[Mapping[str, JsonValue], ...] = ()
    microdata: tuple[Mapping[str, JsonValue], ...] = ()
    broken_blocks: int = 0
    labels: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    forms: tuple[FormText, ...] = ()


def digest_of(sees: Sees, visit: Visit) -> Digest:
    """Return the digest of a visited page; the page is read once in a judgement."""
    digest: Digest = sees.memo(f"digest:{visit.id}", lambda: read_digest(sees.recording.html(visit.id), visit.url))
    return digest


def page_text(sees: Sees, visit: Visit) -> str:
    """Return the page's own words, from its body, or from what was visible where the body was not kept."""
    return digest_of(sees, visit).main or visit.facts.text


def site_language(sees: Sees, visit: Visit | None = None) -> str:
    """Return the two letters of a page's language, else those of the site, else English."""
    spoken = (visit.facts.html_lang if visit else "") or next(iter(sees.site.languages), "")
    return spoken[:2].lower() or "en"


def read_digest(html: str, url: str) -> Digest:
    """Read a page's body; a body that cannot be parsed gives an empty digest."""
    if not html.strip():
        return Digest(url)
    body = html[:MAX_HTML].replace("\x00", "")
    try:
        root = document_fromstring(body.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return Digest(url)
    whole = root.find("body")
    page = root if whole is None else whole
    items, broken = json_ld(root)
    return Digest(
        url=url,
        title=_first(root, "string(//title)"),
        description=_first(root, "string(//meta[@name='description']/@content)"),
        canonical=_first(root, "string(//link[@rel='canonical']/@href)"),
        lang=(root.get("lang") or "").strip(),
        text=text_of(page, chrome=True),
        main=main_text(page),
        footer="\n".join(text_of(foot, chrome=True) for foot in footers_of(page))[:MAX_FOOTER],
        addresses=tuple(text_of(one, chrome=True) for one in page.iter("address"))[:20],
        anchors=tuple(anchors_of(page, url))[: MAX_ITEMS * 4],
        pictures=tuple(pictures_of(page))[:MAX_ITEMS],
        items=items,
        microdata=microdata(root, url) if "itemscope" in body else (),
        broken_blocks=broken,
        labels=tuple(str(one)[:160] for one in found(page, ".//@aria-label | .//img/@alt")[:MAX_ITEMS]),
        reviews=tuple(reviews_of(page)),
        forms=tuple(form_of(one, url) for one in list(page.iter("form"))[:40]),
    )


def _first(root: HtmlElement, path: str) -> str:
    return " ".join(str(root.xpath(path)).split())[:500]
