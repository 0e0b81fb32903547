"""After a walk the cart is empty again, whichever way the shop has for it."""

from __future__ import annotations

import pytest

from auditor.collect.journey.walk import Recorder
from auditor.collect.journey.walker import walk_shop
from auditor.collect.page.browser import Launched
from auditor.collect.page.seen import Seen
from auditor.collect.page.tab import Tab
from auditor.model import Act, PageKind, ViewportName
from auditor.settings import RecordSettings
from tests.shops.audited import new_shop
from tests.shops.kit import serve

pytestmark = pytest.mark.browser

DESKTOP = RecordSettings(viewports=(ViewportName.DESKTOP,))


def silent(_viewport: ViewportName) -> Recorder:
    async def visit(_tab: Tab, _seen: Seen, _kind: PageKind, _depth: int | None) -> str:
        return ""

    async def shot(_tab: Tab) -> str | None:
        return None

    def act(_act: Act) -> None:
        return

    return Recorder(act=act, visit=visit, shot=shot)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("add_notice_redirect", id="a quantity is set to nothing"),
        pytest.param("find_odd_quickadd", id="one less of it"),
        pytest.param("find_odd_infinite", id="a control in words that nobody listed"),
        pytest.param("door_guest_iframe", id="a cross beside the line"),
        pytest.param("options_radio", id="one button for the whole cart"),
        pytest.param("door_guest_optional_password", id="the page behind a small cart"),
        pytest.param("client_rendered_panels", id="a drawer"),
    ],
)
async def test_the_cart_is_emptied(name: str, launched: Launched) -> None:
    shop = new_shop(name)

    with serve(shop) as url:
        walked = await walk_shop(
            launched, DESKTOP, home=f"{url}/", locale="fi-FI", timezone="Europe/Helsinki", recorder=silent
        )

    carts = [kept for session in shop.sessions.values() for kept in session.values() if isinstance(kept, list | dict)]
    assert carts
    assert not any(carts)
    assert walked.journeys[ViewportName.DESKTOP].cart_cleared is True
