"""How much time a gate of two pages takes beyond the loads of those pages; at most a fifth is wanted.

    python -m benchmarks.gate_overhead [--samples 3]

Run it alone on the machine. The program runs in a process of its own and says when each load begins: what lies between
the first and the end of the last one is the pages' own time; all else, from the start of the process to its end, is
beyond it. Ends with 1 where that is more than a fifth.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from auditor.demo_shop import serve

__all__ = ["main"]

PROGRAM = "import sys; from auditor.cli import main; sys.exit(main())"
BUDGET = "[metrics]\nlcp_ms = 60000\n"
PAGES = ("/", "/haku")
LOADS, WARMING_UP = "Timing page loads: ", "warming up"
MOST = 0.2


@click.command()
@click.option("--samples", type=click.IntRange(1, 25), default=3, show_default=True, help="timed loads of a page")
def main(samples: int) -> None:
    """Gate two pages of the demo shop on both screens, and part the time they take from the rest."""
    with tempfile.TemporaryDirectory(prefix="gate-overhead-") as spare, serve() as shop:
        budget = Path(spare) / "budget.toml"
        budget.write_text(BUDGET, "utf-8")
        pages = [part for page in PAGES for part in ("--page", page)]
        told = ["--only", "speed", "--samples", str(samples), "--budget", str(budget), "--out", f"{spare}/audit"]
        began = time.monotonic()
        command = [sys.executable, "-c", PROGRAM, "gate", shop.url, *pages, *told]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
            marks = [time.monotonic() for line in process.stderr or () if _is_load(line)]
        total = time.monotonic() - began
    if process.returncode or len(marks) != 2 * len(PAGES) * samples + 1:
        raise click.ClickException(f"the gate ended with {process.returncode} after {len(marks)} loads")
    loads = marks[-1] - marks[0]
    beyond = total - loads
    click.echo(
        f"{len(marks) - 1} loads took {loads:.1f} s, all else {beyond:.1f} s (before them "
        f"{marks[0] - began:.1f} s, after them {total - marks[-1] + began:.1f} s): {beyond:.1f} / {loads:.1f} = "
        f"{beyond / loads:.0%}, at most {MOST:.0%} is wanted."
    )
    raise SystemExit(beyond > MOST * loads)


def _is_load(line: str) -> bool:
    """Tell the lines that mark the begin of a load, or the end of the last one."""
    return line.startswith(LOADS) and WARMING_UP not in line


if __name__ == "__main__":
    main()
