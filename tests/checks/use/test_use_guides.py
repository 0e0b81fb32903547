import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result


def judged(*bodies: tuple[str, str]) -> dict[str, bool]:
    made = recording(*(page(kind, f"<main>{body}</main>", url=f"/{n}") for n, (kind, body) in enumerate(bodies)))
    value = result("use-guides", made).value
    return {name: there for name, there in value.items() if there}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<h2>Hoito-ohje</h2><p>Pese käsin.</p>", {"product"}),
        ("<p>Konepesu 40 astetta.</p>", {"product"}),
        ("<a href='/m.pdf'>Käyttöohje (PDF)</a>", {"product"}),
        ("<h2>Care instructions</h2>", {"product"}),
        ("<h2>Skötselråd</h2>", {"product"}),
        ("<p>Takuu 2 vuotta</p>", {"warranty"}),
        ("<p>Two-year warranty</p>", {"warranty"}),
        ("<p>Hintatakuu: maksamme erotuksen</p>", set()),
        ("<p>30 days money-back, satisfaction guarantee</p>", set()),
        ("<p>Wir übernehmen keine Garantie für die Richtigkeit.</p>", set()),
        ("<p>Emme anna takuuta tuotteelle.</p>", set()),
        ("<p>Vi lämnar ingen garanti.</p>", set()),
        ("<p>We do not give any warranty.</p>", set()),
        ("<p>Takuu ei kata kulumista.</p>", {"warranty"}),
        ("<p>Wear is not covered by the warranty.</p>", {"warranty"}),
        ("<a href='/koot'>Koko-opas</a>", set()),
        ("<p>Villapaita on pehmeä.</p>", set()),
    ],
)
def test_what_a_product_page_says(body: str, found: set[str]) -> None:
    assert set(judged(("product", body))) == found


def test_all_three_pass() -> None:
    made = recording(
        page("product", "<main><h2>Hoito-ohje</h2><p>Takuu 2 vuotta</p></main>"),
        page("guide", "<main><h1>Oppaat ja hoito-ohjeet</h1></main>"),
    )

    assert result("use-guides", made).outcome is Outcome.PASSED


def test_a_table_of_sizes_is_no_guide() -> None:
    assert judged(("product", "<p>Paita</p>"), ("guide", "<h1>Kokotaulukko</h1>")) == {}


def test_without_a_product_page_it_is_unknown() -> None:
    assert result("use-guides", recording(page("home"))).outcome is Outcome.UNKNOWN


def test_help_that_was_not_read_is_not_said_to_be_missing() -> None:
    made = recording(page("product", '<p>Paita</p><a href="/ukk">Usein kysytyt kysymykset</a>'))

    assert (result("use-guides", made).outcome, result("use-guides", made).message) == (Outcome.UNKNOWN, "not-read")
