"""Five demo shops through two weeks: one breaks in between, and its alert arrives at a webhook on this machine.

    python examples/weekly/two_weeks.py --out two-weeks

The clock is an argument of `cx-audit schedule run`, so the two weeks take as long as ten audits do.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket

import click

from auditor.cli import main as cx_audit
from auditor.demo_shop import serve

# Each shop with its faults in the first week, and in the second.
SHOPS = {
    "sauna": ((), ("add-to-cart-works",)),
    "villa": (("guest-checkout",), ("guest-checkout",)),
    "keittio": (("load-lcp",), ("load-lcp",)),
    "retki": (("return-policy-visible", "contact-channels"), ("return-policy-visible", "contact-channels")),
    "koti": (("mobile-overflow",), ("mobile-overflow",)),
}
MONDAYS = ("2026-11-16T06:00+02:00", "2026-11-23T06:00+02:00")
INTERRUPTED = 128
BUDGET = Path(__file__).parent / "budget.toml"


@click.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default="two-weeks", show_default=True)
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True)
def main(out: Path, jobs: int) -> None:
    """Audit five demo shops in two weeks, then build their dashboard and print the messages that came."""
    out.mkdir(parents=True, exist_ok=True)
    ports = {name: free_port() for name in SHOPS}
    with webhook() as (address, received):
        (out / "sites.toml").write_text(sites_file(ports, address), "utf-8")
        for week, monday in enumerate(MONDAYS):
            with ExitStack() as shops:
                for name, faults in SHOPS.items():
                    shops.enter_context(serve(faults[week], ports[name]))
                told = len(received)
                sites = ["--sites", str(out / "sites.toml")]
                if cx_audit(["schedule", "run", *sites, "--now", monday, "--jobs", str(jobs)]) > INTERRUPTED:
                    return
                click.echo(f"Week {week + 1}: {len(received) - told} messages")
                for message in received[told:]:
                    click.echo(f"\n{message['title']}\n{message['message']}\n")
    (out / "messages.json").write_text(json.dumps(received, ensure_ascii=False, indent=1), "utf-8")
    cx_audit(["dashboard", str(out / "audits"), "--out", str(out / "site")])


def sites_file(ports: dict[str, int], address: str) -> str:
    """Write the sites file: short audits, every one due on Monday."""
    sites = "".join(
        f'\n[[sites]]\nurl = "http://{name}.test:{port}"\nid = "{name}"\nname = "{name.title()}"\n'
        f'access.resolve = {{ "{name}.test" = "127.0.0.1" }}\n'
        for name, port in ports.items()
    )
    short = 'viewports = ["mobile"]\nsamples = 1\npages = 0\nprobes = false\nshortest = false'
    return (
        f'[defaults]\nschedule = "0 5 * * MON"\nlanguages = ["en"]\nnotify = ["{address}"]\n'
        f'budget = "{BUDGET.resolve()}"\n\n[defaults.record]\n{short}\n{sites}'
    )


def free_port() -> int:
    """Find a port that a shop can keep for both weeks."""
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def webhook() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Receive messages on this machine; give the address for the sites file, and the list that they come into."""
    received: list[dict[str, str]] = []

    class Receiver(BaseHTTPRequestHandler):
        """Takes JSON by POST."""

        def do_POST(self) -> None:
            """Keep a message."""
            received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
            """Keep the terminal for the audits."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"json://127.0.0.1:{server.server_port}/alerts", received
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    main()
