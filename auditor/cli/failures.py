"""Errors as exit codes and sentences (CONTRACTS 5); nothing is imported here that a plain --help does not need."""

from __future__ import annotations

import os
import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ENVIRONMENT", "INTERNAL", "INTERRUPTED", "SHOP", "USAGE", "Failure", "failure_of"]

USAGE, SHOP, ENVIRONMENT, INTERNAL = 2, 3, 4, 70
# To which the number of the signal is added that ended the program.
INTERRUPTED = 128

# Errors are known by name, so that the rooms they live in are loaded only by the commands that need them.
CODES = {
    "auditor.settings.SettingsError": USAGE,
    "auditor.collect.arrival.address.AddressError": USAGE,
    "auditor.store.errors.FolderInUseError": USAGE,
    "auditor.store.errors.NoRecordingError": USAGE,
    "auditor.store.errors.StoreError": ENVIRONMENT,
    "auditor.collect.page.browser.BrowserMissingError": ENVIRONMENT,
    "auditor.page_scripts.AssetsMissingError": ENVIRONMENT,
    "auditor.registry.DuplicateCheckError": ENVIRONMENT,
}
OURS = ("auditor", "checks", "reports")


@dataclass(frozen=True)
class Failure:
    """An exit code with the sentence that explains it."""

    code: int
    sentence: str


def failure_of(error: Exception) -> Failure:
    """Return the code and sentence of an error; the details of an unforeseen one go into a file."""
    for kind in type(error).__mro__:
        code = CODES.get(f"{kind.__module__}.{kind.__qualname__}")
        if code is not None:
            text = str(error).strip()
            return Failure(code, text if text.startswith("/") else f"{text[:1].upper()}{text[1:]}")
    if isinstance(error, ImportError) and error.name and not error.name.startswith(OURS):
        return Failure(ENVIRONMENT, f"The package {error.name} cannot be loaded: install cx-audit again.")
    told = type(error).__name__
    place = _kept("".join(traceback.format_exception(error)))
    where = f"the details are in {place}" if place else "its details could not be kept"
    return Failure(INTERNAL, f"An internal error ended the program ({told}); {where}.")


def _kept(details: str) -> Path | None:
    from auditor.store import Scrubber

    try:
        descriptor, name = tempfile.mkstemp(prefix="cx-audit-error-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(Scrubber().text(details))
    except OSError:
        return None
    return Path(name)
