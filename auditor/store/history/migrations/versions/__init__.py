"""One file a revision, in order."""

__all__: list[str] = []
