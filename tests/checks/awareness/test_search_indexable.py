"""search-indexable: what keeps key pages out of search, where canonical addresses lead, and the map of the site."""

from typing import Any

import pytest

from auditor.model import AddressAnswer, CheckResult, Confidence, KeyPageAnswer, Outcome, PageKind, SearchEyesSeen
from tests.checks.recorded import SHOP, Page, page, recording, result

NOINDEX = '<meta name="robots" content="noindex, follow">'


def eyes(*entries: int, **more: Any) -> SearchEyesSeen:
    answers = tuple(AddressAnswer(url=f"{SHOP}/{number}", status=status) for number, status in enumerate(entries))
    known: dict[str, Any] = {"robots": True, "sitemap": f"{SHOP}/sitemap.xml", "entries": answers, **more}
    return SearchEyesSeen(**known)


def judged(*pages: Page, seen: SearchEyesSeen | None = None) -> CheckResult:
    shop = pages or (page("home", "<p>Kauppa</p>"), page("product", "<p>Sukka</p>"))
    return result("search-indexable", recording(*shop, probed=(seen,) if seen else ()))


def test_a_shop_that_may_be_listed_passes() -> None:
    only = judged(seen=eyes(200, 200, 301))

    assert (only.outcome, only.score, only.message) == (Outcome.PASSED, 100, "open")


@pytest.mark.parametrize(("kind", "lang"), [("home", "fi"), ("category", "en"), ("product", "sv")])
def test_a_key_page_that_may_not_be_listed_fails_wholly(kind: str, lang: str) -> None:
    only = judged(page("home", "<p>x</p>"), page(kind, "<p>x</p>", head=NOINDEX, url=f"/{kind}1", lang=lang))

    assert (only.outcome, only.score, only.message, only.data["kinds"]) == (
        Outcome.FAILED,
        0,
        "noindex",
        [f"{kind} page"],
    )


def test_cart_search_account_and_filtered_lists_may_stay_out() -> None:
    pages = [page(kind, "<p>x</p>", head=NOINDEX) for kind in ("cart", "search", "login", "checkout")]
    filtered = page("category", "<p>x</p>", head=NOINDEX, url="/category?vari=sininen", part="crawl")

    assert judged(page("home", "<p>x</p>"), *pages, filtered, seen=eyes(200)).outcome == Outcome.PASSED


def test_a_search_that_shows_all_goods_may_stay_out() -> None:
    shown = page("category", "<p>x</p>", head=NOINDEX, url="/search?page=1")
    answer = KeyPageAnswer(
        url=f"{SHOP}/search", status=200, kind=PageKind.CATEGORY, robots_tag="noindex", google_allowed=False
    )

    assert judged(page("home", "<p>x</p>"), shown, seen=eyes(200, pages=(answer,))).outcome == Outcome.PASSED


def test_a_variant_that_names_its_main_page_may_stay_out() -> None:
    head = f'{NOINDEX}<link rel="canonical" href="{SHOP}/product">'

    assert judged(page("home", "<p>x</p>"), page("product", "<p>x</p>", head=head, url="/product-40")).score == 100


@pytest.mark.parametrize(
    ("tag", "outcome"),
    [
        ("noindex", Outcome.FAILED),
        ("googlebot: noindex, nofollow", Outcome.FAILED),
        ("bingbot: noindex", Outcome.PASSED),
        ("max-snippet: 20, index", Outcome.PASSED),
        ("", Outcome.PASSED),
    ],
)
def test_headers_are_read_as_google_reads_them(tag: str, outcome: Outcome) -> None:
    answer = KeyPageAnswer(url=f"{SHOP}/", status=200, kind=PageKind.HOME, robots_tag=tag, google_allowed=True)

    assert judged(seen=eyes(200, pages=(answer,))).outcome == outcome


def test_a_page_that_robots_txt_keeps_from_google_fails() -> None:
    answer = KeyPageAnswer(url=f"{SHOP}/product", status=200, kind=PageKind.PRODUCT, google_allowed=False)

    assert judged(seen=eyes(200, pages=(answer,))).message == "blocked"


@pytest.mark.parametrize(
    ("canonical", "score"),
    [
        (f"{SHOP}/product", 100),
        ("https://www.kauppa.example/product", 100),
        ("/product", 100),
        (f"{SHOP}/tuote/sukka", 100),
        ("https://toinen.example/product", 85),
        (f"{SHOP}/", 85),
    ],
)
def test_a_canonical_address_that_leads_astray_costs_points(canonical: str, score: int) -> None:
    pages = (page("home", "<p>x</p>"), page("product", "<p>x</p>", head=f'<link rel="canonical" href="{canonical}">'))

    assert judged(*pages, seen=eyes(200)).score == score


def test_without_a_map_points_go() -> None:
    assert (judged(seen=eyes(sitemap=None)).score, judged(seen=eyes(sitemap=None)).message) == (85, "no-map")


def test_a_map_that_could_not_be_asked_for_costs_nothing() -> None:
    assert judged(seen=eyes(sitemap=None, sitemap_problem="it answered 503")).score == 100


def test_dead_entries_cost_a_point_each() -> None:
    only = judged(seen=eyes(200, 404, 410, 500, 403))

    assert (only.score, only.data["dead"], only.message) == (97, 3, "dead-entries")


def test_without_the_probe_it_is_less_sure() -> None:
    only = judged()

    assert (only.outcome, only.confidence, only.message) == (Outcome.PASSED, Confidence.MEDIUM, "open-pages")


def test_without_bodies_it_is_unknown() -> None:
    assert judged(Page(page("home").visit, "")).outcome == Outcome.UNKNOWN
