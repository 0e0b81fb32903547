import pytest

from auditor.model import Outcome
from tests.checks.consideration.goods import gallery
from tests.checks.recorded import page, recording, result


@pytest.mark.parametrize(
    ("seen", "score", "message"),
    [
        ({"zoom": "layer", "video": "/v.mp4", "spin": "model-viewer"}, 90, "rich"),
        ({"zoom": "larger"}, 50, "some"),
        ({"zoom": ""}, 25, "none"),
        ({"zoom": "", "width": 600}, 0, "none"),
        ({"zoom": "", "width": 600, "video": "/v.mp4", "customers": 2}, 35, "some"),
    ],
)
def test_what_shows_a_product(seen: dict[str, object], score: int, message: str) -> None:
    only = result("product-rich-media", recording(page("product"), probed=(gallery(4, **seen),)))

    assert (only.score, only.message) == (score, message)


def test_where_no_press_was_tried_it_is_unknown() -> None:
    only = result("product-rich-media", recording(page("product"), probed=(gallery(4, zoom=None),)))

    assert only.outcome is Outcome.UNKNOWN
