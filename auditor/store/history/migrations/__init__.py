"""The schema's revisions; a released one is never changed, a new one is added."""

__all__: list[str] = []
