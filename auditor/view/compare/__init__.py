"""A comparison as its page shows it: audits side by side, sorted and worded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.check import Check
from auditor.compare import Change, Comparison, StageRow
from auditor.model import Outcome
from auditor.texts import Translator
from auditor.view.compare.items import Compared, Item, between, items_of
from auditor.view.compare.tables import FactRow, PathView, SpeedTable, facts_of, paths_of, speed_tables
from auditor.view.compare.words import change_word, doubt_of, noise_words
from auditor.view.desk import Desk, desk_of, title_of
from auditor.view.names import STAGES, VIEWPORTS
from auditor.view.pictures import Album, Picture
from auditor.view.safe import Address, address, clean
from auditor.view.stages import grade
from auditor.view.wording import DASH, Wording

__all__ = ["Cell", "CompareView", "SideView", "StageLine", "compare_view"]

MAX_CHANGES = 30


@dataclass(frozen=True)
class SideView:
    """The head of one audit's column."""

    label: str
    short: str
    address: Address
    when: str
    score: int | None
    grade: str
    coverage: float
    coverage_text: str
    report: str
    problem: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class Cell:
    """One value in a table, how it stands against the first one, and what is said below it."""

    text: str
    grade: str
    change: str
    change_text: str
    note: str = ""


@dataclass(frozen=True)
class StageLine:
    """A stage, or the whole site, across all audits."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class CompareView:
    """Everything the page shows, in its order."""

    title: str
    verdict: str
    same_site: bool
    sides: tuple[SideView, ...]
    doubts: tuple[tuple[str, str], ...]
    site: StageLine
    stages: tuple[StageLine, ...]
    worse: tuple[Item, ...]
    better: tuple[Item, ...]
    more: int
    counts: str
    paths: tuple[PathView, ...]
    facts: tuple[FactRow, ...]
    speed: tuple[SpeedTable, ...]
    noise: tuple[str, ...]
    one_sided: tuple[tuple[str, str], ...]
    tool: str


def compare_view(
    comparison: Comparison, sides: Sequence[Compared], *, checks: Mapping[str, Check], t: Translator
) -> CompareView:
    """Turn a comparison into what a reader is shown, in the translator's language."""
    album = Album(lambda name: sides[int(name.partition(":")[0])].picture(name.partition(":")[2]))
    desks = [desk_of(one.audit, checks=checks, t=t) for one in sides]
    say, labels = desks[0].say, _labels(comparison, desks)
    pair = comparison.same_site and len(sides) == 2
    shorts = [t("Before"), t("After")] if pair else labels
    worse, better = (items_of(comparison, sides, desks, shorts, kind) for kind in (Change.WORSE, Change.BETTER))
    return CompareView(
        title=t("Before and after") if comparison.same_site else t("Shops side by side"),
        verdict=_verdict(comparison, say, labels),
        same_site=comparison.same_site,
        sides=tuple(
            _side(at, side, desk, label, short, album)
            for at, (side, desk, label, short) in enumerate(zip(sides, desks, labels, shorts, strict=True))
        ),
        doubts=tuple(doubt_of(say, one, shorts) for one in comparison.doubts),
        site=_line(say, comparison.site, comparison),
        stages=tuple(_line(say, one, comparison) for one in comparison.stages),
        worse=worse[:MAX_CHANGES],
        better=better[:MAX_CHANGES],
        more=max(0, len(worse) - MAX_CHANGES) + max(0, len(better) - MAX_CHANGES),
        counts=_counts(comparison, say, len(worse), len(better)),
        paths=paths_of(comparison, desks, album),
        facts=facts_of(desks, [one.report for one in sides]),
        speed=speed_tables(comparison, say),
        noise=noise_words(say, comparison),
        one_sided=_one_sided(comparison, desks, shorts),
        tool=clean(f"{sides[0].audit.tool.name} {sides[0].audit.tool.version}", 80),
    )


def _labels(comparison: Comparison, desks: Sequence[Desk]) -> list[str]:
    """Name each audit in the fewest words that tell it from the others."""
    t = desks[0].say.t
    if comparison.same_site:
        when = [desk.say.moment(desk.audit.started_at) for desk in desks]
        return [f"{t('Before')} ({when[0]})", f"{t('After')} ({when[1]})"] if len(desks) == 2 else when
    names = [clean(desk.audit.site.name, 40) or address(desk.audit.site.url, 40).text for desk in desks]
    return [
        name if names.count(name) == 1 else f"{name} ({address(desk.audit.site.url, 40).text.rstrip('/')})"
        for name, desk in zip(names, desks, strict=True)
    ]


