"""page-weight: bytes over the wire, and pictures with more pixels than the screen can show."""

import pytest

from auditor.model import Outcome, PageImage
from tests.checks.recorded import DESKTOP, MOBILE, Page, loads, page, recording, result

MB = 1_000_000


def pictured(*pictures: tuple[str, int, int]) -> Page:
    images = tuple(
        PageImage(src=src, alt="", natural_width=natural, width=width, height=100, visible=True)
        for src, natural, width in pictures
    )
    made = page("home", viewport=MOBILE)
    return Page(made.visit.model_copy(update={"facts": made.visit.facts.model_copy(update={"images": images})}), "")


@pytest.mark.parametrize(
    ("weight", "outcome", "message"),
    [
        (0.4 * MB, Outcome.PASSED, "light"),
        (3.6 * MB, Outcome.WARNING, "heavy"),
        (9 * MB, Outcome.FAILED, "heavy"),
    ],
)
def test_weight_is_judged_by_the_curve(weight: float, outcome: Outcome, message: str) -> None:
    made = recording(page("home", viewport=MOBILE), loads=loads(weight_bytes=int(weight), requests=40))

    only = result("page-weight", made)

    assert (only.outcome, only.message, only.unit) == (outcome, message, "KiB")


def test_pictures_wider_than_the_screen_can_show_cost_points() -> None:
    wide = tuple((f"/kuva{number}.jpg", 3000, 300) for number in range(8))

    only = result("page-weight", recording(pictured(*wide), loads=loads(weight_bytes=300_000, requests=20)))

    assert (only.outcome, only.message, only.data["pictures"]) == (Outcome.WARNING, "pictures", 8)
    assert only.offenders[0].text == "/kuva0.jpg"


def test_sharp_pictures_drawings_and_icons_are_not_too_wide() -> None:
    fine = pictured(("/a.jpg", 1000, 300), ("/logo.svg", 4000, 100), ("/ikoni.png", 128, 16), ("/piilo.jpg", 3000, 0))

    only = result("page-weight", recording(fine, loads=loads(weight_bytes=300_000, requests=20)))

    assert only.data["pictures"] == 0


def test_a_load_without_figures_is_unknown() -> None:
    made = recording(page("home", viewport=DESKTOP), loads=loads(viewport=DESKTOP, lcp_ms=900.0))

    assert result("page-weight", made).outcome == Outcome.UNKNOWN
