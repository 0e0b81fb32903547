"""The crawl against served pages: those that a widget draws only after a pause, and lists of goods."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from auditor.collect.arrival.pace import Pace
from auditor.collect.closer_look import Visitor, guarded_tab
from auditor.collect.crawling.crawl import Crawl, crawl
from auditor.collect.page.browser import Launched
from auditor.collect.recorder import Notebook
from auditor.model import ConsentChoice, PageKind, ViewportName, Visit, VisitorInfo
from auditor.settings import RecordSettings
from auditor.store import AuditFolder
from tests.collect.pages import Served
from tests.shops.kit import Response

pytestmark = pytest.mark.browser

WHO = VisitorInfo(locale="fi-FI", timezone="Europe/Helsinki", consent=ConsentChoice.ACCEPT)
TERMS = "Voit palauttaa tuotteen 14 päivän kuluessa siitä, kun sait sen. Asiakas maksaa palautuksen postikulut itse."
MENU = "<html lang=fi><title>Kauppa</title><a href=/>Koti</a> <a href='/palautukset'>Palautukset</a>"
HOME = f"{MENU}<h1>Kauppa</h1>"
LATE = f"{MENU}<div id=m></div><script>setTimeout(() => m.innerHTML = '<p>{TERMS}</p>', 1000)</script>"
CUPS = "".join(
    f"<li><a href='/tuote/muki-{n}'><img alt='' width=200 height=200> Muki {n}</a> <b>{n},90 €</b></li>"
    for n in range(1, 15)
)


def nothing_told(_done: int, _of: int, _url: str) -> None:
    return


async def crawled(launched: Launched, home: str, folder: Path) -> list[Visit]:
    notebook, pace = Notebook(AuditFolder.create(folder)), Pace(0)
    visitor = Visitor(launched, RecordSettings(), WHO, home, pace, lambda _url: False)
    async with guarded_tab(visitor, ViewportName.DESKTOP) as tab:
        await tab.goto(home)
        await notebook.visit(tab, PageKind.HOME, part="walk", depth=0)
        await crawl(Crawl(tab, notebook, home, 5, 30, lambda _url: True, pace, nothing_told))
    return notebook.visits


async def test_a_page_that_is_drawn_late_is_not_taken_for_an_empty_one(
    launched: Launched, serving: Callable[[Mapping[str, Response | str]], Served], tmp_path: Path
) -> None:
    site = serving({"/": HOME, "/palautukset": LATE})

    visits = await crawled(launched, f"{site.url}/", tmp_path / "audit")

    assert [TERMS in visit.facts.text for visit in visits] == [False, True]


async def test_the_goods_of_a_list_are_kept(
    launched: Launched, serving: Callable[[Mapping[str, Response | str]], Served], tmp_path: Path
) -> None:
    home = "<html lang=fi><title>Kauppa</title><a href='/kategoria/mukit'>Mukit</a><h1>Kauppa</h1>"
    cups = f"<html lang=fi><title>Mukit</title><main><h1>Mukit</h1><ul>{CUPS}</ul></main>"
    site = serving({"/": home, "/kategoria/mukit": cups})

    visits = await crawled(launched, f"{site.url}/", tmp_path / "audit")

    listed = next(visit for visit in visits if visit.kind is PageKind.CATEGORY)
    assert listed.facts.goods is not None
    assert len(listed.facts.goods.cards) == 14
