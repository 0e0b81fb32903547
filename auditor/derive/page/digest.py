"""One reading of a page's body: texts by place, links, pictures and data blocks; lxml parses each page once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from pydantic import JsonValue

from auditor.derive.page.blocks import json_ld, microdata
from auditor.derive.page.forms import FormText, forms_of
from auditor.derive.page.head import HeadLink, head_links_of, metas_of
from auditor.derive.page.markup import (
    MAX_ITEMS,
    Anchor,
    Picture,
    anchors_of,
    footers_of,
    found,
    longest_list,
    main_text,
    pictures_of,
    reviews_of,
    text_of,
)
from auditor.derive.page.outline import Outline, outline_of
from auditor.derive.page.progress import progress_of
from auditor.derive.sees import Sees
from auditor.model import PageKind, Visit
from auditor.vocabulary.spoken import spoken_language

__all__ = ["Anchor", "Digest", "FormText", "Picture", "digest_of", "page_text", "read_digest", "site_language"]

MAX_HTML = 3_000_000
MAX_FOOTER = 20_000


@dataclass(frozen=True)
class Digest:
    """What a page's body says; ``main`` leaves out header, navigation, footer and dialogs.

    ``numbered`` counts the entries of its longest numbered list, ``progress`` are the steps of a progress bar.
    """

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
    numbered: int = 0
    progress: tuple[str, ...] = ()
    metas: tuple[tuple[str, str], ...] = ()
    head_links: tuple[HeadLink, ...] = ()
    outline: Outline = field(default_factory=Outline)


def digest_of(sees: Sees, visit: Visit) -> Digest:
    """Return the digest of a visited page; the page is read once in a judgement."""
    digest: Digest = sees.memo(f"digest:{visit.id}", lambda: read_digest(sees.recording.html(visit.id), visit.url))
    return digest


def page_text(sees: Sees, visit: Visit) -> str:
    """Return the page's own words, from its body, or from what was visible where the body was not kept."""
    return digest_of(sees, visit).main or visit.facts.text


def site_language(sees: Sees, visit: Visit | None = None) -> str:
    """Return the two letters of a page's language: by its words, else as it says, else those of home, else English."""
    usual: str = sees.memo("language", lambda: _home_language(sees))
    if visit is None:
        return usual or "en"
    spoken: str = sees.memo(f"language:{visit.id}", lambda: _page_language(sees, visit, usual))
    return spoken or "en"


def _home(sees: Sees) -> Visit | None:
    return next((visit for visit in sees.recording.visits if visit.kind is PageKind.HOME), None)


def _home_language(sees: Sees) -> str:
    home = _home(sees)
    known = next(iter(sees.site.languages), "")
    return spoken_language(home.facts.text if home else "", known)


def _page_language(sees: Sees, visit: Visit, usual: str) -> str:
    home = _home(sees)
    said = visit.facts.html_lang
    # What home says of itself falsely, its other pages say as well.
    return spoken_language(visit.facts.text, usual if not said or (home and said == home.facts.html_lang) else said)


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
        pictures=tuple(pictures_of(page))[: MAX_ITEMS * 4],
        items=items,
        microdata=microdata(root, url) if "itemscope" in body else (),
        broken_blocks=broken,
        labels=tuple(str(one)[:160] for one in found(page, ".//@aria-label | .//img/@alt")[:MAX_ITEMS]),
        reviews=tuple(reviews_of(page)),
        forms=tuple(forms_of(page, url)),
        numbered=longest_list(page),
        progress=progress_of(page),
        metas=metas_of(root),
        head_links=head_links_of(root, url),
        outline=outline_of(page),
    )


def _first(root: HtmlElement, path: str) -> str:
    return " ".join(str(root.xpath(path)).split())[:500]
