"""What a room may know of the others: imports point one way, and pure rooms stay pure.

The tests walk whatever exists. A new room of `auditor` needs a row in ROOMS, which is the table of the design.
"""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from sys import stdlib_module_names

import pytest

from tests.source_tree import PACKAGES, ROOT, Module, imports, modules, tracked

# A room is a module or package of `auditor`, or `checks`, or `reports`; it imports itself and what its row names.
ROOMS: dict[str, set[str]] = {
    # nouns and data
    "model": set(),
    "vocabulary": {"model"},
    "page_scripts": set(),
    "settings": {"model"},
    "brand": {"model", "settings"},
    "amendments": {"model", "settings"},
    "demo_shop": set(),
    # record
    "collect": {"model", "page_scripts", "settings", "vocabulary"},
    # judge
    "derive": {"model", "vocabulary"},
    "check": {"derive", "model", "settings", "vocabulary"},
    "checks": {"check", "derive", "model", "vocabulary"},
    "trails": {"check", "model"},
    "registry": {"check", "checks", "model"},
    "judge": {"amendments", "check", "derive", "model", "registry", "score", "settings", "trails", "vocabulary"},
    "score": {"model"},
    # render and gate
    "reports": set(),
    "texts": {"reports"},
    "compare": {"model", "score"},
    "view": {"check", "compare", "model", "score", "texts"},
    "render": {"brand", "check", "compare", "model", "reports", "texts", "view"},
    "gate": {"model", "score", "settings"},
    "publish": {
        *("amendments", "brand", "check", "collect", "compare", "derive", "judge"),
        *("model", "registry", "render", "settings", "store", "texts", "view"),
    },
    # keep
    "store": {"model"},
    "kpi": {"model"},
}
BELOW_THE_COMMANDS = set(ROOMS) - {"checks"}
ROOMS["fleet"] = BELOW_THE_COMMANDS
ROOMS["cli"] = {"fleet", *BELOW_THE_COMMANDS}

PLAYWRIGHT = {"playwright"}
CLOCK = {"time"}
NETWORK = {"aiohttp", "http", "httpx", "requests", "socket", "ssl", "urllib.request", "urllib3"}
DISK = {"io", "os", "pathlib", "shutil", "sqlite3", "subprocess", "tempfile"}
# Beyond the rows above: what a room never imports from outside, and what it never calls.
NEVER_IMPORTED: dict[str, set[str]] = {
    **{room: PLAYWRIGHT for room in ROOMS if room != "collect"},
    "model": PLAYWRIGHT | CLOCK | NETWORK | DISK,
    "derive": PLAYWRIGHT | CLOCK | NETWORK | DISK,
    "checks": PLAYWRIGHT | CLOCK | NETWORK | DISK | {"random"},
    "judge": PLAYWRIGHT | NETWORK | DISK,
    "score": PLAYWRIGHT | CLOCK | NETWORK | DISK,
    "compare": PLAYWRIGHT | CLOCK | NETWORK | DISK,
}
CLOCK_CALLS = {"now", "today", "utcnow"}
NEVER_CALLED: dict[str, set[str]] = {
    "model": CLOCK_CALLS | {"open"},
    "derive": CLOCK_CALLS | {"open"},
    "checks": CLOCK_CALLS | {"open"},
    "judge": {"open"},
    "score": CLOCK_CALLS | {"open"},
    "compare": CLOCK_CALLS | {"open"},
}


PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# SQLAlchemy loads psycopg by the address of the database, the vocabulary names modules of python-stdnum.
LOADED_BY_NAME = {"psycopg", "python-stdnum"}
# Commands, plugins and types, which nobody imports; the settings of a test shop name the last two.
TOOLS = {"coverage", "lxml-stubs", "mutmut", "mypy", "pytest-asyncio", "pytest-xdist", "ruff", "types-pyyaml"}
TOOLS |= {"sorl-thumbnail", "whoosh"}


def room_of(name: str) -> str | None:
    """Return the room that an imported name lies in: empty for `auditor` itself, None for what is not ours."""
    top, *rest = name.split(".")
    if top == "auditor":
        return rest[0] if rest and rest[0] in ROOMS else ""
    return top if top in PACKAGES else None


