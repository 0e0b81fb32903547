"""mobile-parity: key facts of the desktop, looked for on the phone by the same rules."""

from typing import Any

import pytest

from auditor.model import CheckResult, Clicks, Outcome
from tests.checks.recorded import DESKTOP, MOBILE, Page, page, recording, result, walk

FINNISH = {
    "top": '<nav><a href="/sukat">Sukat</a><a href="/pipot">Pipot</a><a href="/huivit">Huivit</a></nav>'
    '<input type="search" name="q" aria-label="Haku"><a href="/ostoskori">Ostoskori</a>',
    "goods": "<p>49,90 €</p><p>Varastossa</p><p>Toimitusaika 2 arkipäivää</p><p>Arvostelut: 4,5 / 5</p>",
    "foot": '<footer><a href="/palautukset">Palautukset</a><a href="/yhteystiedot">Yhteystiedot</a></footer>',
}
ENGLISH = {
    "top": '<nav><a href="/socks">Socks</a><a href="/hats">Hats</a><a href="/scarves">Scarves</a></nav>'
    '<input type="search" name="q" aria-label="Search"><a href="/cart">Cart</a>',
    "goods": "<p>€49.90</p><p>In stock</p><p>Delivery time 2 business days</p><p>Customer reviews: 4.5 / 5</p>",
    "foot": '<footer><a href="/returns">Returns</a><a href="/contact">Contact us</a></footer>',
}


def shop(parts: dict[str, str], viewport: Any, lang: str) -> list[Page]:
    home, product = parts["top"] + parts["foot"], "".join(parts.values())
    return [page("home", home, viewport=viewport, lang=lang), page("product", product, viewport=viewport, lang=lang)]


def judged(desktop: dict[str, str], mobile: dict[str, str], lang: str = "fi") -> CheckResult:
    return result("mobile-parity", recording(*shop(desktop, DESKTOP, lang), *shop(mobile, MOBILE, lang)))


@pytest.mark.parametrize(("parts", "lang"), [(FINNISH, "fi"), (ENGLISH, "en")])
def test_the_same_on_both_passes(parts: dict[str, str], lang: str) -> None:
    only = judged(parts, parts, lang)

    assert (only.outcome, only.score, only.data["shown"]) == (Outcome.PASSED, 100, 9)


@pytest.mark.parametrize(("parts", "lang"), [(FINNISH, "fi"), (ENGLISH, "en")])
def test_what_the_phone_lacks_is_named(parts: dict[str, str], lang: str) -> None:
    bare = {**parts, "goods": parts["goods"].split("</p>")[0] + "</p>", "top": parts["top"].partition("<input")[0]}

    only = judged(parts, bare, lang)

    assert (only.outcome, only.data["missing"]) == (
        Outcome.FAILED,
        ["stock", "delivery", "reviews", "search", "cart"],
    )


def test_one_missing_fact_warns() -> None:
    bare = {**FINNISH, "goods": FINNISH["goods"].replace("Varastossa", "")}

    only = judged(FINNISH, bare)

    assert (only.outcome, only.data["missing"]) == (Outcome.WARNING, ["stock"])


def test_an_accordion_and_a_menu_are_one_press_away() -> None:
    folded = {
        **FINNISH,
        "top": FINNISH["top"].replace("<a ", "<a data-revealed "),
        "foot": FINNISH["foot"].replace("<a ", "<a data-revealed "),
        "goods": "<p>49,90 €</p>",
    }
    phone = shop(folded, MOBILE, "fi")
    more = phone[1].visit.facts.model_copy(update={"folded": "Varastossa\nToimitusaika 2 arkipäivää\nArvostelut"})
    phone[1] = Page(phone[1].visit.model_copy(update={"facts": more}), phone[1].html)

    assert result("mobile-parity", recording(*shop(FINNISH, DESKTOP, "fi"), *phone)).score == 100


def test_a_menu_that_is_drawn_when_it_opens_is_no_finding() -> None:
    drawn = {**FINNISH, "top": '<button>Valikko</button><input type="search" name="q"><a href="/ostoskori">Kori</a>'}

    only = judged(FINNISH, drawn)

    assert (only.outcome, only.value["unclear"], only.n) == (Outcome.PASSED, ["menu"], 8)


def test_a_menu_behind_a_sign_without_a_name_is_no_finding() -> None:
    hidden = {**FINNISH, "top": FINNISH["top"].replace("<nav>", "<nav hidden>").replace("<input", "<input hidden")}

    only = judged(FINNISH, hidden)

    assert (only.outcome, only.value["unclear"]) == (Outcome.PASSED, ["search", "menu"])


def test_a_basket_without_words_that_leads_to_the_same_cart_is_the_same() -> None:
    basket = {**FINNISH, "top": FINNISH["top"].replace(">Ostoskori<", "><")}

    assert judged(FINNISH, basket).score == 100


@pytest.mark.parametrize(("cart", "missing"), [(3, []), (2, ["cart"])])
def test_a_cart_that_was_pressed_open_on_the_phone_is_there(cart: int, missing: list[str]) -> None:
    unnamed = {**FINNISH, "top": FINNISH["top"].replace('<a href="/ostoskori">Ostoskori</a>', "<button></button>")}
    pages = (*shop(FINNISH, DESKTOP, "fi"), *shop(unnamed, MOBILE, "fi"))
    walked = walk(clicks=Clicks(product=1, in_cart=2, cart=cart))

    assert result("mobile-parity", recording(*pages, journeys={MOBILE: walked})).data["missing"] == missing


def test_one_screen_alone_is_unknown() -> None:
    assert result("mobile-parity", recording(*shop(FINNISH, DESKTOP, "fi"))).outcome == Outcome.UNKNOWN
