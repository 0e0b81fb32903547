"""The local runner: does what is due, a bounded number at a time, and makes up for what a crash left behind."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from auditor.collect.arrival.address import read_address, registrable
from auditor.fleet.due import due_run, folder_name, run_id
from auditor.fleet.finish import claimed_run, committed_run, crashed_run, spec_of, unable_run
from auditor.fleet.messages import send_waiting
from auditor.fleet.processes import CrashedError, alive, kill_leftovers, made_in_child, me
from auditor.fleet.retention import removed, too_many
from auditor.fleet.sites import Fleet, Shop
from auditor.fleet.spec import RECORDER, Ended, RunSpec, pause_after
from auditor.fleet.turns import domain_lock
from auditor.settings import SettingsError
from auditor.store import StoreError
from auditor.store.history import audits_of, begin, refresh
from auditor.store.history.runs import RunState, ask_again, beat, run_of, running, try_again

__all__ = ["Job", "Make", "Outcome", "Round", "due_jobs", "run_due"]

# What an audit may take beyond its own budget and those of the others that it waits for: judging, the report.
GRACE_SECONDS = 600
BEAT_SECONDS = 60
# A program of another machine is taken for dead when it was not heard of for so long.
SILENCE = timedelta(minutes=10)
LOOK_AGAIN_SECONDS = 1.0
# A round of many shops takes hours: what becomes due meanwhile is made in it.
DUE_AGAIN_SECONDS = 60.0
NEXT_TRY = timedelta(minutes=30)

Make = Callable[[RunSpec, float, Path], Coroutine[Any, Any, Ended]]
# The audits under way, each with the lock on its shop's domain.
_Busy = dict[asyncio.Task[None], ExitStack]


@dataclass(frozen=True)
class Outcome:
    """What came of one run: committed, again (later), crashed, environment, or error."""

    site: str
    run: str
    state: str
    sentence: str = ""
    problem: str = ""


@dataclass
class Round:
    """One look at the schedule; ``now`` is the clock, ``tell`` takes a line of progress, ``make`` carries out a run."""

    fleet: Fleet
    engine: Engine
    references: Path
    now: Callable[[], datetime]
    tell: Callable[[str], None]
    recorder: str = RECORDER
    make: Make = made_in_child
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def locks(self) -> Path:
        """Give the folder of lock files and logs, beside the audits."""
        return self.fleet.audits / ".schedule"


@dataclass(frozen=True)
class Job:
    """A run that is to be made."""

    shop: Shop
    instant: datetime

    @property
    def run(self) -> str:
        """Name the run."""
        return run_id(self.shop, self.instant)

    @property
    def domain(self) -> str:
        """Give the registrable domain of its shop."""
        return registrable(read_address(self.shop.url).tries[0])


async def run_due(work: Round, jobs: int) -> tuple[Outcome, ...]:
    """Do what is due and return what came of each run at last; raises StoreError where the history cannot be used."""
    _recover(work)
    _send(work)
    beating = asyncio.ensure_future(_beating(work))
    try:
        await _all(work, jobs)
    finally:
        beating.cancel()
    _send(work)
    return tuple({one.run: one for one in work.outcomes}.values())


def _recover(work: Round) -> None:
    """Find the runs whose program died: commit what it had finished, and let the others be made again."""
    with begin(work.engine) as connection:
        held = running(connection)
    for run in held:
        lives = alive(run.holder)
        if lives or (lives is None and run.seen_at and work.now() - run.seen_at < SILENCE):
            continue
        folder = work.fleet.audits / run.site / folder_name(run.scheduled_at)
        kill_leftovers(folder, run.attempt)
        shutil.rmtree(folder.with_name(f".{folder.name}.{run.attempt}"), ignore_errors=True)
        shop = next((one for one in work.fleet.sites if one.id == run.site), None)
        if folder.is_dir():
            committed_run(work.engine, work.fleet, shop, run.run_id, run.attempt, folder, work.now())
            work.tell(f"{run.site}: the audit of {folder.name} was finished, though its program died.")
            continue
        state = crashed_run(work.engine, shop, run.run_id, run.attempt, "Its program died.", work.now())
        again = "it is made again" if state is RunState.WAITING else "it died twice and is left alone"
        work.tell(f"{run.site}: the run of {folder.name} was cut off; {again}.")


def due_jobs(work: Round) -> list[Job]:
    """List the runs that are due and not made yet, as far as the history knows."""
    now = work.now()
    found = [Job(shop, instant) for shop in work.fleet.sites if (instant := due_run(shop, now))]
    return [one for one in found if _open(work, one)]


def _open(work: Round, job: Job) -> bool:
    """Say whether a run is still to be made, as far as the history knows."""
    with begin(work.engine) as connection:
        run = run_of(connection, job.run)
    if run is None:
        return True
    return run.state is RunState.WAITING and (run.next_try_at is None or run.next_try_at <= work.now())


async def _all(work: Round, jobs: int) -> None:
    """Make every audit that is due, and what becomes due meanwhile, so many at a time."""
    waiting, looked_at = due_jobs(work), time.monotonic()
    busy: _Busy = {}
    try:
        while waiting or busy:
            if time.monotonic() - looked_at > DUE_AGAIN_SECONDS:
                waiting, looked_at = due_jobs(work), time.monotonic()
            _begin_some(work, waiting, busy, jobs)
            if not busy:
                await asyncio.sleep(LOOK_AGAIN_SECONDS if waiting else 0)
                continue
            done, _ = await asyncio.wait(busy, timeout=LOOK_AGAIN_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                busy.pop(task).close()
                task.result()
    finally:
        for task in busy:
            task.cancel()
        await asyncio.gather(*busy, return_exceptions=True)
        for stack in busy.values():
            stack.close()


def _begin_some(work: Round, waiting: list[Job], busy: _Busy, jobs: int) -> None:
    """Begin what can be begun while a place is free: never two audits of one registrable domain."""
    for job in list(waiting):
        if len(busy) >= jobs:
            break
        stack = ExitStack()
        if not _open(work, job):
            waiting.remove(job)
        elif stack.enter_context(domain_lock(work.locks, job.domain)):
            waiting.remove(job)
            busy[asyncio.ensure_future(_one(work, job, jobs))] = stack
            continue
        stack.close()


async def _one(work: Round, job: Job, jobs: int) -> None:
    """Make one run's audit beside others; whatever goes wrong with it is kept, and must not stop the next site."""
    attempt, asked = claimed_run(work.engine, job.shop, job.run, job.instant, me(), work.now())
    if not attempt:
        return
    work.tell(f"{job.shop.id}: auditing {job.shop.url} (run {folder_name(job.instant)}, attempt {attempt})")
    try:
        outcome = await _attempted(work, job, attempt, asked + 1, jobs)
    except asyncio.CancelledError:
        with begin(work.engine) as connection:
            try_again(connection, job.run, attempt, None, "It was interrupted.")
        raise
    except Exception as error:
        # The other of the two broad excepts: one site's trouble, whatever it is, must not stop the next.
        note = f"An internal error ended it ({type(error).__name__}: {error})."
        crashed_run(work.engine, job.shop, job.run, attempt, note, work.now())
        outcome = Outcome(job.shop.id, job.run, "error", note)
    work.outcomes.append(outcome)
    work.tell(f"{outcome.site}: {outcome.state}{f', {outcome.sentence}' if outcome.sentence else ''}")
    with _troubles_told(work):
        await asyncio.to_thread(_send, work)


