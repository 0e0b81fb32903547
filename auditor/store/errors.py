"""What can go wrong with an audit's folder, each told in one sentence."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["FolderInUseError", "NoRecordingError", "StoreError", "disk_errors_told"]

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EACCES: "there is no permission to write there",
    errno.EPERM: "there is no permission to write there",
    errno.EROFS: "the disk can only be read",
    errno.ENOTDIR: "a part of the path is a file",
    errno.EEXIST: "a part of the path is a file",
    errno.ENAMETOOLONG: "the path is too long",
}


class StoreError(Exception):
    """The disk does not let an audit be kept or read; the text is one sentence for people."""


class FolderInUseError(StoreError):
    """The folder that was named holds an audit already."""


class NoRecordingError(StoreError):
    """The folder that was named holds no recording, or one that cannot be read."""


@contextmanager
def disk_errors_told(path: Path, what: str = "written") -> Iterator[None]:
    """Turn an error of the disk into a StoreError that says what could not be done, where, and why."""
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, (error.strerror or str(error)).lower())
        raise StoreError(f"{path} cannot be {what}: {reason}.") from error
