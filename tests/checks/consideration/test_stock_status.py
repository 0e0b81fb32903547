import json

import pytest

from auditor.derive.goods.stock import Stock, stock_of
from auditor.model import Outcome
from tests.checks.consideration.goods import product
from tests.checks.recorded import page, recording, result

PRICE = "<p><b>18,90 €</b></p>"
ADD = "<button>Lisää ostoskoriin</button>"


def data(availability: str) -> str:
    offers = {"price": "18.90", "priceCurrency": "EUR", "availability": f"https://schema.org/{availability}"}
    told = json.dumps({"@type": "Product", "name": "Muki", "offers": offers})
    return f'<script type="application/ld+json">{told}</script>'


@pytest.mark.parametrize(
    ("line", "stock"),
    [
        ("Varastossa, heti saatavilla", Stock.IN),
        ("Ei varastossa", Stock.OUT),
        ("Tuotetta ei ole varastossa", Stock.OUT),
        ("Varasto vähissä, 3 kpl jäljellä", Stock.LOW),
        ("Tilapäisesti loppu", Stock.OUT),
        ("Tilaustuote, valmistetaan tilauksesta", Stock.LATER),
        ("In stock", Stock.IN),
        ("Out of stock", Stock.OUT),
        ("Only 2 left in stock", Stock.LOW),
        ("Finns i lager", Stock.IN),
        ("Ej i lager", Stock.OUT),
        ("Cirka 50 frön. Sås i maj. Finns hemma.", Stock.IN),
        ("Ikke på lager", Stock.OUT),
        ("På lager", Stock.IN),
        ("Nicht auf Lager", Stock.OUT),
        ("Sofort lieferbar", Stock.IN),
        ("Laos olemas", Stock.IN),
        ("Ei ole laos", Stock.OUT),
        ("Ilmoita kun saatavilla", None),
        ("Notify me when back in stock", None),
        ("Myyty jo yli 500 kpl", None),
        ("1000+ sold", None),
        ("Available in three colours", None),
        ("Loppuun asti mietitty muki", None),
        ("Muki on tehty emalista", None),
        ("Loppuunmyyty", Stock.OUT),
        ("Loppuun myyty", Stock.OUT),
        ("0 kpl varastossa", Stock.OUT),
        ("Varastossa: 0 kpl", Stock.OUT),
        ("Varastossa: ei", Stock.OUT),
        ("Varastossa 10 kpl (myymälässä 0 kpl)", Stock.IN),
        ("0 in stock", Stock.OUT),
        ("10 in stock", Stock.IN),
        ("In stock, 0 kr shipping", Stock.IN),
        ("0 left", Stock.OUT),
        ("Auf Lager: 0 Stück", Stock.OUT),
        ("0 st i lager", Stock.OUT),
        ("0 stk. på lager", Stock.OUT),
        ("Laos: 0 tk", Stock.OUT),
        ("Nicht mehr auf Lager", Stock.OUT),
        ("Auf Lager, nicht im Laden", Stock.IN),
        ("No longer in stock", Stock.OUT),
        ("Ei tällä hetkellä varastossa", Stock.OUT),
        ("Ei toimituskuluja, varastossa", Stock.IN),
        ("Ei myymälässä mutta varastossa", Stock.IN),
        ("Momentan ej på lager", Stock.OUT),
        ("Desværre ikke længere på lager", Stock.OUT),
        ("Hetkel pole laos olemas", Stock.OUT),
        ("Ei heti saatavilla", None),
        ("Nicht sofort lieferbar", None),
        ("Saatavuus", None),
        ("Saatavuus:", None),
        ("Saatavuus: varastossa", Stock.IN),
        ("Saatavuus: heti", Stock.IN),
        ("Saatavuus: 5 kpl", Stock.IN),
        ("Saatavuus: 0 kpl", Stock.OUT),
        ("Saatavuus: loppu", Stock.OUT),
        ("Tillgänglighet", None),
        ("Tillgänglighet: I lager", Stock.IN),
        ("Availability", None),
        ("Availability: in stock", Stock.IN),
        ("Verfügbarkeit prüfen", None),
        ("Tilgjengelighet", None),
        ("Tilgængelighed", None),
        ("Saadavus", None),
        ("Slut på REA!", None),
        ("Säsongen är slut, 20 % rabatt", None),
        ("Såld i 2-pack", None),
        ("Aldrig slut i lager", None),
        ("Never sold out", None),
        ("Tyvärr slut", Stock.OUT),
        ("Slut i lager", Stock.OUT),
        ("Såld", Stock.OUT),
        ("Udsolgt", Stock.OUT),
        ("Ausverkauft", Stock.OUT),
        ("Läbi müüdud", Stock.OUT),
        ("Nur noch heute: 20 % Rabatt", None),
        ("Nur noch 10 Tage bis Weihnachten", None),
        ("Nur noch 9,99 €", None),
        ("Nur noch 3 Stück verfügbar", Stock.LOW),
        ("Nur noch wenige auf Lager", Stock.LOW),
        ("Only 2 days left", None),
        ("Only a few hours left", None),
        ("Vain muutama päivä jäljellä", None),
        ("Vain muutama jäljellä", Stock.LOW),
        ("Endast 2 dagar kvar", None),
        ("Bara 2 kvar i lager", Stock.LOW),
        ("Only 2 left, delivery in 3 days", Stock.LOW),
    ],
)
def test_lines_about_stock(line: str, stock: Stock | None) -> None:
    assert stock_of(line, "fi") == stock


