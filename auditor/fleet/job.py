"""The seam: a run's specification in, a committed audit out. Where it runs is not its concern.

An audit is made in a hidden folder, which gets its name by one rename when everything is in it. A second attempt at
the same run finds that name taken: so a run has one committed audit, whatever died on the way.
"""

from __future__ import annotations

import asyncio
import errno
import shutil
from collections.abc import Callable, Coroutine
from importlib import import_module
from typing import Any

from auditor.collect.record_folder import Turn
from auditor.fleet.alerts import Before, alerts_of, breaches_of
from auditor.fleet.publishing import published
from auditor.fleet.spec import Ended, RunSpec, pause_after
from auditor.fleet.turns import turns
from auditor.gate.limits import gate
from auditor.model import Audit
from auditor.model.past import past_of
from auditor.model.run import RunRecord
from auditor.registry import load_checks
from auditor.store.errors import disk_errors_told
from auditor.store.past import past_audits
from auditor.store.run_file import read_run, write_run
from auditor.texts import language_for, translate

__all__ = ["Recorder", "carried_out"]

Recorder = Callable[[RunSpec, Turn], Coroutine[Any, Any, Audit]]
TAKEN = {errno.EEXIST, errno.ENOTEMPTY}


def carried_out(spec: RunSpec) -> Ended:
    """Make a run's audit and commit it, or say that the shop is to be asked again later.

    Raises StoreError, BrowserMissingError, AssetsMissingError and SettingsError for what is wrong with this machine.
    """
    if spec.folder.exists():
        return Ended(state="committed")  # by an attempt whose program died before it could say so
    try:
        with disk_errors_told(spec.work, "used as the audit's folder"):
            shutil.rmtree(spec.work, ignore_errors=True)
            spec.work.mkdir(parents=True)
        audit = asyncio.run(_in_turn(spec))
        if pause_after(audit.problem, spec.tries, finished=audit.complete) is not None:
            return Ended(state="again", problem=audit.problem, sentence=audit.sentence or "It was not finished.")
        write_run(spec.work, _record_of(spec, audit))
        published(spec, audit)
        _commit(spec)
        return Ended(state="committed", problem=audit.problem, sentence=audit.sentence)
    finally:
        shutil.rmtree(spec.work, ignore_errors=True)


async def _in_turn(spec: RunSpec) -> Audit:
    module, _colon, name = spec.recorder.partition(":")
    recorder: Recorder = getattr(import_module(module), name)
    async with turns(spec.locks) as turn:
        return await recorder(spec, turn)


def _record_of(spec: RunSpec, audit: Audit) -> RunRecord:
    """Hold the audit against its budget and the earlier audits."""
    breaches = breaches_of(gate(audit, spec.budget)) if spec.budget else ()
    before = []
    for one in past_audits(spec.work):
        earlier = read_run(spec.folder.parent / one.folder)
        before.append(Before(one, earlier.breaches if earlier else ()))
    now = Before(past_of(audit, spec.folder.name), breaches)
    language = spec.languages[0] if spec.languages else language_for(audit.site.languages)
    return RunRecord(
        run=spec.run,
        site=spec.site,
        name=spec.name or audit.site.name,
        owner=spec.owner,
        tags=spec.tags,
        scheduled_at=spec.scheduled_at,
        attempt=spec.attempt,
        lang=language,
        breaches=breaches,
        alerts=alerts_of(now, before, translate(language), _title),
    )


def _title(check: str) -> str:
    """Return what a check calls its failure; the checks are loaded only where one is to be named."""
    return next((one.failure_title for one in load_checks() if one.id == check), check)


def _commit(spec: RunSpec) -> None:
    """Give the folder its name; where another attempt was quicker, its audit is the run's."""
    with disk_errors_told(spec.folder):
        try:
            spec.work.rename(spec.folder)
        except OSError as error:
            if error.errno not in TAKEN:
                raise
