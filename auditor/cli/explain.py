"""`cx-audit explain`: why the walk pressed what it pressed."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from auditor.model import Act, Journey, Recording, ViewportName
from auditor.store import read_recording

__all__ = ["command"]

WIDTH = 100
SHOWN = 6


@click.command(
    "explain", epilog="\b\nExample:\n  cx-audit explain audits/shop.example/20260131T120000Z --viewport mobile"
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--viewport", type=click.Choice([str(name) for name in ViewportName]), help="Only this screen.")
@click.option(
    "--candidates", type=click.IntRange(0, 50), default=SHOWN, show_default=True, help="Candidates to show per act."
)
def command(folder: Path, viewport: str | None, candidates: int) -> int:
    """Show for each act of the walk what was weighed and why, what was tried, and what proved that it worked."""
    recording = read_recording(folder)
    console = Console(width=WIDTH if not Console().is_terminal else None, highlight=False)
    for name in recording.site.viewports:
        if viewport in {None, str(name)}:
            _screen(console, recording, name, candidates)
    return 0


def _screen(console: Console, recording: Recording, name: ViewportName, candidates: int) -> None:
    console.rule(f"[bold]{name}[/bold]")
    journey = recording.journeys.get(name)
    acts = [act for act in recording.acts if act.viewport is name]
    if journey is None and not acts:
        console.print("This screen was not walked.")
        return
    for number, act in enumerate(acts, start=1):
        _act(console, number, act, candidates)
    if journey:
        _end(console, journey)


def _act(console: Console, number: int, act: Act, candidates: int) -> None:
    mark = "[green]worked[/green]" if act.worked else "[red]failed[/red]"
    pressed = f" “{escape(act.label)}”" if act.label else ""
    clicks = f", counted as {act.counted}" if act.counted else ""
    console.print(
        f"[bold]{number}. {escape(act.leg)}: {escape(act.intent)}[/bold] – {escape(act.act)}{pressed} {mark}{clicks}"
    )
    console.print(f"   at {escape(act.url)}", soft_wrap=True)
    if act.verified_by:
        console.print(f"   proved by {escape(', '.join(act.verified_by))}", soft_wrap=True)
    if act.note:
        console.print(f"   {escape(act.note)}", soft_wrap=True)
    shown = act.candidates[:candidates]
    if not shown:
        return
    table = Table(box=None, padding=(0, 1), show_header=False)
    for column in ("", "score", "label", "reasons"):
        table.add_column(column, overflow="fold")
    for one in shown:
        chosen = one.selector == act.selector and one.label == act.label
        table.add_row(
            "   →" if chosen else "    ",
            f"{one.score:.2f}",
            escape(one.label or one.selector)[:50],
            escape(", ".join(one.reasons)),
        )
    console.print(table)


def _end(console: Console, journey: Journey) -> None:
    console.print(f"[bold]End: {journey.outcome}[/bold]" + (f" – {escape(journey.reason)}" if journey.reason else ""))
    clicks = journey.clicks
    told = (
        (name, getattr(clicks, name)) for name in ("product", "in_cart", "cart", "door", "guest_form", "interruptions")
    )
    console.print("   clicks: " + ", ".join(f"{name} {'–' if value is None else value}" for name, value in told))
    if journey.door:
        door = journey.door
        why = f" – {escape(door.reason)}" if door.reason else ""
        console.print(
            f"   door: {door.kind}, guest checkout: {door.guest} ({door.confidence} confidence, {door.basis}){why}"
        )
        for one in door.evidence:
            console.print(f"   seen there: {escape(one.excerpt)}", soft_wrap=True)
    if journey.verified_by:
        console.print(f"   proved by {escape(', '.join(journey.verified_by))}", soft_wrap=True)
    _shortest(console, journey)
    for refusal in journey.refusals:
        console.print(f"   the guard refused {escape(refusal)}", soft_wrap=True)


def _shortest(console: Console, journey: Journey) -> None:
    if journey.shortest_seen is None:
        console.print("   shorter way: none was proven")
        return
    shortest = journey.shortest_seen
    pressed = escape(" → ".join(f"“{label}”" for label in shortest.labels))
    proof = escape(", ".join(shortest.verified_by))
    told = f"   shorter way: {shortest.way}, {shortest.door} clicks to the door: {pressed}"
    console.print(f"{told}; proved by {proof} in {shortest.seconds:g} s", soft_wrap=True)
