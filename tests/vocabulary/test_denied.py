"""A sentence that denies something does not say it."""

from __future__ import annotations

import re

import pytest

from auditor.vocabulary.denied import denied, found_in, sentence_of


def _denied(text: str, pattern: str) -> bool:
    found = re.search(pattern, text, re.IGNORECASE)
    assert found
    return denied(text, found)


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("No account will be created.", "account"),
        ("Es wird kein Konto angelegt", "konto"),
        ("Ein Konto wird nicht erstellt", "konto"),
        ("Inget konto skapas när du beställer.", "konto skapas"),
        ("Tuote ei ole tällä hetkellä varastossa", "varastossa"),
        ("Varen er ikke på lager", "på lager"),
        ("You don’t need to register to check out", "register"),
        ("Te ei pea sisse logima", "sisse logima"),
    ],
)
def test_a_denial_close_by_is_heard_in_every_language(text: str, pattern: str) -> None:
    assert _denied(text, pattern)


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("Not sure? An account is created with your order.", "account"),
        ("Toimitusta ei peritä. Tuote on varastossa", "varastossa"),
        ("Skickas inte till Åland\nFinns i lager", "i lager"),
        ("Ikke sulten. Varen er på lager", "på lager"),
        ("A normal account is created", "account"),
        ("Palautus 14 pv. ja ei muuta. Tili luodaan", "tili luodaan"),
    ],
)
def test_a_denial_in_another_sentence_or_in_a_longer_word_is_none(text: str, pattern: str) -> None:
    assert not _denied(text, pattern)


@pytest.mark.parametrize(
    ("text", "pattern", "expected"),
    [
        ("No free shipping on this item", "free shipping", True),
        ("Ei ilmaista toimitusta tälle tuotteelle", "ilmaista toimitusta", True),
        ("Wir bieten keinen kostenlosen Versand", "kostenlosen versand", True),
        ("Fri frakt gäller inte möbler", "fri frakt", True),
        ("Free shipping, no minimum", "free shipping", False),
        ("Ilmainen toimitus – ei minimiostosta", "ilmainen toimitus", False),
        ("Fri frakt utan minsta köp", "fri frakt", False),
        ("Versandkostenfrei ohne Mindestbestellwert", "versandkostenfrei", False),
        ("Fri fragt og ingen gebyrer", "fri fragt", False),
    ],
)
def test_a_denial_in_another_clause_is_none(text: str, pattern: str, *, expected: bool) -> None:
    found = re.search(pattern, text, re.IGNORECASE)

    assert found
    assert denied(text, found, clause=True) == expected


def test_the_first_place_that_is_not_denied_is_found() -> None:
    found = found_in(re.compile("in stock"), "Not in stock. The blue one is in stock.")

    assert found
    assert found.start() == len("Not in stock. The blue one is ")


def test_a_pattern_may_hold_a_denial_itself() -> None:
    assert not _denied("We cannot sell without an account", "cannot sell without an account")


def test_a_sentence_keeps_its_dates_and_decimals() -> None:
    text = "Avoinna 24.12. klo 10-14. Kirje 2.5 € maksaa."
    found = re.search("klo", text)

    assert found
    assert sentence_of(text, found) == "Avoinna 24.12. klo 10-14"


def test_what_a_pattern_took_in_is_searched_where_asked() -> None:
    found = re.search(r"kräver (?:\w+ )?konto", "Köp kräver inte konto")

    assert found
    assert not denied(found.string, found)
    assert denied(found.string, found, within=True)
