import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result


def form(required: int, more: str = "", labels: bool = True) -> str:
    names = ("Etunimi", "Sukunimi", "Katuosoite", "Postinumero", "Asiakasnumero", "Aihe", "Yritys")[
        : max(0, required - 2)
    ]
    fields = "".join(f"<label>{one}<input name='{one}' required></label>" for one in names)
    mail = "<label>Sähköposti<input type='email' name='mail' required></label>" if labels else "<input name='mail'>"
    area = "<label>Viesti<textarea name='viesti' required></textarea></label>"
    return f"<main><form>{fields}{mail}{area}{more}</form></main>"


def judged(body: str) -> tuple[Outcome, int | None, str]:
    only = result("contact-form", recording(page("home", "<p>Hei</p>"), page("contact", body)))
    return only.outcome, only.score, only.message


@pytest.mark.parametrize(
    ("required", "expected"),
    [(2, (100, "light")), (3, (100, "light")), (5, (70, "heavy")), (8, (30, "heavy"))],
)
def test_required_entries_are_counted(required: int, expected: tuple[int, str]) -> None:
    assert judged(form(required))[1:] == expected


def test_a_puzzle_costs() -> None:
    assert judged(form(2, "<label>Kirjoita kuvan merkit (captcha)<input name='c'></label>"))[1:] == (85, "puzzle")


def test_fields_without_a_name_cost() -> None:
    assert judged(form(2, labels=False))[1:] == (80, "unlabelled")


def test_a_form_that_marks_nothing_cannot_be_judged() -> None:
    fields = "".join(f"<label>{one}<input name='{one}'></label>" for one in ("Name", "Phone", "Company", "Subject"))

    assert (
        judged(f"<main><form>{fields}<label>Message<textarea></textarea></label></form></main>")[0] is Outcome.UNKNOWN
    )


def test_a_small_form_whose_marks_are_not_read_is_not_said_to_require_nothing() -> None:
    fields = "<label>Nimi<input name='nimi'></label><label>Viesti<textarea></textarea></label>"

    assert judged(f"<main><form>{fields}</form></main>")[1:] == (100, "small")


def test_a_shop_without_a_form_is_left_alone() -> None:
    assert judged("<main><p>info@kauppa.example</p></main>")[0] is Outcome.NOT_APPLICABLE


def test_a_star_in_the_field_marks_it() -> None:
    names = ("Nimi *", "Sähköposti *", "Puhelin", "Aihe", "Viesti")
    fields = "".join(f"<p><input name='{one}' placeholder='{one}'></p>" for one in names[:4])

    assert judged(f"<main><form>{fields}<textarea placeholder='{names[4]}'></textarea></form></main>")[2] == "light"


def test_a_star_before_the_words_marks_a_field() -> None:
    fields = "".join(f"<label>{one}<input name='{one}'></label>" for one in ("*Name", "*Email", "Phone", "Company"))

    assert judged(f"<main><form>{fields}<label>*Message<textarea></textarea></label></form></main>")[2] == "light"
