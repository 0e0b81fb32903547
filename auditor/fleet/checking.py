"""Whether everything that a sites file names is there: profiles, budgets, brands, secrets, the extra for messages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from auditor.amendments import load_amendments
from auditor.brand import load_brand
from auditor.fleet.messages import MISSING_EXTRA
from auditor.fleet.secrets import secret
from auditor.fleet.sites import Fleet, Shop
from auditor.gate.budget import checked, load_budget
from auditor.registry import load_checks
from auditor.settings import SettingsError, load_settings

__all__ = ["faults_of"]


def faults_of(fleet: Fleet, references: Path) -> tuple[str, ...]:
    """List what is wrong with the things that a sites file names, each in one sentence; secrets are not shown."""
    known = tuple(check.id for check in load_checks())
    found = [f"{shop.id}: {fault}" for shop in fleet.sites for fault in _faults(shop, references, known)]
    if fleet.database:
        found += _of(lambda: secret(fleet.database or "", references))
    if any(shop.notify for shop in fleet.sites) and find_spec("apprise") is None:
        found.append(MISSING_EXTRA)
    return tuple(dict.fromkeys(found))


def _faults(shop: Shop, references: Path, known: tuple[str, ...]) -> list[str]:
    profile, budget, brand, access = shop.profile, shop.budget, shop.brand, shop.access
    secrets = [*filter(None, [access.auth]), *access.headers.values(), *access.cookies.values(), *shop.notify]
    files = [one for one in (access.storage_state, access.before) if one is not None]
    return [
        *(_of(partial(load_settings, profile)) if profile else []),
        *(_of(lambda: checked(load_budget(budget), known)) if budget else []),
        *_of(partial(load_amendments, shop.ignore)),
        *(_of(partial(load_brand, brand)) if brand else []),
        *(fault for one in secrets for fault in _of(partial(secret, one, references))),
        *(f"The file {one}, which the sites file names, does not exist." for one in files if not one.is_file()),
    ]


def _of(look: Callable[[], object]) -> list[str]:
    try:
        look()
    except SettingsError as error:
        return [str(error)]
    return []
