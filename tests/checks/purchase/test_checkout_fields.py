import pytest

from auditor.model import Outcome
from tests.checks.recorded import DESKTOP, Page, page, recording, result, walk

ADDRESS = "".join(
    f"<label>{label}<input name='{name}'></label>"
    for label, name in (
        ("Etunimi", "first_name"),
        ("Sukunimi", "last_name"),
        ("Katuosoite", "street"),
        ("Postinumero", "postcode"),
        ("Postitoimipaikka", "city"),
        ("Puhelin", "phone"),
    )
)
MAIL = "<label>Sähköposti<input type='email' name='email'></label>"
DELIVERY = (
    "<label><input type='radio' name='ship' value='a'>Posti</label><label><input type='radio' name='ship'>Nouto</label>"
)
TERMS = "<label><input type='checkbox' name='terms'>Hyväksyn ehdot</label>"


def counted(body: str) -> Page:
    return page("checkout", body, id="door")


def value(body: str) -> object:
    made = recording(counted(body), journeys={DESKTOP: walk(door={"guest_visit": "door"})})
    return result("checkout-fields", made).value


@pytest.mark.parametrize(
    ("extra", "fields"),
    [
        ("", 7),
        (DELIVERY, 8),
        (TERMS, 8),
        ("<label>Maa<select name='country'><option>Suomi</option></select></label>", 8),
        ("<label>Viesti<textarea name='note'></textarea></label>", 8),
        ("<label hidden>Verkkosivu<input name='website'></label>", 7),
        ("<label>Alennuskoodi<input name='coupon'></label>", 7),
        ("<label>Discount code<input name='code'></label>", 7),
        ("<label>Määrä<input type='number' name='qty'></label>", 7),
    ],
)
def test_what_counts_as_a_field(extra: str, fields: int) -> None:
    assert value(f"<main><form>{ADDRESS}{MAIL}{extra}</form></main>") == fields


def test_search_newsletter_and_a_separate_login_do_not_count() -> None:
    around = """<header><form role="search"><input type="search" name="q"></form></header>
    <form action="/login"><input type="email" name="login"><input type="password" name="password"></form>"""
    below = '<footer><form><input type="email" name="newsletter" placeholder="Uutiskirje"></form></footer>'

    assert value(f"{around}<main><form>{ADDRESS}{MAIL}</form></main>{below}") == 7


def test_the_address_that_a_shop_knows_customers_by_counts_in_a_form_of_its_own() -> None:
    known = '<form class="form-login"><label>Email address<input type="email" name="username"></label></form>'
    asked = '<form method="get"><label>Voucher number<input name="lookup"></label></form>'

    assert value(f"<main>{known}{asked}<form>{ADDRESS}</form></main>") == 7


def test_few_fields_pass_and_many_fail() -> None:
    many = "".join(f"<label>Tieto {n}<input name='x{n}'></label>" for n in range(12))

    def said(body: str) -> Outcome:
        made = recording(counted(body), journeys={DESKTOP: walk(door={"guest_visit": "door"})})
        return result("checkout-fields", made).outcome

    assert said(f"<main><form>{ADDRESS}{MAIL}</form></main>") is Outcome.PASSED
    assert said(f"<main><form>{ADDRESS}{MAIL}{many}</form></main>") is Outcome.FAILED


def test_asking_twice_costs_points() -> None:
    twice = "<label>Vahvista sähköposti<input type='email' name='email_confirm'></label>"
    made = recording(
        counted(f"<main><form>{ADDRESS}{MAIL}{twice}</form></main>"),
        journeys={DESKTOP: walk(door={"guest_visit": "door"})},
    )

    assert (result("checkout-fields", made).value, result("checkout-fields", made).score) == (8, 95)


def test_a_form_that_was_not_recorded_is_unknown() -> None:
    made = recording(journeys={DESKTOP: walk(door={"guest_visit": "elsewhere"})})

    assert (result("checkout-fields", made).outcome, result("checkout-fields", made).score) == (Outcome.UNKNOWN, None)
