import pytest

from auditor.model import Goods, Outcome
from tests.checks.consideration.goods import card
from tests.checks.recorded import Page, page, recording, result

MANY, FEW = 13, 12
SORT = '<label>Järjestä <select name="o"><option>Uusimmat</option></select></label>'


def listing(body: str, goods: int = MANY, *names: str) -> Page:
    return page("category", f"<main>{body}</main>", url="/kupit", facts={"goods": goods_listed(goods, *names)})


def goods_listed(goods: int, *names: str) -> Goods:
    return Goods(
        cards=tuple(card(names[n] if n < len(names) else f"Muki {n}", f"/muki-{n}", "9 €") for n in range(goods))
    )


@pytest.mark.parametrize(
    ("body", "score", "message"),
    [
        (f"{SORT}<button>Rajaa tuotteita</button>", 100, "both"),
        ("<select name='o'><option>Sort by price: low to high</option></select><button>Filter</button>", 100, "both"),
        ("<a href='?o=1'>Sortera efter pris</a><button>Filtrera</button>", 100, "both"),
        (SORT, 60, "sorts"),
        ("<label><input type=checkbox name=a> Emali (4)</label><label><input type=checkbox name=b> Puu (9)</label>", 60,
         "narrows"),
        ("<a href='/kupit?vari=punainen'>Punainen (3)</a>", 60, "narrows"),
        ("<a href='/kupit?size=48'>48</a>", 20, "neither"),
        (f"{SORT}<details><summary>Rajaa</summary></details>", 100, "both"),
        ("<p>Kupit</p>", 20, "neither"),
    ],
)  # fmt: skip
def test_what_a_long_list_offers(body: str, score: int, message: str) -> None:
    only = result("category-filter", recording(listing(body)))

    assert (only.score, only.message) == (score, message)


@pytest.mark.parametrize(
    "body",
    [
        "<nav><a href='/jarjestelmakamerat'>Järjestelmäkamerat</a><a href='/filter'>Filter</a></nav>",
        "<a href='/muki-0'>Filter</a>",
        "<footer><a href='/a'>Sort by price</a></footer>",
        "<label><input type=checkbox name=terms> Olen lukenut ehdot ja hyväksyn, että muutokset lähetetään minulle"
        "</label>",
    ],
)
def test_goods_menus_and_terms_sort_nothing(body: str) -> None:
    only = result("category-filter", recording(listing(body, MANY, "Filter")))

    assert only.message == "neither"
    assert only.searched is not None


def test_a_list_that_can_be_looked_through_needs_nothing() -> None:
    only = result("category-filter", recording(listing("<p>Kupit</p>", FEW)))

    assert (only.outcome, only.message) == (Outcome.NOT_APPLICABLE, "short")


def test_what_one_screen_folds_away_the_other_may_show() -> None:
    bare, whole = listing("<p>Kupit</p>"), listing(f"{SORT}<button>Rajaa</button>")

    assert result("category-filter", recording(bare, whole)).message == "both"


def test_home_under_another_address_is_no_list() -> None:
    home = page("home", "<main>Kauppa</main>", title="Kauppa", facts={"goods": goods_listed(MANY)})
    again = page("category", "<main>Kauppa</main>", url="/index", title="Kauppa", facts={"goods": goods_listed(MANY)})
    other = page("category", "<main>Kupit</main>", url="/kupit", title="Kupit", facts={"goods": goods_listed(MANY)})

    assert result("category-filter", recording(home, again)).message == "short"
    assert result("category-filter", recording(home, other)).message == "neither"
