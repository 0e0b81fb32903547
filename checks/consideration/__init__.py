"""Checks of the stage "consideration", one a file."""

__all__: list[str] = []
