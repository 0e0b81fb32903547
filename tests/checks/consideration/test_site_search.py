import pytest

from auditor.model import Outcome, QueryKind, SearchAsked
from tests.checks.recorded import DESKTOP, MOBILE, page, recording, result

FIELD = '<form role="search"><input type="search" name="q" placeholder="Hae tuotteita"></form>'
PRESSED = '<button aria-label="Haku"></button><form hidden role="search"><input type="search" name="q"></form>'
LINKED = '<a href="/search">Search</a>'
NEWSLETTER = '<form><input type="email" name="email" placeholder="Sähköposti"><button>Tilaa</button></form>'
WORKING = {"exact": True, "typo": True, "inflected": True, "folded": True, "nonsense": None}


def asked(
    product: str = "Löylykauha", *, suggests: bool = True, ways: int = 8, **found: bool | None
) -> tuple[SearchAsked, ...]:
    return tuple(
        SearchAsked(
            kind=QueryKind(kind),
            query=kind,
            product=product,
            results=3 if good else 0,
            found=good,
            nothing=not good,
            ways_on=ways,
            suggestions=suggests if kind == "exact" else None,
        )
        for kind, good in found.items()
    )


def judged(*answers: SearchAsked, desktop: str = FIELD, mobile: str = FIELD) -> tuple[Outcome, int | None, str]:
    pages = (page("home", desktop), page("home", mobile, viewport=MOBILE))
    only = result("site-search", recording(*pages, probed=answers))
    return only.outcome, only.score, only.message


def test_a_search_that_finds_all_forms_passes() -> None:
    assert judged(*asked(**WORKING)) == (Outcome.PASSED, 100, "finds")


@pytest.mark.parametrize(
    ("changed", "score"),
    [
        ({"typo": False}, 85),
        ({"inflected": False}, 85),
        ({"folded": False}, 90),
        ({"exact": False, "typo": False, "inflected": False, "folded": False}, 35),
    ],
)
def test_what_is_not_found_costs(changed: dict[str, bool], score: int) -> None:
    assert judged(*asked(**{**WORKING, **changed}))[1:] == (score, "short")


def test_an_empty_page_without_ways_on_and_silence_while_typing_cost() -> None:
    assert judged(*asked(**WORKING, suggests=False))[1] == 95
    assert judged(*asked(**WORKING, ways=0))[1] == 95


def test_products_for_nonsense_are_no_help() -> None:
    assert judged(*asked(**{**WORKING, "nonsense": True}))[1] == 90


def test_a_form_that_was_not_asked_is_left_out() -> None:
    without = {kind: good for kind, good in WORKING.items() if kind != "inflected"}

    assert judged(*asked(**without)) == (Outcome.PASSED, 100, "finds")


def test_a_name_without_umlauts_needs_no_folding() -> None:
    without = {kind: good for kind, good in WORKING.items() if kind != "folded"}

    assert judged(*asked("Kauha", **{**without, "typo": False}))[1] == 85


def test_the_message_names_what_was_typed() -> None:
    made = recording(page("home", FIELD), probed=asked(**{**WORKING, "typo": False}))
    only = result("site-search", made)

    assert "typo (0)" in only.text_en
    assert only.data["missing"] == ["a typing error"]


@pytest.mark.parametrize(
    ("desktop", "mobile", "expected"),
    [
        (FIELD, PRESSED, (90, "hidden")),
        (LINKED, LINKED, (90, "hidden")),
        (FIELD, NEWSLETTER, (80, "one-screen")),
        (NEWSLETTER, NEWSLETTER, (0, "none")),
        ("<p>Etsimme myyjää</p>", "<a href='/tyopaikat'>Haku auki: myyjä</a>", (0, "none")),
    ],
)
def test_the_search_is_seen(desktop: str, mobile: str, expected: tuple[int, str]) -> None:
    assert judged(*asked(**WORKING), desktop=desktop, mobile=mobile)[1:] == expected


def test_without_queries_what_it_finds_is_unknown_but_it_is_there() -> None:
    only = result("site-search", recording(page("home", FIELD)))

    assert (only.outcome, only.value["present"]) == (Outcome.UNKNOWN, True)


def test_a_probe_that_could_not_ask_tells_nothing() -> None:
    stuck = SearchAsked(kind=QueryKind.EXACT, query="x", problem="No search field could be used.")

    assert judged(stuck)[2] == "not-asked"


def test_pages_that_could_not_be_read_are_unknown() -> None:
    assert result("site-search", recording(page("home"))).outcome is Outcome.UNKNOWN


def test_the_value_names_the_screens() -> None:
    pages = (page("home", FIELD), page("home", PRESSED, viewport=MOBILE))
    only = result("site-search", recording(*pages, probed=asked(**WORKING)))

    assert only.value["present"] is True
    assert (only.value["field"], only.value["one_press"]) == ([str(DESKTOP)], [str(MOBILE)])


SCRIPTED = '<header><a href="#" aria-label="Search"><svg></svg></a></header>'


def test_a_link_without_an_address_is_the_search_that_answered() -> None:
    assert judged(*asked(**WORKING), desktop=SCRIPTED, mobile=SCRIPTED)[1:] == (90, "hidden")


def test_a_link_without_an_address_that_opens_no_field_is_no_search() -> None:
    stuck = SearchAsked(kind=QueryKind.EXACT, query="x", problem="No search field could be used.")

    assert judged(stuck, desktop=SCRIPTED, mobile=SCRIPTED)[2] == "none"


def test_whether_a_link_without_an_address_finds_things_is_unknown_until_it_is_pressed() -> None:
    assert judged(desktop=SCRIPTED, mobile=SCRIPTED)[0] is Outcome.UNKNOWN
