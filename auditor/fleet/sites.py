"""The sites file: which shops are audited when, how, for whom; errors name the key and the nearest right one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from cronsim import CronSim, CronSimError
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from auditor.collect.arrival.address import AddressError, read_address
from auditor.fleet.secrets import SecretRef, TargetRef
from auditor.settings import RecordSettings, SettingsError, read_toml

__all__ = ["Access", "Defaults", "Fleet", "Shop", "load_sites", "window"]

MOST_JITTER_MINUTES = 12 * 60
# What a site names by a path that counts from the sites file.
FILES = ("profile", "budget", "ignore", "brand")
# Folder names, and words that `cx-audit history` knows as commands of its own.
_ID = re.compile(r"(?!show$|rebuild$|prune$)[a-z0-9][a-z0-9._\-]{0,99}")
_WINDOW = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


def _cron(value: str) -> str:
    try:
        CronSim(value, datetime(2026, 1, 1, tzinfo=UTC))
    except CronSimError as error:
        told = str(error)[:1].lower() + str(error)[1:]
        raise ValueError(f"{value!r} is no schedule ({told}): write it as cron does, as in '0 5 * * MON'") from error
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"{value!r} is no time zone: write it like Europe/Helsinki") from error
    return value


def window(value: str) -> tuple[time, time]:
    """Read hours of the day as in ``22:00-06:30``; raises ValueError."""
    found = _WINDOW.fullmatch(value)
    if found is None:
        raise ValueError(f"{value!r} are no hours: write them like 22:00-06:30")
    first, second, third, fourth = (int(one) for one in found.groups())
    return time(first, second), time(third, fourth)


def _hours(value: str) -> str:
    begin, end = window(value)
    if begin == end:
        raise ValueError(f"{value!r} is the whole day")
    return value


def _no_access(settings: RecordSettings) -> RecordSettings:
    if "access" in settings.model_fields_set:
        raise ValueError("access is written in the site's own table [sites.access], by reference")
    return settings


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Access(_Part):
    """How to get into a shop that is not open to all; secrets by reference only."""

    auth: SecretRef | None = None
    headers: Mapping[str, SecretRef] = Field(default_factory=dict)
    cookies: Mapping[str, SecretRef] = Field(default_factory=dict)
    storage_state: Path | None = None
    before: Path | None = None
    resolve: Mapping[str, str] = Field(default_factory=dict)
    insecure: bool = False
    user_agent_suffix: str = ""


class Defaults(_Part):
    """What holds for every shop that says nothing else; ``keep`` audits, or those of the last ``keep_days``."""

    owner: str = ""
    tags: tuple[str, ...] = ()
    languages: tuple[Literal["fi", "sv", "en"], ...] = ()
    locale: str | None = None
    profile: Path | None = None
    budget: Path | None = None
    ignore: Path | None = None
    brand: Path | None = None
    formats: tuple[Literal["html", "pdf", "brief", "md", "csv"], ...] = ("html",)
    schedule: Annotated[str, AfterValidator(_cron)] = "0 5 * * MON"
    timezone: Annotated[str, AfterValidator(_zone)] = "Europe/Helsinki"
    jitter_minutes: Annotated[int, Field(ge=0, le=MOST_JITTER_MINUTES)] = 0
    blackout: tuple[Annotated[str, AfterValidator(_hours)], ...] = ()
    notify: tuple[TargetRef, ...] = ()
    keep: Annotated[int, Field(ge=1)] | None = None
    keep_days: Annotated[int, Field(ge=1)] | None = None
    record: Annotated[RecordSettings, AfterValidator(_no_access)] = RecordSettings()


class Shop(Defaults):
    """One shop; its ``id`` names the folder of its audits, and is the host where it is left out."""

    url: str
    id: str = ""
    name: str = ""
    competitors: tuple[str, ...] = ()
    access: Access = Access()

    @property
    def zone(self) -> ZoneInfo:
        """Give the time zone in which the schedule is meant."""
        return ZoneInfo(self.timezone)


class Fleet(_Part):
    """All of a sites file; paths in it count from its own folder."""

    audits: Path = Path("audits")
    database: SecretRef | None = None
    jobs: Annotated[int, Field(ge=1, le=64)] = 1
    reports_url: str = ""
    defaults: Defaults = Defaults()
    sites: tuple[Shop, ...] = ()

    def shop(self, name: str) -> Shop:
        """Return a shop by its id; raises SettingsError that names the nearest one."""
        for one in self.sites:
            if one.id == name:
                return one
        raise SettingsError(f"No site is called {name}{_near(name, [one.id for one in self.sites])}")


def load_sites(path: Path) -> Fleet:
    """Read a sites file, with every default filled in; raises SettingsError with one sentence."""
    fleet = read_toml(path, Fleet, "sites file")
    if not fleet.sites:
        raise SettingsError(f"{path} names no site: write a table [[sites]] with a url.")
    folder = path.parent
    sites = tuple(_whole(one, fleet.defaults, folder) for one in fleet.sites)
    for wrong in _wrong(sites):
        raise SettingsError(f"{path}: {wrong}")
    return fleet.model_copy(update={"sites": sites, "audits": folder / fleet.audits})


def _whole(site: Shop, defaults: Defaults, folder: Path) -> Shop:
    """Fill in what a site leaves out; of the settings of recording each key by itself."""
    given = {name: getattr(defaults, name) for name in defaults.model_fields_set - site.model_fields_set}
    record = {
        name: getattr(one.record, name) for one in (defaults, site) for name in sorted(one.record.model_fields_set)
    }
    whole = site.model_copy(update={**given, "record": RecordSettings(**record)})
    paths = {name: folder / path for name in FILES if (path := getattr(whole, name)) is not None}
    files = {name: folder / path for name in ("storage_state", "before") if (path := getattr(whole.access, name))}
    access = whole.access.model_copy(update=files)
    return whole.model_copy(update={**paths, "access": access, "id": whole.id or _host(whole.url)})


def _host(url: str) -> str:
    try:
        return read_address(url).host.lower()
    except AddressError:
        return ""


def _wrong(sites: tuple[Shop, ...]) -> Iterator[str]:
    ids = [one.id for one in sites]
    for site in sites:
        try:
            asked = read_address(site.url)
        except AddressError as error:
            yield str(error)
            continue
        if asked.auth:
            yield f"{asked.typed}: name and password do not belong in the address; write access.auth by reference."
        if not _ID.fullmatch(site.id):
            yield f"The id {site.id!r} is not usable: small letters, digits, dots and hyphens, as in teetupa.fi."
        if ids.count(site.id) > 1:
            yield f"Two sites have the id {site.id}: give one of them an id of its own."
        for name in site.competitors:
            if name not in ids:
                yield f"{site.id} names the competitor {name}, which is no site of this file{_near(name, ids)}"


def _near(name: str, known: list[str]) -> str:
    near: list[Any] = get_close_matches(name, known, n=1, cutoff=0.4)
    return f"; did you mean {near[0]}?" if near else "."
