"""`cx-audit run`: audit one or more shops."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from auditor.amendments import load_amendments
from auditor.cli.failures import INTERRUPTED, failure_of
from auditor.cli.judging import brand_of
from auditor.cli.options import access_options, formats_of, record_options, settings_of
from auditor.cli.summary import Finished, printed

__all__ = ["command", "run_orders"]

EPILOG = """\b
Examples:
  cx-audit run https://shop.example
  cx-audit run shop.example --lang fi --out audits/shop
  cx-audit run https://shop.example --samples 1 --pages 0 --viewport mobile
  cx-audit run https://shop.example --only speed --samples 5 --json
  cx-audit run one.example two.example --out audits/compared

Exit codes: 0 done, 2 usage or configuration, 3 the shop could not be audited, 4 this machine lacks something,
70 internal error, 130 or 143 interrupted; with several shops the worst one."""


@click.command("run", epilog=EPILOG, context_settings={"max_content_width": 100})
@click.argument("urls", metavar="URL...", nargs=-1, required=True)
@record_options(several=True)
@access_options
def command(
    urls: tuple[str, ...],
    out: Path | None,
    lang: str | None,
    formats: str,
    as_json: bool,
    ignore_file: Path | None,
    brand_file: Path | None,
    **given: Any,
) -> int:
    """Audit web shops: walk to the checkout on desktop and phone, time page loads, read policies, write a report.

    The program never orders, registers or sends personal data; --deep-checkout sends a made-up customer's address.
    Without a scheme, https is tried first.
    """
    settings, profile = settings_of(given)
    wanted = formats_of(formats)
    amendments, brand = load_amendments(ignore_file), brand_of(brand_file)
    from auditor.cli.auditing import Order
    from auditor.collect.arrival.address import read_address

    shops = [read_address(url) for url in urls]
    folders = _folders(out, [shop.host for shop in shops])
    orders = [
        Order(shop, settings, profile, lang, wanted, folder, amendments=amendments, brand=brand)
        for shop, folder in zip(shops, folders, strict=True)
    ]
    return run_orders(orders, as_json=as_json)


def _folders(out: Path | None, hosts: list[str]) -> list[Path | None]:
    """Give each audit its folder: several get one each, named after the host and numbered where it comes again."""
    if out is None:
        return [None] * len(hosts)
    if len(hosts) == 1:
        return [out]
    again = [hosts[:place].count(host) for place, host in enumerate(hosts)]
    return [out / (f"{host}-{times + 1}" if times else host) for host, times in zip(hosts, again, strict=True)]


def run_orders(orders: list[Any], *, as_json: bool) -> int:
    """Carry out orders one after the other, print their summaries, and return the worst exit code."""
    from auditor.cli.auditing import audited
    from auditor.cli.progress import shown_progress
    from auditor.collect.arrival.address import is_local
    from auditor.collect.plan import estimate_seconds

    finished: list[Finished] = []
    for order in orders:
        seconds = estimate_seconds(order.settings, local=is_local(order.asked.tries[0]))
        click.echo(f"Auditing {order.asked.typed}: this takes about {_spoken(seconds)}.", err=True)
        if len(orders) == 1:
            with shown_progress() as tell:
                finished.append(audited(order, tell))
        else:
            finished.append(_one_of_several(order))
        if finished[-1].code > INTERRUPTED:
            break
    if finished[-1].sentence and as_json:
        click.echo(finished[-1].sentence, err=True)
    click.echo(printed(finished, as_json=as_json), file=sys.stdout)
    return max(one.code for one in finished)


def _one_of_several(order: Any) -> Finished:
    """Carry out one order of several: what this machine or the program does wrong must not stop the next shop."""
    from auditor.cli.auditing import audited
    from auditor.cli.progress import shown_progress

    ends: list[Finished] = []
    with ExitStack() as stack:
        stack.push(lambda _kind, error, _trace: _told(order.asked.typed, error, ends))
        with shown_progress() as tell:
            ends.append(audited(order, tell))
    return ends[-1]


def _told(shop: str, error: BaseException | None, ends: list[Finished]) -> bool:
    """Say on stderr what ended an audit; True where the next one may begin."""
    if not isinstance(error, Exception):
        return False
    failure = failure_of(error)
    click.echo(failure.sentence, err=True)
    ends.append(Finished(shop, failure.code, sentence=failure.sentence))
    return True


def _spoken(seconds: int) -> str:
    return f"{seconds} seconds" if seconds < 90 else f"{round(seconds / 60)} minutes"
