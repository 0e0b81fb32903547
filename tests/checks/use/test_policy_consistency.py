import pytest

from auditor.model import CheckResult, Outcome
from tests.checks.recorded import Page, page, recording, result


def crawled(kind: str, text: str, lang: str = "fi", url: str = "") -> Page:
    return page(kind, f"<main><p>{text}</p></main>", lang=lang, part="crawl", url=url)


def judged(*pages: Page) -> CheckResult:
    return result("policy-consistency", recording(page("home", "<p>Hei</p>"), *pages))


@pytest.mark.parametrize(
    ("first", "other", "fact", "lang"),
    [
        ("Palautusaika on 30 päivää.", "Tuotteilla on 14 päivän palautusoikeus.", "return days", "fi"),
        ("30 dagars öppet köp.", "Du kan returnera varan inom 60 dagar.", "return days", "sv"),
        ("We offer 30-day returns.", "Return items within 14 days.", "return days", "en"),
        ("30 Tage Rückgaberecht.", "Sie haben 14 Tage Rückgaberecht.", "return days", "de"),
        ("Toimitusaika on 2–3 arkipäivää.", "Toimitusaika on 5–8 arkipäivää.", "delivery days", "fi"),
        ("Delivery time is 1-2 days.", "The delivery time is 5-7 days.", "delivery days", "en"),
        ("Ilmainen toimitus yli 80 € tilauksiin.", "Ilmainen toimitus yli 150 €.", "limit of free delivery", "fi"),
        ("Free shipping over €50.", "Free delivery on orders above €75.", "limit of free delivery", "en"),
        ("Fri frakt över 499 kr.", "Fri frakt vid köp över 699 kr.", "limit of free delivery", "sv"),
        ("Asiakaspalvelu ma–pe 9–17", "Asiakaspalvelumme palvelee ma–pe 10–15", "hours", "fi"),
        ("Soita 09 123 4567", "Puhelin 09 765 4321", "phone", "fi"),
    ],
)
def test_two_pages_that_differ_are_both_named(first: str, other: str, fact: str, lang: str) -> None:
    only = judged(crawled("contact", first, lang), crawled("faq", other, lang))

    assert list(only.value["differ"]) == [fact]
    assert (only.score, [one.page.split("-")[0] for one in only.evidence]) == (80, ["contact", "faq"])
    assert "contact" in only.text_en
    assert "faq" in only.text_en


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("Ilmainen toimitus yli 80 € tilauksiin.", "Ei ilmaista toimitusta alle 50 € tilauksiin."),
        ("Free shipping over €50.", "We do not offer free shipping below €75."),
        ("Palautusaika on 30 päivää.", "Lain mukainen peruuttamisoikeus on 14 päivää."),
        ("Palautusaika on 30 päivää.", "Palauta tuote 14 päivän kuluessa ilmoituksesta."),
        ("Palautusaika on 30 päivää.", "Palautamme rahat 14 päivän kuluessa."),
        ("Palautusaika on 30 päivää.", "Jäsenille palautusaika on 60 päivää."),
        ("Palautusaika on 30 päivää.", "Patjoilla on 100 päivän palautusoikeus."),
        ("Palautusaika on 30 päivää.", "Joulun ajan palautusaika on 60 päivää."),
        ("We offer 30-day returns.", "You may withdraw within 14 days."),
        ("We offer 30-day returns.", "Outside the EU, return items within 60 days."),
        ("30 dagars öppet köp.", "Du har 14 dagars ångerrätt."),
        ("Toimitusaika on 2–3 arkipäivää.", "Toimitusaika on 2–4 arkipäivää."),
        ("Toimitusaika on 2–3 arkipäivää.", "Kotiinkuljetuksen toimitusaika on 5–8 arkipäivää."),
        ("Toimitusaika on 2–3 arkipäivää.", "Ennakkotilausten toimitusaika on 20–30 arkipäivää."),
        ("Toimitusaika on 2–3 päivää.", "Toimitusaika Ruotsiin on 5–8 päivää."),
        ("Ilmainen toimitus yli 80 €.", "Ilmainen toimitus noutopisteeseen yli 50 €."),
        ("Ilmainen toimitus yli 80 €.", "Vielä 20 € niin saat ilmaisen toimituksen."),
        ("Free shipping over €50.", "Spend €10 more for free shipping."),
        ("Asiakaspalvelu ma–pe 9–17", "Myymälä avoinna ma–pe 10–18"),
        ("Soita 09 123 4567 tai 040 123 4567", "Puhelin 040 123 4567"),
    ],
)
def test_what_can_both_be_true_is_no_contradiction(first: str, other: str) -> None:
    assert judged(crawled("contact", first), crawled("faq", other)).outcome is not Outcome.FAILED
    assert not judged(crawled("contact", first), crawled("faq", other)).value["differ"]


def test_a_table_of_cases_is_not_compared() -> None:
    table = "Toimitusaika on 2–3 arkipäivää.</p><p>Toimitusaika on 10–14 arkipäivää."

    assert (
        judged(crawled("delivery", table), crawled("faq", "Toimitusaika on 5 arkipäivää.")).outcome is Outcome.UNKNOWN
    )


def test_a_products_own_promise_is_not_compared() -> None:
    made = judged(crawled("faq", "Toimitusaika on 2–3 arkipäivää."), crawled("product", "Toimitusaika on 20 päivää."))

    assert made.outcome is Outcome.UNKNOWN


def test_pages_that_agree_pass() -> None:
    only = judged(crawled("returns", "Palautusaika on 30 päivää."), crawled("faq", "30 päivän palautusoikeus."))

    assert (only.outcome, only.data["facts"]) == (Outcome.PASSED, ["return days"])


def test_without_further_pages_it_is_unknown() -> None:
    assert result("policy-consistency", recording(page("home", "<p>Hei</p>"))).outcome is Outcome.UNKNOWN
