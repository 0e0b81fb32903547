"""An audit that is there, held against a budget, required facts and a baseline; needs no browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from auditor.gate.budget import Budget
from auditor.gate.limits import gate
from auditor.gate.outcome import Gated, machine
from auditor.gate.regression import Baseline, regressions
from auditor.gate.verdict import Status, Verdict, to_confirm, worst_code
from auditor.model import Audit
from auditor.store import Scrubber, read_audit
from auditor.store.past import past_audits

__all__ = ["LAST", "Held", "Rules", "gate_folder", "gated_of", "held"]

LAST = "last"


@dataclass(frozen=True)
class Rules:
    """What an audit is held against; ``baseline`` is a path or "last", ``pages`` are those that must be measured.

    ``narrowed`` says that fewer pages were asked for than an audit would look at.
    """

    budget: Budget
    baseline: str | None = None
    pages: tuple[str, ...] = ()
    narrowed: bool = False


@dataclass(frozen=True)
class Held:
    """The verdicts on an audit, the baseline it was compared with, and what is to be known of that."""

    audit: Audit
    verdicts: tuple[Verdict, ...]
    baseline: Audit | None = None
    notes: tuple[str, ...] = ()


def gate_folder(folder: Path, rules: Rules) -> Gated:
    """Gate an audit that is there already: no browser is started, and nothing is measured again."""
    found = held(read_audit(folder), folder, rules)
    alone = "A recorded audit is gated as it is: nothing was measured again to confirm a breach."
    report = folder / "report.html"
    shown = str(report) if report.is_file() else ""
    return gated_of(found, folder, (alone,) if to_confirm(found.verdicts) else (), shown)


def held(audit: Audit, folder: Path, rules: Rules) -> Held:
    """Hold an audit against all rules; raises StoreError where a baseline that was named cannot be read."""
    pages = tuple(Scrubber().text(urljoin(audit.site.url, page)) for page in rules.pages)
    verdicts = gate(audit, rules.budget, pages=pages)
    if rules.baseline is None or audit.problem:
        return Held(audit, verdicts)
    baseline = _last(folder) if rules.baseline == LAST else Baseline(read_audit(Path(rules.baseline)))
    if baseline is None:
        told = f"There is no earlier audit beside {folder} to compare with: this one is the baseline of the next."
        nothing = Verdict(Status.WARNED, "baseline", audit.site.url, "", None, None, told)
        return Held(audit, (*verdicts, nothing))
    note = f"The baseline is of {baseline.audit.started_at:%Y-%m-%d %H:%M} UTC, {baseline.audit.site.url}."
    found = regressions(audit, baseline, rules.budget.regression, narrowed=rules.narrowed)
    return Held(audit, (*verdicts, *found), baseline.audit, (note,))


def gated_of(found: Held, folder: Path, notes: tuple[str, ...] = (), report: str = "") -> Gated:
    """Put together what the outputs tell."""
    audit = found.audit
    about, warnings = machine(audit.host, found.baseline.host if found.baseline else None)
    return Gated(
        url=audit.site.url,
        code=worst_code(found.verdicts),
        verdicts=found.verdicts,
        started_at=audit.started_at,
        notes=(*about, *found.notes, *notes),
        warnings=warnings,
        folder=str(folder),
        report=report,
    )


def _last(folder: Path) -> Baseline | None:
    """Find the last good audit of the same shop in the folders beside this one."""
    good = [one for one in past_audits(folder) if one.good]
    return Baseline(read_audit(folder.resolve().parent / good[-1].folder), named=False) if good else None
