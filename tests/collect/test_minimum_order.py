"""A least order that a shop sets, and one that it says it does not set."""

from __future__ import annotations

import pytest

from auditor.collect.journey.checkout import _minimum_said


@pytest.mark.parametrize(
    "text",
    [
        "Minimitilaus on 30 €.",
        "Pienin tilaus on 35 €. Lisää vielä 12 €.",
        "Tilauksen vähimmäissumma: 20 €",
        "Et ole saavuttanut minimitilausta.",
        "Tilauksesi ei täytä minimitilausta.",
        "Minimum order not reached",
        "You have not yet reached the minimum order value.",
        "Order minimum: £20",
        "Minsta ordervärde är 200 kr",
        "Du har inte uppnått minsta ordervärde.",
        "Mindestbestellwert nicht erreicht",
        "Der Mindestbestellwert beträgt 20 €. Keine Versandkosten.",
        "Minste bestilling er 300 kr",
        "Mindste køb 200 kr",
        "Minimaalne tellimus 150 €",
    ],
)
def test_a_least_order_is_heard(text: str) -> None:
    assert _minimum_said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ei minimitilausta",
        "Meillä ei ole minimitilausta.",
        "No minimum order",
        "There is no minimum order value.",
        "We don't have a minimum order.",
        "Inget minsta ordervärde",
        "Kein Mindestbestellwert",
        "Lieferung ohne Mindestbestellwert",
        "Ingen minimumsordre",
        "Ingen minste bestilling",
        "Miinimumtellimust ei ole, pole minimaalne tellimus vajalik",
        "Minimal design for a summer",
    ],
)
def test_a_least_order_that_is_denied_is_none(text: str) -> None:
    assert not _minimum_said(text)
