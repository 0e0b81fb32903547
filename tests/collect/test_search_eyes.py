from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from auditor.collect.arrival.pace import Pace
from auditor.collect.closer_look import Visitor
from auditor.collect.crawling.key_pages import Addresses
from auditor.collect.page.browser import Launched
from auditor.collect.probes.previews import PREVIEWS
from auditor.collect.probes.probing import Probe, Probing
from auditor.collect.probes.search_eyes import SEARCH_EYES
from auditor.collect.recorder import Notebook
from auditor.model import AnyProbe, ConsentChoice, PreviewsSeen, SearchEyesSeen, VisitorInfo
from auditor.settings import RecordSettings
from auditor.store import AuditFolder
from tests.collect.pages import Served
from tests.shops.kit import Response

pytestmark = pytest.mark.browser

Serving = Callable[[Mapping[str, Response | str]], Served]
WHO = VisitorInfo(locale="fi-FI", timezone="Europe/Helsinki", consent=ConsentChoice.ACCEPT)
TEXT = "<p>Kaikki tuotteet ja sukat: lisää ostoskoriin, toimitus ja hinta, etusivu.</p>"
SWEDISH = "<p>Alla produkter och strumpor: lägg i varukorgen, frakt och köp, hem till dig.</p>"


def plain(text: str, kind: str = "text/plain", *, status: int = 200, tag: str = "") -> Response:
    headers = (("X-Robots-Tag", tag),) if tag else ()
    return Response(text.encode(), status, kind, headers)


async def seen_by(
    probe: Probe,
    launched: Launched,
    serving: Serving,
    answers: Mapping[str, Response | str],
    folder: Path,
    product: str = "",
) -> tuple[AnyProbe, Served]:
    served = serving(answers)
    home = served.url + "/"
    visitor = Visitor(launched, RecordSettings(), WHO, home, Pace(0), lambda _url: False)
    addresses = Addresses(home, product=f"{served.url}{product}" if product else None)
    notebook = Notebook(AuditFolder.create(folder))
    probing = Probing(visitor, notebook, addresses, lambda url: "/salainen" not in url)
    (only,) = [one async for one in probe.look(probing)]
    return only, served


async def test_a_shop_as_a_crawler_meets_it(launched: Launched, serving: Serving, tmp_path: Path) -> None:
    def home(own: str, text: str) -> str:
        links = '<link rel="alternate" hreflang="fi" href="/"><link rel="alternate" hreflang="sv" href="/sv">'
        return f'<html lang="{own}"><head>{links}</head><body>{text}</body></html>'

    listed = "".join(f"<url><loc>BASE/{path}</loc></url>" for path in ("", "tuote", "poissa", "salainen"))
    answers: dict[str, Response | str] = {
        "/": home("fi", TEXT),
        "/sv": home("sv", SWEDISH),
        "/tuote": plain("<html><body>x</body></html>", "text/html", tag="noindex"),
    }
    served = serving(answers)
    robots = f"User-agent: Googlebot\nDisallow: /tuote\n\nSitemap: {served.url}/kartta.xml\n"
    answers["/robots.txt"] = plain(robots)
    answers["/kartta.xml"] = plain(f"<urlset>{listed.replace('BASE', served.url)}</urlset>", "application/xml")
    visitor = Visitor(launched, RecordSettings(), WHO, served.url + "/", Pace(0), lambda _url: False)
    addresses = Addresses(served.url + "/", product=f"{served.url}/tuote")
    probing = Probing(visitor, Notebook(AuditFolder.create(tmp_path)), addresses, lambda url: "/salainen" not in url)

    (seen,) = [one async for one in SEARCH_EYES.look(probing)]

    assert isinstance(seen, SearchEyesSeen)
    assert [(one.kind, one.robots_tag, one.google_allowed) for one in seen.pages] == [
        ("home", "", True),
        ("product", "noindex", False),
    ]
    assert (seen.sitemap, seen.sitemap_told, seen.listed) == (f"{served.url}/kartta.xml", True, 4)
    assert [one.status for one in seen.entries] == [200, 200, 404]
    assert [(one.hreflang, one.html_lang, one.spoken, one.returns) for one in seen.languages] == [
        ("sv", "sv", "sv", True)
    ]


async def test_a_shop_without_map_and_rules(launched: Launched, serving: Serving, tmp_path: Path) -> None:
    seen, _served = await seen_by(SEARCH_EYES, launched, serving, {"/": "<html><body>x</body></html>"}, tmp_path)

    assert isinstance(seen, SearchEyesSeen)
    assert (seen.robots, seen.sitemap, seen.sitemap_problem) == (False, None, "")


async def test_a_broken_server_is_no_missing_map(launched: Launched, serving: Serving, tmp_path: Path) -> None:
    broken = plain("down", status=503)
    answers: dict[str, Response | str] = {"/robots.txt": broken, "/sitemap.xml": broken, "/": "<html></html>"}

    seen, _served = await seen_by(SEARCH_EYES, launched, serving, answers, tmp_path)

    assert isinstance(seen, SearchEyesSeen)
    assert (seen.robots, seen.sitemap_problem) == (None, "it answered 503")


async def test_the_size_of_a_preview_picture_is_measured(launched: Launched, serving: Serving, tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320"></svg>'
    head = '<meta property="og:image" content="/jako.svg">'
    gif = bytes.fromhex("47494638396102000100800000000000ffffff2c00000000020001000002024c0a003b")
    answers: dict[str, Response | str] = {
        "/": f"<html><head>{head.replace('svg', 'gif')}</head><body>{svg}</body></html>",
        "/jako.gif": Response(gif, 200, "image/gif"),
        "/tuote": '<html><head><meta property="og:image" content="/poissa.jpg"></head><body>x</body></html>',
    }

    seen, _served = await seen_by(PREVIEWS, launched, serving, answers, tmp_path, "/tuote")

    assert isinstance(seen, PreviewsSeen)
    assert [(one.url[-9:], one.status, one.width, one.height) for one in seen.pictures] == [
        ("/jako.gif", 200, 2, 1),
        ("oissa.jpg", 404, None, None),
    ]


async def test_a_version_may_link_back_to_the_address_that_the_page_gives_itself(
    launched: Launched, serving: Serving, tmp_path: Path
) -> None:
    def shown(own: str, text: str, back: str) -> str:
        links = f'<link rel="alternate" hreflang="fi" href="{back}"><link rel="alternate" hreflang="sv" href="/sv/2">'
        return f'<html lang="{own}"><head>{links}</head><body>{text}</body></html>'

    answers: dict[str, Response | str] = {
        "/": "<html><body>x</body></html>",
        "/fi/2-valkoinen": shown("fi", TEXT, "/fi/2"),
        "/sv/2": shown("sv", SWEDISH, "/fi/2"),
    }
    seen, _served = await seen_by(SEARCH_EYES, launched, serving, answers, tmp_path, product="/fi/2-valkoinen")

    assert isinstance(seen, SearchEyesSeen)
    assert [(one.hreflang, one.returns) for one in seen.languages] == [("sv", True)]

    answers["/sv/2"] = shown("sv", SWEDISH, "/fi/muu")
    seen, _served = await seen_by(SEARCH_EYES, launched, serving, answers, tmp_path / "2", product="/fi/2-valkoinen")

    assert isinstance(seen, SearchEyesSeen)
    assert [one.returns for one in seen.languages] == [False]
