"""The program as a person runs it: real processes, a real browser, shops on this machine."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor.demo_shop import RunningShop, serve
from tests.collect.pages import Pages
from tests.shops.kit import html
from tests.shops.kit import serve as serve_pages
from tests.source_tree import ROOT

# One audit serves several tests: they stay on one worker.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("cli-run")]

PROGRAM = [sys.executable, "-c", "import sys; from auditor.cli import main; sys.exit(main())"]
WITHOUT_PLAYWRIGHT = [
    sys.executable,
    "-c",
    "import sys; sys.modules['playwright'] = None; from auditor.cli import main; sys.exit(main())",
]
SECONDS = 600
# All but the quickest of the probes: what they see is tested elsewhere.
SKIPPED = ("consent", "search", "gallery", "keyboard", "links", "search-eyes", "previews", "market", "kept-cart")
WITHOUT_PROBES = [part for name in SKIPPED for part in ("--skip-probe", name)]
SECRETS = (b"s3cr3t", b"kk_istunto=")
Audited = tuple[Path, subprocess.CompletedProcess[str]]
BLOG = "<html lang=en><title>My blog</title><h1>My blog</h1><p>I write about trains.</p><a href='/post'>A post</a>"


@pytest.fixture(scope="module")
def shop() -> Iterator[RunningShop]:
    with serve() as running:
        yield running


def cx(*args: str | Path, program: list[str] = PROGRAM, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*program, *map(str, args)],
        cwd=ROOT,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def audited(shop: RunningShop, tmp_path_factory: pytest.TempPathFactory) -> Audited:
    """Audit the demo shop once, quickly, with a cookie that must not be kept."""
    out = tmp_path_factory.mktemp("audited") / "audit"
    done = cx(
        "run", shop.url, "--out", out, "--samples", "1", "--pages", "3", "--json", *WITHOUT_PROBES,
        "--cookie", "gate=s3cr3t-c00kie",
        CX_AUDIT_HEADER="X-Key: s3cr3t-h34der",
    )  # fmt: skip
    return out, done


def test_a_run_ends_with_a_summary_and_a_report(audited: Audited) -> None:
    out, done = audited

    summary = json.loads(done.stdout)

    assert done.returncode == 0, done.stderr
    assert summary["exit_code"] == 0
    assert summary["report"] == str(out / "report.html")
    assert {name: journey["outcome"] for name, journey in summary["journeys"].items()} == {
        "desktop": "checkout-reached",
        "mobile": "checkout-reached",
    }
    assert summary["complete"]
    assert "this takes about" in done.stderr
    assert (out / "report.html").read_text().startswith("<!")


def test_the_recording_holds_every_part(audited: Audited) -> None:
    out, _done = audited
    lines = (out / "recording/visits.jsonl").read_text().splitlines()
    parts = {json.loads(line)["part"] for line in lines}
    loads = [json.loads(line) for line in (out / "recording/loads.jsonl").read_text().splitlines()]

    assert parts == {"walk", "pages", "crawl", "probe"}
    assert {(load["page"], load["viewport"]) for load in loads if load["consent"] == "before"} == {
        (page, screen) for page in ("home", "category", "product") for screen in ("desktop", "mobile")
    }
    assert sum(load["consent"] == "accepted" for load in loads) == 2
    assert max(path.stat().st_size for path in (out / "shots").iterdir()) <= 60 * 1024


def test_secrets_are_in_no_file(audited: Audited) -> None:
    out, _done = audited

    bodies = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    bodies |= {path: gzip.decompress(body) for path, body in bodies.items() if path.suffix == ".gz"}
    found = {path: secret for path, body in bodies.items() for secret in SECRETS if secret in body}

    assert found == {}


def test_judge_and_report_need_no_playwright_and_give_the_same_bytes(
    audited: Audited,
) -> None:
    out, _done = audited
    before = (out / "audit.json").read_bytes()

    judged = cx("judge", out, program=WITHOUT_PLAYWRIGHT)
    report = cx("report", out, "--lang", "fi", program=WITHOUT_PLAYWRIGHT)

    assert (judged.returncode, report.returncode) == (0, 0), judged.stderr + report.stderr
    assert (out / "audit.json").read_bytes() == before
    assert report.stdout.strip() == str(out / "report.html")
    assert 'lang="fi"' in (out / "report.html").read_text()


def test_explain_shows_candidates_and_proofs(audited: Audited) -> None:
    out, _done = audited

    told = cx("explain", out, "--viewport", "desktop")

    assert told.returncode == 0, told.stderr
    assert "words mean add_to_cart" in told.stdout
    assert "proved by" in told.stdout
    assert "End: checkout-reached" in told.stdout


def test_the_same_folder_is_not_used_twice(audited: Audited, shop: RunningShop) -> None:
    out, _done = audited

    again = cx("run", shop.url, "--out", out)

    assert again.returncode == 2
    assert "holds an audit already" in again.stderr


def _until_walking(process: subprocess.Popen[str], out: Path) -> None:
    deadline = time.monotonic() + 60
    visits = out / "recording/visits.jsonl"
    while not (visits.is_file() and visits.stat().st_size) and time.monotonic() < deadline:
        assert process.poll() is None, process.stderr.read() if process.stderr else ""
        time.sleep(0.05)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_judges_what_it_saw(shop: RunningShop, tmp_path: Path, number: int, code: int) -> None:
    """The whole group gets the signal, as Ctrl-C in a terminal gives it: the browser's driver gets it too."""
    out = tmp_path / "audit"
    command = [*PROGRAM, "run", shop.url, "--out", str(out), "--samples", "1"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, start_new_session=True, **pipes) as process:
        _until_walking(process, out)
        os.killpg(process.pid, number)
        stdout, stderr = process.communicate(timeout=60)

    assert process.returncode == code, stderr
    assert "Traceback" not in stderr
    assert stdout.strip().endswith(str(out / "report.html"))
    assert json.loads((out / "recording/site.json").read_text())["interrupted"]
    assert cx("judge", out, program=WITHOUT_PLAYWRIGHT).returncode == 0


