"""What a scheduled run writes into its folder, made from a recording that no browser has made."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from auditor.fleet import recording
from auditor.fleet.finish import spec_of
from auditor.fleet.publishing import published
from auditor.fleet.sites import load_sites
from auditor.fleet.spec import RunSpec
from auditor.model.run import Alert, AlertKind, RunRecord
from auditor.settings import SettingsError
from auditor.store import AuditFolder, write_audit
from auditor.store.run_file import write_run
from tests.checks.recorded import page
from tests.checks.recorded import recording as recorded_pages
from tests.render.audits import broken_audit, rich_audit

WHEN = datetime(2026, 11, 23, 4, tzinfo=UTC)
SITES = """
[defaults]
formats = ["md", "csv"]
languages = ["fi", "sv"]
brand = "brand.toml"
ignore = "ignore.toml"

[[sites]]
url = "https://teetupa.example"
competitors = ["kahvila.example", "uusi.example"]

[[sites]]
url = "https://kahvila.example"

[[sites]]
url = "https://uusi.example"
"""
FACT = """
[[fact]]
check = "guest-checkout"
score = 100
author = "Tuula"
reason = "Kassa on auki kaikille."
"""


async def no_browser(_asked: Any, _settings: Any, folder: AuditFolder, *_more: object, **_named: object) -> None:
    """Record a shop of two pages."""
    made = recorded_pages(page("home", "<p>Tervetuloa</p>"), page("product", "<main><p>Muki 9 €</p></main>"))
    folder.write_site(made.site.model_copy(update={"started_at": WHEN}))
    for visit in made.visits:
        folder.add_visit(visit, made.html(visit.id))
    folder.finish()


@pytest.fixture
def spec(tmp_path: Path) -> RunSpec:
    """Write a sites file with all that a run's reports are made with, and give the run of its first shop."""
    (tmp_path / "sites.toml").write_text(SITES)
    (tmp_path / "brand.toml").write_text('name = "Toimisto Oy"\n')
    (tmp_path / "ignore.toml").write_text(FACT)
    fleet = load_sites(tmp_path / "sites.toml")
    return spec_of(
        fleet, fleet.sites[0], WHEN, attempt=1, now=WHEN, locks=tmp_path, references=tmp_path, recorder="x:y"
    )  # fmt: skip


def rival(spec: RunSpec, days: int, *, good: bool) -> None:
    when = WHEN - timedelta(days=days)
    folder = spec.folder.parent.parent / "kahvila.example" / when.strftime("%Y%m%dT%H%M%SZ")
    folder.mkdir(parents=True)
    audit = rich_audit() if good else broken_audit("dead", "No answer.")
    site = audit.site.model_copy(update={"url": "https://kahvila.example/", "name": f"Kahvila {days}"})
    write_audit(folder, audit.model_copy(update={"site": site, "started_at": when}))


def files_of(spec: RunSpec, monkeypatch: pytest.MonkeyPatch, record: RunRecord | None = None) -> set[str]:
    async def turn(_alone: bool) -> None:
        return

    monkeypatch.setattr(recording, "record", no_browser)
    audit = asyncio.run(recording.recorded(spec, turn))
    if record:
        write_run(spec.work, record)
    published(spec, audit)
    return {path.name for path in spec.work.iterdir() if path.is_file()}


def test_reports_are_written_as_the_site_asks(spec: RunSpec, monkeypatch: pytest.MonkeyPatch) -> None:
    files = files_of(spec, monkeypatch)

    each = {f"{name}{lang}.{kind}" for name, kind in (("report", "html"), ("summary", "md"), ("findings", "csv"))
            for lang in ("", ".sv")}  # fmt: skip
    assert each <= files
    assert "compare.html" not in files
    page = (spec.work / "report.html").read_text("utf-8")
    assert "Toimisto Oy" in page
    assert "Kassa on auki kaikille." in page


def test_the_report_tells_the_alerts_of_its_run_in_their_language(
    spec: RunSpec, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Alert(kind=AlertKind.PATH_BROKEN, subject="mobile", sentence="Puhelin: kassalle ei <enää> pääse.")
    good = Alert(kind=AlertKind.RECOVERED, subject="site", sentence="Kauppa vastaa taas.")
    record = RunRecord(
        run=spec.run, site=spec.site, scheduled_at=WHEN, attempt=1, lang="fi", alerts=(told, good)
    )  # fmt: skip

    files_of(spec, monkeypatch, record)

    finnish, swedish = ((spec.work / name).read_text("utf-8") for name in ("report.html", "report.sv.html"))
    assert "Puhelin: kassalle ei &lt;enää&gt; pääse." in finnish
    assert "Kauppa vastaa taas." not in finnish
    assert "Puhelin: kassalle" not in swedish


def test_an_audit_is_held_against_the_last_good_one_of_a_competitor(
    spec: RunSpec, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days, good in ((30, True), (9, True), (2, False)):
        rival(spec, days, good=good)

    assert "compare.html" in files_of(spec, monkeypatch)

    page = (spec.work / "compare.html").read_text("utf-8")
    assert "Kahvila 9" in page
    assert "Kahvila 30" not in page


def test_a_profile_that_names_no_check_is_told_before_the_run(tmp_path: Path) -> None:
    (tmp_path / "strict.toml").write_text('[profile]\noff = ["guest-chekout"]\n')
    (tmp_path / "sites.toml").write_text('[[sites]]\nurl = "https://kauppa.example/"\nprofile = "strict.toml"\n')
    fleet = load_sites(tmp_path / "sites.toml")

    with pytest.raises(SettingsError, match="guest-checkout"):
        spec_of(
            fleet, fleet.sites[0], WHEN, attempt=1, now=WHEN, locks=tmp_path, references=tmp_path, recorder="x:y"
        )  # fmt: skip
