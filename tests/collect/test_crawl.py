from __future__ import annotations

import pytest

from auditor.collect.crawling.frontier import Frontier, plain_address, session_names
from auditor.collect.crawling.kinds import guess_kind, never_followed, page_kind
from auditor.model import Link, PageKind

HOME = "https://shop.example/"


def link(href: str, text: str = "", *, visible: bool = True, revealed: bool = False) -> Link:
    return Link(href=href, text=text, visible=visible, revealed=revealed)


def taken(frontier: Frontier) -> list[str]:
    found = []
    while target := frontier.take():
        found.append(target.url.removeprefix("https://shop.example"))
    return found


def test_pages_of_service_come_first_and_each_address_once() -> None:
    frontier = Frontier(HOME, lambda _url: True, "fi")
    frontier.seen(HOME)

    frontier.offer(
        [
            link(HOME, "Etusivu"),
            link("https://shop.example/blogi", "Blogi"),
            link("https://shop.example/palautukset", "Palautukset"),
            link("https://www.shop.example/palautukset/#alku", "Palautusehdot"),
            link("https://shop.example/tietosuoja", "Tietosuojaseloste"),
            link("https://shop.example/yhteystiedot?utm_source=x", "Yhteystiedot"),
        ],
        0,
    )

    assert taken(frontier) == ["/palautukset", "/yhteystiedot", "/tietosuoja", "/blogi"]


@pytest.mark.parametrize(
    ("href", "text"),
    [
        ("https://shop.example/logout", "Ulos"),
        ("https://shop.example/tili", "Kirjaudu ulos"),
        ("https://shop.example/cart/delete/3", "x"),
        ("https://shop.example/?add-to-cart=7", "Mekko"),
        ("https://shop.example/kori/lisaa?id=7", "+"),
        ("https://shop.example/kassa", "Kassalle"),
        ("https://shop.example/toimitus?set_currency=SEK", "kr SEK"),
        ("https://shop.example/ohje.pdf", "Ohje"),
        ("https://elsewhere.example/", "Kumppani"),
        ("mailto:me@shop.example", "Kirjoita"),
        ("https://shop.example/p?a=1&b=2&c=3&d=4", "Suodata"),
    ],
)
def test_nothing_is_followed_that_acts_leaves_or_is_no_page(href: str, text: str) -> None:
    frontier = Frontier(HOME, lambda _url: True, "fi")

    frontier.offer([link(href, text)], 0)

    assert taken(frontier) == []


def test_a_page_in_another_currency_or_order_is_opened_last() -> None:
    frontier = Frontier(HOME, lambda _url: True, "fi")

    frontier.offer(
        [
            link("https://shop.example/palautukset?currency=SEK", "kr"),
            link("https://shop.example/mukit?sort=price", "Halvin ensin"),
            link("https://shop.example/blogi", "Blogi"),
        ],
        0,
    )

    assert taken(frontier)[0] == "/blogi"


def test_many_lists_of_goods_do_not_keep_the_goods_from_being_opened() -> None:
    frontier = Frontier(HOME, lambda _url: True, "fi")
    lists = [link(f"{HOME}category/list-{number}", f"List {number}") for number in range(9)]

    frontier.offer([*lists, link(f"{HOME}product/mug", "Mug")], 0)

    opened = [path.rpartition("/")[2] for path in taken(frontier)]
    assert opened == [*(f"list-{number}" for number in range(6)), "mug", "list-6", "list-7", "list-8"]


def test_robots_txt_is_obeyed_and_counted() -> None:
    frontier = Frontier(HOME, lambda url: "/salainen" not in url)

    frontier.offer([link("https://shop.example/salainen/a", "A"), link("https://shop.example/b", "B")], 0)

    assert (taken(frontier), frontier.refused) == (["/b"], 1)


def test_a_visitors_session_in_every_address_makes_no_page_new() -> None:
    frontier = Frontier(HOME, lambda _url: True)
    names = ("a", "b", "c", "d", "e")

    for session in ("vpl4hfulvep9ombtgsbtt5ej9i", "8hf0ulvep9ombtgsbtt5ej9i1x"):
        frontier.offer([link(f"https://shop.example/{name}?ceid={session}") for name in names], 0)

    assert len(frontier) == len(names)


def test_an_identifier_of_goods_is_no_session() -> None:
    assert session_names(f"https://shop.example/p?id={n}f3a9c21d7e6b5a4{n}" for n in range(9)) == set()
    assert session_names(f"https://shop.example/p{n}?lang=en-gb" for n in range(9)) == set()


def test_a_link_behind_a_menu_is_a_click_deeper() -> None:
    frontier = Frontier(HOME, lambda _url: True)
    frontier.offer([link("https://shop.example/a"), link("https://shop.example/b", visible=False, revealed=True)], 1)

    first, second = frontier.take(), frontier.take()

    assert first is not None
    assert second is not None
    assert (first.depth, second.depth) == (2, 3)


def test_addresses_lose_campaign_marks_and_fragments_that_are_no_routes() -> None:
    assert plain_address("https://shop.example/a?utm_source=x&b=1#top") == "https://shop.example/a?b=1"
    assert plain_address("https://shop.example/#/tuote/3") == "https://shop.example/#/tuote/3"
    assert plain_address("javascript:void(0)") == ""


@pytest.mark.parametrize(
    ("text", "url", "language", "kind"),
    [
        ("Palautukset", "https://shop.example/x", "fi", PageKind.RETURNS),
        ("Toimitustavat", "https://shop.example/x", "fi", PageKind.DELIVERY),
        ("Kontakta oss", "https://shop.example/x", "sv", PageKind.CONTACT),
        ("Privacy policy", "https://shop.example/x", "en", PageKind.PRIVACY),
        ("", "https://shop.example/tietosuojaseloste", "fi", PageKind.PRIVACY),
        ("Ostoskori", "https://shop.example/ostoskori", "fi", PageKind.CART),
        ("Blogi", "https://shop.example/blogi", "fi", PageKind.OTHER),
    ],
)
def test_kinds_are_guessed_from_words_and_addresses(text: str, url: str, language: str, kind: PageKind) -> None:
    assert guess_kind(text, url, language).kind is kind


def test_a_page_may_say_more_than_its_link() -> None:
    url = "https://shop.example/p/7"
    unclear = guess_kind("Lue lisää", url, "fi")

    def kind(title: str, *, shows_product: bool = False, cards: int = 0) -> PageKind:
        return page_kind(unclear, title, url, "fi", shows_product=shows_product, cards=cards)

    assert kind("Palautusehdot | Kauppa") is PageKind.RETURNS
    assert kind("Muki", shows_product=True, cards=8) is PageKind.PRODUCT
    assert kind("Privacy screen for a laptop", shows_product=True) is PageKind.PRODUCT
    assert kind("Mukit", cards=8) is PageKind.CATEGORY
    assert kind("Juttu", cards=2) is PageKind.OTHER


def test_the_answer_to_a_query_is_no_product() -> None:
    url = "https://kauppa.example/search?q=muki"
    unclear = guess_kind("Muki", url, "fi")

    assert page_kind(unclear, "Muki", url, "fi", shows_product=True, cards=1) is PageKind.SEARCH


@pytest.mark.parametrize("text", ["Kirjaudu ulos", "Poista", "Lisää ostoskoriin", "Tyhjennä ostoskori"])
def test_words_that_act_are_never_followed(text: str) -> None:
    assert never_followed(text, "fi")
