"""The results of the accuracy benchmark as tables: by family, by fact, and every fact that was wrong."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from tests.shops.compare import TOLD_ONLY, Answer, Row

__all__ = ["Audited", "as_json", "as_markdown", "as_text", "harm_of"]

COUNTED = (Answer.RIGHT, Answer.WRONG, Answer.UNKNOWN)
Table = list[list[str]]


@dataclass(frozen=True)
class Audited:
    """One shop's comparison; ``harm`` is what the shop counted and must not have, ``problem`` why there is none.

    ``walk_seconds`` are those of both walks to the door; ``stage_seconds`` also hold what comes before and after them:
    looking for products and the replays of shorter ways.
    """

    name: str
    family: str
    rows: tuple[Row, ...] = ()
    walk_seconds: float = 0.0
    stage_seconds: float = 0.0
    orders: int = 0
    harm: str = ""
    problem: str = ""


def harm_of(found: Sequence[Audited]) -> str:
    """Name the shops that counted an order, an account or a message."""
    return "; ".join(f"{one.name}: {one.harm}" for one in found if one.harm)


def as_text(found: Sequence[Audited]) -> str:
    """Lay the results out for a terminal."""
    return _laid_out(found, _plain_table, lambda title: f"\n{title}\n{'-' * len(title)}")


def as_markdown(found: Sequence[Audited]) -> str:
    """Lay the results out as Markdown."""
    return _laid_out(found, _markdown_table, lambda title: f"\n## {title}\n") + "\n"


def as_json(found: Sequence[Audited]) -> str:
    """Give every row and the sums as JSON."""
    rows = [row for one in found for row in one.rows]
    doors = [row for row in rows if row.fact == "outcome" and "checkout-reached" in row.expected]
    data = {
        "variants": len(found),
        "families": len({one.family for one in found}),
        **{str(answer): _count(rows, answer) for answer in COUNTED},
        "guest_wrong": _count([row for row in rows if row.fact == "guest-checkout"], Answer.WRONG),
        "doors": _count(doors, Answer.RIGHT),
        "doors_total": len(doors),
        "seconds": dict(zip(("median", "worst"), _walks(found)[:2], strict=True)),
        "stage_seconds": dict(zip(("median", "worst"), _stages(found)[:2], strict=True)),
        "orders_placed": sum(one.orders for one in found),
        "harm": harm_of(found),
        "per_fact": {name: _shares(part) for name, part in _by_fact(rows)},
        "per_variant": {one.name: dataclasses.asdict(one) for one in found},
    }
    return json.dumps(data, indent=1, ensure_ascii=False, default=str) + "\n"


def _laid_out(found: Sequence[Audited], table: Callable[[Table], str], heading: Callable[[str], str]) -> str:
    rows = [row for one in found for row in one.rows]
    families = sorted({one.family for one in found})
    header = [["", "right", "wrong", "unknown", "right %", "wrong %"]]
    by_family = [_line(name, [row for one in found if one.family == name for row in one.rows]) for name in families]
    by_fact = [_line(name, part) for name, part in _by_fact(rows)]
    middle, worst, slowest = _walks(found)
    whole, longest, _name = _stages(found)
    parts = [
        heading("By family"),
        table([*header, *by_family, _line("all", rows)]),
        heading("By fact"),
        table([*header, *by_fact]),
    ]
    for title, answer in (("Wrong", Answer.WRONG), ("Unknown", Answer.UNKNOWN)):
        parts += [heading(title), table(_listed(found, answer)) if _count(rows, answer) else "none"]
    parts += [heading("Told, not counted"), table(_told_only(found))]
    broken = [[one.name, one.problem.strip().splitlines()[-1]] for one in found if one.problem]
    if broken:
        parts += [heading("Not audited"), table([["shop", "why"], *broken])]
    closing = (
        f"{len(found)} shops of {len(families)} families. Both screens walked in {middle:.1f} s (median), "
        f"{worst:.1f} s (worst: {slowest}); with looking for products and replays {whole:.1f} s, {longest:.1f} s. "
        f"Orders, accounts and messages: {harm_of(found) or 'none'}."
    )
    return "\n".join((*parts, "", closing)).strip()


def _by_fact(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    names = dict.fromkeys(row.fact for row in rows if row.counted)
    return [(name, [row for row in rows if row.fact == name]) for name in names]


def _count(rows: Iterable[Row], answer: Answer) -> int:
    return sum(row.counted and row.answer is answer for row in rows)


def _shares(rows: Sequence[Row]) -> dict[str, int]:
    return {str(answer): _count(rows, answer) for answer in COUNTED}


def _line(name: str, rows: Sequence[Row]) -> list[str]:
    counts = [_count(rows, answer) for answer in COUNTED]
    total = sum(counts) or 1
    return [name, *map(str, counts), f"{100 * counts[0] / total:.1f}", f"{100 * counts[1] / total:.1f}"]


def _listed(found: Sequence[Audited], answer: Answer) -> Table:
    lines = [["shop", "screen", "fact", "expected", "got", "why"]]
    rows = ((one.name, row) for one in found for row in one.rows if row.counted and row.answer is answer)
    lines += [[name, row.viewport, row.fact, _values(row), str(row.got), row.said[:200]] for name, row in rows]
    return lines


def _told_only(found: Sequence[Audited]) -> Table:
    """Count what is told beside: how often it agrees, and where it does not."""
    lines = [["fact", "same", "differs", "not told", "where it differs"]]
    for fact in sorted(TOLD_ONLY):
        rows = [(one.name, row) for one in found for row in one.rows if row.fact == fact]
        counts = [str(sum(row.answer is answer for _, row in rows)) for answer in COUNTED]
        differing = [(name, row) for name, row in rows if row.answer is Answer.WRONG]
        where = [f"{name} {row.viewport} {row.got} for {_values(row)}" for name, row in differing]
        lines.append([fact, *counts, "; ".join(where)])
    return lines


def _values(row: Row) -> str:
    return " or ".join(str(one) for one in row.expected)


def _walks(found: Sequence[Audited]) -> tuple[float, float, str]:
    return _middle_and_worst([(one.walk_seconds, one.name) for one in found if one.walk_seconds])


def _stages(found: Sequence[Audited]) -> tuple[float, float, str]:
    return _middle_and_worst([(one.stage_seconds, one.name) for one in found if one.stage_seconds])


def _middle_and_worst(seconds: Sequence[tuple[float, str]]) -> tuple[float, float, str]:
    worst, name = max(seconds, default=(0.0, "none"))
    return median(each for each, _ in seconds) if seconds else 0.0, worst, name


def _plain_table(lines: Table) -> str:
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    padded = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)
    return "\n".join(padded)


def _markdown_table(lines: Table) -> str:
    safe = [[cell.replace("|", "\\|").replace("\n", " ") for cell in line] for line in lines]
    rule = ["---"] * len(safe[0])
    return "\n".join(f"| {' | '.join(line)} |" for line in (safe[0], rule, *safe[1:]))
