"""The checks loyalty-programme and come-back-reasons."""

import pytest

from auditor.model import CheckResult, Goods, Outcome
from tests.checks.recorded import Page, page, recording, result

FI = """<main><h1>Kanta-asiakasohjelma</h1><p>5 % bonusta jokaisesta ostoksesta.</p>
<form><p>Liity jäseneksi</p><input type="email" name="e"><button>Liity</button></form><h2>Ehdot</h2>
<p>Bonus on voimassa 12 kuukautta.</p></main>"""
EN = """<main><h1>Rewards program</h1><p>Collect 1 point per £1: 100 points are £5.</p><button>Join now</button>
<p>Terms apply to the loyalty program and its points.</p></main>"""


def judged(name: str, *pages: Page) -> CheckResult:
    return result(name, recording(*pages, page("product", "<p>x</p>")))


def test_a_whole_programme() -> None:
    cart = page(
        "cart", "<main><p>Kaarnapiirin jäsenenä saat tästä 5 % bonusta, ja se kertyy heti ostoksesta.</p></main>"
    )
    only = judged("loyalty-programme", page("home"), page("loyalty", FI), cart)

    assert (only.score, only.message) == (100, "good")


def test_a_programme_that_nobody_hears_of_while_buying() -> None:
    only = judged("loyalty-programme", page("home"), page("loyalty", EN, lang="en"))

    assert (only.score, only.data["missing"]) == (90, ["a word of it while buying"])


@pytest.mark.parametrize("told", ["No membership needed", "Ei kanta-asiakkuutta", "Ingen kundklubb", "Kein Kundenclub"])
def test_a_word_that_denies_the_programme_is_none_of_it(told: str) -> None:
    cart = page("cart", f"<main><p>{told}</p></main>")
    only = judged("loyalty-programme", page("home"), page("loyalty", EN, lang="en"), cart)

    assert only.data["missing"] == ["a word of it while buying"]


def test_empty_words_are_a_gap() -> None:
    body = (
        "<main><h1>Kanta-asiakas</h1><p>Kanta-asiakkaana saat parhaat edut ja ihania yllätyksiä läpi vuoden.</p></main>"
    )
    only = judged("loyalty-programme", page("home"), page("loyalty", body))

    assert (only.outcome, only.score) == (Outcome.FAILED, 40)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<a href="/kanta-asiakas">Kanta-asiakasohjelma</a>', "link"),
        ('<a href="/kundklubb">Kundklubb</a>', "link"),
        ('<a href="/lahjakortti">Lahjakortti</a>', "instead"),
        ("<p>Jäsenhinta 10 €</p>", "instead"),
        ("<p>Meillä ei ole jäsenhintoja.</p>", "none"),
        ("<p>There is no members price.</p>", "none"),
        ('<a href="/tuote/bonus-koiranruoka">Bonus koiranruoka 3 kg</a>', "none"),
        ('<a href="#">Kanta-asiakasohjelma</a>', "none"),
        ('<a href="/p">Points of view, a book</a>', "none"),
    ],
)
def test_links_and_what_stands_in(body: str, message: str) -> None:
    assert judged("loyalty-programme", page("home", body)).message == message


def test_without_home_it_is_unknown() -> None:
    assert judged("loyalty-programme", page("other")).outcome is Outcome.UNKNOWN


def test_many_reasons() -> None:
    home = page("home", '<a href="/suosittele">Suosittele ystävälle</a><a href="/lahjakortti">Lahjakortti</a>')
    product = page("product", "<button>Lisää toivelistaan</button>", url="/tuote/a")
    only = judged("come-back-reasons", home, product)

    assert (only.score, only.outcome) == (100, Outcome.PASSED)


def test_a_stock_alert_is_missed_only_on_a_sold_out_product() -> None:
    home = page("home", '<a href="/toivelista">Toivelista</a>')
    gone = page("product", "<p>Loppu</p>", url="/tuote/b", facts={"goods": Goods(sells=True, sold_out=True)})
    form = "<form><label>Ilmoita kun saatavilla</label><input type='email' name='e'><button>Tilaa</button></form>"
    alert = page("product", form, url="/tuote/c")

    assert "a stock alert" not in judged("come-back-reasons", home).data["missing"]
    assert "a stock alert" in judged("come-back-reasons", home, gone).data["missing"]
    assert "a stock alert" in judged("come-back-reasons", home, gone, alert).data["found"]


def test_what_an_account_is_good_for() -> None:
    told = page("login", "<h2>Create an account</h2><p>Check out faster and see your order history.</p>", lang="en")
    silent = page("login", "<h2>Luo asiakastili</h2>")

    assert "what an account is good for" in judged("come-back-reasons", page("home"), told).data["found"]
    assert "what an account is good for" in judged("come-back-reasons", page("home"), silent).data["missing"]


def test_nothing_found() -> None:
    only = judged("come-back-reasons", page("home"))

    assert (only.message, only.score, only.confidence) == ("none", 0, "medium")


def test_a_bare_heart_is_neither_found_nor_missed() -> None:
    only = judged("come-back-reasons", page("home", "<button>♥</button>"))

    assert "a wish list" not in (*only.data["found"], *only.data["missing"])
