from __future__ import annotations

import pytest

from auditor.collect.arrival.address import AddressError, is_local, read_address, registrable, same_site


@pytest.mark.parametrize(
    ("typed", "tries"),
    [
        ("shop.example", ("https://shop.example/", "http://shop.example/")),
        ("shop.example/fi/?a=1", ("https://shop.example/fi/?a=1", "http://shop.example/fi/?a=1")),
        ("localhost:8000", ("https://localhost:8000/", "http://localhost:8000/")),
        ("HTTP://Shop.Example", ("http://shop.example/",)),
        ("https://[::1]:8443/x", ("https://[::1]:8443/x",)),
        ("https://kääpä.example", ("https://kääpä.example/",)),
    ],
)
def test_without_a_scheme_https_is_tried_first(typed: str, tries: tuple[str, ...]) -> None:
    assert read_address(typed).tries == tries


def test_name_and_password_are_kept_apart() -> None:
    asked = read_address("https://me:secret@shop.example/a")

    assert (asked.tries, asked.auth, asked.typed) == (
        ("https://shop.example/a",),
        "me:secret",
        "https://shop.example/a",
    )


NO_ADDRESSES = ["", "   ", "ftp://x.example", "mailto:a@b.example", "two words", "https://", "a..b", "x:99999"]


@pytest.mark.parametrize("typed", NO_ADDRESSES)
def test_what_is_no_web_address_is_told(typed: str) -> None:
    with pytest.raises(AddressError, match="is not the address of a web shop"):
        read_address(typed)


def test_sites_are_compared_by_registrable_domain() -> None:
    assert registrable("https://www.shop.co.uk/x") == "shop.co.uk"
    assert same_site("https://kauppa.shop.fi/", "https://shop.fi/")
    assert not same_site("https://a.myshopify.com/", "https://b.myshopify.com/")
    assert not same_site("http://127.0.0.1:1/", "http://127.0.0.1:2/")


def test_only_this_machine_and_private_networks_are_local() -> None:
    assert [
        is_local(url) for url in ("http://127.0.0.1:8/", "http://localhost", "http://10.1.2.3", "http://a.test")
    ] == [True] * 4
    local = ("http://127.0.0.1:8/", "http://localhost", "http://10.1.2.3", "http://a.test")
    public = ("https://shop.example", "https://8.8.8.8/")

    assert [is_local(url) for url in (*local, *public)] == [True] * 4 + [False] * 2
