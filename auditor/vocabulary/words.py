"""The nouns of the vocabulary: an intent with its words, a match, a platform, a service, a way to pay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["ConsentManager", "Fingerprint", "Intent", "Match", "Platform", "WayToPay"]


@dataclass(frozen=True)
class Intent:
    """What a visitor wants to do, and how shops word it; ``phrases`` and ``stems`` are by language.

    A label means the intent by one of the ``whole`` phrases only where it says nothing else.
    """

    name: str
    stage: str
    kind: str
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    slugs: tuple[str, ...] = ()
    not_slugs: tuple[str, ...] = ()
    selectors: tuple[str, ...] = ()
    not_phrases: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    anchored: bool = False
    note: str = ""


@dataclass(frozen=True)
class Match:
    """That a label means an intent: the words that matched, their language, and how surely, 0 to 1."""

    intent: str
    phrase: str
    language: str
    strength: float
    how: str


@dataclass(frozen=True)
class Platform:
    """A shop platform: what gives it away and its usual addresses."""

    name: str
    headers: tuple[str, ...] = ()
    cookies: tuple[str, ...] = ()
    js: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    dom: tuple[str, ...] = ()
    html: tuple[str, ...] = ()
    meta: tuple[str, ...] = ()
    paths: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: str = ""
    note: str = ""


@dataclass(frozen=True)
class Fingerprint:
    """A service a shop uses; a host is a name, ``*.name`` for any part under it, or a name with a path."""

    name: str
    category: str
    stage: str
    hosts: tuple[str, ...] = ()
    cookies: tuple[str, ...] = ()
    js_globals: tuple[str, ...] = ()
    dom: tuple[str, ...] = ()
    meta: tuple[str, ...] = ()
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class ConsentManager:
    """A consent manager: how it is recognised and which controls answer it (CSS selectors)."""

    name: str
    detect: tuple[str, ...]
    hosts: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class WayToPay:
    """A way to pay; ``loose`` words count only in the label of a payment choice."""

    id: str
    kind: str
    words: tuple[str, ...]
    loose: tuple[str, ...] = ()
    logos: tuple[str, ...] = ()
