"""Audits one test shop with a real browser and gives the audit with what the shop itself counted."""

from __future__ import annotations

import importlib
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from auditor.collect.arrival.address import read_address
from auditor.collect.record import record
from auditor.collect.record_folder import Progress
from auditor.judge import judge
from auditor.model import Audit
from auditor.registry import load_checks
from auditor.settings import Profile, RecordSettings
from auditor.store import AuditFolder, read_recording, write_audit
from tests.shops.compare import TRUTH
from tests.shops.kit import Shop, serve

__all__ = ["AuditedShop", "audited_shop", "audited_url", "new_shop", "one_of_each_family", "shop_names"]

VARIANTS = Path(__file__).parent / "variants"
VERSION = "test"
DEFAULT = Profile()


@dataclass(frozen=True)
class AuditedShop:
    """An audit, the seconds from the first walk's start to the end of all walking, and what the shop counted."""

    audit: Audit
    stage_seconds: float
    orders: int
    accounts: int
    messages: int

    @property
    def harm(self) -> str:
        """Say what the auditor did that it must never do; empty where it did nothing."""
        counted = {"orders": self.orders, "accounts": self.accounts, "messages": self.messages}
        return ", ".join(f"{count} {name}" for name, count in counted.items() if count)


def shop_names() -> tuple[str, ...]:
    """Name every shop that has both its markup and its truth, in alphabetical order."""
    return tuple(sorted(path.stem for path in TRUTH.glob("*.toml") if (VARIANTS / f"{path.stem}.py").is_file()))


def one_of_each_family(family_of: dict[str, str]) -> tuple[str, ...]:
    """Choose the alphabetically first shop of each family; ``family_of`` gives a family by the shop's name."""
    first: dict[str, str] = {}
    for name in sorted(family_of):
        first.setdefault(family_of[name], name)
    return tuple(sorted(first.values()))


def new_shop(name: str) -> Shop:
    """Open a shop by its name."""
    shop: Shop = importlib.import_module(f"tests.shops.variants.{name}").App()
    return shop


async def audited_shop(name: str, settings: RecordSettings, folder: Path) -> AuditedShop:
    """Serve a shop, audit it into a folder and give the audit with the shop's counters."""
    shop = new_shop(name)
    with serve(shop) as url:
        audit, seconds = await audited_url(url, settings, folder)
    return AuditedShop(audit, seconds, shop.orders, shop.accounts, shop.messages)


async def audited_url(
    url: str, settings: RecordSettings, folder: Path, profile: Profile = DEFAULT
) -> tuple[Audit, float]:
    """Record and judge what answers at an address; the seconds are those from the walk's start to its end."""
    walking: list[float] = []

    def tell(progress: Progress) -> None:
        if progress.stage == "walk":
            walking.append(time.monotonic())

    kept = AuditFolder.create(folder)
    await record(read_address(url), settings, kept, tell, now=lambda: datetime.now(UTC), tool_version=VERSION)
    recording = read_recording(folder)
    day = recording.site.started_at.date()
    audit = judge(recording, load_checks(), profile, duties_as_of=day, tool_version=VERSION)
    write_audit(folder, audit)
    return audit, walking[-1] - walking[0] if walking else 0.0
