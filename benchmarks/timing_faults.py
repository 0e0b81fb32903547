"""Whether the checks of speed notice the demo shop's slow faults, each against the healthy shop measured beside it.

    python -m benchmarks.timing_faults [FAULT]... [--samples 3]

Run it alone on the machine. Each fault must bring its check from a pass to a warning or a failure, and is told with the
median of the healthy and of the faulty shop and their ratio; ends with 1 where one goes unnoticed.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from statistics import median

import click

from auditor.demo_shop import serve
from auditor.model import Audit, Outcome
from auditor.settings import RecordSettings
from tests.shops.audited import audited_url

__all__ = ["main"]

# The check of a fault bears its name; beside it the figure by which the slowness shows.
TIMED = {
    "load-lcp": "lcp_ms",
    "load-ttfb": "ttfb_ms",
    "layout-shift": "cls",
    "page-weight": "weight_bytes",
}
BAD = {Outcome.FAILED, Outcome.WARNING}


@click.command()
@click.argument("faults", metavar="[FAULT]...", nargs=-1, type=click.Choice(sorted(TIMED)))
@click.option("--samples", type=click.IntRange(1, 25), default=3, show_default=True, help="timed loads of a page")
def main(faults: tuple[str, ...], samples: int) -> None:
    """Time the demo shop healthy and with each slow fault, and see that the fault's check notices it."""
    settings = RecordSettings(samples=samples, pages=0, only="speed")
    healthy = _audited(frozenset(), settings)
    missed = []
    for fault in faults or tuple(TIMED):
        faulty = _audited(frozenset({fault}), settings)
        before, after = _outcomes(healthy, fault), _outcomes(faulty, fault)
        noticed = not before & BAD and bool(after & BAD)
        missed += [] if noticed else [fault]
        was, now = _figure(healthy, TIMED[fault]), _figure(faulty, TIMED[fault])
        ratio = f"{now / was:.2f} times" if was else "from nothing"
        told = "noticed" if noticed else f"MISSED ({', '.join(sorted(before))} and then {', '.join(sorted(after))})"
        click.echo(f"{fault:14} {TIMED[fault]:14} {was:12.3f} -> {now:12.3f}  {ratio:14} {told}")
    raise SystemExit(bool(missed))


def _audited(faults: frozenset[str], settings: RecordSettings) -> Audit:
    with tempfile.TemporaryDirectory(prefix="timing-faults-") as spare, serve(faults) as shop:
        return asyncio.run(audited_url(shop.url, settings, Path(spare) / "audit"))[0]


def _outcomes(audit: Audit, check: str) -> set[Outcome]:
    return {one.outcome for one in audit.results if one.check == check}


def _figure(audit: Audit, name: str) -> float:
    values = [value for one in audit.measurements if (value := getattr(one.median, name)) is not None]
    return float(median(values)) if values else 0.0


if __name__ == "__main__":
    main()
