"""What robots.txt says: the rules of the crawl, and whether it asks this program by name to stay away (CONTRACTS 7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from protego import Protego

from auditor.model import RobotsInfo

__all__ = ["NAME", "Rules", "read_robots"]

NAME = "cx-audit"
MAX_CHARS = 500_000
MAX_DELAY_S = 5.0
_NAMES_US = re.compile(rf"^\s*user-agent\s*:\s*{re.escape(NAME)}\b", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Rules:
    """The rules that bind the crawl; without a robots.txt everything is allowed."""

    parser: Protego | None = None
    closed: bool = False

    def allow(self, url: str) -> bool:
        """Say whether the crawl may open an address."""
        return not self.closed and (self.parser is None or bool(self.parser.can_fetch(url, NAME)))

    @property
    def delay_seconds(self) -> float:
        """Give the pause that robots.txt asks for, at most five seconds."""
        asked = self.parser.crawl_delay(NAME) if self.parser else None
        return min(MAX_DELAY_S, float(asked)) if asked else 0.0


def read_robots(
    status: int | None, kind: str, text: str, home: str, policy: Literal["polite", "strict"]
) -> tuple[RobotsInfo, Rules]:
    """Read an answer to a request for robots.txt; ``home`` is the address that the walk starts from.

    A server error means that nothing may be crawled, any other refusal that everything may (RFC 9309).
    """
    if status is not None and status >= 500:
        return RobotsInfo(found=False, crawl_allowed=False, policy=policy), Rules(closed=True)
    if status != 200 or "html" in kind or text.lstrip()[:1] == "<":
        return RobotsInfo(found=False, policy=policy), Rules()
    parser = Protego.parse(text[:MAX_CHARS])
    rules = Rules(parser)
    allowed = rules.allow(home)
    named = bool(_NAMES_US.search(text[:MAX_CHARS]))
    info = RobotsInfo(
        found=True,
        declined=not allowed and (named or policy == "strict"),
        crawl_allowed=allowed,
        policy=policy,
        sitemaps=tuple(str(one)[:400] for one in list(parser.sitemaps)[:20]),
    )
    return info, rules
