"""The oscar shop is what it claims to be, before any walker is judged by it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.integration.oscar_shop import Language, RunningShop, oscar_shop

SHOPS = ["oscar_guest_en", "oscar_account_en", "oscar_guest_fi", "oscar_account_fi"]
TRUTH: dict[str, Any] = tomllib.loads((Path(__file__).parent / "oscar_shop" / "truth.toml").read_text(encoding="utf-8"))
# All that is done with one shop is done by one worker, which starts it.
EACH_SHOP = [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in SHOPS]


@pytest.fixture(params=EACH_SHOP)
def shop(request: pytest.FixtureRequest) -> RunningShop:
    """Each of the four shops in turn."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, RunningShop)
    return found


def client(shop: RunningShop, **headers: str) -> httpx.Client:
    """Return a visitor of a shop."""
    return httpx.Client(base_url=shop.url, follow_redirects=True, trust_env=False, headers=headers, timeout=20)


def names(language: Language) -> dict[str, str]:
    """Return the words and addresses that the truth holds for a language."""
    found: dict[str, str] = TRUTH["names"][language]
    return found


def token(page: httpx.Response) -> str:
    """Return the token that each of Django's forms carries."""
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
    assert found, page.text[:500]
    return found.group(1)


def add_to_basket(visitor: httpx.Client, path: str) -> httpx.Response:
    """Send the form of a product page as its button would."""
    page = visitor.get(path)
    action = re.search(r'id="add_to_basket_form" action="([^"]+)"', page.text)
    assert action, f"{path} has no add-to-basket form"
    answer = visitor.post(
        action.group(1),
        data={"csrfmiddlewaretoken": token(page), "quantity": "1"},
        headers={"Referer": str(page.url)},
    )
    assert answer.status_code == 200
    return answer


def test_home_leads_to_the_list_of_products(shop: RunningShop) -> None:
    """The root redirects to the catalogue, where the truth's product is first but for the parent product."""
    with client(shop) as visitor:
        page = visitor.get("/")
        assert [answer.status_code for answer in page.history] == [302]
        assert page.url.path == TRUTH["home"]
        titles = re.findall(r'<h3 class="mt-3">\s*<a href="([^"]+)" title="([^"]+)"', page.text)
        assert len(titles) == 14
        assert titles[1] == (names(shop.language)["product_path"], names(shop.language)["product"])
        for found in re.findall(r'<img src="([^"]+)"', page.text)[:2]:
            picture = visitor.get(found)
            assert picture.status_code == 200
            assert picture.headers["content-type"].startswith("image/")
        assert visitor.get("/static/oscar/css/styles.css").status_code == 200
        assert visitor.get("/robots.txt").status_code == TRUTH["facts"]["robots-txt"]
    assert shop.log() == ""


def test_pages_speak_the_shops_language_whatever_the_visitor_prefers(shop: RunningShop) -> None:
    """Finnish is Finnish to an English browser, and the other way round."""
    words = names(shop.language)
    with client(shop, **{"Accept-Language": "en" if shop.language == "fi" else "fi"}) as visitor:
        page = visitor.get(words["product_path"])
        assert f'<html lang="{words["html_lang"]}"' in page.text
        assert words["add"] in page.text
        assert words["price"].replace(" ", "\xa0") in page.text
        answer = add_to_basket(visitor, words["product_path"])
        assert words["view_cart"] in answer.text
        assert words["checkout_now"] in answer.text
        assert words["checkout"] in visitor.get("/basket/").text
        hits = visitor.get("/search/", params={"q": words["search_hit"]})
        assert "product_pod" in hits.text


