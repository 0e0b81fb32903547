from __future__ import annotations

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
