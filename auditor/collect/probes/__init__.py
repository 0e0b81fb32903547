"""Acts outside the walk, each in a context of its own, with a budget and an off switch."""

from auditor.collect.probes.runner import PROBES, run_probes

__all__ = ["PROBES", "run_probes"]
