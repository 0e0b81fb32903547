"""E-mail addresses a page really offers: mailto links, plain text and "(at)" spellings, judged offline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from email_validator import EmailNotValidError, validate_email

__all__ = ["email_of_link", "emails_in", "valid_email"]

_ADDRESS = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.)+[A-Za-zÀ-ÿ]{2,24}(?![\w@])")
_AT = re.compile(
    r"(?<=[\w])\s*(?:\(\s*(?:at|ät|a|@|miukumauku|snabel-?a)\s*\)|\[\s*(?:at|ät|a|@)\s*\]|\{\s*(?:at|@)\s*\})\s*(?=[\w])",
    re.I,
)
_DOT = re.compile(r"\s*(?:\(\s*(?:dot|piste|punkt)\s*\)|\[\s*(?:dot|piste|punkt)\s*\])\s*", re.I)
_FILES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".css", ".js", ".avif")
_MADE_UP_LOCAL = frozenset(
    [
        "your",
        "you",
        "name",
        "nimi",
        "namn",
        "navn",
        "user",
        "username",
        "example",
        "esimerkki",
        "exempel",
        "firstname.lastname",
        "etunimi.sukunimi",
        "fornamn.efternamn",
        "yourname",
        "your.name",
        "email",
        "your-email",
        "youremail",
        "john.doe",
        "oma",
        "sinun",
    ]
)
_MADE_UP_DOMAIN = frozenset(
    [
        "domain.com",
        "email.com",
        "yourdomain.com",
        "yritys.fi",
        "company.com",
        "mail.com",
        "esimerkki.fi",
        "exempel.se",
        "yourcompany.com",
        "mydomain.com",
        "yourstore.com",
        "sentry.io",
        "wixpress.com",
        "domain.tld",
    ]
)


def valid_email(text: str) -> str | None:
    """Return the address in its normal spelling; None for what is none, or plainly made up as an example."""
    address = text.strip().strip(".,;:<>()[]\"'").lower()
    if address.endswith(_FILES) or address.count("@") != 1:
        return None
    try:
        found = validate_email(address, check_deliverability=False, test_environment=True).normalized.lower()
    except EmailNotValidError:
        return None
    local, _at, domain = found.partition("@")
    if domain in _MADE_UP_DOMAIN or (domain.startswith("example.") or local in _MADE_UP_LOCAL):
        return None
    return found


def email_of_link(href: str) -> str | None:
    """Return the address of a mailto link; None for another link, or one that leads nowhere."""
    if not href.lower().startswith("mailto:"):
        return None
    return valid_email(unquote(href[7:].partition("?")[0]).split(",")[0])


def emails_in(text: str, hrefs: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the addresses of a page, those of links first, each once."""
    return tuple(dict.fromkeys((*(one for href in hrefs if (one := email_of_link(href))), *_written(text))))


def _written(text: str) -> Iterator[str]:
    plain = text[:60_000]
    for version in (plain, *_respelled(plain)):
        for hit in _ADDRESS.finditer(version):
            address = valid_email(hit.group())
            if address:
                yield address


def _respelled(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if _AT.search(line):
            spelled = _AT.sub("@", line)
            yield _DOT.sub(".", spelled)
