"""The outbox: messages are kept with the run they tell of, and tried until their target has taken them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from auditor.store.history.tables import MESSAGES

__all__ = ["Message", "delivered", "enqueue", "not_delivered", "take_message", "waiting_messages"]

# Five minutes, doubled at every try: ten tries take a little under two days.
FIRST_PAUSE = timedelta(minutes=5)
MOST_TRIES = 10


@dataclass(frozen=True)
class Message:
    """A message to one target; ``target`` is the reference of the sites file, never the secret behind it."""

    id: int
    run_id: str
    site: str
    target: str
    title: str
    body: str
    tries: int


def enqueue(
    connection: Connection,
    run_id: str,
    site: str,
    targets: Iterable[str],
    title: str,
    body: str,
    now: datetime,
    *,
    matter: str = "",
) -> None:
    """Keep one message to each target; a run's message on a matter is written once."""
    written = select(MESSAGES.c.target).where(MESSAGES.c.run_id == run_id, MESSAGES.c.matter == matter)
    there = set(connection.execute(written).scalars())
    for target in dict.fromkeys(one for one in targets if one not in there):
        text = {"matter": matter, "title": title, "body": body, "note": ""}
        when = {"created_at": now, "next_try_at": now, "tries": 0}
        connection.execute(insert(MESSAGES).values(run_id=run_id, site=site, target=target, **text, **when))


def waiting_messages(connection: Connection, now: datetime) -> tuple[int, ...]:
    """Number the messages whose time has come, the oldest first."""
    asked = select(MESSAGES.c.id).where(MESSAGES.c.sent_at.is_(None), MESSAGES.c.next_try_at <= now)
    return tuple(connection.execute(asked.order_by(MESSAGES.c.id)).scalars())


def take_message(connection: Connection, number: int, now: datetime) -> Message | None:
    """Take a message to send it; None where another program has it. Whoever dies with it has used up one try."""
    row = connection.execute(select(MESSAGES).where(MESSAGES.c.id == number)).one()
    tries = row.tries + 1
    pause = now + FIRST_PAUSE * 2 ** (tries - 1) if tries < MOST_TRIES else None
    taken = connection.execute(
        update(MESSAGES)
        .where(MESSAGES.c.id == number, MESSAGES.c.tries == row.tries, MESSAGES.c.sent_at.is_(None))
        .where(MESSAGES.c.next_try_at <= now)
        .values(tries=tries, next_try_at=pause)
        .returning(MESSAGES.c.id)
    )
    if taken.first() is None:
        return None
    return Message(row.id, row.run_id, row.site, row.target, row.title, row.body, tries)


def delivered(connection: Connection, message: Message, now: datetime) -> None:
    """Say that the target has taken the message."""
    sent = update(MESSAGES).where(MESSAGES.c.id == message.id)
    connection.execute(sent.values(sent_at=now, next_try_at=None, note=""))


def not_delivered(connection: Connection, message: Message, note: str) -> None:
    """Keep why the target did not take the message."""
    connection.execute(update(MESSAGES).where(MESSAGES.c.id == message.id).values(note=note))
