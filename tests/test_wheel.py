"""The wheel holds all it needs: installed where the checkout cannot be seen, it runs the demo."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from auditor.page_scripts import Asset

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parent.parent
DEMO_SECONDS = 420


def run(*command: str | Path, cwd: Path, env: Mapping[str, str], seconds: float = 120) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=dict(env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, f"{command} ended with code {done.returncode}:\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="module")
def clean_environment() -> dict[str, str]:
    """Return the environment without what could lead Python back to the checkout."""
    return {
        name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, clean_environment: dict[str, str]) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    pip_wheel = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    run(*pip_wheel, "--wheel-dir", target, ROOT, cwd=target, env=clean_environment)
    (built,) = target.glob("cx_audit-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory, clean_environment: dict[str, str]) -> Path:
    """Install the wheel into a new virtual environment and return that environment's folder."""
    home = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=home, env=clean_environment)
    # The dependencies are those that the tests run on. Path files of that folder, the editable install's among them,
    # are not read: Python reads them only in the environment's own site-packages.
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return home


def test_the_wheel_holds_the_page_scripts_and_their_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    assert names >= {f"auditor/assets/{asset}" for asset in Asset}
    assert any(name.startswith("auditor/assets/licenses/") for name in names)


def test_the_wheel_holds_nothing_but_the_packages(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"auditor", "checks", "reports"}


def test_the_checkout_cannot_be_seen(installed: Path, tmp_path: Path, clean_environment: dict[str, str]) -> None:
    where = "import sys, auditor, checks, reports; print(*sys.path, *(m.__file__ for m in (auditor, checks, reports)))"

    seen = run(installed / "bin" / "python", "-c", where, cwd=tmp_path, env=clean_environment).split()

    dependencies = sysconfig.get_path("purelib")
    assert [path for path in seen if path.startswith(str(ROOT)) and path != dependencies] == []
    assert [Path(path).is_relative_to(installed) for path in seen[-3:]] == [True, True, True]


def test_the_demo_runs_from_the_wheel(installed: Path, tmp_path: Path, clean_environment: dict[str, str]) -> None:
    out = tmp_path / "audit"
    command = installed / "bin" / "cx-audit"

    run(command, "demo", "--out", out, "--samples", "1", cwd=tmp_path, env=clean_environment, seconds=DEMO_SECONDS)

    assert (out / "audit.json").stat().st_size > 0
    assert (out / "report.html").stat().st_size > 0
