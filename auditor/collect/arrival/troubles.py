"""What can keep a shop from being audited, each with its id of CONTRACTS 5 and one clear sentence."""

from __future__ import annotations

import re
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from auditor.vocabulary import load_vocabulary

__all__ = ["Trouble", "of_answer", "of_browser", "of_error"]

SHORT_PAGE = 1500
CLOSED = 503
_TAGS = re.compile(r"<(script|style|noscript)\b.*?</\1\s*>|<[^>]+>", re.IGNORECASE | re.DOTALL)
_CERTIFICATE = {
    "certificate has expired": "its certificate has expired",
    "self-signed": "its certificate is self-signed",
    "self signed": "its certificate is self-signed",
    "hostname mismatch": "its certificate is made out to another name",
    "doesn't match": "its certificate is made out to another name",
    "unable to get local issuer": "its certificate chain is incomplete or its issuer is not trusted",
    "err_cert_date_invalid": "its certificate has expired or is not valid yet",
    "err_cert_common_name_invalid": "its certificate is made out to another name",
    "err_cert_authority_invalid": "the issuer of its certificate is not trusted",
}
_PLAIN_HTTP = ("wrong_version_number", "wrong version number", "http_request", "record layer failure")


@dataclass(frozen=True)
class Trouble:
    """A problem's id and sentence; ``final`` means that another scheme need not be tried."""

    problem: str
    sentence: str
    final: bool = False


def of_error(error: Exception, url: str) -> Trouble:
    """Say what an error of the network means."""
    place = _place(url)
    causes = tuple(_causes(error))
    text = " ".join(str(one) for one in causes).lower()
    if any(isinstance(one, socket.gaierror) for one in causes) or "name or service not known" in text:
        return Trouble("dead", f"There is no host called {urlsplit(url).hostname}: check the address.", final=True)
    if any(isinstance(one, ssl.SSLError) for one in causes) or "certificate" in text:
        if any(sign in text for sign in _PLAIN_HTTP):
            return Trouble("dead", f"{place} does not speak https; it may be a plain http address.")
        why = next((words for sign, words in _CERTIFICATE.items() if sign in text), "the secure connection fails")
        return Trouble("tls", f"{place} cannot be opened safely: {why}, so browsers warn customers off.")
    if any(isinstance(one, ConnectionRefusedError) for one in causes) or "refused" in text:
        return Trouble("dead", f"{place} refused the connection: no web server answers there.")
    if isinstance(error, httpx.TimeoutException):
        return Trouble("dead", f"{place} did not answer in time.")
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return Trouble("dead", f"{url[:200]} is not an address that can be opened.", final=True)
    if isinstance(error, httpx.RemoteProtocolError):
        return Trouble("dead", f"{place} broke the connection off without an answer.")
    return Trouble("dead", f"{place} cannot be reached: {(str(error) or type(error).__name__)[:160]}.")


def of_answer(response: httpx.Response, body: str) -> Trouble | None:
    """Say what is wrong with an answer, or nothing where it is a page that can be audited."""
    trouble = _of_status(response.status_code, _words(body), str(response.url))
    if trouble:
        return trouble
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    page = "html" in kind or (not kind and "<" in body[:500])
    if not page:
        place = _place(str(response.url))
        return Trouble("not-html", f"{place} answers with {kind or 'something'} and not with a web page.")
    return None


def of_browser(url: str, status: int | None, text: str, problem: str) -> Trouble | None:
    """Say what is wrong with what a browser was shown; ``problem`` is the browser's own error, if it had one."""
    if not problem:
        return _of_status(status or 200, " ".join(text.split()), url)
    lowered = problem.lower()
    place = _place(url)
    if "err_cert" in lowered or "err_ssl" in lowered:
        why = next((words for sign, words in _CERTIFICATE.items() if sign in lowered), "the secure connection fails")
        return Trouble("tls", f"{place} cannot be opened safely: {why}, so browsers warn customers off.")
    if "download" in lowered or "err_aborted" in lowered:
        return Trouble("not-html", f"{place} offers a file and not a web page.")
    if "too_many_redirects" in lowered:
        return Trouble("site-error", f"{place} redirects in a circle, so the shop cannot be opened.")
    if "timeout" in lowered:
        return Trouble("dead", f"{place} did not answer in time.")
    return Trouble("dead", f"{place} cannot be opened in a browser: {problem[:160]}.")


def _of_status(status: int, words: str, url: str) -> Trouble | None:
    place = _place(url)
    asks = load_vocabulary().mentions("robot_wall", words[:3000]) if len(words) < SHORT_PAGE else None
    if status in {403, 429} or (asks and status in {200, 202, 401, 405, 503}):
        seen = f'the page says "{asks}"' if asks else f"it answered {status}"
        return Trouble("robot-wall", f"{place} keeps robots out ({seen}), so it could not be audited.")
    if status == 401:
        return Trouble("login-wall", f"{place} asks for a user name and a password (401): give them with --auth.")
    if status == 451:
        return Trouble("geo-blocked", f"{place} is not open to visitors from this network (451).")
    if status in {404, 410}:
        return Trouble("site-error", f"{place} answered {status}: there is no page at this address.")
    if status == CLOSED and len(words) < SHORT_PAGE and load_vocabulary().mentions("closed_shop", words):
        return None  # a closed shop says so itself: it can be looked at, and the walk tells what it says
    if status >= 500:
        return Trouble("site-error", f"{place} answered {status}: the shop has an error of its own.")
    if status >= 400:
        return Trouble("site-error", f"{place} answered {status} and cannot be audited.")
    return None


def _words(body: str) -> str:
    return " ".join(_TAGS.sub(" ", body[:200_000]).split())


def _place(url: str) -> str:
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    path = parts.path if parts.path not in {"", "/"} else ""
    return f"{parts.scheme}://{host}{path}"[:200]


def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and len(found) < 8:
        found.append(at)
        at = at.__cause__ or at.__context__
    return found
