"""A login of a person's own, before anything is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from auditor.collect.arrival.login import logged_in, secrets_kept
from auditor.collect.page.browser import Launched, launch
from auditor.model import ConsentChoice, VisitorInfo
from auditor.settings import SettingsError, SiteAccess
from tests.collect.pages import Served
from tests.shops.kit import Response, html

Serving = Callable[[Mapping[str, Response | str]], Served]
WHO = VisitorInfo(locale="fi-FI", timezone="Europe/Helsinki", consent=ConsentChoice.ACCEPT)
ANSWERS = {
    "/door": html("<h1>Salasana</h1>", headers=(("Set-Cookie", "gate=s3cr3t-s3ssion-1; Path=/"),)),
    "/": "<h1>Kauppa</h1>",
}
SCRIPTS = {
    "good": 'async def before(page):\n    await page.goto("/door")\n',
    "none": "def login(page):\n    pass\n",
    "wrong": 'async def before(page):\n    raise LookupError("no such field")\n',
    "broken": "async def before(page)\n",
}


def script(folder: Path, name: str) -> Path:
    file = folder / "login.py"
    file.write_text(SCRIPTS[name], "utf-8")
    return file


@pytest.mark.browser
async def test_a_login_is_kept_in_memory_and_its_hosts_may_be_anywhere(serving: Serving, tmp_path: Path) -> None:
    served = serving(ANSWERS)
    url = served.url.replace("127.0.0.1", "shop.example") + "/"

    async with launch(resolve=(("shop.example", "127.0.0.1"),)) as launched:
        access = await logged_in(launched, SiteAccess(before=script(tmp_path, "good")), WHO, url)

    assert access.state is not None
    assert "s3cr3t-s3ssion-1" in secrets_kept(access)
    assert "s3cr3t" not in repr(access)


@pytest.mark.browser
async def test_a_script_that_does_not_get_in_is_told_by_its_own_words(launched: Launched, tmp_path: Path) -> None:
    told = {}
    for name in ("none", "wrong", "broken"):
        with pytest.raises(SettingsError) as error:
            await logged_in(launched, SiteAccess(before=script(tmp_path, name)), WHO, "http://127.0.0.1:9/")
        told[name] = str(error.value)

    assert told["none"].endswith("it has no `async def before(page)`.")
    assert told["wrong"].endswith("it ended with LookupError: no such field")
    assert "it ended with SyntaxError" in told["broken"]
