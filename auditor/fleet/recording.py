"""The recorder of the fleet: records, judges and reports a shop into a run's hidden folder."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from auditor import __version__
from auditor.brand import load_brand
from auditor.collect.arrival.address import read_address
from auditor.collect.record import record
from auditor.collect.record_folder import Progress, Turn
from auditor.fleet.secrets import secret
from auditor.fleet.sites import Access
from auditor.fleet.spec import RunSpec
from auditor.model import Audit
from auditor.publish import Outputs, compared, judged, reported
from auditor.registry import load_checks
from auditor.settings import SiteAccess
from auditor.store import AuditFolder
from auditor.store.past import last_good

__all__ = ["recorded"]

# A comparison holds five audits: the shop's own and four others.
MOST_RIVALS = 4


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
    brand = load_brand(spec.brand) if spec.brand else None
    outputs = Outputs(spec.formats, spec.languages, brand, settings.browser)
    # In a thread: printing has a loop of its own.
    return await asyncio.to_thread(_judged_and_reported, spec, outputs)


def _judged_and_reported(spec: RunSpec, outputs: Outputs) -> Audit:
    checks = load_checks()
    audit = judged(spec.work, spec.profile, amendments=spec.amendments, checks=checks)
    written = reported(spec.work, audit, outputs, checks, named=spec.folder.name)
    if written.lacking:
        sys.stderr.write(f"{written.lacking}\n")
    _compare(spec, audit, outputs)
    return audit


def _compare(spec: RunSpec, audit: Audit, outputs: Outputs) -> None:
    """Put the audit beside the last good one of each competitor; without one there is nothing to see."""
    rivals = [found for one in spec.competitors if (found := last_good(one))]
    if rivals and not audit.problem:
        compared([spec.work, *rivals[:MOST_RIVALS]], spec.work, replace(outputs, formats=("html",)), alike=False)


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
