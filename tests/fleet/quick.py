"""Audits without a browser, for tests of what makes them: the path of a shop's address says what befalls its audit."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path
from urllib.parse import urlsplit

from auditor.collect.record_folder import Turn
from auditor.fleet.spec import RunSpec
from auditor.model import Act, Audit, ViewportName
from auditor.store import AuditFolder, write_audit
from tests.render.audits import broken_audit, rich_audit

__all__ = ["QUICK", "recorded"]

QUICK = "tests.fleet.quick:recorded"


async def recorded(spec: RunSpec, turn: Turn) -> Audit:
    """Write an audit; or hang, die, find the shop dead or the disk full, where the shop's address says so."""
    await turn(False)
    folder = AuditFolder.create(spec.work)
    fate = urlsplit(spec.url).path.strip("/")
    if fate == "hang":
        # A browser that outlives its program: it is in a session of its own, as Chromium is.
        browser = await asyncio.create_subprocess_exec("sleep", "600", start_new_session=True)
        await asyncio.to_thread((spec.locks / "hanging").write_text, f"{os.getpid()} {browser.pid}")
        await asyncio.sleep(600)
    if fate == "die" or (fate == "die-once" and spec.attempt == 1):
        os.kill(os.getpid(), signal.SIGKILL)
    if fate == "full":
        (spec.work / "recording" / "steps.jsonl").symlink_to(Path("/dev/full"))
        folder.add_act(Act(viewport=ViewportName.DESKTOP, leg="", intent="", url="", act="", worked=True))
    dead = fate == "dead" or (fate == "dead-once" and spec.attempt == 1)
    audit = broken_audit("dead", "No answer.") if dead else rich_audit()
    site = audit.site.model_copy(update={"url": spec.url})
    audit = audit.model_copy(update={"started_at": spec.clock, "site": site, "complete": fate != "unfinished"})
    write_audit(spec.work, audit)
    return audit
