"""The tables of a comparison: walks, facts and speed of all audits side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.compare import Change, Comparison, WalkRow
from auditor.model import GuestValue, Journey, Outcome, Stage, ViewportName, gets_through
from auditor.view.cards import anchor_of
from auditor.view.compare.words import change_word
from auditor.view.desk import Desk, sentence_of
from auditor.view.endings import THROUGH, ending_of
from auditor.view.names import CHOICES, OUTCOMES, PAGES, STEPS, VIEWPORTS, mark
from auditor.view.pictures import Album, Picture
from auditor.view.points import worst
from auditor.view.safe import clean
from auditor.view.speed import FIGURES
from auditor.view.wording import DASH, Wording

__all__ = ["FactCell", "FactRow", "PathCell", "PathView", "SpeedTable", "Strip", "facts_of", "paths_of", "speed_tables"]

MAX_FRAMES = 8
# The facts a shopkeeper asks for first, each told by its check's own sentence.
FACTS: tuple[tuple[str, str], ...] = (
    ("guest-checkout", mark("Buying without an account")),
    ("payment-methods", mark("Ways to pay")),
    ("delivery-options", mark("Ways of delivery")),
    ("shipping-cost-early", mark("Delivery costs")),
    ("delivery-time", mark("Delivery time")),
    ("return-policy-visible", mark("Return terms")),
    ("checkout-fields", mark("Fields of the checkout")),
    ("checkout-steps", mark("Steps of the checkout")),
    ("contact-channels", mark("Ways to reach the shop")),
    ("order-tracking", mark("Order tracking")),
    ("reviews-shown", mark("Reviews")),
    ("site-search", mark("Search")),
    ("loyalty-programme", mark("Loyalty programme")),
    ("newsletter-signup", mark("Newsletter")),
)
GUESTS = {
    GuestValue.GUEST: (mark("yes"), "good"),
    GuestValue.ACCOUNT_REQUIRED: (mark("no"), "poor"),
    GuestValue.UNKNOWN: (mark("not known"), "unknown"),
}


@dataclass(frozen=True)
class PathCell:
    """One value of a walk and how it stands against the first audit's."""

    text: str
    grade: str = ""
    change: str = ""
    change_text: str = ""


@dataclass(frozen=True)
class Strip:
    """The walk of one audit as pictures in a row, each with its words."""

    frames: tuple[tuple[Picture | None, str, str], ...]
    more: int

    @property
    def pictured(self) -> bool:
        """Say whether there is any picture."""
        return any(picture for picture, _name, _clicks in self.frames)


@dataclass(frozen=True)
class PathView:
    """The walks on one screen."""

    viewport: ViewportName
    name: str
    rows: tuple[tuple[str, tuple[PathCell, ...]], ...]
    strips: tuple[Strip, ...]


@dataclass(frozen=True)
class FactCell:
    """What one audit says of a fact."""

    outcome: Outcome
    outcome_text: str
    text: str
    href: str


@dataclass(frozen=True)
class FactRow:
    """One fact in all audits."""

    name: str
    cells: tuple[FactCell, ...]


@dataclass(frozen=True)
class SpeedTable:
    """The figures of one page on one screen in all audits."""

    title: str
    rows: tuple[tuple[str, str, tuple[PathCell, ...]], ...]


def paths_of(comparison: Comparison, desks: Sequence[Desk], album: Album) -> tuple[PathView, ...]:
    """Return the walks screen by screen, the figures above the pictures."""
    return tuple(_path(row, comparison, desks, album) for row in comparison.walks)


def _path(row: WalkRow, comparison: Comparison, desks: Sequence[Desk], album: Album) -> PathView:
    say = desks[0].say
    t, same = say.t, comparison.same_site
    walks = [desk.audit.journeys.get(row.viewport) for desk in desks]

    def marked(at: int, text: str, change: Change, grade: str = "") -> PathCell:
        plain = not at or change is Change.UNKNOWN
        return PathCell(text, grade, *(("", "") if plain else (str(change), change_word(say, change, same_site=same))))

    endings = tuple(
        marked(at, t(ending_of(walk)) if walk else t("not walked"), change, _ending_grade(walk))
        for at, (walk, change) in enumerate(zip(walks, row.changes, strict=True))
    )
    clicks = tuple(
        marked(at, DASH if count is None else str(count), change)
        for at, (count, change) in enumerate(zip(row.clicks, row.click_changes, strict=True))
    )
    guests = tuple(
        marked(at, t(GUESTS[guest][0]), change, GUESTS[guest][1])
        for at, (guest, change) in enumerate(zip(row.guests, row.guest_changes, strict=True))
    )
    rows = [
        (t("How the walk ended"), endings),
        (t("Clicks to the checkout"), clicks),
        (t("Shortest way seen"), tuple(_shortest(say, walk) for walk in walks)),
        (t("Buying without an account"), guests),
        (t("Time of the walk"), tuple(PathCell(_seconds(say, one)) for one in row.seconds)),
        (t("Errors on the way"), tuple(PathCell(DASH if walk is None else say.number(walk.errors)) for walk in walks)),
        (t("Product"), tuple(PathCell(_product(walk)) for walk in walks)),
    ]
    return PathView(
        viewport=row.viewport,
        name=t(VIEWPORTS[row.viewport]),
        rows=tuple(rows),
        strips=tuple(_strip(at, desk, row.viewport, album) for at, desk in enumerate(desks)),
    )


