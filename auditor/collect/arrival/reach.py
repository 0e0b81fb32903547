"""Whether a shop can be opened, and what its address, certificate and robots.txt say; a failure is one sentence."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import httpx

from auditor.collect.arrival.address import Asked
from auditor.collect.arrival.client import get_text, shop_client
from auditor.collect.arrival.robots import Rules, read_robots
from auditor.collect.arrival.troubles import Trouble, of_answer, of_error
from auditor.model import Reach, RobotsInfo
from auditor.settings import RecordSettings

__all__ = ["Reached", "reach_shop"]

MAX_REDIRECTS = 10
TRY_AGAIN = {502, 503, 504}
AGAIN_AFTER_S = 1.5
# Answers that a shop may give to a bare program and not to a browser: the browser is asked before anything is said.
BROWSER_DECIDES = frozenset({"robot-wall", "tls"})


@dataclass(frozen=True)
class Reached:
    """How the shop answered; ``unsure`` marks a trouble that a browser may not have."""

    reach: Reach
    robots: RobotsInfo | None = None
    rules: Rules = field(default_factory=Rules)
    html: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    unsure: bool = False


@dataclass(frozen=True)
class _Answer:
    """The last answer of a chain of redirects, or what went wrong on its way."""

    url: str
    response: httpx.Response | None = None
    body: str = ""
    chain: tuple[str, ...] = ()
    trouble: Trouble | None = None


async def reach_shop(asked: Asked, settings: RecordSettings, user_agent: str) -> Reached:
    """Open the shop's home as a plain program would and read robots.txt; never raises for what the shop does."""
    async with shop_client(asked.tries[0], settings.access, user_agent, asked.auth) as client:
        answer = await _first_that_answers(client, asked)
        if answer.response is None:
            return _failed(asked, answer)
        reach = await _described(client, asked, answer, insecure=settings.access.insecure)
        trouble = answer.trouble
        if trouble:
            reach = reach.model_copy(update={"problem": trouble.problem, "sentence": trouble.sentence})
        robots, rules = await _robots(client, answer.url, settings)
        if robots.declined and not trouble:
            reach = reach.model_copy(update={"problem": "declined", "sentence": _declined(robots)})
        headers = {name.lower(): value[:300] for name, value in answer.response.headers.items()}
        unsure = bool(trouble and trouble.problem in BROWSER_DECIDES)
        return Reached(reach, robots, rules, answer.body, headers, unsure)


async def _first_that_answers(client: httpx.AsyncClient, asked: Asked) -> _Answer:
    """Try https, then http where no scheme was typed; a bad certificate is an answer, a closed port is not."""
    first: _Answer | None = None
    for url in asked.tries:
        answer = await _open(client, url)
        if answer.response is not None or (answer.trouble and answer.trouble.problem == "tls"):
            return answer
        first = first or answer
        if answer.trouble and answer.trouble.final:
            return answer
    return first or _Answer(asked.tries[0])


async def _open(client: httpx.AsyncClient, url: str) -> _Answer:
    """Follow redirects from an address; a busy server is asked once more."""
    chain: list[str] = []
    at = url
    for _hop in range(MAX_REDIRECTS + 1):
        try:
            response, body = await get_text(client, at)
            if response.status_code in TRY_AGAIN:
                await asyncio.sleep(AGAIN_AFTER_S)
                response, body = await get_text(client, at)
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError) as error:
            return _Answer(at, chain=tuple(chain), trouble=of_error(error, at))
        target = response.headers.get("location", "")
        if response.is_redirect and target:
            chain.append(at)
            at = urljoin(at, target)
            if urlsplit(at).scheme not in {"http", "https"}:
                break
            continue
        return _Answer(at, response, body, tuple(chain), of_answer(response, body))
    words = f"{url} redirects more than {MAX_REDIRECTS} times without arriving anywhere, so the shop cannot be opened."
    return _Answer(at, chain=tuple(chain), trouble=Trouble("site-error", words, final=True))


def _failed(asked: Asked, answer: _Answer) -> Reached:
    trouble = answer.trouble or Trouble("dead", f"{answer.url} did not answer.")
    secure = answer.url.startswith("https:")
    reach = Reach(
        requested=asked.typed,
        url=answer.url,
        problem=trouble.problem,
        sentence=trouble.sentence,
        https=secure,
        certificate_valid=False if trouble.problem == "tls" else None,
        redirects=answer.chain,
    )
    return Reached(reach, unsure=trouble.problem in BROWSER_DECIDES)


async def _described(client: httpx.AsyncClient, asked: Asked, answer: _Answer, *, insecure: bool) -> Reach:
    secure = answer.url.startswith("https:")
    response = answer.response
    hsts = response.headers.get("strict-transport-security", "") if response is not None else ""
    return Reach(
        requested=asked.typed,
        url=answer.url,
        status=response.status_code if response is not None else None,
        https=secure,
        http_redirects_to_https=await _http_leads_to_https(client, answer.url) if secure else None,
        certificate_valid=True if secure and not insecure else None,
        hsts=("max-age" in hsts.lower() and "max-age=0" not in hsts.replace(" ", "").lower()) if secure else None,
        redirects=answer.chain,
    )


async def _http_leads_to_https(client: httpx.AsyncClient, url: str) -> bool | None:
    """Say whether plain http ends at https; None where nothing answers there, so nobody can land on it."""
    parts = urlsplit(url)
    if parts.port not in {None, 443}:
        return None
    at = f"http://{parts.hostname}/"
    for _hop in range(5):
        try:
            response, _body = await get_text(client, at)
        except (httpx.HTTPError, httpx.InvalidURL, OSError):
            return None
        if not response.is_redirect or "location" not in response.headers:
            return False
        at = urljoin(at, response.headers["location"])
        if at.startswith("https:"):
            return True
    return False


async def _robots(client: httpx.AsyncClient, home: str, settings: RecordSettings) -> tuple[RobotsInfo, Rules]:
    try:
        response, body = await get_text(client, urljoin(home, "/robots.txt"))
        if response.is_redirect and "location" in response.headers:
            response, body = await get_text(client, urljoin(home, response.headers["location"]))
    except (httpx.HTTPError, httpx.InvalidURL, OSError):
        return read_robots(None, "", "", home, settings.walk_robots)
    kind = response.headers.get("content-type", "")
    return read_robots(response.status_code, kind, body, home, settings.walk_robots)


def _declined(robots: RobotsInfo) -> str:
    if robots.policy == "strict":
        return "The shop's robots.txt asks robots to stay away, and --walk-robots strict obeys it: nothing was visited."
    return "The shop's robots.txt asks cx-audit by name to stay away, so nothing was visited."
