"""Where the scripts and rules of others lie that run inside the audited page, and whether they are there."""

import hashlib
from enum import StrEnum
from importlib.resources import as_file, files
from pathlib import Path

__all__ = ["Asset", "AssetsMissingError", "asset_path", "assets_fresh"]


class Asset(StrEnum):
    """The files that hatch_build.py puts into auditor/assets/."""

    AXE = "axe.min.js"
    WEB_VITALS = "web-vitals.attribution.iife.js"
    AUTOCONSENT = "autoconsent.playwright.js"
    AUTOCONSENT_RULES = "autoconsent.rules.json"
    THIRD_PARTIES = "third-party-entities.json"


class AssetsMissingError(RuntimeError):
    """The page scripts were never fetched; the message names the command that does it."""


def asset_path(name: Asset) -> Path:
    """Return the path of a page script; raise AssetsMissingError where it was never fetched."""
    path = _assets() / Asset(name)
    if not path.is_file():
        raise AssetsMissingError(f"the page script {name} is missing: run `make setup` (or install the wheel again)")
    return path


def assets_fresh() -> bool:
    """Tell whether every page script is there and, in a checkout, was made from its package-lock.json."""
    assets = _assets()
    stamp = assets / "STAMP"
    if not stamp.is_file() or not all((assets / name).is_file() for name in Asset):
        return False
    lock = assets.parent.parent / "package-lock.json"
    if not lock.is_file():
        return True  # an installed wheel: its scripts cannot grow stale
    return stamp.read_text(encoding="ascii").strip() == hashlib.sha256(lock.read_bytes()).hexdigest()


def _assets() -> Path:
    # The package is installed as plain files, so this is the folder itself and not a copy that ends with the block.
    with as_file(files("auditor")) as package:
        return package / "assets"
