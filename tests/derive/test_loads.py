"""A filmed load shows, but does not count; what was fetched comes from the load that was looked at."""

from __future__ import annotations

from typing import Any

from auditor.derive.loads import measured
from auditor.model import Fetched, FilmFrame, Load, PageKind, ViewportName


def load(lcp_ms: float, **more: Any) -> Load:
    made: dict[str, Any] = {
        "page": PageKind.HOME,
        "url": "https://shop.example/",
        "viewport": ViewportName.MOBILE,
        "consent": "before",
        "network": "fast",
        "cpu": 4,
        "sample": 1,
        "lcp_ms": lcp_ms,
        **more,
    }
    return Load(**made)


def test_a_filmed_load_gives_its_film_and_no_figures() -> None:
    frames = (FilmFrame(at_ms=500, screenshot="film-1"),)

    (found,) = measured([load(1000.0), load(9000.0, film=frames)])

    assert (found.median.lcp_ms, len(found.samples), found.film) == (1000.0, 1, frames)
    assert found.filmed is not None
    assert found.filmed.lcp_ms == 9000.0


def test_requests_and_picture_come_with_the_figures_of_their_load() -> None:
    fetched = (Fetched(name="shop.example/", start_ms=0),)

    (found,) = measured([load(1200.0, fetched=fetched, screenshot="load-home"), load(1000.0), load(1100.0)])

    assert (found.median.lcp_ms, found.fetched, found.screenshot) == (1100.0, fetched, "load-home")
    assert found.looked_at is not None
    assert found.looked_at.lcp_ms == 1200.0
