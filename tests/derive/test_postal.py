"""Postal addresses in the forms of the countries around the Baltic, and lines that only look like one."""

import time

import pytest

from auditor.derive.page.digest import Digest
from auditor.derive.text.postal import postal_addresses


def first(text: str, *, of_shop: bool = False) -> str | None:
    return next(postal_addresses(Digest("https://kauppa.example/"), text, of_shop=of_shop), None)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Muki Oy, Mannerheimintie 12 A 3, 00100 Helsinki", "Mannerheimintie 12 A 3, 00100 Helsinki"),
        ("Aleksanterinkatu 15 B, 4. krs, 00100 Helsinki", "Aleksanterinkatu 15 B, 4. krs, 00100 Helsinki"),
        ("Keskuskatu 1 00100 Helsinki", "Keskuskatu 1 00100 Helsinki"),
        ("Satamakatu 8 • FI-53900 Lappeenranta", "Satamakatu 8 • FI-53900 Lappeenranta"),
        ("PL 123\n00101 Helsinki", "PL 123, 00101 Helsinki"),
        ("Käyntiosoite: Tehtaankatu 5, Lahti", "Tehtaankatu 5, Lahti"),
        ("Storgatan 5\n111 22 Stockholm", "Storgatan 5, 111 22 Stockholm"),
        ("Sveavägen 10, 3 tr, 111 57 Stockholm", "Sveavägen 10, 3 tr, 111 57 Stockholm"),
        ("Box 123, SE-101 23 Stockholm", "Box 123, SE-101 23 Stockholm"),
        ("Besöksadress\nKvarngatan 3, Landskrona", "Kvarngatan 3, Landskrona"),
        ("Storgata 5, 0155 Oslo", "Storgata 5, 0155 Oslo"),
        ("Postboks 123 Sentrum, 0102 Oslo", "Postboks 123 Sentrum, 0102 Oslo"),
        ("Nørregade 5, 1., 1165 København K", "Nørregade 5, 1., 1165 København K"),
        ("Pärnu mnt 12-5, 10148 Tallinn", "Pärnu mnt 12-5, 10148 Tallinn"),
        ("Pärnu maantee 12, Tallinn 10148", "Pärnu maantee 12, Tallinn 10148"),
        ("Talupood OÜ, Liiva talu, Rõuge vald, Võrumaa.", "Liiva talu, Rõuge vald, Võrumaa."),
        ("Hauptstr. 5a, D-10115 Berlin", "Hauptstr. 5a, D-10115 Berlin"),
        ("Am Anger 4\n29320 Hermannsburg", "Am Anger 4, 29320 Hermannsburg"),
        ("Quay Mugs Ltd, 12 Harbour Street, 00100 Helsinki, Finland", "12 Harbour Street, 00100 Helsinki"),
        ("8 Bridge Street, Otley LS21 1BQ", "8 Bridge Street, Otley LS21 1BQ"),
        ("12a High Street\nOtley\nLS21 1BQ", "12a High Street, Otley, LS21 1BQ"),
        ("12 Grafton Street, Dublin, D02 X285", "12 Grafton Street, Dublin, D02 X285"),
        ("12 Mill Road\nOrlando, FL 32801\nUnited States", "12 Mill Road, Orlando, FL 32801"),
        ("12 Mill Road, Dover, DE 19901-1234", "12 Mill Road, Dover, DE 19901-1234"),
        ("Hauptstr. 5a, DE 10115 Berlin", "Hauptstr. 5a, DE 10115 Berlin"),
        ("Luke Hill Lane 3, Kilkenny R95 X2Y1", "Luke Hill Lane 3, Kilkenny R95 X2Y1"),
        ("Unit 4, Riverside Park, Leeds LS1 4AP", "Unit 4, Riverside Park, Leeds LS1 4AP"),
        ("Loftet ENK · Bakklandet 40, 7013 Trondheim", "Bakklandet 40, 7013 Trondheim"),
        ("hei@loftet.example\nBakklandet 40, 7013 Trondheim", "Bakklandet 40, 7013 Trondheim"),
        ("Ab Silli Oy, Itäsatama / Östra hamnen, 10900 Hanko", "Itäsatama / Östra hamnen, 10900 Hanko"),
        ("Wick Ltd · Old Dye Works, Hebden Bridge HX7", "Old Dye Works, Hebden Bridge HX7"),
    ],
)
def test_addresses_of_each_country(text: str, address: str) -> None:
    assert first(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "Copyright 2024, 12345 Reviews",
        "Tuote 12, 00100 Kpl",
        "Lamput 60, 40000 Tuntia",
        "Model X 100, 10100 Black",
        "Series 5, 2024 Edition",
        "© 2024 Kauppa Oy, 2024 Helsinki",
        "Muki Oy, Helsinki",
        "Kauppa Oy, Y-tunnus 1234567-8",
        "Sähköpostiosoite: Kirjoita tähän, kiitos",
        "IP address: 10.0.0.1, Chrome",
        "COCONUT GROVE, 2999 SW",
        "Add to cart\nAdd to favourites\nC24F390",
    ],
)
def test_lines_that_are_no_address(text: str) -> None:
    assert first(text) is None


def test_on_a_page_about_the_shop_a_street_needs_no_name_of_its_kind() -> None:
    assert first("Kivi 3, 00100 Helsinki") is None
    assert first("Kivi 3, 00100 Helsinki", of_shop=True) == "Kivi 3, 00100 Helsinki"


@pytest.mark.parametrize("word", ["Oy Aa Bb, ", "12345 ", "Aa Bb, ", "AA1 1AA "])
def test_a_hostile_text_is_read_in_seconds(word: str) -> None:
    started = time.process_time()
    list(postal_addresses(Digest("https://kauppa.example/"), word * 10_000))

    assert time.process_time() - started < 5