def test_a_killed_run_leaves_a_folder_that_can_be_judged(shop: RunningShop, tmp_path: Path) -> None:
    out = tmp_path / "audit"
    command = [*PROGRAM, "run", shop.url, "--out", str(out), "--samples", "1"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True
    ) as process:
        _until_walking(process, out)
        process.kill()

    judged = cx("judge", out, program=WITHOUT_PLAYWRIGHT)
    report = cx("report", out, program=WITHOUT_PLAYWRIGHT)

    assert (judged.returncode, report.returncode) == (0, 0), judged.stderr + report.stderr
    assert not json.loads((out / "audit.json").read_text())["complete"]


def test_a_shop_that_cannot_be_reached_is_told_and_reported(tmp_path: Path) -> None:
    out = tmp_path / "audit"

    done = cx("run", "http://127.0.0.1:9", "--out", out)

    assert done.returncode == 3
    assert "http://127.0.0.1:9 refused the connection: no web server answers there." in done.stdout
    assert (out / "report.html").is_file()
    assert json.loads((out / "audit.json").read_text())["problem"] == "dead"


def test_a_blog_is_no_shop_and_no_failure_of_the_run(tmp_path: Path) -> None:
    with serve_pages(Pages(answers={"/": BLOG, "/post": BLOG})) as url:
        done = cx("run", url, "--out", tmp_path / "audit", "--samples", "0", "--no-probes", "--json")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["problem"] == "not-a-shop"


def test_several_shops_get_a_folder_each_and_the_worst_code(tmp_path: Path) -> None:
    with serve_pages(Pages(answers={"/": html("gone", 410)})) as url:
        done = cx("run", url, "http://127.0.0.1:9", "--out", tmp_path, "--json")

    assert done.returncode == 3
    assert [one["problem"] for one in json.loads(done.stdout)] == ["site-error", "dead"]
    assert len(list(tmp_path.glob("*/audit.json"))) == 2


def test_a_missing_browser_is_told(tmp_path: Path) -> None:
    done = cx("run", "http://127.0.0.1:9", "--out", tmp_path / "audit", "--browser", "/no/such/chromium")

    assert done.returncode == 4
    assert "The browser that was asked for cannot be started: /no/such/chromium does not exist." in done.stderr


def test_an_unwritable_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    done = cx("run", "http://127.0.0.1:9", "--out", tmp_path / "file" / "audit")

    assert done.returncode == 4
    assert "cannot be used as the audit's folder" in done.stderr


def test_only_speed_walks_nowhere(shop: RunningShop, tmp_path: Path) -> None:
    done = cx(
        "run", shop.url, "--out", tmp_path / "a", "--only", "speed", "--samples", "1", "--viewport", "desktop", "--json"
    )

    summary = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert summary["journeys"] == {}
    assert (tmp_path / "a/recording/loads.jsonl").is_file()
    assert not (tmp_path / "a/recording/visits.jsonl").exists()


@pytest.mark.usefixtures("users_browser")
def test_the_doctor_finds_everything_here(tmp_path: Path) -> None:
    done = cx("doctor", "--out", tmp_path / "audits")

    assert done.returncode == 0, done.stdout
    assert "Everything is there" in done.stdout
    assert not (tmp_path / "audits").exists()


def test_the_demo_shop_is_served_until_stopped() -> None:
    command = [*PROGRAM, "demo", "--serve"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        process.send_signal(signal.SIGTERM)
        _stdout, stderr = process.communicate(timeout=20)

    assert address.startswith("http://127.0.0.1:")
    assert (process.returncode, stderr) == (0, "")
