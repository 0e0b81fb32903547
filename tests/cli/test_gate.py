"""Gates as a pipeline runs them: cases that are often passed wrongly, every exit code, and a real one in a browser."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml.etree import fromstring

from auditor.cli.auditing import stoppable
from auditor.cli.main import main
from auditor.cli.summary import Finished
from auditor.model import Audit, Load, Reach
from auditor.store import read_audit, write_audit
from tests.checks.recorded import DESKTOP, MOBILE, SHOP, audit, load, page, recording, walk
from tests.shops.kit import Request, Response, Shop, html, redirect, serve

BUDGET = "[metrics]\nlcp_ms = 2500\n"
DOWN = Reach(requested=SHOP, url=f"{SHOP}/", problem="dead", sentence=f"{SHOP} refused the connection.")
Capture = pytest.CaptureFixture[str]


def timed(name: str = "home", **figures: Any) -> tuple[Load, ...]:
    return tuple(load(name, MOBILE, n, consent="before", **figures) for n in range(3))


def seen(*loads: Load, **more: Any) -> Audit:
    journeys = more.pop("journeys", {DESKTOP: walk(), MOBILE: walk()})
    made = recording(page("home", "<p>Tervetuloa</p>"), journeys=journeys, loads=loads, **more)
    return audit(made, "guest-checkout", "contact-channels", "load-lcp")


def kept(folder: Path, made: Audit, budget: str = BUDGET) -> list[str]:
    """Write an audit and a budget, and return the arguments of their gate."""
    folder.mkdir(exist_ok=True)
    write_audit(folder, made)
    (folder / "budget.toml").write_text(budget, "utf-8")
    return ["gate", str(folder), "--budget", str(folder / "budget.toml")]


GOOD = timed(lcp_ms=2000.0)
TABLE: dict[str, tuple[Audit, str, int, str]] = {
    "all kept": (seen(*GOOD), BUDGET, 0, "PASS: 1 limit kept"),
    "too slow": (seen(*timed(lcp_ms=2600.0)), BUDGET, 1, "limit 2\u202f500, measured 2\u202f600 (spread 0, 3 loads)"),
    "server down": (seen(journeys={}, reach=DOWN), BUDGET, 3, "(dead): https://kauppa.example refused the connection"),
    "404": (seen(*timed(problem="the page answered 404")), BUDGET, 3, "mobile: the page answered 404 (no lcp_ms)"),
    "500": (seen(*timed(problem="the page answered 500")), BUDGET, 3, "the page answered 500"),
    "login": (seen(*timed(problem="a login came instead of the page (/login)")), BUDGET, 3, "a login came instead"),
    "empty page": (seen(*timed(problem="the page stayed empty: no paint")), BUDGET, 3, "the page stayed empty"),
    "zero score": (seen(*timed(lcp_ms=60000.0)), "[scores]\nload-lcp = 1\n", 1, "at least 1 wanted, 0 reached"),
    "null score": (seen(*GOOD), "[scores]\nsite = 1\n", 3, "The score of site is not known"),
    "missing metric": (seen(*timed(lcp_ms=None)), BUDGET, 3, "this figure could not be measured"),
    "unknown metric": (seen(*GOOD), "[metrics]\nlpc_ms = 1\n", 2, "lpc_ms is not known; did you mean lcp_ms?"),
    "unknown fact": (seen(*GOOD, journeys={}), '[require]\nguest-checkout = "guest"\n', 3, "it is not known"),
    "one of three": (
        seen(*GOOD, *timed("category", problem="the page answered 404"), *timed("product", lcp_ms=2600.0)),
        BUDGET, 3, "FAIL: 1 broken, 1 not measured of 3 limits",
    ),
    "timeout": (seen(*timed(problem="the page did not answer within 15 s", timed_out=True)), BUDGET, 3, "within 15 s"),
    "crash": (seen(*timed(problem="the page crashed in the browser")), BUDGET, 3, "the page crashed in the browser"),
    "no page": (seen(), BUDGET, 3, "No page was timed"),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLE)
def test_nothing_unmeasured_is_green(case: str, tmp_path: Path, capsys: Capture) -> None:
    made, budget, code, sentence = TABLE[case]

    ended = main([*kept(tmp_path, made, budget), "--junit", str(tmp_path / "gate.xml")])

    told = capsys.readouterr()
    assert (ended, sentence in told.out + told.err) == (code, True), told
    suite = fromstring((tmp_path / "gate.xml").read_bytes()).find("testsuite")
    assert suite is not None
    assert bool(int(suite.get("errors", "0")) + int(suite.get("failures", "0"))) == (code != 0)


def test_a_recorded_audit_is_gated_as_it_is_and_without_playwright(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "playwright", None)
    monkeypatch.setitem(sys.modules, "auditor.cli.auditing", None)

    code = main(kept(tmp_path, seen(*timed(lcp_ms=2600.0))))

    assert code == 1
    assert "nothing was measured again to confirm a breach" in capsys.readouterr().out


def test_the_last_good_audit_beside_it_is_the_baseline(tmp_path: Path, capsys: Capture) -> None:
    first, second = kept(tmp_path / "a", seen(*GOOD)), seen(*timed(lcp_ms=2400.0))
    later = second.model_copy(update={"started_at": second.started_at.replace(hour=9)})

    codes = [main([*first, "--baseline", "last"]), main([*kept(tmp_path / "b", later), "--baseline", "last"])]

    told = capsys.readouterr().out
    assert codes == [0, 1]
    assert "There is no earlier audit beside" in told
    assert "regression of lcp_ms, https://kauppa.example/home, mobile: limit 2\u202f200" in told


@pytest.mark.parametrize("baseline", ["a", "a/audit.json"])
def test_a_baseline_may_be_a_folder_or_a_file(tmp_path: Path, baseline: str) -> None:
    kept(tmp_path / "a", seen(*GOOD))

    args = kept(tmp_path / "b", seen(*timed(lcp_ms=2400.0)))

    assert main([*args, "--baseline", str(tmp_path / baseline)]) == 1


def test_a_written_budget_is_kept_by_its_audit(tmp_path: Path, capsys: Capture) -> None:
    figures = {"lcp_ms": 2011.0, "cls": 0.031, "tbt_ms": 140.0, "weight_bytes": 512_345, "requests": 41}
    odd = timed("product", url=f"{SHOP}/p/[1]*?q=ä\"'", **figures)
    kept(tmp_path, seen(*timed(**figures), *odd, *timed("product", url=f"{SHOP}/p/2", **figures)))
    file = tmp_path / "first.toml"

    codes = [
        main(["budget", "init", str(tmp_path), "--to", str(file)]),
        main(["gate", str(tmp_path), "--budget", str(file)]),
        main(["budget", "init", str(tmp_path), "--to", str(file)]),
    ]

    told = capsys.readouterr()
    assert codes == [0, 0, 2]
    assert "PASS: 24 limits kept" in told.out
    assert "is there already" in told.err
    assert "lcp_ms = 2500  # 2\u202f011" in file.read_text("utf-8")


def test_no_budget_is_written_from_a_shop_that_is_down(tmp_path: Path, capsys: Capture) -> None:
    kept(tmp_path, seen(journeys={}, reach=DOWN))

    assert main(["budget", "init", str(tmp_path), "--to", str(tmp_path / "first.toml")]) == 3
    assert "No budget can be written" in capsys.readouterr().err
    assert not (tmp_path / "first.toml").exists()


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["gate", SHOP], "give --budget, --baseline or --require"),
        (["gate", SHOP, "--budget", "none.toml"], "The budget none.toml does not exist."),
        (["gate", SHOP, "--require", "guest-chekout=guest"], "did you mean guest-checkout?"),
        (["gate", SHOP, "--baseline", "nowhere"], "nowhere does not exist"),
        (["gate", "./nowhere", "--baseline", "last"], "holds no audit.json"),
        (["gate", SHOP, "--baseline", "last", "--page", "https://other.example/"], "is not a page of kauppa.example"),
        (["gate", SHOP, "--baseline", "last", "--page", "/", "--only", "walk"], "--only walk times none"),
        (["gate", SHOP, "--baseline", "last", "--resolve", "kauppa.example:here"], "'here' is no IP address"),
    ],
)
def test_what_cannot_be_gated_is_told(args: list[str], sentence: str, capsys: Capture) -> None:
    assert main(args) == 2
    assert sentence in capsys.readouterr().err


def test_on_github_a_gate_that_cannot_begin_is_seen(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    code = main(kept(tmp_path, seen(*GOOD), "[metrics]\nlpc_ms = 1\n"))

    (line,) = capsys.readouterr().out.splitlines()
    assert (code, line.startswith("::error "), "did you mean lcp_ms?" in line) == (2, True, True)
    assert "did you mean lcp_ms?" in summary.read_text("utf-8")


def test_without_a_browser_it_is_4_and_the_files_are_written(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CX_AUDIT_BROWSER", str(tmp_path / "nothing"))
    out, file = tmp_path / "audit", tmp_path / "gate.md"

    code = main(["gate", SHOP, "--require", "guest-checkout=guest", "--out", str(out), "--markdown", str(file)])

    assert code == 4
    assert "cannot be started" in capsys.readouterr().err
    assert "cannot be started" in file.read_text("utf-8")


def test_an_unforeseen_error_is_70(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.cli.gate_audit.worst_code", lambda _verdicts: {}["s3cr3t"])
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    code = main([*kept(tmp_path, seen(*GOOD)), "--junit", str(tmp_path / "gate.xml")])

    assert code == 70
    assert "s3cr3t" not in (tmp_path / "gate.xml").read_text("utf-8")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_work_and_the_gate_is_told(
    number: int, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    async def stopped() -> None:
        os.kill(os.getpid(), number)
        await asyncio.sleep(5)

    cut = seen(*GOOD).model_copy(update={"complete": False})
    args = kept(tmp_path, cut)
    monkeypatch.setattr(
        "auditor.cli.gate_shop.audited",
        lambda _order, _tell: Finished(SHOP, 128 + asyncio.run(stoppable(stopped())), tmp_path, read_audit(tmp_path)),
    )

    ended = main(["gate", SHOP, *args[2:], "--format", "json", "--json"])

    assert ended == code
    assert json.loads(capsys.readouterr().out)["exit_code"] == code


class Staging(Shop):
    """A shop behind a door, with pages that should not be taken for what they are not."""

    def handle(self, request: Request) -> Response:
        """Answer by path."""
        goods = "<!doctype html><html lang=fi><title>Kauppa</title><h1>Kauppa</h1><p>" + "Hyvää kahvia. " * 40
        if request.path == "/door":
            request.session["in"] = True
            return html("<h1>Ovi</h1>")
        if not request.session.get("in"):
            return html("<h1>Salasana</h1><form><input type=password name=p></form>")
        if request.headers.get("x-key") != "s3cr3t-h34der":
            return html("<h1>Forbidden</h1>", 403)
        answers = {
            "/": html(goods),
            "/members": redirect("/login?next=/members"),
            "/login": html("<h1>Kirjaudu</h1><input name=user><input type=password name=p>"),
            "/blank": html("<!doctype html><div id=root></div>"),
        }
        return answers.get(request.path, html("<h1>Ei löydy</h1>", 404))


@pytest.mark.browser
def test_pages_that_are_not_what_was_asked_for_are_told_apart_and_a_breach_is_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """One gate of a staging shop: a name of its own, a login by script, a secret header, bad pages and a good one."""
    budget, script, out = tmp_path / "budget.toml", tmp_path / "login.py", tmp_path / "out"
    budget.write_text("[metrics]\nlcp_ms = 1\n", "utf-8")
    script.write_text('async def before(page):\n    await page.goto("/door")\n', "utf-8")
    pages = ["/", "/missing", "/members", "/blank"]
    for name, value in {
        "CX_AUDIT_HEADER": "X-Key: s3cr3t-h34der",
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(out / "summary.md"),
    }.items():
        monkeypatch.setenv(name, value)

    with serve(Staging()) as url:
        shop = url.replace("127.0.0.1", "staging.kauppa.test")
        code = main(
            [
                "gate", shop, "--only", "speed", "--samples", "1", "--viewport", "desktop", "--confirm", "1",
                "--resolve", "staging.kauppa.test:127.0.0.1", "--before", str(script), "--budget", str(budget),
                "--out", str(out / "audit"), "--junit", str(out / "gate.xml"), "--markdown", str(out / "gate.md"),
                *(part for one in pages for part in ("--page", one)),
            ]
        )  # fmt: skip

    told = capsys.readouterr()
    assert code == 3
    for path, said in {
        "/missing": "the page answered 404", "/blank": "the page stayed empty",
        "/members": "a login came instead of the page (/login)",
    }.items():  # fmt: skip
        assert f"{shop}{path}, desktop: {said}" in told.out
    assert "FAIL: 1 broken, 3 not measured of 4 limits" in told.out
    assert "measured again" in told.out
    assert sum(line.startswith("::error ") for line in told.out.splitlines()) == 4
    assert (out / "summary.md").read_text("utf-8") == (out / "gate.md").read_text("utf-8")
    (good,) = [one for one in read_audit(out / "audit").measurements if one.samples]
    assert (len(good.samples), len(good.again)) == (1, 1)
    written = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert [path for path, body in written.items() if b"s3cr3t" in body] == []
    assert "s3cr3t" not in told.out + told.err


@pytest.mark.browser
def test_a_server_that_is_down_is_not_green(tmp_path: Path, capsys: Capture) -> None:
    code = main(
        ["gate", "http://127.0.0.1:9", "--require", "guest-checkout=guest", "--out", str(tmp_path / "a"), "--json"]
    )

    data = json.loads(capsys.readouterr().out)
    assert (code, data["passed"]) == (3, False)
    assert "refused the connection" in data["limits"][0]["sentence"]
