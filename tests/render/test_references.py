"""What a check names as its source can be opened from the report, in every language alike."""

from __future__ import annotations

import re

import pytest

from auditor.registry import load_checks
from auditor.texts import translate
from auditor.view import references
from auditor.view.references import Cited, cited

CHECKS = {check.id: check for check in load_checks()}
# An act of the EU or a criterion of WCAG, in any of the three languages.
ACT = r"\b\d{2,4}/\d+/(?:EU|EC|EY|EG)\b|\(EU\) \d{4}/\d+|\b2011/83\b|\bGDPR\b"
CRITERION = r"(?<![\d.])[1-4]\.[1-5]\.\d{1,2}(?![\d.]*\d)"
NAMED = re.compile(f"{ACT}|{CRITERION}")


def links(words: str) -> list[str]:
    return [part.href for part in cited(words) if part.href]


@pytest.mark.parametrize("check", CHECKS)
def test_every_act_and_criterion_that_a_check_names_leads_somewhere(check: str) -> None:
    source = CHECKS[check].source
    plain = "".join(part.text for part in cited(source) if not part.href)

    assert NAMED.findall(plain) == []
    assert "".join(part.text for part in cited(source)) == source


@pytest.mark.parametrize("lang", ["fi", "sv"])
@pytest.mark.parametrize("check", CHECKS)
def test_a_source_leads_to_the_same_places_in_every_language(check: str, lang: str) -> None:
    source = CHECKS[check].source

    assert sorted(set(links(translate(lang)(source)))) == sorted(set(links(source)))


def test_a_source_is_split_where_it_names_something() -> None:
    assert cited("CRD 2011/83/EU art. 6") == (
        Cited("CRD "),
        Cited("2011/83/EU", "https://eur-lex.europa.eu/eli/dir/2011/83/oj"),
        Cited(" art. 6"),
    )


@pytest.mark.parametrize("words", ["Our convention.", "version 12.8.1", "HE 98/62", "http://other.example/2011/83"])
def test_what_only_looks_like_a_name_is_no_link(words: str) -> None:
    assert cited(words) == (Cited(words),)


def test_no_place_is_kept_that_no_check_names() -> None:
    named = {href for check in CHECKS.values() for href in links(check.source)}

    assert set(references._PLACES.values()) == named
