"""Whose name a report bears: name, logo, colours and contact, read from TOML; colours are made readable."""

from __future__ import annotations

import base64
import colorsys
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from auditor.model import Audit, Tool
from auditor.settings import SettingsError, read_toml

__all__ = ["Brand", "Colour", "brand_css", "contrast", "load_brand", "readable", "unsigned"]

MAX_LOGO_BYTES = 200_000
ENOUGH = 4.5
# The grounds of the reports (reports/templates/css/tokens.css): page and panel in light and in dark.
LIGHT = ("#ffffff", "#f4f6f7")
DARK = ("#11161a", "#1a2127")
WASH = 0.1
_Hex = Annotated[str, Field(pattern=r"^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")]
_Line = Annotated[str, Field(max_length=300)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Colours(_Part):
    """Colours as #rrggbb; what is left out is the report's own, and the dark ones follow the light ones."""

    accent: _Hex | None = None
    accent_dark: _Hex | None = None
    heading: _Hex | None = None
    heading_dark: _Hex | None = None


class _File(_Part):
    name: Annotated[str, Field(min_length=1, max_length=80)]
    logo: Path | None = None
    contact: _Line = ""
    footer: _Line = ""
    colours: _Colours = _Colours()


@dataclass(frozen=True)
class Colour:
    """One colour of a brand for the light and the dark theme, and the faint wash of it behind text."""

    light: str
    dark: str


@dataclass(frozen=True)
class Brand:
    """A brand ready to use; ``logo`` is a data address, ``mended`` says what colours were moved and why."""

    name: str
    logo: str = ""
    contact: str = ""
    footer: str = ""
    accent: Colour | None = None
    heading: Colour | None = None
    mended: tuple[str, ...] = ()


def load_brand(path: Path) -> Brand:
    """Read a brand; raises SettingsError with one sentence that names the key and the nearest right one."""
    read = read_toml(path, _File, "brand file")
    logo = _logo(path, path.parent / read.logo) if read.logo else ""
    accent, heading = (
        _colour(path, name, getattr(read.colours, name), getattr(read.colours, f"{name}_dark"))
        for name in ("accent", "heading")
    )
    mended = tuple(told for _one, sentences in (accent, heading) for told in sentences)
    return Brand(read.name, logo, read.contact, read.footer, accent[0], heading[0], mended)


def unsigned(audit: Audit) -> Audit:
    """Return an audit that does not name the program which made it; audit.json keeps the name."""
    name = audit.tool.name
    sentence = audit.sentence.replace(f"{name} by name", "this program by name").replace(name, "this program")
    return audit.model_copy(
        update={"tool": Tool(name="", version=""), "sentence": sentence if name else audit.sentence}
    )


def brand_css(brand: Brand) -> str:
    """Return the style rules that lay a brand's colours over the report's own, in both themes and on paper."""
    light = "".join(_rules(brand, dark=False))
    dark = "".join(_rules(brand, dark=True))
    if not light:
        return ""
    return f":root{{{light}}}\n@media (prefers-color-scheme: dark){{:root{{{dark}}}}}\n@media print{{:root{{{light}}}}}"


def contrast(one: str, two: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 counts it, 1-21."""
    high, low = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable(colour: str, grounds: tuple[str, ...]) -> str:
    """Return the colour, or the nearest one of the same hue that can be read on all grounds and on its own wash."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parts(colour)))
    darker = _luminance(grounds[0]) > 0.5
    for step in range(101):
        moved = light - step / 100 if darker else light + step / 100
        tried = _hex(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, moved)), saturation)) if step else _long(colour)
        if all(contrast(tried, ground) >= ENOUGH for ground in (*grounds, _mixed(tried, grounds[0]))):
            return tried
    return "#000000" if darker else "#ffffff"


def _rules(brand: Brand, *, dark: bool) -> list[str]:
    ground = (DARK if dark else LIGHT)[0]
    rules = []
    if brand.accent:
        accent = brand.accent.dark if dark else brand.accent.light
        rules.append(f"--accent:{accent};--accent-wash:{_mixed(accent, ground)};")
    if brand.heading:
        rules.append(f"--heading:{brand.heading.dark if dark else brand.heading.light};")
    return rules


def _colour(path: Path, name: str, light: str | None, dark: str | None) -> tuple[Colour | None, list[str]]:
    if light is None and dark is None:
        return None, []
    asked_light, asked_dark = _long(light or dark or ""), _long(dark or light or "")
    made = Colour(readable(asked_light, LIGHT), readable(asked_dark, DARK))
    told = [
        f"{path}: colours.{key}: {asked} is hard to read on {theme} pages (under {ENOUGH}:1), so {used} is used."
        for key, theme, asked, used, own in (
            (name, "light", asked_light, made.light, light),
            (f"{name}_dark", "dark", asked_dark, made.dark, dark),
        )
        if used != asked and own  # a dark colour that nobody chose is simply made from the light one
    ]
    return made, told


def _logo(file: Path, path: Path) -> str:
    try:
        with path.open("rb") as opened:
            data = opened.read(MAX_LOGO_BYTES + 1)
    except OSError as error:
        raise SettingsError(f"{file}: logo: {path} cannot be read: {error.strerror}.") from error
    if len(data) > MAX_LOGO_BYTES:
        raise SettingsError(f"{file}: logo: {path} is larger than {MAX_LOGO_BYTES // 1000} kB.")
    kind = _kind(data)
    if kind is None:
        raise SettingsError(f"{file}: logo: {path} is no picture of a known kind: use SVG, PNG or WebP.")
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _kind(data: bytes) -> str | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    # An SVG is only ever shown as a picture: its scripts do not run there, and nothing is loaded from it.
    return (
        "image/svg+xml"
        if re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)", data) and b"<svg" in data
        else None
    )


def _parts(colour: str) -> tuple[int, int, int]:
    long = _long(colour)
    return int(long[1:3], 16), int(long[3:5], 16), int(long[5:7], 16)


def _long(colour: str) -> str:
    signs = colour.lower().lstrip("#")
    return "#" + ("".join(sign * 2 for sign in signs) if len(signs) == 3 else signs)


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _mixed(colour: str, ground: str) -> str:
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    mixed = [(one * WASH + two * (1 - WASH)) / 255 for one, two in pairs]
    return _hex((mixed[0], mixed[1], mixed[2]))


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
