"""Options that several commands share, and the settings that they make."""

from __future__ import annotations

import ipaddress
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click
from pydantic import ValidationError

from auditor.settings import PROBE_NAMES, Profile, RecordSettings, checked_profile, load_settings, reason
from auditor.texts import LANGUAGES

__all__ = [
    "FORMATS",
    "access_options",
    "brand_option",
    "browser_option",
    "fitting",
    "format_option",
    "formats_of",
    "ignore_option",
    "lang_option",
    "look_options",
    "record_options",
    "settings_of",
    "split_pairs",
]

_Command = TypeVar("_Command", bound=Callable[..., Any])
FORMATS = ("html", "pdf", "brief", "md", "csv", "json")
# Settings whose option has another name.
OPTIONS = {"skip_probes": "skip-probe", "viewports": "viewport", "speed_pages": "page"}
SCREENS = {"desktop": ("desktop",), "mobile": ("mobile",), "tablet": ("tablet",), "both": ("desktop", "mobile")}


def _stacked(*options: Callable[[Any], Any]) -> Callable[[_Command], _Command]:
    def put(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return put


lang_option = click.option(
    "--lang", type=click.Choice(sorted(LANGUAGES)), default=None, envvar="CX_AUDIT_LANG",
    show_envvar=True,
    help="Language of the report.  [default: the shop's own, else English]",
)  # fmt: skip

ignore_option = click.option(
    "--ignore", "ignore_file", type=click.Path(path_type=Path, dir_okay=False), envvar="CX_AUDIT_IGNORE",
    show_envvar=True,
    help="TOML file of findings to mute and facts settled by hand.",
)  # fmt: skip

brand_option = click.option(
    "--brand", "brand_file", type=click.Path(path_type=Path, dir_okay=False), envvar="CX_AUDIT_BRAND",
    show_envvar=True,
    help="TOML file with the name, logo, contact, footer and [colours] (accent, heading) that reports bear instead of "
         "cx-audit's name.",
)  # fmt: skip

browser_option = click.option(
    "--browser", metavar="PATH", help="Chromium or Chrome that prints the PDF.  [env var: CX_AUDIT_BROWSER]"
)


def format_option(default: str = "html") -> Callable[[_Command], _Command]:
    """Return the option that says what to write besides audit.json."""
    return click.option(
        "--format", "formats", default=default, show_default=True, metavar="LIST",
        help="What to write, separated by commas: html, pdf (printed from the html, which is written too), brief "
             "(a PDF of a few pages for a meeting: verdict, journey, plan), md (a summary), csv (the "
             "findings; semicolons between cells in fi and sv, as Excel expects), json (audit.json is always written).",
    )  # fmt: skip


look_options = _stacked(
    click.option("--config", type=click.Path(path_type=Path),
                 help="TOML file with the tables [record] and [profile]; docs/settings.md shows every key."),
    click.option("--viewport", type=click.Choice(sorted(SCREENS)), help="Screens to look with.  [default: both]"),
    click.option("--pages", type=click.IntRange(0, 2000), help="Pages read besides the walk.  [default: 25]"),
    click.option("--samples", type=click.IntRange(0, 25), help="Timed loads of a page.  [default: 3]"),
    click.option("--no-walk", is_flag=True, default=None, help="Leave out the walk to the checkout."),
    click.option("--no-probes", is_flag=True, default=None, help="Leave out the probes: cookies, search and the like."),
    click.option("--skip-probe", "skip_probes", multiple=True, metavar="NAME",
                 help=f"Leave out one probe; repeatable: {', '.join(PROBE_NAMES)}."),
    click.option("--deep-checkout", is_flag=True, default=None,
                 help="Also send the checkout a made-up address (example.invalid), up to payment; never orders."),
    click.option("--only", type=click.Choice(["speed", "walk", "all"]), help="Do nothing but this.  [default: all]"),
    click.option("--consent", type=click.Choice(["accept", "reject", "none"]),
                 help="What the walk answers to a cookie banner.  [default: accept]"),
    click.option("--locale", help="Language of the visitor's browser, such as fi-FI.  [default: that of the shop]"),
    click.option("--timezone", help="Time zone of the visitor, such as Europe/Helsinki."),
    click.option("--walk-robots", type=click.Choice(["polite", "strict"]),
                 help="Obey robots.txt in the walk where it names cx-audit, or always.  [default: polite]"),
    click.option("--browser", metavar="PATH", help="Chromium or Chrome to use.  [env var: CX_AUDIT_BROWSER]"),
    click.option("--profile", type=click.Path(path_type=Path),
                 help="TOML file with the table [profile]: weights, options, checks to leave out; docs/settings.md."),
    ignore_option,
)  # fmt: skip


def record_options(*, several: bool = False, summary: bool = True) -> Callable[[_Command], _Command]:
    """Return the options of a command that audits: ``several`` shops or one, with a ``summary`` printed or not."""
    each = "; several URLs get one each in it" if several else ""
    json_option = click.option(
        "--json", "as_json", is_flag=True, help="Print the summary as JSON on stdout and nothing else."
    )
    return _stacked(
        click.option("--out", type=click.Path(path_type=Path, file_okay=False),
                     help=f"The audit's folder{each}.  [default: audits/<host>/<UTC time>]"),
        lang_option,
        look_options,
        click.option("--start-product", metavar="URL", help="Walk with this product instead of looking for one."),
        click.option("--start-category", metavar="URL", help="Use this category instead of looking for one."),
        format_option(),
        brand_option,
        *([json_option] if summary else []),
    )  # fmt: skip


access_options = _stacked(
    click.option("--auth", metavar="USER:PASSWORD", envvar="CX_AUDIT_AUTH", show_envvar=True,
                 help="HTTP authentication."),
    click.option("--header", "headers", metavar="NAME:VALUE", multiple=True,
                 help="Send a header; may be repeated.  [env var: CX_AUDIT_HEADER, one a line]"),
    click.option("--cookie", "cookies", metavar="NAME=VALUE", multiple=True,
                 help="Send a cookie; may be repeated.  [env var: CX_AUDIT_COOKIE, one a line]"),
    click.option("--storage-state", type=click.Path(path_type=Path, exists=True, dir_okay=False),
                 envvar="CX_AUDIT_STORAGE_STATE", show_envvar=True,
                 help="Playwright's storage state of a logged-in visitor."),
    click.option("--before", type=click.Path(path_type=Path, exists=True, dir_okay=False), envvar="CX_AUDIT_BEFORE",
                 show_envvar=True,
                 help="Python file with `async def before(page)`, which logs in by Playwright; its state is not kept."),
    click.option("--resolve", metavar="HOST:IP", multiple=True, help="Find a host at this address; may be repeated."),
    click.option("--insecure", is_flag=True, default=None, help="Accept any certificate."),
    click.option("--user-agent-suffix", metavar="TEXT", help="Words added to the user agent, for allow-lists."),
)  # fmt: skip


def formats_of(text: str, known: tuple[str, ...] = FORMATS) -> tuple[str, ...]:
    """Read the list of formats; raises click.BadParameter for one that is not known."""
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    unknown = [one for one in wanted if one not in known]
    if unknown or not wanted:
        told = f"{unknown[0]!r} is not known" if unknown else "no format is named"
        raise click.BadParameter(f"{told}; choose from {', '.join(known)}", param_hint="--format")
    return wanted


def split_pairs(pairs: tuple[str, ...], sign: str, name: str) -> tuple[tuple[str, str], ...]:
    """Split NAME:VALUE or NAME=VALUE; raises click.BadParameter without showing the value, which may be a secret."""
    found = []
    for pair in pairs:
        key, mark, value = pair.partition(sign)
        if not mark or not key.strip():
            raise click.BadParameter(f"write it as NAME{sign}VALUE", param_hint=name)
        found.append((key.strip(), value.strip()))
    return tuple(found)


def _addresses(pairs: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Read HOST:IP pairs; raises click.BadParameter for what is no address."""
    found = []
    for host, address in split_pairs(pairs, ":", "--resolve"):
        try:
            found.append((host.lower(), str(ipaddress.ip_address(address.strip("[]")))))
        except ValueError as error:
            raise click.BadParameter(f"{address!r} is no IP address", param_hint="--resolve") from error
    return tuple(found)


def _lines_of(name: str) -> tuple[str, ...]:
    """Read an environment variable that holds one value a line; values may hold spaces."""
    return tuple(line.strip() for line in os.environ.get(name, "").splitlines() if line.strip())


def _checked_state(path: Path | None) -> None:
    """See that a storage state is one; raises click.BadParameter without showing what is in it."""
    if path is None:
        return
    try:
        good = isinstance(json.loads(path.read_text("utf-8")), dict)
    except (OSError, ValueError):
        good = False
    if not good:
        raise click.BadParameter(f"{path} is no storage state of Playwright (JSON)", param_hint="--storage-state")


def settings_of(given: Mapping[str, Any]) -> tuple[RecordSettings, Profile]:
    """Make the settings from a configuration file and the options that were given, which come first.

    Raises SettingsError for a file that cannot be used and click.UsageError for options that cannot.
    """
    settings, profile = load_settings(given.get("config"))
    if given.get("profile"):
        profile = load_settings(given["profile"])[1]
    plain = ("pages", "samples", "only", "consent", "locale", "timezone", "start_product")
    asked = {
        name: given[name]
        for name in (*plain, "start_category", "walk_robots", "browser", "deep_checkout")
        if given.get(name) is not None
    }
    if given.get("viewport"):
        asked["viewports"] = SCREENS[given["viewport"]]
    if given.get("no_walk"):
        asked["walk"] = False
    if given.get("no_probes"):
        asked["probes"] = False
    if given.get("speed_pages"):
        asked["speed_pages"] = given["speed_pages"]
    if given.get("skip_probes"):
        asked["skip_probes"] = given["skip_probes"]
    headers = (*_lines_of("CX_AUDIT_HEADER"), *(given.get("headers") or ()))
    cookies = (*_lines_of("CX_AUDIT_COOKIE"), *(given.get("cookies") or ()))
    _checked_state(given.get("storage_state"))
    access = {
        "auth": given.get("auth"),
        "headers": split_pairs(headers, ":", "--header") or None,
        "cookies": split_pairs(cookies, "=", "--cookie") or None,
        "storage_state": given.get("storage_state"),
        "before": given.get("before"),
        "resolve": _addresses(given.get("resolve") or ()) or None,
        "insecure": given.get("insecure"),
        "user_agent_suffix": given.get("user_agent_suffix"),
    }
    whole = {**settings.model_dump(), **asked}
    whole["access"] = {
        **settings.access.model_dump(),
        **{key: value for key, value in access.items() if value is not None},
    }
    try:
        made = RecordSettings.model_validate(whole)
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        key = OPTIONS.get(str(first["loc"][0]), str(first["loc"][0]).replace("_", "-"))
        raise click.UsageError(f"--{key}: {reason(first['msg'])}") from error
    return made, fitting(profile)


def fitting(profile: Profile) -> Profile:
    """Return a profile that fits the checks that are installed; raises SettingsError that names the nearest one."""
    from auditor.registry import load_checks  # slow to load: not for a help

    return checked_profile(profile, {check.id: tuple(check.options) for check in load_checks()})
