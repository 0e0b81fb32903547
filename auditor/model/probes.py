"""What probes saw: acts outside the walk, each in a context of its own, one noun for each kind of probe."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from auditor.model.base import Noun
from auditor.model.words import ViewportName

__all__ = ["AnyProbe", "NotFoundSeen", "ProbeFailed", "ProbeLine", "ProbeSeen"]


class ProbeSeen(Noun):
    """What one probe saw; ``problem`` says in a sentence why it could not look, and is empty where it could."""

    viewport: ViewportName = ViewportName.DESKTOP
    problem: str = ""


class ProbeFailed(ProbeSeen):
    """A probe that ran out of time or whose page broke."""

    probe: Literal["failed"] = "failed"
    name: str


class NotFoundSeen(ProbeSeen):
    """How the shop answered to an address that cannot exist; ``visit`` is the page that it showed."""

    probe: Literal["not-found"] = "not-found"
    url: str
    landed: str = ""
    status: int | None = None
    visit: str | None = None


AnyProbe = Annotated[ProbeFailed | NotFoundSeen, Field(discriminator="probe")]


class ProbeLine(RootModel[AnyProbe]):
    """One line of the recording's probes."""
