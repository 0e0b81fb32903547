"""`cx-audit gate`: hold a shop against a budget and an earlier audit, for a pipeline."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from auditor.cli.options import access_options, formats_of, record_options, settings_of
from auditor.cli.target import nothing_idle, target_of

if TYPE_CHECKING:  # loaded when a gate is run, not when its help is printed
    from auditor.cli.auditing import Order
    from auditor.cli.gate_audit import Rules
    from auditor.gate.outcome import Gated

__all__ = ["command"]

INTERNAL = 70
# The options that make sense for an audit that is there already.
FOR_AUDITS = ("budget_file", "baseline", "require", "speed_pages", "only", "junit", "markdown", "as_json")
EPILOG = """\b
Examples:
  cx-audit gate https://shop.example --budget budget.toml
  cx-audit gate https://staging.example --only speed --page / --page /product/1 --budget budget.toml
  cx-audit gate shop.example --require guest-checkout=guest --baseline last --junit gate.xml
  cx-audit gate audits/shop.example/20260131T120000Z --budget budget.toml

Exit codes: 0 all limits kept, 1 a limit broken, 2 usage or configuration, 3 something could not be measured (a page
that answers 404 or asks for a login, a figure or fact that is missing), 4 this machine lacks something,
70 internal error, 130 or 143 interrupted. 3 goes before 1: what was not measured has not passed."""


@click.command("gate", epilog=EPILOG, context_settings={"max_content_width": 100})
@click.argument("target", metavar="URL|DIR")
@click.option(
    "--budget",
    "budget_file",
    type=click.Path(path_type=Path),
    envvar="CX_AUDIT_BUDGET",
    show_envvar=True,
    help="TOML file of limits; `cx-audit budget init` writes a first one.",
)
@click.option(
    "--baseline",
    metavar="DIR|FILE|last",
    help="Earlier audit that this one must not fall behind; last: the newest good one beside it.",
)
@click.option(
    "--confirm",
    type=click.IntRange(0, 25),
    default=3,
    show_default=True,
    help="Load a page that is too slow so often again before it is believed; 0: believe at once.",
)
@click.option(
    "--page",
    "speed_pages",
    multiple=True,
    metavar="P",
    help="Time this page (a path or an address) instead of those found; may be repeated.",
)
@click.option("--require", multiple=True, metavar="CHECK=VALUE", help="Fact that must hold; may be repeated.")
@click.option(
    "--max-seconds",
    type=click.FloatRange(min=10, min_open=True),
    help="End after this time; what was not measured by then has not passed.",
)
@click.option("--junit", type=click.Path(path_type=Path, dir_okay=False), help="Write JUnit XML.")
@click.option("--markdown", type=click.Path(path_type=Path, dir_okay=False), help="Write a Markdown table.")
@record_options()
@access_options
def command(
    target: str, budget_file: Path | None, baseline: str | None, confirm: int, require: tuple[str, ...],
    max_seconds: float | None, junit: Path | None, markdown: Path | None, out: Path | None, lang: str | None,
    formats: str, as_json: bool, ignore_file: Path | None, brand_file: Path | None, **given: Any,
) -> int:  # fmt: skip
    """Hold a shop, or an audit that is there already, against a budget, required facts and an earlier audit.

    What could not be measured has not passed. A page that is too slow is measured again before it is believed.
    On GitHub annotations are printed and the job's summary is written. An audit that is there already is named by its
    folder or its audit.json; options about the walk and the loads are for addresses.
    """
    with _Failure(target, junit, markdown, as_json=as_json):
        rules = _rules(budget_file, baseline, require, given)
        folder = target_of(target)
        if folder is not None:
            from auditor.cli.gate_audit import gate_folder  # without what a browser needs

            nothing_idle(*FOR_AUDITS)
            gated = gate_folder(folder, rules)
        else:
            from auditor.cli.gate_shop import gate_shop

            order = _order(target, given, max_seconds, (out, lang, formats, ignore_file, brand_file))
            gated = gate_shop(order, rules, confirm)
    _tell(gated, junit, markdown, as_json=as_json)
    return gated.code


def _rules(budget_file: Path | None, baseline: str | None, require: tuple[str, ...], given: dict[str, Any]) -> Rules:
    """Read all that a shop is held against, before anything is measured; raises SettingsError and click.UsageError."""
    from auditor.cli.gate_audit import LAST, Rules
    from auditor.gate.budget import Budget, checked, load_budget, required
    from auditor.registry import load_checks

    if budget_file is None and baseline is None and not require:
        raise click.UsageError("There is nothing to hold the shop against: give --budget, --baseline or --require.")
    budget = load_budget(budget_file) if budget_file else Budget()
    budget = budget.model_copy(update={"require": {**budget.require, **required(require)}})
    if budget.empty and baseline is None:
        raise click.UsageError(f"The budget {budget_file} limits nothing.")
    if baseline not in {None, LAST} and not Path(str(baseline)).exists():
        raise click.UsageError(f"--baseline: {baseline} does not exist; name a folder, a file or {LAST}.")
    pages = given["speed_pages"]
    if pages and given.get("only") == "walk":
        raise click.UsageError("--page names pages to time, and --only walk times none.")
    narrowed = bool(pages) or given.get("only") in {"speed", "walk"}
    return Rules(checked(budget, (check.id for check in load_checks())), baseline, pages, narrowed)


def _order(target: str, given: dict[str, Any], max_seconds: float | None, more: tuple[Any, ...]) -> Order:
    """Put together what is to be audited; raises SettingsError, AddressError and click.UsageError."""
    from auditor.amendments import load_amendments
    from auditor.cli.auditing import Order
    from auditor.cli.judging import brand_of
    from auditor.collect.arrival.address import read_address, same_site

    out, lang, formats, ignore_file, brand_file = more
    asked = read_address(target)
    for page in given["speed_pages"]:
        if urlsplit(page).netloc and not same_site(page, asked.tries[0]):
            raise click.UsageError(f"--page {page} is not a page of {asked.host}.")
    settings, profile = settings_of(given)
    if max_seconds:
        settings = settings.model_copy(update={"max_seconds": max_seconds})
    return Order(
        asked,
        settings,
        profile,
        lang,
        formats_of(formats),
        out,
        amendments=load_amendments(ignore_file),
        brand=brand_of(brand_file),
    )


def _tell(gated: Gated, junit: Path | None, markdown: Path | None, *, as_json: bool) -> None:
    """Print how the gate ended, for people or for programs, and write what was asked for."""
    from auditor.gate.outputs.data import as_json as json_of
    from auditor.gate.outputs.plain import as_text

    click.echo(json_of(gated) if as_json else as_text(gated), file=sys.stdout)
    _written(gated, junit, markdown, as_json=as_json)


def _written(gated: Gated, junit: Path | None, markdown: Path | None, *, as_json: bool) -> None:
    """Write the files that were asked for, and on GitHub the annotations and the job's summary."""
    from auditor.gate.outputs.github import as_annotations
    from auditor.gate.outputs.junit import as_junit
    from auditor.gate.outputs.markdown import as_markdown

    if junit:
        _put(junit, as_junit(gated))
    if markdown:
        _put(markdown, as_markdown(gated))
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for line in as_annotations(gated):
            click.echo(line, err=as_json)
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if summary:
            _put(Path(summary), as_markdown(gated), more=True)


