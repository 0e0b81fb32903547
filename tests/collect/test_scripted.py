from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from auditor.collect.arrival.pace import Pace
from auditor.collect.closer_look import Visitor, guarded_tab
from auditor.collect.crawling.scripted import Scripted, open_scripted_pages
from auditor.collect.page.browser import Launched
from auditor.collect.recorder import Notebook
from auditor.model import ConsentChoice, PageKind, ViewportName, Visit, VisitorInfo
from auditor.settings import RecordSettings
from auditor.store import AuditFolder
from tests.collect.pages import Served
from tests.shops.kit import Response

pytestmark = pytest.mark.browser

Serving = Callable[[Mapping[str, Response | str]], Served]
WHO = VisitorInfo(locale="fi-FI", timezone="Europe/Helsinki", consent=ConsentChoice.ACCEPT)
TERMS = "Voit palauttaa tuotteen 14 päivän kuluessa siitä, kun sait sen. Asiakas maksaa palautuksen postikulut itse."
HOME = """<html lang=fi><title>Kauppa</title><main id=m><h1>Kauppa</h1><p>Tervetuloa</p></main>
<a href="/tuotteet">Tuotteet</a><a href="/meista">Meistä</a><a href="/lahjakortti">Lahjakortti</a>
<a href="/blogi">Blogi</a>
<footer><span data-to="p" style="cursor:pointer">Palautukset</span> <a href="#">Toimitusehdot</a>
<button data-to="k">Lisää koriin</button></footer>
<script>document.querySelectorAll('[data-to]').forEach(e => e.onclick = () => {
  document.querySelector('#m').innerHTML = e.dataset.to == 'p' ? '<p>TERMS</p>' : 'x'.repeat(200); })</script>
""".replace("TERMS", TERMS)


async def opened(launched: Launched, home: str, folder: Path) -> list[Visit]:
    notebook = Notebook(AuditFolder.create(folder))
    visitor = Visitor(launched, RecordSettings(), WHO, home, Pace(0), lambda _url: False)
    async with guarded_tab(visitor, ViewportName.DESKTOP) as tab:
        await open_scripted_pages(Scripted(tab, notebook, home, ConsentChoice.ACCEPT))
    return notebook.visits


async def test_a_policy_without_an_address_is_opened_by_its_control(
    launched: Launched, serving: Serving, tmp_path: Path
) -> None:
    visits = await opened(launched, f"{serving({'/': HOME}).url}/", tmp_path / "audit")

    assert [(visit.kind, visit.opened_by, visit.depth) for visit in visits] == [(PageKind.RETURNS, "Palautukset", 1)]
    assert TERMS in visits[0].facts.text


BARE = """<html lang=fi><title>Kauppa</title><main id=m><h1>Kauppa</h1></main>
<form method=post action=/liity><span data-to=1 style="cursor:pointer">Toimitusehdot</span>
Kalavinkit: <input name=u title="Sähköpostiosoite"> <a href="#" onclick="document.forms[0].submit()">Liity</a></form>
<span data-to=1 style="cursor:pointer">Näin se käy</span>
<script>document.querySelectorAll('[data-to]').forEach(e => e.onclick = () => {
  document.querySelector('#m').innerHTML = '<p>TERMS</p>'; })</script>
""".replace("TERMS", TERMS)


async def test_in_a_form_only_what_names_a_page_of_service_is_pressed(
    launched: Launched, serving: Serving, tmp_path: Path
) -> None:
    visits = await opened(launched, f"{serving({'/': BARE}).url}/", tmp_path / "audit")

    assert sorted(visit.opened_by or "" for visit in visits) == ["Näin se käy", "Toimitusehdot"]
