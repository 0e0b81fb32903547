from __future__ import annotations

import pytest

from auditor.collect.journey.cards import address_key

SHOP = "https://shop.example"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/tuote?id=4&PHPSESSID=9f3ac2", "/tuote?id=4"),
        ("/tuote;jsessionid=1A2B?id=4", "/tuote?id=4"),
        ("/tuote?id=4&utm_source=mail", "/tuote?id=4"),
        ("/tuote?id=4&v=1718031822", "/tuote?id=4"),
        ("/tuote?id=4&s=0f9b3c7de1", "/tuote?id=4"),
        ("/tuote?b=2&a=1", "/tuote/?a=1&b=2"),
    ],
)
def test_what_changes_from_visit_to_visit_is_left_out(one: str, other: str) -> None:
    assert address_key(SHOP + one) == address_key(SHOP + other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/?v=kontakt", "/?v=korv"),
        ("/?s=kynttilä", "/?s=lyhty"),
        ("/?t=12", "/?t=13"),
        ("/?cid=tools", "/"),
        ("/#/tuote/3", "/#/tuote/4"),
    ],
)
def test_what_names_a_page_is_kept(one: str, other: str) -> None:
    assert address_key(SHOP + one) != address_key(SHOP + other)
