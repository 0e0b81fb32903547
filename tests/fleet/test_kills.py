"""What a SIGKILL leaves behind, with real processes and audits that need no browser."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from auditor.fleet.processes import alive, made_in_child, me
from auditor.store.history import begin
from auditor.store.history.outbox import waiting_messages
from auditor.store.history.runs import RunState
from tests.fleet.conftest import Shops
from tests.fleet.killing import WAIT_SECONDS, comes, runs, scheduler

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
    # apprise asks for a module that newer Pythons lack, and has its own for them.
    pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning"),
]


def hanging(shops: Shops) -> tuple[int, int]:
    """Wait until an audit hangs, and give the numbers of its process and of its browser."""
    file = shops.folder / "audits/.schedule/hanging"
    assert comes(lambda: file.is_file() and len(file.read_text().split()) == 2)
    child, browser = (int(one) for one in file.read_text().split())
    return child, browser


def test_a_killed_scheduler_leaves_no_process_and_its_run_is_made_once_more(shops: Shops) -> None:
    shops.write("hang")
    with scheduler(shops) as process:
        child, browser = hanging(shops)
        process.kill()
        assert comes(lambda: not runs(child))
    half = shops.kept()
    shops.write("")

    told = shops.run()

    assert half == ["shop0.example/.20261123T030000Z.1"]
    assert [one.state for one in told] == ["committed"]
    assert (shops.state().attempt, shops.state().crashes) == (2, 1)
    assert shops.kept() == shops.audits() == ["shop0.example/20261123T030000Z"]
    assert comes(lambda: not runs(browser))


def test_a_killed_audit_leaves_no_browser_and_is_made_once_more(shops: Shops) -> None:
    shops.write("hang")
    with scheduler(shops) as process:
        child, browser = hanging(shops)
        os.kill(child, signal.SIGKILL)
        process.wait(WAIT_SECONDS)

    assert comes(lambda: not runs(browser))
    assert shops.state().state is RunState.WAITING
    assert shops.kept() == []
    shops.write("")
    assert shops.states() == ["committed"]


def test_an_audit_is_ended_at_its_deadline(shops: Shops) -> None:
    shops.write("hang")

    (told,) = shops.run(make=lambda spec, _deadline, log: made_in_child(spec, 6, log))

    assert (told.state, told.sentence) == ("crashed", "It was not done after 6 s and was ended.")
    assert not any(runs(number) for number in hanging(shops))


def test_two_schedulers_at_once_make_each_run_once(shops: Shops) -> None:
    shops.write("", "")
    with scheduler(shops) as one, scheduler(shops) as other:
        said = b"".join(process.communicate(timeout=WAIT_SECONDS)[0] for process in (one, other)).decode()

    assert (said.count("auditing"), said.count("committed")) == (2, 2)
    assert len(shops.audits()) == len(shops.kept()) == 2


def test_a_run_that_dies_twice_is_left_alone(shops: Shops) -> None:
    shops.write("die", more="notify = ['json://127.0.0.1:9/nobody']")

    states = [[one.state for one in shops.run(make=made_in_child)] for _ in range(3)]

    assert states == [["crashed"], ["crashed"], []]
    assert "ended with -9" in shops.state().note
    with begin(shops.engine) as connection:
        assert len(waiting_messages(connection, shops.now.replace(hour=23))) == 1
    assert shops.kept() == []


def test_an_interrupted_scheduler_gives_its_runs_back(shops: Shops) -> None:
    shops.write("hang")
    with scheduler(shops) as process:
        child, _browser = hanging(shops)
        process.send_signal(signal.SIGINT)
        process.wait(WAIT_SECONDS)

    assert not runs(child)
    assert (shops.state().state, shops.state().crashes) == (RunState.WAITING, 0)
    assert shops.kept() == []


def test_a_process_is_known_by_its_number_and_its_start() -> None:
    host, boot, number, _start = me().split("/")

    assert alive(me()) is True
    assert alive(f"{host}/{boot}/{number}/1") is False
    assert alive(f"another/{boot}/{number}/1") is None
