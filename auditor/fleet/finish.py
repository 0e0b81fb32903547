"""A run's beginning and its end: the specification that is handed out, and what is kept of a committed audit."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from auditor.amendments import load_amendments
from auditor.fleet.due import folder_name, run_id
from auditor.fleet.messages import body_of, title_of
from auditor.fleet.sites import Fleet, Shop
from auditor.fleet.spec import RunSpec
from auditor.gate.budget import checked, load_budget
from auditor.registry import load_checks
from auditor.settings import Profile, checked_profile, load_settings
from auditor.store.history import begin, index_audit
from auditor.store.history.outbox import enqueue
from auditor.store.history.runs import RunState, claim, crashed, done, overtaken, run_of, unable
from auditor.texts import translate
from auditor.view.alert_words import ALERTS

__all__ = ["claimed_run", "committed_run", "crashed_run", "report_address", "spec_of", "unable_run"]

LONGEST_NOTE = 400
# After so many tries in a row that this machine could not make, somebody has to see to it.
TOLD_AFTER = 3


def spec_of(
    fleet: Fleet,
    shop: Shop,
    instant: datetime,
    *,
    attempt: int,
    tries: int = 1,
    now: datetime,
    locks: Path,
    references: Path,
    recorder: str,
) -> RunSpec:
    """Write down one attempt at a run; raises SettingsError where a file that it names cannot be used."""
    checks = load_checks()
    budget = checked(load_budget(shop.budget), (one.id for one in checks)) if shop.budget else None
    profile = load_settings(shop.profile)[1] if shop.profile else Profile()
    return RunSpec(
        run=run_id(shop, instant),
        site=shop.id,
        url=shop.url,
        name=shop.name,
        owner=shop.owner,
        tags=shop.tags,
        languages=shop.languages,
        scheduled_at=instant,
        clock=now.astimezone(UTC),
        attempt=attempt,
        tries=tries,
        folder=fleet.audits / shop.id / folder_name(instant),
        locks=locks,
        references=references,
        settings=shop.record.model_copy(update={"locale": shop.locale} if shop.locale else {}),
        access=shop.access,
        profile=checked_profile(profile, {one.id: tuple(one.options) for one in checks}),
        budget=budget,
        amendments=load_amendments(shop.ignore),
        brand=shop.brand,
        formats=("html", *(one for one in shop.formats if one != "html")),  # what messages link to
        competitors=tuple(fleet.audits / one for one in shop.competitors),
        recorder=recorder,
    )


def committed_run(
    engine: Engine, fleet: Fleet, shop: Shop | None, run: str, attempt: int, folder: Path, now: datetime
) -> bool:
    """Put a committed audit into the history, with the message that it is worth; False where that was done already.

    All of it is one transaction, so a message is written exactly when its run is known as done.
    """
    with begin(engine) as connection:
        if not done(connection, run, attempt):
            return False
        kept = index_audit(connection, fleet.audits, f"{folder.parent.name}/{folder.name}")
        if kept.record and kept.record.alerts and shop:
            body = body_of(kept.record, report_address(fleet, folder))
            enqueue(connection, run, shop.id, shop.notify, title_of(kept.record), body, now)
    return True


def crashed_run(engine: Engine, shop: Shop | None, run: str, attempt: int, note: str, now: datetime) -> RunState | None:
    """Count an attempt that died; where it was the last one, there is no audit, and that is worth a message."""
    with begin(engine) as connection:
        state = crashed(connection, run, attempt, note[:LONGEST_NOTE])
        if state is RunState.FAILED and shop:
            _told(connection, shop, run, "failed", note, now)
    return state


def unable_run(engine: Engine, shop: Shop, run: str, attempt: int, note: str, when: datetime, now: datetime) -> None:
    """Let a run wait that this machine could not make; so often in a row is no passing trouble, and worth a message."""
    with begin(engine) as connection:
        if unable(connection, run, attempt, when, note[:LONGEST_NOTE]) == TOLD_AFTER:
            _told(connection, shop, run, "unable", note, now)


def claimed_run(engine: Engine, shop: Shop, run: str, instant: datetime, holder: str, now: datetime) -> tuple[int, int]:
    """Take a run; return its attempt, 0 where it is not to be taken now, and how often its shop was asked before.

    An earlier run that still waited is given up for it, and that is worth a message.
    """
    with begin(engine) as connection:
        given_up = overtaken(connection, shop.id, instant)
        attempt = claim(connection, run, shop.id, instant, holder, now)
        if not attempt:
            return 0, 0
        for one in given_up:
            day = f"{one.scheduled_at.astimezone(shop.zone):%Y-%m-%d}"
            _told(connection, shop, one.run_id, "given-up", one.note, now, day=day)
        taken = run_of(connection, run)
    return attempt, taken.asked if taken else 0


def _told(connection: Connection, shop: Shop, run: str, words: str, note: str, now: datetime, **data: str) -> None:
    """Write the message that there is no audit, with the last words on it."""
    sentence = translate(shop.languages[0] if shop.languages else "en")(ALERTS[words], **data)
    title, body = f"{shop.name or shop.id}: {sentence}", f"{sentence}\n\n{note[:LONGEST_NOTE]}".strip()
    enqueue(connection, run, shop.id, shop.notify, title, body, now, matter=words)


def report_address(fleet: Fleet, folder: Path) -> str:
    """Return where people find a report: under the sites file's ``reports_url``, else on this machine's disk."""
    if fleet.reports_url:
        return f"{fleet.reports_url.rstrip('/')}/{folder.parent.name}/{folder.name}/report.html"
    return (folder / "report.html").resolve().as_uri()
