"""market-access: where visitors of other languages are led, and whether they can come back."""

from typing import Any

import pytest

from auditor.model import CheckResult, MarketAnswer, MarketSeen, Outcome, PageFacts
from tests.checks.recorded import SHOP, page, recording, result

HOME = f"{SHOP}/"
AWAY = "https://laden.example/"


def answer(language: str, landed: str = HOME, **more: Any) -> MarketAnswer:
    known = {"status": 200, "html_lang": "fi", "elsewhere": not landed.startswith(SHOP), **more}
    return MarketAnswer(url=HOME, language=language, landed=landed, **known)


def shown(body: str) -> PageFacts:
    return page("other", body, lang="de").visit.facts


def judged(*answers: MarketAnswer, problem: str = "") -> CheckResult:
    probed = (MarketSeen(url=HOME, answers=answers, problem=problem),)
    return result("market-access", recording(page("home"), probed=probed))


def led_away(body: str, **more: Any) -> CheckResult:
    german = answer("de", AWAY, **{"confirmed": True, "facts": shown(body), "screenshot": "weg.webp", **more})
    return judged(answer("fi"), answer("sv"), german, answer("en"))


def test_a_start_page_for_all_passes_and_says_what_was_varied() -> None:
    only = judged(*(answer(language) for language in ("fi", "sv", "de", "en")))

    assert (only.outcome, only.message, only.n) == (Outcome.PASSED, "same", 4)
    assert "not the visitor's country" in only.text_en


@pytest.mark.parametrize(
    ("landed", "lang"),
    [
        pytest.param(f"{SHOP}/sv/", "sv", id="a folder"),
        pytest.param(f"{SHOP}/hem", "sv", id="the page's own language"),
        pytest.param(f"{SHOP}/?lang=sv", "fi", id="a parameter"),
        pytest.param(f"{SHOP}/en-GB/", "", id="no declared language"),
    ],
)
def test_another_language_of_the_same_shop_is_no_fault(landed: str, lang: str) -> None:
    only = judged(answer("fi"), answer("sv", landed, html_lang=lang, confirmed=True, stays=False))

    assert (only.outcome, only.message, only.data["languages"]) == (Outcome.PASSED, "own-language", ["Swedish"])


def test_a_session_in_the_address_is_no_other_page() -> None:
    assert judged(answer("fi"), answer("sv", f"{SHOP}/;jsessionid=4F2A")).message == "same"


def test_another_site_without_a_way_back_fails() -> None:
    only = led_away('<a href="https://laden.example/">Laden</a><a href="https://laden.example/impressum">Impressum</a>')

    assert (only.outcome, only.score, only.message) == (Outcome.FAILED, 20, "no-way-back")
    assert (only.data["languages"], only.data["place"]) == (["German"], AWAY)
    assert (only.evidence[0].excerpt, only.evidence[0].screenshot) == (f"200 {AWAY}", "weg.webp")


@pytest.mark.parametrize(
    ("body", "way"),
    [
        (f'<a href="{SHOP}/?stay=1">Zur finnischen Seite</a>', "Zur finnischen Seite"),
        ('<a href="https://laden.example/fi">Suomi (EUR)</a>', "Suomi (EUR)"),
        ('<a href="https://laden.example/en">English</a>', "English"),
        ("<button>Choose your country</button>", "Choose your country"),
        ('<select aria-label="Land" name="x"><option>Bayern<option>Finnland</select>', "Land"),
    ],
    ids=["a link to the shop", "a country", "a language", "a button", "a select"],
)
def test_a_way_back_makes_it_a_warning(body: str, way: str) -> None:
    only = led_away(body)

    assert (only.outcome, only.score, only.message, only.data["ways"]) == (Outcome.WARNING, 60, "led-away", [way])


@pytest.mark.parametrize(("stays", "message"), [(True, "led-away"), (False, "no-way-back"), (None, "no-way-back")])
def test_a_link_that_only_leads_away_again_is_no_way_back(stays: bool | None, message: str) -> None:
    assert led_away(f'<a href="{HOME}">Zurück</a>', stays=stays).message == message


def test_a_hidden_link_is_no_way_back() -> None:
    assert led_away(f'<div hidden><a href="{SHOP}/fi">Suomi</a></div>').message == "no-way-back"


def test_a_dead_end_of_the_same_site_fails() -> None:
    told = '<p>Palvelemme vain Suomessa</p><a href="/">Etusivu</a><a href="/kauppa">Kaikki tuotteet</a>'
    stuck = answer("de", f"{SHOP}/vain-suomessa", confirmed=True, stays=False, facts=shown(told))

    assert judged(answer("fi"), stuck).message == "no-way-back"


def test_a_notice_that_comes_once_is_no_fault() -> None:
    once = answer("de", f"{SHOP}/tervetuloa", confirmed=True, stays=True, facts=shown("<a href='/'>Etusivu</a>"))

    assert judged(answer("fi"), once).outcome is Outcome.PASSED


def test_a_language_that_is_turned_away_fails() -> None:
    only = judged(answer("fi"), answer("sv"), answer("de", status=451, confirmed=True))

    assert (only.outcome, only.score, only.message, only.data["status"]) == (Outcome.FAILED, 0, "blocked", 451)


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param((answer("fi"), answer("de", status=403, confirmed=False)), id="let in as a browser"),
        pytest.param((answer("fi"), answer("de", AWAY)), id="not looked at by a browser"),
        pytest.param((answer("fi"), answer("de", AWAY, confirmed=False)), id="led elsewhere only once"),
    ],
)
def test_what_a_browser_did_not_meet_is_unknown(answers: tuple[MarketAnswer, ...]) -> None:
    assert (judged(*answers).outcome, judged(*answers).message) == (Outcome.UNKNOWN, "unsure")


@pytest.mark.parametrize("status", [403, 429, 503, None])
def test_a_shop_that_lets_no_program_in_is_unknown(status: int | None) -> None:
    only = judged(*(answer(language, status=status) for language in ("fi", "sv", "de", "en")))

    assert (only.outcome, only.message) == (Outcome.UNKNOWN, "refused")


def test_one_language_alone_tells_nothing() -> None:
    assert judged(answer("fi"), answer("sv", status=503)).message == "refused"


def test_without_the_probe_it_is_unknown() -> None:
    assert judged(problem="robots.txt keeps crawlers out of the home page.").message == "not-asked"
    assert result("market-access", recording(page("home"))).message == "not-asked"
