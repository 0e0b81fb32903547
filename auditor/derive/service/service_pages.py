"""Pages of service by what they are for: the links that speak of something, and the pages behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.derive.page.digest import page_text, site_language
from auditor.derive.sees import Sees
from auditor.derive.text.same_page import leads_somewhere, same_page
from auditor.model import Evidence, Link, PageKind, Visit
from auditor.vocabulary import load_vocabulary

__all__ = [
    "Named",
    "asks_to_sign_in",
    "each_page",
    "means",
    "named_pages",
    "pointing_at",
    "quoted",
    "sentences",
    "unread_pages",
    "without_probes",
]

LEAST = 0.55
_NO_PAGE = ("mailto:", "tel:", "javascript:", "sms:")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖØÆÜÕ\d])|\n+")
MAX_TEXT = 40_000


@dataclass(frozen=True)
class Named:
    """Links that speak of something, the pages that were read for it, and whether a link's page was not read."""

    links: tuple[tuple[Visit, Link], ...] = ()
    pages: tuple[Visit, ...] = ()
    unread: bool = False

    def on(self, *kinds: PageKind) -> bool:
        """Say whether a page of these kinds links there."""
        return any(visit.kind in kinds for visit, _link in self.links)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Point at the pages, else at the first links."""
        return tuple(pointing_at(page) for page in self.pages[:2]) or tuple(
            pointing_at(visit, link.said, link.selector) for visit, link in self.links[:2]
        )


def named_pages(sees: Sees, visits: Sequence[Visit], intents: Iterable[str], *kinds: PageKind) -> Named:
    """Find what links by words (or by address, where a link is an icon) call by these names, and pages of the kinds."""
    wanted = tuple(intents)
    key = f"named:{'|'.join(wanted)}:{'|'.join(kinds)}:{len(visits)}"
    named: Named = sees.memo(key, lambda: _named(sees, visits, wanted, kinds))
    return named


def unread_pages(sees: Sees, visits: Sequence[Visit], wanted: Mapping[str, PageKind]) -> tuple[Evidence, ...]:
    """Point at the links to pages of which none of their kind was read; what is not on the others may stand there."""
    each = (named_pages(sees, visits, (intent,), kind) for intent, kind in wanted.items())
    return tuple(place for named in each if named.unread for place in named.evidence)


def _named(sees: Sees, visits: Sequence[Visit], intents: tuple[str, ...], kinds: tuple[PageKind, ...]) -> Named:
    own = without_probes(visits)
    links = tuple((visit, link) for visit in own for link in visit.facts.links if _speaks(sees, visit, link, intents))
    hrefs = tuple(dict.fromkeys(link.href for _visit, link in links))
    targets = [visit for visit in own if _is_target(visit, hrefs)]
    pages = tuple(each_page(visit for visit in own if visit.kind in kinds or visit in targets))
    return Named(links, pages, unread=bool(links) and not pages and not targets)


def _is_target(visit: Visit, hrefs: Sequence[str]) -> bool:
    asked = (visit.url, visit.redirected_from)
    return any(one and same_page(one, href) for href in hrefs for one in asked)


def _speaks(sees: Sees, visit: Visit, link: Link, intents: tuple[str, ...]) -> bool:
    if not (link.visible or link.revealed) or not leads_somewhere(link.href):
        return False
    if link.href.lower().startswith(_NO_PAGE):
        return False
    if any(means(sees, visit, intent, said) >= LEAST for intent in intents for said in {link.text, link.label} if said):
        return True
    return not link.said and any(load_vocabulary().slug(intent, link.href) for intent in intents)


def asks_to_sign_in(page: Visit, visits: Iterable[Visit]) -> bool:
    """Say whether a page asks for a password itself; a sign-in that home shows too is the frame's, and bars nothing."""
    if page.kind is PageKind.LOGIN:
        return True
    homes = (visit for visit in visits if visit.kind is PageKind.HOME and visit.url != page.url)
    return _asks_password(page) and not any(_asks_password(home) for home in homes)


def _asks_password(visit: Visit) -> bool:
    return any(one.type == "password" and one.visible for one in visit.facts.fields)


def means(sees: Sees, visit: Visit, intent: str, label: str) -> float:
    """Say how surely a label on a page means an intent, 0-1; the same label is weighed once in a judgement."""
    language = site_language(sees, visit)

    def weigh() -> float:
        hit = load_vocabulary().match(intent, label, language)
        return hit.strength if hit else 0.0

    strength: float = sees.memo(f"means:{intent}:{language}:{label}", weigh)
    return strength


def without_probes(visits: Iterable[Visit]) -> tuple[Visit, ...]:
    """Leave out the pages that probes came to, which a customer would not open."""
    return tuple(one for one in visits if one.part != "probe")


def each_page(visits: Iterable[Visit]) -> Iterator[Visit]:
    """Yield the good pages, each address once; pages that failed and those of probes are left out."""
    known: list[str] = []
    for visit in visits:
        good = (visit.status or 200) < 400 and visit.kind is not PageKind.ERROR and visit.part != "probe"
        address = f"{visit.url} {visit.opened_by}"
        if good and address not in known:
            known.append(address)
            yield visit


def sentences(sees: Sees, visit: Visit) -> tuple[str, ...]:
    """Return the sentences of a page's own words, each line being at least one."""
    found: tuple[str, ...] = sees.memo(f"sentences:{visit.id}", lambda: _split(page_text(sees, visit)))
    return found


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _END.split(text[:MAX_TEXT]) if part.strip())


def pointing_at(visit: Visit, excerpt: str = "", selector: str = "") -> Evidence:
    """Point at a page, with what it says."""
    shown = quoted(excerpt or visit.title or visit.url)
    return Evidence(page=visit.id, selector=selector, excerpt=shown, screenshot=visit.screenshot)


def quoted(text: str, longest: int = 200) -> str:
    """Shorten a text to what can be quoted, at a word."""
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else f"{plain[:longest].rsplit(' ', 1)[0]} …"
