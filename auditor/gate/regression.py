"""An audit held against an earlier one: figures and scores by tolerance, findings by key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from auditor.gate.budget import METRICS, SITE, Limit, Regression, Strictness
from auditor.gate.verdict import Status, Verdict, figure, figure_verdict, on, unmeasured
from auditor.model import Audit, BrowserInfo, Finding, Measurement, Outcome

__all__ = ["Baseline", "regressions"]

BASELINE = "baseline"


@dataclass(frozen=True)
class Baseline:
    """An earlier audit to compare with.

    ``named`` says that a person named it: what cannot be compared with it is then not measured. Where it is only the
    last audit there was, that is told, and mended by the next one.
    """

    audit: Audit
    named: bool = True


def regressions(
    audit: Audit, baseline: Baseline, margins: Regression, *, narrowed: bool = False
) -> tuple[Verdict, ...]:
    """Hold an audit against an earlier one: figures and scores by tolerance, findings by key.

    ``narrowed`` says that fewer pages were asked for, so that those which are missing are not missed.
    """
    return (
        *_slower(audit, baseline, margins, narrowed=narrowed),
        *_lower(audit, baseline.audit, margins),
        *_new(audit, baseline.audit, margins),
    )


# --- figures


def _slower(audit: Audit, baseline: Baseline, margins: Regression, *, narrowed: bool) -> Iterator[Verdict]:
    old, new = baseline.audit.measurements, audit.measurements
    if not old or not new:
        if old and not narrowed:
            yield _not_compared(baseline, audit.site.url, "figures were not compared: no page was timed.")
        return
    was, now = _browser(baseline.audit.browser), _browser(audit.browser)
    if was != now:
        told = f"figures were not compared: the baseline was measured with {was}, this audit with {now}."
        yield _not_compared(baseline, audit.site.url, told)
        return
    pairs = list(_pairs(new, old))
    for one, before in pairs:
        yield from _compared(one, before, margins)
    if not pairs:
        told = "figures were not compared: the baseline has none of these pages, screens and lines."
        yield _not_compared(baseline, audit.site.url, told)
    elif not narrowed:
        screens, seen = {one.viewport for one in new}, [before for _one, before in pairs]
        for gone in (one for one in old if one.samples and one.viewport in screens and one not in seen):
            told = f"{gone.url}, {gone.viewport}: the baseline has figures of this page, and it was not timed now."
            yield _not_compared(baseline, gone.url, told)


def _compared(one: Measurement, old: Measurement, margins: Regression) -> Iterator[Verdict]:
    for name in METRICS:
        was = getattr(old.median, name)
        if was is None:
            continue
        limit = Limit(limit=round(was + max(was * margins.percent / 100, getattr(margins, name)), 4))
        verdict = figure_verdict(one, name, limit)
        told = f"regression of {verdict.sentence[:-1]}; the baseline was {figure(was)}."
        yield replace(verdict, what=f"regression {name}", sentence=told)


def _pairs(new: Iterable[Measurement], old: Iterable[Measurement]) -> Iterator[tuple[Measurement, Measurement]]:
    """Pair measurements by address, and by kind of page where each audit has one of that kind.

    Hosts may differ, as of staging and production; and the product that an audit picks may change.
    """
    listed, before = list(new), list(old)
    by_path = {_place(one, _path(one)): one for one in before}
    kinds_now, kinds_then = (Counter(_place(one, one.page) for one in each) for each in (listed, before))
    by_kind = {_place(one, one.page): one for one in before if kinds_then[_place(one, one.page)] == 1}
    for one in listed:
        kind = _place(one, one.page)
        same = by_path.get(_place(one, _path(one))) or (by_kind.get(kind) if kinds_now[kind] == 1 else None)
        if same is not None:
            yield one, same


def _place(one: Measurement, page: str) -> tuple[object, ...]:
    return (page, one.viewport, one.consent, one.network, one.cpu)


def _path(one: Measurement) -> str:
    parts = urlsplit(one.url)
    return f"{parts.path or '/'}?{parts.query}"


def _browser(browser: BrowserInfo | None) -> str:
    """Name a browser as far as its figures depend on it: maker, main version and mode."""
    return f"{browser.name} {browser.version.partition('.')[0]} ({browser.mode})" if browser else "an unknown browser"


def _not_compared(baseline: Baseline, where: str, told: str) -> Verdict:
    status = Status.UNMEASURED if baseline.named else Status.WARNED
    return Verdict(status, BASELINE, where, "", None, None, told)


# --- scores


def _lower(audit: Audit, baseline: Audit, margins: Regression) -> Iterator[Verdict]:
    then = {str(one.stage): one.score for one in baseline.stages}
    pairs = [(SITE, audit.score, baseline.score)]
    pairs += [(str(one.stage), one.score, then.get(str(one.stage))) for one in audit.stages]
    if not _looked_alike(audit, baseline):
        if audit.pages and any(was is not None for _name, _score, was in pairs):
            told = "scores were not compared: the baseline walked on other screens, or by another profile."
            yield Verdict(Status.WARNED, BASELINE, audit.site.url, "", None, None, told)
        return
    for name, score, was in pairs:
        if was is None:
            continue
        if score is None:
            yield unmeasured(name, "score", "", f"The score of {name} was {was} and is not known now.", was)
            continue
        told = f"score of {name}: {score}, and the baseline was {was} (tolerance {figure(margins.score)})."
        status = Status.BREACHED if score < was - margins.score else Status.PASSED
        yield Verdict(status, f"regression {name}", "score", "", was, score, told)


def _looked_alike(audit: Audit, baseline: Audit) -> bool:
    """Say whether scores mean the same: one profile, walks on the same screens, pages read in both or in neither."""
    return (audit.profile, set(audit.journeys), bool(audit.pages)) == (
        baseline.profile,
        set(baseline.journeys),
        bool(baseline.pages),
    )


# --- findings


def _new(audit: Audit, baseline: Audit, margins: Regression) -> Iterator[Verdict]:
    known = {one.key for one in baseline.findings}
    told_then = {one.check for one in baseline.results if one.outcome not in {Outcome.UNKNOWN, Outcome.ERROR}}
    bad = Status.BREACHED if margins.new_findings is Strictness.ERROR else Status.WARNED
    fresh = [one for one in audit.findings if one.key not in known and not one.muted]
    if not fresh and told_then:
        yield Verdict(Status.PASSED, "new findings", audit.site.url, "", None, None, "no new finding.")
    for one in fresh:
        where = _first_url(audit, one)
        device = ", ".join(one.viewports)
        said = audit.results[one.results[0]].text_en if one.results else ""
        told = f"new finding {one.check}, {where}{on(device)}: {said}"
        if one.check not in told_then:
            told += " The baseline could not tell."
        status = bad if one.check in told_then else Status.WARNED
        yield Verdict(status, f"new {one.check}", where, device, None, one.selector or one.rule, told)


def _first_url(audit: Audit, finding: Finding) -> str:
    pages = {page.id: page.url for page in audit.pages}
    return next((pages[one] for one in finding.pages if one in pages), audit.site.url)
