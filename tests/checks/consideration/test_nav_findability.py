import json

import pytest

from auditor.derive.discovery.navigation import menu_of
from auditor.model import Button, KeyboardSeen, Outcome, PageKind
from tests.checks.recorded import DESKTOP, MOBILE, Page, page, recording, result

FI = (
    '<nav><a href="/kauppa/villa">Villa</a><a href="/kauppa/keittio">Keittiö</a><a href="/kauppa/sauna">Sauna</a></nav>'
)
EN = '<nav><a href="/shop/wool">Wool</a><a href="/shop/kitchen">Kitchen</a><a href="/shop/sauna">Sauna</a></nav>'
HIDDEN = FI.replace("<a ", "<a data-revealed ")
CRUMBS = (
    '<nav aria-label="Murupolku"><ol><li><a href="/">Etusivu</a></li><li><a href="/kauppa">Kauppa</a></li></ol></nav>'
)
TOLD = f'<script type="application/ld+json">{json.dumps({"@type": "BreadcrumbList", "itemListElement": []})}</script>'


def shop(desktop: str = FI, phone: str = HIDDEN, product: str = CRUMBS, category: str = "/kauppa/villa") -> list[Page]:
    return [
        page("home", desktop, id="hd"),
        page("home", phone, viewport=MOBILE, id="hm"),
        page("category", product, url=category, depth=1),
        page("product", product, depth=2),
    ]


def keyboard(reached: bool | None, stops: int = 9) -> KeyboardSeen:
    return KeyboardSeen(url="https://kauppa.example/", kind=PageKind.HOME, menu=reached, stops=stops)


@pytest.mark.parametrize(("menu", "category"), [(FI, "/kauppa/villa"), (EN, "/shop/wool")])
def test_a_menu_with_breadcrumbs_passes(menu: str, category: str) -> None:
    made = recording(*shop(menu, menu, category=category), probed=(keyboard(True),))
    only = result("nav-findability", made)

    assert (only.outcome, only.score, only.message) == (Outcome.PASSED, 100, "clear")
    assert only.value["entries"] == {str(DESKTOP): 3, str(MOBILE): 3}


@pytest.mark.parametrize(
    ("pages", "probe", "missing", "score"),
    [
        (shop(product="<p>Muki</p>"), True, ["breadcrumbs"], 75),
        (shop(product=TOLD), True, ["breadcrumbs that visitors see"], 85),
        (shop(), False, ["a menu that the keyboard reaches"], 75),
        (shop(phone="<p>Tervetuloa</p>"), True, ["a menu on a phone", "a category within two clicks"], 38),
    ],
)
def test_gaps_are_named(pages: list[Page], probe: bool, missing: list[str], score: int) -> None:
    only = result("nav-findability", recording(*pages, probed=(keyboard(probe),)))

    assert (only.data["missing"], only.score) == (missing, score)


@pytest.mark.parametrize(
    ("line", "there"),
    [
        ('<p><a href="/">Home</a> › <a href="/kites">Kites</a> › Delta</p>', True),
        ('<nav><a href="https://shop.example/da/">Forside</a> / Lampe</nav>', True),
        ('<p><a href="/">Home</a> / <a href="/contact">Contact</a></p>', False),
        ('<p><a href="/kites">Kites</a> › Delta</p>', False),
        ('<p><a href="/">Home</a> has kites / lines</p>', False),
    ],
)
def test_breadcrumbs_need_no_name(line: str, there: bool) -> None:
    only = result("nav-findability", recording(*shop(product=f"<main>{line}<h1>Delta</h1></main>")))

    assert only.value["breadcrumbs"] is there


def test_a_key_that_led_nowhere_tells_nothing_of_the_menu() -> None:
    only = result("nav-findability", recording(*shop(), probed=(keyboard(False, stops=0),)))

    assert (only.message, only.value["keyboard"]) == ("clear", None)


def test_where_no_list_was_read_the_way_to_one_is_not_missing() -> None:
    menu = '<nav><a href="/p/11">Villa</a><a href="/p/12">Sauna</a></nav>'
    only = result("nav-findability", recording(page("home", menu), page("product", CRUMBS)))

    assert (only.outcome, only.message, only.value["category_clicks"]) == (Outcome.PASSED, "clear", None)


def test_no_menu_and_no_way_to_a_category_fails() -> None:
    made = recording(
        page("home", '<header><a href="/ostoskori">Ostoskori</a></header>'), page("product", "<p>Muki</p>")
    )
    only = result("nav-findability", made)

    assert (only.outcome, only.score, only.message) == (Outcome.FAILED, 0, "none")


@pytest.mark.parametrize("beside", ["Ostoskori", "Kirjaudu", "Asiakaspalvelu", "Palautukset", "Contact", "Log in"])
def test_services_are_no_menu_of_goods(beside: str) -> None:
    menu = f'<nav><a href="/x">{beside}</a><a href="/y">{beside}</a></nav>'
    only = result("nav-findability", recording(page("home", menu), page("product", CRUMBS)))

    assert only.value["entries"] == {str(DESKTOP): 0}


def test_a_copy_of_the_menu_that_nobody_sees_does_not_count() -> None:
    hidden = f"<div hidden>{FI}</div>"
    only = result("nav-findability", recording(page("home", hidden), page("product", CRUMBS)))

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "untried")


def test_a_phone_whose_menu_was_not_opened_is_left_out() -> None:
    made = recording(*shop(phone=f"<div hidden>{FI}</div>"), probed=(keyboard(True),))

    assert result("nav-findability", made).outcome is Outcome.PASSED


def test_a_home_page_without_links_and_words_is_unknown() -> None:
    assert result("nav-findability", recording(page("home"))).outcome is Outcome.UNKNOWN


def test_a_cart_with_its_sum_and_a_choice_of_currency_are_no_menu() -> None:
    beside = '<nav><a href="/c">€0.00 0 items</a><a href="/e">EUR €</a><a href="/sv">SV</a><a href="/ale">ALE</a></nav>'

    menu = menu_of([page("home", beside).visit], DESKTOP)

    assert menu
    assert [one.said for one in menu.entries] == ["ALE"]


def test_a_menu_that_is_drawn_only_when_opened_is_not_said_to_be_missing() -> None:
    home = page("home", '<nav><button aria-label="Open menu"></button></nav><p>Mugs</p>', lang="en")

    assert result("nav-findability", recording(home)).message == "untried"


def test_an_entry_that_is_a_button_as_well_opens_more_entries() -> None:
    home = page("home", '<nav><a href="/shop">Shop</a><a href="/contact">Contact</a></nav>', lang="en").visit
    opener = Button(text="Shop", area="nav", selector=home.facts.links[0].selector)
    pressed = home.model_copy(update={"facts": home.facts.model_copy(update={"controls": (opener,)})})

    menus = [menu_of((one,), DESKTOP) for one in (home, pressed)]

    assert [menu and (len(menu.entries), menu.untried) for menu in menus] == [(1, False), (1, True)]
