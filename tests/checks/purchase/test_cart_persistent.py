"""cart-persistent: a product that stays in the cart when it is opened again."""

from typing import Any

import pytest

from auditor.model import CheckResult, Clicks, Confidence, KeptCartSeen, Outcome
from tests.checks.recorded import DESKTOP, SHOP, page, recording, result, walk

CARTS = {"fi": "<h1>Ostoskori</h1><p>Villapaita</p>", "en": "<h1>Cart</h1><p>Jumper</p>"}


def judged(lang: str = "fi", **seen: Any) -> CheckResult:
    pages = (page("home", lang=lang), page("cart", CARTS[lang], lang=lang))
    probed = (KeptCartSeen(url=f"{SHOP}/cart", **seen),) if seen else ()
    return result("cart-persistent", recording(*pages, journeys={DESKTOP: walk()}, probed=probed))


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_a_cart_that_keeps_its_product_passes(lang: str) -> None:
    only = judged(lang, new_tab=True, reload=True, back=True)

    assert (only.outcome, only.score, only.message, only.n, only.confidence) == (
        Outcome.PASSED,
        100,
        "kept",
        3,
        Confidence.HIGH,
    )
    assert (only.evidence[0].page[:4], only.evidence[0].excerpt) == ("cart", f"{SHOP}/cart")


def test_ways_that_were_not_tried_are_not_named_as_kept() -> None:
    only = judged(new_tab=True)

    assert (only.outcome, only.data["kept"], only.confidence) == (
        Outcome.PASSED,
        ["opening the cart in a new tab"],
        Confidence.MEDIUM,
    )


@pytest.mark.parametrize(
    ("lang", "said"), [("fi", "Ostoskorisi on tyhjä."), ("en", "Your cart is empty")], ids=["fi", "en"]
)
def test_a_cart_that_a_reload_empties_fails_with_the_words_of_the_shop(lang: str, said: str) -> None:
    only = judged(lang, new_tab=True, reload=False, said=said, screenshot="kori.webp")

    assert (only.outcome, only.score, only.message) == (Outcome.FAILED, 43, "lost-some")
    assert only.value == {"kept": ["new_tab"], "lost": ["reload"]}
    assert (only.evidence[0].excerpt, only.evidence[0].screenshot) == (said, "kori.webp")


def test_a_cart_of_one_tab_is_a_warning() -> None:
    only = judged(new_tab=False, reload=True, back=True)

    assert (only.outcome, only.score, only.data["lost"]) == (Outcome.WARNING, 70, ["opening the cart in a new tab"])


def test_a_cart_that_nothing_keeps_fails() -> None:
    assert (judged(new_tab=False, reload=False).score, judged(new_tab=False, reload=False).message) == (0, "lost")


@pytest.mark.parametrize("seen", [{}, {"problem": "the cart could not be seen again"}, {"said": "?"}])
def test_a_cart_that_was_not_seen_again_is_unknown(seen: dict[str, str]) -> None:
    assert (judged(**seen).outcome, judged(**seen).message) == (Outcome.UNKNOWN, "not-seen")


def test_without_a_product_in_the_cart_nothing_is_known() -> None:
    made = recording(page("home"), journeys={DESKTOP: walk(clicks=Clicks(product=1))})

    assert result("cart-persistent", made).message == "missing-in-cart"
