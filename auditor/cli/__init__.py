"""The command line: one file per command, each loaded only when it is asked for."""

from auditor.cli.main import cli, main

__all__ = ["cli", "main"]
