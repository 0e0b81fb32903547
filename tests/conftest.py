"""What holds for all tests: the longest begin first, and hypothesis finds wrong answers, not slow machines."""

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

LONGEST_FIRST = ("matrix", "integration", "browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes minutes, so that no worker is left alone with it at the end."""
    items.sort(key=lambda item: next((n for n, name in enumerate(LONGEST_FIRST) if item.get_closest_marker(name)), 9))
