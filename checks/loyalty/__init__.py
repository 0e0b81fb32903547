"""Checks of the stage "loyalty", one a file."""

__all__: list[str] = []
