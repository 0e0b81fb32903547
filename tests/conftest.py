"""What holds for all tests: the longest begin first, those of a worker share one browser, and hypothesis finds wrong
answers, not slow machines.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from hypothesis import settings

from auditor.collect import record
from auditor.collect.page.browser import Launched, launch
from auditor.model import HostInfo
from tools.browser import LIGHT_BROWSER

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

NAMED = "CX_AUDIT_BROWSER"
LONGEST_FIRST = ("matrix", "integration", "browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes minutes, so that no worker is left alone with it at the end."""
    items.sort(key=lambda item: next((n for n, name in enumerate(LONGEST_FIRST) if item.get_closest_marker(name)), 9))


def pytest_configure() -> None:
    """Let tests, and what they start, drive Debian's headless shell where it is: the same with a third less work.

    Who asks for ``users_browser`` gets the one that users have.
    """
    light = shutil.which(LIGHT_BROWSER)
    if light:
        os.environ.setdefault(NAMED, light)


@pytest.fixture
def users_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drive the browser that users have: what decides about browsers, and what the light one does in another way."""
    if os.environ.get(NAMED) == shutil.which(LIGHT_BROWSER):
        monkeypatch.delenv(NAMED)


@pytest.fixture(scope="session")
async def launched() -> AsyncIterator[Launched]:
    """Give the one browser that all tests of a worker share: each opens fresh contexts in it."""
    async with launch() as browser:
        yield browser


@pytest.fixture
async def one_browser(launched: Launched, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whole recordings, too, share that browser, and measure no machine: a third of a short walk's work."""

    @asynccontextmanager
    async def shared(*_asked: object) -> AsyncIterator[Launched]:
        yield launched

    async def unmeasured(_launched: Launched) -> HostInfo:
        return HostInfo()

    monkeypatch.setattr(record, "launch", shared)
    monkeypatch.setattr(record, "host_info", unmeasured)
