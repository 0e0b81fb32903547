"""A gate's end as JUnit XML: a test case for each limit; what was not measured is an error, never a skip."""

from __future__ import annotations

from collections import Counter

from junitparser import Error, Failure, JUnitXml, TestCase, TestSuite

from auditor.gate.outcome import Gated, one_line
from auditor.gate.verdict import Status, Verdict

__all__ = ["as_junit"]


def as_junit(gated: Gated) -> str:
    """Return the XML; limit, value and device stand in the text of a failure."""
    suite = TestSuite("cx-audit gate")
    suite.timestamp = gated.started_at.isoformat(timespec="seconds")
    suite.add_property("url", one_line(gated.url))
    names: Counter[tuple[str, str]] = Counter()
    for verdict in gated.verdicts:
        suite.add_testcase(_case(verdict, names))
    for text in (*gated.warnings, *gated.notes):
        suite.add_property("note", one_line(text))
    xml = JUnitXml("cx-audit")
    xml.add_testsuite(suite)
    written: bytes = xml.tostring()  # type: ignore[no-untyped-call]  # the package types only a part of itself
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written.decode("utf-8")}\n'


def _case(verdict: Verdict, names: Counter[tuple[str, str]]) -> TestCase:
    name = one_line(f"{verdict.what} ({verdict.device})" if verdict.device else verdict.what)
    where = one_line(verdict.where)
    names[where, name] += 1
    again = names[where, name]
    case = TestCase(f"{name} #{again}" if again > 1 else name, classname=where)
    told = one_line(verdict.sentence)
    if verdict.status is Status.BREACHED:
        case.result = [_with_text(Failure(told, "limit broken"), verdict)]
    elif verdict.status is Status.UNMEASURED:
        case.result = [_with_text(Error(told, "not measured"), verdict)]
    elif verdict.status is not Status.PASSED:
        case.system_out = told
    return case


def _with_text(result: Failure | Error, verdict: Verdict) -> Failure | Error:
    rows = {
        "limit": "none" if verdict.limit is None else verdict.limit,
        "measured": "nothing" if verdict.measured is None else verdict.measured,
        "device": verdict.device or "any",
        "where": verdict.where,
    }
    result.text = "\n".join(
        [one_line(verdict.sentence), *(f"{name}: {one_line(str(value))}" for name, value in rows.items())]
    )
    return result
