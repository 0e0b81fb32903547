"""Prices, curves, digests, addresses: the small parts that others rest on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.derive.curves import log_normal, piecewise
from auditor.derive.findings import plain_selector
from auditor.derive.page.digest import read_digest
from auditor.derive.text.emails import emails_in, valid_email
from auditor.derive.text.phones import phones_in
from auditor.derive.text.prices import read_amount, read_price
from auditor.derive.text.same_page import leads_somewhere, same_page

URL = "https://x.example/a"


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("12,90 €", 12.9, "EUR"),
        ("1 290,00 €", 1290.0, "EUR"),
        ("129 kr", 129.0, "SEK"),
        ("129:-", 129.0, None),
        ("£5", 5.0, "GBP"),
    ],
)
def test_prices(text: str, amount: float, currency: str | None) -> None:
    price = read_price(text, "SE")

    assert price is not None
    assert (price.amount, price.currency) == (amount, currency)


@pytest.mark.parametrize(
    ("value", "amount"), [("12.90", 12.9), (12, 12.0), ("1 290.00", 1290.0), (None, None), (True, None), ("x", None)]
)
def test_amounts_of_structured_data(value: str | float | None, amount: float | None) -> None:
    assert read_amount(value) == amount


def test_the_curve_gives_90_at_p10_and_50_at_the_median() -> None:
    assert round(log_normal(2500, p10=2500, median=4000), 1) == 90
    assert round(log_normal(4000, p10=2500, median=4000), 1) == 50


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_less_is_never_worse(first: float, second: float) -> None:
    low, high = sorted((first, second))

    assert 0 <= log_normal(high, p10=100, median=200) <= log_normal(low, p10=100, median=200) <= 100


@given(st.floats(-10, 50))
def test_a_piecewise_line_stays_between_its_ends(value: float) -> None:
    assert 0 <= piecewise(value, ((4, 100), (8, 45), (12, 0))) <= 100


def test_the_main_text_leaves_out_what_surrounds_it() -> None:
    digest = read_digest(
        "<header>Valikko</header><div class='cookie-banner'>Evästeet</div>"
        "<p>Palautusoikeus on kolmekymmentä päivää.</p>"
        "<footer>Alatunniste</footer><script>var a = 'koodi'</script>",
        URL,
    )

    assert digest.main == "Palautusoikeus on kolmekymmentä päivää."
    assert digest.footer == "Alatunniste"


@pytest.mark.parametrize("html", ["", "   ", "<", "<!-- -->", "\x00", "<html></html>", "plain", "<p>" * 3000])
def test_a_broken_page_is_read_without_an_error(html: str) -> None:
    assert read_digest(html, URL).items == ()


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(html: str) -> None:
    read_digest(f"<body>{html}<script type='application/ld+json'>{html}</script>", URL)
    emails_in(html)
    phones_in(html, (html,), "FI")


@pytest.mark.parametrize(
    ("block", "found", "broken"),
    [
        ('{"@type": "Product"}', 1, 0),
        ('[{"@type": "Product"}, {"@type": "Offer"}]', 2, 0),
        ('<!-- {"@type": "Product"} -->', 1, 0),
        ('{"@type": "Product",}', 0, 1),
        ('{"@graph": [{"@type": "Product"}]}', 2, 0),
    ],
)
def test_json_ld(block: str, found: int, broken: int) -> None:
    digest = read_digest(f'<body><script type="application/ld+json">{block}</script></body>', URL)

    assert (len(digest.items), digest.broken_blocks) == (found, broken)


def test_a_script_cannot_make_the_reader_fetch_anything() -> None:
    evil = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><body>&x;</body>'

    assert "localhost" not in read_digest(evil, URL).text


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://www.x.example/a/", "http://x.example/a#b", True),
        ("https://x.example/a?utm_source=1", "https://x.example/a", True),
        ("https://x.example/?p=1", "https://x.example/?p=2", False),
        ("https://x.example/%C3%A4", "https://x.example/ä", True),
        ("https://x.example/#/palautus", "https://x.example/#/toimitus", False),
        ("https://x.example/a;jsessionid=12AB.node2", "https://x.example/a", True),
        ("https://x.example/a?PHPSESSID=12ab&b=1", "https://x.example/a?b=1", True),
        (
            "https://x.example/a?ceid=vpl4hfulvep9ombtgsb",
            "https://x.example/a?ceid=8hf0ulvep9ombtgsb1",
            True,
        ),
        (
            "https://x.example/a?id=vpl4hfulvep9ombtgsb",
            "https://x.example/a?id=8hf0ulvep9ombtgsb1",
            False,
        ),
    ],
)
def test_addresses_of_one_page(first: str, second: str, same: bool) -> None:
    assert same_page(first, second) is same


@pytest.mark.parametrize(
    ("href", "somewhere"),
    [("/a", True), ("#", False), ("", False), ("javascript:void(0)", False), ("https://x/#", False)],
)
def test_links_that_lead_nowhere(href: str, somewhere: bool) -> None:
    assert leads_somewhere(href) is somewhere


def test_selectors_lose_what_changes_from_day_to_day() -> None:
    assert plain_selector("#item-4711 > a.css-1x2y3z:nth-of-type(3)") == "#item-# > a"


@pytest.mark.parametrize(
    "made_up", ["your@email.com", "nimi@yritys.fi", "info@example.com", "logo@2x.png", "a@b", "x@x@x.fi"]
)
def test_addresses_that_are_none(made_up: str) -> None:
    assert valid_email(made_up) is None
