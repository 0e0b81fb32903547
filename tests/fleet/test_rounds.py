"""What one round promises beyond its audits: whom it tells and when, and how it counts its tries."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from auditor.fleet import runner
from auditor.fleet.spec import Ended, RunSpec
from tests.fleet.conftest import Shops, at_hand

# apprise asks for a module that newer Pythons lack, and has its own for them.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

TARGET = "notify = ['json://127.0.0.1:9/nobody']"


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "The audit cannot be made: this machine failed three times in a row, and goes on trying."),
        ("fi", "Auditointia ei voi tehdä: tämä kone epäonnistui kolmesti peräkkäin ja jatkaa yrittämistä."),
        ("sv", "Granskningen kan inte göras: den här datorn misslyckades tre gånger i rad och fortsätter att försöka."),
    ],
)
def test_a_machine_that_cannot_audit_is_told_once(shops: Shops, lang: str, told: str) -> None:
    shops.write("full", more=f"{TARGET}\nlanguages = ['{lang}']")

    counts = []
    for _ in range(6):
        assert shops.states(minutes=30) == ["environment"]
        counts.append(len(shops.messages()))

    assert counts == [0, 0, 1, 1, 1, 1]
    ((title, body),) = shops.messages()
    assert title == f"shop0.example: {told}"
    assert body.startswith(f"{told}\n\n")
    assert body.endswith("the disk is full.")


def test_a_machine_that_audits_again_tells_what_the_audit_is_worth(shops: Shops) -> None:
    shops.write("full", more=TARGET)
    for _ in range(3):
        shops.run(minutes=30)
    shops.write("dead", more=TARGET)
    for minutes in (30, 10, 60):
        shops.run(minutes=minutes)

    titles = [title for title, _body in shops.messages()]

    assert len(titles) == 2
    assert titles[1].endswith("Kauppaa ei voitu auditoida. Kauppaan ei saatu yhteyttä.")


def test_a_run_that_still_waited_is_told_when_the_next_takes_its_place(shops: Shops) -> None:
    shops.write("full", more=TARGET)
    shops.run()
    shops.run(weeks=1)
    shops.run(weeks=1)

    assert [title for title, _body in shops.messages()] == [
        "shop0.example: The audit of 2026-11-23 was never made: it was given up for the next one."
    ]
    assert shops.messages()[0][1].endswith("the disk is full.")


def test_tries_that_the_machine_could_not_make_are_none_of_the_shops(shops: Shops) -> None:
    shops.write("full", more=TARGET)
    shops.run()
    shops.run(minutes=30)
    shops.write("dead", more=TARGET)

    assert shops.states(minutes=30) == ["again"]
    assert shops.states(minutes=9) == []
    assert shops.states(minutes=1) == ["again"]
    assert shops.states(minutes=59) == []
    assert shops.states(minutes=1) == ["committed"]
    assert shops.state().asked == 2


def test_only_tries_in_a_row_tell_of_the_machine(shops: Shops) -> None:
    for path in ("full", "full", "dead", "full"):
        shops.write(path, more=TARGET)
        shops.run(minutes=30)

    assert (shops.state().unable, shops.messages()) == (1, [])


def test_messages_are_sent_as_each_audit_is_done(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    audits: list[int] = []

    def sending(*_about: object) -> tuple[int, tuple[str, ...]]:
        audits.append(len(shops.audits()))
        return 0, ()

    monkeypatch.setattr(runner, "send_waiting", sending)
    shops.write("", "")

    shops.run(jobs=1)

    assert audits == [0, 1, 2, 2]


def test_what_becomes_due_in_a_long_round_is_made_in_it(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "DUE_AGAIN_SECONDS", 0.0)
    monkeypatch.setattr(runner, "LOOK_AGAIN_SECONDS", 0.01)
    (shops.folder / "sites.toml").write_text(
        "[defaults]\ntimezone = 'UTC'\n"
        "[[sites]]\nurl = 'https://long.example/'\nschedule = '0 3 * * MON'\n"
        "[[sites]]\nurl = 'https://later.example/'\nschedule = '0 5 23 11 *'\n"
    )
    begun = asyncio.Event()

    async def making(spec: RunSpec, deadline_seconds: float, log: Path) -> Ended:
        if spec.site == "long.example":
            shops.now = shops.now.replace(hour=6)
            async with asyncio.timeout(60):
                await begun.wait()
        begun.set()
        return await at_hand(spec, deadline_seconds, log)

    told = shops.run(make=making)

    assert {one.site for one in told} == {"long.example", "later.example"}


@pytest.mark.parametrize("jobs", [1, 4])
def test_an_audit_may_wait_for_the_others(shops: Shops, jobs: int) -> None:
    deadlines: list[float] = []

    async def making(spec: RunSpec, deadline_seconds: float, log: Path) -> Ended:
        deadlines.append(deadline_seconds)
        return await at_hand(spec, deadline_seconds, log)

    shops.write("")
    shops.run(jobs, making)

    assert deadlines == [1800 * jobs + runner.GRACE_SECONDS]
