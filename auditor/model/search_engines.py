"""How a shop looks to search engines and to those who are sent its address: answers, maps, languages, previews."""

from __future__ import annotations

from typing import Literal

from auditor.model.base import Noun
from auditor.model.probe import ProbeSeen
from auditor.model.words import PageKind

__all__ = ["AddressAnswer", "KeyPageAnswer", "LanguageAnswer", "PreviewPicture", "PreviewsSeen", "SearchEyesSeen"]


class AddressAnswer(Noun):
    """How an address answered a polite request: ``status`` is null where no answer came."""

    url: str
    status: int | None = None
    landed: str = ""
    problem: str = ""


class KeyPageAnswer(AddressAnswer):
    """A key page as a search engine asks for it: its X-Robots-Tag, and whether robots.txt lets Googlebot read it."""

    kind: PageKind
    robots_tag: str = ""
    google_allowed: bool | None = None


class LanguageAnswer(AddressAnswer):
    """Another language version of ``of``: the language it was announced in, its own, and whether it links back."""

    of: str
    hreflang: str
    html_lang: str = ""
    spoken: str = ""
    returns: bool | None = None


class SearchEyesSeen(ProbeSeen):
    """The shop as a search engine reads it; ``sitemap`` is the map that was read, null where none was found.

    ``sitemap_told`` says that robots.txt names it; ``entries`` are a sample of the ``listed`` addresses of the map.
    ``robots`` is null where the answer for robots.txt could not be read.
    """

    probe: Literal["search-eyes"] = "search-eyes"
    robots: bool | None = None
    pages: tuple[KeyPageAnswer, ...] = ()
    sitemap: str | None = None
    sitemap_told: bool = False
    sitemap_problem: str = ""
    listed: int = 0
    entries: tuple[AddressAnswer, ...] = ()
    languages: tuple[LanguageAnswer, ...] = ()


class PreviewPicture(AddressAnswer):
    """The picture of a link preview with its real size in pixels, null where it could not be shown."""

    page: str
    width: int | None = None
    height: int | None = None


class PreviewsSeen(ProbeSeen):
    """The pictures that key pages name for link previews."""

    probe: Literal["previews"] = "previews"
    pictures: tuple[PreviewPicture, ...] = ()
