"""The probe of link previews: whether the pictures that key pages name for them are there, and how large they are."""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import urljoin, urlsplit

from playwright.async_api import Error

from auditor.collect.arrival.address import is_local
from auditor.collect.page.tab import Tab
from auditor.collect.probes.probing import Probe, Probing
from auditor.model import AnyProbe, PageKind, PreviewPicture, PreviewsSeen

__all__ = ["PREVIEWS"]

NAMED = """() => {
  const named = ["og:image", "og:image:url", "og:image:secure_url"].flatMap((name) =>
    [...document.querySelectorAll(`meta[property="${name}"], meta[name="${name}"]`)]);
  return (named.find((one) => one.content) || {}).content || "";
}"""
SIZE = "() => document.images.length === 1 ? [document.images[0].naturalWidth, document.images[0].naturalHeight] : null"


async def _look(probing: Probing) -> AsyncIterator[AnyProbe]:
    pictures: dict[str, PreviewPicture] = {}
    pages = [url for kind, url in probing.addresses.pages() if kind is not PageKind.CATEGORY]
    async with probing.tab() as tab:
        for url in pages:
            if await tab.goto(url):
                continue
            named = urljoin(tab.page.url, str(await tab.page.evaluate(NAMED)).strip()[:600])
            if named != tab.page.url and named not in pictures and _may_open(named, url):
                pictures[named] = await _picture(tab, named, url)
        yield PreviewsSeen(pictures=tuple(pictures.values()))


def _may_open(named: str, page: str) -> bool:
    return urlsplit(named).scheme in {"http", "https"} and (is_local(page) or not is_local(named))


async def _picture(tab: Tab, named: str, page: str) -> PreviewPicture:
    """Open a picture by itself, where no page's rules stand between, and read its size."""
    problem = await tab.goto(named)
    size = None
    if not problem:
        try:
            size = await tab.page.evaluate(SIZE)
        except Error as error:
            problem = str(error).splitlines()[0][:160]
    width, height = (int(size[0]), int(size[1])) if isinstance(size, list) and len(size) == 2 else (None, None)
    return PreviewPicture(
        url=named, status=tab.status, problem=problem, page=page, width=width or None, height=height or None
    )


PREVIEWS = Probe("previews", 20, "looking at the pictures of link previews", _look)
