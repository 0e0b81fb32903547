"""What each check is asked about: the whole shop, each screen, or each page; and whether its evidence is there."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.check import Check, Need, Scope, Trail
from auditor.model import Journey, PageKind, Recording, ViewportName, Visit

__all__ = ["is_there", "trails"]


def trails(recording: Recording, check: Check) -> Iterator[Trail]:
    """Yield what a check is asked about; a page check without any page is asked once per screen, and cannot tell."""
    wanted = check.viewports or tuple(recording.site.viewports)
    if check.scope is Scope.SITE:
        walk = next((recording.journeys[name] for name in ViewportName if name in recording.journeys), None)
        yield Trail(None, recording.visits, recording.loads, walk)
        return
    for viewport in (name for name in recording.site.viewports if name in wanted):
        whole = Trail(
            viewport,
            tuple(visit for visit in recording.visits if visit.viewport is viewport),
            tuple(load for load in recording.loads if load.viewport is viewport),
            recording.journeys.get(viewport),
        )
        if check.scope is Scope.VIEWPORT:
            yield whole
        else:
            pages = tuple(_by_load(check, whole) if Need.LOADS in check.needs else _by_visit(check, whole))
            yield from pages or (whole,)


def _by_visit(check: Check, whole: Trail) -> Iterator[Trail]:
    """Give each address once: by the visit that measured most of what the check reads, among equals the first."""
    best: dict[str, tuple[int, Visit]] = {}
    for visit in whole.visits:
        address = visit.url.partition("#")[0]
        fact = getattr(visit.facts, check.fact) if check.fact else None
        wanted = not check.page_kinds or visit.kind in check.page_kinds
        much = len(fact) if isinstance(fact, tuple) else 0
        if wanted and (not check.fact or fact not in (None, (), "")) and much > best.get(address, (-1,))[0]:
            best[address] = (much, visit)
    for _much, visit in best.values():
        yield Trail(whole.viewport, (visit,), whole.loads, whole.walk, visit)


def _by_load(check: Check, whole: Trail) -> Iterator[Trail]:
    timed = {load.page: None for load in whole.loads if not check.page_kinds or load.page in check.page_kinds}
    for kind in timed:
        loads = tuple(load for load in whole.loads if load.page is kind)
        addresses = {load.url for load in loads}
        same = [visit for visit in whole.visits if visit.kind is kind]
        page = next((visit for visit in same if visit.url in addresses), next(iter(same), None))
        yield Trail(whole.viewport, (page,) if page else (), loads, whole.walk, page)


def is_there(need: Need, trail: Trail) -> bool:
    """Say whether the evidence that a check cannot do without was recorded."""
    walk = trail.walk
    match need:
        case Need.VISITS:
            return bool(trail.visits)
        case Need.HOME:
            return trail.first(PageKind.HOME) is not None
        case Need.PRODUCT:
            return trail.first(PageKind.PRODUCT) is not None
        case Need.LOADS:
            return bool(trail.loads)
        case Need.JOURNEY:
            return walk is not None
        case Need.IN_CART:
            return walk is not None and walk.clicks.in_cart is not None
        case Need.DOOR:
            return walk is not None and walk.door is not None
        case Need.GUEST_FORM:
            return walk is not None and _guest_form_seen(walk)
        case Need.CRAWL:
            return any(visit.part == "crawl" for visit in trail.visits)


def _guest_form_seen(walk: Journey) -> bool:
    return walk.clicks.guest_form is not None or bool(walk.door and walk.door.guest_visit)
