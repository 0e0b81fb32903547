import pytest

from auditor.model import CheckResult, JourneyStep, Outcome, ProductSeen, Touched, ViewportName
from tests.checks.recorded import page, recording, result, walk


def box(label: str, ticked: bool = True) -> str:
    return f"<label><input type='checkbox' name='x' {'checked' if ticked else ''}>{label}</label>"


def judged(body: str, kind: str = "checkout", country: str | None = "FI") -> CheckResult:
    pages = [
        page("product", "<p>x</p>"),
        page("cart", "<p>x</p>"),
        page("checkout", "<form><input name='email'></form>"),
    ]
    shown = [page(kind, body) if one.visit.kind == kind else one for one in pages]
    product = ProductSeen(id="1", name="Punainen muki", url="https://kauppa.example/p")
    journeys = {ViewportName.DESKTOP: walk(product=product)}
    return result("no-pre-ticked-extras", recording(*shown, journeys=journeys, country=country))


@pytest.mark.parametrize(
    ("label", "kind", "message", "score"),
    [
        ("Lahjapaketointi 4,90 €", "cart", "paid", 0),
        ("Add package protection for $2.95", "checkout", "paid", 0),
        ("Klimatkompensera frakten 5 kr", "checkout", "paid", 0),
        ("Expresskäsittely 29 kr", "checkout", "paid", 0),
        ("Jatkotakuu 12 kk 19,90 €", "product", "paid", 0),
        ("Haluan uutiskirjeen", "checkout", "marketing", 30),
        ("Email me with news and offers", "checkout", "marketing", 30),
        ("Ja tak, send mig tilbud", "checkout", "marketing", 30),
        ("Hyväksyn toimitusehdot", "checkout", "terms", 30),
        ("Älä jää paitsi, tilaa uutiskirje", "checkout", "marketing", 30),
        ("Don't miss our special offers", "checkout", "marketing", 30),
        ("Missa inte våra erbjudanden", "checkout", "marketing", 30),
        ("Send me the newsletter but no offers of partners", "checkout", "marketing", 30),
        ("Yes to the newsletter, no spam", "checkout", "marketing", 30),
        ("No spam, just our special offers", "checkout", "marketing", 30),
        ("Ja, ich möchte Werbung erhalten", "checkout", "marketing", 30),
    ],
)
def test_what_costs_or_allows_is_found(label: str, kind: str, message: str, score: int) -> None:
    only = judged(box(label), kind)

    assert (only.message, only.score, only.outcome) == (message, score, Outcome.FAILED)
    assert only.evidence[0].excerpt == label


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Laskutusosoite sama kuin toimitusosoite", "checkout"),
        ("Same as billing address", "checkout"),
        ("Muista minut", "checkout"),
        ("Luo asiakastili", "checkout"),
        ("Punainen muki 18,90 €", "cart"),
        ("Toinen muki 12,90 €", "cart"),  # a line of the cart that can be unticked
        ("Tämä tuote 18,90 €", "product"),  # goods shown together
        ("Use my 120 points ($1.20)", "checkout"),
        ("Toimitus noutopisteeseen 4,90 €", "checkout"),
        ("En halua uutiskirjettä", "checkout"),
        ("Älä lähetä minulle tarjouksia", "checkout"),
        ("I accept no marketing", "checkout"),
        ("Don't send me the newsletter", "checkout"),
        ("Opt out of marketing", "checkout"),
        ("Nej tack till nyhetsbrev", "checkout"),
        ("Jag vill inte ha nyhetsbrev", "checkout"),
        ("Ich möchte keine Werbung erhalten", "checkout"),
        ("Jeg ønsker ikke nyhedsbrev", "checkout"),
        ("Nei takk til tilbud", "checkout"),
        ("Ma ei soovi uudiskirja", "checkout"),
    ],
)
def test_harmless_ticks_are_not(label: str, kind: str) -> None:
    assert judged(box(label), kind).outcome is Outcome.PASSED


def test_an_empty_box_is_right() -> None:
    assert judged(box("Lahjapaketointi 4,90 €", ticked=False)).message == "none"


def test_outside_of_europe_it_is_less_sure() -> None:
    assert judged(box("Gift wrap $5"), country="US").confidence == "medium"


def test_without_a_door_it_is_unknown() -> None:
    made = recording(page("home"), journeys={ViewportName.DESKTOP: walk(None)})

    assert result("no-pre-ticked-extras", made).outcome is Outcome.UNKNOWN


def after_the_walk_ticked(step: int, name: str = "x", body: str = box("Hyväksyn toimitusehdot")) -> CheckResult:
    pages = [page("cart", body, id="cart"), page("checkout", body, id="door")]
    steps = tuple(JourneyStep(kind=one, url="https://kauppa.example/", page=one) for one in ("cart", "door"))
    own = Touched(type="checkbox", step=step, name=name, value="")
    journeys = {ViewportName.DESKTOP: walk(steps=steps, touched=(own,))}
    return result("no-pre-ticked-extras", recording(*pages, journeys=journeys))


def test_what_the_walk_ticked_itself_is_not_the_shops() -> None:
    assert after_the_walk_ticked(0).outcome is Outcome.PASSED


def test_what_was_ticked_before_the_walk_ticked_it_is_the_shops() -> None:
    only = after_the_walk_ticked(1)

    assert (only.message, only.evidence[0].page) == ("terms", "cart")


def test_another_box_is_the_shops() -> None:
    assert after_the_walk_ticked(0, name="terms").message == "terms"
