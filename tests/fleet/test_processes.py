from __future__ import annotations

import asyncio
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from auditor.fleet import processes
from auditor.fleet.finish import spec_of
from auditor.fleet.processes import CrashedError, made_in_child
from auditor.fleet.sites import load_sites
from auditor.fleet.spec import RunSpec
from tests.fleet.conftest import MONDAY, Shops
from tests.fleet.quick import QUICK

TOGETHER = 3


async def test_as_many_audits_are_made_at_a_time_as_there_are_to_be(
    shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a machine of one processor the loop's own pool has few threads, and each audit would take one of them."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
    shops.write("")
    together = Barrier(TOGETHER, timeout=30)

    def met(_process: subprocess.Popen[bytes], _spec: RunSpec) -> None:
        together.wait()

    monkeypatch.setattr(processes, "_asked", met)
    fleet = load_sites(shops.folder / "sites.toml")

    async def one(number: int) -> None:
        spec = spec_of(
            fleet, fleet.sites[0], MONDAY, attempt=number, now=MONDAY, locks=shops.folder, references=shops.folder,
            recorder=QUICK,
        )  # fmt: skip
        with pytest.raises(CrashedError, match="Its process ended"):
            await made_in_child(spec, 60, Path(shops.folder / f"{number}.log"))

    await asyncio.gather(*(one(number) for number in range(TOGETHER)))

    assert not together.broken