def _put(path: Path, text: str, *, more: bool = False) -> None:
    """Write a file, or add to it; raises StoreError."""
    from auditor.store.errors import disk_errors_told

    with disk_errors_told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a" if more else "w", encoding="utf-8") as file:
            file.write(text)


class _Failure:
    """Writes all that a pipeline reads where the gate could not even begin: it may look nowhere else."""

    def __init__(self, target: str, junit: Path | None, markdown: Path | None, *, as_json: bool) -> None:
        self._target, self._junit, self._markdown, self._as_json = target, junit, markdown, as_json

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Write the reason; the error itself goes on and is told by the program's entry."""
        del kind, trace
        if not isinstance(error, Exception):
            return
        from auditor.gate.outcome import Gated
        from auditor.gate.verdict import unmeasured

        foreseen = type(error).__module__.startswith("auditor.")
        told = str(error) if foreseen else f"an internal error ended the program ({type(error).__name__})."
        told = error.format_message() if isinstance(error, click.ClickException) else told
        verdict = unmeasured("gate", "the gate", "", f"Nothing was gated: {told}")
        gated = Gated(_host(self._target), INTERNAL, (verdict,), datetime.now(UTC))
        _written(gated, self._junit, self._markdown, as_json=self._as_json)


def _host(target: str) -> str:
    """Name what was to be gated, without a name and password that may stand in it."""
    return target.rpartition("@")[2]
