"""The four checks of a page on a phone: viewport, overflow, tap targets, text size."""

from typing import Any

import pytest

from auditor.model import Offender, Outcome, Overflow, TapTargets, TextSizes
from tests.checks.recorded import DESKTOP, MOBILE, page, recording, result, results

SMALL = Offender(selector="footer > a:nth-of-type(3)", text="Ehdot")


def said(name: str, body: str = "<p>Tervetuloa</p>", **facts: Any) -> tuple[Outcome, int | None, str]:
    only = result(name, recording(page("home", body, viewport=MOBILE, facts=facts)))
    return only.outcome, only.score, only.message


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ("width=device-width, initial-scale=1", (Outcome.PASSED, 100, "fits")),
        ("width=device-width, initial-scale=1, maximum-scale=5", (Outcome.PASSED, 100, "fits")),
        ("width=device-width, user-scalable=no", (Outcome.FAILED, 40, "zoom-blocked")),
        ("width=device-width, maximum-scale=1.0", (Outcome.FAILED, 40, "zoom-blocked")),
        ("width=1024", (Outcome.FAILED, 0, "missing")),
        (None, (Outcome.FAILED, 0, "missing")),
    ],
)
def test_the_viewport_setting(meta: str | None, expected: tuple[Outcome, int, str]) -> None:
    assert said("mobile-viewport", viewport_meta=meta) == expected


def test_the_viewport_of_an_unread_page_is_unknown() -> None:
    assert said("mobile-viewport", body="") == (Outcome.UNKNOWN, None, "unread")


@pytest.mark.parametrize(
    ("px", "expected"),
    [
        (0, (Outcome.PASSED, 100, "fits")),
        (8, (Outcome.WARNING, 80, "slight")),
        (40, (Outcome.FAILED, 40, "overflows")),
        (41, (Outcome.FAILED, 0, "overflows")),
    ],
)
def test_sideways_scrolling(px: int, expected: tuple[Outcome, int, str]) -> None:
    widths = (Overflow(width=412, px=0), Overflow(width=360, px=px, offenders=(SMALL,)))

    assert said("mobile-overflow", overflow=widths) == expected


def test_sideways_scrolling_gives_the_worst_width_and_the_culprit() -> None:
    widths = (Overflow(width=412, px=5), Overflow(width=360, px=57, offenders=(SMALL,)))
    only = result("mobile-overflow", recording(page("home", viewport=MOBILE, facts={"overflow": widths})))

    assert (only.value, only.data["width"], only.offenders) == (57, 360, (SMALL,))


@pytest.mark.parametrize(
    ("taps", "expected"),
    [
        (TapTargets(total=40, primary_total=2), (Outcome.PASSED, 100, "large-enough")),
        (TapTargets(total=40, small=(SMALL,), small_count=4, primary_total=2), (Outcome.WARNING, 73, "too-small")),
        (TapTargets(total=40, small=(SMALL,), small_count=20), (Outcome.FAILED, 0, "too-small")),
        (TapTargets(total=40, primary_total=2, primary_small=(SMALL, SMALL)), (Outcome.WARNING, 80, "buying-small")),
        (TapTargets(total=0), (Outcome.NOT_APPLICABLE, None, "none")),
        (None, (Outcome.UNKNOWN, None, "not-measured")),
    ],
)
def test_tap_targets(taps: TapTargets | None, expected: tuple[Outcome, int | None, str]) -> None:
    assert said("mobile-tap-targets", taps=taps) == expected


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        (TextSizes(chars=1000, legible_chars=1000), (Outcome.PASSED, 100, "legible")),
        (TextSizes(chars=1000, legible_chars=1000, inputs=2, small_inputs=1), (Outcome.PASSED, 90, "legible")),
        (TextSizes(chars=1000, legible_chars=900, inputs=2, small_inputs=1), (Outcome.WARNING, 83, "small-inputs")),
        (TextSizes(chars=1000, legible_chars=600), (Outcome.WARNING, 50, "small")),
        (TextSizes(chars=1000, legible_chars=300), (Outcome.FAILED, 7, "small")),
        (TextSizes(chars=0, legible_chars=0), (Outcome.NOT_APPLICABLE, None, "no-text")),
        (None, (Outcome.UNKNOWN, None, "not-measured")),
    ],
)
def test_text_sizes(sizes: TextSizes | None, expected: tuple[Outcome, int | None, str]) -> None:
    assert said("mobile-text-size", text_sizes=sizes) == expected


def test_pages_whose_sizes_were_not_gathered_are_left_out() -> None:
    read = page("home", viewport=MOBILE, facts={"text_sizes": TextSizes(chars=10, legible_chars=10)})
    made = recording(read, page("terms", viewport=MOBILE, part="crawl"))

    assert [one.page for one in results("mobile-text-size", made)] == [read.visit.id]


def test_a_desktop_is_not_asked() -> None:
    assert results("mobile-viewport", recording(page("home", viewport=DESKTOP))) == ()
