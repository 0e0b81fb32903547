"""What probes saw: acts outside the walk, each in a context of its own, one noun for each kind of probe."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from auditor.model.base import Noun
from auditor.model.first_visit import ConsentSeen, FirstScreenSeen
from auditor.model.market import MarketSeen
from auditor.model.page import PageImage
from auditor.model.probe import ProbeSeen
from auditor.model.search_engines import PreviewsSeen, SearchEyesSeen
from auditor.model.site_search import SearchAsked
from auditor.model.words import PageKind

__all__ = [
    "AnyProbe",
    "GallerySeen",
    "KeptCartSeen",
    "KeyboardSeen",
    "LinkAnswer",
    "LinksSeen",
    "NotFoundSeen",
    "ProbeFailed",
    "ProbeLine",
]


class ProbeFailed(ProbeSeen):
    """A probe that ran out of time or whose page broke."""

    probe: Literal["failed"] = "failed"
    name: str


class NotFoundSeen(ProbeSeen):
    """How the shop answered to an address that cannot exist; ``visit`` is the page that it showed."""

    probe: Literal["not-found"] = "not-found"
    url: str
    landed: str = ""
    status: int | None = None
    visit: str | None = None


class GallerySeen(ProbeSeen):
    """A product's own pictures, each once, and what else shows it; widths are in pixels of the picture's file.

    ``zoom`` says what a press on the main picture showed: "layer", "larger" or "file"; empty where it showed nothing
    larger, null where no press was tried. ``spin`` and ``video`` name what was found, empty where nothing was.
    """

    probe: Literal["gallery"] = "gallery"
    url: str
    visit: str | None = None
    name: str = ""
    pictures: tuple[PageImage, ...] = ()
    widest_px: int = 0
    zoom: str | None = None
    zoom_selector: str = ""
    video: str = ""
    spin: str = ""
    customers: int = 0


class LinkAnswer(Noun):
    """How one address answered: ``status`` is null where no answer came; ``found_on`` is the visit that links to it."""

    url: str
    status: int | None = None
    external: bool = False
    found_on: str = ""
    text: str = ""
    selector: str = ""
    hops: int = 0
    problem: str = ""


class LinksSeen(ProbeSeen):
    """Addresses that the read pages link to and that were asked whether they answer; ``left`` were not asked."""

    probe: Literal["links"] = "links"
    links: tuple[LinkAnswer, ...] = ()
    left: int = 0


class KeyboardSeen(ProbeSeen):
    """One page gone through with the Tab key: whether the focus came to the menu and to the buying button.

    Null means that the page showed none of it. ``trapped`` is the element where the focus stayed for good.
    """

    probe: Literal["keyboard"] = "keyboard"
    url: str
    kind: PageKind
    stops: int = 0
    menu: bool | None = None
    button: bool | None = None
    button_selector: str = ""
    trapped: str = ""


class KeptCartSeen(ProbeSeen):
    """Whether a product stayed in the cart; null where that was not tried or could not be told.

    ``said`` is what the page said of its empty cart where the product was lost, ``screenshot`` its picture.
    """

    probe: Literal["kept-cart"] = "kept-cart"
    url: str
    new_tab: bool | None = None
    reload: bool | None = None
    back: bool | None = None
    said: str = ""
    screenshot: str | None = None


AnyProbe = Annotated[
    ProbeFailed
    | NotFoundSeen
    | GallerySeen
    | KeyboardSeen
    | LinksSeen
    | ConsentSeen
    | FirstScreenSeen
    | SearchEyesSeen
    | PreviewsSeen
    | MarketSeen
    | KeptCartSeen
    | SearchAsked,
    Field(discriminator="probe"),
]


class ProbeLine(RootModel[AnyProbe]):
    """One line of the recording's probes."""
