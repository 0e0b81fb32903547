"""The files that people copy into their pipelines: they parse, and their shell steps call what is there."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.cli.gate import command
from auditor.cli.main import main
from auditor.store import write_audit
from tests.checks.recorded import DESKTOP, audit, page, recording, walk
from tests.source_tree import ROOT

STUB = """#!/bin/sh
for one in "$@"; do printf '%s\\n' "$one"; done > "$CALLED.$1"
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
    return done.returncode, called_with(folder, "gate")


def called_with(folder: Path, name: str) -> list[str]:
    """Return what a command of cx-audit was called with the last time."""
    called = folder / f"called.{name}"
    return called.read_text("utf-8").splitlines() if called.is_file() else []


def options_of(args: list[str]) -> list[str]:
    return [one.partition("=")[0] for one in args if one.startswith("--") and one != "--"]


def known_options() -> set[str]:
    return {name for option in command.params for name in option.opts}


def gated_by_action(folder: Path, **given: str) -> tuple[int, list[str], dict[str, str]]:
    """Run the action's gate with its defaults but for what is given; return its code, its words and its outputs."""
    gate, outputs = step("Gate"), folder / "out"
    defaults = {
        f"CX_{name.upper()}": str(one.get("default", "")) for name, one in parsed("action.yml")["inputs"].items()
    }
    env = {**{name: defaults[name] for name in gate["env"]}, **given, "GITHUB_OUTPUT": str(outputs)}
    ended, args = shell(gate["run"], folder, **env)
    pairs = (line.partition("=") for line in outputs.read_text("utf-8").splitlines())
    return ended, args, {name: value for name, _sign, value in pairs}


@pytest.mark.parametrize("code", [0, 1, 3])
def test_the_action_hands_its_inputs_on_and_keeps_the_code(tmp_path: Path, code: int) -> None:
    given = {
        "CX_URL": "https://shop.example/$(touch gone)", "CX_BUDGET": "my budget.toml", "CX_PAGES": "/\n/p?a=1&b=2\n",
        "CX_REQUIRE": "guest-checkout=guest", "CX_OPTIONS": "--samples=5\n--user-agent-suffix=our gate",
    }  # fmt: skip

    ended, args, outputs = gated_by_action(tmp_path, **given, STUB_CODE=str(code))

    assert (ended, outputs["exit-code"]) == (code, str(code))
    assert args[-2:] == ["--", given["CX_URL"]]
    assert [args[at + 1] for at, one in enumerate(args) if one == "--page"] == ["/", "/p?a=1&b=2"]
    assert {"my budget.toml", "--samples=5", "--user-agent-suffix=our gate"} <= set(args)
    assert set(options_of(args)) <= known_options()
    assert not (tmp_path / "gone").exists()


def test_the_action_gives_each_audit_a_folder_of_its_own_and_prunes_them(tmp_path: Path) -> None:
    (tmp_path / "cx-audits" / "gate").mkdir(parents=True)

    _ended, args, outputs = gated_by_action(tmp_path, CX_URL="https://shop.example")

    assert re.fullmatch(r"cx-audits/gate/\d{8}T\d{6}Z", outputs["folder"])
    assert args[args.index("--out") + 1] == outputs["folder"]
    assert (outputs["files"], args[args.index("--junit") + 1]) == ("cx-audits/gate", "cx-audits/gate.xml")
    assert called_with(tmp_path, "history") == ["history", "prune", "--audits", "cx-audits", "--keep", "20"]


def test_the_action_prunes_no_folder_that_it_was_given(tmp_path: Path) -> None:
    _ended, _args, outputs = gated_by_action(tmp_path, CX_URL="https://shop.example", CX_OUT="reports/shop")

    assert (outputs["folder"], outputs["files"]) == ("reports/shop", "reports/shop")
    assert called_with(tmp_path, "history") == []


def test_the_action_gates_an_audit_that_is_there_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "audit").mkdir()

    _ended, args, outputs = gated_by_action(tmp_path, CX_URL="audit")

    assert outputs["folder"] == "audit"
    assert {"--out", "--confirm"} & set(args) == set()


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
        tool.write_text(f'#!/bin/sh\necho {name} "$@" >> tools\n', "utf-8")
        tool.chmod(0o755)

    good, _args = shell(step("Install cx-audit")["run"], tmp_path, CX_SOURCE="here")
    bad, _args = shell(step("Install cx-audit")["run"], tmp_path, CX_SOURCE="here", STUB_CODE="4")

    assert (good, bad) == (0, 4)
    called = (tmp_path / "tools").read_text("utf-8").splitlines()
    assert [line.split()[0] for line in called] == ["python"] * 6 + ["playwright"]
    assert called[:3] == called[3:6]
    assert [bool(re.search(r"--require-hashes .*-r here/requirements/\w+\.lock$", line)) for line in called[:3]] == [
        *(True, True, False)
    ]


def test_the_gitlab_template_gates_and_keeps_its_files(tmp_path: Path) -> None:
    job = parsed("examples/ci/gitlab-ci.yml")["cx-audit gate"]

    ended, args = shell("\n".join(job["script"]), tmp_path, SHOP_URL="https://s.example", CI_JOB_ID="7")

    assert ended == 0
    assert args[:2] == ["gate", "https://s.example"]
    assert set(options_of(args)) <= known_options()
    assert args[args.index("--junit") + 1] == job["artifacts"]["reports"]["junit"]
    assert f"{args[args.index('--out') + 1]}/report.html".replace("/7/", "/$CI_JOB_ID/") in job["artifacts"]["paths"]
    assert (job["artifacts"]["when"], job["cache"]["when"]) == ("always", "always")


def test_the_image_runs_as_nobody_special_and_in_the_sandbox() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    copied = [line.removeprefix("!") for line in ignored if line.startswith("!")]

    assert [line for line in lines if line.startswith("USER")] == ["USER auditor"]
    assert not any("no-sandbox" in line for line in lines)
    assert json.loads(next(line for line in lines if line.startswith("ENTRYPOINT")).split(" ", 1)[1]) == ["cx-audit"]
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_the_image_takes_nothing_without_a_hash() -> None:
    text = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
    fetched = [
        part for part in text.split("&&") if re.search(r"pip (install|wheel)", part) and "--no-index" not in part
    ]

    assert len(fetched) == 3
    assert [part for part in fetched if "--require-hashes" not in part and not part.strip().endswith("/source")] == []
    assert "PIP_NO_DEPS=1" in text
    assert all((ROOT / "requirements" / f"{name}.lock").is_file() for name in ("build", "run", "extras"))
    assert "!requirements" in (ROOT / ".dockerignore").read_text("utf-8").splitlines()


def test_audits_of_retried_jobs_are_pruned_and_the_last_good_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers of jobs are no times: what is older is told by the audits themselves."""
    (prune,) = parsed("examples/ci/gitlab-ci.yml")["cx-audit gate"]["after_script"]
    monkeypatch.chdir(tmp_path)
    first = audit(recording(page("home", "<p>Tervetuloa</p>"), journeys={DESKTOP: walk()}))
    for at, number in enumerate(("99", "100", "101")):
        later = first.model_copy(update={"started_at": first.started_at + timedelta(hours=at), "complete": at == 0})
        folder = tmp_path / "audits" / "gate" / number
        folder.mkdir(parents=True)
        write_audit(folder, later)

    code = main([*shlex.split(prune)[1:-1], "1"])

    assert code == 0
    assert sorted(one.name for one in (tmp_path / "audits" / "gate").iterdir()) == ["101", "99"]
