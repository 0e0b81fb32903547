from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from auditor.collect.arrival.pace import Pace
from auditor.collect.closer_look import Visitor
from auditor.collect.crawling.key_pages import Addresses
from auditor.collect.page.browser import Launched
from auditor.collect.probes.consent import CONSENT
from auditor.collect.probes.probing import Probing
from auditor.collect.recorder import Notebook
from auditor.model import ConsentChoice, ConsentSeen, FirstScreenSeen, ViewportName, VisitorInfo
from auditor.settings import RecordSettings
from auditor.store import AuditFolder
from tests.collect.pages import Served
from tests.shops.kit import Response

pytestmark = pytest.mark.browser

Serving = Callable[[Mapping[str, Response | str]], Served]
WHO = VisitorInfo(locale="fi-FI", timezone="Europe/Helsinki", consent=ConsentChoice.ACCEPT)
# The banner remembers the choice; a tracker's cookie comes with the acceptance, or at once where TRACKS says so.
SCRIPT = """<script>
const chosen = (document.cookie.match(/valinta=(\\w+)/) || [])[1];
const box = document.querySelector('[data-banner]');
const put = (value) => { document.cookie = 'valinta=' + value; box.remove(); if (value === 'kaikki') track(); };
const track = () => { document.cookie = '_ga=GA1.1.1.1'; };
if (chosen) box.remove();
if (chosen === 'kaikki' || TRACKS) track();
box.addEventListener('click', (e) => e.target.dataset.put && put(e.target.dataset.put));
const more = document.querySelector('[data-more]');
if (more) more.addEventListener('click', () => { document.querySelector('[data-second]').hidden = false; });
</script>"""
STYLE = "position:fixed;left:0;right:0;bottom:0;height:30%;background:#fff;color:#000;z-index:9"


def home(banner: str, *, tracks: str = "false", lang: str = "fi", style: str = STYLE, around: str = "") -> str:
    return (
        f'<!doctype html><html lang="{lang}"><title>Kauppa</title><body><h1>Kauppa</h1><p>Villasukkia</p>{around}'
        f'<div data-banner style="{style}">{banner}</div>{SCRIPT.replace("TRACKS", tracks)}</body></html>'
    )


FINNISH = (
    "<p>Käytämme evästeitä</p><button data-put=kaikki>Hyväksy kaikki</button>"
    "<button data-put=ei>Vain välttämättömät</button>"
)


async def probed(
    launched: Launched, url: str, folder: Path, viewport: ViewportName = ViewportName.MOBILE
) -> tuple[FirstScreenSeen, ConsentSeen]:
    settings = RecordSettings(viewports=(viewport,))
    visitor = Visitor(launched, settings, WHO, url, Pace(0), lambda _url: False)
    notebook = Notebook(AuditFolder.create(folder))
    probing = Probing(visitor, notebook, Addresses(url), lambda _url: True)
    seen = [one async for one in CONSENT.look(probing)]
    (screen,) = (one for one in seen if isinstance(one, FirstScreenSeen))
    (consent,) = (one for one in seen if isinstance(one, ConsentSeen))
    return screen, consent


def names(seen: ConsentSeen, choice: ConsentChoice) -> set[str]:
    """Name the cookies of one choice, without the one that the test server itself sets."""
    return {cookie.name for one in seen.states if one.choice is choice for cookie in one.cookies} - {"sid"}


async def test_both_answers_are_given_and_what_follows_is_told(
    launched: Launched, serving: Serving, tmp_path: Path
) -> None:
    link = '<footer><a href="/evasteet">Evästeasetukset</a></footer>'
    screen, seen = await probed(launched, serving({"/": home(FINNISH, around=link)}).url + "/", tmp_path)

    assert (seen.accept_clicks, seen.reject_clicks, seen.clear, seen.way_back) == (1, 1, True, "Evästeasetukset")
    assert names(seen, ConsentChoice.NONE) == set()
    assert names(seen, ConsentChoice.REJECT) == {"valinta"}
    assert names(seen, ConsentChoice.ACCEPT) == {"valinta", "_ga"}
    assert [(one.kind, round(one.share, 1)) for one in screen.layers] == [("consent", 0.3)]


