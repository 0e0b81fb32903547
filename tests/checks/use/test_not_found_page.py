import pytest

from auditor.model import NotFoundSeen, Outcome, Recording
from tests.checks.recorded import SHOP, page, recording, result

FRAME = "<nav><a href='/a'>Neuleet</a><a href='/b'>Astiat</a><a href='/c'>Sauna</a></nav>"
SEARCH = '<header><form role="search"><input type="search" name="q"></form></header>'
HOME = page("home", f"{SEARCH}{FRAME}<main><p>Tervetuloa ja tutustu tuotteet</p></main>", title="Kauppa")
LOST = f"{SEARCH}{FRAME}<main><h1>Sivua ei löytynyt</h1></main>"


def lost(body: str, status: int = 404, url: str = "/x", title: str = "Ei löytynyt", lang: str = "fi") -> Recording:
    error = page("error", body, url=url, status=status, title=title, lang=lang, part="probe", id="lost")
    probe = NotFoundSeen(url=f"{SHOP}/x", landed=SHOP + url, status=status, visit="lost")
    return recording(HOME, error, probed=(probe,))


def test_a_page_in_the_shops_frame_passes() -> None:
    only = result("not-found-page", lost(LOST))

    assert (only.outcome, only.score) == (Outcome.PASSED, 100)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (lost(LOST, status=200), (70, "gaps")),
        (lost("<p>Object not found.</p>", status=404, lang=""), (40, "gaps")),
        (lost("<p>The page is not here, and you are lost with our shop.</p>", lang="en"), (30, "gaps")),
        (lost(LOST, status=200, url="/"), (0, "home")),
        (lost(LOST, status=200, title="Kauppa"), (0, "home")),
    ],
)
def test_what_is_missing_costs(made: Recording, expected: tuple[int, str]) -> None:
    only = result("not-found-page", made)

    assert (only.score, only.message) == expected


@pytest.mark.parametrize("status", [403, 429, 503])
def test_a_refusal_says_nothing_of_the_page(status: int) -> None:
    assert result("not-found-page", lost(LOST, status=status)).message == "refused"


def test_without_the_probe_it_is_unknown() -> None:
    assert result("not-found-page", recording(HOME)).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("search", ['<a href="#" aria-label="Search"></a>', '<a href="/search">Search</a>'])
def test_a_search_behind_one_press_is_a_search(search: str) -> None:
    assert result("not-found-page", lost(f"<header>{search}</header><p>Nothing</p>", lang="en")).value["search"] is True
