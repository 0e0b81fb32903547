"""What a probe of consent means: which trackers stored something, which were called, and what the banner costs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from auditor.derive.sees import Sees
from auditor.model import (
    ConsentChoice,
    ConsentSeen,
    ConsentState,
    CookieSeen,
    Evidence,
    Load,
    PageKind,
    RequestSeen,
)
from auditor.vocabulary.trackers import load_trackers

__all__ = [
    "Tracking",
    "banner_evidence",
    "banner_painted_largest",
    "banner_shift",
    "consent_of",
    "state_of",
    "tracking_of",
]

# A banner's label is too short to tell it from the page by its words.
LEAST_WORDS = 12


@dataclass(frozen=True)
class Tracking:
    """Known trackers under one choice, each service once and in one group only.

    ``stored`` set a cookie or a key, named in ``names``; ``called`` were sent data without one that was recognised;
    ``denied`` were called by a Google tag that said it had no consent; of ``tags`` only the scripts were fetched.
    """

    stored: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """True where no known tracker was met at all."""
        return not (self.stored or self.called or self.denied or self.tags)


def consent_of(sees: Sees) -> ConsentSeen | None:
    """Return what the probe of consent saw, if it ran."""
    return next(iter(sees.recording.probes(ConsentSeen)), None)


def state_of(seen: ConsentSeen, choice: ConsentChoice) -> ConsentState | None:
    """Return what ran under a choice that was really made."""
    return next((one for one in seen.states if one.choice is choice and one.made), None)


def tracking_of(state: ConsentState) -> Tracking:
    """Sort what ran under one choice. After a choice what lies in storage may be old, so only cookies count then."""
    known = load_trackers()
    sent = [one for one in state.requests if one.category in known.categories]
    tags = [one for one in state.requests if one.category in known.categories or one.category == "tag-manager"]
    calls = [one for one in sent if not known.only_a_tag(one.host, one.path, one.kind)]
    keys = state.stored if state.choice is ConsentChoice.NONE else ()
    stored = {one.name: _owner(one, sent) for one in state.cookies} | {key: known.of_cookie(key) for key in keys}
    names = tuple(name for name, owner in stored.items() if owner)
    have = tuple(dict.fromkeys(owner for owner in stored.values() if owner))
    called = _services((one for one in calls if not _denied(one)), have)
    denied = _services((one for one in calls if _denied(one)), (*have, *called))
    return Tracking(have, called, denied, _services(tags, (*have, *called, *denied)), names)


def banner_evidence(sees: Sees, seen: ConsentSeen, excerpt: str = "", selector: str = "") -> tuple[Evidence, ...]:
    """Point at the banner on home, with the picture that the probe took."""
    home = next((one for one in sees.recording.visits if one.kind is PageKind.HOME), None)
    if home is None:
        return ()
    picture = seen.screenshot or home.screenshot
    return (
        Evidence(
            page=home.id,
            selector=selector or seen.selector,
            excerpt=(excerpt or seen.text)[:200],
            screenshot=picture,
        ),
    )


def banner_painted_largest(loads: Iterable[Load], seen: ConsentSeen) -> tuple[PageKind, ...]:
    """Name the pages whose largest paint before a choice was the banner."""
    found = {load.page: None for load in loads if load.consent == "before" and _is_banner(load, seen)}
    return tuple(found)


def banner_shift(loads: Iterable[Load]) -> float | None:
    """Say by how much home shifts less once cookies were accepted; None where that was not measured."""
    home = [one for one in loads if one.page is PageKind.HOME and one.cls is not None and not one.problem]
    by_screen = {one.viewport for one in home if one.consent == "accepted"}
    differences = []
    for screen in by_screen:
        before = [one.cls or 0.0 for one in home if one.viewport is screen and one.consent == "before"]
        after = [one.cls or 0.0 for one in home if one.viewport is screen and one.consent == "accepted"]
        if before and after:
            differences.append(median(before) - median(after))
    return round(max(differences), 3) if differences else None


def _is_banner(load: Load, seen: ConsentSeen) -> bool:
    element = load.lcp_element
    if element is None or not seen.banner:
        return False
    words = " ".join(element.text.split())
    inside = bool(seen.selector) and (element.selector + " ").startswith((seen.selector + " ", seen.selector + ">"))
    return inside or (len(words) >= LEAST_WORDS and words[:60] in " ".join(seen.text.split()))


def _owner(cookie: CookieSeen, sent: list[RequestSeen]) -> str:
    """Name the tracker that a cookie belongs to: by its name, or by the known tracker whose host it lies on."""
    named = load_trackers().of_cookie(cookie.name, cookie.domain)
    if named or not cookie.third_party:
        return named
    domain = cookie.domain.lstrip(".").lower()
    return next((one.service for one in sent if one.host == domain or one.host.endswith(f".{domain}")), "")


def _services(requests: Iterable[RequestSeen], without: tuple[str, ...]) -> tuple[str, ...]:
    named = dict.fromkeys(one.service or one.host for one in requests)
    return tuple(name for name in named if name not in without)


def _denied(request: RequestSeen) -> bool:
    """Say whether a Google tag told that storage for advertisements and for analytics was denied (G100)."""
    return request.google_consent.startswith("G1") and set(request.google_consent[2:]) == {"0"}
