"""What an audit is worth a message: it is held against the earlier ones, and nothing is said where nothing changed.

A fact is held against the last audit that knew it, so that one which could not tell neither alarms nor calms. Noisy
facts, the figures of speed and falls of a score within its usual spread, are told when a second audit agrees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.gate.budget import METRICS
from auditor.gate.verdict import Status, Verdict
from auditor.model import JourneyOutcome, Stage, ViewportName, gets_through
from auditor.model.past import UNAUDITABLE, PastAudit, moved
from auditor.model.run import Alert, AlertKind, Breach
from auditor.texts import Translator
from auditor.view.alert_words import ALERTS, MOVED_NOTES
from auditor.view.names import ENDINGS, PROBLEMS, STAGES, VIEWPORTS
from auditor.view.safe import clean

__all__ = ["Before", "alerts_of", "breaches_of"]

# A stage's score: what is worth telling, and the spread that is taken for usual until three audits have shown it.
LEAST_DROP, USUAL_SPREAD = 5, 10
SPREAD_OF = 5
# Words of the shop may stand in the sentence of a limit.
LONGEST = 300
# Ends that no walk comes to by giving up: the shop may mean them, but who saw it sell last time wants to know.
NOT_SELLING = frozenset(
    {
        *(JourneyOutcome.NO_PRODUCT_FOUND, JourneyOutcome.CLOSED_SHOP, JourneyOutcome.ALL_SOLD_OUT),
        *(JourneyOutcome.PRICE_HIDDEN, JourneyOutcome.LOGIN_WALL, JourneyOutcome.NOT_A_SHOP),
    }
)


@dataclass(frozen=True)
class Before:
    """An earlier audit with the limits that it broke."""

    audit: PastAudit
    breaches: tuple[Breach, ...] = ()


def breaches_of(verdicts: Sequence[Verdict]) -> tuple[Breach, ...]:
    """List the limits that were surely broken; what was not measured, or could not be agreed on, is none."""
    return tuple(
        Breach(key="|".join((one.what, one.where, one.device)), noisy=one.what in METRICS, sentence=one.sentence)
        for one in verdicts
        if one.status is Status.BREACHED
    )


def alerts_of(now: Before, before: Sequence[Before], t: Translator, title: Callable[[str], str]) -> tuple[Alert, ...]:
    """List what is worth a message, the most urgent first; ``title`` gives a check's title of a failure.

    ``before`` are the shop's earlier audits, oldest first, the bad ones among them.
    """
    past = [one.audit for one in before]
    if now.audit.problem in UNAUDITABLE:
        if past and past[-1].problem in UNAUDITABLE:
            return ()
        reason = t(PROBLEMS.get(now.audit.problem, PROBLEMS["dead"]))
        return (_alert(AlertKind.UNREACHABLE, now.audit.problem, t, "unreachable", reason=reason),)
    if not now.audit.good:
        return ()
    good = [one for one in before if one.audit.good]
    note = _note(now.audit, good[-1].audit, t) if good else ""
    found = [
        *(_noted(one, note) for one in _paths(now.audit, past, t)),
        *(_noted(one, note) for one in _criticals(now.audit, past, t, title)),
        *_budget(now, good, t),
        *_drops(now.audit, [one.audit for one in good], t),
    ]
    if past and past[-1].problem in UNAUDITABLE:
        found.append(_alert(AlertKind.RECOVERED, "shop", t, "reachable"))
    order = list(AlertKind)
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _alert(kind: AlertKind, subject: str, t: Translator, words: str, **data: object) -> Alert:
    told = {name: clean(str(one), LONGEST) for name, one in data.items()}
    return Alert(kind=kind, subject=clean(subject, LONGEST), sentence=t(ALERTS[words], **told))


def _note(now: PastAudit, last: PastAudit, t: Translator) -> str:
    return " ".join(t(MOVED_NOTES[one]) for one in moved(last, now))


def _noted(alert: Alert, note: str) -> Alert:
    if not note or alert.kind is AlertKind.RECOVERED:
        return alert
    return alert.model_copy(update={"sentence": f"{alert.sentence} {note}"})


def _last_known(told: Iterable[bool | None]) -> bool | None:
    """Give what the latest audit that knew a fact said of it; ``told`` runs from the oldest on."""
    return next((known for known in reversed(tuple(told)) if known is not None), None)


# --- the path to the checkout


def _through(audit: PastAudit, screen: ViewportName) -> bool | None:
    walk = audit.walks.get(screen)
    if walk is None or not audit.good:
        return None
    return False if walk.outcome in NOT_SELLING else gets_through(walk.outcome, unsure=walk.unsure)


def _paths(now: PastAudit, past: Sequence[PastAudit], t: Translator) -> Iterator[Alert]:
    for screen, walk in now.walks.items():
        through = _through(now, screen)
        was = _last_known(_through(one, screen) for one in past)
        name = t(VIEWPORTS[screen])
        if was and through is False:
            words = "not-selling" if walk.outcome in NOT_SELLING else "path-broken"
            ending = t(ENDINGS[walk.outcome])
            yield _alert(AlertKind.PATH_BROKEN, str(screen), t, words, screen=name, ending=ending)
        elif through and was is False:
            yield _alert(AlertKind.RECOVERED, str(screen), t, "path-mended", screen=name)


# --- critical faults


def _criticals(
    now: PastAudit, past: Sequence[PastAudit], t: Translator, title: Callable[[str], str]
) -> Iterator[Alert]:
    for check, failed in now.critical.items():
        was = _last_known(one.critical.get(check) if one.good else None for one in past)
        if failed and was is False:
            told = t(title(check)).rstrip(".")
            yield _alert(AlertKind.CRITICAL, check, t, "critical", title=told)


# --- the budget


def _budget(now: Before, good: Sequence[Before], t: Translator) -> Iterator[Alert]:
    keys = [{one.key for one in each.breaches} for each in good]
    last, one_before = keys[-1] if keys else set(), keys[-2] if len(keys) > 1 else set()
    for one in now.breaches:
        fresh = one.key in last and one.key not in one_before if one.noisy else one.key not in last
        if fresh:
            yield _alert(AlertKind.BUDGET, one.key, t, "budget", limit=one.sentence)
    if last and not now.breaches and any(not one.noisy or one.key in one_before for one in good[-1].breaches):
        yield _alert(AlertKind.RECOVERED, "budget", t, "budget-kept")


# --- scores of stages


def _drops(now: PastAudit, good: Sequence[PastAudit], t: Translator) -> Iterator[Alert]:
    """Hold the stages against audits that compare: made by the same program, profile and browser, back to a change."""
    alike: list[PastAudit] = []
    for one in reversed(good):
        if moved(one, now):
            break
        alike.insert(0, one)
    for stage in Stage:
        scores = [score for one in alike if (score := one.stage_score(stage)) is not None]
        score = now.stage_score(stage)
        if score is None:
            continue
        told = {"stage": t(STAGES[stage][0]), "after": score}
        if _fell(scores, score):
            yield _alert(AlertKind.STAGE_DROP, str(stage), t, "stage-drop", before=scores[-1], **told)
        elif _fell_before(scores, score):
            yield _alert(AlertKind.STAGE_DROP, str(stage), t, "stage-drop-again", before=scores[-2], **told)


def _fell(scores: Sequence[int], score: int) -> bool:
    """Say whether a score lies under the last one by more than the usual spread."""
    if not scores:
        return False
    known = scores[-SPREAD_OF:]
    spread = max(known) - min(known) if len(known) > 2 else USUAL_SPREAD
    return scores[-1] - score > max(spread, LEAST_DROP - 1)


def _fell_before(scores: Sequence[int], score: int) -> bool:
    """Say whether a score and the last one both lie under the one before, by what had been within the spread."""
    if len(scores) < 2 or _fell(scores[:-1], scores[-1]):
        return False
    return scores[-2] - max(scores[-1], score) >= LEAST_DROP
