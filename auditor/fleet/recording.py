"""The recorder of the fleet: records and judges a shop into a run's hidden folder."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from auditor import __version__
from auditor.collect.arrival.address import read_address
from auditor.collect.record import record
from auditor.collect.record_folder import Progress, Turn
from auditor.fleet.secrets import secret
from auditor.fleet.sites import Access
from auditor.fleet.spec import RunSpec
from auditor.model import Audit
from auditor.publish import judged
from auditor.settings import SiteAccess
from auditor.store import AuditFolder

__all__ = ["recorded"]


async def recorded(spec: RunSpec, turn: Turn) -> Audit:
    """Record and judge a shop into the run's hidden folder."""
    access = _access(spec.access, spec.references)
    settings = spec.settings.model_copy(update={"access": access})
    hidden = [access.auth, (access.auth or "").partition(":")[2], *(value for _name, value in access.headers)]
    secrets = [*hidden, *(value for _name, value in access.cookies)]
    folder = AuditFolder.create(spec.work, tuple(sorted({one for one in secrets if one}, key=len, reverse=True)))
    asked, now = read_address(spec.url), _clock(spec.clock)
    await record(asked, settings, folder, _tell, now=now, tool_version=__version__, turn=turn)
    await turn(False)
    return await asyncio.to_thread(judged, spec.work, spec.profile, amendments=spec.amendments)


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
