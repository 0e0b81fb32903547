"""The recording of one audit: facts that were seen, append-only on disk, read again by judge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from auditor.model.base import Noun
from auditor.model.journey import Act, Journey
from auditor.model.note import Note
from auditor.model.page import Box, Visit
from auditor.model.probe import ProbeSeen
from auditor.model.probes import AnyProbe
from auditor.model.timed import Fetched, FilmFrame, WeightOf
from auditor.model.words import ConsentChoice, PageKind, ViewportName

__all__ = [
    "SLOW_INDEX",
    "BrowserInfo",
    "HostInfo",
    "LcpElement",
    "Load",
    "Reach",
    "Recording",
    "RobotsInfo",
    "Site",
    "VisitorInfo",
]


class BrowserInfo(Noun):
    """Which browser looked, and how it was started."""

    name: str
    version: str
    mode: str
    sandbox: bool = True


class VisitorInfo(Noun):
    """Whom the shop saw."""

    locale: str
    timezone: str
    consent: ConsentChoice


# Over this load on each processor something else has been at work; under this index Lighthouse calls a machine slow.
BUSY_LOAD, SLOW_INDEX = 0.75, 1000


class HostInfo(Noun):
    """The machine that measured; ``benchmark_index`` is higher for a faster processor, as in Lighthouse."""

    benchmark_index: float | None = None
    cores: int = 1
    load: float | None = None

    @property
    def busy(self) -> bool:
        """True where other work was going on before the start, which makes pages slow."""
        return self.load is not None and self.load > BUSY_LOAD * self.cores

    @property
    def slow(self) -> bool:
        """True where the processor is so slow that pages are slower on it than for most customers."""
        return self.benchmark_index is not None and self.benchmark_index < SLOW_INDEX


class RobotsInfo(Noun):
    """What robots.txt said and how far it was obeyed."""

    found: bool
    declined: bool = False
    crawl_allowed: bool = True
    policy: str = "polite"
    sitemaps: tuple[str, ...] = ()


class Reach(Noun):
    """How the shop's address answered; ``problem`` is empty when it can be audited."""

    requested: str
    url: str
    status: int | None = None
    problem: str = ""
    sentence: str = ""
    https: bool = False
    http_redirects_to_https: bool | None = None
    certificate_valid: bool | None = None
    hsts: bool | None = None
    redirects: tuple[str, ...] = ()


class Site(Noun):
    """The shop and the circumstances under which it was seen; ``broken`` says that the browser failed meanwhile."""

    url: str
    name: str = ""
    languages: tuple[str, ...] = ()
    country: str | None = None
    platform: str | None = None
    started_at: datetime
    finished_at: datetime | None = None
    browser: BrowserInfo | None = None
    visitor: VisitorInfo
    host: HostInfo = HostInfo()
    robots: RobotsInfo | None = None
    reach: Reach
    tool_version: str
    viewports: tuple[ViewportName, ...]
    interrupted: bool = False
    broken: bool = False
    notes: tuple[Note, ...] = ()


class LcpElement(Noun):
    """The element that was the largest contentful paint."""

    selector: str
    url: str = ""
    text: str = ""


class Load(Noun):
    """One cold, throttled, serial load of a page: times in milliseconds, sizes in bytes.

    ``again`` marks the loads that a gate measures once more before it believes a breach. ``fetched``, ``weights``,
    ``screenshot`` and ``lcp_box`` (in CSS pixels of the window) are kept for the first load of a page and screen only;
    a load with a ``film`` was filmed, which slows it down, so its figures do not count.
    """

    page: PageKind
    url: str
    viewport: ViewportName
    consent: str
    network: str
    cpu: float
    cache: str = "cold"
    sample: int
    again: bool = False
    status: int | None = None
    landed: str = ""
    problem: str = ""
    ttfb_ms: float | None = None
    fcp_ms: float | None = None
    lcp_ms: float | None = None
    cls: float | None = None
    tbt_ms: float | None = None
    load_ms: float | None = None
    weight_bytes: int | None = None
    requests: int | None = None
    third_party_bytes: int | None = None
    lcp_element: LcpElement | None = None
    timed_out: bool = False
    fetched: tuple[Fetched, ...] = ()
    weights: tuple[WeightOf, ...] = ()
    screenshot: str | None = None
    lcp_box: Box | None = None
    film: tuple[FilmFrame, ...] = ()


_Seen = TypeVar("_Seen", bound=ProbeSeen)


def _no_page(_visit_id: str) -> str:
    return ""


@dataclass(frozen=True)
class Recording:
    """Everything seen in one audit; ``html(visit.id)`` gives a page's body, read only when asked for."""

    site: Site
    visits: tuple[Visit, ...] = ()
    acts: tuple[Act, ...] = ()
    loads: tuple[Load, ...] = ()
    journeys: Mapping[ViewportName, Journey] = field(default_factory=dict)
    probed: tuple[AnyProbe, ...] = ()
    complete: bool = False
    html: Callable[[str], str] = _no_page

    def probes(self, kind: type[_Seen], viewport: ViewportName | None = None) -> tuple[_Seen, ...]:
        """Return what probes of one kind saw, on one screen or on all; nothing where they did not run or failed."""
        return tuple(
            one for one in self.probed if isinstance(one, kind) and not one.problem and viewport in {None, one.viewport}
        )
