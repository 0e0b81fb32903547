import pytest

from auditor.model import Outcome
from tests.checks.recorded import Page, page, recording, result

FI = """<main><h1>Palautukset</h1><p>Voit palauttaa tuotteen 30 päivän kuluessa sen saamisesta.</p>
<p>Palautus on asiakkaalle maksuton. Pakkaa tuote ja lähetä se palautuslomakkeen kanssa.</p>
<p>Hyvitämme rahat 14 päivän kuluessa.</p></main>"""
EN = """<main><h1>Returns</h1><p>You may return any item within 60 days of delivery.</p><p>The customer pays
the return postage. Send the parcel to our warehouse. We refund your money within 10 days.</p></main>"""
DA = """<main><h1>Retur</h1><p>Du har 30 dages returret fra den dag, du modtager varen. Send den til
Lys ApS, Vej 4, 5700 Svendborg. Du betaler selv fragten retur. Pengene tilbagebetales inden for 14 dage.</p></main>"""
ET = """<main><h1>Tagastamine</h1><p>Võid mängu 14 päeva jooksul alates kättesaamisest tagastada. Tagastamisest
teata e-kirjaga. Tagastamise kulud kannab ostja. Tagastame raha 14 päeva jooksul.</p></main>"""
SV = """<main><h1>Ångerrätt</h1><p>Du får ångra köpet inom 14 dagar från det att du tog emot varan. Skicka påsarna
obrutna till Skolvägen 2 och stå själv för portot. Vi betalar tillbaka pengarna inom 14 dagar.</p></main>"""
LINK = '<footer><a href="/palautukset">Palautukset</a></footer>'


def shop(policy: str, home: str = LINK, product: str = LINK, **more: object) -> tuple[Page, ...]:
    return page("home", home), page("product", product), page("returns", policy, url="/palautukset", **more)


@pytest.mark.parametrize(("policy", "days"), [(FI, 30), (EN, 60), (DA, 30), (ET, 14), (SV, 14)])
def test_a_policy_that_is_easy_to_find_and_complete_passes(policy: str, days: int) -> None:
    only = result("return-policy-visible", recording(*shop(policy)))

    assert (only.outcome, only.score) == (Outcome.PASSED, 100)
    assert only.value == {
        "url": "https://kauppa.example/palautukset",
        "content": "real",
        "days": days,
        "from": ["home", "product"],
        "clicks": 1,
    }


@pytest.mark.parametrize(
    ("policy", "content"),
    [
        ("<main><h1>Palautukset</h1><p>Lorem ipsum dolor sit amet.</p></main>", "placeholder"),
        ("<main><p>[yritys] hyväksyy palautukset 14 päivän kuluessa.</p></main>", "placeholder"),
        ("<main><h1>Palautukset</h1><p>Tulossa pian!</p></main>", "placeholder"),
        ("<main><h1>Returns</h1><p>Coming soon</p></main>", "placeholder"),
        ("<main><h1>Palauta tuote</h1><form><input name='order'><button>Lähetä</button></form></main>", "form"),
        ("<main><h1>Palautukset</h1></main>", "none"),
    ],
)
def test_a_page_without_terms_is_no_policy(policy: str, content: str) -> None:
    only = result("return-policy-visible", recording(*shop(policy)))

    assert (only.outcome, only.value["content"]) == (Outcome.FAILED, content)


def test_terms_folded_into_the_product_page_are_a_policy() -> None:
    only = result("return-policy-visible", recording(page("home"), page("product", FI)))

    assert (only.value["content"], only.value["days"], only.value["from"]) == ("real", 30, ["product"])


def test_real_terms_elsewhere_beat_a_linked_form() -> None:
    form = "<main><h1>Palauta tuote</h1><form><input name='order'></form></main>"
    only = result("return-policy-visible", recording(*shop(form), page("terms", FI)))

    assert (only.value["content"], only.value["url"]) == ("real", "https://kauppa.example/terms")