async def test_a_tracker_that_does_not_wait_is_seen_before_and_after_a_rejection(
    launched: Launched, serving: Serving, tmp_path: Path
) -> None:
    _screen, seen = await probed(launched, serving({"/": home(FINNISH, tracks="true")}).url + "/", tmp_path)

    assert "_ga" in names(seen, ConsentChoice.NONE)
    assert "_ga" in names(seen, ConsentChoice.REJECT)


async def test_a_second_layer_is_opened_and_its_ticks_are_named(
    launched: Launched, serving: Serving, tmp_path: Path
) -> None:
    banner = (
        "<p>Vi använder kakor</p><button data-put=kaikki>Acceptera alla</button>"
        "<button data-more>Inställningar</button>"
        "<div data-second hidden><label><input type=checkbox checked disabled>Nödvändiga</label>"
        "<label><input type=checkbox checked>Statistik</label><button data-put=ei>Avvisa alla</button></div>"
    )
    _screen, seen = await probed(launched, serving({"/": home(banner, lang="sv")}).url + "/", tmp_path)

    assert (seen.reject_clicks, seen.preticked) == (2, ("Statistik",))
    assert seen.reject is not None
    assert seen.reject.layer == 2
    assert names(seen, ConsentChoice.REJECT) == {"valinta"}


async def test_a_banner_in_an_unknown_language_is_answered_by_its_makers_rules(
    launched: Launched, serving: Serving, tmp_path: Path
) -> None:
    banner = (
        '<div class="cky-consent-container"><p>Nous utilisons des traceurs</p>'
        '<button data-cky-tag="accept-button" data-put=kaikki>Tout prendre</button>'
        '<button data-cky-tag="reject-button" data-put=ei>Continuer sans</button></div>'
    )
    _screen, seen = await probed(launched, serving({"/": home(banner, lang="fr")}).url + "/", tmp_path)

    states = {one.choice: one.how for one in seen.states}
    assert states[ConsentChoice.REJECT] == "rules: cookieyes"
    assert states[ConsentChoice.ACCEPT] == "rules: cookieyes"
    assert names(seen, ConsentChoice.ACCEPT) == {"valinta", "_ga"}


async def test_a_shop_that_does_not_ask_is_told_so(launched: Launched, serving: Serving, tmp_path: Path) -> None:
    plain = "<!doctype html><html lang=fi><title>Kauppa</title><body><h1>Kauppa</h1><p>Villasukkia</p></body></html>"
    screen, seen = await probed(launched, serving({"/": plain}).url + "/", tmp_path, ViewportName.DESKTOP)

    assert (seen.banner, [one.choice for one in seen.states]) == (False, [ConsentChoice.NONE])
    assert screen.layers == ()


async def test_what_lies_over_the_banner_is_no_answer_to_it(
    launched: Launched, serving: Serving, tmp_path: Path
) -> None:
    survey = (
        '<div style="position:fixed;left:0;right:0;bottom:0;height:32%;background:#eee;z-index:99">'
        'Miten päädyit meille?<button onclick="this.parentElement.remove()">×</button></div>'
    )

    _screen, seen = await probed(launched, serving({"/": home(FINNISH, around=survey)}).url + "/", tmp_path)

    told = (seen.accept.label if seen.accept else "", seen.reject.label if seen.reject else "")
    assert told == ("Hyväksy kaikki", "Vain välttämättömät")


async def test_a_banner_whose_answers_are_not_understood_is_not_said_to_be_missing(
    launched: Launched, serving: Serving, tmp_path: Path
) -> None:
    banner = "<p>Käytämme evästeitä</p><button data-put=kaikki>Jes</button><button data-put=ei>Höh</button>"
    screen, seen = await probed(launched, serving({"/": home(banner)}).url + "/", tmp_path)

    assert [one.kind for one in screen.layers] == ["consent"]
    assert (seen.banner, seen.accept, seen.reject) == (None, None, None)


async def test_a_short_answer_after_a_sentence_about_cookies_is_a_banner_in_the_pages_flow(
    launched: Launched, serving: Serving, tmp_path: Path
) -> None:
    banner = "<p>Jotta tämä sivusto toimisi kokonaan, se tarvitsee evästeitä.</p><button data-put=kaikki>Salli</button>"
    _screen, seen = await probed(launched, serving({"/": home(banner, style="")}).url + "/", tmp_path)

    assert (seen.banner, seen.accept.label if seen.accept else "", seen.reject) == (True, "Salli", None)
