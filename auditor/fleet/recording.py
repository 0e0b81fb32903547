"""The recorder of the fleet: records, judges and reports a shop into a run's hidden folder."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, cast

from auditor import __version__
from auditor.collect.arrival.address import read_address
from auditor.collect.record import record
from auditor.collect.record_folder import Progress, Turn
from auditor.fleet.secrets import secret
from auditor.fleet.sites import Access
from auditor.fleet.spec import RunSpec
from auditor.judge import judge
from auditor.model import Audit
from auditor.registry import load_checks
from auditor.render import render_report
from auditor.settings import SiteAccess
from auditor.store import AuditFolder, picture_reader, read_recording, write_audit, write_report
from auditor.store.past import past_audits, past_prices
from auditor.texts import language_for

__all__ = ["recorded"]


async def recorded(spec: RunSpec, turn: Turn) -> Audit:
    """Record, judge and report a shop into the run's hidden folder."""
    access = _access(spec.access, spec.references)
    settings = spec.settings.model_copy(update={"access": access})
    hidden = [access.auth, (access.auth or "").partition(":")[2], *(value for _name, value in access.headers)]
    secrets = [*hidden, *(value for _name, value in access.cookies)]
    folder = AuditFolder.create(spec.work, tuple(sorted({one for one in secrets if one}, key=len, reverse=True)))
    asked, now = read_address(spec.url), _clock(spec.clock)
    await record(asked, settings, folder, _tell, now=now, tool_version=__version__, turn=turn)
    await turn(False)
    recording, checks = read_recording(spec.work), load_checks()
    began = recording.site.started_at
    audit = judge(
        recording,
        checks,
        spec.profile,
        duties_as_of=began.date(),
        tool_version=__version__,
        past_prices=past_prices(spec.work, recording.site.url, began),
    )
    write_audit(spec.work, audit)
    known, past = {check.id: check for check in checks}, past_audits(spec.work)
    languages = cast(tuple[Literal["fi", "sv", "en"], ...], spec.languages or (language_for(audit.site.languages),))
    for number, lang in enumerate(languages):
        html = render_report(
            audit, checks=known, lang=lang, picture=picture_reader(spec.work), past=past, folder=spec.folder.name
        )
        write_report(spec.work, html, f"report.{lang}.html" if number else "report.html")
    return audit


def _tell(step: Progress) -> None:
    """Write what is being done into the log, where a crash leaves it as the last words."""
    sys.stderr.write(f"{step.stage}: {step.text}\n")
    sys.stderr.flush()


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
