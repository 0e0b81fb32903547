"""Turn an audit into a report: one HTML file that asks nothing of the network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from importlib import resources
from typing import Literal

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from auditor.check import Check
from auditor.model import Audit
from auditor.texts import Translator, translate
from auditor.view import view_of

__all__ = ["render_report"]

STYLES = ("tokens.css", "frame.css", "first.css", "stages.css", "story.css", "tables.css", "print.css")
SCRIPT = "report.js"


def render_report(
    audit: Audit,
    *,
    checks: Mapping[str, Check],
    lang: Literal["fi", "sv", "en"],
    picture: Callable[[str], bytes | None],
) -> str:
    """Return the report as one self-contained HTML page; ``picture`` gives a screenshot's bytes by its name.

    Raises ValueError for a language the reports do not speak.
    """
    t = translate(lang)
    style = Markup("\n".join(_read(f"css/{name}").strip() for name in STYLES))  # noqa: S704 - our own files
    script = Markup(_read(SCRIPT).strip())  # noqa: S704 - our own file
    return (
        _environment(t)
        .get_template("audit.html")
        .render(
            view=view_of(audit, checks=checks, t=t, picture=picture),
            lang=lang,
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )


class _PackageTemplates(BaseLoader):
    """Reads templates as package resources, so that a zipped package works too."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, None]:
        """Return the text of a template; raises TemplateNotFound."""
        del environment
        try:
            return _read(template), None, None
        except (FileNotFoundError, IsADirectoryError) as error:
            raise TemplateNotFound(template) from error


def _environment(t: Translator) -> Environment:
    environment = Environment(
        loader=_PackageTemplates(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[],
    )
    environment.globals.update(_=t, _n=t.plural)
    return environment


def _read(name: str) -> str:
    return resources.files("reports").joinpath("templates", *name.split("/")).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """Allow exactly this style and script and pictures inside the file, and nothing else."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
