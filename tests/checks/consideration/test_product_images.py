import pytest

from auditor.model import Outcome, PageImage
from auditor.vocabulary.media import picture_key
from tests.checks.consideration.goods import gallery
from tests.checks.recorded import page, recording, result


@pytest.mark.parametrize(
    ("count", "width", "score", "message"),
    [
        (5, 1600, 100, "rich"),
        (4, 800, 100, "rich"),
        (4, 799, 70, "small"),
        (4, 0, 100, "rich"),
        (3, 1600, 80, "few"),
        (1, 400, 28, "few"),
        (0, 0, 0, "none"),
    ],
)
def test_pictures_are_counted_and_measured(count: int, width: int, score: int, message: str) -> None:
    only = result("product-images", recording(page("product"), probed=(gallery(count, width=width),)))

    assert (only.score, only.message) == (score, message)


def test_several_products_are_averaged_and_the_worst_is_named() -> None:
    probed = (gallery(4), gallery(2, name="Huivi"))
    only = result("product-images", recording(page("product"), probed=probed))

    assert (only.score, only.data["name"], only.n) == (80, "Huivi", 2)


def test_pictures_without_words_cost_points() -> None:
    only = result("product-images", recording(page("product"), probed=(gallery(4, alt=""),)))

    assert (only.score, only.outcome) == (90, Outcome.PASSED)


def test_without_the_probe_it_is_unknown() -> None:
    assert result("product-images", recording(page("product"))).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("/files/muki_100x.jpg?v=1", "/files/muki_1200x1200.jpg?v=2", True),
        ("/12-large_default/muki.jpg", "/13-large_default/muki.jpg", False),
        ("/12-large_default/muki.jpg", "/12-small_default/muki.jpg", True),
        ("/media/cache/0a1b2c3d4e5f60718293a4b5c6d7e8f9/m/u/muki.jpg", "/media/m/u/muki.jpg", True),
        (
            "/cache/1/image/1800x/0a1b2c3d4e5f60718293/m/muki.jpg",
            "/cache/1/thumbnail/75x/9f8e7d6c5b4a3928/m/muki.jpg",
            True,
        ),
        ("/muki-300x300.jpg", "/muki.webp", True),
        ("/kuvat/muki/studio.svg?koko=pieni", "/kuvat/muki/scene.svg", False),
        ("/image.php?id=1", "/image.php?id=2", False),
        ("/muki-2.jpg", "/muki-3.jpg", False),
    ],
)
def test_one_picture_in_two_sizes_is_one(first: str, second: str, same: bool) -> None:
    assert (picture_key(first) == picture_key(second)) is same


def test_a_picture_without_alternative_text_is_no_fault_of_its_absence_in_the_data() -> None:
    silent = PageImage(src="/a.jpg", alt=None, natural_width=1600, width=600, height=600, visible=True)
    seen = gallery(4).model_copy(update={"pictures": (silent,) * 3})

    assert result("product-images", recording(page("product"), probed=(seen,))).score == 70
