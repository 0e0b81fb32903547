import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result

ODR = '<main><p>Riidat: <a href="https://ec.europa.eu/consumers/odr/">ODR</a></p></main>'


@pytest.mark.parametrize(
    ("kind", "body", "country", "expected"),
    [
        ("terms", ODR, "FI", (30, "platform")),
        ("terms", "<main><p>See http://ec.europa.eu/odr for disputes</p></main>", "DE", (30, "platform")),
        ("privacy", "<main><p>Henkilötietolain (523/1999) mukaisesti</p></main>", "FI", (60, "act")),
        ("privacy", "<main><p>Vi följer personuppgiftslagen (PUL).</p></main>", "SE", (60, "act")),
        ("terms", ODR.replace("Riidat", "Henkilötietolaki 523/1999. Riidat"), "FI", (0, "both")),
        ("home", "<footer>© 2019 Kauppa Oy</footer>", "FI", (80, "year")),
        ("home", "<footer>Copyright © 2015–2026 Kauppa Oy</footer>", "FI", (100, "none")),
        ("home", "<footer>© 2015-26 Kauppa Oy</footer>", "FI", (100, "none")),
        ("home", "<footer>Perustettu 1998. © Kauppa Oy 2025</footer>", "FI", (100, "none")),
        ("terms", ODR, "US", (100, "none")),
        ("privacy", "<main><p>Noudatamme tietosuojalakia (1050/2018).</p></main>", "FI", (100, "none")),
        ("terms", "<main><p>Kuluttajariitalautakunta ratkaisee riidat.</p></main>", "FI", (100, "none")),
        (
            "other",
            '<main><p>Uutinen: EU:n ODR-alusta suljettiin: <a href="https://ec.europa.eu/consumers/odr">ODR</a></p></main>',
            "FI",
            (100, "none"),
        ),
        ("other", "<main><p>The ODR platform was closed: ec.europa.eu/consumers/odr</p></main>", "IE", (100, "none")),
    ],
)
def test_dead_law_is_found_and_news_of_it_is_not(kind: str, body: str, country: str, expected: tuple[int, str]) -> None:
    pages = [page(kind, body)] if kind == "home" else [page("home", "<p>Hei</p>"), page(kind, body)]
    only = result("stale-legal", recording(*pages, country=country))

    assert (only.score, only.message) == expected


def test_an_old_notice_counts_only_where_nothing_newer_stands_beside_it() -> None:
    words = "Tämä on rekisteriseloste. " + "Keräämme nimen ja osoitteen tilausta varten. " * 12
    old = recording(page("home", "<p>Hei</p>"), page("privacy", f"<main><p>{words}</p></main>"))
    new = recording(page("home", "<p>Hei</p>"), page("privacy", f"<main><p>{words} Tietosuoja-asetus.</p></main>"))

    assert (result("stale-legal", old).message, result("stale-legal", new).message) == ("act", "none")


def test_without_a_home_page_it_is_unknown() -> None:
    assert result("stale-legal", recording(page("terms", ODR))).outcome is Outcome.UNKNOWN


def test_terms_that_were_not_read_are_not_said_to_be_up_to_date() -> None:
    only = result("stale-legal", recording(page("home", '<p>Kauppa</p><a href="/ehdot">Toimitusehdot</a>')))

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "not-read")
