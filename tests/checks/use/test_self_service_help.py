import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result

LINK = '<footer><a href="/faq">Usein kysyttyä</a></footer>'
FI = (
    "Miten teen tilauksen?",
    "Mitä maksutapoja on?",
    "Kuinka nopea toimitus on?",
    "Miten palautan tuotteen?",
    "Millainen takuu on?",
    "Tarvitsenko asiakastilin?",
    "Miten valitsen koon?",
    "Miten saan asiakaspalvelun kiinni?",
    "Voinko muuttaa tilausta?",
    "Miksi paketti viipyy?",
)
SEARCH = '<form action="/faq"><input type="search" name="kysymys"></form>'
SHOP_SEARCH = '<header><form action="/haku"><input type="search" name="q"></form></header>'


def faq(questions: tuple[str, ...], more: str = "", lang: str = "fi", kind: str = "faq") -> object:
    asked = "".join(f"<details><summary>{one}</summary><p>Näin se käy.</p></details>" for one in questions)
    return page(kind, f"<main><h1>Kysymyksiä</h1>{more}{asked}</main>{SHOP_SEARCH}", lang=lang)


def judged(*pages: object) -> tuple[Outcome, int | None, str]:
    only = result("self-service-help", recording(page("home", SHOP_SEARCH + LINK), *pages))
    return only.outcome, only.score, only.message


def test_ten_questions_about_all_topics_with_a_search_pass() -> None:
    assert judged(faq(FI, SEARCH)) == (Outcome.PASSED, 100, "good")


def test_the_search_of_the_shop_is_not_one_of_the_answers() -> None:
    assert judged(faq(FI, SHOP_SEARCH)) == (Outcome.PASSED, 90, "good")


def test_missing_topics_are_named() -> None:
    only = result("self-service-help", recording(page("home", LINK), faq(FI[:3])))

    assert only.message == "gaps"
    assert only.data["missing"] == ["returns", "warranty", "account", "product", "contact"]


def test_english_questions_count() -> None:
    asked = ("How do I order?", "How can I pay?", "When is it delivered?", "Can I return it?")
    only = result("self-service-help", recording(page("home", LINK), faq(asked, lang="en")))

    assert only.value["topics"] == ["order", "payment", "delivery", "returns"]


def test_an_old_date_costs_points() -> None:
    assert judged(faq(FI, f"<p>Päivitetty 1.3.2020</p>{SEARCH}"))[1] == 90


def test_questions_among_the_contacts_count() -> None:
    made = recording(page("home", "<p>Hei</p>"), faq(FI[:4], kind="contact"))

    assert result("self-service-help", made).value["questions"] == 4


@pytest.mark.parametrize(("heading", "message"), [("Usein kysytyt kysymykset", "gaps"), ("Arviot", "none")])
def test_questions_on_a_product_page_count_under_a_heading_that_says_so(heading: str, message: str) -> None:
    asked = "".join(f"<h4><button aria-expanded=false>{one}</button></h4>" for one in FI[:4])
    product = page("product", f"<main><h1>Muki</h1><h2>{heading}</h2>{asked}</main>")

    assert result("self-service-help", recording(page("home", "<p>Hei</p>"), product)).message == message


def test_no_answers_fail_and_unread_ones_are_unknown() -> None:
    assert result("self-service-help", recording(page("home", "<p>Hei</p>"))).outcome is Outcome.FAILED
    assert judged()[0] is Outcome.UNKNOWN
