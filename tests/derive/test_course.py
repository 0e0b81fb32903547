"""What a timed load's requests prove of its slowness, and what they do not."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.derive.course import course_of
from auditor.model import Course, Fetched, LcpElement, Load, PageKind, ViewportName

HOME = "https://shop.example/"
PAGE = Fetched(name="shop.example/", type="document", start_ms=0, first_ms=580, end_ms=700, size_bytes=9000)


def fetched(name: str, kind: Any, start: int, first: int | None, end: int | None, **more: Any) -> Fetched:
    return Fetched(name=f"shop.example/{name}", type=kind, start_ms=start, first_ms=first, end_ms=end, **more)


def style(end: int, *, blocking: bool | None = True) -> Fetched:
    return fetched("a.css", "style", 600, end - 100, end, blocking=blocking)


def course(*rest: Fetched, page: tuple[Fetched, ...] = (PAGE,), picture: str = "", **figures: Any) -> Course | None:
    known = {"ttfb_ms": 50.0, "fcp_ms": 3600.0, "lcp_ms": 3700.0, **figures}
    return course_of(
        Load(
            page=PageKind.HOME,
            url=HOME,
            viewport=ViewportName.MOBILE,
            consent="before",
            network="562.5 ms, 1474.56/675 kbit/s",
            cpu=4,
            sample=1,
            fetched=(*page, *rest),
            lcp_element=LcpElement(selector="main", url=picture),
            **known,
        )
    )


def cause(*rest: Fetched, **more: Any) -> str | None:
    found = course(*rest, **more)
    assert found is not None
    return found.cause


def test_a_stylesheet_that_holds_everything_back_is_the_cause_with_its_name() -> None:
    found = course(style(3500), fetched("hero.jpg", "image", 600, 1200, 1300), picture=HOME + "hero.jpg")

    assert found is not None
    assert (found.cause, [one.name for one in found.blocking or ()]) == ("blocking", ["shop.example/a.css"])


@pytest.mark.parametrize("blocking", [None, False])
def test_what_the_browser_does_not_call_blocking_is_not_blamed(blocking: bool | None) -> None:
    assert cause(style(3500, blocking=blocking)) is None


def test_where_the_browser_says_nothing_it_is_not_known_what_blocks() -> None:
    silent, said = course(style(3500, blocking=None)), course(style(3500, blocking=False))

    assert silent is not None
    assert said is not None
    assert (silent.blocking, said.blocking) == (None, ())


def test_a_file_that_came_after_the_first_paint_held_nothing_back() -> None:
    found = course(style(3650))

    assert found is not None
    assert found.blocking == ()


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (fetched("hero.jpg", "image", 3000, 3600, 3680), "picture-late"),
        (fetched("hero.jpg", "image", 620, 3300, 3680), "picture-waits"),
        (fetched("hero.jpg", "image", 620, 1200, 3680), "picture-heavy"),
        (fetched("hero.jpg", "image", 620, 800, 1000), None),
        (fetched("hero.jpg", "image", 620, 1200, None), None),
    ],
)
def test_a_picture_is_late_or_waits_or_is_heavy(picture: Fetched, said: str | None) -> None:
    assert cause(style(900), picture, picture=HOME + "hero.jpg?v=3") == said


def test_of_two_pictures_of_one_name_none_is_taken() -> None:
    pictures = [fetched("image", "image", 620, 1200, end, blocking=None) for end in (3600, 3680)]

    assert cause(*pictures, picture=HOME + "image?id=2") is None


def test_the_server_is_the_cause_only_where_the_answer_waited_for_it() -> None:
    slow = PAGE.model_copy(update={"first_ms": 2510, "end_ms": 2600})

    assert cause(page=(slow,), ttfb_ms=2500.0) == "server"
    assert cause(page=(PAGE,), ttfb_ms=40.0, fcp_ms=800.0, lcp_ms=900.0) is None


def test_redirects_are_told_from_the_answer() -> None:
    leg = Fetched(name="shop.example/old", type="document", start_ms=0, first_ms=1800, end_ms=1800)
    page = PAGE.model_copy(update={"start_ms": 1800, "first_ms": 2400, "end_ms": 2500})
    found = course(page=(leg, page), ttfb_ms=1850.0)

    assert found is not None
    assert (found.redirects, found.asked_ms, found.answered_ms, found.cause) == (1, 1800, 2400, "redirects")


def test_a_frame_is_no_redirect_of_the_page() -> None:
    found = course(fetched("frame", "document", 900, 1500, 1600))

    assert found is not None
    assert (found.redirects, found.answered_ms) == (0, 580)


@pytest.mark.parametrize("missing", ["fcp_ms", "lcp_ms"])
def test_without_paints_there_is_no_course(missing: str) -> None:
    assert course(**{missing: None}) is None


def test_without_requests_there_is_no_course() -> None:
    assert course(page=()) is None
