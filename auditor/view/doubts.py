"""What makes measured times uncertain, in plain words: the machine, and loads cut off, too few or unlike each other."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.model import Measurement
from auditor.model.recording import SLOW_INDEX
from auditor.view.desk import Desk
from auditor.view.names import PAGES, VIEWPORTS

__all__ = ["doubts_of"]

# CONTRACTS 6: a figure is the median of three loads, unless another number was asked for.
ENOUGH_LOADS = 3


def doubts_of(desk: Desk) -> tuple[str, ...]:
    """Return a sentence for each thing that casts doubt on the times; none where nothing was timed."""
    timed = [one for one in desk.audit.measurements if one.samples]
    return (*_machine(desk), *_cut_off(desk, timed), *_differ(desk, timed), *_few(desk, timed)) if timed else ()


def _machine(desk: Desk) -> Iterable[str]:
    host, say = desk.audit.host, desk.say
    if host.busy and host.load is not None:
        yield say.t(
            "The measuring machine was busy with other work when the audit began ({cores}, load {load}). "
            "That makes pages slower: measure again when it is idle.",
            cores=say.t.plural("{n} processor core", "{n} processor cores", host.cores),
            load=say.number(host.load, 2),
        )
    if host.slow and host.benchmark_index is not None:
        yield say.t(
            "The measuring machine is slow: its speed index is {index}, and Lighthouse calls a machine under {limit} "
            "slow. That makes pages slower.",
            index=say.number(host.benchmark_index),
            limit=say.number(SLOW_INDEX),
        )


def _cut_off(desk: Desk, timed: Iterable[Measurement]) -> Iterable[str]:
    found = [_place(desk, one) for one in timed if one.cut_off]
    if found:
        yield desk.say.t(
            "These pages were still loading when the time of a load ran out, so their figures may be larger: {pages}.",
            pages=_list(found),
        )


def _differ(desk: Desk, timed: Iterable[Measurement]) -> Iterable[str]:
    say, found = desk.say, []
    for one in timed:
        times = [sample.lcp_ms for sample in one.samples if sample.lcp_ms is not None]
        if len(times) > 1 and not one.runs_agree:
            found.append(f"{_place(desk, one)} ({say.seconds(min(times))} – {say.seconds(max(times))})")
    if found:
        yield say.t("The loads of these pages differ much, so their times are uncertain: {pages}.", pages=_list(found))


def _few(desk: Desk, timed: Iterable[Measurement]) -> Iterable[str]:
    """Name the pages that were loaded too seldom; that home after a cookie choice is loaded once is no fault."""
    first: dict[object, str] = {}
    for one in timed:
        first.setdefault(one.page, one.consent)
    few = [one for one in timed if len(one.samples) < ENOUGH_LOADS and one.consent == first[one.page]]
    if few:
        yield desk.say.t(
            "These pages gave figures in fewer than three loads, so that one load counts for much: {pages}.",
            pages=_list(f"{_place(desk, one)} ({len(one.samples)})" for one in few),
        )


def _place(desk: Desk, one: Measurement) -> str:
    return f"{desk.say.t(PAGES[one.page])}, {desk.say.t(VIEWPORTS[one.viewport])}"


def _list(places: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(places))
