"""Every text a report can say is there in Finnish and Swedish, with the same slots."""

from __future__ import annotations

import re

import pytest

from auditor.registry import load_checks
from auditor.texts import catalog, language_for, translate
from tests.render.texts import check_texts, report_texts

LANGUAGES = ("fi", "sv")


def _slots(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)", text))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_is_translated(lang: str) -> None:
    texts = {**report_texts(), **check_texts({check.id: check for check in load_checks()})}
    t = translate(lang)

    assert [f"{place}: {text}" for text, place in texts.items() if not t.knows(text)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_catalog_holds_no_text_that_nothing_says(lang: str) -> None:
    texts = {**report_texts(), **check_texts({check.id: check for check in load_checks()})}
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in catalog(lang) if message.id}

    assert sorted(known - set(texts)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_translation_keeps_the_slots(lang: str) -> None:
    for message in catalog(lang):
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else message.string
        assert len(ids) == len(strings), ids
        for source, target in zip(ids, strings, strict=True):
            assert _slots(source) == _slots(target), source


def test_unknown_text_stays_english() -> None:
    assert translate("fi")("No such text") == "No such text"


def test_plural_forms() -> None:
    t = translate("fi")

    assert t.plural("{n} click", "{n} clicks", 1) == "1 klikkaus"
    assert t.plural("{n} click", "{n} clicks", 2) == "2 klikkausta"


@pytest.mark.parametrize(
    ("shop", "lang"),
    [(("fi", "en"), "fi"), (("sv-SE",), "sv"), (("en", "fi"), "en"), (("de", "fi"), "en"), ((), "en")],
)
def test_report_speaks_as_the_shop_does(shop: tuple[str, ...], lang: str) -> None:
    assert language_for(shop) == lang


def test_language_without_catalog_is_refused() -> None:
    with pytest.raises(ValueError, match="choose one of en, fi, sv"):
        translate("de")
