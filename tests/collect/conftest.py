"""Fixtures: small servers whose pages a test writes itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack

import pytest

from tests.collect.pages import Pages, Served
from tests.shops.kit import Response, serve


@pytest.fixture
def serving() -> Iterator[Callable[[Mapping[str, Response | str]], Served]]:
    """Give a function that serves answers by path until the test ends."""
    with ExitStack() as stack:

        def start(answers: Mapping[str, Response | str]) -> Served:
            shop = Pages(answers=answers)
            return Served(stack.enter_context(serve(shop)), shop)

        yield start
