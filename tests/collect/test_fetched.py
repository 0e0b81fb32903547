"""What a load fetched is told request by request, and summed by type, without what stands in parameters."""

from __future__ import annotations

from typing import Any

from auditor.collect.timing.fetched import FetchLog
from auditor.collect.timing.keeping import slowest
from auditor.model import Fetched, Load, PageKind, ViewportName, WeightOf

HOME = "https://shop.example/"


def sent(url: str, at: float, kind: str = "Document", **more: Any) -> dict[str, Any]:
    return {"request": {"url": url}, "timestamp": at, "type": kind, **more}


def log() -> FetchLog:
    kept = FetchLog()
    kept.started("1", sent("https://shop.example/?token=abc", 100.0))
    kept.answered("1", {"timestamp": 100.2, "type": "Document"})
    kept.ended("1", {"timestamp": 100.25, "encodedDataLength": 5000}, failed=False)
    kept.started("2", sent("https://cdn.other.example/a.js", 100.3, "Script"))
    kept.received("2", 700)
    return kept


def test_requests_are_told_from_the_start_of_the_first_one() -> None:
    assert log().listed(HOME) == (
        Fetched(name="shop.example/", type="document", start_ms=0, first_ms=200, end_ms=250, size_bytes=5000),
        Fetched(name="cdn.other.example/a.js", type="script", start_ms=300, size_bytes=700, third_party=True),
    )


def test_weights_are_summed_by_type_and_owner() -> None:
    assert log().weights(HOME) == (
        WeightOf(type="document", requests=1, weight_bytes=5000),
        WeightOf(type="script", requests=1, weight_bytes=700, third_party_requests=1, third_party_bytes=700),
    )


def test_a_redirect_is_a_request_of_its_own() -> None:
    kept = FetchLog()
    kept.started("1", sent("http://shop.example/", 5.0))
    kept.started("1", sent(HOME, 5.4, redirectResponse={"encodedDataLength": 300}))
    kept.ended("1", {"timestamp": 6.0}, failed=True)

    assert [(one.start_ms, one.end_ms, one.size_bytes, one.failed) for one in kept.listed(HOME)] == [
        (0, 400, 300, False),
        (400, 1000, 0, True),
    ]


def test_what_blocks_is_the_browsers_word_but_of_scripts_those_of_the_head() -> None:
    kept = FetchLog()
    kept.started("1", sent(HOME, 1.0, frameId="A"))
    for number, (name, kind, behavior, frame) in enumerate(
        (
            ("a.css", "Stylesheet", "Blocking", "A"),
            ("late.css", "Stylesheet", "InBodyParserBlocking", "A"),
            ("framed.css", "Stylesheet", "Blocking", "B"),
            ("head.js", "Script", "Blocking", "A"),
            ("written.js", "Script", "Blocking", "A"),
        )
    ):
        kept.started(f"n{number}", sent(HOME + name, 1.1, kind, frameId=frame, renderBlockingBehavior=behavior))

    listed = kept.listed(HOME, {HOME + "head.js"})

    assert [one.blocking for one in listed] == [None, True, False, False, True, False]


def test_no_more_than_150_requests_are_kept_with_short_names() -> None:
    kept = FetchLog()
    for number in range(200):
        kept.started(str(number), sent(f"https://shop.example/{'x' * 5000}", float(number), "Image"))

    listed = kept.listed(HOME)

    assert len(listed) == 150
    assert max(len(one.name) for one in listed) <= 110
    assert kept.weights(HOME)[0].requests == 200


def test_the_slowest_page_is_that_of_the_largest_median() -> None:
    def load(page: PageKind, viewport: ViewportName, lcp_ms: float) -> Load:
        return Load(
            page=page, url=HOME, viewport=viewport, consent="before", network="", cpu=1, sample=1, lcp_ms=lcp_ms
        )

    home, product = PageKind.HOME, PageKind.PRODUCT
    loads = [
        load(home, ViewportName.DESKTOP, 900),
        load(home, ViewportName.DESKTOP, 9000),
        load(home, ViewportName.DESKTOP, 900),
        load(product, ViewportName.MOBILE, 2000),
    ]

    assert slowest(loads) == (product, HOME, ViewportName.MOBILE)
