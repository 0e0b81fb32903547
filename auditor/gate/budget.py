"""The budget of a gate: limits by metric, page, screen, score and fact, read from TOML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, model_validator

from auditor.model import PageKind, Stage, ViewportName
from auditor.settings import SettingsError, read_toml

__all__ = [
    "METRICS",
    "Budget",
    "Limit",
    "Metrics",
    "PageLimits",
    "Regression",
    "Strictness",
    "checked",
    "load_budget",
    "required",
]

METRICS = ("lcp_ms", "fcp_ms", "ttfb_ms", "cls", "tbt_ms", "weight_bytes", "requests", "third_party_bytes")
SITE = "site"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Strictness(StrEnum):
    """What a breach does: an error fails the gate, a warning is only told."""

    ERROR = "error"
    WARN = "warn"


class Limit(_Part):
    """A limit with its strictness; in TOML a bare number is an error's limit."""

    limit: Annotated[float, Field(ge=0)]
    severity: Strictness = Strictness.ERROR


def _as_limit(value: Any) -> Any:
    return {"limit": value} if isinstance(value, int | float) and not isinstance(value, bool) else value


AnyLimit = Annotated[Limit, BeforeValidator(_as_limit)]


class Metrics(_Part):
    """The most a page may have: milliseconds, bytes, counts; ``clicks_to_door`` counts from home on each screen."""

    lcp_ms: AnyLimit | None = None
    fcp_ms: AnyLimit | None = None
    ttfb_ms: AnyLimit | None = None
    cls: AnyLimit | None = None
    tbt_ms: AnyLimit | None = None
    weight_bytes: AnyLimit | None = None
    requests: AnyLimit | None = None
    third_party_bytes: AnyLimit | None = None
    clicks_to_door: AnyLimit | None = None


class PageLimits(Metrics):
    """Limits of the pages that fit: by address pattern (``/product/*``), kind and screen; what is left out fits all."""

    pattern: str = ""
    kind: PageKind | None = None
    viewport: ViewportName | None = None
    severity: Strictness | None = None

    @model_validator(mode="after")
    def _says_which(self) -> PageLimits:
        if not (self.pattern or self.kind or self.viewport):
            raise ValueError("a [[pages]] section needs a pattern, a kind or a viewport; use [metrics] for all pages")
        return self

    def fits(self, url: str, kind: PageKind, viewport: ViewportName) -> bool:
        """Say whether a page on a screen is meant."""
        parts = urlsplit(url)
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        named = not self.pattern or fnmatchcase(path, self.pattern) or fnmatchcase(url, self.pattern)
        return named and self.kind in {None, kind} and self.viewport in {None, viewport}


class Regression(_Part):
    """How much worse than a baseline a figure may be: the larger of a share in per cent and the figure's own margin."""

    percent: Annotated[float, Field(ge=0)] = 10
    lcp_ms: float = 100
    fcp_ms: float = 100
    ttfb_ms: float = 100
    cls: float = 0.02
    tbt_ms: float = 50
    weight_bytes: float = 20_000
    requests: float = 2
    third_party_bytes: float = 10_000
    score: Annotated[float, Field(ge=0)] = 3
    new_findings: Strictness = Strictness.ERROR


class Budget(_Part):
    """All of a budget file."""

    metrics: Metrics = Metrics()
    scores: Mapping[str, AnyLimit] = Field(default_factory=dict)
    pages: tuple[PageLimits, ...] = ()
    require: Mapping[str, JsonValue] = Field(default_factory=dict)
    regression: Regression = Regression()

    @property
    def empty(self) -> bool:
        """Say whether nothing is limited."""
        asked = any(getattr(self.metrics, name) for name in Metrics.model_fields)
        return not (asked or self.scores or self.pages or self.require)


def load_budget(path: Path) -> Budget:
    """Read a budget; raises SettingsError with one sentence that names the key and the nearest right one."""
    return read_toml(path, Budget, "budget")


def checked(budget: Budget, checks: Iterable[str]) -> Budget:
    """Return the budget if all that it names exists; raises SettingsError that names the nearest right one."""
    known = tuple(sorted(checks))
    for name in budget.scores:
        _known(name, (*known, *(str(stage) for stage in Stage), SITE), "[scores]")
    for name in budget.require:
        _known(name.partition(".")[0], known, "[require]")
    return budget


def required(pairs: Iterable[str]) -> Mapping[str, JsonValue]:
    """Read CHECK=VALUE pairs of the command line: true, false and numbers are what they look like."""
    found: dict[str, JsonValue] = {}
    for pair in pairs:
        name, mark, value = pair.partition("=")
        if not mark or not name.strip() or not value.strip():
            raise SettingsError(f"--require {pair}: write it as CHECK=VALUE, as in guest-checkout=guest.")
        found[name.strip()] = _value(value.strip())
    return found


def _value(text: str) -> JsonValue:
    if text.lower() in {"true", "false"}:
        return text.lower() == "true"
    try:
        return int(text)
    except ValueError:
        return text


def _known(name: str, known: tuple[str, ...], where: str) -> None:
    if name not in known:
        near = get_close_matches(name, known, n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]}?" if near else "."
        raise SettingsError(f"The budget's {where} names {name}, which is no check or stage{hint}")
