"""Writes what a tab shows into the audit's folder: a visit with its facts, body and picture, and the walker's acts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.async_api import Error

from auditor.collect.arrival.address import without_fragment
from auditor.collect.gather import gather
from auditor.collect.gather.axe import axe_of
from auditor.collect.journey.walk import Recorder
from auditor.collect.page.picture import webp_of
from auditor.collect.page.seen import Seen
from auditor.collect.page.tab import Tab
from auditor.collect.record_folder import RecordFolder
from auditor.model import Act, PageFacts, PageKind, ViewportName, Visit

__all__ = ["Notebook"]

MAX_LISTED = 60
WALKED_FOR_BARRIERS = frozenset({PageKind.CART, PageKind.CHECKOUT})
# A page built of shadow trees is kept with them; other pages are kept as they stand.
WITH_SHADOWS = """() => {
  const roots = [];
  const collect = (tree) => {
    for (const el of tree.querySelectorAll("*")) {
      if (el.shadowRoot) { roots.push(el.shadowRoot); collect(el.shadowRoot); }
    }
  };
  collect(document);
  const root = document.documentElement;
  if (!roots.length || !root.getHTML) return "";
  const open = root.cloneNode(false).outerHTML.replace("</html>", "");
  return "<!doctype html>" + open + root.getHTML({ shadowRoots: roots }) + "</html>";
}"""
_TEMPLATE = re.compile(r"<template\b[^>]*>|</template>", re.IGNORECASE)
_PLAIN = re.compile(
    r"<(?:img|script|iframe|source|video|audio|embed)\b[^>]*?\bsrc\s*=\s*[\"'](http://[^\"']+)|"
    r"<link\b(?=[^>]*\brel\s*=\s*[\"']?stylesheet)[^>]*?\bhref\s*=\s*[\"'](http://[^\"']+)|"
    r"<form\b[^>]*?\baction\s*=\s*[\"'](http://[^\"']+)",
    re.IGNORECASE,
)


@dataclass
class Notebook:
    """Numbers visits and pictures of one audit and keeps in mind what was seen, for the crawl to start from."""

    folder: RecordFolder
    visits: list[Visit] = field(default_factory=list)
    shots: int = 0

    def for_walk(self, viewport: ViewportName) -> Recorder:
        """Give the walker of one screen its place to write to."""

        async def visit(tab: Tab, seen: Seen, kind: PageKind, depth: int | None) -> str:
            del seen
            facts = await self._with_barriers(tab) if kind in WALKED_FOR_BARRIERS else None
            return (await self.visit(tab, kind, part="walk", depth=depth, facts=facts)).id

        async def behind(tab: Tab) -> str:
            return (await self.visit(tab, PageKind.CHECKOUT, part="deep")).id

        async def shot(tab: Tab) -> str | None:
            return await self.shot(tab, viewport)

        def act(one: Act) -> None:
            self.folder.add_act(one)

        return Recorder(act=act, visit=visit, shot=shot, behind=behind)

    async def shot(self, tab: Tab, viewport: ViewportName) -> str | None:
        """Keep a picture of the window; None where it could not be taken."""
        data = await webp_of(tab.page)
        if data is None:
            return None
        self.shots += 1
        return self.folder.add_shot(f"{viewport}-{self.shots:03d}", data)

    async def _with_barriers(self, tab: Tab) -> PageFacts | None:
        """Read cart and checkout for barriers as well, which only the walk gets to see; each address once.

        A cart that lies over another page is left alone, because it may close itself meanwhile.
        """
        here = without_fragment(tab.page.url)
        if any(one.viewport is tab.viewport and one.url == here for one in self.visits):
            return None
        try:
            facts = await gather(tab)
        except Error:
            return None
        return facts.model_copy(update={"axe": await axe_of(tab)})

    async def visit(
        self,
        tab: Tab,
        kind: PageKind,
        *,
        part: str,
        depth: int | None = None,
        facts: PageFacts | None = None,
        screenshot: str | None = None,
        foot: str | None = None,
        asked: str | None = None,
        status: int | None = None,
        opened_by: str = "",
    ) -> Visit:
        """Keep the page that a tab shows; ``asked`` is the address that was opened, where another one answered.

        ``opened_by`` is the label of the control that was pressed to see it, where it has no address of its own.
        """
        facts, html, title = await _read(tab, facts)
        url = without_fragment(tab.page.url) or "about:blank"
        visit = Visit(
            id=f"{part}-{tab.viewport}-{len(self.visits) + 1:03d}",
            url=url[:1000],
            kind=kind,
            viewport=tab.viewport,
            part=part,
            status=status if status is not None else tab.status,
            title=title[:300],
            depth=depth,
            redirected_from=asked[:1000] if asked and without_fragment(asked) != url else None,
            mixed_content=_mixed(url, html),
            failed_requests=tuple(dict.fromkeys(tab.failed))[:MAX_LISTED],
            errors=tuple(tab.errors[:MAX_LISTED]),
            hosts=tuple(host for host in tab.hosts if host)[:200],
            screenshot=screenshot,
            foot=foot,
            opened_by=opened_by,
            facts=facts,
        )
        self.folder.add_visit(visit, html)
        self.visits.append(visit)
        return visit


async def _read(tab: Tab, facts: PageFacts | None) -> tuple[PageFacts, str, str]:
    """Read facts, body and title; a page that is just leaving gives what could still be read."""
    html = title = ""
    try:
        facts = facts or await gather(tab)
        html = _flattened(await tab.page.evaluate(WITH_SHADOWS)) or await tab.page.content()
        title = await tab.page.title()
    except Error:
        return facts or PageFacts(truncated=True), html, title
    return facts, html, title


def _flattened(html: str) -> str:
    """Turn the templates that stand for shadow trees into plain elements, and leave other templates as they are."""
    shadows: list[bool] = []

    def plain(tag: re.Match[str]) -> str:
        if not tag[0].startswith("</"):
            shadows.append("shadowrootmode" in tag[0])
            return "<div data-shadow-root>" if shadows[-1] else tag[0]
        return "</div>" if shadows and shadows.pop() else tag[0]

    return _TEMPLATE.sub(plain, html)


def _mixed(url: str, html: str) -> tuple[str, ...]:
    """List what a safe page loads or sends over plain http."""
    if not url.startswith("https:"):
        return ()
    found = _PLAIN.findall(html)
    return tuple(dict.fromkeys(next(filter(None, one))[:300] for one in found))[:20]
