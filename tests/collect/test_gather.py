from __future__ import annotations

import gzip
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import pytest

from auditor.collect.gather import capped, gather
from auditor.collect.page.browser import Launched
from auditor.collect.recorder import Notebook
from auditor.model import Link, PageFacts, PageKind, ViewportName
from auditor.store import AuditFolder
from tests.collect.pages import Served
from tests.collect.tabs import tab_on
from tests.shops.kit import Response

pytestmark = pytest.mark.browser

Serving = Callable[[Mapping[str, Response | str]], Served]
Look = Callable[..., Awaitable[PageFacts]]
TAWK = """<script>window.Tawk_API = {}</script>
<div class="tawk-button" onclick="1" style="width:60px;height:60px"></div>"""
PHONE = '<!doctype html><html lang="fi"><meta name="viewport" content="width=device-width, initial-scale=1">'


@pytest.fixture
def look(launched: Launched, serving: Serving) -> Look:
    """Give a function that serves one page and gathers its facts on a phone."""

    async def at(page: str, **how: object) -> PageFacts:
        async with tab_on(launched, ViewportName.MOBILE, serving({"/": page}).url) as tab:
            return await gather(tab, **how)

    return at


async def test_language_viewport_and_words_are_read(look: Look) -> None:
    facts = await look(f"{PHONE}<body><h1>Teetupa</h1><p hidden>piilossa</p>")

    assert (facts.html_lang, facts.viewport_meta) == ("fi", "width=device-width, initial-scale=1")
    assert "Teetupa" in facts.text
    assert "piilossa" not in facts.text
    assert not facts.truncated


async def test_links_are_visible_revealed_or_neither(look: Look) -> None:
    facts = await look(
        f"""{PHONE}<body>
        <a href="/a">A</a>
        <details><summary>Ohjeet</summary><a href="/b">B</a></details>
        <button aria-expanded="false" aria-controls="menu">Valikko</button>
        <nav id="menu" hidden><a href="/c">C</a><ul hidden><li><a href="/d">D</a></ul></nav>
        <div hidden><a href="/e">E</a></div>
        <footer><a href="/f">F</a></footer>"""
    )

    seen = {link.text: (link.visible, link.revealed) for link in facts.links}
    assert seen == {
        "A": (True, False),
        "B": (False, True),
        "C": (False, True),
        "D": (False, False),
        "E": (False, False),
        "F": (True, False),
    }
    assert next(link.area for link in facts.links if link.text == "F") == "footer"


async def test_a_page_moves_sideways_only_where_it_really_does(look: Look) -> None:
    wide = '<div id="wide" style="width:400px">leveä</div>'

    moves = await look(f"{PHONE}<body style='margin:0'>{wide}", widths=(360, 390, 412))
    hides = await look(f"{PHONE}<body style='margin:0;overflow-x:hidden'>{wide}", widths=(360,))
    slides = await look(f"{PHONE}<body style='margin:0'><div style='overflow-x:auto'>{wide}</div>", widths=(360,))
    still = await look(f"{PHONE}<body style='margin:0'><div style='width:500px'>x</div>")

    # Chromium's phone rounds by up to a pixel where it has zoomed out.
    assert [one.px for one in moves.overflow] == pytest.approx([40, 10, 0], abs=1)
    assert [one.width for one in moves.overflow] == [360, 390, 412]
    assert moves.overflow[0].offenders[0].selector == "#wide"
    assert [one.px for one in (*hides.overflow, *slides.overflow)] == [0, 0]
    assert [one.px for one in still.overflow] == pytest.approx([88], abs=1)


async def test_tap_targets_are_counted_as_wcag_counts_them(look: Look) -> None:
    facts = await look(
        f"""{PHONE}<style>* {{ margin: 0; padding: 0; }} .s {{ display: inline-block; width: 16px; height: 16px; }}
        .far {{ position: absolute; left: 200px; top: 300px; }}</style><body>
        <p>Lue <a href="/ehdot">ehdot</a> ennen tilausta.</p>
        <a class="s" href="/1">1</a><a class="s" href="/2">2</a>
        <a class="s far" href="/3">3</a>
        <label style="display:block;height:40px"><input type="checkbox" style="width:13px;height:13px"> Muista</label>
        <button style="height:30px;width:200px">Lisää ostoskoriin</button>"""
    )

    assert facts.taps is not None
    assert sorted(one.text for one in facts.taps.small) == ["1", "2"]
    assert (facts.taps.primary_total, [one.text for one in facts.taps.primary_small]) == (1, ["Lisää ostoskoriin"])


