"""The report shows what a deep checkout saw: steps, deliveries, ways to pay, total and order button."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from auditor.model import DeepCheckout, DeepEnd, DeepStep, DeliveryOffer, PaymentOffer, ViewportName
from auditor.view.deep import ENDS
from tests.render.audits import rich_audit
from tests.render.conftest import Render

SEEN = DeepCheckout(
    ended=DeepEnd.PAYMENT_SEEN,
    steps=(
        DeepStep(url="/kassa", asked=("email", "street"), pressed="Jatka toimitukseen"),
        DeepStep(
            url="/maksu",
            deliveries=(
                DeliveryOffer(label="Posti <b>", price="5,90 €"),
                DeliveryOffer(label="Nouto, 0 €", price="0 €"),
            ),
            payments=(PaymentOffer(label="Verkkopankki"), PaymentOffer(label="Lasku", chosen=True)),
            total="25,80 €",
            order_button="Tilaa ja maksa",
            errors=("Tarkista postinumero",),
        ),
    ),
)


def shown(render: Render, lang: str, deep: DeepCheckout | None) -> str:
    audit = rich_audit()
    walks = {**audit.journeys}
    walks[ViewportName.DESKTOP] = walks[ViewportName.DESKTOP].model_copy(update={"deep": deep})
    html = render(audit.model_copy(update={"journeys": walks}), lang=lang)
    found = BeautifulSoup(html, "lxml").select_one("#path .walks")
    return " ".join(found.get_text(" ").split()) if found else ""


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Behind the first view", "Ways of delivery", "fields asked: 2", "Lasku (chosen beforehand)")),
        ("fi", ("Ensimmäisen näkymän takana", "Toimitustavat", "kysyttyjä kenttiä: 2", "Lasku (valittu valmiiksi)")),
        ("sv", ("Bakom den första vyn", "Leveranssätt", "fält att fylla i: 2", "Lasku (förvalt)")),
    ],
)
def test_a_deep_checkout_is_told_in_the_readers_language(render: Render, lang: str, words: tuple[str, ...]) -> None:
    text = shown(render, lang, SEEN)

    said = (
        *words,
        "Jatka toimitukseen",
        "Posti <b> (5,90 €); Nouto, 0 €",
        "25,80 €",
        "Tilaa ja maksa",
        "Tarkista postinumero",
    )
    assert [one for one in said if one not in text] == []


def test_nothing_is_told_of_it_where_there_was_none(render: Render) -> None:
    assert "Behind the first view" not in shown(render, "en", None)


def test_every_end_has_its_sentence() -> None:
    assert set(ENDS) == set(DeepEnd)
