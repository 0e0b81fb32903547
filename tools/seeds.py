"""The page docs/seeds.md: what the articles behind this program ask for, row by row, and what answers it."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Row", "read_figures", "read_rows", "seed_coverage"]

SOURCE = Path(__file__).parents[1] / "checks" / "seeds.toml"
HEAD = """{made_by}

# What the articles ask for, and what answers it

Five Finnish articles on customer experience stand at the beginning of this program. Their claims, advice, figures and
tools are {rows} rows: a robot can observe {yes} of them from outside, {partly} partly and {no} not at all. Each row
names the checks that look at it, the shop's own figures that tell it where they are brought in, or why nothing does.

The data is [checks/seeds.toml](../checks/seeds.toml); each check is told in [checks/README.md](../checks/README.md).
"""
COLUMNS = ("the article says", "kind", "seen from outside", "checks", "the shop's own figures", "remark")


@dataclass(frozen=True)
class Row:
    """One row of an article; ``figures`` are keys of the table of figures that only the shop itself has."""

    article: str
    says: str
    kind: str
    seen: str
    checks: tuple[str, ...]
    figures: tuple[str, ...]
    remark: str

    @property
    def answered(self) -> bool:
        """True where a check or a figure looks at it, or a remark says how else it is answered, or why it is not."""
        return bool(self.checks or self.figures or self.remark.startswith(("answered by: ", "not answered: ")))


def read_rows() -> tuple[Row, ...]:
    """Read the rows in the order of the articles."""
    data = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    return tuple(
        Row(article, says, kind, seen, tuple(checks), tuple(figures), remark)
        for article, rows in data["articles"].items()
        for says, kind, seen, checks, figures, remark in rows
    )


def read_figures() -> Mapping[str, str]:
    """Read what the keys of the shop's own figures stand for."""
    figures: dict[str, str] = tomllib.loads(SOURCE.read_text(encoding="utf-8"))["figures"]
    return figures


def seed_coverage(made_by: str) -> str:
    """Return the page as Markdown."""
    rows, figures = read_rows(), read_figures()
    seen = Counter(row.seen for row in rows)
    parts = [HEAD.format(made_by=made_by, rows=len(rows), **seen)]
    for article in dict.fromkeys(row.article for row in rows):
        lines = [_line(row, figures) for row in rows if row.article == article]
        table = [f"| {' | '.join(COLUMNS)} |", "| --- " * len(COLUMNS) + "|", *lines]
        parts.append(f"## Article {article}\n\n" + "\n".join(table) + "\n")
    return "\n".join(parts)


def _line(row: Row, figures: Mapping[str, str]) -> str:
    checks = ", ".join(f"[`{name}`](../checks/README.md#{name})" for name in row.checks)
    own = ", ".join(_figure(name) for key in row.figures for name in figures[key].split(", "))
    return f"| {row.says} | {row.kind} | {row.seen} | {checks} | {own} | {row.remark} |"


def _figure(name: str) -> str:
    return name if " " in name else f"`{name}`"
