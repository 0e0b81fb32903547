"""`cx-audit demo`: the demo shop, audited or served."""

from __future__ import annotations

import signal
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from auditor.amendments import load_amendments
from auditor.cli.judging import brand_of
from auditor.cli.options import formats_of, record_options, settings_of
from auditor.cli.run import run_orders
from auditor.demo_shop import FAULTS, serve
from auditor.demo_shop.faults import check_faults

__all__ = ["command"]

EPILOG = """\b
Examples:
  cx-audit demo
  cx-audit demo --lang fi --fault guest-checkout --fault mobile-overflow
  cx-audit demo --serve --port 8000"""


@click.command("demo", epilog=EPILOG, context_settings={"max_content_width": 100})
@click.option("--serve", "only_serve", is_flag=True, help="Print the shop's address and serve it until interrupted.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port to serve on.  [default: any free one]")
@click.option("--fault", "faults", multiple=True, metavar="NAME", help="Switch a fault on; may be repeated.")
@click.option("--faults", "list_faults", is_flag=True, help="List the faults and stop.")
@record_options()
def command(
    only_serve: bool, port: int, faults: tuple[str, ...], list_faults: bool, out: Path | None, lang: str | None,
    formats: str, as_json: bool, ignore_file: Path | None, brand_file: Path | None, **given: Any,
) -> int:  # fmt: skip
    """Audit a small Finnish shop that comes with the program and runs on this machine only."""
    if list_faults:
        click.echo("\n".join(f"{name:<26} {text}" for name, text in FAULTS.items()))
        return 0
    try:
        names = check_faults(faults)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--fault") from error
    settings, profile = settings_of(given)
    wanted = formats_of(formats)
    amendments, brand = load_amendments(ignore_file), brand_of(brand_file)
    with ExitStack() as stack:
        try:
            shop = stack.enter_context(serve(names, port))
        except OSError as error:
            told = f"The demo shop cannot be served on port {port}: {error.strerror or error}."
            raise click.UsageError(told) from error
        if only_serve:
            return _until_stopped(shop.url)
        from auditor.cli.auditing import Order
        from auditor.collect.arrival.address import read_address

        asked = read_address(shop.url)
        order = Order(asked, settings, profile, lang, wanted, out, amendments=amendments, brand=brand)
        return run_orders([order], as_json=as_json)


def _until_stopped(url: str) -> int:
    """Print the address and wait for the end; a termination is as good an end as Ctrl-C."""
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stopped.set())
    click.echo(url)
    while not stopped.wait(0.5):
        continue
    return 0
