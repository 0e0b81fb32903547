"""`cx-audit checks`: the list of checks and their manual pages."""

from __future__ import annotations

import json
from difflib import get_close_matches

import click
from pydantic import JsonValue

from auditor.check import Check
from auditor.model import Stage
from auditor.registry import load_checks

__all__ = ["command"]


@click.command(
    "checks", epilog="\b\nExamples:\n  cx-audit checks\n  cx-audit checks guest-checkout\n  cx-audit checks --format md"
)
@click.argument("check_id", metavar="[ID]", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
def command(check_id: str | None, form: str) -> int:
    """List the checks by stage, or print what one check looks at, why, and from which source."""
    known = load_checks()
    chosen = [check for check in known if check_id in {None, check.id}]
    if not chosen:
        near = get_close_matches(check_id or "", [check.id for check in known], n=3, cutoff=0.4)
        hint = f"; did you mean {', '.join(near)}?" if near else "; `cx-audit checks` lists them."
        raise click.UsageError(f"there is no check called {check_id}{hint}")
    order = list(Stage)
    chosen.sort(key=lambda check: (order.index(check.stage), -check.weight, check.id))
    if form == "json":
        data = [_data(check) for check in chosen]
        click.echo(json.dumps(data[0] if check_id else data, ensure_ascii=False, indent=1))
    elif form == "md":
        click.echo("\n".join(_markdown(check) for check in chosen))
    else:
        click.echo("\n".join(_manual(chosen[0]) if check_id else _list(chosen)))
    return 0


def _list(checks: list[Check]) -> list[str]:
    lines: list[str] = []
    for stage in Stage:
        mine = [check for check in checks if check.stage is stage]
        if mine:
            lines += ["", f"{stage}"]
            lines += [f"  {check.id:<26} {check.weight:>4g}  {check.severity:<9} {check.title}" for check in mine]
    return lines[1:]


def _manual(check: Check) -> list[str]:
    lines = [
        f"{check.id} – {check.title}",
        "",
        check.why,
        "",
        f"Stage:    {check.stage}",
        f"Weight:   {check.weight:g}",
        f"Severity: {check.severity}",
        f"Needs:    {', '.join(sorted(check.needs)) or 'nothing'}",
        f"Advice:   {check.advice}",
        *(f"  {name}: {text}" for name, text in check.advice_for.items()),
        f"Source:   {check.source}",
    ]
    if check.options:
        lines.append("Options:")
        lines += [
            f"  {name} = {option.default} {option.unit}" + (f"  ({option.why})" if option.why else "")
            for name, option in check.options.items()
        ]
    lines.append("Messages:")
    lines += [f"  {name}: {text}" for name, text in check.messages.items()]
    return lines


def _markdown(check: Check) -> str:
    facts = f"{check.stage} · weight {check.weight:g} · {check.severity}"
    lines = [f"## {check.id}", "", f"**{check.title}** ({facts})", "", check.why, ""]
    lines += [f"- Advice: {check.advice}", *(f"  - {text}" for text in check.advice_for.values())]
    lines += [f"- Source: {check.source}"]
    if check.options:
        lines += ["- Options:"]
        lines += [
            f"  - `{name}` = {_shown(option.default)} {option.unit}".rstrip()
            + (f": {option.why}" if option.why else "")
            for name, option in check.options.items()
        ]
    lines += ["- It can say:", *(f"  - {text}" for text in dict.fromkeys(check.messages.values()))]
    return "\n".join([*lines, ""])


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _data(check: Check) -> dict[str, JsonValue]:
    return {
        "id": check.id,
        "stage": check.stage,
        "weight": check.weight,
        "severity": check.severity,
        "scope": check.scope,
        "needs": [str(need) for need in sorted(check.needs)],
        "title": check.title,
        "failure_title": check.failure_title,
        "why": check.why,
        "advice": check.advice,
        "advice_for": dict(check.advice_for),
        "source": check.source,
        "messages": dict(check.messages),
        "options": {
            name: {
                "default": list(option.default) if isinstance(option.default, tuple) else option.default,
                "unit": option.unit,
                "why": option.why,
            }
            for name, option in check.options.items()
        },
    }
