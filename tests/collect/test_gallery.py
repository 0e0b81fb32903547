from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from auditor.collect.page.browser import Launched
from auditor.collect.probes.gallery import GALLERY
from auditor.model import GallerySeen
from tests.collect.pages import Served
from tests.collect.test_search_eyes import seen_by
from tests.shops.kit import Response

pytestmark = pytest.mark.browser

Serving = Callable[[Mapping[str, Response | str]], Served]
DOT = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='200' height='200'/%3E"
PICTURE = f'<img src="{DOT}" width="200" height="200" alt="Muki">'


@pytest.mark.parametrize(("text", "pictures"), [("Picture of Muki", 1), ("Kauppa", 0)])
async def test_a_small_picture_with_the_products_name_is_its_own(
    launched: Launched, serving: Serving, tmp_path: Path, text: str, pictures: int
) -> None:
    small = f'<img src="/muki.svg" width="100" height="80" alt="{text}">'
    body = f"<h1>Muki</h1><div>{small}</div><p>12,90 €</p><button>Lisää ostoskoriin</button>"
    answers: dict[str, Response | str] = {"/": "<html><body>x</body></html>", "/muki": f"<html lang=fi>{body}</html>"}

    seen, _served = await seen_by(GALLERY, launched, serving, answers, tmp_path, product="/muki")

    assert isinstance(seen, GallerySeen)
    assert len(seen.pictures) == pictures


@pytest.mark.parametrize(
    ("shown", "customers"),
    [
        (f'<div class="review-item">{PICTURE}</div>', 1),
        (f'<div class="review-item"><a href="/kuvat/muki.jpg">{PICTURE}</a></div>', 1),
        (f'<div class="thumbnail has-reviews"><a href="/kuppi">{PICTURE}</a></div>', 0),
        (f'<div class="reviews-box"><a href="/muki?review=4">{PICTURE}</a></div>', 0),
    ],
)
async def test_customers_pictures_are_those_that_lead_to_no_other_goods(
    launched: Launched, serving: Serving, tmp_path: Path, shown: str, customers: int
) -> None:
    body = f"<main><div>{PICTURE}</div><h1>Muki</h1><p>12,90 €</p><button>Lisää ostoskoriin</button>"
    product = f'<html lang="fi"><body>{body}<div style="height:900px"></div>{shown}</main></body></html>'
    answers: dict[str, Response | str] = {"/": "<html><body>x</body></html>", "/muki": product}

    seen, _served = await seen_by(GALLERY, launched, serving, answers, tmp_path, product="/muki")

    assert isinstance(seen, GallerySeen)
    assert seen.customers == customers


async def test_a_magnifier_that_draws_the_picture_behind_a_box_enlarges_it(
    launched: Launched, serving: Serving, tmp_path: Path
) -> None:
    style = "display:none;position:absolute;left:500px;top:0;width:300px;height:300px"
    glass = f'<div id="glass" style="{style};background:url(/suuri.svg) 0 0/900px 900px"></div>'
    # It waits for the pointer to move on after it came in.
    script = "<script>let n=0;kuva.onmousemove=()=>{if(n++)glass.style.display='block'}</script>"
    body = f"<main><div>{PICTURE.replace('<img', '<img id=kuva')}{glass}</div><h1>Muki</h1><p>12,90 €</p>"
    product = f'<html lang="fi"><body>{body}<button>Lisää ostoskoriin</button></main>{script}</body></html>'
    answers: dict[str, Response | str] = {"/": "<html><body>x</body></html>", "/muki": product}

    seen, _served = await seen_by(GALLERY, launched, serving, answers, tmp_path, product="/muki")

    assert isinstance(seen, GallerySeen)
    assert seen.zoom == "larger"
