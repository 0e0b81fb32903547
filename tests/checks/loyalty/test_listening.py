"""The checks feedback-loop, review-invite, recommendations and social-proof-live."""

import pytest

from auditor.model import CheckResult, Outcome
from tests.checks.recorded import Page, page, recording, result

REVIEW = "<li class='review'><p>5/5 tähteä</p><p>Kestää nuotion ja tiskikoneen hyvin.</p>{}</li>"


def judged(name: str, *pages: Page) -> CheckResult:
    return result(name, recording(*pages))


@pytest.mark.parametrize(
    "body",
    [
        '<a href="/palaute">Anna palautetta</a>',
        '<a href="/feedback">Give us your feedback</a>',
        '<a href="/tyck">Lämna synpunkter</a>',
        "<button>Kerro mielipiteesi</button>",
        '<a href="/forum">Forum</a>',
    ],
)
def test_a_way_to_give_feedback(body: str) -> None:
    assert judged("feedback-loop", page("home", body)).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    "body", ['<a href="/palautus">Palautukset</a>', '<a href="/p">Palautuslomake</a>', "<p>palaute</p>"]
)
def test_returns_are_no_feedback(body: str) -> None:
    only = judged("feedback-loop", page("home", body))

    assert (only.message, only.score) == ("none", 0)


def test_answers_are_missed_only_where_reviews_are_read() -> None:
    home = page("home", '<a href="/palaute">Anna palautetta</a>')
    silent = page("product", REVIEW.format(""))
    answered = page("product", REVIEW.format("<p>Kaupan vastaus: Kiitos Harri!</p>"))

    assert judged("feedback-loop", home).score == 100
    assert judged("feedback-loop", home, silent).data["missing"] == ["the shop's answers to reviews"]
    assert judged("feedback-loop", home, answered).score == 100


@pytest.mark.parametrize(
    "line",
    [
        "Få svar från våra experter",
        "Vanliga frågor och svar från A",
        "Svar från kund Lisa",
        "Få svar från oss inom 24 timmar",
        "Expect a reply from us within a day",
        "Vastauksemme yleisimpiin kysymyksiin",
    ],
)
def test_answers_to_questions_are_none_to_reviews(line: str) -> None:
    product = page("product", REVIEW.format(f"<p>{line}</p>"))

    assert (
        "the shop's answers to reviews" in judged("feedback-loop", page("home", "<p>Hei</p>"), product).data["missing"]
    )


@pytest.mark.parametrize("line", ["Svar från butiken: Tack!", "Response from the owner", "Vastauksemme: kiitos"])
def test_answers_to_reviews(line: str) -> None:
    product = page("product", REVIEW.format(f"<p>{line}</p>"))

    assert judged("feedback-loop", page("home", "<p>Hei</p>"), product).value["found"] == [
        "the shop's answers to reviews"
    ]


def test_a_survey_service_counts() -> None:
    home = page("home", facts={"services": ("Typeform",)})

    assert judged("feedback-loop", home).value["services"] == ["Typeform"]


@pytest.mark.parametrize(
    ("body", "message", "score"),
    [
        ("<button>Kirjoita arvostelu</button>", "open", 100),
        ('<a href="/review">Write a review</a>', "open", 100),
        ("<p>Kirjaudu sisään kirjoittaaksesi arvostelu</p>", "login", 60),
        ("<p>Only registered users can write reviews</p>", "login", 60),
        ("<p>Ole esimene, kes kirjutab arvustuse!</p>", "spoken-of", None),
        ("<p>Only logged in customers who bought this may leave a review.</p>", "login", 60),
        ("<p>You must be logged in to see prices.</p>", "none", 0),
        ("<p>Nur angemeldete Kunden sehen Preise.</p>", "none", 0),
        (REVIEW.format(""), "shown-only", 70),
        ("<p>Muki</p>", "none", 0),
        ("<form hidden><h3>Ole ensimmäinen arvostelija</h3><textarea name='c'></textarea></form>", "open", 100),
    ],
)
def test_invitations_to_review(body: str, message: str, score: int) -> None:
    only = judged("review-invite", page("product", body))

    assert (only.message, only.score) == (message, score)


