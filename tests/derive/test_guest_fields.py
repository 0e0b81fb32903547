"""What a guest's form asks for, apart from what merely stands on the same page."""

from auditor.derive.fields import guest_fields
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
