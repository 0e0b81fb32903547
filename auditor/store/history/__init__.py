"""The history: an index of audit folders with the runs of the schedule, in SQLite or PostgreSQL.

The folders are the truth. Nothing but the schedule's own state is lost with the database.
"""

from auditor.store.history.audits import Indexed, Refreshed, audits_of, index_audit, rebuild, refresh, sites_of
from auditor.store.history.database import begin, open_history

__all__ = [
    "Indexed",
    "Refreshed",
    "audits_of",
    "begin",
    "index_audit",
    "open_history",
    "rebuild",
    "refresh",
    "sites_of",
]