@pytest.mark.parametrize("words", ["Kirjoita arvostelu", "Write a review", "Skriv en recension"])
def test_words_without_a_form_are_not_known_to_be_no_invitation(words: str) -> None:
    only = judged("review-invite", page("product", f"<main><div tabindex='0'>{words}</div><p>Muki</p></main>"))

    assert (only.message, only.outcome) == ("spoken-of", Outcome.UNKNOWN)


def test_reviews_by_mail() -> None:
    only = judged("review-invite", page("product", "<p>Muki</p>", hosts=("widget.trustpilot.com",)))

    assert (only.message, only.score, only.data["service"]) == ("by-mail", 70, "Trustpilot")


@pytest.mark.parametrize(
    ("heading", "lang"),
    [
        ("Liittyvät tuotteet", "fi"),
        ("Saattaisit pitää myös", "fi"),
        ("Muut ostivat myös", "fi"),
        ("You may also like", "en"),
        ("Frequently bought together", "en"),
        ("Passar bra ihop", "sv"),
        ("Ähnliche Produkte", "de"),
        ("Andre kjøpte også", "nb"),
        ("Lignende varer", "da"),
        ("Sarnased tooted", "et"),
        ("6 other products in the same category:", "en"),
        ("4 muuta tuotetta samassa kategoriassa:", "fi"),
        ("12 andra produkter i samma kategori:", "sv"),
        ("3 andere Artikel in der gleichen Kategorie:", "de"),
        ("5 andre produkter i samme kategori:", "nb"),
        ("5 andre varer i samme kategori:", "da"),
        ("7 muud toodet samas kategoorias:", "et"),
    ],
)
def test_blocks_of_goods_that_fit(heading: str, lang: str) -> None:
    body = f"<h2>{heading}</h2><ul><li>Muki</li><li>12,90 €</li></ul>"

    assert judged("recommendations", page("product", body, lang=lang)).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Liittyvät tuotteet</h2><p>Tulossa</p>",
        "<h2>Recommended by doctors for a good night</h2>",
        "<p>Muki 12,90 €</p>",
    ],
)
def test_a_heading_without_goods_is_no_block(body: str) -> None:
    only = judged("recommendations", page("product", body))

    assert (only.message, only.outcome) == ("none-on-page", Outcome.FAILED)


def test_a_cart_that_was_seen_is_told_of() -> None:
    assert judged("recommendations", page("product"), page("cart", "<p>Muki</p>", url="/kori")).message == "none"


@pytest.mark.parametrize("heading", ["Viimeksi katsotut", "Katsotut tuotteet", "Viewed products", "Visade produkter"])
def test_what_was_looked_at_is_not_what_fits(heading: str) -> None:
    only = judged("recommendations", page("product", f"<h2>{heading}</h2><p>Muki</p><p>12,90 €</p>"))

    assert only.value == {"product": False, "cart": None, "viewed": True}
    assert only.data["missing"] == ["goods that fit on the product page"]


def test_a_service_without_a_block_cannot_be_told() -> None:
    only = judged("recommendations", page("product", "<p>Muki</p>", hosts=("connect.nosto.com",)))

    assert (only.outcome, only.data["service"]) == (Outcome.UNKNOWN, "Nosto")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<h2>Asiakkaiden kuvia ja tarinoita</h2><h2>Suosituimmat juuri nyt</h2>", 3),
        ("<h2>Bestsellers</h2>", 1),
        ("<h2>Hot Sellers</h2>", 1),
        ("<h2>Populært lige nu</h2>", 1),
        ("<h2>Kundernas bilder</h2>", 1),
        ("<p>Kuva-arkisto</p>", 0),
        ("<p>Tag us on Instagram</p>", 0),
        ("<p>Merkitse meidät kuviisi</p>", 0),
        ("<p>Referenssinumero: 12345</p>", 0),
        ("<h2>Referenssimme</h2>", 1),
    ],
)
def test_other_customers(body: str, found: int) -> None:
    assert len(judged("social-proof-live", page("home", body)).value) == found


@pytest.mark.parametrize("name", ["feedback-loop", "review-invite", "recommendations", "social-proof-live"])
def test_without_pages_it_is_unknown(name: str) -> None:
    assert judged(name, page("other")).outcome is Outcome.UNKNOWN
