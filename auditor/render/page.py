"""One self-contained page from a template: its style, script and security policy inside, and nothing else let in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib import resources

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from auditor.brand import Brand, brand_css
from auditor.texts import Translator

__all__ = ["Templates", "page_of"]


def page_of(
    template: str,
    *,
    t: Translator,
    styles: Sequence[str],
    script: str = "",
    brand: Brand | None = None,
    **context: object,
) -> str:
    """Return a template as one page in the translator's language, with a brand's colours where there is a brand."""
    sheets = [_read(f"css/{name}").strip() for name in styles]
    style = Markup("\n".join([*sheets, *([brand_css(brand)] if brand else [])]))  # noqa: S704 - ours; colours are checked
    code = Markup(_read(script).strip() if script else "")  # noqa: S704 - our own file
    environment = Environment(
        loader=Templates(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[],
    )
    environment.globals.update(_=t, _n=t.plural, brand=brand)
    return environment.get_template(template).render(
        **context, lang=t.lang, style=style, script=code, policy=_policy(style, code)
    )


class Templates(BaseLoader):
    """Reads templates as package resources, so that a zipped package works too."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, None]:
        """Return the text of a template; raises TemplateNotFound."""
        del environment
        try:
            return _read(template), None, None
        except (FileNotFoundError, IsADirectoryError) as error:
            raise TemplateNotFound(template) from error


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
