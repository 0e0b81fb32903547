"""What was seen on one page: facts read from the rendered page, never verdicts."""

from __future__ import annotations

from auditor.model.base import Noun
from auditor.model.controls import Button
from auditor.model.goods import Goods
from auditor.model.words import PageKind, ViewportName

__all__ = [
    "AxeRule",
    "AxeSeen",
    "Box",
    "Field",
    "Link",
    "Offender",
    "Overflow",
    "PageFacts",
    "PageImage",
    "TapTargets",
    "TextSizes",
    "Visit",
]


class Box(Noun):
    """A rectangle in CSS pixels, from the top left corner of the page."""

    x: float
    y: float
    width: float
    height: float


class Link(Noun):
    """A link or a link-like control with its target; ``revealed`` means seen after one press of a menu or accordion."""

    href: str
    text: str
    label: str = ""
    area: str = "main"
    visible: bool
    revealed: bool = False
    selector: str = ""
    rel: str = ""

    @property
    def said(self) -> str:
        """What the link says: its text, or its label where the text is a mere sign such as a magnifier."""
        return self.text if any(sign.isalnum() for sign in self.text) else self.label or self.text


class Field(Noun):
    """A form control as a visitor sees it; typed values are never recorded.

    ``row`` is all that stands beside a radio or a check box, ``group`` what holds radios that have no name;
    ``described`` says that a text on the page explains it; ``form_checks`` says that the browser itself checks the form
    before it is sent. ``least`` is the least number that a box takes; ``empty`` says that the shop put nothing into it.
    ``heading`` is the first one of the field's group, ``above`` the nearest one before the field.
    """

    tag: str
    type: str
    name: str = ""
    id: str = ""
    label: str = ""
    placeholder: str = ""
    autocomplete: str = ""
    inputmode: str = ""
    pattern: str = ""
    least: str = ""
    empty: bool = False
    value: str = ""
    options: tuple[str, ...] = ()
    required: bool = False
    visible: bool = True
    enabled: bool = True
    checked: bool = False
    form: int = -1
    form_action: str = ""
    form_method: str = ""
    form_role: str = ""
    heading: str = ""
    area: str = "main"
    frame: str = ""
    selector: str = ""
    box: Box | None = None
    row: str = ""
    autocapitalize: str = ""
    autocorrect: str = ""
    above: str = ""
    described: bool = False
    form_checks: bool = False
    group: str = ""


class Offender(Noun):
    """An element that breaks a layout rule."""

    selector: str
    text: str = ""
    box: Box | None = None
    detail: str = ""


class Overflow(Noun):
    """How far a page scrolls sideways at one width: ``px`` CSS pixels past the right edge, 0 when it does not move."""

    width: int
    px: int
    offenders: tuple[Offender, ...] = ()


class TapTargets(Noun):
    """Tap targets on a touch screen: how many, which are under 24 px, and the size of the buying actions."""

    total: int
    small: tuple[Offender, ...] = ()
    small_count: int = 0
    primary_total: int = 0
    primary_small: tuple[Offender, ...] = ()


class TextSizes(Noun):
    """Visible text by computed size: characters in all, those of 12 px or more, and the inputs under 16 px."""

    chars: int
    legible_chars: int
    smallest_px: float | None = None
    inputs: int = 0
    small_inputs: int = 0
    offenders: tuple[Offender, ...] = ()


class AxeRule(Noun):
    """An accessibility rule of axe-core that a page breaks: on how many elements, and some of them."""

    id: str
    impact: str = ""
    help: str = ""
    tags: tuple[str, ...] = ()
    count: int = 0
    elements: tuple[Offender, ...] = ()


class AxeSeen(Noun):
    """What axe-core found on a page; ``problem`` says why it could not look, ``incomplete`` which rules cannot tell."""

    rules: tuple[AxeRule, ...] = ()
    passes: int = 0
    incomplete: tuple[str, ...] = ()
    seconds: float = 0
    problem: str = ""


class PageImage(Noun):
    """A rendered image with its natural and displayed width in CSS pixels; ``broken`` means asked for, but not got."""

    src: str
    alt: str | None
    natural_width: int
    width: int
    height: int
    visible: bool
    area: str = "main"
    broken: bool = False


class PageFacts(Noun):
    """All that the gatherers read from one rendered page.

    ``services`` are the names of those that left a trace; ``events`` are what the page told its data layer.
    """

    viewport_meta: str | None = None
    html_lang: str = ""
    text: str = ""
    folded: str = ""
    links: tuple[Link, ...] = ()
    fields: tuple[Field, ...] = ()
    buttons: tuple[str, ...] = ()
    controls: tuple[Button, ...] = ()
    images: tuple[PageImage, ...] = ()
    overflow: tuple[Overflow, ...] = ()
    taps: TapTargets | None = None
    text_sizes: TextSizes | None = None
    scroll_cls: float | None = None
    chat: str = ""
    services: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    goods: Goods | None = None
    axe: AxeSeen | None = None
    truncated: bool = False


class Visit(Noun):
    """One page as it was seen once, in one viewport; ``depth`` counts clicks from home, null where it is not known.

    ``opened_by`` is what the control says that shows it, where the page has no address of its own. ``foot`` is a
    picture of the window at the end of the page.
    """

    id: str
    url: str
    kind: PageKind
    viewport: ViewportName
    part: str
    status: int | None = None
    title: str = ""
    depth: int | None = None
    redirected_from: str | None = None
    mixed_content: tuple[str, ...] = ()
    failed_requests: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    screenshot: str | None = None
    foot: str | None = None
    opened_by: str = ""
    facts: PageFacts = PageFacts()
