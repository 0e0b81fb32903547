from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

from sqlalchemy import Engine

from auditor.store.history import begin
from auditor.store.history.outbox import delivered, enqueue, not_delivered, take_message, waiting_messages
from auditor.store.history.runs import RunState, beat, claim, crashed, done, run_of, running, try_again

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
WEEK = timedelta(weeks=1)


def take(engine: Engine, run: str = "a@1", holder: str = "me", now: datetime = NOW, scheduled: datetime = NOW) -> int:
    with begin(engine) as connection:
        return claim(connection, run, "a", scheduled, holder, now)


def state(engine: Engine, run: str = "a@1") -> RunState | None:
    with begin(engine) as connection:
        found = run_of(connection, run)
        return found.state if found else None


def test_of_many_that_claim_at_once_one_gets_the_run(engine: Engine) -> None:
    together = Barrier(6)

    def one(number: int) -> int:
        together.wait()
        return take(engine, holder=f"program {number}")

    with ThreadPoolExecutor(6) as pool:
        got = list(pool.map(one, range(6)))

    assert sorted(got) == [0, 0, 0, 0, 0, 1]


def test_a_run_that_is_done_is_not_taken_again(engine: Engine) -> None:
    with begin(engine) as connection:
        finished = done(connection, "a@1", claim(connection, "a@1", "a", NOW, "me", NOW))

    assert finished
    assert take(engine) == 0


def test_only_the_attempt_that_holds_a_run_may_end_it(engine: Engine) -> None:
    first = take(engine)
    with begin(engine) as connection:
        crashed(connection, "a@1", first, "killed")
    second = take(engine)

    with begin(engine) as connection:
        late = done(connection, "a@1", first)
        rightful = done(connection, "a@1", second)

    assert (first, second, late, rightful) == (1, 2, False, True)


def test_a_run_that_waits_is_taken_when_its_time_has_come(engine: Engine) -> None:
    with begin(engine) as connection:
        attempt = claim(connection, "a@1", "a", NOW, "me", NOW)
        try_again(connection, "a@1", attempt, NOW + timedelta(hours=1), "dead")

    assert take(engine, now=NOW + timedelta(minutes=59)) == 0
    assert take(engine, now=NOW + timedelta(minutes=60)) == 2


def test_a_crash_is_tried_once_more(engine: Engine) -> None:
    ends = []
    for _ in range(2):
        with begin(engine) as connection:
            ends.append(crashed(connection, "a@1", claim(connection, "a@1", "a", NOW, "me", NOW), "killed"))

    assert ends == [RunState.WAITING, RunState.FAILED]
    assert take(engine) == 0


def test_a_later_run_takes_the_place_of_one_that_still_waits(engine: Engine) -> None:
    with begin(engine) as connection:
        try_again(connection, "a@1", claim(connection, "a@1", "a", NOW, "me", NOW), NOW + 2 * WEEK, "dead")

    take(engine, "a@2", now=NOW + WEEK, scheduled=NOW + WEEK)

    assert state(engine) is RunState.FAILED


def test_a_holder_can_be_seen(engine: Engine) -> None:
    take(engine)
    with begin(engine) as connection:
        beat(connection, "me", NOW + timedelta(minutes=3))

        (held,) = running(connection)

    assert (held.holder, held.seen_at, held.attempt) == ("me", NOW + timedelta(minutes=3), 1)


def put(engine: Engine, *targets: str) -> None:
    with begin(engine) as connection:
        enqueue(connection, "a@1", "a", targets, "title", "body", NOW)


def test_a_message_is_kept_once_for_each_target(engine: Engine) -> None:
    put(engine, "env:CHAT", "env:MAIL")
    put(engine, "env:CHAT")

    with begin(engine) as connection:
        assert len(waiting_messages(connection, NOW)) == 2


def test_a_message_is_tried_again_later_and_not_for_ever(engine: Engine) -> None:
    put(engine, "env:CHAT")
    now, ready = NOW, []
    with begin(engine) as connection:
        for tries in range(10):
            message = take_message(connection, 1, now)
            assert message is not None
            not_delivered(connection, message, "refused")
            pause = timedelta(minutes=5 * 2**tries)
            just_before = waiting_messages(connection, now + pause - timedelta(seconds=1))
            now += pause
            ready.append((just_before, waiting_messages(connection, now)))

        assert ready == [((), (1,))] * 9 + [((), ())]
        assert waiting_messages(connection, now + 52 * WEEK) == ()


def test_one_program_sends_a_message(engine: Engine) -> None:
    put(engine, "env:CHAT")

    with begin(engine) as connection:
        message, second = take_message(connection, 1, NOW), take_message(connection, 1, NOW)
        assert message is not None
        assert second is None
        delivered(connection, message, NOW)
        assert waiting_messages(connection, NOW + WEEK) == ()
