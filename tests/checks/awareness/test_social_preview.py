"""social-preview: the tags that tell how a shared link looks, and the picture they name."""

from typing import Any

import pytest

from auditor.model import CheckResult, Outcome, PreviewPicture, PreviewsSeen
from tests.checks.recorded import SHOP, Page, page, recording, result

PICTURE = f"{SHOP}/jako.jpg"


def tagged(kind: str, *without: str, **more: Any) -> Page:
    tags = {
        "og:title": "Kauppa",
        "og:description": "Villasukkia",
        "og:image": PICTURE,
        "og:url": f"{SHOP}/",
        "og:type": "product" if kind == "product" else "website",
        "twitter:card": "summary_large_image",
        **more.pop("tags", {}),
    }
    head = "".join(f'<meta property="{name}" content="{told}">' for name, told in tags.items() if name not in without)
    return page(kind, "<p>Kauppa</p>", head=head, **more)


def judged(*pages: Page, width: int | None = 1200, status: int | None = 200) -> CheckResult:
    picture = PreviewPicture(url=PICTURE, page=f"{SHOP}/", status=status, width=width, height=width and 630)
    return result("social-preview", recording(*pages, probed=(PreviewsSeen(pictures=(picture,)),)))


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_all_tags_pass(lang: str) -> None:
    only = judged(tagged("home", lang=lang), tagged("product", lang=lang))

    assert (only.outcome, only.score, only.message) == (Outcome.PASSED, 100, "complete")


def test_no_tags_at_all_fail() -> None:
    only = judged(page("home", "<p>x</p>"), page("product", "<p>x</p>"))

    assert (only.outcome, only.score, only.message) == (Outcome.FAILED, 0, "none")


@pytest.mark.parametrize(
    ("without", "score"), [(("og:image",), 80), (("twitter:card",), 80), (("og:url",), 90), (("og:url", "og:type"), 80)]
)
def test_each_part_counts(without: tuple[str, ...], score: int) -> None:
    assert judged(tagged("home", *without)).score == score


def test_a_product_page_that_says_it_is_a_website_loses_a_little() -> None:
    assert judged(tagged("product", tags={"og:type": "website"}), tagged("home")).score == 95


@pytest.mark.parametrize(
    ("width", "status", "score", "message"),
    [(300, 200, 90, "small"), (None, 404, 80, "gone"), (None, 403, 100, "complete"), (None, None, 100, "complete")],
)
def test_the_picture_is_looked_at(width: int | None, status: int | None, score: int, message: str) -> None:
    only = judged(tagged("home"), width=width, status=status)

    assert (only.score, only.message) == (score, message)


def test_a_relative_address_of_a_picture_is_the_same_picture() -> None:
    assert judged(tagged("home", tags={"og:image": "/jako.jpg"}), width=200).score == 90


def test_a_page_without_its_body_is_unknown() -> None:
    assert judged(Page(page("home").visit, "")).outcome == Outcome.UNKNOWN