async def test_letters_are_counted_by_size(look: Look) -> None:
    facts = await look(
        f"""{PHONE}<body><p style="font-size:16px">{"a" * 90}</p><p style="font-size:10px">{"b" * 10}</p>
        <p style="font-size:8px;display:none">{"c" * 50}</p><input style="font-size:13px" name="q">"""
    )

    sizes = facts.text_sizes
    assert sizes is not None
    assert (sizes.chars, sizes.legible_chars, sizes.smallest_px) == (100, 90, 10.0)
    assert (sizes.inputs, sizes.small_inputs) == (1, 1)


@pytest.mark.parametrize(
    ("launcher", "chat"),
    [
        ("<button>Chat</button>", "Chat"),
        ('<a href="/chat">Keskustele kanssamme</a>', "Keskustele kanssamme"),
        ('<a href="#">Chat</a>', ""),
        ("<p>Chat palvelee arkisin</p>", ""),
        ("<button hidden>Chat</button>", ""),
        (
            TAWK,
            "tawk.to",
        ),
    ],
)
async def test_a_chat_is_one_that_can_be_opened(look: Look, launcher: str, chat: str) -> None:
    facts = await look(f"{PHONE}<body>{launcher}")

    assert facts.chat == chat


async def test_shifts_while_scrolling_are_measured(look: Look) -> None:
    page = f"""{PHONE}<body style="margin:0"><div style="height:3000px">x</div>
        <div id="late"></div><p style="height:600px">loppu</p>
        <script>addEventListener("scroll", () => {{ if (scrollY > 2400) late.style.height = "300px"; }})</script>"""

    moving = await look(page, scroll=True)
    unmeasured = await look(page)

    assert moving.scroll_cls is not None
    assert moving.scroll_cls > 0.01
    assert unmeasured.scroll_cls is None


async def test_gathering_leaves_a_walks_numbering_of_fields_alone(launched: Launched, serving: Serving) -> None:
    shop = serving({"/": f"{PHONE}<body><form><input name='a'><input name='b'></form>"})
    async with tab_on(launched, ViewportName.MOBILE, shop.url) as tab:
        await tab.fields()
        await tab.page.evaluate("() => document.querySelector('input').remove()")

        facts = await gather(tab)

        assert [field.name for field in facts.fields] == ["b"]
        assert await tab.choose(1, text="x")
        assert await tab.page.evaluate("() => document.querySelector('input').value") == "x"


SHADOWED = f"""{PHONE}<body><tea-shop></tea-shop><script>
const root = document.querySelector("tea-shop").attachShadow({{ mode: "closed" }});
root.innerHTML = "<main>Teetä <a href='/tee'>Tee</a><template>mallipohja</template></main>";
</script>"""


async def test_shadow_trees_are_read_and_kept(launched: Launched, serving: Serving, tmp_path: Path) -> None:
    folder = AuditFolder.create(tmp_path / "audit")
    async with tab_on(launched, ViewportName.MOBILE, serving({"/": SHADOWED}).url) as tab:
        visit = await Notebook(folder).visit(tab, PageKind.HOME, part="walk")

    body = gzip.decompress((tmp_path / f"audit/pages/{visit.id}.html.gz").read_bytes()).decode()

    assert "Teetä" in visit.facts.text
    assert [link.text for link in visit.facts.links] == ["Tee"]
    assert "<div data-shadow-root><main>Teetä" in body
    assert "<template>mallipohja</template></main></div>" in body


def test_facts_have_a_bound() -> None:
    link = Link(href="https://shop.example/" + "x" * 500, text="y" * 100, visible=True)
    facts = PageFacts(text="z" * 100_000, links=(link,) * 1500)

    small = capped(facts)

    assert small.truncated
    assert len(small.model_dump_json()) <= 512 * 1024
    assert small.links
