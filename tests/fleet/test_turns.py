from __future__ import annotations

import asyncio
import fcntl
from pathlib import Path
from typing import IO

import pytest

from auditor.fleet.turns import domain_lock, turns


async def test_who_is_alone_is_alone(tmp_path: Path) -> None:
    inside: set[str] = set()
    beside: list[set[str]] = []

    async def audit(name: str) -> None:
        async with turns(tmp_path) as turn:
            for alone in (False, True, False):
                await turn(alone)
                inside.add(name)
                for _ in range(3):
                    await asyncio.sleep(0.01)
                    if alone:
                        beside.append(inside - {name})
                inside.discard(name)

    await asyncio.gather(*(audit(name) for name in "abc"))

    assert beside == [set()] * 9


async def test_others_work_beside_each_other(tmp_path: Path) -> None:
    async with turns(tmp_path) as one, turns(tmp_path) as other:
        async with asyncio.timeout(5):
            await one(False)
            await other(False)


async def test_who_waits_to_be_alone_is_not_passed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    in_vain = {"door": asyncio.Event(), "room": asyncio.Event()}
    lock = fcntl.flock

    def locking(file: IO[bytes], kind: int) -> None:
        try:
            lock(file, kind)
        except BlockingIOError:
            in_vain[Path(file.name).name].set()
            raise

    monkeypatch.setattr(fcntl, "flock", locking)
    async with asyncio.timeout(60), turns(tmp_path) as busy, turns(tmp_path) as timed, turns(tmp_path) as late:

        async def turn(name: str, which: object, alone: bool) -> None:
            await which(alone)  # type: ignore[operator]
            order.append(name)

        await busy(False)
        alone = asyncio.ensure_future(turn("timed", timed, True))
        await in_vain["room"].wait()
        after = asyncio.ensure_future(turn("late", late, False))
        await in_vain["door"].wait()
        order.append("busy goes on")
        again = asyncio.ensure_future(turn("busy", busy, False))
        await alone
        await timed(False)
        await asyncio.gather(after, again)

    assert order[:2] == ["busy goes on", "timed"]


def test_a_domain_is_kept_by_one(tmp_path: Path) -> None:
    a, b = "shop.example", "[::1]:8080/x"
    with domain_lock(tmp_path, a) as first, domain_lock(tmp_path, a) as second, domain_lock(tmp_path, b) as third:
        assert (first, second, third) == (True, False, True)
    with domain_lock(tmp_path, "shop.example") as again:
        assert again
