"""Which browser drives, how it draws, and as what it names itself to a shop."""

import re
import shutil
from collections.abc import Callable, Mapping

import pytest

from auditor.collect.page.browser import Launched, launch, new_context
from auditor.model import ViewportName
from auditor.settings import SiteAccess
from tests.collect.pages import Served
from tests.shops.kit import Response
from tools.browser import LIGHT_BROWSER

Serving = Callable[[Mapping[str, Response | str]], Served]

pytestmark = pytest.mark.browser

SHELL = shutil.which(LIGHT_BROWSER)


@pytest.mark.usefixtures("users_browser")
async def test_the_browser_that_users_have_draws_as_with_a_window() -> None:
    async with launch() as browser:
        assert browser.info.mode == "headless-new"


@pytest.mark.skipif(SHELL is None, reason="no headless shell on this machine")
async def test_a_named_shell_is_told_apart_because_its_figures_are_not_comparable() -> None:
    async with launch(SHELL) as browser:
        assert browser.info.mode == "headless-shell"


@pytest.mark.parametrize(
    ("viewport", "named", "mobile"),
    [
        (ViewportName.DESKTOP, r"\(X11; Linux|\(Macintosh|\(Windows", "?0"),
        (ViewportName.MOBILE, r"Android 10; K\).* Chrome/\d+\.0\.0\.0 Mobile Safari", "?1"),
        (ViewportName.TABLET, r"Android 10; K\).* Chrome/\d+\.0\.0\.0 Safari", None),
    ],
)
async def test_a_shop_that_chooses_its_page_by_the_browsers_name_sends_the_right_one(
    launched: Launched, serving: Serving, viewport: ViewportName, named: str, mobile: str | None
) -> None:
    shop = serving({"/": "<h1>Kauppa</h1>"})
    context = await new_context(launched, viewport, locale="fi-FI", timezone="Europe/Helsinki", access=SiteAccess())
    page = await context.new_page()
    await page.goto(f"{shop.url}/")
    told = await page.evaluate("[navigator.userAgent, navigator.userAgentData?.mobile ?? null]")
    await context.close()

    asked = next(one.headers for one in shop.shop.asked if one.path == "/")
    assert asked["user-agent"] == told[0]
    assert re.search(named, told[0])
    assert "Headless" not in told[0]
    assert mobile is None or asked["sec-ch-ua-mobile"] == mobile
