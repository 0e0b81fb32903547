from datetime import date

import pytest

from auditor.judge import judge
from auditor.model import DoorKind, GuestValue, Outcome
from auditor.settings import Profile
from tests.checks.recorded import DESKTOP, Page, check_of, page, recording, result, walk

FI_LINK = '<footer><a href="/peruuta">Peruuta sopimus tästä</a></footer>'
FORM = """<main><h1>{title}</h1><form><label>Nimi<input name="nimi" required></label>
<label>Tilausnumero<input name="tilausnumero" required></label>
<label>Sähköposti<input name="email" type="email" required></label>{more}<button>{button}</button></form></main>"""
FI_FORM = FORM.format(title="Peruuta sopimus", more="", button="Jatka peruuttamiseen")
TERMS = '<footer><a href="/terms">Toimitusehdot</a></footer>'


def judged(*pages: Page, **site: object) -> tuple[Outcome, int | None, str]:
    only = result("withdrawal-function", recording(*pages, **site))
    return only.outcome, only.score, only.message


@pytest.mark.parametrize(
    ("words", "lang", "country", "title", "button"),
    [
        ("Peruuta sopimus tästä", "fi", "FI", "Peruuta sopimus", "Jatka"),
        ("Ångra avtalet här", "sv", "SE", "Ångra köp", "Fortsätt"),
        ("Ångra köp", "sv", "SE", "Ångerrätt", "Skicka"),
        ("Vertrag widerrufen", "de", "DE", "Widerruf", "Weiter"),
        ("Fortryd aftale", "da", "DK", "Fortrydelse", "Videre"),
        ("Taganen lepingust", "et", "EE", "Taganemine", "Edasi"),
        ("Withdraw from contract here", "en", "IE", "Withdraw", "Continue"),
    ],
)
def test_the_official_words_with_a_form_pass(words: str, lang: str, country: str, title: str, button: str) -> None:
    home = page("home", f'<footer><a href="/x">{words}</a></footer>', lang=lang)
    form = page("withdrawal", FORM.format(title=title, more="", button=button), url="/x", lang=lang)

    assert judged(home, form, country=country, languages=(lang,)) == (Outcome.PASSED, 100, "one-click")


def test_two_presses_are_further() -> None:
    terms = page("terms", f"<main>{FI_LINK}</main>")

    assert judged(page("home", TERMS), terms, page("withdrawal", FI_FORM, url="/peruuta"))[1:] == (80, "further")


def test_more_than_three_required_fields_cost() -> None:
    body = FORM.format(title="Peruuta sopimus", more='<label>Syy<input name="syy" required></label>', button="Jatka")

    assert judged(page("home", FI_LINK), page("withdrawal", body, url="/peruuta"))[1:] == (80, "many-fields")


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("Käytä peruuttamistoimintoa Omassa tilissäsi.", "told"),
        ("Sivustolla ei ole peruuttamistoimintoa.", "write"),
        ("There is no withdrawal button on this site; withdraw by e-mail.", "write"),
    ],
)
def test_a_function_that_is_denied_is_not_told_of(said: str, way: str) -> None:
    terms = page("terms", f"<main><p>Peruuttamisoikeus on 14 päivää. Ilmoita sähköpostilla.</p><p>{said}</p></main>")

    assert judged(page("home", TERMS), terms)[2] == way


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/peruuta">Peruuta</a>',
        '<a href="/peruuta">Peruuta uutiskirje</a>',
        '<a href="/cancel">Cancel</a>',
        '<a href="/peruuta">Peruuta tilaus</a>',
    ],
)
def test_words_that_only_sound_like_it_do_not_count(link: str) -> None:
    other = "<main><h1>Uutiskirje</h1><form><label>Sähköposti<input type='email'></label></form></main>"
    made = (
        page("home", f"<footer>{link}</footer>"),
        page("other", other, url="/peruuta"),
        page("terms", "<p>Ehdot</p>"),
    )

    assert judged(*made)[1:] == (0, "none")


def test_cancelling_an_order_counts_where_its_form_speaks_of_withdrawal() -> None:
    home = page("home", '<footer><a href="/peruuta">Peruuta tilaus</a></footer>')
    form = page("other", FORM.format(title="Peruuttaminen", more="", button="Vahvista peruuttaminen"), url="/peruuta")

    assert judged(home, form)[1:] == (80, "unclear")


@pytest.mark.parametrize(
    ("guest", "expected"),
    [
        (GuestValue.GUEST, (Outcome.FAILED, 40, "login")),
        (GuestValue.ACCOUNT_REQUIRED, (Outcome.PASSED, 100, "login-all")),
        (None, (Outcome.UNKNOWN, None, "login-unsure")),
    ],
)
def test_a_login_before_it_depends_on_guests(guest: GuestValue | None, expected: tuple[object, ...]) -> None:
    login = page("login", "<form><input type='email' name='e'><input type='password' name='p'></form>", url="/peruuta")
    kind = DoorKind.GUEST_FORM if guest is GuestValue.GUEST else DoorKind.ACCOUNT_ONLY
    walks = {DESKTOP: walk(kind, guest)} if guest else {}
    only = result("withdrawal-function", recording(page("home", FI_LINK), login, journeys=walks))

    assert (only.outcome, only.score, only.message) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peruuttamisen teet omalla tilillä kohdassa Tilaukset.", (60, "told")),
        ("Peruuttaaksesi lähetä meille sähköposti.", (10, "write")),
        ("Om du vill utöva ångerrätten, skicka ett meddelande.", (10, "write")),
        ("Hinnat sisältävät arvonlisäveron.", (0, "none")),
    ],
)
def test_what_only_words_tell(text: str, expected: tuple[int, str]) -> None:
    assert judged(page("home", TERMS), page("terms", f"<main><p>{text}</p></main>"))[1:] == expected


def test_terms_that_were_not_read_are_unknown() -> None:
    assert judged(page("home", TERMS))[0] is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("country", "day", "message"),
    [
        ("FI", date(2026, 6, 18), "no-duty"),
        ("AT", date(2026, 7, 1), "no-duty"),
        ("NO", date(2026, 11, 22), "no-duty"),
        ("US", date(2026, 11, 22), "no-duty"),
        (None, date(2026, 11, 22), "no-country"),
        ("FI", date(2026, 6, 19), "none"),
    ],
)
def test_the_duty_is_dated_and_by_country(country: str | None, day: date, message: str) -> None:
    made = recording(page("home", "<p>Hei</p>"), country=country)
    (only,) = judge(made, (check_of("withdrawal-function"),), Profile(), duties_as_of=day, tool_version="0.1.0").results

    assert only.message == message


def test_a_shop_of_exempt_goods_is_left_alone() -> None:
    profile = Profile(options={"withdrawal-function": {"exempt": 1}})
    made = recording(page("home", "<p>Hei</p>"))
    check = check_of("withdrawal-function")
    (only,) = judge(made, (check,), profile, duties_as_of=date(2026, 11, 22), tool_version="0.1.0").results

    assert only.outcome is Outcome.NOT_APPLICABLE
