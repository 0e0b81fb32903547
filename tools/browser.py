"""Make sure that this machine has a browser that Playwright can drive; download one only where there is none."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

__all__ = ["LIGHT_BROWSER", "driver_runs", "find_browser", "install_browser", "main"]

# The names under which Chrome, Edge and Chromium are found on PATH.
COMMANDS = (
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chromium",
    "chromium-browser",
)
BROWSER_PACKAGES = ("chromium", "fonts-liberation", "fonts-noto-color-emoji")
# Chromium without a window's works: what tests drive where apt-get has it.
LIGHT_BROWSER = "chromium-headless-shell"
# The one library that Playwright's own Node.js needs and a minimal Debian lacks.
DRIVER_PACKAGES = ("libatomic1",)
DOWNLOAD_SECONDS = 240
APT_SECONDS = 600
START_SECONDS = 60
NO_DRIVER = (
    "Playwright's driver does not start: `python -m playwright --version` tells why "
    "(on a minimal Debian: apt-get install libatomic1)"
)
NO_BROWSER = (
    "no browser was found and none could be installed: install Chromium or Chrome "
    "(Debian: apt-get install chromium; anywhere: python -m playwright install --with-deps chromium) "
    "or name one in CX_AUDIT_BROWSER"
)


def driver_runs() -> bool:
    """Tell whether Playwright's driver starts, after installing what it lacks where that is possible."""
    asked = [sys.executable, "-m", "playwright", "--version"]
    return _succeeds(asked, START_SECONDS) or (_apt_install(DRIVER_PACKAGES) and _succeeds(asked, START_SECONDS))


def find_browser() -> str | None:
    """Return the path of a browser that is already here, the cheapest places to look first.

    Which one an audit then uses is decided by auditor.collect.page.browser; here one is enough.
    """
    named = os.environ.get("CX_AUDIT_BROWSER")
    if named:
        return shutil.which(named)
    on_path = (shutil.which(command) for command in COMMANDS)
    return next((path for path in on_path if path), None) or _managed_by_playwright()


def install_browser() -> str | None:
    """Install a browser by Playwright, else by apt-get when root; return its path, or None."""
    return _install_by_playwright() or _install_by_apt()


def main() -> int:
    """Find or install a browser and print where it is; exit code 1 with one sentence when there is none.

    ``--for-tests`` installs the light one as well where that is possible; the tests run without it, only longer.
    """
    if not driver_runs():
        return _fail(NO_DRIVER)
    path = find_browser()
    if path is None and os.environ.get("CX_AUDIT_BROWSER"):
        return _fail("CX_AUDIT_BROWSER does not name a program that can be run")
    path = path or install_browser()
    if path is None:
        return _fail(NO_BROWSER)
    print(f"browser: {path}")
    if "--for-tests" in sys.argv[1:] and (shutil.which(LIGHT_BROWSER) or _apt_install((LIGHT_BROWSER,))):
        print(f"browser: {LIGHT_BROWSER} for tests")
    return 0


def _fail(sentence: str) -> int:
    print(f"browser: {sentence}", file=sys.stderr)
    return 1


def _managed_by_playwright() -> str | None:
    from playwright.sync_api import sync_playwright  # slow to import, and most machines have a browser on PATH

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _install_by_playwright() -> str | None:
    # A refused download is no news: there are other ways.
    if not _succeeds([sys.executable, "-m", "playwright", "install", "chromium"], DOWNLOAD_SECONDS):
        return None
    path = _managed_by_playwright()
    if path and not _starts(path) and _apt_usable():
        _succeeds([sys.executable, "-m", "playwright", "install-deps", "chromium"], APT_SECONDS)
    return path if path and _starts(path) else None


def _install_by_apt() -> str | None:
    return shutil.which("chromium") if _apt_install(BROWSER_PACKAGES) else None


def _apt_install(packages: Sequence[str]) -> bool:
    if not _apt_usable():
        return False
    print(f"browser: installing {' '.join(packages)} by apt-get", flush=True)
    # A list that could not be renewed may still do.
    _succeeds(["apt-get", "update", "-qq"], APT_SECONDS)
    quietly = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    return _succeeds([*quietly, *packages], APT_SECONDS)


def _apt_usable() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _starts(path: str) -> bool:
    """Tell whether the browser runs: a download can lack the system's libraries."""
    with tempfile.TemporaryDirectory() as profile:
        command = [path, "--headless=new", f"--user-data-dir={profile}", "--dump-dom", "about:blank"]
        # Chromium refuses its sandbox to root; the page is blank.
        return _succeeds([*command, "--no-sandbox"] if os.geteuid() == 0 else command, START_SECONDS)


def _succeeds(command: list[str], seconds: float) -> bool:
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
