"""What holds for every file: exact `__all__`, short files, narrow excepts, nothing that only one machine knows."""

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from tests.source_tree import ROOT, Module, imports, modules, tracked

# A check that raises is an error in the audit; a site that raises must not stop the next one. Both record it.
BROAD_EXCEPT_ALLOWED = {"auditor/judge.py", "auditor/fleet/runner.py"}
# A slow server is one of the demo shop's faults.
SLEEP_ALLOWED = {"auditor/demo_shop/server.py"}
MAX_LINES = 300
OURS_BY_HAND = {".css", ".html", ".j2", ".jinja", ".js", ".py"}
# Brackets keep these patterns from matching themselves.
HOSTS = re.compile(r"py[p]i\.org|python[h]osted|registry\.npm[j]s|deb\.debia[n]")
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|farm|tmp|root)/[a-z.]|/opt/(?:pypi|wheels)")


def bound_names(body: list[ast.stmt]) -> Iterator[str]:
    """Yield the names a module binds at its top, in `if` and `try` as well."""
    for node in body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=targets):
                yield from (part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                yield from (alias.asname or alias.name.split(".")[0] for alias in names)
            case ast.If() | ast.Try():
                yield from bound_names([part for part in ast.iter_child_nodes(node) if isinstance(part, ast.stmt)])


def exported(module: Module) -> list[str] | None:
    for node in module.tree.body:
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["__all__"]:
            names: list[str] = ast.literal_eval(node.value)
            return names
    return None


def wrong_exports(module: Module) -> Iterator[str]:
    """Compare `__all__` with what is there: every public function and class, and no name that is not bound."""
    names = exported(module)
    if names is None:
        return
    functions_and_classes = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    defined = {node.name for node in module.tree.body if isinstance(node, functions_and_classes)}
    bound = set(bound_names(module.tree.body))
    if "__getattr__" in bound:  # names made on demand
        bound |= set(names)
    if module.path.endswith("/__init__.py"):  # a package may name its modules
        bound |= {child.stem for child in (ROOT / module.path).parent.iterdir()}
    yield from (f"{module.path}: {name} is missing" for name in sorted(defined - set(names)) if name[0] != "_")
    yield from (f"{module.path}: {name} is not there" for name in names if name not in bound)
    yield from (f"{module.path}: {name} stands twice" for name in sorted(set(names)) if names.count(name) > 1)


def broad_excepts(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.walk(node.type) if node.type else [ast.Name("BaseException")]
            if any(isinstance(part, ast.Name) and part.id in {"Exception", "BaseException"} for part in caught):
                yield f"{module.path}:{node.lineno}"


def sleeps(module: Module) -> Iterator[str]:
    calls = (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))
    yield from (f"{module.path}:{node.lineno}" for node in calls if ast.unparse(node.func) == "time.sleep")
    yield from (f"{module.path}:{line}" for name, line in imports(module) if name == "time.sleep")


def test_all_is_exact() -> None:
    assert [wrong for module in modules() for wrong in wrong_exports(module)] == []


def test_broad_excepts_stay_in_their_two_places() -> None:
    elsewhere = [module for module in modules() if module.path not in BROAD_EXCEPT_ALLOWED]

    assert [found for module in elsewhere for found in broad_excepts(module)] == []


def test_nothing_waits_by_the_clock() -> None:
    elsewhere = [module for module in modules() if module.path not in SLEEP_ALLOWED]

    assert [found for module in elsewhere for found in sleeps(module)] == []


def test_files_stay_short() -> None:
    generated = (ROOT / "tests" / "golden", ROOT / "tests" / "recordings")
    by_hand = [path for path in tracked() if path.suffix in OURS_BY_HAND and not set(generated) & set(path.parents)]

    lines = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in by_hand}

    assert {name: count for name, count in lines.items() if count > MAX_LINES} == {}


@pytest.mark.parametrize("pattern", [HOSTS, MACHINE_PATHS], ids=["registry hosts", "machine paths"])
def test_nothing_is_written_down_that_only_one_machine_knows(pattern: re.Pattern[str]) -> None:
    texts = {path.relative_to(ROOT): path.read_text(encoding="utf-8", errors="ignore") for path in tracked()}

    found = [f"{path}: {match[0]}" for path, text in texts.items() for match in pattern.finditer(text)]

    assert found == []


def test_nobody_is_sent_to_an_index_that_does_not_have_this_project() -> None:
    texts = ((path.relative_to(ROOT), path.read_text(encoding="utf-8", errors="ignore")) for path in tracked())

    assert [str(path) for path, text in texts if re.search(r"pip install (?:--\S+ )*['\"]?cx-audi[t]\b", text)] == []


def test_lock_files_hold_no_address() -> None:
    locks = [ROOT / "package-lock.json", *(ROOT / "requirements").glob("*.lock")]

    assert [lock.name for lock in locks if re.search(r"://|\"resolved\"", lock.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (wrong_exports, "__all__ = []\ndef judge(): ..."),
        (wrong_exports, "__all__ = ['judge']"),
        (wrong_exports, "from auditor.judge import judge\n__all__ = ['judge', 'judge']"),
        (broad_excepts, "try: ...\nexcept: ..."),
        (broad_excepts, "try: ...\nexcept (ValueError, Exception) as error: ..."),
        (sleeps, "import time\ntime.sleep(1)"),
        (sleeps, "from time import sleep"),
    ],
)
def test_the_rules_find_what_they_look_for(rule: Callable[[Module], Iterator[str]], source: str) -> None:
    assert len(list(rule(Module("auditor/example.py", ast.parse(source))))) == 1


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (wrong_exports, "LIMIT = 3\n__all__ = ['judge']\ndef judge(): ...\ndef _help(): ..."),
        (wrong_exports, "from auditor.judge import judge\n__all__ = ['judge']"),
        (broad_excepts, "try: ...\nexcept ValueError: ..."),
        (sleeps, "import asyncio\nasyncio.sleep(1)"),
    ],
)
def test_the_rules_let_the_rest_pass(rule: Callable[[Module], Iterator[str]], source: str) -> None:
    assert list(rule(Module("auditor/example.py", ast.parse(source)))) == []
