"""An audit held against an earlier one: figures and scores by tolerance, findings by key."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.gate.budget import METRICS, SITE, Limit, Regression, Strictness
from auditor.gate.verdict import Status, Verdict, figure, figure_verdict, on, unmeasured
from auditor.model import Audit, Finding, Measurement

__all__ = ["regressions"]


def regressions(audit: Audit, baseline: Audit, margins: Regression) -> tuple[Verdict, ...]:
    """Hold an audit against an earlier one: figures and scores by tolerance, findings by key."""
    return (*_slower(audit, baseline, margins), *_lower(audit, baseline, margins), *_new(audit, baseline, margins))


def _slower(audit: Audit, baseline: Audit, margins: Regression) -> Iterator[Verdict]:
    before = {_place(one): one for one in baseline.measurements}
    for one in audit.measurements:
        old = before.get(_place(one))
        if old is None:
            continue
        for name in METRICS:
            value, was = getattr(one.median, name), getattr(old.median, name)
            if was is None:
                continue
            limit = Limit(limit=round(was + max(was * margins.percent / 100, getattr(margins, name)), 4))
            verdict = figure_verdict(one, name, limit)
            told = f"{verdict.sentence[:-1]}; the baseline was {figure(was)}."
            if value is None or verdict.status is not Status.PASSED:
                yield Verdict(**{**verdict.__dict__, "what": f"regression {name}", "sentence": f"regression of {told}"})


def _place(one: Measurement) -> tuple[object, ...]:
    return (one.page, one.viewport, one.consent, one.network, one.cpu)


def _lower(audit: Audit, baseline: Audit, margins: Regression) -> Iterator[Verdict]:
    pairs = [(SITE, audit.score, baseline.score)]
    old = {one.stage: one.score for one in baseline.stages}
    pairs += [(str(one.stage), one.score, old.get(one.stage)) for one in audit.stages]
    for name, score, was in pairs:
        if was is None:
            continue
        if score is None:
            yield unmeasured(name, "score", "", f"The score of {name} was {was} and is not known now.", was)
        elif score < was - margins.score:
            told = f"score of {name}: {score}, and the baseline was {was} (tolerance {figure(margins.score)})."
            yield Verdict(Status.BREACHED, f"regression {name}", "score", "", was, score, told)


def _new(audit: Audit, baseline: Audit, margins: Regression) -> Iterator[Verdict]:
    known = {one.key for one in baseline.findings}
    bad = Status.BREACHED if margins.new_findings is Strictness.ERROR else Status.WARNED
    for one in audit.findings:
        if one.key not in known and not one.muted:
            where = _first_url(audit, one)
            device = ", ".join(one.viewports)
            said = audit.results[one.results[0]].text_en if one.results else ""
            told = f"new finding {one.check}, {where}{on(device)}: {said}"
            yield Verdict(bad, f"new {one.check}", where, device, None, one.selector or one.rule, told)


def _first_url(audit: Audit, finding: Finding) -> str:
    pages = {page.id: page.url for page in audit.pages}
    return next((pages[one] for one in finding.pages if one in pages), audit.site.url)
