"""Which browser drives: the one that users have, or the one they name; the recording says how it draws."""

import shutil

import pytest

from auditor.collect.page.browser import launch
from tools.browser import LIGHT_BROWSER

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
