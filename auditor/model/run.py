"""A scheduled audit's own record: which run it was, what broke its budget, and what was worth a message."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Literal

from auditor.model.base import Noun

__all__ = ["Alert", "AlertKind", "Breach", "RunRecord"]


class AlertKind(StrEnum):
    """What is worth a message, the most urgent first."""

    UNREACHABLE = "unreachable"
    PATH_BROKEN = "path-broken"
    CRITICAL = "critical"
    BUDGET = "budget"
    STAGE_DROP = "stage-drop"
    RECOVERED = "recovered"


class Alert(Noun):
    """One sentence that an audit was worth, in the language of the shop's report; ``subject`` says of what."""

    kind: AlertKind
    subject: str
    sentence: str


class Breach(Noun):
    """A limit of the budget that was not kept; a ``noisy`` one is a figure of speed."""

    key: str
    noisy: bool
    sentence: str


class RunRecord(Noun):
    """What stands in ``run.json`` beside a scheduled audit; ``run`` is the same for every attempt at it.

    ``lang`` is the language of its sentences.
    """

    format: Literal[1] = 1
    run: str
    site: str
    name: str = ""
    owner: str = ""
    tags: tuple[str, ...] = ()
    scheduled_at: datetime
    attempt: int
    lang: str = ""
    breaches: tuple[Breach, ...] = ()
    alerts: tuple[Alert, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """Give the sentences of the alerts; good news warns of nothing."""
        return tuple(one.sentence for one in self.alerts if one.kind is not AlertKind.RECOVERED)
