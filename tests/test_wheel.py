"""The wheel holds all it needs: installed where the checkout cannot be seen, it runs the demo."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from auditor.page_scripts import Asset
from auditor.store import AuditFolder
from tests.checks.recorded import page, recording

pytestmark = [pytest.mark.integration, pytest.mark.xdist_group("wheel")]

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


def built(source: Path, target: Path, env: Mapping[str, str]) -> Path:
    """Build the wheel of a project into an empty folder."""
    pip_wheel = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    run(*pip_wheel, "--wheel-dir", target, source, cwd=target, env=env)
    (wheel,) = target.glob("*.whl")
    return wheel


def environment(home: Path, wheels: Sequence[Path], env: Mapping[str, str]) -> Path:
    """Make a new virtual environment that holds the wheels, and return its folder."""
    venv.create(home, with_pip=False)
    pip = [sys.executable, "-m", "pip", "--python", str(home / "bin" / "python")]
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", *wheels, cwd=home, env=env)
    # The dependencies are those that the tests run on. Path files of that folder, the editable install's among them,
    # are not read: Python reads them only in the environment's own site-packages.
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, clean_environment: dict[str, str]) -> Path:
    return built(ROOT, tmp_path_factory.mktemp("wheel"), clean_environment)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory, clean_environment: dict[str, str]) -> Path:
    """Install the wheel into a new virtual environment and return that environment's folder."""
    return environment(tmp_path_factory.mktemp("installed") / "venv", [wheel], clean_environment)


@pytest.fixture(scope="module")
def with_plugin(wheel: Path, tmp_path_factory: pytest.TempPathFactory, clean_environment: dict[str, str]) -> Path:
    """Install the wheel and the example of a plugin into a new virtual environment and return its folder."""
    plugin = built(ROOT / "examples" / "plugin", tmp_path_factory.mktemp("plugin"), clean_environment)
    return environment(tmp_path_factory.mktemp("plugged") / "venv", [wheel, plugin], clean_environment)


def recorded(path: Path) -> Path:
    """Keep a small recording of a shop as an audit's folder."""
    made = recording(
        page("home", "<p>Tervetuloa</p>"), page("product", "<main><p>Saatavilla lahjapaketointi</p></main>")
    )
    folder = AuditFolder.create(path)
    folder.write_site(made.site)
    for visit in made.visits:
        folder.add_visit(visit, made.html(visit.id))
    folder.finish()
    return path


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


@pytest.mark.usefixtures("users_browser")
def test_the_demo_runs_from_the_wheel(installed: Path, tmp_path: Path, clean_environment: dict[str, str]) -> None:
    out = tmp_path / "audit"
    command = installed / "bin" / "cx-audit"
    # Walk, load and render once: the rest is tested in the checkout.
    quick = ("--samples", "1", "--pages", "0", "--viewport", "mobile", "--no-probes")

    env = {**clean_environment, "CX_AUDIT_BROWSER": os.environ.get("CX_AUDIT_BROWSER", "")}

    run(command, "demo", "--out", out, *quick, cwd=tmp_path, env=env, seconds=DEMO_SECONDS)

    assert (out / "audit.json").stat().st_size > 0
    assert (out / "report.html").stat().st_size > 0


def test_a_plugin_brings_its_check(with_plugin: Path, tmp_path: Path, clean_environment: dict[str, str]) -> None:
    command = with_plugin / "bin" / "cx-audit"

    told = run(command, "checks", "gift-wrapping", "--format", "json", cwd=tmp_path, env=clean_environment)

    assert json.loads(told)["title"] == "Gifts can be wrapped"


def test_a_plugins_check_judges_a_recording(
    with_plugin: Path, tmp_path: Path, clean_environment: dict[str, str]
) -> None:
    audit = recorded(tmp_path / "audit")

    run(with_plugin / "bin" / "cx-audit", "judge", audit, cwd=tmp_path, env=clean_environment)
    run(with_plugin / "bin" / "cx-audit", "report", audit, "--lang", "fi", cwd=tmp_path, env=clean_environment)

    results = json.loads((audit / "audit.json").read_text(encoding="utf-8"))["results"]
    mine = [one for one in results if one["check"] == "gift-wrapping"]
    assert [(one["source"], one["outcome"], one["value"]) for one in mine] == [("plugin", "passed", {"present": True})]
    assert {one["source"] for one in results if one["check"] != "gift-wrapping"} == {"robot"}
    assert "Gifts can be wrapped" in (audit / "report.html").read_text(encoding="utf-8")
