import pytest

from auditor.model import Outcome
from tests.checks.consideration.goods import product
from tests.checks.recorded import MOBILE, page, recording, result

ADD = "<button>Lisää ostoskoriin</button>"


@pytest.mark.parametrize(
    ("body", "score", "message"),
    [
        (f"<h1>Muki</h1><p><b>18,90 €</b> sis. alv 25,5 %</p>{ADD}", 100, "clear"),
        ("<h1>Mug</h1><p><b>£18.90</b></p><button>Add to basket</button>", 100, "clear"),
        (f"<p>alk. <b>18,90 €</b></p>{ADD}", 100, "clear"),
        ("<p><b>49,90 €</b> inkl. MwSt. zzgl. Versandkosten</p><button>In den Warenkorb</button>", 100, "clear"),
        (f"<p><b>15,06 €</b> alv 0 %</p>{ADD}", 85, "untaxed"),
        (f"<p><b>15,06 €</b> alv 0 %</p><p>18,90 € sis. alv</p>{ADD}", 100, "clear"),
        ("<p><b>151 kr</b> exkl. moms</p><button>Lägg i varukorgen</button>", 85, "untaxed"),
        (f"<p><b>15,06 €</b> (alv 0 %, ei sis. alv)</p>{ADD}", 85, "untaxed"),
        (f"<p><b>15,06 €</b> ei sis. alv</p>{ADD}", 85, "untaxed"),
        ("<p><b>£15.06</b> not incl. VAT</p><button>Add to basket</button>", 85, "untaxed"),
        ("<p><b>151 kr</b> inte inkl. moms</p><button>Lägg i varukorgen</button>", 85, "untaxed"),
        (f"<h1>Muki</h1><p>Näytä hinta</p>{ADD}", 0, "hidden"),
        (f"<h1>Muki</h1><p>Toimitus alkaen <b>4,90 €</b></p>{ADD}", 0, "hidden"),
    ],
)
def test_the_price_in_sight(body: str, score: int, message: str) -> None:
    only = result("price-clear", recording(product(body)))

    assert (only.score, only.message) == (score, message)


def test_one_screen_without_a_price_fails_and_is_named() -> None:
    whole = f"<p><b>18,90 €</b></p>{ADD}"
    made = recording(product(whole), product(f"<p>Muki</p>{ADD}", viewport=MOBILE))

    only = result("price-clear", made)

    assert (only.outcome, only.data["screens"]) == (Outcome.FAILED, ["mobile"])


def test_a_price_far_down_is_a_warning() -> None:
    only = result("price-clear", recording(product(f"<p><b>9 €</b></p>{ADD}", goods={"price_y": 3000.0})))

    assert (only.outcome, only.message) == (Outcome.WARNING, "low")


@pytest.mark.parametrize(
    ("body", "goods", "outcome"),
    [
        (f"<p>Pyydä tarjous</p>{ADD}", {"price_hidden": True}, Outcome.NOT_APPLICABLE),
        ("<p>Muki</p>", {}, Outcome.UNKNOWN),
        ("<p>Muki</p><button disabled>Loppu</button>", {}, Outcome.UNKNOWN),
    ],
)
def test_where_nothing_is_for_sale_nothing_is_judged(body: str, goods: dict[str, object], outcome: Outcome) -> None:
    assert result("price-clear", recording(product(body, goods=goods))).outcome is outcome


def test_a_page_whose_goods_were_not_read_is_unknown() -> None:
    assert result("price-clear", recording(page("product", "<b>5 €</b>"))).outcome is Outcome.UNKNOWN
