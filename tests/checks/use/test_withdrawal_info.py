import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result

LINK = '<footer><a href="/terms">Toimitusehdot</a></footer>'
FI = """<main><h2>Peruuttamisoikeus</h2><p>Sinulla on oikeus peruuttaa kauppa 14 päivän kuluessa tavaran saamisesta.</p>
<p>Peruuta ilmoittamalla siitä meille sähköpostilla tai täytä peruuttamislomake.</p>
<p>Vastaat palautuskuluista itse. Palautamme rahat viimeistään 14 päivän kuluessa ilmoituksesta.</p>
<p>Peruuttamisoikeus ei koske mittatilaustuotteita.</p>
<p>Verkossa peruutat toiminnolla <a href="/p">Peruuta sopimus tästä</a>.</p></main>"""
EN = """<main><h2>Right of withdrawal</h2>
<p>You may withdraw from the contract within 14 days without giving a reason.</p>
<p>To withdraw, inform us by e-mail, or use the model withdrawal form.</p>
<p>You pay the return shipping. We refund you within 14 days of the notice.</p>
<p>The right of withdrawal does not apply to goods made to your specification.</p></main>"""
SV = """<main><h2>Ångerrätt</h2><p>Du har 14 dagars ångerrätt.</p>
<p>Vill du ångra köpet, meddela oss eller skicka blanketten.</p>
<p>Använd gärna vår ångerblankett.</p><p>Du betalar själv returfrakten. Vi betalar tillbaka pengarna inom 14 dagar.</p>
<p>Ångerrätten gäller inte specialtillverkade varor.</p></main>"""
DE = """<main><h2>Widerrufsrecht</h2>
<p>Sie können binnen 14 Tagen ohne Angabe von Gründen diesen Vertrag widerrufen.</p>
<p>Um Ihren Widerruf auszuüben, informieren Sie uns per E-Mail. Sie können das Muster-Widerrufsformular verwenden.</p>
<p>Sie tragen die Kosten der Rücksendung. Wir erstatten alle Zahlungen binnen 14 Tagen zurück.</p>
<p>Das Widerrufsrecht besteht nicht bei versiegelten Waren.</p></main>"""
VOLUNTARY = "<main><p>Tuotteilla on 30 päivän palautusoikeus. Palautus on maksuton.</p></main>"


@pytest.mark.parametrize(
    ("body", "lang", "country", "score"),
    [(FI, "fi", "FI", 100), (EN, "en", "IE", 90), (SV, "sv", "SE", 90), (DE, "de", "DE", 90)],
)
def test_the_whole_information_passes(body: str, lang: str, country: str, score: int) -> None:
    made = recording(page("home", LINK), page("terms", body, lang=lang), country=country, languages=(lang,))
    only = result("withdrawal-info", made)

    assert (only.outcome, only.score) == (Outcome.PASSED, score), only.value


def test_a_longer_return_time_does_not_replace_it() -> None:
    only = result("withdrawal-info", recording(page("home", LINK), page("terms", VOLUNTARY)))

    assert (only.outcome, only.message) == (Outcome.FAILED, "none")


@pytest.mark.parametrize(
    ("text", "country", "found"),
    [
        (
            "Kuluttajalla on 14 päivän palautusoikeus. Palautuksen postikulut maksaa asiakas.",
            "FI",
            {"days", "cost"},
        ),
        (
            "Sul on õigus 14 päeva jooksul kaup põhjust nimetamata tagastada. Raha kanname üle 14 päeva jooksul.",
            "EE",
            {"days", "refund"},
        ),
        ("Giv os besked på mail. Du har 14 dages fortrydelsesret. Åbnede poser tages ikke retur.", "DK",
         {"days", "how", "exceptions"}),
        ("Du kan angre kjøpet i 14 dager; vi betaler tilbake innen 14 dager.", "NO", {"days", "refund"}),
        ("Palautamme rahat 14 päivän kuluessa palautuksesta.", "FI", set()),
    ],
)  # fmt: skip
def test_the_days_of_the_law_count_without_its_name(text: str, country: str, found: set[str]) -> None:
    made = recording(page("home", LINK), page("terms", f"<main><p>{text}</p></main>"), country=country)
    value = result("withdrawal-info", made).value

    assert {name for name, there in value.items() if there} == found


def test_it_may_be_spread_over_pages() -> None:
    half = FI.split("<p>Vastaat")
    rest = f"<main><p>Peruuttamisoikeus</p><p>Vastaat{half[1]}"
    made = recording(page("home", LINK), page("terms", half[0]), page("returns", rest))

    assert result("withdrawal-info", made).outcome is Outcome.PASSED


def test_gaps_are_named() -> None:
    body = "<main><p>Voit peruuttaa kaupan 14 päivän kuluessa ilmoittamalla siitä sähköpostilla.</p></main>"
    only = result("withdrawal-info", recording(page("home", LINK), page("terms", body)))

    assert only.data["found"] == ["time to withdraw", "how to withdraw"]


def test_terms_that_were_not_read_are_unknown() -> None:
    assert result("withdrawal-info", recording(page("home", LINK))).outcome is Outcome.UNKNOWN


def test_a_shop_outside_the_eea_has_no_such_duty() -> None:
    only = result("withdrawal-info", recording(page("home", LINK), country="US"))

    assert only.outcome is Outcome.NOT_APPLICABLE
