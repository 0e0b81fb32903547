"""How often the audit is right: every test shop is audited and compared with its truth.

    python -m benchmarks.accuracy [--variant NAME] [--family F] [--jobs 2] [--walk-only] [--json] [--keep DIR]

Ends with 1 where a shop counted an order, an account or a message, or where a shop could not be audited at all.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import shutil
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import click

from auditor.settings import RecordSettings
from benchmarks.accuracy_tables import Audited, as_json, as_markdown, as_text, harm_of
from tests.shops.audited import audited_shop, shop_names
from tests.shops.compare import compare, is_walk_fact, read_truth

__all__ = ["main"]

PAGES = 12


@click.command()
@click.argument("more", metavar="[VARIANT]...", nargs=-1)
@click.option("--variant", "names", multiple=True, metavar="NAME", help="only this shop; may be given several times")
@click.option("--family", "families", multiple=True, help="only the shops of this family; may be given several times")
@click.option("--jobs", type=click.IntRange(1), default=2, show_default=True, help="shops audited at a time")
@click.option("--walk-only", is_flag=True, help="only the walk and its facts: no closer look, no crawl")
@click.option("--pages", type=click.IntRange(0), default=PAGES, show_default=True, help="pages of the crawl")
@click.option("--markdown", type=click.Path(dir_okay=False, path_type=Path), help="write the tables here as Markdown")
@click.option("--json", "told_as_json", is_flag=True, help="print sums and every row as JSON instead of tables")
@click.option("--keep", type=click.Path(file_okay=False, path_type=Path), help="keep the audits' folders here")
def main(
    more: tuple[str, ...],
    names: tuple[str, ...],
    families: tuple[str, ...],
    jobs: int,
    walk_only: bool,
    pages: int,
    markdown: Path | None,
    told_as_json: bool,
    keep: Path | None,
) -> None:
    """Audit the test shops (all, or those named) and compare what the audit says with what is true."""
    wanted = _wanted((*names, *more), families)
    settings = RecordSettings(samples=0, pages=pages, only="walk" if walk_only else "all", probes=False)
    with tempfile.TemporaryDirectory(prefix="accuracy-") as spare:
        found = sorted(_audited(wanted, settings, keep or Path(spare), jobs), key=lambda one: one.name)
    click.echo(as_json(found) if told_as_json else as_text(found))
    if markdown:
        markdown.write_text(as_markdown(found), "utf-8")
    harm = harm_of(found)
    if harm:
        click.secho(f"\nTHE AUDITOR DID HARM: {harm}", fg="red", bold=True)
    if harm or any(one.problem for one in found):
        raise SystemExit(1)


def _wanted(names: tuple[str, ...], families: tuple[str, ...]) -> tuple[str, ...]:
    known = shop_names()
    strange = sorted(set(names) - set(known))
    if strange:
        raise click.BadParameter(f"no shop is called {', '.join(strange)}", param_hint="--variant")
    chosen = names or known
    return tuple(one for one in chosen if not families or read_truth(one)["family"] in families)


def _audited(names: Sequence[str], settings: RecordSettings, base: Path, jobs: int) -> Iterator[Audited]:
    """Audit the shops side by side, each in a process of its own; yields them as they end."""
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=spawning) as pool:
        named = {pool.submit(_one, name, settings, base / name): name for name in names}
        for done, job in enumerate(as_completed(named), start=1):
            error = job.exception()  # a shop that breaks the auditor is a result: it is shown, and the run fails
            one = _broken(named[job], error) if error else job.result()
            wrong = sum(row.answer == "wrong" for row in one.rows if row.counted)
            told = one.problem.splitlines()[-1] if one.problem else f"{wrong} wrong, walks {one.walk_seconds:.1f} s"
            click.echo(f"[{done}/{len(names)}] {one.name}: {told}", err=True)
            yield one


def _broken(name: str, error: BaseException) -> Audited:
    return Audited(name, read_truth(name)["family"], problem="".join(traceback.format_exception(error)))


def _one(name: str, settings: RecordSettings, folder: Path) -> Audited:
    truth = read_truth(name)
    shutil.rmtree(folder, ignore_errors=True)  # a folder of an earlier benchmark that was kept
    seen = asyncio.run(audited_shop(name, settings, folder))
    rows = compare(truth, seen.audit)
    asked = tuple(row for row in rows if settings.only != "walk" or is_walk_fact(row))
    walks = sum(journey.seconds for journey in seen.audit.journeys.values())
    return Audited(name, truth["family"], asked, walks, seen.stage_seconds, seen.orders, seen.harm)


if __name__ == "__main__":
    main()
