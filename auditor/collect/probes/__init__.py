"""Acts outside the walk, each in a context of its own, with a budget and an off switch."""

from auditor.collect.probes.runner import PROBES, run_probes
from auditor.settings import PROBE_NAMES

__all__ = ["PROBES", "PROBE_NAMES", "run_probes"]
