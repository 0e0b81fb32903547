"""Checks of the stage "purchase", one a file."""

__all__: list[str] = []
