"""What was searched for a thing that was not found, in words: how much was read, where, and for which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.model import AuditPage, CheckResult, Searched, SearchedPart
from auditor.view.names import PAGES, VIEWPORTS, mark
from auditor.view.safe import Address, address, clean
from auditor.view.wording import Wording

__all__ = ["Search", "searches_of"]

MAX_SHOWN = 10
PARTS: Mapping[SearchedPart, str] = {
    SearchedPart.LINKS: mark("links"),
    SearchedPart.BUTTONS: mark("buttons"),
    SearchedPart.FIELDS: mark("form fields"),
    SearchedPart.TEXT: mark("text"),
    SearchedPart.DATA: mark("data for machines"),
}


@dataclass(frozen=True)
class Search:
    """One search: ``read`` says what was read and where; words stand apart by language, as its code and its name."""

    read: str
    words: tuple[tuple[str, str, str], ...]
    pages: tuple[tuple[str, Address], ...]
    more: int


def searches_of(say: Wording, pages: Mapping[str, AuditPage], results: Iterable[CheckResult]) -> tuple[Search, ...]:
    """Word the searches of results that say the same, each once."""
    told = (_search(say, pages, one.searched) for one in results if one.searched)
    return tuple({one.read: one for one in told}.values())


def _search(say: Wording, pages: Mapping[str, AuditPage], searched: Searched) -> Search:
    shown = [pages[name] for name in searched.seen if name in pages][:MAX_SHOWN]
    names = say.t.locale.languages
    return Search(
        read="; ".join((*_read(say, searched), *_edges(say, searched), *_cut(say, searched))),
        words=tuple(
            (clean(code, 12), clean(names.get(code, code), 40), ", ".join(clean(word, 40) for word in words))
            for code, words in searched.words.items()
        ),
        pages=tuple((say.t(PAGES[page.kind]), address(page.url)) for page in shown),
        more=max(0, searched.pages - len(shown)),
    )


def _read(say: Wording, searched: Searched) -> Iterable[str]:
    """Yield what was read of how many pages, the parts that were read of as many pages together."""
    t = say.t
    alike: dict[int, list[str]] = {}
    for part, pages in searched.parts.items():
        alike.setdefault(pages, []).append(t(PARTS[part]))
    for pages, parts in alike.items():
        yield t.plural("{parts} of {n} page", "{parts} of {n} pages", pages, parts=", ".join(parts))


def _edges(say: Wording, searched: Searched) -> Iterable[str]:
    """Yield on which screens links in a footer and in a menu were among them; that there were none is told as well."""
    if SearchedPart.LINKS not in searched.parts:
        return
    t = say.t
    footers, menus = (", ".join(t(VIEWPORTS[one]) for one in found) for found in (searched.footers, searched.menus))
    if footers and footers == menus:
        yield t("footer and menu ({screens})", screens=footers)
        return
    yield t("footer ({screens})", screens=footers) if footers else t("no footer with links was recognised")
    yield t("menu ({screens})", screens=menus) if menus else t("no menu with links was recognised")


def _cut(say: Wording, searched: Searched) -> Iterable[str]:
    if searched.cut:
        yield say.t.plural(
            "{n} page was too long to be read whole", "{n} pages were too long to be read whole", searched.cut
        )
