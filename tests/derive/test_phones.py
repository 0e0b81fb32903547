"""Telephone numbers as shops print them, and the numbers on a shop's pages that nobody can call."""

import pytest

from auditor.derive.text.phones import phones_in, read_phone


@pytest.mark.parametrize(
    ("country", "text", "number"),
    [
        ("FI", "Puh. 010 123 4567", "+358101234567"),
        ("FI", "Asiakaspalvelu 020 796 9010 (8,35 snt/puhelu + 16,69 snt/min)", "+358207969010"),
        ("FI", "029 123 4000", "+358291234000"),
        ("FI", "+358 (0)9 123 4567", "+35891234567"),
        ("FI", "p. 040-123 4567", "+358401234567"),
        ("FI", "Puhelin\n050 555 1234", "+358505551234"),
        ("FI", "Puh.050 5551234/ma-pe", "+358505551234"),
        ("FI", "Soita 0800-KAUPPA", "+358800528772"),
        ("SE", "Kundtjänst: 0771-19 19 19", "+46771191919"),
        ("SE", "08-123 456 78", "+46812345678"),
        ("SE", "växel 031-700 00 00", "+46317000000"),
        ("NO", "Tlf. 22 33 44 55", "+4722334455"),
        ("NO", "Ring oss på 800 12 345", "+4780012345"),
        ("DK", "Kundeservice: 70 20 30 40", "+4570203040"),
        ("EE", "Telefon: 612 3456", "+3726123456"),
        ("EE", "tel 5550 1234", "+37255501234"),
        ("DE", "Tel.: (0911) 55 66 77, Fax (0911) 55 66 78", "+49911556677"),
        ("GB", "Call us on 0333 555 0101", "+443335550101"),
        ("US", "Orlando, FL 32801\n407-555-0142", "+14075550142"),
        ("US", "(407) 555-0142", "+14075550142"),
    ],
)
def test_numbers_of_each_country(country: str, text: str, number: str) -> None:
    assert [phone.number for phone in phones_in(text, (), country)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Tuotenumero 0401234567",
        "Tuotekoodi: 040 123 4567",
        "Malli AB-0401234567",
        "Tilausnumero 040123-4567X",
        "Viitenumero 0401234567",
        "koko 0405-0612",
        "Y-tunnus: 1234567-8",
        "IBAN FI21 1234 5600 0007 85",
        "EAN 0401234567890",
        "00100 Helsinki",
        "Faksi 09 123 4567",
        "Art.nr 08-1234567",
        "Artikelnummer: 0701234567",
        "Org.nr 556677-8899",
        "Bankgiro 08-123 4567",
        "22.11.2026",
        "A Call for Price Product\n$100.00 Save: 25% off",
        "Soita ja osta\n12 900,00 €",
    ],
)
def test_numbers_that_nobody_can_call(text: str) -> None:
    assert phones_in(text, (), "SE" if "r 0" in text else "FI") == ()


def test_a_bare_number_among_goods_may_be_a_code() -> None:
    assert phones_in("Saranat 0401234567", (), "FI", among_goods=True) == ()
    assert phones_in("Kysy: puh. 040 123 4567", (), "FI", among_goods=True)[0].number == "+358401234567"
    assert phones_in("", ("tel:0401234567",), "FI", among_goods=True)[0].linked


@pytest.mark.parametrize(("text", "premium"), [("0600 12345", True), ("0700 12345", True), ("010 123 4567", False)])
def test_numbers_that_cost_extra_in_finland(text: str, premium: bool) -> None:
    phone = read_phone(text, "FI")

    assert phone is not None
    assert phone.premium is premium


def test_a_number_without_a_country_is_read_in_that_of_the_pages_language() -> None:
    assert phones_in("Tel. (0911) 55 66 77", (), None, "DE")[0].number == "+49911556677"
    assert phones_in("Tel. (0911) 55 66 77", (), None) == ()
    assert phones_in("Tel. +49 911 556677", (), None)[0].number == "+49911556677"


def test_a_number_in_the_north_american_form_needs_no_country() -> None:
    assert phones_in("Contact us\n407-555-0142", (), None, "GB")[0].number == "+14075550142"
    assert phones_in("Contact us\n407-555-0142", (), "FI") == ()
    assert phones_in("Wheel 407-555-0142", (), None, "GB", among_goods=True) == ()


@pytest.mark.parametrize("href", ["tel:", "tel:Puhelin", "tel:+358", "tel:112", "tel:000000", "#", "mailto:a@b.fi"])
def test_links_without_a_number(href: str) -> None:
    assert phones_in("", (href,), "FI") == ()
