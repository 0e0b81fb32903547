"""first-screen-clear: layers over the first screen, how much they cover, and what the banner costs in loading."""

from typing import Any

import pytest

from auditor.model import CheckResult, ConsentSeen, FirstScreenSeen, LayerSeen, LcpElement, Load, Outcome
from tests.checks.recorded import MOBILE, SHOP, load, page, recording, result


def layer(kind: str, share: float = 0.2, **more: Any) -> LayerSeen:
    return LayerSeen(kind=kind, selector=f"#{kind}", text=f"{kind} ×", share=share, **more)


def judged(*layers: LayerSeen, loads: tuple[Load, ...] = (), probed: tuple[ConsentSeen, ...] = ()) -> CheckResult:
    covered = min(1.0, sum(one.share for one in layers))
    seen = FirstScreenSeen(viewport=MOBILE, url=SHOP, seconds=6, covered=covered, layers=layers)
    return result("first-screen-clear", recording(page("home"), probed=(seen, *probed), loads=loads))


@pytest.mark.parametrize(
    ("layers", "score", "message"),
    [
        ((), 100, "clear"),
        ((layer("consent", 0.3),), 100, "banner"),
        ((layer("consent", 0.5),), 70, "large-banner"),
        ((layer("consent", 0.9),), 50, "large-banner"),
        ((layer("newsletter", 0.6),), 75, "layers"),
        ((layer("consent"), layer("newsletter"), layer("app"), layer("survey")), 25, "layers"),
        ((layer("other", 0.8, closable=False),), 0, "stuck"),
        ((layer("age", 1.0),), 100, "clear"),
    ],
)
def test_each_layer_costs_points(layers: tuple[LayerSeen, ...], score: int, message: str) -> None:
    only = judged(*layers)

    assert (only.score, only.message) == (score, message)


def test_a_banner_that_is_the_largest_paint_is_named() -> None:
    banner = ConsentSeen(url=SHOP, banner=True, selector="#evasteet", text="Käytämme evästeitä kaupan kehittämiseen")
    painted = load("home", consent="before", lcp_element=LcpElement(selector="#evasteet > p", text="Käytämme"))

    only = judged(layer("consent"), loads=(painted,), probed=(banner,))

    assert (only.outcome, only.message, only.value["banner_is_largest_paint"]) == (
        Outcome.PASSED,
        "banner-slow",
        ["home"],
    )


def test_a_banner_that_moves_the_page_is_named() -> None:
    banner = ConsentSeen(url=SHOP, banner=True, selector="#evasteet")
    loads = (load("home", consent="before", cls=0.3), load("home", consent="accepted", cls=0.01))

    assert judged(layer("consent"), loads=loads, probed=(banner,)).value["banner_shift"] == 0.29


def test_a_page_that_was_not_watched_is_unknown() -> None:
    assert result("first-screen-clear", recording(page("home"))).outcome == Outcome.UNKNOWN
