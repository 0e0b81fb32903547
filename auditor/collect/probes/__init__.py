"""Acts outside the walk, each in a context of its own, with a budget and an off switch."""

from auditor.collect.probes.runner import PROBE_NAMES, PROBES, run_probes

__all__ = ["PROBES", "PROBE_NAMES", "run_probes"]
