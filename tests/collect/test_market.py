"""Where the home page leads visitors of several languages, asked politely and confirmed by a browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor.collect.arrival.pace import Pace
from auditor.collect.closer_look import Visitor
from auditor.collect.crawling.key_pages import Addresses
from auditor.collect.page.browser import Launched
from auditor.collect.probes.market import MARKET, start_address
from auditor.collect.probes.probing import Probing
from auditor.collect.recorder import Notebook
from auditor.demo_shop import serve as serve_demo
from auditor.model import ConsentChoice, MarketAnswer, MarketSeen, VisitorInfo
from auditor.settings import RecordSettings
from auditor.store import AuditFolder
from tests.shops.kit import Request, Response, Shop, html, redirect, serve

WHO = VisitorInfo(locale="fi-FI", timezone="Europe/Helsinki", consent=ConsentChoice.ACCEPT)
PAGE = '<html lang="{lang}"><body><h1>Kauppa</h1>{more}</body></html>'


async def probed(
    launched: Launched, home: str, folder: Path, led_from: tuple[str, ...] = (), allowed: bool = True
) -> MarketSeen:
    visitor = Visitor(launched, RecordSettings(), WHO, home, Pace(0), lambda _url: False, led_from)
    notebook = Notebook(AuditFolder.create(folder))
    probing = Probing(visitor, notebook, Addresses(home), lambda _url: allowed)
    (seen,) = [one async for one in MARKET.look(probing)]
    assert isinstance(seen, MarketSeen)
    return seen


def told(seen: MarketSeen, url: str) -> dict[str, str]:
    return {one.language: one.landed.removeprefix(url) for one in seen.answers}


def of(seen: MarketSeen, language: str) -> MarketAnswer:
    return next(one for one in seen.answers if one.language == language)


@dataclass
class ByLanguage(Shop):
    """Redirects from / by language: after a test of cookies to a translated home, and Germans to a page apart."""

    asked: int = 0

    def handle(self, request: Request) -> Response:
        language = request.headers.get("accept-language", "")[:2]
        self.asked += 1
        if request.path == "/":
            if language == "de":
                return redirect("/raus")
            if "probe" in request.session:
                return redirect("/sv/" if language == "sv" else "/fi/")
            request.session["probe"] = "1"
            return redirect("/?cookies=1" if "cookies" not in request.query else "/kein-cookie")
        if request.path == "/fi/" and language == "en":
            return html("no", status=451)
        return html(PAGE.format(lang="sv" if request.path == "/sv/" else "fi", more="<a href='/'>Etusivu</a>"))


@pytest.mark.browser
async def test_redirects_by_language(launched: Launched, tmp_path: Path) -> None:
    with serve(ByLanguage()) as url:
        seen = await probed(launched, f"{url}/fi/", tmp_path, (f"{url}/",))

    assert told(seen, url) == {"fi": "/fi/", "sv": "/sv/", "de": "/raus", "en": "/fi/"}
    assert (of(seen, "sv").confirmed, of(seen, "sv").html_lang) == (None, "sv")
    german, english = of(seen, "de"), of(seen, "en")
    assert (german.confirmed, german.stays, german.elsewhere) == (True, False, False)
    assert german.facts
    assert [link.text for link in german.facts.links] == ["Etusivu"]
    assert (english.status, english.confirmed) == (451, True)


@pytest.mark.browser
async def test_a_program_that_is_turned_away_where_a_browser_is_not(launched: Launched, tmp_path: Path) -> None:
    class Suspicious(Shop):
        def handle(self, request: Request) -> Response:
            program = "sec-fetch-mode" not in request.headers
            refused = program and request.headers.get("accept-language", "").startswith("de")
            return html(PAGE.format(lang="fi", more=""), status=403 if refused else 200)

    with serve(Suspicious()) as url:
        seen = await probed(launched, f"{url}/", tmp_path)

    assert (of(seen, "de").status, of(seen, "de").confirmed) == (200, False)


@pytest.mark.browser
async def test_the_demo_shop_asks_four_times_and_is_alike(launched: Launched, tmp_path: Path) -> None:
    with serve_demo() as shop:
        seen = await probed(launched, shop.url.rstrip("/") + "/", tmp_path)

    assert {(one.language, one.status, one.confirmed) for one in seen.answers} == {
        (language, 200, None) for language in ("fi", "sv", "de", "en")
    }


@pytest.mark.browser
async def test_nothing_is_asked_where_robots_are_kept_out(launched: Launched, tmp_path: Path) -> None:
    shop = ByLanguage()

    with serve(shop) as url:
        seen = await probed(launched, f"{url}/", tmp_path, allowed=False)

    assert (seen.answers, shop.asked, bool(seen.problem)) == ((), 0, True)


@pytest.mark.parametrize(
    ("home", "led_from", "start"),
    [
        ("https://a.example/", (), "https://a.example/"),
        ("https://www.a.example/", ("http://a.example/", "https://a.example/"), "https://www.a.example/"),
        ("https://a.example/fi/", ("http://a.example/", "https://a.example/"), "https://a.example/"),
        ("https://b.example/", ("https://a.example/",), "https://a.example/"),
    ],
)
def test_the_address_that_visitors_type_is_asked(home: str, led_from: tuple[str, ...], start: str) -> None:
    assert start_address(home, led_from) == start
