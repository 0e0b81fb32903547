"""What one look at a page gave: controls, cards, prices, layers.

The page scripts read it and these models validate it, because pages are hostile.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from auditor.model import Box

__all__ = ["Card", "Control", "FormSeen", "FrameSeen", "Layer", "Price", "Seen", "View"]


class _Seen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Control(_Seen):
    """Something a customer could press or choose; ``told`` says that it tells itself whether it is ``checked``.

    ``form_at`` numbers the forms; -1 is none, or one around the heading of the page, which holds all of it.
    ``group`` is the selector of what holds a home-made radio with its like.
    """

    index: int
    kind: str = "control"
    frame: int = 0
    tag: str
    type: str = ""
    role: str = ""
    text: str = ""
    aria: str = ""
    title: str = ""
    alt: str = ""
    value: str = ""
    label: str = ""
    name: str = ""
    id: str = ""
    tokens: str = ""
    href: str = ""
    href_raw: str | None = None
    target: str = ""
    form_action: str = ""
    form_method: str = ""
    has_form: bool = False
    form_at: int = -1
    form_fields: int = 0
    form_asks: bool = False
    box: Box
    visible: bool
    covered: bool = False
    enabled: bool
    checked: bool = False
    told: bool = False
    expanded: str | None = None
    popup: bool = False
    area: str = "main"
    card: int = -1
    layer: int = -1
    picture: bool = False
    font: float = 0
    selector: str = ""
    group: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """Give what the control says of itself, in the order in which a person is told."""
        return tuple(
            dict.fromkeys(t for t in (self.text, self.label, self.aria, self.title, self.alt, self.value) if t)
        )

    @property
    def said(self) -> str:
        """Give the first of its labels, or an empty text for a bare icon."""
        return next(iter(self.labels), "")

    @property
    def submits(self) -> bool:
        """True where a press sends a form."""
        return self.has_form and (
            (self.tag == "button" and self.type in {"", "submit"})
            or (self.tag == "input" and self.type in {"submit", "image"})
        )

    @property
    def same(self) -> tuple[str, str, str]:
        """Identify the control across two looks at the same page."""
        return (self.selector, self.said[:60], self.href)


class Card(_Seen):
    """A block that shows a product: name, price, picture."""

    index: int
    name: str = ""
    text: str = ""
    price: str = ""
    prices: tuple[str, ...] = ()
    chooses: bool = False
    box: Box
    area: str = "main"


class Price(_Seen):
    """A price as printed."""

    text: str
    box: Box
    struck: bool = False
    size: float = 0
    card: int = -1
    layer: int = -1
    area: str = "main"


class Layer(_Seen):
    """Something that lies over the page."""

    index: int
    box: Box
    position: str = ""
    text: str = ""
    selector: str = ""
    z: int = 0
    modal: bool = False
    tokens: str = ""

    @property
    def same(self) -> tuple[str, str]:
        """Identify the layer across two looks at the same page."""
        return (self.selector, self.text[:60])

    def holds(self, box: Box) -> bool:
        """True where a box begins within the layer."""
        return _corner_within(box, self.box)


class FrameSeen(_Seen):
    """An embedded page."""

    src: str = ""
    visible: bool = False
    box: Box


class View(_Seen):
    """The window and the page, in CSS pixels; ``left`` and ``top`` are where on the page its visible part begins.

    ``scale`` is how large the page is shown: less than 1 where a phone shrinks a page that is made for desktops.
    """

    width: float
    height: float
    page_height: float
    page_width: float
    left: float = 0
    top: float = 0
    scale: float = 1


class FormSeen(_Seen):
    """A form as a whole."""

    index: int
    action: str = ""
    method: str = "get"
    text: str = ""
    role: str = ""
    visible: bool = True
    submits: tuple[str, ...] = ()


class Seen(_Seen):
    """One look at a page."""

    url: str
    title: str = ""
    lang: str = ""
    text: str = ""
    h1: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    og_type: str = ""
    generator: str = ""
    microdata: int = 0
    body_class: str = ""
    claims: tuple[str, ...] = ()
    controls: tuple[Control, ...] = ()
    layers: tuple[Layer, ...] = ()
    frames: tuple[FrameSeen, ...] = ()
    cards: tuple[Card, ...] = ()
    prices: tuple[Price, ...] = ()
    view: View
    storage: str = ""

    @property
    def visible(self) -> tuple[Control, ...]:
        """Give the controls that a person could see or scroll to."""
        return tuple(control for control in self.controls if control.visible)

    @property
    def address(self) -> str:
        """Give the page's address without the part that only scrolls or opens something."""
        return self.url.split("#")[0]

    def inside(self, layer: Layer) -> tuple[Control, ...]:
        """Give the visible controls of a layer: its own, and those of layers that lie over it within its box."""
        return tuple(
            c for c in self.visible if c.layer == layer.index or (c.layer >= 0 and not c.covered and layer.holds(c.box))
        )


def _corner_within(box: Box, outer: Box) -> bool:
    return outer.x - 2 <= box.x < outer.x + outer.width and outer.y - 2 <= box.y < outer.y + outer.height
