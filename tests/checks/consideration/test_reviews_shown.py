import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result

TEXT = '<div class="review-item">Hieno muki, suosittelen kaikille.</div>'
CLAIM = """<script type="application/ld+json">{"@type": "Product", "name": "Muki",
"aggregateRating": {"ratingValue": 4.8, "reviewCount": 31}}</script>"""


@pytest.mark.parametrize(
    ("body", "score", "present", "offered"),
    [
        (f"<h2>Arvostelut</h2><p>4,5/5</p>{TEXT}<button>Kirjoita arvostelu</button>", 100, True, True),
        (f"<h2>Arvostelut (3)</h2>{TEXT}", 90, True, True),
        (f"<p>(1 arvostelu)</p><div hidden>{TEXT}</div>", 90, True, True),
        (f"<p>Reviews (1)</p><div hidden>{TEXT}</div>", 90, True, True),
        (f"<p>4,5/5</p><p>Arvostelut</p><div hidden>{TEXT}</div>", 70, True, True),
        ("<p>Reviews (1)</p><div class='product-comment-list-item row'>Soft and warm.</div>", 90, True, True),
        ("<div class='product-comment-list-item'>No customer reviews for the moment.</div>", 40, False, True),
        ("<p>1 review</p><dl><dd>Warm and light. <span class='review-meta'>By Maud</span></dd></dl>", 90, True, True),
        ("<p>1 review</p><div><span class='review-date'>Today</span></div>", 70, True, True),
        ("<p>4.5 out of 5 stars</p>", 70, True, True),
        ("<p>★★★★☆ (12 reviews)</p>", 70, True, True),
        ("<h2>Customer Reviews</h2><p><b>Steady</b> ★★★★★ Flies in next to nothing. <i>Maud</i></p>", 90, True, True),
        ("<button>Bewertungen</button><p>★★★★★ „Sehr aromatisch.“ – K. W.</p>", 90, True, True),
        ("<h2>Reviews</h2><p>★★★★☆ 3 reviews.</p><p>Sport Kite for wind ★★★★★</p>", 70, True, True),
        (f"<h2>Arvostelut</h2>{CLAIM}", 70, True, True),
        ("<p>5/5 (21 arvostelua)</p>", 50, True, True),
        ("<h2>Arvostelut</h2><p>Ei vielä arvosteluja</p>", 40, False, True),
        ("<button>Write a review</button>", 40, False, True),
        (f"<p>Muki</p>{CLAIM}", 0, False, False),
        ("<p>Mitat 4/5 cm, 12 kpl</p>", 0, False, False),
        ("<p>Product 5/5</p><p>Bild 1 av 5</p><p>1/5</p>", 0, False, False),
        ("<p>Rated 5 out of 5</p>", 70, True, True),
        ("<p>★★★★★</p><p>Muki</p>", 0, False, False),
        ("<p>Toimitusarvio: 3–5 arkipäivää</p>", 0, False, False),
        ("<p>Toimitusaika-arvio: 2 viikkoa</p>", 0, False, False),
        ("<p>Arvio: 2–4 arkipäivää</p>", 0, False, False),
        ("<p>Hinta-arvio: 120 €</p>", 0, False, False),
        ("<p>Energy rating: 4 stars</p>", 0, False, False),
        ("<p>Energialuokka: 4 tähteä</p>", 0, False, False),
        ("<p>Asiakasarviot: 12</p>", 70, True, True),
        ("<p>Google-arvostelut (45)</p>", 70, True, True),
        ("<p>Kundenbewertungen (7)</p>", 70, True, True),
    ],
)
def test_what_a_product_page_shows(body: str, score: int, present: bool, offered: bool) -> None:
    only = result("reviews-shown", recording(page("home"), page("product", body)))

    assert only.score == score
    assert (only.value["present"], only.value["offered"]) == (present, offered)


@pytest.mark.parametrize("line", ["Ratings: 230 V", "Betyg: 4,5", "Bewertung: 4–5 Sterne", "Energibetyg: 4"])
def test_a_figure_with_a_unit_counts_no_reviews(line: str) -> None:
    only = result("reviews-shown", recording(page("home"), page("product", f"<p>{line}</p>")))

    assert only.value["count"] is None


@pytest.mark.parametrize("line", ["Rating: 4.5", "Betyg: 4,5", "Arvosana: 4,5"])
def test_a_rating_may_stand_behind_its_name_alone(line: str) -> None:
    only = result("reviews-shown", recording(page("home"), page("product", f"<p>{line}</p>")))

    assert (only.value["rating"], only.score) == (4.5, 70)


def test_a_rating_of_the_shop_counts_half() -> None:
    made = recording(page("home", "<p>Trustpilot 4,6/5</p>"), page("product", "<p>Muki</p>"))

    assert (result("reviews-shown", made).score, result("reviews-shown", made).message) == (50, "shop")


def test_testimonials_are_no_reviews() -> None:
    quote = "<blockquote class='quote'>Ihana kauppa! – Maija</blockquote>"

    assert result("reviews-shown", recording(page("home", quote), page("product", "<p>Muki</p>"))).score == 0


def test_without_a_product_page_it_is_unknown() -> None:
    assert result("reviews-shown", recording(page("home"))).outcome is Outcome.UNKNOWN
