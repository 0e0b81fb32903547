import pytest

from auditor.model import CheckResult, Outcome, ViewportName
from tests.checks.recorded import page, recording, result, walk

PAY = """<form><label><input type="radio" name="payment">Verkkopankki</label><label><input type="radio" name="payment">
Kortti</label><button>Maksa</button></form>"""


def bar(*steps: str, attributes: str = "class='steps'") -> str:
    items = "".join(f"<li {'aria-current=step' if n == 1 else ''}>{n + 1}. {one}</li>" for n, one in enumerate(steps))
    return f"<ol {attributes}>{items}</ol>"


def judged(body: str, lang: str = "fi") -> CheckResult:
    journeys = {ViewportName.DESKTOP: walk()}
    return result("checkout-steps", recording(page("home"), page("checkout", body, lang=lang), journeys=journeys))


@pytest.mark.parametrize(
    ("steps", "lang", "count", "score"),
    [
        (("Ostoskori", "Tiedot ja maksu", "Valmis"), "fi", 2, 100),
        (("Toimitus", "Maksu", "Vahvistus"), "fi", 4, 95),
        (("Shipping", "Payment", "Review"), "en", 4, 95),
        (("Shipping", "Payment", "Preview", "Confirmation"), "en", 4, 95),
        (("Cart", "Address", "Delivery", "Payment", "Confirm"), "en", 5, 85),
        (
            ("Tervetuloa", "Tiedot", "Osoite", "Tarkista", "Toimitus", "Maksu", "Tarkista maksu", "Vahvistus"),
            "fi",
            8,
            25,
        ),
    ],
)
def test_the_progress_bar_is_counted(steps: tuple[str, ...], lang: str, count: int, score: int) -> None:
    only = judged(bar(*steps), lang)

    assert (only.value, only.score, only.message) == (count, score, "told")


def test_numbered_sections_are_steps() -> None:
    body = "".join(
        f"<h1>{n} {one}</h1>" for n, one in enumerate(("Personal information", "Addresses", "Shipping", "Payment"), 1)
    )

    assert judged(f"<p>1 item</p>{body}", "en").value == 5


def test_the_number_of_a_section_may_stand_in_a_box_of_its_own() -> None:
    names = ("Address", "Delivery", "Payment", "Review")
    body = "".join(f"<li><div>{n}</div><h2>{one}</h2></li>" for n, one in enumerate(names, 1))

    assert judged(f"<p>Cart</p><p>1</p><p>Lamps</p><ul>{body}</ul>", "en").value == 5


def test_one_page_is_two_steps() -> None:
    only = judged(PAY)

    assert (only.message, only.value) == ("one-page", 2)


@pytest.mark.parametrize(
    "body",
    [
        "<form><input name='email'><button>Jatka</button></form>",
        "<nav><ol class='breadcrumb'><li>Etusivu</li><li>Kassa</li></ol></nav><form><input name='email'></form>",
        "<ul><li>1. Punainen muki</li><li>2. Sininen muki</li></ul><form><input name='email'></form>",
    ],
)
def test_a_first_step_without_a_bar_cannot_be_told(body: str) -> None:
    only = judged(body)

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "later-step")
