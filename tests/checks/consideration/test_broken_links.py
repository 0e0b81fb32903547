import pytest

from auditor.model import LinkAnswer, LinksSeen, NotFoundSeen, Outcome, PageImage
from tests.checks.recorded import SHOP, Page, page, recording, result


def asked(*statuses: int | None, external: bool = False, hops: int = 0) -> LinksSeen:
    links = tuple(
        LinkAnswer(
            url=f"https://other.example/{n}" if external else f"{SHOP}/l{n}",
            status=status,
            external=external,
            found_on="home",
            text=f"Linkki {n}",
            selector=f"#l{n}",
            hops=hops,
        )
        for n, status in enumerate(statuses)
    )
    return LinksSeen(links=links)


def pages(count: int = 4) -> list[Page]:
    return [page("home", id="home"), *(page("other", url=f"/s{n}", part="crawl", id=f"s{n}") for n in range(count))]


def test_whole_links_pass() -> None:
    only = result("broken-links", recording(*pages(), probed=(asked(*[200] * 20),)))

    assert (only.outcome, only.message, only.n) == (Outcome.PASSED, "whole", 25)


@pytest.mark.parametrize(("whole", "broken", "score"), [(94, 1, 70), (19, 1, 15), (10, 5, 0)])
def test_the_share_of_broken_links_decides(whole: int, broken: int, score: int) -> None:
    only = result("broken-links", recording(*pages(), probed=(asked(*[200] * whole, *[404] * broken),)))

    assert (only.score, only.message) == (score, "broken")
    assert only.offenders[0].selector == f"#l{whole}"


@pytest.mark.parametrize("status", [401, 403, 429, 999, None])
def test_what_turns_robots_away_counts_neither_way(status: int | None) -> None:
    only = result("broken-links", recording(*pages(), probed=(asked(200, status, status),)))

    assert (only.outcome, only.n, only.value["unsure"]) == (Outcome.PASSED, 6, 2)


def test_a_crawled_page_that_is_gone_points_at_its_link() -> None:
    home = page("home", '<footer><a href="/poissa">Lookbook</a></footer>', id="home")
    gone = page("error", url="/poissa", part="crawl", status=404)
    only = result("broken-links", recording(home, *pages()[1:], gone))

    assert (only.message, only.evidence[0].page, only.evidence[0].excerpt) == ("broken", "home", "Lookbook")


def test_the_page_of_the_not_found_probe_is_no_broken_link() -> None:
    asked_for = page("error", url="/cx-audit-no-such-page", part="probe", status=404)

    assert result("broken-links", recording(*pages(6), asked_for)).message == "whole"


@pytest.mark.parametrize(("status", "message"), [(404, "external"), (410, "external"), (403, "whole"), (500, "whole")])
def test_links_to_other_sites_warn_only_where_the_page_is_gone(status: int, message: str) -> None:
    only = result("broken-links", recording(*pages(6), probed=(asked(status, external=True),)))

    assert only.message == message


def test_long_chains_of_redirects_are_a_warning() -> None:
    only = result("broken-links", recording(*pages(6), probed=(asked(200, hops=3),)))

    assert (only.outcome, only.message) == (Outcome.WARNING, "chains")


@pytest.mark.parametrize(("part", "message"), [("pages", "pictures"), ("crawl", "whole")])
def test_broken_pictures_count_where_pictures_were_loaded(part: str, message: str) -> None:
    broken = PageImage(src="/m.jpg", alt="Muki", natural_width=0, width=90, height=90, visible=True, broken=True)
    shown = page("product", part=part)
    shown.visit = shown.visit.model_copy(update={"facts": shown.visit.facts.model_copy(update={"images": (broken,)})})

    assert result("broken-links", recording(*pages(), shown)).message == message


def test_too_few_addresses_are_unknown() -> None:
    assert result("broken-links", recording(page("home"))).outcome is Outcome.UNKNOWN


LOST = "<main><h1>Hups</h1><p>Sivua ei löytynyt, palaa etusivulle.</p></main>"
# The shop says "200" of an address that cannot exist.
ANSWERS_ALL = NotFoundSeen(url=f"{SHOP}/no-such-page", landed=f"{SHOP}/no-such-page", status=200, visit="lost")


def lost(body: str = LOST) -> Page:
    return page("error", body, url="/no-such-page", part="probe", title="Error", id="lost")


def test_a_missing_page_that_answers_as_if_it_were_there_is_broken_all_the_same() -> None:
    home = page("home", '<footer><a href="/syksy">Syksy</a></footer>', id="home")
    gone = page("other", LOST, url="/syksy", part="crawl", title="Error")
    only = result("broken-links", recording(home, *pages()[1:], gone, lost(), probed=(ANSWERS_ALL,)))

    assert (only.message, only.data["broken"], only.evidence[0].excerpt) == ("unsaid", 1, "Syksy")


def test_where_missing_pages_answer_an_address_that_nobody_opened_counts_neither_way() -> None:
    only = result("broken-links", recording(*pages(6), lost(), probed=(ANSWERS_ALL, asked(200, 200, 404))))

    assert (only.message, only.n, only.value["unsure"]) == ("broken", 8, 2)


def test_a_shop_that_shows_its_home_page_instead_breaks_no_other_page() -> None:
    home = page("home", LOST, title="Error", id="home")
    only = result("broken-links", recording(home, *pages(5)[1:], lost(), probed=(ANSWERS_ALL,)))

    assert only.message == "whole"
