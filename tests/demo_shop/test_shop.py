"""The healthy demo shop over HTTP: every page answers, and a cart can be filled up to the door of the checkout."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import httpx
import pytest

from auditor.demo_shop import Counters, RunningShop, serve

CUSTOMER = {
    "sahkoposti": "testi@example.invalid",
    "nimi": "Testi Testaaja",
    "katuosoite": "Testikatu 1",
    "postinumero": "00100",
    "kaupunki": "Helsinki",
    "puhelin": "040 000 0000",
    "toimitustapa": "koti",
    "maksutapa": "verkkomaksu",
}
HIDDEN_PAGES = ("/ostoskori", "/haku?q=villa", "/toivelista", "/kirjaudu", "/rekisteroidy", "/kassa/kiitos")


@pytest.fixture(scope="module")
def shop() -> Iterator[RunningShop]:
    with serve() as running:
        yield running


@pytest.fixture
def browser(shop: RunningShop) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=shop.url, trust_env=False) as client:
        yield client


def addresses(browser: httpx.Client) -> list[str]:
    return re.findall(r"<loc>(.*?)</loc>", browser.get("/sitemap.xml").text)


def schemas(page: str) -> dict[str, dict[str, object]]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return {data["@type"]: data for data in map(json.loads, found)}


def test_every_page_answers(browser: httpx.Client) -> None:
    pages = [*addresses(browser), *HIDDEN_PAGES]

    statuses = {page: browser.get(page).status_code for page in pages}

    assert len(pages) > 45
    assert set(statuses.values()) == {200}


def test_every_link_and_picture_of_the_shop_leads_somewhere(browser: httpx.Client) -> None:
    pages = [*addresses(browser), "/ostoskori", "/eiole"]
    html = "".join(browser.get(page).text for page in pages)
    targets = {target.split("#")[0] for target in re.findall(r'(?:href|src|poster)="(/[^"]*)"', html)}

    dead = {target for target in targets if browser.get(target).status_code not in {200, 303}}

    assert dead == set()


def test_pages_have_one_heading_and_a_title_of_their_own(browser: httpx.Client) -> None:
    pages = {address: browser.get(address).text for address in addresses(browser)}

    titles = [match[1] for html in pages.values() if (match := re.search(r"<title>(.*?)</title>", html))]

    assert {address for address, html in pages.items() if html.count("<h1") != 1} == set()
    assert len(titles) == len(set(titles)) == len(pages)


def test_no_page_asks_another_host_for_anything(browser: httpx.Client) -> None:
    html = "".join(browser.get(address).text for address in addresses(browser))

    assert re.findall(r'(?:src|poster|action)="https?://[^"]*"', html) == []
    assert re.findall(r'<link rel="(?:stylesheet|preload|icon)" [^>]*href="https?:[^"]*"', html) == []


def test_product_page_describes_its_offer(browser: httpx.Client) -> None:
    data = schemas(browser.get("/tuote/hilla-emalimuki").text)

    offer = data["Product"]["offers"]

    assert isinstance(offer, dict)
    assert (offer["price"], offer["priceCurrency"]) == ("18.90", "EUR")
    assert {"shippingDetails", "hasMerchantReturnPolicy"} <= offer.keys()
    assert {"Product", "OnlineStore", "WebSite", "BreadcrumbList"} <= data.keys()


def test_adding_fills_the_cart_of_this_customer_only(browser: httpx.Client, shop: RunningShop) -> None:
    browser.post("/kori/lisaa", data={"tuote": "hilla-emalimuki", "maara": "2"})

    mine = browser.get("/ostoskori").text
    other = httpx.get(f"{shop.url}/ostoskori", trust_env=False).text

    assert "37,80\u00a0€" in mine
    assert "42,70\u00a0€" in mine
    assert "Ostoskorisi on tyhjä" in other


def test_page_script_gets_the_drawer(browser: httpx.Client) -> None:
    headers = {"X-Requested-With": "fetch"}

    drawer = browser.post("/kori/lisaa", data={"tuote": "nokipannu"}, headers=headers)

    assert drawer.status_code == 200
    assert "Lisätty ostoskoriin" in drawer.text
    assert 'href="/kassa"' in drawer.text
    assert "<html" not in drawer.text


@pytest.mark.parametrize("choice", [{}, {"valinta-koko": "XL"}, {"valinta-koko": "jotain"}])
def test_a_product_with_options_needs_a_choice_that_can_be_bought(
    browser: httpx.Client, choice: dict[str, str]
) -> None:
    refused = browser.post("/kori/lisaa", data={"tuote": "kuura-villapaita", **choice})

    assert refused.headers["location"] == "/tuote/kuura-villapaita?valitse=koko#osta"
    assert "Ostoskorisi on tyhjä" in browser.get("/ostoskori").text


def test_a_sold_out_product_is_refused(browser: httpx.Client) -> None:
    refused = browser.post("/kori/lisaa", data={"tuote": "era-reppu"}, headers={"X-Requested-With": "fetch"})

    assert refused.status_code == 422


def test_a_line_can_be_changed_and_removed(browser: httpx.Client) -> None:
    browser.post("/kori/lisaa", data={"tuote": "routa-pipo", "valinta-vari": "sammal"})
    line = {"rivi": "routa-pipo|Sammal"}

    browser.post("/kori/maara", data={**line, "maara": "3"})
    changed = browser.get("/ostoskori").text
    browser.post("/kori/poista", data=line)
    emptied = browser.get("/ostoskori").text

    assert "104,70\u00a0€" in changed
    assert "Ostoskorisi on tyhjä" in emptied


def test_checkout_is_an_open_guest_form_with_nothing_preselected(browser: httpx.Client) -> None:
    browser.post("/kori/lisaa", data={"tuote": "kiulu"})

    page = browser.get("/kassa").text
    payments = re.findall(r'<input type="radio" name="maksutapa" value="([a-z]+)"([^>]*)>', page)

    assert "password" not in page
    assert [name for name, _ in payments] == ["verkkomaksu", "mobilepay", "kortti", "lasku"]
    assert [name for name, rest in payments if "checked" in rest] == []
    assert 'autocomplete="postal-code"' in page
    assert "Tilaa ja maksa" in page


def test_checkout_without_a_cart_leads_to_the_cart(browser: httpx.Client) -> None:
    assert browser.get("/kassa").headers["location"] == "/ostoskori"


def test_an_incomplete_order_keeps_what_was_typed_and_counts_nothing() -> None:
    with serve() as own, httpx.Client(base_url=own.url, trust_env=False) as client:
        client.post("/kori/lisaa", data={"tuote": "kiulu"})
        answer = client.post("/kassa/tilaa", data={"nimi": "Testi Testaaja", "postinumero": "1"})

    assert answer.status_code == 422
    assert 'value="Testi Testaaja"' in answer.text
    assert "Kirjoita viisinumeroinen postinumero." in answer.text
    assert own.counters == Counters()


def test_counters_tell_what_customers_sent() -> None:
    with serve() as own, httpx.Client(base_url=own.url, trust_env=False, follow_redirects=True) as client:
        client.post("/kori/lisaa", data={"tuote": "kiulu"})
        thanks = client.post("/kassa/tilaa", data=CUSTOMER)
        client.post("/rekisteroidy", data={"sahkoposti": "testi@example.invalid"})
        client.post("/viesti/yhteys", data={"viesti": "Hei"})
        client.post("/uutiskirje", data={"sahkoposti": "testi@example.invalid", "suostumus": "1"})
        client.post("/uutiskirje", data={"sahkoposti": "testi@example.invalid"})

    assert "Kiitos tilauksesta" in thanks.text
    assert own.counters == Counters(orders=1, accounts=1, messages=1, newsletter=1)


def test_looking_around_counts_nothing_and_sets_no_tracking_cookie(browser: httpx.Client, shop: RunningShop) -> None:
    for address in addresses(browser):
        browser.get(address)

    assert set(browser.cookies) == {"kk_istunto"}
    assert shop.counters == Counters()


def test_withdrawal_takes_two_steps() -> None:
    details = {"nimi": "Testi", "tilausnumero": "1", "sahkoposti": "testi@example.invalid"}
    with serve() as own, httpx.Client(base_url=own.url, trust_env=False) as client:
        first = client.post("/peruuta-sopimus", data=details)
        after_first = own.counters.messages
        client.post("/peruuta-sopimus/vahvista", data=details)

    assert "Vahvista peruuttaminen" in first.text
    assert (after_first, own.counters.messages) == (0, 1)


def test_wish_list_works_without_an_account(browser: httpx.Client) -> None:
    browser.post("/toivelista", data={"tuote": "kajo-lyhty"})

    assert "Kajo-lyhty" in browser.get("/toivelista").text


def test_a_missing_page_says_so_and_helps(browser: httpx.Client) -> None:
    page = browser.get("/tuote/ei-ole")

    assert page.status_code == 404
    assert 'action="/haku"' in page.text
    assert 'href="/kauppa/villa"' in page.text


def test_filters_narrow_a_list_and_can_be_removed(browser: httpx.Client) -> None:
    page = browser.get("/kauppa?materiaali=puu&hinta=alle-30").text

    assert "1 tuotetta, valikoimassa yhteensä 17" in page
    assert "Löyly-kauha" in page
    assert 'href="/kauppa?hinta=alle-30"' in page


def test_texts_of_visitors_are_escaped(browser: httpx.Client) -> None:
    page = browser.get("/haku", params={"q": '"><script>alert(1)</script>'}).text

    assert "<script>alert" not in page


def test_static_files_have_their_types_and_may_be_kept(browser: httpx.Client) -> None:
    style = browser.get("/static/base.css")
    picture = browser.get("/kuvat/kaarna-kuksa/studio.svg")

    assert style.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in style.headers["cache-control"]
    assert picture.headers["content-type"] == "image/svg+xml"
    assert 'width="1600"' in picture.text


def test_a_large_body_is_refused(browser: httpx.Client) -> None:
    assert browser.post("/viesti/yhteys", content=b"x" * 100_000).status_code == 413


def test_two_shops_do_not_know_each_other() -> None:
    with serve() as first, serve(("site-search",)) as second:
        search_fields = [httpx.get(shop.url, trust_env=False).text.count('role="search"') for shop in (first, second)]

    assert first.url != second.url
    assert search_fields == [1, 0]
