"""Ways to pay: what a checkout's choices say."""

import pytest

from auditor.derive.payments import offered_methods
from auditor.model import Field


def radio(label: str, *, name: str = "b", heading: str = "", form: int = 0) -> Field:
    return Field(tag="input", type="radio", name=name, label=label, heading=heading, form=form)


@pytest.mark.parametrize(
    ("labels", "ways"),
    [
        (["Klarna", "Swish", "Kort"], ("klarna", "swish", "card")),
        (["PayPal", "Lastschrift", "Rechnung"], ("paypal", "direct-debit", "invoice")),
        (["Hem", "Ombud", "Kort"], ()),
    ],
)
def test_a_loose_word_means_paying_beside_a_sure_one(labels: list[str], ways: tuple[str, ...]) -> None:
    assert offered_methods([radio(label) for label in labels], []) == ways


def test_a_sure_way_in_one_group_says_nothing_of_another() -> None:
    fields = [radio("Swish"), radio("Kort", name="delivery"), radio("Kort", form=1)]

    assert offered_methods(fields, []) == ("swish",)


def test_a_loose_word_counts_under_a_heading_of_paying() -> None:
    assert offered_methods([radio("Kort", heading="Betalning")], []) == ("card",)
