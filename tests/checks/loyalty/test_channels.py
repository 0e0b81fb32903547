"""The checks channel-consistency and measurement-ready."""

import pytest

from auditor.model import CheckResult, Outcome
from tests.checks.recorded import Page, page, recording, result

FOOTER = """<footer><a href="tel:+358{0}">{0}</a> <a href="mailto:{1}">{1}</a><p>Havupolku 4, 33230 Tampere</p>
<p>ma–pe 9–17</p></footer>"""
CONTACT = """<main><h1>Yhteystiedot</h1><p>Puhelin: <a href="tel:+358{0}">{0}</a> ja
<a href="tel:+35892345678">09 234 5678</a></p>
<p><a href="mailto:{1}">{1}</a></p><p>Kauppa Oy, {2}</p><p>Palvelemme arkisin klo 9–17</p></main>"""
DATA = """<script type="application/ld+json">{{"@type": "Organization", "telephone": "+358{0}",
"contactPoint": {{"email": "{1}"}}, "address": {{"streetAddress": "Havupolku 4", "postalCode": "33230"}}}}</script>"""
PHONE, MAIL, STREET = "31234567", "info@kauppa.example", "Havupolku 4, 33230 Tampere"


def judged(*pages: Page) -> CheckResult:
    return result("channel-consistency", recording(*pages))


def test_the_same_everywhere() -> None:
    home = page("home", DATA.format(PHONE, MAIL) + FOOTER.format(PHONE, MAIL))
    only = judged(home, page("contact", CONTACT.format(PHONE, "myynti@kauppa.example", STREET)))

    assert (only.outcome, only.message) == (Outcome.PASSED, "same")
    assert only.value["compared"] >= 8


def test_another_phone_and_address_differ() -> None:
    home = page("home", FOOTER.format("37654321", "info@vanha.example"))
    only = judged(home, page("contact", CONTACT.format(PHONE, MAIL, "Kotikatu 1, 00100 Helsinki")))

    assert only.data["facts"] == ["phone", "e-mail", "address"]
    assert only.outcome is Outcome.FAILED


def test_a_longer_list_is_no_contradiction() -> None:
    home = page("home", FOOTER.format("92345678", MAIL))

    assert judged(home, page("contact", CONTACT.format(PHONE, MAIL, STREET))).outcome is Outcome.PASSED


def test_one_place_alone_cannot_be_compared() -> None:
    assert judged(page("home", FOOTER.format(PHONE, MAIL))).outcome is Outcome.UNKNOWN


def measured(**facts: object) -> CheckResult:
    return result("measurement-ready", recording(page("home", facts=facts)))


def test_events_of_a_purchase() -> None:
    only = measured(services=("Google Analytics",), events=("page_view", "view_item"))

    assert (only.outcome, only.value["events"]) == (Outcome.PASSED, ["view_item"])


@pytest.mark.parametrize("service", ["Google Analytics", "Google Tag Manager", "Hotjar", "Matomo"])
def test_a_tool_alone(service: str) -> None:
    only = measured(services=(service,), events=("gtm.js",))

    assert (only.message, only.score) == ("tool-only", 60)


@pytest.mark.parametrize("services", [(), ("Klarna",), ("Zendesk",)])
def test_nothing_seen_is_not_known(services: tuple[str, ...]) -> None:
    assert measured(services=services).outcome is Outcome.UNKNOWN
