from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from sqlalchemy import Engine

from auditor.fleet.messages import body_of, send, send_waiting, title_of
from auditor.model.run import Alert, AlertKind, RunRecord
from auditor.store.history import begin, open_history
from auditor.store.history.outbox import enqueue, waiting_messages
from tests.fleet.conftest import MONDAY

# apprise asks for a module that newer Pythons lack, and has its own for them.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

TITLE, BODY = "Shop: it is closed.", "It is closed.\n\nhttps://r/report.html"


@dataclass
class Webhook:
    """A target on this machine; it answers with ``status``."""

    address: str = ""
    status: int = 204
    received: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def serving(hook: Webhook) -> Iterator[Webhook]:
    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            hook.received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(hook.status)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    hook.address = f"json://127.0.0.1:{server.server_port}/alerts"
    try:
        yield hook
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_history(tmp_path)
    yield opened
    opened.dispose()


def put(engine: Engine, *targets: str) -> None:
    with begin(engine) as connection:
        enqueue(
            connection, "a@1", "a", targets, "Shop: it is closed.", "It is closed.\n\nhttps://r/report.html", MONDAY
        )


def record(*sentences: str) -> RunRecord:
    alerts = tuple(Alert(kind=AlertKind.CRITICAL, subject="x", sentence=one) for one in sentences)
    return RunRecord(run="a@1", site="a.example", name="Shop", scheduled_at=MONDAY, attempt=1, alerts=alerts)


def test_a_message_says_each_matter_and_where_the_report_is() -> None:
    told = record("First.", "Second.")

    assert title_of(told) == "Shop: First."
    assert body_of(told, "https://r/report.html") == "First.\nSecond.\n\nhttps://r/report.html"


def test_a_title_stays_short() -> None:
    assert len(title_of(record("Very " * 99))) == 120


def test_a_webhook_receives_the_message_once(engine: Engine, tmp_path: Path) -> None:
    with serving(Webhook()) as hook:
        put(engine, hook.address)
        first = send_waiting(engine, tmp_path, MONDAY)
        send_waiting(engine, tmp_path, MONDAY + timedelta(days=1))

    assert first == (1, ())
    assert [(one["title"], one["message"]) for one in hook.received] == [(TITLE, BODY)]


def test_a_target_that_refuses_is_tried_again_later(engine: Engine, tmp_path: Path) -> None:
    with serving(Webhook(status=500)) as hook:
        put(engine, hook.address)
        sent, notes = send_waiting(engine, tmp_path, MONDAY)
        hook.status = 204
        too_soon = send_waiting(engine, tmp_path, MONDAY + timedelta(minutes=4))
        again = send_waiting(engine, tmp_path, MONDAY + timedelta(minutes=5))

    assert (sent, too_soon, again) == (0, (0, ()), (1, ()))
    assert "the target refused it or was not reached" in notes[0]


def test_one_target_that_fails_does_not_keep_it_from_another(engine: Engine, tmp_path: Path) -> None:
    put(engine, "env:CX_NOT_SET", "json://h/x")

    sent, notes = send_waiting(engine, tmp_path, MONDAY, lambda _address, _title, _body: "")

    assert sent == 1
    assert notes == (
        "a: the message to env:CX_NOT_SET was not taken: "
        "The environment variable CX_NOT_SET, which the sites file names, is not set.",
    )
    with begin(engine) as connection:
        assert len(waiting_messages(connection, MONDAY + timedelta(hours=1))) == 1


def test_an_address_that_is_none_is_told_without_showing_it() -> None:
    assert send("nonsense-s3cret", "t", "b") == "its address is not one that apprise knows."
