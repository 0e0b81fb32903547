"""The matrix: every fault of the demo shop makes the checks fail that it should, and no others, through a real browser.

A recording takes far longer than a judgement, so faults that touch different things share one, made of what they are
seen by; `matrix.toml` lists the groups and the couplings that lie in the nature of things. Faults of time are in
`benchmarks/timing_faults.py`.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from auditor.collect.probes import PROBE_NAMES
from auditor.demo_shop import FAULTS, serve
from auditor.model import Audit, Outcome, ViewportName
from auditor.settings import Profile, RecordSettings
from tests.shops.audited import audited_url

TABLE = tomllib.loads((Path(__file__).parent / "matrix.toml").read_text("utf-8"))
GROUPS: dict[str, list[str]] = TABLE["groups"]
PROBED: dict[str, list[str]] = TABLE["probes"]
COUPLED: dict[str, list[str]] = TABLE["coupled"]
PATIENT = Profile(options=TABLE["patience"])
ELSEWHERE: list[str] = TABLE["timed"]
SCREENS: dict[str, list[str]] = TABLE["screens"]
PAGES: dict[str, int] = TABLE["pages"]
HEALTHY = RecordSettings(samples=0)
BAD = {Outcome.FAILED, Outcome.WARNING}
ALONE = 1
# So many recordings at a time at most: they are to be slowed down by each other no more than by ordinary tests.
ABREAST = 2


def settings_of(group: str) -> RecordSettings:
    """Record no more than what shows a group's faults."""
    wanted = {probe for fault in GROUPS[group] for probe in PROBED.get(fault, ())}
    return RecordSettings(
        pages=PAGES.get(group, PAGES["most"]),
        samples=0,
        shortest=False,
        viewports=tuple(map(ViewportName, SCREENS.get(group, ["mobile"]))),
        skip_probes=tuple(name for name in PROBE_NAMES if name not in wanted),
    )


async def audited(faults: frozenset[str], settings: RecordSettings, folder: Path) -> Audit:
    with serve(faults) as shop:
        return (await audited_url(shop.url, settings, folder, PATIENT))[0]


def bad(audit: Audit) -> dict[str, str]:
    """Give the checks that found something to mend, with what they say."""
    return {one.check: one.text_en for one in audit.results if one.outcome in BAD}


def outcomes(audit: Audit, wanted: set[Outcome]) -> dict[str, str]:
    return {one.check: one.text_en for one in audit.results if one.outcome in wanted}


def test_the_matrix_holds_every_fault_once() -> None:
    listed = Counter([*ELSEWHERE, *(fault for group in GROUPS.values() for fault in group)])

    assert sorted(listed) == sorted(FAULTS)
    assert [fault for fault, count in listed.items() if count > ALONE] == []


def test_every_probe_shows_a_fault() -> None:
    used = {probe for probes in PROBED.values() for probe in probes}

    assert used == set(PROBE_NAMES)


def test_couplings_are_few() -> None:
    assert sum(len(checks) for checks in COUPLED.values()) <= len(FAULTS)


@pytest.mark.matrix
@pytest.mark.browser
@pytest.mark.usefixtures("one_browser")
@pytest.mark.xdist_group("matrix-0")
async def test_the_healthy_shop_has_nothing_to_mend(tmp_path: Path) -> None:
    audit = await audited(frozenset(), HEALTHY, tmp_path / "audit")

    assert bad(audit) == {}
    assert outcomes(audit, {Outcome.ERROR}) == {}


@pytest.mark.matrix
@pytest.mark.browser
@pytest.mark.usefixtures("one_browser")
@pytest.mark.parametrize(
    "group",
    [pytest.param(one, marks=pytest.mark.xdist_group(f"matrix-{at % ABREAST}")) for at, one in enumerate(GROUPS, 1)],
)
async def test_a_fault_is_found_by_its_check_and_by_no_other(group: str, tmp_path: Path) -> None:
    faults = GROUPS[group]

    audit = await audited(frozenset(faults), settings_of(group), tmp_path / "audit")

    found = bad(audit)
    coupled = {check for fault in faults for check in COUPLED.get(fault, ())}
    assert {fault: outcomes(audit, set(Outcome)).get(fault) for fault in faults if fault not in found} == {}
    assert {check: text for check, text in found.items() if check not in coupled.union(faults)} == {}
    assert outcomes(audit, {Outcome.ERROR}) == {}
