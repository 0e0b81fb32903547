from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from auditor.collect.arrival.pace import Pace
from auditor.collect.closer_look import Visitor, look_closely
from auditor.collect.page.browser import Launched
from auditor.collect.recorder import Notebook
from auditor.model import ConsentChoice, PageKind, ViewportName, VisitorInfo
from auditor.settings import RecordSettings
from auditor.store import AuditFolder
from tests.collect.pages import Served
from tests.shops.kit import Response

pytestmark = pytest.mark.browser

Serving = Callable[[Mapping[str, Response | str]], Served]
WHO = VisitorInfo(locale="fi-FI", timezone="Europe/Helsinki", consent=ConsentChoice.ACCEPT)
LONG = """<html lang=fi><title>Kauppa</title><main style="height:3000px;background:white"></main>
<footer style="height:400px;background:black"><a href="/ehdot">Ehdot</a></footer>"""


@pytest.mark.parametrize(("kind", "pictured"), [(PageKind.HOME, True), (PageKind.PRODUCT, False)])
async def test_the_end_of_the_home_page_is_photographed(
    launched: Launched, serving: Serving, tmp_path: Path, kind: PageKind, pictured: bool
) -> None:
    notebook = Notebook(AuditFolder.create(tmp_path / "audit"))
    home = f"{serving({'/': LONG}).url}/"
    visitor = Visitor(launched, RecordSettings(), WHO, home, Pace(0), lambda _url: False)

    problem = await look_closely(visitor, notebook, ViewportName.DESKTOP, kind, home, 0)

    (visit,) = notebook.visits
    assert (problem, visit.foot is not None) == ("", pictured)
    assert visit.foot != visit.screenshot
    if visit.foot and visit.screenshot:
        shots = tmp_path / "audit" / "shots"
        top, end = ((shots / f"{name}.webp").read_bytes() for name in (visit.screenshot, visit.foot))
        assert top != end


FOLDS = """<html lang=en><title>Jug</title><main><h1>Jug</h1><h2>Frequently asked questions</h2>
<button aria-expanded=false aria-controls=a>How do you deliver?</button><div id=a hidden></div>
<button aria-expanded=false aria-controls=b>What is your return policy?</button><div id=b hidden></div>
<button aria-expanded=false aria-controls=c aria-haspopup=menu>Size</button><div id=c hidden></div>
<form><button type=button aria-expanded=false aria-controls=d>Order</button></form><div id=d hidden></div></main>
<script>const said = {a: "By post in 3 days.", b: "We take returns for 30 days.", c: "S", d: "Sent."};
const all = [...document.querySelectorAll("button")];
const part = (one) => document.getElementById(one.getAttribute("aria-controls"));
for (const one of all) one.onclick = () => setTimeout(() => {
  for (const other of all) { part(other).textContent = ""; part(other).hidden = true; }
  part(one).textContent = said[part(one).id]; part(one).hidden = false; }, 90);</script>"""


async def test_what_a_product_page_brings_only_when_it_is_unfolded_is_kept(
    launched: Launched, serving: Serving, tmp_path: Path
) -> None:
    notebook = Notebook(AuditFolder.create(tmp_path / "audit"))
    url = f"{serving({'/jug': FOLDS}).url}/jug"
    visitor = Visitor(launched, RecordSettings(), WHO, url, Pace(0), lambda _url: False)

    await look_closely(visitor, notebook, ViewportName.DESKTOP, PageKind.PRODUCT, url, 0)

    (visit,) = notebook.visits
    kept = gzip.decompress((tmp_path / "audit" / "pages" / f"{visit.id}.html.gz").read_bytes())
    body = kept.decode().partition("<script>")[0]
    told = [one for one in ("in 3 days", "for 30 days", ">S<", "Sent.") if one in body]
    assert told == ["in 3 days", "for 30 days"]
    assert visit.facts.folded.split("\n") == ["By post in 3 days.", "We take returns for 30 days."]
