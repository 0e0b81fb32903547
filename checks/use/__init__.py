"""Checks of the stage "use", one a file."""

__all__: list[str] = []
