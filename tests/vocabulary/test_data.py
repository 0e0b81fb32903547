"""What holds for the vocabulary's data, so that a slip in a list is seen at once."""

import pytest

from auditor.vocabulary import Intent, load_vocabulary, normalise
from auditor.vocabulary.wordings import wording

WORDS = load_vocabulary()


@pytest.mark.parametrize("intent", WORDS.intents.values(), ids=lambda one: one.name)
def test_phrases_are_words_of_known_languages_and_stand_once(intent: Intent) -> None:
    assert set(intent.phrases) <= set(WORDS.languages)
    for phrases in intent.phrases.values():
        spelled = [normalise(one) for one in phrases]
        assert all(spelled)
        assert len(set(spelled)) == len(spelled)


@pytest.mark.parametrize("intent", WORDS.intents.values(), ids=lambda one: one.name)
def test_no_intent_refuses_its_own_words(intent: Intent) -> None:
    refused = [
        phrase
        for language, phrases in intent.phrases.items()
        for phrase in phrases
        if "*" not in phrase and WORDS.match(intent.name, phrase, language) is None
    ]

    assert refused == []


def test_what_an_order_robot_must_know_is_there_in_every_language() -> None:
    needed = (
        "add_to_cart",
        "cart",
        "checkout",
        "guest_checkout",
        "returns",
        "place_order",
        "order_obligation",
        "search",
    )

    assert [
        (name, lang) for name in needed for lang in WORDS.languages if not WORDS.intents[name].phrases.get(lang)
    ] == []


def test_ways_to_pay_have_a_kind_and_a_name() -> None:
    kinds = {"card", "wallet", "mobile", "bank", "invoice", "instalment", "cash", "provider", "gift"}

    assert all(way.kind in kinds and way.words for way in WORDS.payments.values())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("shop_pays_return", "Palautus on asiakkaalle maksuton"),
        ("shop_pays_return", "Fri retur"),
        ("shop_pays_return", "Free returns"),
        ("customer_pays_return", "Asiakas vastaa palautuskuluista"),
        ("customer_pays_return", "Du betalar själv returfrakten"),
        ("refunding", "Hyvitämme rahat"),
        ("blind_text", "Lorem ipsum dolor"),
        ("placeholder", "Your store name"),
        ("coming_soon", "Sivu on rakenteilla"),
        ("no_reviews_yet", "Ei vielä arvosteluja"),
    ],
)
def test_wordings_know_their_sentences(name: str, text: str) -> None:
    assert wording(name).search(text)
