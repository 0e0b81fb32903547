"""Adding to the cart where the shop first wants a choice that a server brings late, or a quantity above none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from auditor.collect.journey.adding import Added, add_to_cart
from auditor.collect.journey.cards import address_key
from auditor.collect.journey.proof import refused
from auditor.collect.journey.quantity import asked_amount
from auditor.collect.journey.reach import reach
from auditor.collect.journey.route import Found, Hop
from auditor.collect.page.browser import Launched
from auditor.collect.page.seen import Seen
from auditor.model import ViewportName
from tests.collect.pages import Served
from tests.collect.test_walk_steps import walk_on
from tests.shops.kit import Response

Serving = Callable[[Mapping[str, Response | str]], Served]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Määrän on oltava vähintään 6.", 6),
        ("Syötä määrä", 1),
        ("Pienin tilausmäärä on 3 kpl", 3),
        ("Ange ett antal större än 0.", 1),
        ("Minsta antal är 4", 4),
        ("Please enter a quantity", 1),
        ("Quantity must be at least 2", 2),
        ("Bitte geben Sie eine Menge größer 0 ein", 1),
        ("Mindestabnahmemenge: 5 Stück", 5),
        ("Velg et antall større enn 0.", 1),
        ("Antal skal være mindst 2", 2),
        ("Palun sisesta kogus", 1),
        ("Kogus peab olema vähemalt 10", 10),
        ("Valitse koko", None),
        ("Määrä: 1", None),
        ("Välj storlek", None),
        ("Antal: 1 st", None),
        ("Free delivery above 50 €", None),
        ("Menge: 2", None),
    ],
)
def test_a_refusal_that_asks_for_a_quantity(said: str, asked: int | None) -> None:
    assert asked_amount(said) == asked


def test_a_new_text_that_asks_for_a_quantity_is_a_refusal(seen_text: Callable[[str], Seen]) -> None:
    told = refused(seen_text("Muki"), seen_text("Muki\nSyötä määrä"), [])

    assert told == "the page asks: Syötä määrä"


@pytest.fixture
def seen_text() -> Callable[[str], Seen]:
    return lambda text: Seen.model_construct(text=text)


ADDING = (
    "a.onclick = () => { const n = +(document.querySelector('#n')?.value ?? window.k ?? 0);"
    " const least = window.least || 1; if (n < least)"
    " { m.textContent = `Quantity must be at least ${least}`; return }"
    " fetch('/bag', {method: 'POST'}).then(() => { c.textContent = n }) };"
)
REST = "<button id=a>Add to bag</button><p id=m></p><p>Cart <b id=c>0</b></p>"
UP = "<button id=u type=button aria-label=More>▲</button>"
STEPPED = (
    "let k = 0; u.onclick = () => { k += 1; const q = document.querySelector('#n');"
    " if (q) q.value = k; else p.textContent = k; window.k = k };"
)


def page(amount: str, script: str = "") -> str:
    return f"<html lang=en><h1>Button</h1><p>1.00 €</p><p>{amount}</p>{REST}<script>{script}{ADDING}</script>"


@pytest.mark.browser
@pytest.mark.parametrize(
    ("product", "clicks", "bought"),
    [
        pytest.param(page("<input id=n type=number value=1>"), 1, "1", id="one stands there"),
        pytest.param(page("<input id=n type=number value=0>"), 1, "1", id="none is typed over"),
        pytest.param(page("<input id=n aria-label=Quantity>"), 1, "1", id="an empty field is typed in"),
        pytest.param(page("<input id=n type=number value=1 min=4>"), 1, "4", id="the least of the field"),
        pytest.param(
            page("<input id=n type=number value=1>", "window.least = 3;"), 1, "3", id="the least of the refusal"
        ),
        pytest.param(page(f"<input id=n value=0 readonly>{UP}", STEPPED), 2, "1", id="a press where it is locked"),
        pytest.param(
            page("<span id=p>0</span><button id=u type=button>+</button>", STEPPED), 2, "1", id="it is only printed"
        ),
        pytest.param(
            page("<select id=n name=quantity><option>0<option>1<option>2</select>"), 2, "1", id="a list of numbers"
        ),
    ],
)
async def test_a_quantity_of_none_is_raised_to_the_least(
    launched: Launched, serving: Serving, product: str, clicks: int, bought: str
) -> None:
    named = product.replace("<input id=n type", "<input id=n name=quantity type", 1).replace(
        "id=n value", "id=n name=quantity value", 1
    )
    shop = serving({"/": "<html lang=en><a href=/button>Button</a>", "/button": named, "/bag": "ok"})

    async with walk_on(launched, ViewportName.MOBILE, f"{shop.url}/") as walk:
        await walk.go(f"{shop.url}/button")
        added = await add_to_cart(walk, "Button")
        in_bag = await walk.tab.page.text_content("#c")

        assert (added.why, walk.clicks, in_bag) == ("", clicks, bought)


LATE = (
    "<html lang=en><h1>Rope</h1><p>9.00 €</p><p><label>Width <select id=w><option value=''>Please choose<option>6"
    " mm<option>8 mm</select></label><label>Length <select id=l disabled><option value=''>Please choose</select>"
    "</label></p><button id=a disabled>Add to bag</button><p>Cart <b id=c>0</b></p><script>"
    "w.onchange = () => { a.disabled = l.disabled = true; l.length = 1;"
    " setTimeout(() => { l.add(new Option('5 m')); l.disabled = false }, 900) };"
    "l.onchange = () => setTimeout(() => a.disabled = !l.value, 900);"
    "a.onclick = () => { c.textContent = 1 }</script>"
)


@pytest.mark.browser
async def test_what_a_choice_wakes_late_is_waited_for(launched: Launched, serving: Serving) -> None:
    shop = serving({"/": "<html lang=en><a href=/rope>Rope</a>", "/rope": LATE})

    async with walk_on(launched, ViewportName.MOBILE, f"{shop.url}/") as walk:
        await walk.go(f"{shop.url}/rope")
        added = await add_to_cart(walk, "Rope")

        assert (added.worked, walk.clicks, walk.presses) == (True, 3, 3)


FOLDED = (
    "<html lang=en><button id=m aria-label=Menu>☰</button><nav hidden><ul>"
    "<li><a href=/a>Yarn</a><button class=f aria-label='Show yarn'>+</button><div hidden><a href=/wool>Wool</a></div>"
    "<li><a href=/b>Trim</a><button class=f aria-label='Show trim'>+</button><div hidden><a href=/lace>Lace</a></div>"
    "</ul></nav><script>m.onclick = () => document.querySelector('nav').hidden = false;"
    "for (const f of document.querySelectorAll('.f')) f.onclick = () => f.nextElementSibling.hidden = false</script>"
)


@pytest.mark.browser
async def test_a_folded_part_of_a_menu_is_opened_by_the_sign_beside_it(launched: Launched, serving: Serving) -> None:
    shop = serving({"/": FOLDED, "/lace": "<html lang=en><h1>Lace</h1>"})

    async with walk_on(launched, ViewportName.MOBILE, f"{shop.url}/") as walk:
        hop = Hop("category", "Lace", address_key(f"{shop.url}/lace"), f"{shop.url}/lace")
        reached = await reach(walk, Found((hop,), None, 0, hop.href))  # type: ignore[arg-type]

        assert (reached, walk.clicks) == (True, 3)


@pytest.mark.parametrize(
    ("added", "unsure"),
    [
        pytest.param(Added(False, why="nothing changed after the press"), False, id="an awake button did nothing"),
        pytest.param(Added(False, why="the shop said: Error 17"), False, id="the shop said that it failed"),
        pytest.param(Added(False, why="the page asks: Choose a size"), True, id="the shop asks for more"),
        pytest.param(Added(False, why="no control adds it", awake=False), True, id="nothing could be pressed"),
        pytest.param(Added(True, ("request",)), True, id="there were signs, and yet the cart is empty"),
    ],
)
def test_a_walk_knows_where_it_may_be_at_fault_itself(added: Added, unsure: bool) -> None:
    assert added.unsure is unsure


OPENED = (
    "<html lang=en><h1>Rope</h1><p>9.00 €</p><button id=a>Add to bag</button><p>Cart <b id=c>0</b></p>"
    "<div id=d role=dialog aria-label='Your bag' tabindex=-1 hidden>Rope 9.00 €</div><script>a.onclick = () =>"
    " fetch('/bag', {method: 'POST'}).then(() => { c.textContent = 1; d.hidden = false; FOCUS })</script>"
)


@pytest.mark.browser
@pytest.mark.parametrize(("focus", "announced"), [("d.focus()", True), ("0", False)])
async def test_a_dialog_that_takes_the_focus_is_announced(
    launched: Launched, serving: Serving, focus: str, announced: bool
) -> None:
    shop = serving({"/": "<html lang=en><a href=/rope>Rope</a>", "/rope": OPENED.replace("FOCUS", focus), "/bag": "ok"})

    async with walk_on(launched, ViewportName.MOBILE, f"{shop.url}/") as walk:
        await walk.go(f"{shop.url}/rope")
        added = await add_to_cart(walk, "Rope")

        assert (added.worked, added.announced) == (True, announced)
