"""How often a gate gives a false alarm, and how often it misses a page that has become a fifth slower.

    python -m benchmarks.gate_noise [--gates 30] [--slower 20] [--viewport mobile] [--samples 3] [--confirm 3]

Run it alone on the machine. A page whose largest paint waits for its picture is audited once as the baseline; then so
many gates are run on the unchanged page, which should all pass, and as many on the page whose picture comes so much
later that the largest paint is slower by the share that was asked for, which should all fail. Each gate is the whole
program in a process of its own. Ends with 1 where there was a false alarm, or where more than one in thirty was missed.
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import tempfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from threading import Event
from typing import Any

import click

from auditor.store import read_audit
from tests.shops.kit import Request, Response, Shop, html, serve

__all__ = ["SlowPage", "main"]

PROGRAM = "import sys; from auditor.cli import main; sys.exit(main())"
BUDGET = "[regression]\npercent = {tolerance:g}\nlcp_ms = 0\n"
KEPT, BROKEN, NOT_MEASURED = 0, 1, 3
# Under throttling an answer takes the line's latency at least, which would hide a shorter delay.
BASE_S = 0.7
PICTURE, PIXELS = "/hero.png", (200, 112)
HOME = (
    "<!doctype html><html lang=fi><title>Kauppa</title><h1>Kauppa</h1>"
    "<img src=/hero.png width=900 height=500 style='width:100%;height:60vh'><p>Hyvää kahvia.</p>"
)


@dataclass
class SlowPage(Shop):
    """A page with one large picture, whose answer can be held back."""

    delay_s: float = 0.0
    waiting: Event = field(default_factory=Event)

    def handle(self, request: Request) -> Response:
        """Answer the page at once and its picture after the delay."""
        if request.path == "/":
            return html(HOME)
        if request.path == PICTURE:
            self.waiting.wait(BASE_S + self.delay_s)
            return Response(_picture(), content_type="image/png")
        return html("<h1>Ei löydy</h1>", 404)


def _picture() -> bytes:
    """Draw noise as a PNG: a picture that says little for its size is not taken for the largest paint."""
    width, height = PIXELS
    noise = Random(1)  # noqa: S311 (the same picture each time, and no secret)
    rows = b"".join(b"\0" + noise.randbytes(3 * width) for _row in range(height))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@dataclass(frozen=True)
class _How:
    """How each gate is run."""

    url: str
    folder: Path
    viewport: str
    samples: int
    confirm: int


@click.command()
@click.option("--gates", type=click.IntRange(1, 1000), default=30, show_default=True, help="gates of each kind")
@click.option("--slower", type=click.FloatRange(1, 500), default=20, show_default=True, help="planted slowness in %")
@click.option("--tolerance", type=click.FloatRange(0, 500), default=10, show_default=True, help="the gate's own, in %")
@click.option("--viewport", type=click.Choice(["desktop", "mobile"]), default="mobile", show_default=True)
@click.option("--samples", type=click.IntRange(1, 25), default=3, show_default=True, help="timed loads")
@click.option("--confirm", type=click.IntRange(0, 25), default=3, show_default=True, help="loads that confirm a breach")
def main(gates: int, slower: float, tolerance: float, viewport: str, samples: int, confirm: int) -> None:
    """Count the false alarms of an unchanged page, and the misses of one that has become slower."""
    page = SlowPage()
    with tempfile.TemporaryDirectory(prefix="gate-noise-") as spare, serve(page) as url:
        how = _How(url, Path(spare), viewport, samples, confirm)
        (how.folder / "budget.toml").write_text(BUDGET.format(tolerance=tolerance), "utf-8")
        _run("run", how, "baseline", "--samples", str(max(samples, 5)))
        was = _lcp(how.folder / "baseline")
        click.echo(f"Baseline: largest paint {was:.0f} ms on {viewport}; limit {was * (1 + tolerance / 100):.0f} ms.")
        unchanged = [_gate(how, f"unchanged-{number}") for number in range(gates)]
        page.delay_s = was * slower / 100 / 1000
        click.echo(f"Planted: the picture comes {was * slower / 100:.0f} ms later ({slower:g} % of {was:.0f} ms).")
        changed = [_gate(how, f"slower-{number}") for number in range(gates)]
    alarms = _told("unchanged", unchanged, was)
    caught = _told("slower", changed, was)
    missed = gates - caught
    click.echo(
        f"False alarms: {alarms} of {gates} = {alarms / gates:.1%}. Caught: {caught} of {gates} = {caught / gates:.1%}."
    )
    raise SystemExit(bool(alarms or missed * 30 > gates))


def _gate(how: _How, name: str) -> dict[str, Any]:
    """Run one gate and return what it says as JSON, with its exit code and medians."""
    extra = ("--baseline", str(how.folder / "baseline"), "--budget", str(how.folder / "budget.toml"))
    data = _run("gate", how, name, "--samples", str(how.samples), "--confirm", str(how.confirm), *extra)
    lcp = next(one for one in data["limits"] if one["what"] == "regression lcp_ms")
    click.echo(f"  {name:14} code {data['exit_code']}  {lcp['sentence']}")
    return {**data, "lcp_ms": lcp["measured"]}


def _run(command: str, how: _How, name: str, *options: str) -> dict[str, Any]:
    speed = (
        "--only",
        "speed",
        "--viewport",
        how.viewport,
        "--out",
        str(how.folder / name),
        "--format",
        "json",
        "--json",
    )
    named = ("--page", "/") if command == "gate" else ()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, command, how.url, "--json", *speed, *named, *options],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in {KEPT, BROKEN, NOT_MEASURED} or not done.stdout:
        raise click.ClickException(f"{command} {name} ended with {done.returncode}: {done.stderr[-400:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _lcp(folder: Path) -> float:
    found = next(one for one in read_audit(folder).measurements if one.consent == "before")
    if found.median.lcp_ms is None or not found.lcp_element or PICTURE not in found.lcp_element.url:
        raise click.ClickException("The picture is not the largest paint of the baseline.")
    return found.median.lcp_ms


def _told(what: str, gates: list[dict[str, Any]], was: float) -> int:
    """Print how gates of one kind ended, and return how many failed."""
    codes = [int(one["exit_code"]) for one in gates]
    disagreed = sum(one["counts"]["runs-disagree"] > 0 for one in gates)
    medians = sorted(float(one["lcp_ms"]) for one in gates if one["lcp_ms"] is not None)
    click.echo(
        f"{what}: {codes.count(KEPT)} passed ({disagreed} by runs that disagree), {codes.count(BROKEN)} failed, "
        f"{codes.count(NOT_MEASURED)} not measured; largest paint {medians[0]:.0f} to {medians[-1]:.0f} ms, median "
        f"{median(medians):.0f} ms = {median(medians) / was:.2f} × {was:.0f} ms."
    )
    return codes.count(BROKEN)


if __name__ == "__main__":
    main()
