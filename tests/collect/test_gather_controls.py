"""What is gathered of choices, buttons and the traces of services."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

import pytest

from auditor.collect.gather import gather
from auditor.collect.page.browser import VIEWPORTS, Launched, new_context
from auditor.collect.page.tab import open_tab
from auditor.derive.page.fields import counted_fields
from auditor.model import PageFacts, ViewportName
from auditor.settings import SiteAccess
from tests.collect.pages import Served
from tests.shops.kit import Response

pytestmark = pytest.mark.browser

Serving = Callable[[Mapping[str, Response | str]], Served]
Look = Callable[[str], Awaitable[PageFacts]]
ROWS = """<form><h2>Toimitus</h2>
<div class="row"><input type="radio" name="d" id="a"><label for="a">Nouto</label><span>0,00 €</span></div>
<div class="row"><input type="radio" name="d" id="b"><label for="b">Koti</label><span>8,90 € 2–4 arkipäivää</span></div>
</form>"""
FORMS = """<form><input name="q"><button>Hae</button></form>
<form novalidate><p id="tip">vihje</p><input name="e" type="email" aria-describedby="tip" autocapitalize="off">
<input name="n" aria-describedby="gone"><button type="button">Jatka</button><input type="submit" value="Tilaa"></form>
<button hidden>Piilossa</button>"""
HOMEMADE = """<form><label for="c">Country *</label>
<button type="button" id="c" role="combobox" aria-haspopup="listbox" aria-expanded="false">Finland</button>
<div role="radiogroup"><label><input type="radio" checked>Same address</label><label><input type="radio">Another</label>
</div><div role="radiogroup"><label><input type="radio" checked>Cash</label></div></form>"""
TRACES = """<script>window.dataLayer = [{event: "view_item"}, ["event", "add_to_cart"], {x: 1}];
window.hj = () => 1; document.cookie = "_ga=GA1.1.1; path=/";</script>
<script src="https://widget.trustmary.com/abc"></script><div id="Intercom"></div>"""


@pytest.fixture
def look(launched: Launched, serving: Serving) -> Look:
    async def at(body: str) -> PageFacts:
        page = f"<!doctype html><html lang='fi'><title>x</title><body>{body}</body></html>"
        desktop = ViewportName.DESKTOP
        context = await new_context(launched, desktop, locale="fi-FI", timezone="Europe/Helsinki", access=SiteAccess())
        tab = await open_tab(context, desktop, touch=VIEWPORTS[desktop].touch)
        assert await tab.goto(serving({"/": page}).url) == ""
        facts = await gather(tab)
        await context.close()
        return facts

    return at


async def test_a_choice_keeps_all_that_stands_beside_it(look: Look) -> None:
    facts = await look(ROWS)

    assert [one.row for one in facts.fields] == ["Nouto 0,00 €", "Koti 8,90 € 2–4 arkipäivää"]


async def test_buttons_know_their_form(look: Look) -> None:
    facts = await look(FORMS)

    assert [(one.text, one.form, one.submits) for one in facts.controls] == [
        ("Hae", 0, True),
        ("Jatka", 1, False),
        ("Tilaa", 1, True),
    ]
    assert [one.form for one in facts.fields] == [0, 1, 1]


async def test_fields_say_who_checks_and_explains_them(look: Look) -> None:
    search, email, name = (await look(FORMS)).fields

    assert [search.form_checks, email.form_checks] == [True, False]
    assert [email.described, name.described] == [True, False]
    assert email.autocapitalize == "off"


async def test_homemade_selects_and_radios_without_names_are_fields(look: Look) -> None:
    fields = (await look(HOMEMADE)).fields

    assert [(one.type, one.label, one.visible) for one in counted_fields(fields)] == [
        ("combobox", "Country *", True),
        ("radio", "Same address", True),
        ("radio", "Cash", True),
    ]


async def test_a_label_is_neither_a_list_of_choices_nor_said_twice(look: Look) -> None:
    places = "".join(f"<option>Saint Somewhere and the Grenadines {number}</option>" for number in range(90))
    twice = '<label for="e">Email</label><label for="e">Email</label><input id="e">'

    facts = await look(f"<form><label>Country <select>{places}</select></label>{twice}</form>")

    assert [one.label for one in facts.fields] == ["Country", "Email"]


async def test_the_sign_of_an_icon_font_is_no_word(look: Look) -> None:
    facts = await look("<button><i>\ue547</i> Add to cart</button>")

    assert facts.buttons == ("Add to cart",)


async def test_services_and_events_leave_traces(look: Look) -> None:
    facts = await look(TRACES)

    assert {"Trustmary", "Hotjar", "Google Analytics"} <= set(facts.services)
    assert "Intercom" not in facts.services  # an element of that name is no script
    assert facts.events == ("view_item", "add_to_cart")


async def test_a_logo_of_a_way_to_pay_is_no_trace_of_its_buttons(look: Look) -> None:
    facts = await look("<footer><img alt='PayPal' src='/p.svg'><svg aria-labelledby='pi-google_pay'></svg></footer>")

    assert not {"PayPal", "Google Pay"} & set(facts.services)


async def test_a_star_that_style_alone_draws_marks_what_is_required(look: Look) -> None:
    style = "<style>.must::after { content: ' *' } .may::after { content: ' (optional)' }</style>"
    fields = "<label class=must>Name <input name=a></label><label class=may>Phone <input name=b></label>"
    shown = f"{style}<form>{fields}</form>"

    assert [one.required for one in (await look(shown)).fields] == [True, False]
