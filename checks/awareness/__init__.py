"""Checks of the stage "awareness", one a file."""

__all__: list[str] = []
