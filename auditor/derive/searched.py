"""What was searched for a thing that was not found: the pages that were read, and some of the words looked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, zip_longest

from auditor.derive.discovery.dead_links import is_missing_page
from auditor.derive.page.digest import digest_of, site_language
from auditor.derive.sees import Sees
from auditor.derive.text.same_page import plain_address
from auditor.model import Evidence, PageKind, Searched, SearchedPart, ViewportName, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["expected_at_foot", "searched_for"]

FIRST_ERROR = 400
MAX_SEEN = 24
LONGEST_WORD = 32
# So many words of the shop's language are named, and of English besides.
OWN_WORDS, ENGLISH_WORDS = 3, 2
# A logo and a cart at the top are no menu.
FEW_LINKS = 3
_TOP = frozenset({"header", "nav"})


def searched_for(
    sees: Sees,
    *intents: str,
    among: str = "",
    links: Iterable[Visit] = (),
    buttons: Iterable[Visit] = (),
    fields: Iterable[Visit] = (),
    text: Iterable[Visit] = (),
    data: Iterable[Visit] = (),
) -> Searched | None:
    """Tell what was searched: for each part of a page the visits of which a check reads that part.

    Only pages that were read count. ``intents`` name words looked for; with ``among`` only those of them are named that
    this wording knows, for checks that read by it. None where no page was read.
    """
    parts = {
        SearchedPart.LINKS: links,
        SearchedPart.BUTTONS: buttons,
        SearchedPart.FIELDS: fields,
        SearchedPart.TEXT: text,
        SearchedPart.DATA: data,
    }
    read = {part: _read(sees, visits) for part, visits in parts.items()}
    every = list({visit.id: visit for visits in read.values() for visit in visits}.values())
    if not every:
        return None
    return Searched(
        pages=len(_addresses(every)),
        parts={part: len(_addresses(visits)) for part, visits in read.items() if visits},
        seen=tuple(_mixed(every))[:MAX_SEEN],
        footers=_screens(read[SearchedPart.LINKS], {"footer"}, 1),
        menus=_screens(read[SearchedPart.LINKS], _TOP, FEW_LINKS),
        words=_words(site_language(sees), intents, among),
        cut=len(_addresses(one for one in every if one.facts.truncated)),
    )


def expected_at_foot(visits: Iterable[Visit]) -> tuple[Evidence, ...]:
    """Show where customers look for a shop's terms and contacts: the end of its home page, or what is seen of home."""
    homes = [one for one in visits if one.kind is PageKind.HOME]
    home = next((one for one in homes if one.foot), next((one for one in homes if one.screenshot), None))
    home = home or next(iter(homes), None)
    if home is None:
        return ()
    return (Evidence(page=home.id, screenshot=home.foot or home.screenshot, at_foot=home.foot is not None),)


def _read(sees: Sees, visits: Iterable[Visit]) -> list[Visit]:
    """Return the visits of which something was read; pages that failed are left out."""
    return [one for one in visits if sees.memo(f"read:{one.id}", partial(_was_read, sees, one))]


def _was_read(sees: Sees, visit: Visit) -> bool:
    facts = visit.facts
    told = facts.text or facts.links or facts.fields or facts.buttons or digest_of(sees, visit).text
    whole = (visit.status or 200) < FIRST_ERROR and visit.kind is not PageKind.ERROR
    return bool(told) and whole and not is_missing_page(sees, visit)


def _addresses(visits: Iterable[Visit]) -> dict[object, Visit]:
    """Return the first visit of each address; what a press shows without an address is a page of its own."""
    first: dict[object, Visit] = {}
    for visit in visits:
        first.setdefault((plain_address(visit.url), visit.opened_by), visit)
    return first


def _mixed(visits: Sequence[Visit]) -> Iterator[str]:
    """Yield the ids of pages so that the first ones are of different kinds."""
    turns: Counter[str] = Counter()
    ranked = []
    for at, visit in enumerate(_addresses(visits).values()):
        ranked.append((turns[visit.kind], at, visit.id))
        turns[visit.kind] += 1
    return (name for _turn, _at, name in sorted(ranked))


def _screens(visits: Iterable[Visit], areas: Collection[str], least: int) -> tuple[ViewportName, ...]:
    """Return the screens on which so many links of these areas were in sight on one page, or one press away."""
    found = {
        visit.viewport
        for visit in visits
        if sum(link.area in areas and (link.visible or link.revealed) for link in visit.facts.links) >= least
    }
    return tuple(screen for screen in ViewportName if screen in found)


def _words(language: str, intents: Sequence[str], among: str) -> dict[str, tuple[str, ...]]:
    most = {language: OWN_WORDS + (ENGLISH_WORDS if language == "en" else 0)}
    most.setdefault("en", ENGLISH_WORDS)
    found = {spoken: tuple(_phrases(spoken, intents, among))[:many] for spoken, many in most.items()}
    return {spoken: words for spoken, words in found.items() if words}


def _phrases(language: str, intents: Sequence[str], among: str) -> Iterator[str]:
    """Yield the short words of a language, of each intent in turn."""
    known = load_vocabulary().intents
    said = (known[name].phrases.get(language, ()) for name in intents)
    phrases = dict.fromkeys(one for one in chain.from_iterable(zip_longest(*said)) if one)
    for phrase in phrases:
        if len(phrase) <= LONGEST_WORD and (not among or wording(among).search(phrase)):
            yield phrase