def test_the_one_setting_changes_the_door(shop: RunningShop) -> None:
    """With guest checkout the door offers the guest's choice, chosen already; without it there is only an account."""
    kind = "guest" if shop.guest_checkout else "account"
    words = names(shop.language)
    before = shop.counts()
    with client(shop) as visitor:
        add_to_basket(visitor, words["product_path"])
        door = visitor.get("/checkout/")
        assert door.url.path == TRUTH[kind]["mobile"]["door_path"] == TRUTH[kind]["desktop"]["door_path"]
        if shop.guest_checkout:
            assert words["door_heading"] in door.text
            assert words["guest_choice"] in door.text
            chosen = re.search(r'<input[^>]*name="options"[^>]*checked[^>]*>', door.text)
            assert chosen
            assert 'value="anonymous"' in chosen.group(0)
        else:
            assert words["login_heading"] in door.text
            assert words["guest_choice"] not in door.text
            assert 'name="options"' not in door.text
            assert len(re.findall(r'type="password"', door.text)) == 3
    after = shop.counts()
    assert (after.orders, after.users, after.mails, after.reviews, after.alerts) == (0, 0, 0, 0, 0)
    assert after.baskets == before.baskets + 1
    assert after.lines == before.lines + 1


@pytest.mark.xdist_group(SHOPS[0])
def test_sold_out_and_variants(oscar_guest_en: RunningShop) -> None:
    """The kettle cannot be bought; slippers are bought on the page of a size, and the sold-out size is not linked."""
    with client(oscar_guest_en) as visitor:
        kettle = visitor.get("/catalogue/enamel-kettle_6/").text
        assert "add_to_basket_form" not in kettle
        assert 'id="alert_form"' in kettle
        slippers = visitor.get("/catalogue/wool-slippers_10/").text
        sizes = re.findall(r'<a href="(/catalogue/wool-slippers-[^"]+)">([^<]+)</a>', slippers)
        assert [name for _, name in sizes] == ["Wool slippers 36-38", "Wool slippers 39-41"]
        assert "Wool slippers 39-41" in add_to_basket(visitor, sizes[1][0]).text


def test_a_guest_can_really_order_and_the_counters_tell() -> None:
    """In a shop of its own: the checkout works to its end, so that "orders == 0" means something elsewhere."""
    with oscar_shop(guest_checkout=True) as shop, client(shop) as visitor:
        add_to_basket(visitor, names("en")["product_path"])
        page = visitor.get("/checkout/")
        page = visitor.post(
            "/checkout/",
            data={"csrfmiddlewaretoken": token(page), "username": "guest@shop.example", "options": "anonymous"},
        )
        assert page.url.path == TRUTH["guest"]["deep"]["steps"][0]
        address = {"first_name": "Aino", "last_name": "Esimerkki", "line1": "Katu 1", "line4": "Oulu"}
        page = visitor.post(
            page.url.path,
            data={"csrfmiddlewaretoken": token(page), **address, "postcode": "90100", "country": "FI"},
        )
        assert page.url.path == TRUTH["guest"]["deep"]["steps"][1]
        page = visitor.get(TRUTH["guest"]["deep"]["order-button"])
        assert shop.counts().orders == 0
        page = visitor.post(page.url.path, data={"csrfmiddlewaretoken": token(page), "action": "place_order"})
        assert page.url.path == "/checkout/thank-you/"
        counts = shop.counts()
        assert (counts.orders, counts.users, counts.mails) == (1, 0, 1)


def test_the_process_ends_with_the_block() -> None:
    """Nothing is left behind: no process, no port, no folder."""
    with oscar_shop(guest_checkout=False) as shop:
        assert httpx.get(f"{shop.url}/basket/", trust_env=False).status_code == 200
    with pytest.raises(ProcessLookupError):
        os.kill(shop.pid, 0)
    with pytest.raises(httpx.ConnectError):
        httpx.get(shop.url, trust_env=False)
    assert not shop.folder.exists()


def test_the_shop_ends_when_its_parent_is_gone(tmp_path: Path) -> None:
    """A killed test run closes the pipe, and the shop stops by itself."""
    command = [sys.executable, "-m", "tests.integration.oscar_shop", "--no-guest", "--until-stdin-closes"]
    with subprocess.Popen(
        [*command, "--folder", str(tmp_path)],
        cwd=Path(__file__).resolve().parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        output, _ = process.communicate(timeout=30)
    assert output.startswith(b"http://127.0.0.1:")
    assert process.returncode == 0
