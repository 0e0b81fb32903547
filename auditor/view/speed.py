"""Loading times, sizes and requests of each page and screen, with thresholds and spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.model import JourneyStep, Measurement, PageKind, ViewportName
from auditor.view.charts import Bar, bar_of
from auditor.view.desk import Desk
from auditor.view.names import CHOICES, PAGES, VIEWPORTS, mark
from auditor.view.paths import Device
from auditor.view.pictures import Picture
from auditor.view.safe import Address, address, clean
from auditor.view.wording import DASH

__all__ = ["Figure", "SpeedPage", "SpeedRun", "opens_of", "speed_of"]

# Good up to, poor from: Lighthouse's p10 and median for phone and desktop; CLS as Web Vitals; the server as in
# web.dev/ttfb, which counts the visitor's line as well.
LIMITS: Mapping[ViewportName, Mapping[str, tuple[float, float]]] = {
    ViewportName.MOBILE: {
        "lcp_ms": (2500, 4000),
        "fcp_ms": (1800, 3000),
        "ttfb_ms": (800, 1800),
        "cls": (0.1, 0.25),
        "tbt_ms": (200, 600),
    },
    ViewportName.DESKTOP: {
        "lcp_ms": (1200, 2400),
        "fcp_ms": (934, 1600),
        "ttfb_ms": (800, 1800),
        "cls": (0.1, 0.25),
        "tbt_ms": (150, 350),
    },
}
FIGURES: Mapping[str, tuple[str, str]] = {
    "lcp_ms": ("LCP", mark("The largest thing on the screen is visible")),
    "fcp_ms": ("FCP", mark("The first thing is visible")),
    "ttfb_ms": (mark("Server"), mark("The server itself answers: TTFB without the slowed-down connection's delay")),
    "cls": ("CLS", mark("How much the page jumps while loading")),
    "tbt_ms": ("TBT", mark("How long the page does not answer to a press")),
    "weight_bytes": (mark("Weight"), mark("What is downloaded")),
    "requests": (mark("Requests"), mark("Files that are fetched")),
}
# The delay of the walk's presses; good up to and poor above as in Web Vitals' INP, alike on every screen.
PRESS = ("press_ms", mark("Press"), mark("The slowest answer to a press on this page during the walk"))
PRESS_LIMITS = (200.0, 500.0)
# Where a walk stands after a step that has no page of its own.
STANDS = {"home": PageKind.HOME, "category": PageKind.CATEGORY, "product": PageKind.PRODUCT, "cart": PageKind.CART}


@dataclass(frozen=True)
class Figure:
    """One figure on one screen: its median, spread and place among the thresholds."""

    key: str
    text: str
    spread: str
    grade: str
    bar: Bar | None
    alt: str


@dataclass(frozen=True)
class SpeedRun:
    """The loads of one page on one screen."""

    viewport: ViewportName
    device: str
    address: Address
    runs: int
    agree: bool
    problem: str
    figures: tuple[Figure, ...]
    lcp_element: str
    picture: Picture | None


@dataclass(frozen=True)
class SpeedPage:
    """A kind of page with its loads on each screen; ``rows`` pair each figure's name with the screens' figures."""

    title: str
    runs: tuple[SpeedRun, ...]
    rows: tuple[tuple[str, str, tuple[Figure, ...]], ...]


def speed_of(desk: Desk) -> tuple[SpeedPage, ...]:
    """Return the timed pages in the order they were measured, those loaded before a consent choice first."""
    grouped: dict[tuple[PageKind, str], list[Measurement]] = {}
    for one in desk.audit.measurements:
        grouped.setdefault((one.page, one.consent), []).append(one)
    first: dict[PageKind, str] = {}
    for page, consent in grouped:
        first.setdefault(page, consent)
    return tuple(
        _page(desk, page, "" if first[page] == consent else consent, loads)
        for (page, consent), loads in sorted(grouped.items(), key=lambda item: first[item[0][0]] != item[0][1])
    )


def opens_of(desk: Desk, devices: Sequence[Device]) -> tuple[tuple[str, str], ...]:
    """Return for each walked screen when the home page's largest part is visible, with its grade; empty if untimed."""
    found = []
    for device in devices:
        loads = [
            one for one in desk.audit.measurements if one.page == PageKind.HOME and one.viewport == device.viewport
        ]
        told = desk.say.seconds(loads[0].median.lcp_ms) if loads else DASH
        found.append((told, _figure(desk, loads[0], "lcp_ms").grade if loads else "unknown"))
    return tuple(found) if any(text != DASH for text, _grade in found) else ()


