"""Secrets by reference: a sites file names where a secret stands, never the secret."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator

from auditor.settings import SettingsError

__all__ = ["SecretRef", "TargetRef", "secret"]

_REFERENCE = re.compile(r"env:[A-Za-z_]\w*|file:.+")
# Targets without a name and a password may stand in the open; of all others the address is the secret.
_OPEN_TARGET = re.compile(r"(?:jsons?|forms?|xmls?)://[^@\s]+")


def _reference(value: str) -> str:
    if not _REFERENCE.fullmatch(value):
        raise ValueError("write env:NAME or file:PATH: the secret itself does not belong in this file")
    return value


def _target(value: str) -> str:
    if not (_REFERENCE.fullmatch(value) or _OPEN_TARGET.fullmatch(value)):
        raise ValueError("write env:NAME or file:PATH that holds the target's address, or a plain json://HOST/PATH")
    return value


SecretRef = Annotated[str, AfterValidator(_reference)]
TargetRef = Annotated[str, AfterValidator(_target)]


def secret(reference: str, folder: Path | None = None) -> str:
    """Fetch what a reference names; a file's path counts from ``folder``.

    Raises SettingsError that names the reference where there is nothing.
    """
    where, _colon, name = reference.partition(":")
    if where == "env":
        value = os.environ.get(name, "").strip()
        if not value:
            raise SettingsError(f"The environment variable {name}, which the sites file names, is not set.")
        return value
    if where != "file":
        return reference
    path = (folder or Path()) / Path(name).expanduser()
    try:
        value = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The file {path}, which the sites file names, cannot be read.") from error
    if not value:
        raise SettingsError(f"The file {path}, which the sites file names, is empty.")
    return value
