"""The pages of the demo shop: functions from a shop and a request to an answer."""

__all__ = ["basket", "catalogue", "checkout", "forms", "missing", "service", "technical"]
