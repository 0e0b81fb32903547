"""What a gate writes: short, complete, and unmoved by what an audited page says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml.etree import fromstring

from auditor.gate.outcome import Gated, headline, machine, one_line
from auditor.gate.outputs.data import as_json
from auditor.gate.outputs.github import as_annotations
from auditor.gate.outputs.junit import as_junit
from auditor.gate.outputs.markdown import as_markdown
from auditor.gate.outputs.plain import as_text
from auditor.gate.verdict import Status, Verdict, unmeasured
from auditor.model import HostInfo

URL = "https://kauppa.example/"
EVIL = "text\n::error::mine ##[error]theirs | <img src=x> @everyone \x1b[31m `code` 100%"
KEPT = Verdict(Status.PASSED, "cls", URL, "desktop", 0.1, 0.02, "cls, kept.", 0.0, 3)
BROKEN = Verdict(Status.BREACHED, "lcp_ms", URL, "mobile", 2500.0, 2700.0, "lcp_ms, broken.", 90.0, 3)
UNSEEN = unmeasured("tbt_ms", f"{URL}a", "mobile", "tbt_ms: the page answered 404.", 200.0)
DOUBTED = Verdict(Status.DISAGREE, "fcp_ms", URL, "mobile", 900.0, 950.0, "fcp_ms: the runs disagree.", 300.0, 3)
HOSTILE = replace(BROKEN, where=f"{URL}?{EVIL}", sentence=f"fact: {EVIL}")


def gated(*verdicts: Verdict, code: int = 1) -> Gated:
    start = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
    return Gated(URL, code, verdicts, start, ("Machine: fast.",), ("It was busy.",), "audits/a", "audits/a/report.html")


@pytest.mark.parametrize(
    ("verdicts", "code", "said"),
    [
        ((KEPT,), 0, f"PASS: 1 limit kept at {URL}"),
        ((KEPT, DOUBTED), 0, f"PASS: 1 of 2 limits kept, none broken at {URL}"),
        ((KEPT, BROKEN), 1, f"FAIL: 1 broken of 2 limits at {URL}"),
        ((KEPT, BROKEN, UNSEEN), 3, f"FAIL: 1 broken, 1 not measured of 3 limits at {URL}"),
        ((KEPT,), 130, f"FAIL: ended with exit code 130 of 1 limit at {URL}"),
    ],
)
def test_the_first_line_says_pass_or_fail(verdicts: tuple[Verdict, ...], code: int, said: str) -> None:
    assert headline(gated(*verdicts, code=code)) == said


def test_the_log_tells_the_worst_first_and_counts_what_was_kept() -> None:
    lines = as_text(gated(KEPT, DOUBTED, KEPT, UNSEEN, BROKEN)).splitlines()

    assert [line.split()[0] for line in lines] == [
        "FAIL:", "broken", "not", "runs", "kept", "doubt", "note", "audits/a/report.html",
    ]  # fmt: skip
    assert lines[4].endswith("cls ×2")


def test_junit_holds_limit_value_and_device_and_no_skip() -> None:
    xml = fromstring(as_junit(gated(KEPT, KEPT, BROKEN, UNSEEN, DOUBTED)).encode())

    (suite,) = xml.iter("testsuite")
    failure, error = next(suite.iter("failure")), next(suite.iter("error"))
    assert {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "5", "failures": "1", "errors": "1", "skipped": "0",
    }  # fmt: skip
    assert failure.get("message") == "lcp_ms, broken."
    assert (failure.text or "").splitlines()[1:4] == ["limit: 2500.0", "measured: 2700.0", "device: mobile"]
    assert "404" in (error.get("message") or "")
    assert len({(one.get("classname"), one.get("name")) for one in suite.iter("testcase")}) == 5


def test_markdown_is_a_table_with_the_worst_first() -> None:
    lines = as_markdown(gated(KEPT, BROKEN)).splitlines()

    assert lines[0] == f"### ❌ FAIL: 1 broken of 2 limits at {URL}"
    assert lines[4] == f"| ❌ broken | lcp_ms | {URL} | mobile | 2\u202f500 | 2\u202f700 (spread 90, 3 loads) |"
    assert lines[5].startswith("| ✅ kept | cls |")


def test_annotations_are_errors_and_warnings() -> None:
    lines = as_annotations(gated(KEPT, UNSEEN, DOUBTED, replace(BROKEN, sentence="100 % over: a, b")))

    assert [line.partition("::")[2].split()[0] for line in lines] == ["error", "error", "warning", "warning"]
    assert lines[0] == "::error title=cx-audit%3A broken::100 %25 over: a, b"


def test_json_holds_every_limit() -> None:
    data = json.loads(as_json(gated(KEPT, BROKEN)))

    assert (data["passed"], data["exit_code"], data["counts"]["breached"]) == (False, 1, 1)
    assert [(one["what"], one["limit"], one["measured"]) for one in data["limits"]] == [
        ("lcp_ms", 2500.0, 2700.0),
        ("cls", 0.1, 0.02),
    ]


def test_nothing_that_a_page_says_moves_an_output() -> None:
    hostile = gated(HOSTILE)

    text, markdown, junit = as_text(hostile), as_markdown(hostile), as_junit(hostile)
    assert len(text.splitlines()) == 5
    assert [line for line in text.splitlines() if line.lstrip().startswith("::") or "##[" in line] == []
    assert len(as_annotations(hostile)) == 2
    assert not any("\n" in line or "##[" in line for line in as_annotations(hostile))
    assert [sign for sign in ("<img", "@everyone", "`", "\x1b") if sign in markdown] == []
    assert [line.count("|") for line in markdown.splitlines() if line.startswith("| ❌")] == [7]
    assert fromstring(junit.encode()).find(".//failure") is not None


def test_a_line_is_bounded_and_no_command() -> None:
    assert one_line("::set-env::x").startswith(" ::")
    assert len(one_line("a" * 5000)) == 600


@pytest.mark.parametrize(
    ("host", "baseline", "said"),
    [
        (HostInfo(benchmark_index=2000, cores=2, load=0.4), None, ""),
        (HostInfo(benchmark_index=2000, cores=2, load=1.9), None, "too busy to judge by"),
        (HostInfo(benchmark_index=600, cores=2, load=0.4), None, "The machine is slow"),
        (HostInfo(benchmark_index=2000), HostInfo(benchmark_index=3000), "of another speed (index 3000, now 2000)"),
        (HostInfo(), HostInfo(), ""),
    ],
)
def test_the_machine_is_told_and_doubted(host: HostInfo, baseline: HostInfo | None, said: str) -> None:
    what, warnings = machine(host, baseline)

    assert what[0].startswith("Machine: benchmark index ")
    assert said in " ".join(warnings)
    assert bool(said) == bool(warnings)
