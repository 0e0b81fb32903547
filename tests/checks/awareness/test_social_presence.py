"""social-presence: the shop's own profiles, and links that a theme left behind."""

import pytest

from auditor.model import CheckResult, LinkAnswer, LinksSeen, Outcome
from tests.checks.recorded import page, recording, result


def judged(*links: str, answers: dict[str, int] | None = None, lang: str = "fi") -> CheckResult:
    foot = "".join(f'<a href="{link}">{link}</a>' for link in links)
    told = tuple(LinkAnswer(url=url, status=status, external=True) for url, status in (answers or {}).items())
    made = recording(page("home", f"<footer>{foot}</footer>", lang=lang), probed=(LinksSeen(links=told),))
    return result("social-presence", made)


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_profiles_pass(lang: str) -> None:
    only = judged("https://www.instagram.com/kauppa", "https://www.facebook.com/kauppa", lang=lang)

    assert (only.outcome, only.score, only.data["networks"]) == (Outcome.PASSED, 100, ["Instagram", "Facebook"])


@pytest.mark.parametrize(
    ("links", "score", "message"),
    [
        ((), 50, "none"),
        (("https://www.tiktok.com/@kauppa",), 70, "one"),
        (("https://www.facebook.com/shopify", "https://www.instagram.com/", "https://twitter.com/#"), 0, "placeholder"),
        (("https://www.facebook.com/kauppa", "https://www.instagram.com/"), 50, "placeholder"),
    ],
)
def test_placeholders_cost_points_and_none_only_warns(links: tuple[str, ...], score: int, message: str) -> None:
    only = judged(*links)

    assert (only.score, only.message) == (score, message)


@pytest.mark.parametrize(
    "link",
    [
        "https://www.facebook.com/sharer/sharer.php?u=https://kauppa.example",
        "https://twitter.com/intent/tweet?text=x",
        "https://pinterest.com/pin/create/button/",
        "https://www.instagram.com/p/Cxyz/",
        "https://www.youtube.com/watch?v=abc",
        "https://wa.me/358401234567",
    ],
)
def test_buttons_that_share_or_show_a_post_are_no_profiles(link: str) -> None:
    assert judged(link).message == "none"


@pytest.mark.parametrize(
    ("link", "network"),
    [
        ("https://www.linkedin.com/company/kauppa-oy/", "LinkedIn"),
        ("https://www.youtube.com/@kauppa", "YouTube"),
        ("https://www.facebook.com/profile.php?id=100012", "Facebook"),
        ("https://www.facebook.com/pages/Kauppa/1234567", "Facebook"),
        ("https://fi.pinterest.com/kauppa/", "Pinterest"),
    ],
)
def test_all_shapes_of_profiles_are_read(link: str, network: str) -> None:
    assert judged(link).data["networks"] == [network]


@pytest.mark.parametrize(("status", "message"), [(404, "dead"), (403, "one"), (429, "one"), (999, "one")])
def test_only_a_profile_that_is_gone_is_dead(status: int, message: str) -> None:
    link = "https://www.instagram.com/kauppa"

    assert judged(link, answers={link: status}).message == message


def test_somebody_mentioned_in_a_text_is_not_the_shop() -> None:
    body = '<main><p>Kuva: <a href="https://www.instagram.com/kuvaaja">Maija Kuvaaja</a></p></main>'

    assert result("social-presence", recording(page("home", body))).message == "none"


def test_a_shop_that_was_not_read_is_unknown() -> None:
    assert result("social-presence", recording(page("product"))).outcome == Outcome.UNKNOWN