def _page(desk: Desk, kind: PageKind, consent: str, loads: list[Measurement]) -> SpeedPage:
    order = list(ViewportName)
    runs = tuple(_run(desk, one) for one in sorted(loads, key=lambda one: order.index(one.viewport)))
    title = desk.say.t(PAGES[kind])
    if consent:
        title = desk.say.t("{page}, cookies: {choice}", page=title, choice=_choice(desk, consent))
    rows = tuple(
        (desk.say.t(name), desk.say.t(meaning), tuple(run.figures[number] for run in runs))
        for number, (name, meaning) in enumerate((*FIGURES.values(), PRESS[1:]))
    )
    return SpeedPage(title, runs, rows)


def _run(desk: Desk, load: Measurement) -> SpeedRun:
    say, element = desk.say, load.lcp_element
    return SpeedRun(
        viewport=load.viewport,
        device=say.t(VIEWPORTS[load.viewport]),
        address=address(load.url, 60),
        runs=len(load.samples),
        agree=load.runs_agree,
        problem=clean(load.problem),
        figures=(*(_figure(desk, load, key) for key in FIGURES), _press(desk, load)),
        lcp_element=clean(element.selector, 200) if element else "",
        picture=desk.album.show(
            load.screenshot,
            say.t(
                "{page}, {screen}: the largest part is framed",
                page=say.t(PAGES[load.page]),
                screen=say.t(VIEWPORTS[load.viewport]),
            ),
            viewport=load.viewport,
            box=load.lcp_box,
        ),
    )


def _choice(desk: Desk, consent: str) -> str:
    return desk.say.t(CHOICES[consent]) if consent in CHOICES else clean(consent, 40)


def _figure(desk: Desk, load: Measurement, key: str) -> Figure:
    value: float | None = getattr(load.median, key)
    spread: float | None = getattr(load.spread, key)
    if value is None:
        return Figure(key, desk.say.t("not measured"), "", "unknown", None, "")
    told = _told(desk, key, value)
    limits = LIMITS.get(load.viewport, LIMITS[ViewportName.DESKTOP]).get(key)
    wide = f"±{_told(desk, key, spread / 2)}" if spread is not None and len(load.samples) > 1 else ""
    if limits is None:
        return Figure(key, told, wide, "plain", None, "")
    samples = [one for sample in load.samples if (one := getattr(sample, key)) is not None]
    return _graded(desk, key, value, limits, wide, samples)


def _graded(
    desk: Desk, key: str, value: float, limits: tuple[float, float], wide: str, samples: Sequence[float]
) -> Figure:
    good, poor = limits
    rank = "good" if value <= good else "fair" if value <= poor else "poor"
    told = _told(desk, key, value)
    alt = desk.say.t(
        "{value}; good up to {good}, poor above {poor}",
        value=told,
        good=_told(desk, key, good),
        poor=_told(desk, key, poor),
    )
    return Figure(key, told, wide, rank, bar_of(value, good, poor, samples), alt)


def _press(desk: Desk, load: Measurement) -> Figure:
    """Return the slowest answer to a press on this kind of page; a press that leads elsewhere cannot be timed."""
    walk = desk.audit.journeys.get(load.viewport)
    delays: list[float] = []
    here: PageKind | None = None
    for step in walk.steps if walk else ():
        if step.interaction_ms is not None and here == load.page:
            delays.append(step.interaction_ms)
        here = _stands(desk, step) or here
    if not delays:
        return Figure(PRESS[0], desk.say.t("not measured"), "", "unknown", None, "")
    return _graded(desk, PRESS[0], max(delays), PRESS_LIMITS, "", delays)


def _stands(desk: Desk, step: JourneyStep) -> PageKind | None:
    """Return the kind of page that a step leads to; a cart that slides over a page leaves the customer on it."""
    page = desk.pages.get(step.page or "")
    if step.kind in ("in_cart", "in-cart"):
        return None
    return page.kind if page else STANDS.get(step.kind)


def _told(desk: Desk, key: str, value: float) -> str:
    say = desk.say
    if key in ("lcp_ms", "fcp_ms"):
        return f"{say.number(value / 1000, 2)}\u00a0s"
    if key in ("ttfb_ms", "tbt_ms", PRESS[0]):
        return say.milliseconds(value)
    return say.size(value) if key == "weight_bytes" else say.number(value, 3 if key == "cls" else 0)
