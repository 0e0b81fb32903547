"""An audit held against a budget: one verdict for every limit.

What was not measured has not passed: a page that did not load, a figure that is missing, a score that is null and a
fact that nobody could tell are verdicts of their own, and none of them is green (CONTRACTS 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from auditor.gate.budget import METRICS, SITE, Budget, Limit, Metrics, PageLimits, Strictness
from auditor.gate.verdict import Status, Verdict, figure, figure_verdict, on, status_of, unmeasured
from auditor.model import Audit, CheckResult, JourneyOutcome, Measurement, Outcome, Stage
from auditor.score import check_score

__all__ = ["gate"]

NOT_A_SHOP = frozenset({JourneyOutcome.NOT_A_SHOP, JourneyOutcome.CLOSED_SHOP, JourneyOutcome.NO_PRODUCT_FOUND})
BEFORE_CHOICE = "before"
_MISSING = object()


def gate(audit: Audit, budget: Budget, *, pages: Iterable[str] = ()) -> tuple[Verdict, ...]:
    """Hold an audit against a budget; ``pages`` are addresses that were asked for and must have been measured."""
    found = [
        *_whole(audit, budget),
        *_pages_asked(audit, budget, tuple(pages)),
        *_metrics(audit, budget),
        *_clicks(audit, budget),
        *_scores(audit, budget),
        *_facts(audit, budget.require),
    ]
    return tuple(found)


# --- the audit as a whole


def _whole(audit: Audit, budget: Budget) -> Iterator[Verdict]:
    if audit.problem:
        told = audit.sentence or audit.problem
        yield unmeasured("audit", audit.site.url, "", f"The shop could not be audited ({audit.problem}): {told}")
    elif not audit.measurements and not audit.journeys:
        yield unmeasured("audit", audit.site.url, "", "Nothing was measured.")
    elif not audit.complete:
        yield unmeasured("audit", audit.site.url, "", "The audit was not finished: time ran out, or the browser broke.")
    walked = {journey.outcome for journey in audit.journeys.values()}
    if not audit.problem and walked and walked <= NOT_A_SHOP and (budget.require or budget.metrics.clicks_to_door):
        told = ", ".join(sorted(walked))
        yield unmeasured("walk", audit.site.url, "", f"The walk found no shop that could be walked through ({told}).")


def _pages_asked(audit: Audit, budget: Budget, pages: tuple[str, ...]) -> Iterator[Verdict]:
    for url in dict.fromkeys(pages):
        seen = [one for one in audit.measurements if one.url == url]
        if not seen:
            yield unmeasured("page", url, "", f"{url}: it was not measured.")
        yield from (_not_loaded(one) for one in seen if not one.samples and not _limits(budget, one))


def _not_loaded(one: Measurement, names: Iterable[str] = ()) -> Verdict:
    told = f" (no {', '.join(names)})" if names else ""
    return unmeasured("page", one.url, str(one.viewport), f"{one.url}{on(str(one.viewport))}: {one.problem}{told}.")


# --- figures of pages


def _metrics(audit: Audit, budget: Budget) -> Iterator[Verdict]:
    timed = [one for one in audit.measurements if one.consent == BEFORE_CHOICE]
    asked = [name for name in METRICS if getattr(budget.metrics, name)]
    if asked and not timed:
        yield unmeasured("metrics", audit.site.url, "", "No page was timed, and the budget has limits for pages.")
    for one in timed:
        limits = _limits(budget, one)
        if limits and not one.samples:
            yield _not_loaded(one, limits)
            continue
        for name, limit in limits.items():
            yield figure_verdict(one, name, limit)
    for section in budget.pages:
        if any(getattr(section, name) for name in METRICS) and not any(_fits(section, one) for one in timed):
            told = section.pattern or str(section.kind or section.viewport)
            yield unmeasured("pages", told, "", f"No page that fits the section {told} was measured.")


def _fits(section: PageLimits, one: Measurement) -> bool:
    return section.fits(one.url, one.page, one.viewport)


def _limits(budget: Budget, one: Measurement) -> dict[str, Limit]:
    """Gather the limits of one page: the general ones, then those of each section that fits, the last one wins."""
    found: dict[str, Limit] = {}
    for section in (budget.metrics, *(each for each in budget.pages if _fits(each, one))):
        for name in METRICS:
            limit: Limit | None = getattr(section, name)
            if limit is not None:
                found[name] = _as_strict(limit, section)
    return found


def _as_strict(limit: Limit, section: Metrics) -> Limit:
    if isinstance(section, PageLimits) and section.severity and "severity" not in limit.model_fields_set:
        return limit.model_copy(update={"severity": section.severity})
    return limit


def _clicks(audit: Audit, budget: Budget) -> Iterator[Verdict]:
    for section in (budget.metrics, *budget.pages):
        limit = section.clicks_to_door
        if limit is None:
            continue
        wanted = section.viewport if isinstance(section, PageLimits) else None
        walked = {name: one for name, one in audit.journeys.items() if wanted in {None, name}}
        if not walked:
            yield unmeasured("clicks_to_door", "the walk", str(wanted or ""), "clicks_to_door: no walk was made.")
        for name, journey in walked.items():
            clicks = journey.clicks.door
            if clicks is None:
                told = f"clicks_to_door, {name}: the checkout was not reached ({journey.outcome})."
                yield unmeasured("clicks_to_door", "the walk", str(name), told, limit.limit)
                continue
            told = f"clicks_to_door, {name}: limit {figure(limit.limit)}, counted {clicks}."
            yield Verdict(
                status_of(clicks, limit, None), "clicks_to_door", "the walk", str(name), limit.limit, clicks, told
            )


# --- scores and facts


def _scores(audit: Audit, budget: Budget) -> Iterator[Verdict]:
    for name, limit in budget.scores.items():
        score = _score(audit, name)
        if score is None:
            yield unmeasured(name, "score", "", f"The score of {name} is not known: too little was seen.", limit.limit)
            continue
        low = score < limit.limit
        bad = Status.BREACHED if limit.severity is Strictness.ERROR else Status.WARNED
        told = f"score of {name}: at least {figure(limit.limit)} wanted, {figure(score)} reached."
        yield Verdict(bad if low else Status.PASSED, name, "score", "", limit.limit, score, told)


def _score(audit: Audit, name: str) -> float | None:
    if name == SITE:
        return audit.score
    if name in {str(stage) for stage in Stage}:
        return next((one.score for one in audit.stages if one.stage == name), None)
    return check_score(one for one in audit.results if one.check == name)


def _facts(audit: Audit, require: Mapping[str, Any]) -> Iterator[Verdict]:
    for name, wanted in require.items():
        check, _dot, part = name.partition(".")
        results = [one for one in audit.results if one.check == check]
        if not results:
            yield unmeasured(name, "fact", "", f"{name}: this was not looked at.", _said(wanted))
        for one in results:
            device = str(one.viewport or "")
            got = _part(one, part)
            if got is None:
                told = f"{name}{on(device)}: {_said(wanted)} is wanted, and it is not known: {one.text_en}"
                yield unmeasured(name, "fact", device, told, _said(wanted))
                continue
            same = bool(got) is wanted if isinstance(wanted, bool) else got == wanted
            told = f"{name}{on(device)}: {_said(wanted)} is wanted, {_said(got)} was seen."
            told += "" if same else f" {one.text_en}"
            status = Status.PASSED if same else Status.BREACHED
            yield Verdict(status, name, "fact", device, _said(wanted), _said(got), told)


def _said(value: Any) -> str:
    """Write a value as a budget does, with a word for an empty one."""
    if isinstance(value, bool):
        return str(value).lower()
    return "nothing" if value == "" else str(value)


def _part(result: CheckResult, part: str) -> Any:
    """Give a fact, or null where nobody could tell it; an absent contact is an empty text, not null."""
    if result.outcome in {Outcome.UNKNOWN, Outcome.ERROR}:
        return None
    value: Any = result.value
    for key in part.split(".") if part else ():
        value = value.get(key, _MISSING) if isinstance(value, dict) else _MISSING
    if value is _MISSING or value == Outcome.UNKNOWN:
        return None
    return "" if value is None and part else value
