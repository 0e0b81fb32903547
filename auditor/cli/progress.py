"""Progress on stderr: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from auditor.collect.record_folder import Progress as Step
from auditor.collect.record_folder import Tell

__all__ = ["shown_progress"]

STAGES = {
    "reach": "Reaching the shop",
    "find": "Looking for pages",
    "walk": "Walking to the checkout",
    "loads": "Timing page loads",
    "pages": "Looking closely",
    "crawl": "Reading further pages",
    "probes": "Trying what the walk leaves out",
}
LINE_EVERY = 5
WIDTH = 60


@contextmanager
def shown_progress(*, quiet: bool = False) -> Iterator[Tell]:
    """Show the steps of a recording while the block runs; ``quiet`` shows nothing."""
    if quiet:
        yield lambda _step: None
    elif sys.stderr.isatty():
        yield from _bars()
    else:
        yield _lines()


def _bars() -> Iterator[Tell]:
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:<24}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("[dim]{task.fields[text]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=False) as bars:
        tasks = {
            name: bars.add_task(title, total=None, start=False, visible=False, text="")
            for name, title in STAGES.items()
        }

        def tell(step: Step) -> None:
            task = tasks.get(step.stage)
            if task is None:
                return
            if not bars.tasks[task].started:
                bars.start_task(task)
            text = escape(step.text[:WIDTH])
            bars.update(task, visible=True, total=step.total or None, completed=step.done, text=text)

        yield tell


def _lines() -> Tell:
    told: dict[str, str] = {}

    def tell(step: Step) -> None:
        last = step.done >= step.total
        if step.stage == "crawl" and step.done % LINE_EVERY and not last:
            return
        text = step.text if step.stage != "crawl" else f"{step.done} of {step.total} pages"
        line = f"{STAGES.get(step.stage, step.stage)}: {text}"
        if told.get(step.stage) != line:
            told[step.stage] = line
            click.echo(line[:160], err=True)

    return tell
