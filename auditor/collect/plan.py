"""What an audit will do, and about how long that takes; needs no browser."""

from __future__ import annotations

from auditor.model import ViewportName
from auditor.settings import RecordSettings

__all__ = ["crawls", "estimate_seconds", "looks_closely", "probes", "times", "walks"]

# Seconds that the parts take on an ordinary shop, from audits of django-oscar and of the demo shop on two processors.
START, WALK, LOOK, PROBES, PAGE = 6, 11, 2.5, 29, 0.5
BEHIND = 25
LOAD = {ViewportName.DESKTOP: 2.5, ViewportName.MOBILE: 4.0, ViewportName.TABLET: 4.0}
TIMED_PAGES = 3


def walks(settings: RecordSettings) -> bool:
    """Say whether the shop is walked through."""
    return settings.walk and settings.only in {"all", "walk"}


def times(settings: RecordSettings) -> bool:
    """Say whether pages are timed."""
    return settings.samples > 0 and settings.only in {"all", "speed"}


def looks_closely(settings: RecordSettings) -> bool:
    """Say whether the main pages are looked at closely."""
    return settings.only == "all"


def probes(settings: RecordSettings) -> bool:
    """Say whether acts outside the walk are tried: consent, search, a page that does not exist and the like."""
    return settings.probes and settings.only == "all"


def crawls(settings: RecordSettings) -> bool:
    """Say whether further pages are read."""
    return settings.pages > 0 and settings.only == "all"


def estimate_seconds(settings: RecordSettings, *, local: bool = False) -> int:
    """Estimate how long an audit takes, in seconds; a public host is asked no more than once a second."""
    screens = len(settings.viewports)
    pause = 0.0 if local else settings.pace_seconds
    total = float(START)
    total += (WALK + 8 * pause) * screens if walks(settings) else 0 if settings.speed_pages else WALK / 2
    total += BEHIND * screens if walks(settings) and settings.deep_checkout else 0
    if times(settings):
        each = sum(LOAD[viewport] for viewport in settings.viewports)
        pages, more = (len(settings.speed_pages), 0) if settings.speed_pages else (TIMED_PAGES, 1)
        total += each * (pages * settings.samples + more) + LOAD[settings.viewports[0]]
    total += LOOK * TIMED_PAGES * screens if looks_closely(settings) else 0
    total += PROBES if probes(settings) else 0
    total += settings.pages * max(PAGE, pause) if crawls(settings) else 0
    return round(min(total, settings.max_seconds))
