"""A loaded page is the one that was meant, or no figure of it counts."""

from __future__ import annotations

import pytest

from auditor.collect.timing.meant import Shown, wrong_page
from auditor.model import PageKind

SHOP = "https://shop.example"
GOODS = Shown(chars=4000, pictures=12)
LOGIN = Shown(passwords=1, names=1, chars=200, pictures=1)
LOCKED = Shown(passwords=1, chars=120)


@pytest.mark.parametrize(
    ("asked", "status", "landed", "shown", "said"),
    [
        ("/p/1", 404, "/p/1", GOODS, "the page answered 404"),
        ("/p/1", 500, "/p/1", GOODS, "the page answered 500"),
        ("/p/1", 200, "/account/login?next=/p/1", LOGIN, "a login came instead of the page (/account/login)"),
        ("/p/1", 200, "/kirjaudu", GOODS, "a login came instead"),
        ("/p/1", 200, "/members", LOGIN, "a login came instead"),
        ("/", 200, "/password", LOCKED, "a password is asked for (/password)"),
        ("/", 200, "/", LOCKED, "a password is asked for (/)"),
        ("/p/1", 200, "/", GOODS, "the home page came instead"),
        ("/p/1", 200, "/fi/", GOODS, "the home page came instead"),
        ("/p/1", 200, "/p/1", Shown(painted=False), "nothing was painted"),
        ("/p/1", 200, "/p/1", Shown(), "it has no text and no picture"),
    ],
)
def test_a_page_that_is_not_the_one_meant(asked: str, status: int, landed: str, shown: Shown, said: str) -> None:
    assert said in wrong_page(SHOP + asked, PageKind.PRODUCT, status, SHOP + landed, shown)


@pytest.mark.parametrize(
    ("asked", "landed", "shown"),
    [
        ("/p/1", "/p/1", GOODS),
        ("/p/1", "/fi/p/1", GOODS),
        ("/", "/fi/", GOODS),
        ("/fi/", "/", GOODS),
        ("/p/1", "/p/1", Shown(passwords=1, names=2, chars=6000)),
        ("/kassa", "/kassa/kirjautuminen", Shown(passwords=1, names=5, chars=2500)),
        ("/login", "/login", LOGIN),
        ("/p/1", "/?product=1", GOODS),
        ("/p/1", "/p/1", Shown(pictures=1)),
    ],
)
def test_a_page_that_is_the_one_meant(asked: str, landed: str, shown: Shown) -> None:
    assert wrong_page(SHOP + asked, PageKind.OTHER, 200, SHOP + landed, shown) == ""


def test_a_shop_that_begins_with_a_login_is_no_home() -> None:
    said = wrong_page(f"{SHOP}/login", PageKind.HOME, 200, f"{SHOP}/login", LOGIN)

    assert said.startswith("the shop begins with a login")


def test_a_login_elsewhere_is_another_site() -> None:
    said = wrong_page(f"{SHOP}/p/1", PageKind.PRODUCT, 200, "https://id.example/signin", LOGIN)

    assert said == "another site answered (id.example)"
