"""Messages: one for each run that is worth one, to each target, sent by apprise and tried again until it is taken."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from auditor.fleet.secrets import secret
from auditor.model.run import RunRecord
from auditor.settings import SettingsError
from auditor.store.history import begin
from auditor.store.history.outbox import Message, delivered, not_delivered, take_message, waiting_messages
from auditor.view.safe import clean

__all__ = ["MISSING_EXTRA", "Send", "body_of", "send", "send_waiting", "title_of"]

Send = Callable[[str, str, str], str]
MISSING_EXTRA = "Messages need the extra notify: `pip install '.[notify]'` in the checkout of cx-audit."
LONGEST_TITLE = 120


def title_of(record: RunRecord) -> str:
    """Name the shop and the most urgent matter."""
    title = f"{clean(record.name or record.site, 60)}: {record.alerts[0].sentence}"
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"


def body_of(record: RunRecord, report: str) -> str:
    """Write each matter as a sentence, and where the report is."""
    return "\n".join([*(one.sentence for one in record.alerts), "", report])


def send_waiting(
    engine: Engine, references: Path, now: datetime, post: Send | None = None
) -> tuple[int, tuple[str, ...]]:
    """Send what waits; return how many targets took theirs, and why others did not.

    A message that is not taken is kept and tried again, so a run never fails for it. Raises StoreError.
    """
    with begin(engine) as connection:
        numbers = waiting_messages(connection, now)
    sent, notes = 0, []
    for number in numbers:
        with begin(engine) as connection:
            message = take_message(connection, number, now)
        if message is None:
            continue
        why = _sent(message, references, post or send)
        with begin(engine) as connection:
            if why:
                not_delivered(connection, message, why)
            else:
                delivered(connection, message, now)
        sent += not why
        if why:
            notes.append(f"{message.site}: the message to {message.target} was not taken: {why}")
    return sent, tuple(notes)


def send(address: str, title: str, body: str) -> str:
    """Send one message; return why it was not taken, or nothing. The address is a secret and is never told."""
    try:
        from apprise import Apprise
    except ModuleNotFoundError:
        return MISSING_EXTRA
    logging.getLogger("apprise").setLevel(logging.CRITICAL)  # it would print the address
    apprise = Apprise()
    if not apprise.add(address):
        return "its address is not one that apprise knows."
    return "" if apprise.notify(body=body, title=title) else "the target refused it or was not reached."


def _sent(message: Message, references: Path, post: Send) -> str:
    try:
        return post(secret(message.target, references), message.title, message.body)
    except SettingsError as error:
        return str(error)