def _ending_grade(walk: Journey | None) -> str:
    return THROUGH[gets_through(walk.outcome, unsure=walk.unsure)] if walk else ""


def _shortest(say: Wording, walk: Journey | None) -> PathCell:
    if walk is None or walk.shortest_seen is None:
        return PathCell(DASH)
    return PathCell(say.t.plural("{n} click", "{n} clicks", walk.shortest_seen.door))


def _seconds(say: Wording, seconds: float | None) -> str:
    return DASH if seconds is None else f"{say.number(seconds)}\u00a0s"


def _product(walk: Journey | None) -> str:
    product = walk.product if walk else None
    return ", ".join(clean(one, 80) for one in (product.name, product.price) if one) if product else DASH


def _strip(at: int, desk: Desk, screen: ViewportName, album: Album) -> Strip:
    walk, t = desk.audit.journeys.get(screen), desk.say.t
    frames = []
    for number, step in enumerate(walk.steps[:MAX_FRAMES] if walk else (), 1):
        name = t(STEPS[step.kind.replace("_", "-")]) if step.kind.replace("_", "-") in STEPS else clean(step.kind, 40)
        alt = t("{screen}, step {number}: {name}", screen=t(VIEWPORTS[screen]), number=number, name=name)
        shot = f"{at}:{step.screenshot}" if step.screenshot else None
        told = t.plural("{n} click", "{n} clicks", step.clicks) if step.clicks else ""
        frames.append((album.show(shot, alt, viewport=screen, box=step.box), name, told))
    return Strip(tuple(frames), max(0, len(walk.steps) - MAX_FRAMES) if walk else 0)


def facts_of(desks: Sequence[Desk], reports: Sequence[str]) -> tuple[FactRow, ...]:
    """Return the facts that at least one audit has looked at."""
    rows = []
    for check, name in FACTS:
        cells = tuple(_fact(desk, check, report) for desk, report in zip(desks, reports, strict=True))
        if any(cell.text != DASH for cell in cells):
            rows.append(FactRow(desks[0].say.t(name), cells))
    return tuple(rows)


def _fact(desk: Desk, check: str, report: str) -> FactCell:
    results = [one for one in desk.audit.results if one.check == check]
    if not results:
        return FactCell(Outcome.UNKNOWN, desk.say.t(OUTCOMES[Outcome.UNKNOWN]), DASH, "")
    outcome = worst(one.outcome for one in results)
    told = [one for one in results if one.outcome is outcome]
    texts = dict.fromkeys(sentence_of(desk, one) for one in told)
    stage: Stage = told[0].stage
    href = f"{report}#{anchor_of(stage, check)}" if report else ""
    return FactCell(outcome, desk.say.t(OUTCOMES[outcome]), " ".join(list(texts)[:2]), href)


def speed_tables(comparison: Comparison, say: Wording) -> tuple[SpeedTable, ...]:
    """Return the figures page by page and screen by screen."""
    tables: dict[str, list[tuple[str, str, tuple[PathCell, ...]]]] = {}
    for row in comparison.speed:
        if all(one is None for one in row.medians):
            continue
        title = f"{say.t(PAGES[row.page])}, {say.t(VIEWPORTS[row.viewport])}"
        if row.consent != "before":
            choice = say.t(CHOICES[row.consent]) if row.consent in CHOICES else clean(row.consent, 40)
            title = say.t("{page}, cookies: {choice}", page=title, choice=choice)
        name, meaning = FIGURES[row.metric]
        cells = tuple(
            PathCell(
                f"{_figure(say, row.metric, median)}{_spread(say, row.metric, spread, loads)}"
                if median is not None
                else DASH,
                "",
                "" if not at else str(change),
                "" if not at else change_word(say, change, same_site=comparison.same_site),
            )
            for at, (median, spread, loads, change) in enumerate(
                zip(row.medians, row.spreads, row.loads, row.changes, strict=True)
            )
        )
        tables.setdefault(title, []).append((say.t(name), say.t(meaning), cells))
    return tuple(SpeedTable(title, tuple(rows)) for title, rows in tables.items())


def _figure(say: Wording, metric: str, value: float) -> str:
    if metric in ("lcp_ms", "fcp_ms"):
        return f"{say.number(value / 1000, 2)}\u00a0s"
    if metric in ("ttfb_ms", "tbt_ms"):
        return say.milliseconds(value)
    return say.size(value) if metric == "weight_bytes" else say.number(value, 3 if metric == "cls" else 0)


def _spread(say: Wording, metric: str, spread: float | None, loads: int) -> str:
    return f" ±{_figure(say, metric, spread / 2)}" if spread is not None and loads > 1 else ""
