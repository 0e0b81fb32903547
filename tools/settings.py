"""The page docs/settings.md: every key of a configuration file and of a profile, from the models themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from auditor.cli.main import COMMANDS
from auditor.settings import Profile, RecordSettings, SiteAccess

__all__ = ["EXAMPLE", "settings_reference"]

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "settings" / "config.toml"
# In memory alone: no file sets it.
HIDDEN = {"state"}
SIGNS = {"ge": "from", "gt": "over", "le": "to"}
TABLES: tuple[tuple[str, type[BaseModel], str], ...] = (
    ("record", RecordSettings, "How a shop is looked at; times in seconds."),
    (
        "record.access",
        SiteAccess,
        "How to get into a shop that is not open to all. Secrets are better given by the environment, below.",
    ),
    (
        "profile",
        Profile,
        "How it is judged. Checks, their weights and their options: [checks/README.md](../checks/README.md).",
    ),
)
HEAD = """{made_by}

# Configuration and profile

A configuration is a TOML file with the tables `[record]` and `[profile]`; `run`, `gate`, `compare`, `demo` and
`budget init` take it by `--config FILE`. `--profile FILE`, which `judge` takes too, reads the table `[profile]` of a
file and nothing else of it; it goes before that of `--config`. A sites file names such a file for a shop by `profile`,
and writes the keys of `[record]` as `record.KEY` ([every week, many shops](weekly.md)).

What is not set keeps its default. An option of the command line goes before the file. No key of these tables is read
from the environment as such; the options that read a variable are listed below. A key, a check, an option of a check, a
probe or a time zone that is not there ends the program with exit code 2 and, where one is near, the right word; of the
profiles that a sites file names, `cx-audit sites check` tells it.

Scores are compared only between audits whose profiles bear the same name: give yours one of its own.

[examples/settings/config.toml](../examples/settings/config.toml):

```toml
{example}```
"""
TAIL = """## The environment

An option that is given goes before its variable.

| variable | instead of | read by |
| --- | --- | --- |
{rows}
"""
# Read elsewhere than by an option.
BESIDE = (
    ("CX_AUDIT_BROWSER", "`--browser PATH`", "all that start a browser"),
    ("CX_AUDIT_COOKIE", "`--cookie NAME=VALUE`, one a line; options are added", "as `CX_AUDIT_AUTH`"),
    ("CX_AUDIT_HEADER", "`--header NAME:VALUE`, one a line; options are added", "as `CX_AUDIT_AUTH`"),
    ("CX_AUDIT_DATABASE", "`database` of the sites file", "history, schedule, sites due"),
)


def settings_reference(made_by: str) -> str:
    """Return the page as Markdown."""
    parts = [HEAD.format(made_by=made_by, example=EXAMPLE.read_text(encoding="utf-8"))]
    for name, model, what in TABLES:
        rows = "\n".join(_row(key, field) for key, field in model.model_fields.items() if key not in HIDDEN)
        parts.append(f"## [{name}]\n\n{what}\n\n| key | default | what it is |\n| --- | --- | --- |\n{rows}\n")
    rows = "\n".join(f"| `{name}` | {option} | {where} |" for name, option, where in sorted((*_variables(), *BESIDE)))
    return "\n".join([*parts, TAIL.format(rows=rows).rstrip() + "\n"])


def _row(key: str, field: FieldInfo) -> str:
    found = ((sign, getattr(one, name, None)) for one in field.metadata for name, sign in SIGNS.items())
    limits = [f"{sign} {value}" for sign, value in found if value is not None]
    chosen = [f"`{_toml(one)}`" for one in _choices(field.annotation)]
    about = "; ".join(filter(None, [field.description or "", " or ".join(chosen), " ".join(limits)]))
    return f"| `{key}` | {_default(field)} | {about} |"


def _default(field: FieldInfo) -> str:
    value = field.get_default(call_default_factory=True)
    return "" if value is None or isinstance(value, BaseModel) else f"`{_toml(value)}`"


def _toml(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(one) for one in value)}]"
    return json.dumps(str(value) if isinstance(value, Enum) else value)


def _choices(kind: Any) -> Iterator[Any]:
    """List the values that a key may have, where they are few and known."""
    if get_origin(kind) is Literal:
        yield from get_args(kind)
    elif isinstance(kind, type) and issubclass(kind, Enum):
        yield from kind
    else:
        yield from (value for part in get_args(kind) if part is not Ellipsis for value in _choices(part))


def _variables() -> Iterator[tuple[str, str, str]]:
    """List the environment variables that options read, with the commands that have them."""
    found: dict[tuple[str, str], list[str]] = {}
    for name in COMMANDS:
        for path, option in _options(import_module(f"auditor.cli.{name}").command, name):
            if isinstance(option.envvar, str):
                found.setdefault((option.envvar, f"`{option.opts[0]} {_value(option)}`"), []).append(path)
    return ((name, option, ", ".join(dict.fromkeys(where))) for (name, option), where in found.items())


def _value(option: click.Option) -> str:
    if isinstance(option.type, click.Path):
        return "FILE" if option.type.file_okay else "DIR"
    return option.metavar or str(option.name).upper()


def _options(command: click.Command, path: str) -> Iterator[tuple[str, click.Option]]:
    yield from ((path, one) for one in command.params if isinstance(one, click.Option))
    if isinstance(command, click.Group):
        for name, each in command.commands.items():
            yield from _options(each, f"{path} {name}")
