"""How to record and how to judge: two types, read from TOML; errors name the key and the nearest right one.

Options of the command line, and the environment variables that they read, are laid over them by `auditor.cli`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, get_args
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, ValidationError

from auditor.model import ConsentChoice, ViewportName

__all__ = [
    "PROBE_NAMES",
    "Profile",
    "RecordSettings",
    "SettingsError",
    "SiteAccess",
    "checked_profile",
    "load_settings",
    "read_toml",
    "reason",
]

_Model = TypeVar("_Model", bound=BaseModel)
# What can be left out: the probes of auditor/collect/probes in their order, and the look at the walk's own cart.
PROBE_NAMES = (
    *("consent", "not-found", "search", "gallery", "keyboard"),
    *("links", "search-eyes", "previews", "market", "kept-cart"),
)


class SettingsError(Exception):
    """A configuration that cannot be used; its text names the file, the key and what would be right."""


def _probe(name: str) -> str:
    if name not in PROBE_NAMES:
        hint = _near(name, PROBE_NAMES, f"; there are {', '.join(PROBE_NAMES)}")
        raise ValueError(f"no probe is called {name}{hint}")
    return name


def _zone(name: str) -> str:
    known = available_timezones()
    if known and name not in known:  # a machine without the tables of time zones cannot tell
        raise ValueError(f"{name!r} is no time zone{_near(name, known, ': write it like Europe/Helsinki')}")
    return name


def _near(name: str, known: Collection[str], otherwise: str = "") -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    return f"; did you mean {near[0]}?" if near else otherwise


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SiteAccess(_Part):
    """How to get into a shop that is not open to all: every value here is a secret and is never written to a file."""

    auth: str | None = Field(default=None, repr=False, description="USER:PASSWORD for HTTP authentication")
    headers: tuple[tuple[str, str], ...] = Field(default=(), repr=False, description="pairs of name and value")
    cookies: tuple[tuple[str, str], ...] = Field(default=(), repr=False, description="pairs of name and value")
    storage_state: Path | None = Field(default=None, description="Playwright's storage state of a logged-in visitor")
    before: Path | None = Field(default=None, description="Python file with `async def before(page)`: it logs in")
    state: Mapping[str, JsonValue] | None = Field(default=None, repr=False, description="what it left, in memory alone")
    resolve: tuple[tuple[str, str], ...] = Field(default=(), description="hosts with the addresses they are found at")
    insecure: bool = Field(default=False, description="accept any certificate")
    user_agent_suffix: str = Field(default="", description="words added to the user agent, for allow-lists")


class RecordSettings(_Part):
    """What is looked at, and for how long; times in seconds."""

    viewports: tuple[ViewportName, ...] = Field(
        default=(ViewportName.DESKTOP, ViewportName.MOBILE), description="screens to look with"
    )
    pages: int = Field(default=25, ge=0, le=2000, description="pages of the crawl")
    samples: int = Field(default=3, ge=0, le=25, description="timed loads of each page")
    walk: bool = Field(default=True, description="walk to the checkout")
    shortest: bool = Field(default=True, description="replay the shortest way to the door that the walk has seen")
    deep_checkout: bool = Field(default=False, description="fill in a made-up address to see the later steps")
    only: Literal["all", "speed", "walk"] = Field(default="all", description="do nothing but this")
    speed_pages: tuple[str, ...] = Field(default=(), description="addresses that are timed instead of those found")
    consent: ConsentChoice = Field(default=ConsentChoice.ACCEPT, description="what the walk answers to a cookie banner")
    locale: str | None = Field(default=None, description="language of the visitor's browser, such as fi-FI")
    timezone: Annotated[str, AfterValidator(_zone)] | None = Field(
        default=None, description="time zone of the visitor, such as Europe/Helsinki"
    )
    start_product: str | None = Field(default=None, description="address of the product to walk with")
    start_category: str | None = Field(default=None, description="address of the category to look for a product in")
    probes: bool = Field(default=True, description="try what the walk leaves out: cookies, search and the like")
    skip_probes: tuple[Annotated[str, AfterValidator(_probe)], ...] = Field(
        default=(), description=f"probes to leave out: {', '.join(PROBE_NAMES)}"
    )
    walk_robots: Literal["polite", "strict"] = Field(
        default="polite", description="obey robots.txt in the walk where it names cx-audit (polite), or always (strict)"
    )
    browser: str | None = Field(default=None, description="path of the Chromium or Chrome to use")
    walk_seconds: float = Field(default=150, gt=5, description="budget of the walk on one screen")
    max_seconds: float = Field(default=1800, gt=10, description="budget of the whole audit")
    pace_seconds: float = Field(default=1.0, ge=0, description="between document requests to a public host")
    access: SiteAccess = Field(default=SiteAccess(), description="a table of its own, below")


class Profile(_Part):
    """How it is judged: weights, options, switched-off checks and the share of customers on phones (0-1)."""

    name: str = Field(default="default", description="stands in audit.json and in the report")
    mobile_share: float = Field(default=0.5, ge=0, le=1, description="share of the customers who come by phone")
    weights: Mapping[str, float] = Field(
        default_factory=dict, description="by check: how much it counts in its stage, instead of its own weight"
    )
    options: Mapping[str, Mapping[str, Any]] = Field(
        default_factory=dict, description="by check: figures that it judges by, instead of its own"
    )
    off: tuple[str, ...] = Field(default=(), description="checks that are left out")


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
            hint = _near(str(first["loc"][-1]), _known_keys(model, first["loc"][:-1]))
            raise SettingsError(f"The {what} {path}: the key {key} is not known{hint}") from error
        raise SettingsError(f"The {what} {path}: {key}: {reason(first['msg'])}") from error


def reason(message: str) -> str:
    """Make a sentence's end of what pydantic says of a value."""
    plain = message.removeprefix("Value error, ")
    return plain if plain.endswith("?") else f"{plain}."


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


def checked_profile(profile: Profile, options: Mapping[str, Collection[str]]) -> Profile:
    """Return the profile if all that it names exists; ``options`` are those of each check, by its id.

    Raises SettingsError that names the nearest right one.
    """
    for key, names in (("off", profile.off), ("weights", profile.weights), ("options", profile.options)):
        for name in names:
            if name not in options:
                hint = _near(name, options, ".")
                raise SettingsError(f"The profile names {name} under {key}, which is no check{hint}")
    for check, given in profile.options.items():
        for name in given:
            if name not in options[check]:
                there = f"; it has {', '.join(options[check])}." if options[check] else "; it has none."
                hint = _near(name, options[check], there)
                raise SettingsError(f"The profile names {name}, which is no option of {check}{hint}")
    return profile
