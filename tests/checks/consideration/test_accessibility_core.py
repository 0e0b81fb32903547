import pytest

from auditor.model import AxeRule, AxeSeen, KeyboardSeen, Offender, Outcome, PageKind
from tests.checks.recorded import MOBILE, Page, page, recording, result

STATEMENT = '<footer><a href="/saavutettavuusseloste">Saavutettavuusseloste</a></footer>'
ENGLISH = '<footer><a href="/accessibility">Accessibility statement</a></footer>'


def rule(name: str, impact: str, count: int = 2) -> AxeRule:
    elements = (Offender(selector=f"#{name}", text=f"<{name}>"),)
    return AxeRule(id=name, impact=impact, help=name, count=count, elements=elements)


def shown(kind: str, *rules: AxeRule, body: str = STATEMENT, problem: str = "", **more: object) -> Page:
    return page(kind, body, part="pages", facts={"axe": AxeSeen(rules=rules, passes=20, problem=problem)}, **more)


@pytest.mark.parametrize("body", [STATEMENT, ENGLISH])
def test_pages_without_barriers_pass(body: str) -> None:
    only = result("accessibility-core", recording(shown("home", body=body), shown("product", body=body)))

    assert (only.outcome, only.score, only.message, only.n) == (Outcome.PASSED, 100, "clean", 2)


@pytest.mark.parametrize(
    ("rules", "score"),
    [
        ((rule("button-name", "critical"),), 88),
        ((rule("button-name", "critical"), rule("color-contrast", "serious")), 82),
        ((rule("region", "moderate"), rule("tabindex", "minor")), 98),
        (tuple(rule(f"r{number}", "critical") for number in range(9)), 0),
    ],
)
def test_rules_cost_by_their_impact(rules: tuple[AxeRule, ...], score: int) -> None:
    only = result("accessibility-core", recording(shown("home", *rules)))

    assert (only.score, only.message) == (score, "barriers")


def test_a_rule_broken_on_many_pages_and_screens_counts_once_and_is_named() -> None:
    broken = rule("label", "critical", 5)
    made = recording(shown("home", rule("label", "critical")), shown("product", broken, viewport=MOBILE))

    only = result("accessibility-core", made)

    assert only.score == 88
    assert only.data["named"] == ["label (5)"]
    assert (only.offenders[0].selector, only.offenders[0].detail) == ("#label", "label, critical, product, mobile")


def test_without_a_statement_five_points_go() -> None:
    only = result("accessibility-core", recording(shown("home", body="<p>Kauppa</p>")))

    assert (only.score, only.message) == (95, "statement")


def test_a_swedish_word_for_stock_is_no_statement() -> None:
    made = recording(shown("home", body="<a href='/lager'>Tillgänglighet</a>", lang="sv"), languages=("sv",))

    assert result("accessibility-core", made).score == 95


@pytest.mark.parametrize("seen", [{"trapped": "#kartta"}, {"button": False, "button_selector": "#osta"}])
def test_what_the_keyboard_cannot_pass_caps_the_score(seen: dict[str, object]) -> None:
    keyboard = KeyboardSeen(url="https://kauppa.example/", kind=PageKind.PRODUCT, **seen)
    only = result("accessibility-core", recording(shown("home"), probed=(keyboard,)))

    assert (only.outcome, only.score, only.message) == (Outcome.FAILED, 30, "caught")


@pytest.mark.parametrize("made", [page("home"), shown("home", problem="It took longer than 8 s.")])
def test_pages_that_were_not_examined_are_unknown(made: Page) -> None:
    assert result("accessibility-core", recording(made)).outcome is Outcome.UNKNOWN
