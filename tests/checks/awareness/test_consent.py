"""The checks that read what the probe of consent saw: trackers before a choice, and how cookies are rejected."""

from typing import Any

import pytest

from auditor.model import (
    Box,
    CheckResult,
    Confidence,
    ConsentButton,
    ConsentChoice,
    ConsentSeen,
    ConsentState,
    CookieSeen,
    Outcome,
    RequestSeen,
)
from tests.checks.recorded import SHOP, page, recording, result

BEFORE, TRACKING = ConsentChoice.NONE, "consent-before-tracking"
NEEDED = ("PHPSESSID", "cart", "csrftoken", "CookieConsent", "AWSALB", "kk_suostumus")


def state(choice: ConsentChoice = BEFORE, *names: str, **more: Any) -> ConsentState:
    cookies = tuple(CookieSeen(name=name, domain="kauppa.example") for name in names)
    return ConsentState(choice=choice, seconds=6, cookies=cookies, **more)


def request(host: str, path: str, category: str = "analytics", kind: str = "ping", **more: Any) -> RequestSeen:
    return RequestSeen(host=host, path=path, kind=kind, category=category, **more)


def button(label: str, **more: Any) -> ConsentButton:
    known = {"box": Box(x=0, y=0, width=200, height=48), "contrast": 12.0, "filled": True, **more}
    return ConsentButton(label=label, selector=f"#{label.split()[0].lower()}", **known)


def banner(*states: ConsentState, **more: Any) -> ConsentSeen:
    known: dict[str, Any] = {
        "banner": True,
        "clear": True,
        "selector": "#evasteet",
        "text": "Käytämme evästeitä",
        "accept": button("Hyväksy kaikki"),
        "reject": button("Hylkää kaikki"),
        "accept_clicks": 1,
        "reject_clicks": 1,
        "way_back": "Evästeasetukset",
        **more,
    }
    return ConsentSeen(url=SHOP, states=states or (state(),), **known)


def told(name: str, seen: ConsentSeen | None, **site: Any) -> CheckResult:
    made = recording(page("home"), probed=(seen,) if seen else (), **site)
    return result(name, made)


def test_what_a_shop_needs_to_work_is_no_tracker() -> None:
    seen = banner(state(BEFORE, *NEEDED), state(ConsentChoice.REJECT, *NEEDED))

    only = told(TRACKING, seen)

    assert (only.outcome, only.message, only.confidence) == (Outcome.PASSED, "clean", Confidence.HIGH)


@pytest.mark.parametrize(
    ("names", "score"),
    [(("_ga", "_ga_ABC123"), 40), (("_ga", "_fbp"), 20), (("_ga", "_fbp", "_hjSession_1"), 0)],
)
def test_cookies_of_trackers_before_a_choice_fail(names: tuple[str, ...], score: int) -> None:
    only = told(TRACKING, banner(state(BEFORE, *names)))

    assert (only.outcome, only.score, only.message) == (Outcome.FAILED, score, "stored")
    assert list(names) == only.data["names"]


def test_cookies_that_come_after_a_rejection_fail_wholly() -> None:
    only = told(TRACKING, banner(state(), state(ConsentChoice.REJECT, "_ga")))

    assert (only.score, only.message, only.data["services"]) == (0, "after-reject", ["Google Analytics"])


def test_a_google_tag_without_consent_only_warns() -> None:
    hit = request("region1.google-analytics.com", "/g/collect", service="Google Analytics", google_consent="G100")

    only = told(TRACKING, banner(state(requests=(hit,)), state(ConsentChoice.REJECT, requests=(hit,))))

    assert (only.outcome, only.score, only.message) == (Outcome.WARNING, 70, "called")


def test_a_container_alone_only_warns() -> None:
    tag = request("www.googletagmanager.com", "/gtm.js", "tag-manager", "script", service="Google Tag Manager")

    only = told(TRACKING, banner(state(requests=(tag,))))

    assert (only.outcome, only.score, only.message) == (Outcome.WARNING, 80, "tags")


def test_a_cookie_on_a_trackers_own_host_is_the_trackers() -> None:
    hit = request("ads.tracker.example", "/pixel", "ad", "image", service="Tracker Ads")
    cookie = CookieSeen(name="x9", domain=".tracker.example", third_party=True)
    seen = banner(ConsentState(choice=BEFORE, cookies=(cookie,), requests=(hit,)))

    assert told(TRACKING, seen).data["services"] == ["Tracker Ads"]


