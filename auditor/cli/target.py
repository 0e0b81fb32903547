"""What a person names: an audit that is there already, or the address of a shop that is to be audited."""

from __future__ import annotations

import re
from pathlib import Path

import click
from click.core import ParameterSource

__all__ = ["nothing_idle", "target_of"]

AUDIT = "audit.json"
_HOST = re.compile(r"[^/]*[.:]|localhost(?:/|$)")
# The end of a path to an audit, whatever stands before it: no shop's page is called so.
_AUDIT_END = re.compile(rf"(?:^|/)(?:\d{{8}}T\d{{6}}Z|{re.escape(AUDIT)})/?$")


def target_of(named: str) -> Path | None:
    """Return the folder of the audit that is named, itself or by its audit.json; None for the address of a shop.

    What begins with a dot or a slash is a path, there or not. Raises click.UsageError for a path that is mistyped
    otherwise: it must not be taken for a shop.
    """
    path = Path(named)
    if path.is_file() and path.name == AUDIT:
        return path.parent
    if path.is_dir() or named.startswith((".", "/")):
        return path
    if "://" not in named and (_AUDIT_END.search(named) or not _HOST.match(named)):
        hint = "A host without a dot is written with its scheme, as in https://staging."
        raise click.UsageError(f"{named} is neither a folder nor the address of a shop. {hint}")
    return None


def nothing_idle(*used: str) -> None:
    """See that every option that was typed has an effect on a recorded audit; raises click.UsageError."""
    context = click.get_current_context()
    for option in context.command.params:
        typed = context.get_parameter_source(str(option.name)) is ParameterSource.COMMANDLINE
        if isinstance(option, click.Option) and typed and option.name not in used:
            told = "does nothing to an audit that is there already: leave it out, or name the address of the shop."
            raise click.UsageError(f"{option.opts[0]} {told}")
