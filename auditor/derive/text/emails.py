"""E-mail addresses a page really offers: mailto links, plain text and "(at)" spellings, judged offline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from email_validator import EmailNotValidError, validate_email

__all__ = ["email_of_link", "emails_in", "valid_email"]

_ADDRESS = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.)+[A-Za-zÀ-ÿ]{2,24}(?![\w@])")
# The sign in words within brackets, bare between capitals, or bare behind a word for e-mail.
_IN_WORDS = r"at|ät|ä|a|@|miukumauku|kissa|snabel-?a|krøllalfa|alfakrøll"
_DOT_WORDS = r"dot|piste|punkt|punktum|prikk|\."
_AT = re.compile(
    rf"(?<=\w)\s*[(\[{{<]\s*(?:{_IN_WORDS})\s*[)\]}}>]\s*(?=\w)|(?<=\w) @ (?=\w)|(?<=\w) (?-i:AT) (?=\w)",
    re.IGNORECASE,
)
_DOT = re.compile(rf"\s*[(\[{{<]\s*(?:{_DOT_WORDS})\s*[)\]}}>]\s*|(?<=\w) (?-i:DOT) (?=\w)", re.IGNORECASE)
_SPOKEN = re.compile(
    r"(?:sähköposti|e-?mail|e-?post|\bmail|meil)\w{0,8}\s?[:–-]?\s?([\w.+-]{1,40}) (?:at|ät) "
    r"([\w-]{2,40}(?:(?:\.| (?:dot|piste|punkt) )[\w-]{2,20}){1,3})",
    re.IGNORECASE,
)
# Zero-width signs that are put into an address against harvesters.
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_PROTECTED = "/cdn-cgi/l/email-protection#"
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
    """Return the address of a mailto link, or of one that a proxy hides; None for another link, or a dead one."""
    if _PROTECTED in href:
        return _unhidden(href.partition(_PROTECTED)[2])
    if not href.lower().startswith("mailto:"):
        return None
    return valid_email(re.split("[,;]", unquote(href[7:].partition("?")[0]))[0])


def emails_in(text: str, hrefs: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the addresses of a page, those of links first, each once."""
    return tuple(dict.fromkeys((*(one for href in hrefs if (one := email_of_link(href))), *_written(text))))


def _unhidden(code: str) -> str | None:
    """Decode what Cloudflare makes of an address: its bytes, each changed by the first one."""
    try:
        first, *rest = bytes.fromhex(code[:400])
    except ValueError:
        return None
    return valid_email(bytes(one ^ first for one in rest).decode("utf-8", "replace"))


def _written(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKC", text[:60_000]).translate(_UNSEEN)
    for version in (plain, *_respelled(plain)):
        for hit in _ADDRESS.finditer(version):
            address = valid_email(hit.group())
            if address:
                yield address


def _respelled(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if _AT.search(line):
            yield _DOT.sub(".", _AT.sub("@", line))
        for hit in _SPOKEN.finditer(line):
            yield f"{hit[1]}@{re.sub(' (?:dot|piste|punkt) ', '.', hit[2], flags=re.IGNORECASE)}"
