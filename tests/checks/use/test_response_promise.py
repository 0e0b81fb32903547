import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result

HOME = page("home", "<main><p>Tervetuloa kauppaan</p></main><a href='/contact'>Ota yhteyttä</a>")


def told(text: str, lang: str = "fi") -> tuple[Outcome, int | None, object]:
    only = result("response-promise", recording(HOME, page("contact", f"<main><p>{text}</p></main>", lang=lang)))
    return only.outcome, only.score, only.value["text"]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Vastaamme viestiin yhden arkipäivän kuluessa.", 100),
        ("Vastaamme 24 tunnin sisällä.", 100),
        ("Vastausaika</p><p>1–2 arkipäivää", 70),
        ("Vastaamme 3-5 arkipäivässä.", 40),
        ("Vastaamme viestiin 5–10 arkipäivän kuluessa.", 20),
        ("Vi svarar inom ett dygn.", 100),
        ("We usually reply within one business day.", 100),
        ("We will get back to you in 2 working days.", 70),
        ("Wir antworten innerhalb von 24 Stunden.", 100),
        ("Vi svarer innen 48 timer.", 70),
        ("Vi vender tilbage inden for 3 hverdage.", 40),
        ("Vastame ühe tööpäeva jooksul.", 100),
        ("We will be in touch within one working day.", 100),
        ("Our team will get in touch within 2 days.", 70),
        ("Vastaamme palautteisiin 2 arkipäivän kuluessa.", 70),
        ("Frågor om returer besvaras inom 24 timmar.", 100),
        ("Don't hesitate to write, we answer within 24 hours.", 100),
        ("No worries: we reply within one business day.", 100),
    ],
)
def test_the_promise_is_read(text: str, score: int) -> None:
    assert told(text)[1] == score


@pytest.mark.parametrize(
    "text",
    [
        "Vastaamme tuotteen virheestä 2 vuoden ajan, ilmoita virheestä 14 päivän kuluessa.",
        "Toimitusaika on 2–3 arkipäivää.",
        "Vastaamme tietopyyntöihin 30 päivän kuluessa.",
        "Joulun aikana vastaamme 5 arkipäivässä.",
        "Your order is delivered within 2 working days.",
        "We respond to requests about personal data within one month.",
        "Palvelemme arkisin klo 9–16.",
        "If it arrives broken, get in touch within 14 days.",
        "Kunden svarar för returkostnaden om varan skickas inom 14 dagar.",
        "If you have not received a reply within 3 days, check your spam.",
        "Jos et ole saanut vastausta 3 päivässä, katso roskapostista.",
        "Om du inte fått svar inom 3 dagar, titta i skräpposten.",
        "We cannot respond within 24 hours.",
        "Emme valitettavasti vastaa, vastauksen saa 5 päivässä.",
        "Vi kan inte lova att du får svar inom 24 timmar.",
        "Please respond within 7 days.",
        "Answered 3 days ago",
        "Vastaus myyjältä 3 päivää sitten",
        "Response from the owner 2 weeks ago",
        "Antwort: Sie haben 30 Tage Rückgaberecht.",
        "Størrelsen svarer til en uge.",
    ],
)
def test_other_times_are_no_promise(text: str) -> None:
    assert told(text) == (Outcome.FAILED, 30, None)


def test_the_chats_own_time_is_told_apart() -> None:
    only = result("response-promise", recording(HOME, page("contact", "<p>Chatissa vastaamme 1 tunnissa.</p>")))

    assert (only.message, only.score) == ("chat-only", 30)


def test_a_page_that_was_not_read_is_unknown() -> None:
    assert result("response-promise", recording(HOME)).outcome is Outcome.UNKNOWN


def test_without_any_contact_page_home_is_enough() -> None:
    only = result("response-promise", recording(page("home", "<p>Vastaamme 2 arkipäivässä</p>")))

    assert (only.outcome, only.score) == (Outcome.WARNING, 70)