@pytest.mark.parametrize(
    ("body", "score", "message"),
    [
        (f"{PRICE}<p>Varastossa</p>{ADD}{data('InStock')}", 100, "shown"),
        ("<p><b>£9</b></p><p>In stock</p><button>Add to cart</button>", 100, "shown"),
        (f"{PRICE}<p>Tilapäisesti loppu</p><button disabled>Loppu</button>{data('OutOfStock')}", 100, "shown"),
        (f"{PRICE}<p>Ei varastossa, toimitus 3 viikkoa</p>{ADD}{data('BackOrder')}", 80, "contradicts"),
        (f"{PRICE}<p>Varastossa</p>{ADD}{data('OutOfStock')}", 80, "contradicts"),
        (f"{PRICE}<p>Muki</p>{ADD}", 40, "not-shown"),
        (f"{PRICE}<p>Tilaustuote</p>{ADD}{data('MadeToOrder')}", 100, "shown"),
        (f"{PRICE}<p>Muki</p>{ADD}{data('OutOfStock')}", 0, "orderable"),
        (f"{PRICE}<p>Loppuunmyyty</p>{ADD}{data('OutOfStock')}", 0, "orderable"),
    ],
)
def test_what_a_product_page_says(body: str, score: int, message: str) -> None:
    only = result("stock-status", recording(product(body)))

    assert (only.score, only.message) == (score, message)


def test_a_label_of_its_own_line_says_nothing_of_the_stock() -> None:
    only = result("stock-status", recording(product(f"{PRICE}<p>Saatavuus</p><p>Loppu</p>{ADD}{data('OutOfStock')}")))

    assert (only.message, only.data["line"]) == ("orderable", "Loppu")


def test_choices_that_name_their_stock_count_and_others_count_neither_way() -> None:
    select = "<main><select name='koko'><option>{}</option><option>{}</option></select></main>"
    told = product(f"{PRICE}<p>Varastossa</p>{select.format('S – loppu', 'M – varastossa')}{ADD}")
    silent = product(f"{PRICE}<p>Varastossa</p>{select.format('S', 'M')}{ADD}")

    assert [result("stock-status", recording(one)).score for one in (told, silent)] == [100, 100]


def test_a_sold_out_choice_does_not_make_the_product_sold_out() -> None:
    select = "<main><select name='koko'><option>S – loppu</option><option>M</option></select></main>"
    only = result("stock-status", recording(product(f"{PRICE}<p>Varastossa</p>{select}{ADD}{data('OutOfStock')}")))

    assert only.message != "orderable"


def test_a_sold_out_choice_says_nothing_of_the_product() -> None:
    chosen = "<main><label><input type='radio' name='v'>Musta Väri on loppuunmyyty</label></main>"
    near = f"{PRICE}<p>Väri on loppuunmyyty</p>{chosen}{ADD}{data('InStock')}"

    assert result("stock-status", recording(product(near))).message == "not-shown"


def test_goods_that_were_not_read_are_unknown() -> None:
    assert result("stock-status", recording(page("product", "Varastossa"))).outcome is Outcome.UNKNOWN


def test_the_line_that_is_told_is_that_of_the_product_that_is_named() -> None:
    fine = product(f"{PRICE}<p>Varastossa (18 kpl)</p>{ADD}", id="a", url="/a")
    odd = product(f"{PRICE}<p>Varastossa (3 kpl)</p>{ADD}{data('OutOfStock')}", id="b", url="/b")

    assert result("stock-status", recording(fine, odd)).data["line"] == "Varastossa (3 kpl)"
