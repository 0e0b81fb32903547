"""How a timed load went until its largest paint, and what of it took the most time."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model import Load
from auditor.model.timed import Cause, Course, Fetched, fetch_name

__all__ = ["course_of"]

# A part that took less of the time than this is not called the cause: our convention.
LEAST_SHARE = 1 / 3
# Where the server's own time is so much of the answer's, the answer waited for the server and not for the line.
SERVERS_SHARE = 0.9


def course_of(load: Load) -> Course | None:
    """Return what the requests of a load prove of it; nothing where they or the paints were not recorded."""
    legs = _legs(load.fetched)
    answered = legs[-1].first_ms if legs else None
    if answered is None or load.fcp_ms is None or load.lcp_ms is None:
        return None
    course = Course(
        asked_ms=legs[-1].start_ms,
        answered_ms=answered,
        redirects=len(legs) - 1,
        blocking=_blocking(load.fetched, load.fcp_ms),
        picture=_picture(load),
    )
    return course.model_copy(update={"cause": _cause(load, load.lcp_ms, course)})


def _legs(fetched: Sequence[Fetched]) -> list[Fetched]:
    """Return the page's own request with the redirects before it, each of which begins as the one before it ends."""
    legs: list[Fetched] = []
    for one in fetched:
        if one.type != "document" or (legs and legs[-1].end_ms != one.start_ms):
            break
        legs.append(one)
    return legs


def _blocking(fetched: Sequence[Fetched], fcp_ms: float) -> tuple[Fetched, ...] | None:
    if all(one.blocking is None for one in fetched):
        return None
    found = [one for one in fetched if one.blocking and one.end_ms is not None and one.end_ms <= fcp_ms]
    return tuple(sorted(found, key=lambda one: -(one.end_ms or 0)))


def _picture(load: Load) -> Fetched | None:
    """Return the request of the picture that was the largest paint, where only one request can be meant."""
    url = load.lcp_element.url if load.lcp_element else ""
    found = [one for one in load.fetched if one.type == "image" and url and one.name == fetch_name(url)]
    if len(found) != 1 or found[0].end_ms is None or found[0].end_ms > (load.lcp_ms or 0):
        return None
    return found[0]


def _cause(load: Load, lcp_ms: float, course: Course) -> Cause | None:
    """Return the longest of the parts that follow each other, where it took a good part of the time."""
    parts = _parts(load, course)
    longest = max(parts, key=lambda name: parts[name])
    unproven = lcp_ms - sum(parts.values())
    return longest if parts[longest] >= max(LEAST_SHARE * lcp_ms, unproven) else None


def _parts(load: Load, course: Course) -> dict[Cause | None, float]:
    """Return the milliseconds of each part that is proven; an answer that waited for the line has no cause."""
    waited = not course.redirects and (load.ttfb_ms or 0) >= SERVERS_SHARE * course.answered_ms
    shown = course.blocking[0].end_ms or 0 if course.blocking else 0
    mark = max(shown, course.answered_ms)
    parts: dict[Cause | None, float] = {
        "redirects": course.asked_ms,
        "server" if waited else None: course.answered_ms - course.asked_ms,
        "blocking": mark - course.answered_ms,
    }
    picture = course.picture
    if picture is not None:
        ends = (picture.start_ms, picture.first_ms, picture.end_ms)
        names: tuple[Cause, ...] = ("picture-late", "picture-waits", "picture-heavy")
        for name, end in zip(names, ends, strict=True):
            parts[name] = max(0, (end or 0) - mark)
            mark = max(mark, end or 0)
    return parts
