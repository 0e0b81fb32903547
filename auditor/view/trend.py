"""How the score has moved since earlier audits, and where something of our own making moved it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from auditor.model import Stage
from auditor.model.past import Moved, PastAudit, moved
from auditor.view.names import mark
from auditor.view.wording import Wording

__all__ = ["Trend", "trend_of"]

WIDTH, TOP, BOTTOM = 120.0, 5.0, 27.0
MARGIN = 6.0
LEAST_RANGE = 12
CHANGED: Mapping[Moved, str] = {
    Moved.TOOL: mark("the program"),
    Moved.PROFILE: mark("the way of judging"),
    Moved.BROWSER: mark("the browser"),
}


@dataclass(frozen=True)
class Trend:
    """The scores of the audits of this shop as a small line, oldest first, in units of a drawing of 120 × 32.

    ``breaks`` are where the audits on both sides do not compare; ``change`` is "up", "down", "same" or, where this
    audit does not compare with the one before, empty.
    """

    points: tuple[tuple[float, float], ...]
    lines: tuple[tuple[float, float, float, float], ...]
    breaks: tuple[float, ...]
    change: str
    text: str
    note: str
    alt: str
    stages: Mapping[Stage, str] = field(default_factory=dict)


def trend_of(say: Wording, now: PastAudit, past: Sequence[PastAudit]) -> Trend | None:
    """Return the trend up to an audit; nothing where there is no score now or none before."""
    earlier = [one for one in past if one.good and one.score is not None and one.started_at < now.started_at]
    if not earlier or now.score is None:
        return None
    before = earlier[-1]
    chain = [*earlier, now]
    points = _points([one.score or 0 for one in chain])
    gaps = [bool(moved(one, two)) for one, two in pairwise(chain)]
    pairs = list(pairwise(points))
    changed = moved(before, now)
    delta = now.score - (before.score or 0)
    day = say.short_day(before.started_at)
    if day == say.short_day(now.started_at):
        day = say.moment(before.started_at)
    return Trend(
        points=points,
        lines=tuple((*one, *two) for (one, two), gap in zip(pairs, gaps, strict=True) if not gap),
        breaks=tuple((one[0] + two[0]) / 2 for (one, two), gap in zip(pairs, gaps, strict=True) if gap),
        change="" if changed else "up" if delta > 0 else "down" if delta < 0 else "same",
        text=_text(say, before.score or 0, delta, day, comparable=not changed),
        note=_note(say, changed),
        alt=", ".join(say.t("{score} on {day}", score=one.score, day=say.short_day(one.started_at)) for one in chain),
        stages={} if changed else dict(_stages(say, now, before)),
    )


def _points(scores: Sequence[int]) -> tuple[tuple[float, float], ...]:
    low, high = min(scores), max(scores)
    room = max(0.0, (LEAST_RANGE - (high - low)) / 2)
    step = (WIDTH - 2 * MARGIN) / (len(scores) - 1)
    return tuple(
        (
            round(MARGIN + number * step, 1),
            round(BOTTOM - (BOTTOM - TOP) * (score - low + room) / (high - low + 2 * room), 1),
        )
        for number, score in enumerate(scores)
    )


def _text(say: Wording, score: int, delta: int, day: str, *, comparable: bool) -> str:
    if not comparable:
        return say.t("{score} on {day}", score=score, day=day)
    if not delta:
        return say.t("unchanged since {day}", day=day)
    return say.t("{change} since {day}", change=say.signed(delta), day=day)


def _note(say: Wording, changed: Sequence[Moved]) -> str:
    if not changed:
        return ""
    what = ", ".join(say.t(CHANGED[one]) for one in changed)
    return say.t("does not compare: changed since then is {what}", what=what)


def _stages(say: Wording, now: PastAudit, before: PastAudit) -> list[tuple[Stage, str]]:
    found = []
    for one in now.stages:
        earlier = before.stage_score(one.stage)
        if one.score is not None and earlier is not None and one.score != earlier:
            found.append((one.stage, say.signed(one.score - earlier)))
    return found
