"""Whom the shop sees: language and time zone of the visitor, from the shop's country and language (CONTRACTS 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from bs4.filter import SoupStrainer

from auditor.model import VisitorInfo
from auditor.settings import RecordSettings

__all__ = ["country_of", "language_tag", "visitor_for"]

# Country: the locale of its visitors and its time zone.
COUNTRIES = {
    "FI": ("fi-FI", "Europe/Helsinki"),
    "SE": ("sv-SE", "Europe/Stockholm"),
    "NO": ("nb-NO", "Europe/Oslo"),
    "DK": ("da-DK", "Europe/Copenhagen"),
    "EE": ("et-EE", "Europe/Tallinn"),
    "DE": ("de-DE", "Europe/Berlin"),
    "AT": ("de-AT", "Europe/Vienna"),
    "CH": ("de-CH", "Europe/Zurich"),
    "GB": ("en-GB", "Europe/London"),
    "IE": ("en-IE", "Europe/Dublin"),
    "US": ("en-US", "America/New_York"),
    "NL": ("nl-NL", "Europe/Amsterdam"),
    "FR": ("fr-FR", "Europe/Paris"),
    "ES": ("es-ES", "Europe/Madrid"),
    "IT": ("it-IT", "Europe/Rome"),
    "PL": ("pl-PL", "Europe/Warsaw"),
    "LV": ("lv-LV", "Europe/Riga"),
    "LT": ("lt-LT", "Europe/Vilnius"),
}
DOMAINS = {"uk": "GB", **{code.lower(): code for code in COUNTRIES}}
# A language that is spoken in one country above all.
LANGUAGES = {
    "fi": "FI",
    "sv": "SE",
    "nb": "NO",
    "no": "NO",
    "nn": "NO",
    "da": "DK",
    "et": "EE",
    "de": "DE",
    "lv": "LV",
    "lt": "LT",
    "pl": "PL",
}
CURRENCIES = {"SEK": "SE", "NOK": "NO", "DKK": "DK", "GBP": "GB", "USD": "US", "PLN": "PL", "CHF": "CH"}
DEFAULT = ("fi-FI", "Europe/Helsinki")
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{2,4})?", re.IGNORECASE)
# The html element stands at the page's beginning; XHTML's own line before it would be taken for XML.
_BEGINNING = 20_000
_XML_LINE = re.compile(r"\s*<\?xml\b[^>]*>")


def language_tag(html: str) -> str:
    """Return the language that a page's html element declares, such as fi or en-GB; empty where it declares none."""
    beginning = _XML_LINE.sub("", html[:_BEGINNING], count=1)
    page = BeautifulSoup(beginning, "lxml", parse_only=SoupStrainer("html"))
    declared = page.html.get("lang") if page.html else None
    found = _TAG.match(str(declared or "").strip())
    return found.group().replace("_", "-") if found else ""


def country_of(url: str, tags: Iterable[str] = (), currency: str = "") -> str | None:
    """Return the shop's country: of its domain, of a language tag's region, of its currency, of its language."""
    domain = (urlsplit(url).hostname or "").rpartition(".")[2].lower()
    if domain in DOMAINS:
        return DOMAINS[domain]
    said = [tag for tag in tags if tag]
    regions = (tag.partition("-")[2].upper() for tag in said)
    by_region = next((region for region in regions if region in COUNTRIES), None)
    by_language = next((LANGUAGES[tag[:2].lower()] for tag in said if tag[:2].lower() in LANGUAGES), None)
    return by_region or CURRENCIES.get(currency.upper()) or by_language


def visitor_for(url: str, html: str, settings: RecordSettings) -> VisitorInfo:
    """Choose the visitor's locale and time zone; what the settings say comes first, fi-FI and Helsinki last."""
    tag = language_tag(html)
    country = country_of(url, (tag,))
    locale, timezone = COUNTRIES.get(country or "", DEFAULT)
    if tag[:2].lower() == "en" and locale[:2] != "en":
        locale = f"en-{country}" if country in {"GB", "IE", "US"} else "en-GB"
    elif country is None and len(tag) == 5:
        locale = tag
    return VisitorInfo(
        locale=settings.locale or locale, timezone=settings.timezone or timezone, consent=settings.consent
    )
