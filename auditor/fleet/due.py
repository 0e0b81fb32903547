"""When a shop is due: pure arithmetic of schedule, time zone, jitter and blackout hours.

A run is known by its site and the instant that its schedule names, in UTC. So two programs mean the same run, and
neither summer time nor a machine that slept makes a second one. What was missed is made up for once.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from cronsim import CronSim

from auditor.fleet.sites import Shop, window

__all__ = ["begins_at", "due_run", "folder_name", "next_begin", "run_id"]

ONE_DAY = timedelta(days=1)
WELL_BEFORE = timedelta(hours=36)


def due_run(shop: Shop, now: datetime) -> datetime | None:
    """Return the instant of the latest run that should have begun by now; None where there is none, or in a blackout.

    Whether that run was made already, only the history knows.
    """
    if _blackout_end(shop, now) is not None:
        return None
    due = None
    # Going back, or from within the hour that summer time skips, cronsim errs: so go back well before, then forward.
    early = (now - timedelta(minutes=shop.jitter_minutes, seconds=-1)).astimezone(shop.zone)
    start = next(CronSim(shop.schedule, early, reverse=True), None)
    if start is None:
        return None
    for local in CronSim(shop.schedule, (start.astimezone(UTC) - WELL_BEFORE).astimezone(shop.zone)):
        instant = local.astimezone(UTC)
        if instant > now:
            break
        if begins_at(shop, instant) <= now:
            due = instant
    return due


def next_begin(shop: Shop, now: datetime) -> datetime | None:
    """Return when the next run of the schedule begins, jitter and blackout hours counted in; None for never."""
    after = (now - timedelta(minutes=shop.jitter_minutes)).astimezone(shop.zone)
    for local in CronSim(shop.schedule, after):
        begin = begins_at(shop, local.astimezone(UTC))
        if begin > now:
            return _blackout_end(shop, begin) or begin
    return None


def begins_at(shop: Shop, instant: datetime) -> datetime:
    """Add the jitter: minutes that look like chance, and are the same whenever they are asked for."""
    if not shop.jitter_minutes:
        return instant
    seed = hashlib.sha256(run_id(shop, instant).encode()).digest()
    return instant + timedelta(minutes=int.from_bytes(seed[:4]) % (shop.jitter_minutes + 1))


def run_id(shop: Shop, instant: datetime) -> str:
    """Name a run, as in ``shop.example@20261123T030000Z``."""
    return f"{shop.id}@{folder_name(instant)}"


def folder_name(instant: datetime) -> str:
    """Name the folder of a run's audit after the instant of its schedule."""
    return instant.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _blackout_end(shop: Shop, when: datetime) -> datetime | None:
    """Return when the blackout that holds at an instant is over; None where none holds."""
    end = when
    for _ in range(len(shop.blackout) + 1):  # one blackout may end in another
        local = end.astimezone(shop.zone)
        for hours in shop.blackout:
            begin, finish = window(hours)
            now = local.time()
            inside = begin <= now < finish if begin < finish else now >= begin or now < finish
            if inside:
                day = local.date() + (ONE_DAY if begin > finish and now >= begin else timedelta())
                end = datetime.combine(day, finish, shop.zone).astimezone(UTC)
                break
        else:
            break
    return None if end == when else end