def lies_in(name: str, places: Iterable[str]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


def broken_import_rules(module: Module) -> Iterator[str]:
    allowed = {"", module.room, *ROOMS.get(module.room, ())}
    for name, line in imports(module):
        room = room_of(name)
        if room is not None and room not in allowed:
            yield f"{module.path}:{line}: {module.room} must not import {room}"
        if lies_in(name, NEVER_IMPORTED.get(module.room, ())):
            yield f"{module.path}:{line}: {module.room} must not import {name}"


def broken_call_rules(module: Module) -> Iterator[str]:
    forbidden = NEVER_CALLED.get(module.room, set())
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
            if called in forbidden:
                yield f"{module.path}:{node.lineno}: {module.room} must not call {called}()"


def canonical(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def locked(name: str) -> set[tuple[str, str]]:
    """Read the packages of a lock with their versions."""
    text = (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
    return set(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))


def declared_dependencies() -> set[str]:
    project = PYPROJECT["project"]
    extras = (line for lines in project["optional-dependencies"].values() for line in lines)
    return {named(line) for line in (*project["dependencies"], *extras)}


def named(requirement: str) -> str:
    return canonical(re.split(r"[\[<>=! ]", requirement)[0])


def imported(of: Iterable[Module]) -> set[str]:
    """Name the packages that modules import."""
    providers = packages_distributions()
    tops = {name.split(".")[0] for module in of for name, _ in imports(module)}
    return {canonical(provider) for top in tops for provider in providers.get(top, ())}


def test_there_are_modules_to_walk() -> None:
    assert {module.room for module in modules()} >= {"", "checks", "reports"}


def test_every_room_has_its_row_in_the_table() -> None:
    rooms = {module.room for module in modules()} - {""}

    assert rooms - set(ROOMS) == set()


def test_the_table_points_one_way() -> None:
    below = dict(ROOMS)
    while leaves := [room for room, seen in below.items() if not seen & below.keys()]:
        below = {room: seen for room, seen in below.items() if room not in leaves}

    assert below == {}


def test_imports_point_one_way() -> None:
    assert [broken for module in modules() for broken in broken_import_rules(module)] == []


def test_pure_rooms_call_neither_clock_nor_disk() -> None:
    assert [broken for module in modules() for broken in broken_call_rules(module)] == []


def test_every_third_party_import_is_a_declared_dependency() -> None:
    providers = packages_distributions()
    known = {*PACKAGES, *stdlib_module_names}
    declared = declared_dependencies()
    outside = {(name.split(".")[0], module.path) for module in modules() for name, _ in imports(module)}

    undeclared = [
        f"{path}: {top}"
        for top, path in sorted(outside)
        if top not in known and not declared & {canonical(provider) for provider in providers.get(top, ())}
    ]

    assert undeclared == []


def test_every_declared_dependency_is_imported() -> None:
    assert declared_dependencies() - imported(modules()) == LOADED_BY_NAME


def test_every_package_for_tests_is_imported_by_them_or_is_a_tool() -> None:
    lines = (line for line in PYPROJECT["dependency-groups"]["dev"] if isinstance(line, str))
    paths = (path.relative_to(ROOT) for path in tracked() if path.suffix == ".py")
    ours = (path for path in paths if path.parts[0] in {"tests", "tools", "benchmarks"})
    trees = (Module(path.as_posix(), ast.parse((ROOT / path).read_text(encoding="utf-8"))) for path in ours)

    assert {named(line) for line in lines} - imported(trees) == TOOLS


def test_the_locks_hold_what_is_declared_in_the_same_versions() -> None:
    run, extras, every = (locked(name) for name in ("run", "extras", "all"))

    assert {name for name, _version in extras} >= declared_dependencies()
    assert run < extras < every


@pytest.mark.parametrize(
    ("path", "source", "broken"),
    [
        ("checks/purchase/price.py", "from auditor.collect import browser", True),
        ("checks/purchase/price.py", "from auditor import store", True),
        ("checks/purchase/price.py", "import httpx", True),
        ("checks/purchase/price.py", "from datetime import datetime\ndatetime.now()", True),
        ("checks/purchase/price.py", "from auditor.check import check\nfrom datetime import date", False),
        ("auditor/collect/walk.py", "import checks.purchase", True),
        ("auditor/collect/walk.py", "from ..judge import judge", True),
        ("auditor/collect/walk.py", "from . import browser\nfrom playwright.async_api import Page", False),
        ("auditor/judge.py", "from pathlib import Path", True),
        ("auditor/judge.py", "open('audit.json')", True),
        ("auditor/model/site.py", "from auditor.settings import Profile", True),
        ("auditor/cli/run.py", "from auditor import __version__, collect, gate", False),
        ("auditor/cli/run.py", "from playwright.async_api import Page", True),
    ],
)
def test_the_rules_tell_right_from_wrong(path: str, source: str, broken: bool) -> None:
    module = Module(path, ast.parse(source))

    found = [*broken_import_rules(module), *broken_call_rules(module)]

    assert bool(found) == broken
