"""A gate from address or folder to its verdicts: audit, hold against the rules, measure again what is too slow."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urljoin

import click

from auditor.cli.auditing import Order, audited, secrets_of, stoppable
from auditor.cli.judging import Outputs, judged, reported
from auditor.cli.progress import shown_progress
from auditor.collect.confirm import measure_again
from auditor.collect.timing.named import Named
from auditor.gate.budget import Budget
from auditor.gate.limits import gate
from auditor.gate.outcome import Gated, machine
from auditor.gate.regression import Baseline, regressions
from auditor.gate.verdict import Status, Verdict, to_confirm, worst_code
from auditor.model import Audit
from auditor.settings import SettingsError
from auditor.store import AuditFolder, Scrubber, read_audit, read_recording
from auditor.store.past import past_audits

__all__ = ["LAST", "Rules", "gate_folder", "gate_shop"]

LAST = "last"
# A page is loaded in about so many seconds at the most; with less there is no use in beginning.
LEAST_SECONDS = 20.0


@dataclass(frozen=True)
class Rules:
    """What an audit is held against; ``baseline`` is a path or "last", ``pages`` are those that must be measured."""

    budget: Budget
    baseline: str | None = None
    pages: tuple[str, ...] = ()
    narrowed: bool = False


def gate_folder(folder: Path, rules: Rules) -> Gated:
    """Gate an audit that is there already: no browser is started, and nothing is measured again."""
    audit = read_audit(folder)
    verdicts, baseline, notes = _held(audit, folder, rules)
    if to_confirm(verdicts):
        notes = (*notes, "A recorded audit is gated as it is: nothing was measured again to confirm a breach.")
    return _gated(audit, folder, verdicts, baseline, notes)


def gate_shop(order: Order, rules: Rules, confirm: int) -> Gated:
    """Audit a shop, hold it against the rules, and measure what is too slow so often again before it is believed.

    Raises SettingsError, StoreError, BrowserMissingError and AssetsMissingError.
    """
    began = time.monotonic()
    with shown_progress() as tell:
        finished = audited(replace(order, formats=()), tell)
    audit, folder = finished.audit, finished.folder
    if audit is None or folder is None:  # an audit that cannot begin raises
        raise SettingsError(f"{order.asked.typed} was not audited.")
    verdicts, baseline, notes = _held(audit, folder, rules)
    stopped = finished.code - 128 if finished.code > 128 else 0
    again = to_confirm(verdicts) if confirm and not stopped else ()
    if again:
        left = order.settings.max_seconds - (time.monotonic() - began)
        stopped, why = _again(order, folder, tuple(Named(*page) for page in again), confirm, left)
        audit = judged(folder, order.profile, amendments=order.amendments)
        verdicts, baseline, notes = _held(audit, folder, rules)
        notes = (*notes, f"Not everything was measured again, so breaches are not confirmed: {why}.") if why else notes
    notes = tuple(Scrubber(secrets_of(order)).text(one) for one in notes)
    written = reported(folder, audit, Outputs(order.formats, order.lang, order.brand, order.settings.browser))
    notes = (*notes, written.lacking) if written.lacking else notes
    gated = _gated(audit, folder, verdicts, baseline, notes, str(written.files.get("html", "")))
    return replace(gated, code=128 + stopped) if stopped else gated


def _again(order: Order, folder: Path, pages: tuple[Named, ...], times: int, seconds: float) -> tuple[int, str]:
    """Measure pages again; return the number of the signal that ended it, and why not all of them were measured."""
    if seconds < LEAST_SECONDS:
        return 0, "time ran out before"
    many = f"{len(pages)} page{'s' if len(pages) != 1 else ''}"
    click.echo(f"Too slow on {many}: measuring {times} more loads of each before it is believed.", err=True)
    told: list[str] = []
    access = order.settings.access
    settings = order.settings.model_copy(
        update={"access": access.model_copy(update={"auth": access.auth or order.asked.auth})}
    )
    kept = AuditFolder(folder, Scrubber(secrets_of(order)))
    site = read_recording(folder).site

    async def measured() -> None:
        with shown_progress() as tell:
            told.append(await measure_again(site, settings, kept, tell, pages=pages, times=times, seconds=seconds))

    stopped = asyncio.run(stoppable(measured()))
    return stopped, "".join(told) if told else "it was interrupted"


def _held(audit: Audit, folder: Path, rules: Rules) -> tuple[tuple[Verdict, ...], Audit | None, tuple[str, ...]]:
    """Hold an audit against all rules; return the verdicts, the baseline, and what is to be known of it."""
    pages = tuple(Scrubber().text(urljoin(audit.site.url, page)) for page in rules.pages)
    verdicts = gate(audit, rules.budget, pages=pages)
    if rules.baseline is None or audit.problem:
        return verdicts, None, ()
    baseline = _last(folder) if rules.baseline == LAST else Baseline(read_audit(Path(rules.baseline)))
    if baseline is None:
        told = f"There is no earlier audit beside {folder} to compare with: this one is the baseline of the next."
        nothing = Verdict(Status.WARNED, "baseline", audit.site.url, "", None, None, told)
        return (*verdicts, nothing), None, ()
    note = f"The baseline is of {baseline.audit.started_at:%Y-%m-%d %H:%M} UTC, {baseline.audit.site.url}."
    found = regressions(audit, baseline, rules.budget.regression, narrowed=rules.narrowed)
    return (*verdicts, *found), baseline.audit, (note,)


def _last(folder: Path) -> Baseline | None:
    """Find the last good audit of the same shop in the folders beside this one."""
    good = [one for one in past_audits(folder) if one.good]
    return Baseline(read_audit(folder.resolve().parent / good[-1].folder), named=False) if good else None


def _gated(
    audit: Audit,
    folder: Path,
    verdicts: tuple[Verdict, ...],
    baseline: Audit | None,
    notes: tuple[str, ...],
    report: str = "",
) -> Gated:
    about, warnings = machine(audit.host, baseline.host if baseline else None)
    return Gated(
        audit.site.url,
        worst_code(verdicts),
        verdicts,
        audit.started_at,
        (*about, *notes),
        warnings,
        str(folder),
        report,
    )
