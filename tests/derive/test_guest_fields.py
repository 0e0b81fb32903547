"""What a guest's form asks for, apart from what merely stands on the same page."""

from auditor.derive.page.fields import guest_fields
from auditor.model import Field


def field(label: str, *, kind: str = "text", name: str = "", form: int = 0) -> Field:
    return Field(tag="input", type=kind, label=label, name=name, form=form)


def labels(*fields: Field) -> list[str]:
    return [one.label for one in guest_fields(fields)]


def test_the_switch_of_a_menu_is_no_field() -> None:
    street = field("Katuosoite", name="street")

    assert labels(street, field("≡", kind="checkbox", form=-1)) == ["Katuosoite"]
    assert labels(street, field("Tuoteryhmät ▾", kind="checkbox")) == ["Katuosoite"]


def test_a_box_of_the_form_is_a_field() -> None:
    street = field("Katuosoite", name="street")

    assert labels(street, field("Lahjapaketti", kind="checkbox", name="gift")) == ["Katuosoite", "Lahjapaketti"]
    assert labels(field("Katuosoite", form=-1), field("Lahjapaketti", kind="checkbox", form=-1)) == [
        "Katuosoite",
        "Lahjapaketti",
    ]


def test_a_field_that_may_stay_empty_counts_and_a_trap_for_robots_does_not() -> None:
    company = field("Company (Or leave blank)", name="company")
    trap = field("Leave this field blank", name="url2")

    assert labels(company, trap) == ["Company (Or leave blank)"]


def test_letters_and_pieces_are_no_fields_of_the_form() -> None:
    street = field("Katuosoite", name="street")
    letters = field("Subscribe to mailing list.", kind="checkbox", name="mailing_list")

    assert labels(street, letters, field("Test Product £5.34", name="quan[db2d]")) == ["Katuosoite"]


def test_a_game_that_asks_for_an_address_is_no_part_of_the_order() -> None:
    order = [field("Nimi", name="n"), field("Katuosoite", name="s"), field("Sähköposti", kind="email", name="e")]
    wheel = field("Ihre E-Mail", kind="email", form=1)

    assert labels(*order, wheel) == ["Nimi", "Katuosoite", "Sähköposti"]


def test_an_address_asked_in_a_form_of_its_own_counts_where_no_other_asks_for_it() -> None:
    first = field("Email", kind="email", name="email", form=0)
    rest = [field("Name", name="n", form=1), field("Street", name="s", form=1), field("Town", name="t", form=1)]

    assert labels(first, *rest) == ["Email", "Name", "Street", "Town"]
    assert labels(first) == ["Email"]


def test_an_address_for_letters_in_a_form_around_the_whole_page_is_no_field_of_the_order() -> None:
    order = field("Katuosoite", name="street")
    letters = field("Sähköpostiosoite", name="ctl00$uutiskirje")

    assert labels(order, letters) == ["Katuosoite"]
