"""The project's own source as data: its files, and its modules parsed, for the tests that look at the code itself."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["PACKAGES", "ROOT", "Import", "Module", "imports", "modules", "tracked"]

ROOT = Path(__file__).parent.parent
PACKAGES = ("auditor", "checks", "reports")


class Module(NamedTuple):
    """One of our source files, parsed; `path` is relative to the root."""

    path: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The package or module of `auditor` it lies in, or `checks` or `reports`; empty for `auditor/__init__.py`."""
        top, *rest = Path(self.path).with_suffix("").parts
        return top if top != "auditor" else "" if rest == ["__init__"] else rest[0]


class Import(NamedTuple):
    """One imported name, dotted, and the line it stands on."""

    name: str
    line: int


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file of the project that git knows or would add."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(sorted({path for name in listed.split("\0") if name and (path := ROOT / name).is_file()}))


@cache
def modules() -> tuple[Module, ...]:
    """Return the modules of the three packages."""
    named = ((path.relative_to(ROOT), path) for path in tracked() if path.suffix == ".py")
    return tuple(
        Module(name.as_posix(), ast.parse(path.read_text(encoding="utf-8"), filename=name.as_posix()))
        for name, path in named
        if name.parts[0] in PACKAGES
    )


def imports(module: Module) -> Iterator[Import]:
    """Yield what a module imports anywhere in it, relative imports spelt out."""
    package = Path(module.path).parent.parts
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            source = ".".join((*base, *filter(None, [node.module])))
            yield from (Import(f"{source}.{alias.name}", node.lineno) for alias in node.names)
