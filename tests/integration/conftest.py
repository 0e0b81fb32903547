"""Fixtures: real shops, each started when a test first asks for it and stopped at the end of the session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integration.oscar_shop import RunningShop, oscar_shop

__all__ = ["oscar_account_en", "oscar_account_fi", "oscar_guest_en", "oscar_guest_fi"]


@pytest.fixture(scope="session")
def oscar_guest_en() -> Iterator[RunningShop]:
    """An English oscar shop where a guest may order."""
    with oscar_shop(guest_checkout=True, language="en") as shop:
        yield shop


@pytest.fixture(scope="session")
def oscar_account_en() -> Iterator[RunningShop]:
    """An English oscar shop that demands an account (oscar's default)."""
    with oscar_shop(guest_checkout=False, language="en") as shop:
        yield shop


@pytest.fixture(scope="session")
def oscar_guest_fi() -> Iterator[RunningShop]:
    """A Finnish oscar shop where a guest may order."""
    with oscar_shop(guest_checkout=True, language="fi") as shop:
        yield shop


@pytest.fixture(scope="session")
def oscar_account_fi() -> Iterator[RunningShop]:
    """A Finnish oscar shop that demands an account (oscar's default)."""
    with oscar_shop(guest_checkout=False, language="fi") as shop:
        yield shop
