"""Put the page scripts named by package-lock.json into auditor/assets/.

One piece of code for both users: hatchling runs it as a build hook, `make setup` runs it as a command.
The scripts are never committed; their licence texts travel with them into the wheel.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

__all__ = ["ASSETS", "AssetsError", "PageScriptsHook", "assets_fresh", "build_assets", "main"]

# The name in auditor/assets/ and the file inside node_modules/.
ASSETS = {
    "axe.min.js": "axe-core/axe.min.js",
    "web-vitals.attribution.iife.js": "web-vitals/dist/web-vitals.attribution.iife.js",
    "autoconsent.playwright.js": "@duckduckgo/autoconsent/dist/autoconsent.playwright.js",
    "autoconsent.rules.json": "@duckduckgo/autoconsent/rules/rules.json",
    "third-party-entities.json": "third-party-web/dist/entities-nostats.json",
}
NPM_INPUTS = ("package.json", "package-lock.json", ".npmrc")
NPM_CI = ("npm", "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error")
NPM_SECONDS = 300


class AssetsError(RuntimeError):
    """The page scripts could not be fetched; the message says what to do."""


# Hatchling asks for a subclass: the one place outside errors where the project inherits.
class PageScriptsHook(BuildHookInterface):  # type: ignore[type-arg]  # the type of the builder's config is of no use here
    """Hatchling's build hook."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Fetch the page scripts before the files of the package are collected."""
        build_assets(Path(self.root))


def assets_fresh(root: Path) -> bool:
    """Tell whether auditor/assets/ holds every file, made from the package-lock.json of today."""
    assets = root / "auditor" / "assets"
    stamp = assets / "STAMP"
    return (
        stamp.is_file()
        and stamp.read_text(encoding="ascii").strip() == _lock_digest(root)
        and all((assets / name).is_file() for name in ASSETS)
    )


def build_assets(root: Path) -> bool:
    """Make auditor/assets/ if it is stale, and tell whether it was; raise AssetsError when npm cannot."""
    if assets_fresh(root):
        return False
    assets = root / "auditor" / "assets"
    # Beside the target, so that the last step is a rename and a half-filled folder is never seen.
    with tempfile.TemporaryDirectory(prefix=".assets-", dir=assets.parent) as scratch:
        modules = _npm_ci(root, Path(scratch) / "npm")
        made = Path(scratch) / "assets"
        made.mkdir()
        for name, source in ASSETS.items():
            shutil.copyfile(modules / source, made / name)
        _copy_licences(modules, made / "licenses")
        (made / "STAMP").write_text(_lock_digest(root) + "\n", encoding="ascii")
        shutil.rmtree(assets, ignore_errors=True)
        made.rename(assets)
    return True


def _lock_digest(root: Path) -> str:
    return hashlib.sha256((root / "package-lock.json").read_bytes()).hexdigest()


def _npm_ci(root: Path, place: Path) -> Path:
    """Install the locked packages in `place`, without running their scripts, and return its node_modules."""
    place.mkdir()
    for name in NPM_INPUTS:
        shutil.copyfile(root / name, place / name)
    if shutil.which("npm") is None:
        raise AssetsError("npm was not found: install Node.js with npm (Debian: apt-get install nodejs npm)")
    try:
        subprocess.run(NPM_CI, cwd=place, check=True, stdin=subprocess.DEVNULL, timeout=NPM_SECONDS)
    except subprocess.CalledProcessError as error:
        raise AssetsError(f"npm ci ended with code {error.returncode}; its own words are above") from error
    except subprocess.TimeoutExpired as error:
        raise AssetsError(f"npm ci did not end in {NPM_SECONDS} s: is the package registry reachable?") from error
    return place / "node_modules"


def _copy_licences(modules: Path, target: Path) -> None:
    """Copy each package's licence texts, with a NOTICE that names version, licence and where the source is."""
    target.mkdir()
    notices = []
    for manifest in sorted([*modules.glob("*/package.json"), *modules.glob("@*/*/package.json")]):
        about = json.loads(manifest.read_text(encoding="utf-8"))
        repository = about.get("repository", "")
        source = repository if isinstance(repository, str) else repository.get("url", "")
        notices.append(f"{about['name']} {about['version']}: {about['license']}; source: {source}")
        prefix = about["name"].removeprefix("@").replace("/", "-")
        for text in sorted(manifest.parent.glob("LICEN[CS]E*")):
            shutil.copyfile(text, target / f"{prefix}.{text.name}")
    (target / "NOTICE").write_text("\n".join(notices) + "\n", encoding="utf-8")


def main() -> int:
    """Make the assets of the checkout this file lies in, and say what was done."""
    root = Path(__file__).parent
    try:
        built = build_assets(root)
    except AssetsError as error:
        print(f"page scripts: {error}", file=sys.stderr)
        return os.EX_UNAVAILABLE
    print(f"page scripts: {'put into auditor/assets' if built else 'up to date'}")
    return os.EX_OK


if __name__ == "__main__":
    sys.exit(main())