async def _attempted(work: Round, job: Job, attempt: int, tries: int, jobs: int) -> Outcome:
    shop, run = job.shop, job.run
    try:
        spec = spec_of(
            work.fleet,
            shop,
            job.instant,
            attempt=attempt,
            tries=tries,
            now=work.now(),
            locks=work.locks,
            references=work.references,
            recorder=work.recorder,
        )
        log = work.locks / "logs" / f"{shop.id}.log"
        ended = await work.make(spec, spec.settings.max_seconds * jobs + GRACE_SECONDS, log)
    except CrashedError as error:
        crashed_run(work.engine, shop, run, attempt, str(error), work.now())
        return Outcome(shop.id, run, "crashed", str(error))
    except (SettingsError, StoreError) as error:
        ended = Ended(state="environment", sentence=str(error))
    if ended.state == "committed":
        committed_run(work.engine, work.fleet, shop, run, attempt, spec.folder, work.now())
        with _troubles_told(work):
            _prune(work, shop)
        return Outcome(shop.id, run, "committed", ended.sentence, ended.problem)
    if ended.state == "again":
        pause = pause_after(ended.problem, tries, finished=False)
        with begin(work.engine) as connection:
            ask_again(connection, run, attempt, work.now() + (NEXT_TRY if pause is None else pause), ended.sentence)
    else:
        unable_run(work.engine, shop, run, attempt, ended.sentence, work.now() + NEXT_TRY, work.now())
    return Outcome(shop.id, run, ended.state, ended.sentence, ended.problem)


@contextmanager
def _troubles_told(work: Round) -> Iterator[None]:
    """Tell what the store refuses beside an audit, which is no fault of the audit's."""
    try:
        yield
    except StoreError as error:
        work.tell(str(error))


def _prune(work: Round, shop: Shop) -> None:
    if shop.keep is None and shop.keep_days is None:
        return
    refresh(work.engine, work.fleet.audits)
    with begin(work.engine) as connection:
        audits = audits_of(connection, shop.id)
    removed(work.engine, work.fleet.audits, too_many(audits, work.now(), shop.keep, shop.keep_days))


def _send(work: Round) -> None:
    _sent, notes = send_waiting(work.engine, work.references, work.now())
    for note in notes:
        work.tell(note)


async def _beating(work: Round) -> None:
    while True:
        await asyncio.sleep(BEAT_SECONDS)
        with suppress(StoreError), begin(work.engine) as connection:  # the next beat may reach it
            beat(connection, me(), work.now())
