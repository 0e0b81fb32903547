import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result

FI = "Perustimme kaupan kahden sisaruksen voimin vuonna 2009, koska halusimme tehdä esineitä, jotka kestävät. "
EN = "We founded the shop as two sisters because we wanted to make things that last for many years in use. "
HOME = '<nav><a href="/tarina">Tarinamme</a></nav>'
VALUES = "<h2>Arvomme</h2><p>Vastuullisuus ja ympäristö ohjaavat jokaista valintaa, jonka teemme täällä.</p>"
NEWS = "<p><time datetime='2026-11-02'>2.11.2026</time> Uusi erä on valmis.</p>"


@pytest.mark.parametrize("text", [FI, EN])
def test_a_story_with_values_people_and_news_passes(text: str) -> None:
    about = f"<main>{f'<p>{text}</p>' * 12}{VALUES}{NEWS}</main>"
    only = result("brand-story", recording(page("home", HOME), page("about", about, url="/tarina")))

    assert (only.outcome, only.score, only.message) == (Outcome.PASSED, 100, "told")


@pytest.mark.parametrize(
    ("about", "message"),
    [
        ("<main><p>Kauppa on verkkokauppa.</p></main>", "gaps"),
        (f"<main>{f'<p>{FI}</p>' * 12}</main>", "gaps"),
        ("<main><p>Lorem ipsum dolor sit amet, consectetur adipiscing elit sed do.</p></main>", "placeholder"),
    ],
)
def test_gaps(about: str, message: str) -> None:
    only = result("brand-story", recording(page("home", HOME), page("about", about, url="/tarina")))

    assert only.message == message
    assert only.outcome is not Outcome.PASSED


@pytest.mark.parametrize("date", ["<p>© 2026 Kauppa</p>", "<p>Päivitetty 1.2.2019</p>", "<p>Tarjous 1.1.2027 asti</p>"])
def test_dates_that_are_no_news(date: str) -> None:
    only = result("brand-story", recording(page("home", HOME), page("about", f"<main><p>{FI}</p>{date}</main>")))

    assert only.value["fresh"] is False


def test_no_page_about_the_shop_fails_without_certainty() -> None:
    only = result("brand-story", recording(page("home", "<p>Tervetuloa</p>")))

    assert (only.outcome, only.message, only.confidence) == (Outcome.FAILED, "none", "medium")


def test_a_page_that_was_not_read_is_unknown() -> None:
    assert result("brand-story", recording(page("home", HOME))).outcome is Outcome.UNKNOWN


def test_what_other_pages_say_as_well_is_no_story() -> None:
    box = f"<aside><p>{FI}</p></aside>"
    about = page("about", f"<main><p>{EN}</p>{box}</main>", url="/tarina")
    only = result("brand-story", recording(page("home", f"{HOME}<main>{box}</main>"), about))

    assert only.value["words"] == len(EN.split())
