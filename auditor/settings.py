"""How to record and how to judge: two types, read from TOML, environment and command line; errors name the key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from auditor.model import ConsentChoice, ViewportName

__all__ = ["Profile", "RecordSettings", "SettingsError", "SiteAccess", "load_settings", "read_toml"]

_Model = TypeVar("_Model", bound=BaseModel)


class SettingsError(Exception):
    """A configuration that cannot be used; its text names the file, the key and what would be right."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SiteAccess(_Part):
    """How to get into a shop that is not open to all: every value here is a secret and is never written to a file."""

    auth: str | None = Field(default=None, repr=False, description="USER:PASSWORD for HTTP authentication")
    headers: tuple[tuple[str, str], ...] = Field(default=(), repr=False)
    cookies: tuple[tuple[str, str], ...] = Field(default=(), repr=False)
    storage_state: Path | None = None
    before: Path | None = Field(default=None, description="Python file with `async def before(page)`: it logs in")
    state: Mapping[str, JsonValue] | None = Field(default=None, repr=False, description="what it left, in memory alone")
    resolve: tuple[tuple[str, str], ...] = Field(default=(), description="hosts with the addresses they are found at")
    insecure: bool = False
    user_agent_suffix: str = ""


class RecordSettings(_Part):
    """What is looked at, and for how long; times in seconds."""

    viewports: tuple[ViewportName, ...] = (ViewportName.DESKTOP, ViewportName.MOBILE)
    pages: int = Field(default=25, ge=0, le=2000, description="pages of the crawl")
    samples: int = Field(default=3, ge=0, le=25, description="timed loads of each page")
    walk: bool = True
    shortest: bool = Field(default=True, description="replay the shortest way to the door that the walk has seen")
    deep_checkout: bool = Field(default=False, description="fill in a made-up address to see the later steps")
    only: Literal["all", "speed", "walk"] = "all"
    speed_pages: tuple[str, ...] = Field(default=(), description="addresses that are timed instead of those found")
    consent: ConsentChoice = ConsentChoice.ACCEPT
    locale: str | None = None
    timezone: str | None = None
    start_product: str | None = None
    start_category: str | None = None
    probes: bool = True
    skip_probes: tuple[str, ...] = Field(default=(), description="names of probes to leave out")
    walk_robots: Literal["polite", "strict"] = "polite"
    browser: str | None = None
    walk_seconds: float = Field(default=150, gt=5, description="budget of the walk on one screen")
    max_seconds: float = Field(default=1800, gt=10, description="budget of the whole audit")
    pace_seconds: float = Field(default=1.0, ge=0, description="between document requests to a public host")
    access: SiteAccess = SiteAccess()


class Profile(_Part):
    """How it is judged: weights, options, switched-off checks and the share of customers on phones (0-1)."""

    name: str = "default"
    mobile_share: float = Field(default=0.5, ge=0, le=1)
    weights: Mapping[str, float] = Field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = Field(default_factory=dict)
    off: tuple[str, ...] = ()


class _File(_Part):
    record: RecordSettings = RecordSettings()
    profile: Profile = Profile()


def read_toml(path: Path, model: type[_Model], what: str) -> _Model:
    """Read a TOML file into a model; ``what`` names the file in errors, as in "configuration file".

    Raises SettingsError with one sentence that names the key, or the line where the TOML is broken.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise SettingsError(f"The {what} {path} does not exist.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"The {what} {path} is not valid TOML: {error}.") from error
    except OSError as error:
        raise SettingsError(f"The {what} {path} cannot be read: {error.strerror}.") from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        told = error.errors(include_input=False)
        # A misspelt key explains the one that is missing, not the other way about.
        first = next((one for one in told if one["type"] == "extra_forbidden"), told[0])
        key = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            near = get_close_matches(str(first["loc"][-1]), _known_keys(model, first["loc"][:-1]), n=1, cutoff=0.5)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise SettingsError(f"The {what} {path}: the key {key} is not known{hint}") from error
        raise SettingsError(f"The {what} {path}: {key}: {first['msg']}.") from error


def _known_keys(model: Any, at: tuple[str | int, ...]) -> tuple[str, ...]:
    """List the keys that a model knows at a place; a list's own items are looked at, not the list."""
    for key in at:
        if isinstance(key, int):
            model = next(iter(get_args(model)), None)
        else:
            field = getattr(model, "model_fields", {}).get(key)
            model = field.annotation if field else None
    return tuple(getattr(model, "model_fields", {}))


def load_settings(path: Path | None) -> tuple[RecordSettings, Profile]:
    """Read a TOML file with the tables ``[record]`` and ``[profile]``; without a file the defaults hold.

    Raises SettingsError as ``read_toml`` does.
    """
    if path is None:
        return RecordSettings(), Profile()
    parsed = read_toml(path, _File, "configuration file")
    return parsed.record, parsed.profile
