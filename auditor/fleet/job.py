"""The seam: a run's specification in, a committed audit out. Where it runs is not its concern.

An audit is made in a hidden folder, which gets its name by one rename when everything is in it. A second attempt at
the same run finds that name taken: so a run has one committed audit, whatever died on the way.
"""

from __future__ import annotations

import asyncio
import errno
import shutil
import time
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, cast

from auditor import __version__
from auditor.collect.arrival.address import read_address
from auditor.collect.record import record
from auditor.collect.record_folder import Turn
from auditor.fleet.alerts import Before, alerts_of, breaches_of
from auditor.fleet.secrets import secret
from auditor.fleet.sites import Access
from auditor.fleet.spec import Ended, RunSpec, pause_after
from auditor.fleet.turns import turns
from auditor.gate.limits import gate
from auditor.judge import judge
from auditor.model import Audit
from auditor.model.past import past_of
from auditor.model.run import RunRecord
from auditor.registry import load_checks
from auditor.render import render_report
from auditor.settings import SiteAccess
from auditor.store import AuditFolder, picture_reader, read_recording, write_audit, write_report
from auditor.store.errors import disk_errors_told
from auditor.store.past import past_audits
from auditor.store.run_file import read_run, write_run
from auditor.texts import language_for, translate

__all__ = ["Recorder", "carried_out", "recorded"]

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
        if pause_after(audit.problem, spec.attempt, finished=audit.complete) is not None:
            return Ended(state="again", problem=audit.problem, sentence=audit.sentence or "It was not finished.")
        write_run(spec.work, _record_of(spec, audit))
        _commit(spec)
        return Ended(state="committed", problem=audit.problem, sentence=audit.sentence)
    finally:
        shutil.rmtree(spec.work, ignore_errors=True)


async def recorded(spec: RunSpec, turn: Turn) -> Audit:
    """Record, judge and report a shop into the run's hidden folder."""
    access = _access(spec.access, spec.references)
    settings = spec.settings.model_copy(update={"access": access})
    hidden = [access.auth, (access.auth or "").partition(":")[2], *(value for _name, value in access.headers)]
    secrets = [*hidden, *(value for _name, value in access.cookies)]
    folder = AuditFolder.create(spec.work, tuple(sorted({one for one in secrets if one}, key=len, reverse=True)))
    asked, now = read_address(spec.url), _clock(spec.clock)
    await record(asked, settings, folder, lambda _step: None, now=now, tool_version=__version__, turn=turn)
    await turn(False)
    recording, checks = read_recording(spec.work), load_checks()
    day = recording.site.started_at.date()
    audit = judge(recording, checks, spec.profile, duties_as_of=day, tool_version=__version__)
    write_audit(spec.work, audit)
    known, past = {check.id: check for check in checks}, past_audits(spec.work)
    languages = cast(tuple[Literal["fi", "sv", "en"], ...], spec.languages or (language_for(audit.site.languages),))
    for number, lang in enumerate(languages):
        html = render_report(
            audit, checks=known, lang=lang, picture=picture_reader(spec.work), past=past, folder=spec.folder.name
        )
        write_report(spec.work, html, f"report.{lang}.html" if number else "report.html")
    return audit


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
    titles = {check.id: check.failure_title for check in load_checks()}
    return RunRecord(
        run=spec.run,
        site=spec.site,
        name=spec.name or audit.site.name,
        owner=spec.owner,
        tags=spec.tags,
        scheduled_at=spec.scheduled_at,
        attempt=spec.attempt,
        breaches=breaches,
        alerts=alerts_of(now, before, translate(language), titles),
    )


def _commit(spec: RunSpec) -> None:
    """Give the folder its name; where another attempt was quicker, its audit is the run's."""
    with disk_errors_told(spec.folder):
        try:
            spec.work.rename(spec.folder)
        except OSError as error:
            if error.errno not in TAKEN:
                raise


def _clock(start: datetime) -> Callable[[], datetime]:
    began = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - began)


def _access(access: Access, folder: Path) -> SiteAccess:
    """Fetch the secrets that stand in the sites file as references; raises SettingsError."""
    return SiteAccess(
        auth=secret(access.auth, folder) if access.auth else None,
        headers=tuple((name, secret(one, folder)) for name, one in access.headers.items()),
        cookies=tuple((name, secret(one, folder)) for name, one in access.cookies.items()),
        storage_state=access.storage_state,
        before=access.before,
        resolve=tuple(access.resolve.items()),
        insecure=access.insecure,
        user_agent_suffix=access.user_agent_suffix,
    )
