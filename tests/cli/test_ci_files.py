"""The files that people copy into their pipelines: they parse, and their shell steps call what is there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.cli.gate import command
from tests.source_tree import ROOT

STUB = """#!/bin/sh
for one in "$@"; do printf '%s\\n' "$one"; done > "$CALLED"
exit "${STUB_CODE:-0}"
"""


def parsed(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text("utf-8"))


def step(name: str) -> dict[str, Any]:
    return next(one for one in parsed("action.yml")["runs"]["steps"] if one["name"] == name)


def shell(script: str, folder: Path, **env: str) -> tuple[int, list[str]]:
    """Run a script as a runner does, with a cx-audit that only tells what it was called with."""
    stub, called = folder / "bin" / "cx-audit", folder / "called"
    stub.parent.mkdir(exist_ok=True)
    stub.write_text(STUB, "utf-8")
    stub.chmod(0o755)
    bash = shutil.which("bash") or "bash"
    known = {"PATH": f"{stub.parent}:{os.environ['PATH']}", "CALLED": str(called), **env}
    done = subprocess.run(
        [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", script], env=known, cwd=folder, check=False
    )
    return done.returncode, called.read_text("utf-8").splitlines() if called.is_file() else []


def options_of(args: list[str]) -> list[str]:
    return [one.partition("=")[0] for one in args if one.startswith("--") and one != "--"]


def known_options() -> set[str]:
    return {name for option in command.params for name in option.opts}


@pytest.mark.parametrize("code", [0, 1, 3])
def test_the_action_hands_its_inputs_on_and_keeps_the_code(tmp_path: Path, code: int) -> None:
    gate = step("Gate")
    given = {
        "CX_URL": "https://shop.example/$(touch gone)", "CX_BUDGET": "my budget.toml", "CX_PAGES": "/\n/p?a=1&b=2\n",
        "CX_REQUIRE": "guest-checkout=guest", "CX_OPTIONS": "--samples=5\n--user-agent-suffix=our gate",
    }  # fmt: skip
    defaults = {
        f"CX_{name.upper()}": str(one.get("default", "")) for name, one in parsed("action.yml")["inputs"].items()
    }
    env = {**{name: defaults[name] for name in gate["env"]}, **given}

    ended, args = shell(gate["run"], tmp_path, **env, GITHUB_OUTPUT=str(tmp_path / "out"), STUB_CODE=str(code))

    assert ended == code
    assert (tmp_path / "out").read_text("utf-8") == f"exit-code={code}\n"
    assert args[-2:] == ["--", given["CX_URL"]]
    assert [args[at + 1] for at, one in enumerate(args) if one == "--page"] == ["/", "/p?a=1&b=2"]
    assert {"my budget.toml", "--samples=5", "--user-agent-suffix=our gate"} <= set(args)
    assert set(options_of(args)) <= known_options()
    assert not (tmp_path / "gone").exists()


def test_the_action_puts_no_input_into_a_script() -> None:
    scripts = [one["run"] for one in parsed("action.yml")["runs"]["steps"] if "run" in one]

    assert len(scripts) == 2
    assert [script for script in scripts if "${{" in script] == []


def test_the_action_names_only_inputs_that_it_has() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")

    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == set(parsed("action.yml")["inputs"])


def test_the_action_installs_a_browser_only_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    for name in ("python", "playwright"):
        tool = tmp_path / "bin" / name
        tool.write_text(f"#!/bin/sh\necho {name} >> tools\n", "utf-8")
        tool.chmod(0o755)

    good, _args = shell(step("Install cx-audit")["run"], tmp_path, CX_SOURCE="here")
    bad, _args = shell(step("Install cx-audit")["run"], tmp_path, CX_SOURCE="here", STUB_CODE="4")

    assert (good, bad) == (0, 4)
    assert (tmp_path / "tools").read_text("utf-8").split() == ["python", "python", "playwright"]


def test_the_gitlab_template_gates_and_keeps_its_files(tmp_path: Path) -> None:
    job = parsed("examples/ci/gitlab-ci.yml")["cx-audit gate"]

    ended, args = shell("\n".join(job["script"]), tmp_path, SHOP_URL="https://s.example", CI_PIPELINE_ID="7")

    assert ended == 0
    assert args[:2] == ["gate", "https://s.example"]
    assert set(options_of(args)) <= known_options()
    assert args[args.index("--junit") + 1] == job["artifacts"]["reports"]["junit"]
    assert (job["artifacts"]["when"], job["cache"]["when"]) == ("always", "always")


def test_the_image_runs_as_nobody_special_and_in_the_sandbox() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    copied = [line.removeprefix("!") for line in ignored if line.startswith("!")]

    assert [line for line in lines if line.startswith("USER")] == ["USER auditor"]
    assert not any("no-sandbox" in line for line in lines)
    assert json.loads(next(line for line in lines if line.startswith("ENTRYPOINT")).split(" ", 1)[1]) == ["cx-audit"]
    assert [name for name in copied if not (ROOT / name).exists()] == []
