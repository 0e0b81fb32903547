"""Which pages the crawl opens next: breadth first, the pages of service before the goods, each address once."""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from auditor.collect.arrival.address import same_site
from auditor.collect.crawling.kinds import NEVER, Guess, guess_kind, never_followed
from auditor.collect.guarding.guard import Phase, judge_request
from auditor.collect.journey.cards import address_key
from auditor.model import Link, PageKind

__all__ = ["Frontier", "Target", "plain_address", "session_names"]

_FILE = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|webp|avif|svg|ico|zip|gz|rar|exe|dmg|mp3|mp4|webm|avi|mov|css|js|json|xml|rss|atom|txt|csv|"
    r"docx?|xlsx?|pptx?|woff2?|ttf|eot)$",
    re.IGNORECASE,
)
# GET addresses that change a cart, a list or a session; what ends or deletes something is judged by the guard's rules.
_ACTS = re.compile(
    r"(?:^|[/_.\-=?&])(?:add[-_]?to[-_]?(?:cart|basket|bag|wishlist|compare)|addtocart|cart/(?:add|change|update|clear)|"
    r"basket/add|kori/lisaa|wishlist/(?:add|index/add)|compare/add|do=add|action=(?:add|remove|delete|logout)|"
    r"reviews?/(?:add|write|new)|set[-_]?currency|set[-_]?language|switch[-_]?currency|unsubscribe|print)(?:$|[/_.\-=?&])",
    re.IGNORECASE,
)
_NOISE = ("utm_", "gclid", "fbclid", "_pos", "_ss", "_sid", "srsltid", "mc_")
# The same page in another order or currency, or cut down: opened last.
_SORTED = re.compile(
    r"(?:^|&)(?:sort\w*|order\w*|currency|dir|view|limit|per_?page|filter\w*|price\w*|color|colour|size|jarjest\w*|nayta|ordning|\w*facets?|f\[\w*\])=",
    re.I,
)
SORTED_RANK = 8
# So many lists of goods come before the goods; further ones after them.
FIRST_LISTS = 6
_RANDOM = re.compile(r"(?=.*\d)(?=.*[a-z])[a-z0-9-]{16,}", re.IGNORECASE)
MANY_ADDRESSES = 5
MAX_WAITING = 3000
MAX_PARAMETERS = 3


@dataclass(frozen=True, order=True)
class Target:
    """A page to open: its place in the queue, then what is known of it."""

    rank: int
    depth: int
    turn: int
    url: str = field(compare=False)
    guess: Guess = field(compare=False)


@dataclass
class Frontier:
    """The queue of a crawl; ``allow`` is what robots.txt says."""

    home: str
    allow: Callable[[str], bool]
    language: str = "en"
    refused: int = 0
    _lists: int = 0
    _known: set[str] = field(default_factory=set)
    _sessions: set[str] = field(default_factory=set)
    _queue: list[Target] = field(default_factory=list)
    _turn: count[int] = field(default_factory=count)

    def seen(self, url: str) -> None:
        """Note that a page needs no visit any more."""
        self._known.add(self._key(url))

    def offer(self, links: Iterable[Link], depth: int) -> None:
        """Queue the pages that a page links to; ``depth`` is the linking page's own, in clicks from home."""
        links = tuple(links)
        self._sessions |= session_names(link.href for link in links if same_site(link.href, self.home))
        for link in links:
            if len(self._queue) >= MAX_WAITING:
                return
            self._offer(link, depth)

    def __len__(self) -> int:
        """Count the pages that wait."""
        return len(self._queue)

    def take(self) -> Target | None:
        """Give the next page, or nothing where none is left."""
        return heapq.heappop(self._queue) if self._queue else None

    def _offer(self, link: Link, depth: int) -> None:
        url = plain_address(link.href)
        key = self._key(url)
        if not url or key in self._known or not self._harmless(url, link):
            return
        self._known.add(key)
        if not self.allow(url):
            self.refused += 1
            return
        guess = guess_kind(link.said, url, self.language)
        if guess.kind in NEVER:
            return
        clicks = depth + (1 if link.visible or not link.revealed else 2)
        rank = SORTED_RANK if _SORTED.search(urlsplit(url).query) else self._rank(guess)
        heapq.heappush(self._queue, Target(rank, clicks, next(self._turn), url, guess))

    def _rank(self, guess: Guess) -> int:
        if guess.kind is not PageKind.CATEGORY:
            return guess.rank
        self._lists += 1
        return guess.rank if self._lists <= FIRST_LISTS else SORTED_RANK

    def _key(self, url: str) -> str:
        parts = urlsplit(plain_address(url) or url)
        pairs = [one for one in parse_qsl(parts.query, keep_blank_values=True) if one[0] not in self._sessions]
        bare = urlunsplit(parts._replace(query=urlencode(pairs)))
        return unquote(address_key(bare)).replace("://www.", "://", 1).partition("://")[2]

    def _harmless(self, url: str, link: Link) -> bool:
        parts = urlsplit(url)
        if not same_site(url, self.home) or _FILE.search(parts.path):
            return False
        if len(parse_qsl(parts.query)) > MAX_PARAMETERS or len(url) > 500:
            return False
        target = unquote(f"{parts.path}?{parts.query}" if parts.query else parts.path)
        if _ACTS.search(target) or judge_request("GET", url, "", Phase.FROZEN):
            return False
        return not never_followed(link.said, self.language)


def session_names(addresses: Iterable[str]) -> set[str]:
    """Return the parameters that carry one and the same random sign in many addresses: those of a visitor's session."""
    queries = [dict(parse_qsl(urlsplit(url).query)) for url in dict.fromkeys(addresses)]
    values: dict[str, list[str]] = {}
    for query in queries:
        for name, value in query.items():
            values.setdefault(name, []).append(value)
    return {
        name
        for name, all_of_it in values.items()
        if len(all_of_it) >= MANY_ADDRESSES and len(set(all_of_it)) == 1 and _RANDOM.fullmatch(all_of_it[0])
    }


def plain_address(href: str) -> str:
    """Return a web address without tracking parameters and without a fragment that is no route; else an empty text."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return ""
    query = parts.query
    if any(sign in query for sign in _NOISE):
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode([(key, value) for key, value in pairs if not key.startswith(_NOISE)])
    route = parts.fragment if parts.fragment.startswith(("/", "!")) and parts.fragment.strip("/!") else ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, route))
