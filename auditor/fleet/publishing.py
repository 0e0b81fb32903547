"""The reports of a run, written when its alerts are known, and its comparison with the competitors."""

from __future__ import annotations

import sys
from dataclasses import replace

from auditor.brand import load_brand
from auditor.fleet.spec import RunSpec
from auditor.model import Audit
from auditor.publish import Outputs, compared, reported
from auditor.store.past import last_good

__all__ = ["published"]

# A comparison holds five audits: the shop's own and four others.
MOST_RIVALS = 4


def published(spec: RunSpec, audit: Audit) -> None:
    """Write what the sites file asks for into the run's hidden folder; raises StoreError and SettingsError."""
    brand = load_brand(spec.brand) if spec.brand else None
    outputs = Outputs(spec.formats, spec.languages, brand, spec.settings.browser)
    written = reported(spec.work, audit, outputs, named=spec.folder.name)
    if written.lacking:
        sys.stderr.write(f"{written.lacking}\n")
    rivals = [found for one in spec.competitors if (found := last_good(one))]
    if rivals and not audit.problem:
        compared([spec.work, *rivals[:MOST_RIVALS]], spec.work, replace(outputs, formats=("html",)), alike=False)