def _side(at: int, side: Compared, desk: Desk, label: str, short: str, album: Album) -> SideView:
    audit, say = side.audit, desk.say
    problem = clean(audit.sentence) or (
        say.t("The audit was interrupted before it was finished.") if not audit.complete else ""
    )
    pictures = []
    for screen, walk in audit.journeys.items():
        shot = next((step.screenshot for step in walk.steps if step.screenshot), None)
        alt = say.t("{screen}: home page of {shop}", screen=say.t(VIEWPORTS[screen]), shop=label)
        found = album.show(f"{at}:{shot}", alt, viewport=screen) if shot else None
        pictures += [found] if found else []
    return SideView(
        label=label,
        short=short,
        address=address(audit.site.url, 60),
        when=say.moment(audit.started_at),
        score=audit.score,
        grade=grade(audit.score),
        coverage=audit.coverage,
        coverage_text=say.percent(audit.coverage),
        report=side.report,
        problem=problem if audit.problem or not audit.complete else "",
        pictures=tuple(pictures),
    )


def _line(say: Wording, row: StageRow, comparison: Comparison) -> StageLine:
    t, cells = say.t, []
    for at, (score, coverage, change, common) in enumerate(
        zip(row.scores, row.coverages, row.changes, row.common, strict=True)
    ):
        note = t("{share} could be assessed", share=say.percent(coverage))
        if at and common and change in (Change.BETTER, Change.WORSE):
            first, other, count = common
            both = t.plural(
                "{points} in the {n} check that both could assess",
                "{points} in the {n} checks that both could assess",
                count, points=between(comparison).join((say.number(first), say.number(other))),
            )  # fmt: skip
            note = f"{note}; {both}"
        told = change_word(say, change, same_site=comparison.same_site) if at else ""
        cells.append(Cell(DASH if score is None else str(score), grade(score), str(change) if at else "", told, note))
    return StageLine(t(STAGES[row.stage][0]) if row.stage else t("The whole shop"), tuple(cells))


def _verdict(comparison: Comparison, say: Wording, labels: Sequence[str]) -> str:
    t, site = say.t, comparison.site
    last = site.changes[-1]
    if comparison.same_site:
        one, two = (say.number(score) for score in (site.common[-1] or (0.0, 0.0))[:2])
        told = {
            Change.BETTER: t("The shop got better: {one} → {two}.", one=one, two=two),
            Change.WORSE: t("The shop got worse: {one} → {two}.", one=one, two=two),
            Change.SAME: t("The shop as a whole has not changed."),
            Change.UNKNOWN: t("As a whole these audits cannot be compared."),
        }
        return told[last]
    ahead = [label for label, change in zip(labels, site.changes, strict=True) if change is Change.BETTER]
    behind = [label for label, change in zip(labels, site.changes, strict=True) if change is Change.WORSE]
    parts = []
    if ahead:
        parts.append(t("{shop} is behind {others}.", shop=labels[0], others=", ".join(ahead)))
    if behind:
        parts.append(t("{shop} is ahead of {others}.", shop=labels[0], others=", ".join(behind)))
    if not parts:
        known = any(change is Change.SAME for change in site.changes[1:])
        return t("No shop is clearly ahead.") if known else t("As a whole these audits cannot be compared.")
    return " ".join(parts)


def _counts(comparison: Comparison, say: Wording, worse: int, better: int) -> str:
    """Count what differs: checks, and of one shop the findings too."""
    t, counted = say.t, comparison.findings
    if counted is None:
        behind = t.plural("behind in {n} check", "behind in {n} checks", better)
        ahead = t.plural("ahead in {n} check", "ahead in {n} checks", worse)
        return t("The first shop is {behind} and {ahead}.", behind=behind, ahead=ahead)
    parts = (
        t.plural("{n} check got worse", "{n} checks got worse", worse),
        t.plural("{n} got better", "{n} got better", better),
        t.plural("{n} finding is gone", "{n} findings are gone", counted.gone),
        t.plural("{n} is new", "{n} are new", counted.new),
    )
    return "{}, {}. {}, {}.".format(*parts)


def _one_sided(comparison: Comparison, desks: Sequence[Desk], labels: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Name what could be assessed in some audits but not in this one."""
    told = []
    for at, label in enumerate(labels):
        lacking = [
            row for row in comparison.checks if row.points[at] is None and any(one is not None for one in row.points)
        ]
        titles = dict.fromkeys(title_of(desks[0], row.check, Outcome.PASSED) for row in lacking)
        if titles:
            told.append((label, "; ".join(titles)))
    return tuple(told)
