"""Many shops, every week: who is due, who runs it, what came of it, and who is told."""

__all__: list[str] = []
