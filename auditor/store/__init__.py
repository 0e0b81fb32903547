"""Keeps audits: one folder each, append-only while it is recorded, read again by judge and report."""

from auditor.store.errors import FolderInUseError, NoRecordingError, StoreError
from auditor.store.folder import AuditFolder, default_folder
from auditor.store.read import picture_reader, read_audit, read_recording, read_site, write_audit, write_report
from auditor.store.scrub import Scrubber

__all__ = [
    "AuditFolder",
    "FolderInUseError",
    "NoRecordingError",
    "Scrubber",
    "StoreError",
    "default_folder",
    "picture_reader",
    "read_audit",
    "read_recording",
    "read_site",
    "write_audit",
    "write_report",
]
