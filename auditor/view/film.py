"""The film of a load: pictures that stayed the same are one, and those of the first and the largest paint are named."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from auditor.model import FilmFrame, Measurement
from auditor.view.desk import Desk
from auditor.view.names import PAGES, mark
from auditor.view.pictures import Picture

__all__ = ["Frame", "film_of"]

PAINTS = {"fcp": mark("The first thing is visible"), "lcp": mark("The largest part is visible")}


@dataclass(frozen=True)
class Frame:
    """What stood on the screen, from when to when, and which paints it is the first to show."""

    picture: Picture
    time: str
    paints: tuple[tuple[str, str], ...]


def film_of(desk: Desk, load: Measurement) -> tuple[Frame, ...]:
    """Return the different pictures of a film in their order; the paints are those of the filmed load itself."""
    paints = _paints(load)
    frames = []
    for _name, alike in groupby(load.film, key=lambda one: one.screenshot):
        same = list(alike)
        time = _time(desk, same)
        alt = desk.say.t("{page}, {time}", page=desk.say.t(PAGES[load.page]), time=time)
        picture = desk.album.show(same[0].screenshot, alt)
        if picture:
            named = tuple((key, desk.say.t(PAINTS[key])) for key, at in paints.items() if at in {f.at_ms for f in same})
            frames.append(Frame(picture, time, named))
    return tuple(frames)


def _paints(load: Measurement) -> dict[str, int]:
    """Return the moment of the first frame that was taken after each paint."""
    filmed = load.filmed
    moments = {"fcp": filmed.fcp_ms, "lcp": filmed.lcp_ms} if filmed else {}
    after = {key: [one.at_ms for one in load.film if ms is not None and one.at_ms >= ms] for key, ms in moments.items()}
    return {key: found[0] for key, found in after.items() if found}


def _time(desk: Desk, same: list[FilmFrame]) -> str:
    t = desk.say.t
    first, last = (f"{desk.say.number(one.at_ms / 1000, 2)}\u00a0s" for one in (same[0], same[-1]))
    return t("after {time}", time=first) if len(same) == 1 else t("{start} to {end}", start=first, end=last)
