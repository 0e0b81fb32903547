"""A real browser killed in mid-audit, then its scheduler: one audit in the end, and nothing that still runs."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from auditor.demo_shop import serve
from auditor.fleet.processes import MARK
from auditor.fleet.spec import RECORDER
from auditor.store import read_audit
from tests.fleet.conftest import Shops
from tests.fleet.killing import WAIT_SECONDS, comes, scheduler

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
SHORT = "record = { only = 'speed', samples = 1, viewports = ['mobile'], consent = 'none' }"


def marked(shops: Shops) -> dict[int, str]:
    """Give the command lines of everything that audits of these shops have begun."""
    found = {}
    for one in Path("/proc").iterdir():
        try:
            if one.name.isdigit() and f"{MARK}={shops.folder}".encode() in (one / "environ").read_bytes():
                found[int(one.name)] = (one / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
    return found


def audited(shops: Shops) -> bool:
    """Say whether an audit is under way, with its browser started."""
    sites = (shops.folder / "audits/shop").glob(".*/recording/site.json")
    return any('"headless-new"' in one.read_text() for one in sites)


def browsers(shops: Shops) -> list[int]:
    return [pid for pid, line in marked(shops).items() if "--remote-debugging" in line and "--type=" not in line]


@pytest.mark.usefixtures("users_browser")
def test_a_browser_and_a_scheduler_are_killed_and_one_audit_is_left(shops: Shops) -> None:
    with serve() as shop:
        (shops.folder / "sites.toml").write_text(
            f"[[sites]]\nurl = '{shop.url}'\nid = 'shop'\nschedule = '0 3 * * MON'\ntimezone = 'UTC'\n{SHORT}\n"
        )
        with scheduler(shops, RECORDER) as process:
            assert comes(lambda: audited(shops))
            os.kill(browsers(shops)[0], signal.SIGKILL)
            process.wait(WAIT_SECONDS)
        without_browser = shops.kept()
        with scheduler(shops, RECORDER) as process:
            assert comes(lambda: audited(shops))
            process.kill()
            gone = comes(lambda: not marked(shops))
        with scheduler(shops, RECORDER) as process:
            process.wait(WAIT_SECONDS)

    assert (without_browser, gone) == ([], True)
    assert shops.kept() == ["shop/20261123T030000Z"]
    audit = read_audit(shops.folder / "audits/shop/20261123T030000Z")
    assert (audit.complete, audit.problem, bool(audit.measurements)) == (True, "", True)
    assert marked(shops) == {}