def test_unwritten_terms_are_a_placeholder() -> None:
    home = '<a href="/terms">Toimitusehdot</a>'
    only = result("return-policy-visible", recording(page("home", home), page("terms", "<p>Lorem ipsum dolor</p>")))

    assert (only.value["content"], only.value["from"]) == ("placeholder", ["home"])


def test_a_policy_without_an_address_is_reached_where_its_control_is_seen() -> None:
    button = "<button>Palautus</button>"
    shown = page("returns", FI, url="/", opened_by="Palautus", depth=1)
    only = result(
        "return-policy-visible", recording(page("home", button), page("product"), page("cart", button), shown)
    )

    assert (only.value["content"], only.value["from"], only.value["clicks"]) == ("real", ["home", "cart"], 1)


def test_a_dead_link_is_no_policy() -> None:
    only = result("return-policy-visible", recording(*shop("<main>Sivua ei löydy</main>", status=404)))

    assert (only.outcome, only.message) == (Outcome.FAILED, "empty")


def test_no_policy_at_all_fails() -> None:
    only = result("return-policy-visible", recording(page("home", "<a href='/palaute'>Palaute</a>"), page("product")))

    assert (only.outcome, only.score, only.message) == (Outcome.FAILED, 0, "none")


def test_terms_inside_other_terms_are_buried() -> None:
    link = '<footer><a href="/ehdot">Toimitusehdot</a></footer>'
    made = recording(page("home", link), page("product"), page("terms", FI, url="/ehdot"))

    only = result("return-policy-visible", made)

    assert (only.message, only.score) == ("buried", 58)


def test_complete_terms_inside_other_terms_lack_nothing() -> None:
    link = '<footer><a href="/ehdot">Toimitusehdot</a></footer>'
    made = recording(page("home", link), page("product", link), page("terms", FI, url="/ehdot"))

    assert result("return-policy-visible", made).message == "inside"


def test_a_link_behind_one_press_counts_and_takes_two_clicks() -> None:
    menu = '<nav><a href="/palautukset" data-revealed>Palautukset</a></nav>'
    only = result("return-policy-visible", recording(*shop(FI, home=menu)))

    assert (only.value["from"], only.value["clicks"]) == (["home", "product"], 2)


def test_a_policy_page_that_was_not_read_is_unknown() -> None:
    only = result("return-policy-visible", recording(page("home", LINK)))

    assert (only.outcome, only.reason_unknown) == (
        Outcome.UNKNOWN,
        "A link to the return policy was seen, but its page was not read.",
    )


@pytest.mark.parametrize("trap", ["Anna palautetta", "Palauta salasana", "Salasanan palautus", "Return to shop"])
def test_words_that_only_look_like_returns(trap: str) -> None:
    only = result(
        "return-policy-visible", recording(page("home", f'<a href="/x">{trap}</a>'), page("other", FI, url="/x"))
    )

    assert only.message != "clear"
    assert "home" not in only.data["missing"] or only.message == "buried"


def test_a_product_page_that_nobody_came_to_is_no_gap() -> None:
    only = result("return-policy-visible", recording(page("home", LINK), page("returns", FI, url="/palautukset")))

    assert (only.score, only.value["from"]) == (100, ["home"])
    assert only.data["unseen"] == ["product", "cart", "checkout"]
    assert "link on the product page" not in only.data["missing"]


def test_a_link_behind_the_dialog_of_the_checkout_is_out_of_reach() -> None:
    asked = "<input type='email' name='email'><input type='password' name='pass'>"
    beside = page("checkout", f"<main>{asked}</main>{LINK}")
    covering = [field.model_copy(update={"area": "dialog"}) for field in beside.visit.facts.fields]
    facts = beside.visit.facts.model_copy(update={"fields": tuple(covering)})
    behind = Page(beside.visit.model_copy(update={"facts": facts}), beside.html)
    places = [result("return-policy-visible", recording(*shop(FI), one)).value["from"] for one in (behind, beside)]

    assert places == [["home", "product"], ["home", "product", "checkout"]]
