import pytest

from auditor.vocabulary.inflections import inflected, is_noun


@pytest.mark.parametrize(
    ("word", "language", "form"),
    [
        ("villapaita", "fi", "villapaitaa"),
        ("muki", "fi", "mukia"),
        ("tyyny", "fi", "tyynyä"),
        ("Pyyhe", "fi", "pyyhettä"),
        ("huone", "fi", "huonetta"),
        ("kengät", "fi", "kengän"),
        ("sukat", "fi", "sukan"),
        ("lautanen", "fi", "lautaset"),
        ("kynttilä", "fi", "kynttilää"),
        ("tröja", "sv", "tröjor"),
        ("tröjor", "sv", "tröja"),
        ("flaske", "nb", "flasker"),
        ("lampe", "da", "lamper"),
        ("Tasche", "de", "taschen"),
        ("mug", "en", "mugs"),
        ("dress", "en", "dresses"),
        ("boxes", "en", "box"),
        ("berry", "en", "berries"),
        ("batteries", "en", "battery"),
    ],
)
def test_a_rule_gives_a_right_form(word: str, language: str, form: str) -> None:
    assert inflected(word, language) == form


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("kivi", "fi"),
        ("keittiöveitsi", "fi"),
        ("termos", "fi"),
        ("hjärta", "sv"),
        ("mugg", "sv"),
        ("Becher", "de"),
        ("thermos", "en"),
        ("jeans", "en"),
        ("padi", "et"),
        ("mug", "xx"),
    ],
)
def test_no_form_is_better_than_a_wrong_one(word: str, language: str) -> None:
    assert inflected(word, language) == ""


def test_colours_are_no_nouns() -> None:
    assert [is_noun(word) for word in ("Sininen", "svart", "villapaita")] == [False, False, True]