@pytest.mark.parametrize(
    ("host", "path", "category"),
    [("consent.cookiebot.com", "/uc.js", "utility"), ("js.stripe.com", "/v3", "payment"), ("cdn.example", "/a", "cdn")],
)
def test_other_services_are_no_trackers(host: str, path: str, category: str) -> None:
    assert told(TRACKING, banner(state(requests=(request(host, path, category),)))).outcome == Outcome.PASSED


def test_without_a_banner_the_finding_is_less_sure() -> None:
    only = told(TRACKING, banner(state(BEFORE, "_ga"), banner=False))

    assert (only.outcome, only.confidence) == (Outcome.FAILED, Confidence.MEDIUM)


def test_a_country_without_the_rule_is_left_alone() -> None:
    for name in (TRACKING, "consent-reject-parity"):
        assert told(name, banner(state(BEFORE, "_ga")), country="US").outcome == Outcome.NOT_APPLICABLE


def test_without_the_probe_both_are_unknown() -> None:
    for name in (TRACKING, "consent-reject-parity"):
        assert told(name, None).outcome == Outcome.UNKNOWN


PARITY = "consent-reject-parity"


@pytest.mark.parametrize(
    ("accept", "reject"),
    [
        ("Hyväksy kaikki", "Vain välttämättömät"),
        ("Accept all", "Reject all"),
        ("Acceptera alla", "Avvisa alla"),
    ],
)
def test_an_equal_button_passes(accept: str, reject: str) -> None:
    only = told(PARITY, banner(accept=button(accept), reject=button(reject)))

    assert (only.outcome, only.score, only.data["reject"]) == (Outcome.PASSED, 100, reject)


@pytest.mark.parametrize(
    "look",
    [
        {"box": Box(x=0, y=0, width=90, height=30)},
        {"contrast": 2.1},
        {"filled": False},
    ],
)
def test_a_weaker_rejection_warns(look: dict[str, Any]) -> None:
    only = told(PARITY, banner(reject=button("Hylkää", **look)))

    assert (only.outcome, only.message, only.offenders[0].text) == (Outcome.WARNING, "weaker", "Hylkää")


def test_a_larger_rejection_is_not_weaker() -> None:
    wide = button("Vain välttämättömät", box=Box(x=0, y=0, width=330, height=48))

    assert told(PARITY, banner(reject=wide)).outcome == Outcome.PASSED


def test_a_shorter_word_is_not_weaker() -> None:
    accept = button("Accept Cookies", box=Box(x=0, y=0, width=164, height=37))
    short = button("Decline", box=Box(x=0, y=0, width=112, height=37))

    assert told(PARITY, banner(accept=accept, reject=short)).outcome == Outcome.PASSED


def test_a_second_layer_with_ticks_fails() -> None:
    second = banner(
        reject=button("Hylkää", layer=2), settings=button("Asetukset"), reject_clicks=2, preticked=("Tilastot",)
    )

    only = told(PARITY, second)

    assert (only.outcome, only.message, only.score) == (Outcome.FAILED, "second-layer", 0)
    assert (only.data["clicks"], only.data["settings"]) == (2, "Asetukset")


def test_no_rejection_at_all_fails_where_the_banner_was_understood() -> None:
    tracked = state(ConsentChoice.ACCEPT, "_ga")

    assert told(PARITY, banner(state(), tracked, reject=None, reject_clicks=None)).message == "none"
    assert told(PARITY, banner(reject=None, clear=False)).outcome == Outcome.UNKNOWN


def test_a_notice_of_a_shop_that_tracks_nothing_needs_no_rejection() -> None:
    notice = banner(state(BEFORE, "cart"), state(ConsentChoice.ACCEPT, "cart", "ok"), reject=None)

    assert told(PARITY, notice).message == "notice"


def test_a_shop_without_a_banner_is_not_applicable() -> None:
    assert told(PARITY, banner(banner=False)).outcome == Outcome.NOT_APPLICABLE


def test_no_way_to_choose_again_costs_points() -> None:
    only = told(PARITY, banner(state(), state(ConsentChoice.ACCEPT), way_back=None))

    assert (only.outcome, only.score, only.message) == (Outcome.WARNING, 85, "no-way-back")
