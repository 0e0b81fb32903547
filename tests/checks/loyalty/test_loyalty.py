"""The checks newsletter-signup and wishlist."""

import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result

FI = """<footer><form action="/uutiskirje"><h3>Tilaa uutiskirje</h3><p>Saat 10 % alennusta</p>
<input type="email" name="email" placeholder="Sähköposti"><a href="/tietosuoja">Tietosuojaseloste</a>
<button>Tilaa</button></form></footer>"""
EN = """<footer><h3>Join our newsletter</h3><p>News</p><form><input name="mail" placeholder="Your e-mail">
<input name="name" placeholder="Name"><input type="checkbox" checked name="ok"><button>Subscribe</button>
</form></footer>"""
STOCK = (
    '<form><p>Ilmoita kun saatavilla</p><input type="email" name="email">'
    "<button>Tilaa saatavuusilmoitus</button></form>"
)
LOGIN = (
    '<form><p>Kirjaudu</p><input type="email" name="email"><input type="password" name="p">'
    "<button>Kirjaudu</button></form>"
)


@pytest.mark.parametrize(
    ("body", "message", "score"),
    [
        (FI, "good", 100),
        (EN, "gaps", 55),
        ('<a href="/uutiskirje">Tilaa uutiskirje</a>', "link", 60),
        (f"<div hidden>{FI}</div>", "gaps", 90),
        ('<a href="#">Tilaa uutiskirje</a>', "none", 0),
        (STOCK, "none", 0),
        (LOGIN, "none", 0),
        ("<p>Lue uutiskirjeemme arkistosta</p>", "none", 0),
    ],
)
def test_newsletters(body: str, message: str, score: int) -> None:
    only = result("newsletter-signup", recording(page("home", body)))

    assert (only.message if score < 90 else message, only.score) == (message, score)
    assert only.value["present"] is (message != "none")


def test_a_box_ticked_beforehand_is_told() -> None:
    only = result("newsletter-signup", recording(page("home", EN)))

    assert "consent not ticked beforehand" in only.data["missing"]


@pytest.mark.parametrize(
    ("body", "present"),
    [
        ("<button>Lisää toivelistaan</button>", True),
        ('<button aria-label="Add to wishlist"></button>', True),
        ('<a href="/toivelista">Toivelista</a>', True),
        ("<button>♡ Lagre</button>", True),
        ("<button>♥</button>", True),
        ("<button>favorite_border</button>", True),
        ("<button>Tehty ♥ Suomessa</button>", False),
        ('<a href="/wishlist" aria-label="Favourites"></a>', True),
        ('<a href="/kategoria/suosikit">Suosikit</a>', False),
        ("<h2>Asiakkaiden suosikit</h2>", False),
        ("<button>Lisää vertailuun</button>", False),
        ("<button>Add to cart</button>", False),
    ],
)
def test_wish_lists(body: str, present: bool) -> None:
    only = result("wishlist", recording(page("home"), page("product", body)))

    assert only.value == {"present": present}
    assert only.outcome is (Outcome.PASSED if present else Outcome.WARNING)


@pytest.mark.parametrize(
    ("body", "message"), [("<button>♥</button>", "heart"), ("<button>♡ Lagre</button>", "offered")]
)
def test_a_bare_heart_promises_less_than_a_word(body: str, message: str) -> None:
    assert result("wishlist", recording(page("home"), page("product", body))).message == message


@pytest.mark.parametrize("name", ["newsletter-signup", "wishlist"])
def test_without_pages_it_is_unknown(name: str) -> None:
    assert result(name, recording(page("other"))).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "body",
    ['<a href="/kirjaudu">Toivelista</a>', '<a href="/customer/account/login?back=/wishlist">Add to wishlist</a>'],
)
def test_a_wish_list_that_leads_to_the_sign_in_demands_an_account(body: str) -> None:
    only = result("wishlist", recording(page("home"), page("product", body)))

    assert (only.score, only.message) == (70, "walled")
