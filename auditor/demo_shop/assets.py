"""Style sheets, scripts and small pictures of the package, read once per shop."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources import files

__all__ = ["CONTENT_TYPES", "Asset", "load_assets"]

CONTENT_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "webm": "video/webm",
    "vtt": "text/vtt; charset=utf-8",
    "pdf": "application/pdf",
}


@dataclass(frozen=True)
class Asset:
    """One file under /static/ with its version, which changes with its content."""

    body: bytes
    content_type: str
    version: str


def load_assets() -> dict[str, Asset]:
    """Return the static files by name."""
    assets: dict[str, Asset] = {}
    for file in files("auditor.demo_shop").joinpath("static").iterdir():
        suffix = file.name.rpartition(".")[2]
        if file.is_file() and suffix in CONTENT_TYPES:
            body = file.read_bytes()
            assets[file.name] = Asset(body, CONTENT_TYPES[suffix], hashlib.sha256(body).hexdigest()[:10])
    return assets
