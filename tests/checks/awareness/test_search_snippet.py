"""search-snippet: a title and a description for each page, each of its own."""

from typing import Any

import pytest

from auditor.model import Outcome
from tests.checks.recorded import Page, page, recording, result

TOLD = '<meta name="description" content="{} Tilaa kotiin tai nouda myymälästä, toimitus kahdessa päivässä.">'


def listed(kind: str, title: str, told: str = "", **more: Any) -> Page:
    head = f"<title>{title}</title>{TOLD.format(told) if told else ''}"
    return page(kind, "<p>Sivu</p>", head=head, title=title, **more)


def shop(*more: Page) -> tuple[Page, ...]:
    return (
        listed("home", "Kauppa – lämpimät villasukat Suomesta", "Villasukkia koko perheelle."),
        listed("category", "Villasukat aikuisille – Kauppa", "Kaikki aikuisten sukat."),
        listed("product", "Harmaa villasukka, koko 40 – Kauppa", "Pehmeä harmaa sukka."),
        *more,
    )


def test_pages_with_words_of_their_own_pass() -> None:
    only = result("search-snippet", recording(*shop()))

    assert (only.outcome, only.value["pages"]) == (Outcome.PASSED, 3)


@pytest.mark.parametrize(
    ("lang", "same"), [("fi", "Etusivu"), ("en", "Home page"), ("sv", "Vår butik"), ("de", "Startseite")]
)
def test_the_same_title_everywhere_without_descriptions_fails(lang: str, same: str) -> None:
    made = recording(*(listed(kind, same, lang=lang) for kind in ("home", "category", "product")))

    only = result("search-snippet", made)

    assert (only.outcome, only.score, only.message) == (Outcome.FAILED, 25, "no-description")
    assert (only.value["same_title"], only.value["no_description"]) == (3, 3)


def test_length_alone_warns_at_most() -> None:
    made = recording(listed("home", "Kauppa", "x"), listed("product", "T" * 90, "y" * 200))

    assert result("search-snippet", made).outcome == Outcome.WARNING


def test_next_pages_variants_and_hidden_pages_are_no_doubles() -> None:
    same = listed("category", "Villasukat aikuisille – Kauppa", "Kaikki aikuisten sukat.", url="/category?page=2")
    canonical = '<link rel="canonical" href="https://kauppa.example/product">'
    variant = page(
        "product",
        head=f"<title>Harmaa villasukka, koko 40 – Kauppa</title>{TOLD.format('Pehmeä harmaa sukka.')}{canonical}",
        title="Harmaa villasukka, koko 40 – Kauppa",
        url="/product?koko=41",
    )
    cart = listed("cart", "Kauppa – lämpimät villasukat Suomesta")
    broken = listed("product", "Sivua ei löydy", url="/product/9", status=404)

    only = result("search-snippet", recording(*shop(same, variant, cart, broken)))

    assert (only.outcome, only.value["pages"]) == (Outcome.PASSED, 3)


def test_two_languages_may_share_a_title() -> None:
    english = listed("home", "Kauppa – lämpimät villasukat Suomesta", "Warm socks for everyone.", url="/en", lang="en")

    assert result("search-snippet", recording(*shop(english))).value["same_title"] == 0


def test_a_shop_of_which_no_page_was_read_is_unknown() -> None:
    assert result("search-snippet", recording(page("home", status=503))).outcome == Outcome.UNKNOWN
