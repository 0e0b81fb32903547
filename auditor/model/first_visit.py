"""What a first visit meets: layers over the first screen, a cookie banner, and what runs before and after a choice."""

from __future__ import annotations

from typing import Literal

from auditor.model.base import Noun
from auditor.model.page import Box
from auditor.model.probe import ProbeSeen
from auditor.model.words import ConsentChoice

__all__ = ["ConsentButton", "ConsentSeen", "ConsentState", "CookieSeen", "FirstScreenSeen", "LayerSeen", "RequestSeen"]


class CookieSeen(Noun):
    """A cookie by name and domain; its value is never recorded."""

    name: str
    domain: str
    third_party: bool = False


class RequestSeen(Noun):
    """Requests of one kind to one address without its query: of a known service, or to another company's host.

    ``service`` and ``category`` are those of our fingerprints or of the list of third parties, empty where neither
    knows the host. ``google_consent`` is the state of consent that a Google tag said it had, such as G100.
    """

    host: str
    path: str
    kind: str
    service: str = ""
    category: str = ""
    google_consent: str = ""
    count: int = 1


class ConsentState(Noun):
    """What ran under one choice; ``made`` says that the choice was made and the banner went, ``how`` by which rule.

    After a rejection ``cookies`` are those that were set anew.
    """

    choice: ConsentChoice
    made: bool = True
    how: str = ""
    seconds: float = 0.0
    cookies: tuple[CookieSeen, ...] = ()
    stored: tuple[str, ...] = ()
    requests: tuple[RequestSeen, ...] = ()


class ConsentButton(Noun):
    """A control of the banner: ``layer`` 1 is what shows first, ``filled`` says that it is painted as a button.

    ``contrast`` is that of its label, null where it stands on a picture.
    """

    label: str
    selector: str = ""
    layer: int = 1
    box: Box | None = None
    contrast: float | None = None
    filled: bool | None = None


class ConsentSeen(ProbeSeen):
    """A cookie banner and what the shop did before and after a choice.

    ``banner`` is null where it was not looked for in time; ``clear`` says that all its controls were understood, so
    that a missing one is really missing.
    ``preticked`` are optional purposes that are ticked beforehand; ``way_back`` is what lets a visitor choose again.
    """

    probe: Literal["consent"] = "consent"
    url: str
    banner: bool | None = None
    manager: str = ""
    selector: str = ""
    text: str = ""
    screenshot: str | None = None
    clear: bool = False
    accept: ConsentButton | None = None
    reject: ConsentButton | None = None
    settings: ConsentButton | None = None
    accept_clicks: int | None = None
    reject_clicks: int | None = None
    preticked: tuple[str, ...] = ()
    way_back: str | None = None
    states: tuple[ConsentState, ...] = ()


class LayerSeen(Noun):
    """A layer over the first screen: ``share`` of the window that it covers (0-1), ``after_ms`` when it came.

    ``closable`` says that it has a control to close or answer it, or went away with Escape.
    """

    kind: str
    selector: str = ""
    text: str = ""
    share: float = 0.0
    after_ms: int = 0
    closable: bool = True


class FirstScreenSeen(ProbeSeen):
    """Layers over home in the first seconds and after scrolling halfway; ``covered`` is the most they covered (0-1)."""

    probe: Literal["first-screen"] = "first-screen"
    url: str
    seconds: float
    covered: float = 0.0
    layers: tuple[LayerSeen, ...] = ()
    screenshot: str | None = None
