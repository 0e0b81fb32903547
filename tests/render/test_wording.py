"""Values in the sentences of a report, as readers of each language write them."""

import pytest

from auditor.texts import translate
from auditor.view.wording import Wording


@pytest.mark.parametrize(
    ("lang", "told"), [("fi", "8. marraskuuta 2026"), ("sv", "8 november 2026"), ("en", "8 November 2026")]
)
def test_a_day_is_told_in_words(lang: str, told: str) -> None:
    assert Wording(translate(lang)).fill("{day}", {"day": "2026-11-08"}) == told


def test_what_only_looks_like_a_day_stays_as_it_is() -> None:
    assert Wording(translate("fi")).fill("{name}", {"name": "2026-02-31"}) == "2026-02-31"
