import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result

LINK = '<footer><a href="/seuranta">Seuraa tilausta</a></footer>'
FORM = "<main><form><label>{number}<input name='n'></label><label>{mail}<input type='email'></label></form></main>"
LOGIN = "<main><form><input type='email' name='e'><input type='password' name='p'></form></main>"
CARRIER = '<main><a href="https://www.posti.fi/seuranta">Seuraa pakettia</a></main>'
TOLD = "<main><p>Saat seurantatunnuksen sähköpostiisi.</p></main>"
SIGN_UP = "<main><form><label>Tilausnumero<input></label><input type='email'><input type='password'></form></main>"


@pytest.mark.parametrize(
    ("number", "mail", "lang"),
    [
        ("Tilausnumero", "Sähköposti", "fi"),
        ("Order number", "E-mail", "en"),
        ("Beställningsnummer", "E-post", "sv"),
        ("Bestellnummer", "E-Mail", "de"),
        ("Tellimuse number", "E-post", "et"),
    ],
)
def test_a_look_up_without_an_account_passes(number: str, mail: str, lang: str) -> None:
    form = page("tracking", FORM.format(number=number, mail=mail), lang=lang, url="/seuranta")
    only = result("order-tracking", recording(page("home", LINK), form))

    assert (only.outcome, only.message) == (Outcome.PASSED, "look-up")


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("login", LOGIN, ("account", 60)),
        ("delivery", CARRIER, ("carrier", 40)),
        ("delivery", TOLD, ("told", 25)),
        ("delivery", "<main><p>You get a tracking number by e-mail.</p></main>", ("told", 25)),
        ("delivery", "<main><p>Toimitus 3 päivää</p></main>", ("none", 0)),
        ("delivery", "<main><p>Kirjeissä ei ole seurantatunnusta.</p></main>", ("none", 0)),
        ("delivery", "<main><p>Letters have no tracking number.</p></main>", ("none", 0)),
        ("delivery", "<main><p>Brev har inget spårningsnummer.</p></main>", ("none", 0)),
        ("delivery", "<main><p>Warenpost hat keine Sendungsnummer.</p></main>", ("none", 0)),
        ("other", "<main><p>You cannot keep track of your orders here.</p></main>", ("none", 0)),
        ("other", SIGN_UP, ("none", 0)),
        ("other", "<main><p>With an account you can keep track of your orders.</p></main>", ("account", 60)),
        ("returns", FORM.format(number="Tilausnumero", mail="Sähköposti"), ("none", 0)),
    ],
)
def test_the_other_ways(kind: str, body: str, expected: tuple[str, int]) -> None:
    link = LINK if kind == "login" else ""
    url = "/seuranta" if kind == "login" else ""
    only = result("order-tracking", recording(page("home", link + "<p>Hei</p>"), page(kind, body, url=url)))

    assert (only.message, only.score) == expected


def test_a_page_of_orders_and_returns_is_both() -> None:
    form = page("returns", FORM.format(number="Order ID", mail="Email"), url="/sales/guest/form")
    home = page("home", '<footer><a href="/sales/guest/form">Orders and Returns</a></footer>')

    assert result("order-tracking", recording(home, form)).message == "look-up"


def test_a_carriers_link_that_only_names_it_is_none() -> None:
    body = '<main><a href="https://www.posti.fi/">Posti</a></main>'

    assert result("order-tracking", recording(page("home"), page("delivery", body))).message == "none"


def test_a_page_that_was_not_read_is_unknown() -> None:
    assert result("order-tracking", recording(page("home", LINK))).outcome is Outcome.UNKNOWN


def test_a_sign_in_in_the_frame_of_every_page_bars_no_tracking() -> None:
    box = "<header><form><input type='email' name='e'><input type='password' name='p'></form></header>"
    about = page("tracking", f"{box}<main><p>Tilauksesi tiedot</p></main>", url="/seuranta")

    assert result("order-tracking", recording(page("home", box + LINK), about)).message == "none"
    assert result("order-tracking", recording(page("home", LINK), about)).message == "account"
