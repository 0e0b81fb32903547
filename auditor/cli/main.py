"""The program's entry: finds the command, and turns every end into an exit code of CONTRACTS 5."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from importlib import import_module

import click

from auditor import __version__
from auditor.cli.failures import failure_of

__all__ = ["COMMANDS", "INTERRUPTED", "cli", "main"]

INTERRUPTED = 130

# Each command with its line of help, so that the list of commands is printed without loading any of them.
COMMANDS = {
    "run": "Audit one or more web shops and write a report for each.",
    "gate": "Hold a shop against a budget, for a pipeline: exit code 1 where a limit is broken.",
    "budget": "Write a budget for the gate from a first audit.",
    "judge": "Judge a recorded audit again, without a browser.",
    "report": "Write the report of an audit again, in another language if you like.",
    "compare": "Put two to five audits side by side: before and after, or competitors.",
    "dashboard": "Build a page of all audited shops with their scores, trends and reports.",
    "explain": "Show what the walk weighed, tried and proved, step by step.",
    "checks": "List the checks, or print the manual page of one.",
    "demo": "Audit the demo shop that comes with the program, or serve it.",
    "sites": "Check and list the shops of a sites file, and tell which are due.",
    "schedule": "Audit the shops that are due by their schedules.",
    "history": "Show a shop's earlier audits, or tend their index.",
    "doctor": "See whether this machine has what an audit needs.",
}
EPILOG = """\b
Examples:
  cx-audit run https://shop.example
  cx-audit run shop.example --lang fi --samples 1 --out audits/mine
  cx-audit report audits/mine --lang sv
  cx-audit demo

Exit codes: 0 done, 1 a limit of the gate broken, 2 usage or configuration, 3 the shop could not be audited,
4 this machine lacks something, 70 internal error, 130 or 143 interrupted.

Configuration, profiles and environment variables: docs/settings.md."""


class _Lazy(click.Group):
    """A group that imports a command's module when the command is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"auditor.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Lazy, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="cx-audit")
def cli() -> None:
    """Walk a web shop as a customer would, on desktop and phone, and score each stage of the customer journey."""


def main(args: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; bad input gives one sentence, never a traceback."""
    codes: list[int] = []
    with ExitStack() as stack:
        stack.push(lambda _kind, error, _trace: _told(error, codes))
        code = cli.main(args=list(args) if args is not None else None, prog_name="cx-audit", standalone_mode=False)
        codes.append(code if isinstance(code, int) else 0)
    return codes[-1]


def _told(error: BaseException | None, codes: list[int]) -> bool:
    """Say on stderr what ended the program; True where nothing more is to be said."""
    if error is None:
        return False
    if isinstance(error, click.ClickException):
        error.show(file=sys.stderr)
        codes.append(error.exit_code)
        return True
    if isinstance(error, click.Abort | KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        codes.append(INTERRUPTED)
        return True
    if not isinstance(error, Exception):
        return False  # SystemExit and the like go their way
    failure = failure_of(error)
    codes.append(failure.code)
    click.echo(failure.sentence, err=True)
    return True
