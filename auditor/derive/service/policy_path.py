"""Where a shop's return policy is, what stands there, and from which pages a customer gets to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from auditor.derive.page.digest import page_text, site_language
from auditor.derive.page.fields import is_newsletter, is_search
from auditor.derive.sees import Sees
from auditor.derive.service.policies import PolicyContent, PolicyFacts, content_of, read_policy
from auditor.derive.text.same_page import leads_somewhere, same_page
from auditor.model import Evidence, Link, PageKind, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import ADDRESS, Purpose, purpose_of

__all__ = ["MAY_HOLD", "PLACES", "PolicyPath", "policy_path"]

PLACES = {PageKind.HOME: "home", PageKind.PRODUCT: "product", PageKind.CART: "cart", PageKind.CHECKOUT: "checkout"}
MAY_HOLD = (
    PageKind.RETURNS,
    PageKind.WITHDRAWAL,
    PageKind.TERMS,
    PageKind.DELIVERY,
    PageKind.FAQ,
    PageKind.ABOUT,
    PageKind.OTHER,
)
_ITS_PLACE = {PageKind.RETURNS, PageKind.WITHDRAWAL, PageKind.TERMS}
_RANK = {PolicyContent.REAL: 3, PolicyContent.PLACEHOLDER: 2, PolicyContent.FORM: 1, PolicyContent.NONE: 0}


_SIGNING_IN = frozenset({Purpose.PASSWORD})
FIRST_ERROR = 400
# Days alone, as in "30 days to change your mind", are a promise; with who pays, how or when they are terms.
TOLD_WITHIN = 2
_Read = tuple[Visit, PolicyContent, PolicyFacts]


@dataclass(frozen=True)
class PolicyPath:
    """The return policy: its page, content and facts, and where a link to it is visible or one press away.

    ``named`` says that a link speaks of returns; ``unread`` that such a link was seen but its page was not; ``unseen``
    are the places that nobody came to, so that ``places`` says nothing of them.
    """

    url: str | None = None
    content: PolicyContent | None = None
    facts: PolicyFacts = field(default_factory=PolicyFacts)
    places: tuple[str, ...] = ()
    clicks: int | None = None
    named: bool = False
    unread: bool = False
    unseen: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def policy_path(sees: Sees, visits: Sequence[Visit]) -> PolicyPath:
    """Find the return policy among the visited pages: the target of a link about returns first, then terms."""
    among = ",".join(visit.id for visit in visits)
    found: PolicyPath = sees.memo(f"policy path among {among}", lambda: _among(sees, visits))
    return found


def _among(sees: Sees, visits: Sequence[Visit]) -> PolicyPath:
    seen = {visit.kind for visit in visits if (visit.status or 200) < FIRST_ERROR}
    unseen = tuple(name for kind, name in PLACES.items() if kind not in seen)
    return replace(_found(sees, visits), unseen=unseen)


def _found(sees: Sees, visits: Sequence[Visit]) -> PolicyPath:
    links = [(visit, link) for visit in visits for link in visit.facts.links if _speaks_of_returns(sees, visit, link)]
    # A link to a part of its own page, such as a dialog in the checkout, names that page only where no other is named.
    within = [(visit, link) for visit, link in links if same_page(link.href, visit.url)]
    named = list(dict.fromkeys(link.href for visit, link in links if (visit, link) not in within or links == within))
    found = [_read(sees, visit) for visit in visits if _candidate(visit, named)]
    own = [
        one
        for one in found
        if _named_press(sees, one[0]) or any(same_page(one[0].url, href) or _came_from(one[0], href) for href in named)
    ]
    best = _best(visits, own)
    if best is None or best[1] is not PolicyContent.REAL:
        elsewhere = _best(visits, found)
        if elsewhere and (_solid(elsewhere, best) or (best is None and _unwritten(elsewhere))):
            return _path(visits, elsewhere, named=False, about=[], within=[])
    if best is None:
        return _without_page(links) if links else _within_pages(sees, visits)
    held = [(visit, link) for visit, link in within if _read(sees, visit)[1] is PolicyContent.REAL]
    return _path(visits, best, named=True, about=named, within=held)


def _best(visits: Sequence[Visit], found: list[_Read]) -> _Read | None:
    return max(found, key=lambda one: (_RANK[one[1]], one[2].told, -visits.index(one[0])), default=None)


def _solid(elsewhere: _Read, best: _Read | None) -> bool:
    """Say whether another page holds the terms; where a link leads to a poor page it must tell more than one thing."""
    return elsewhere[1] is PolicyContent.REAL and (best is None or elsewhere[2].told >= TOLD_WITHIN)


def _within_pages(sees: Sees, visits: Sequence[Visit]) -> PolicyPath:
    """Look for terms that have no page of their own, such as a folded part of each product's page."""
    places = [visit for visit in visits if visit.kind in PLACES]
    read = [(visit, read_policy(page_text(sees, visit))) for visit in places]
    told = [(visit, facts) for visit, facts in read if facts.days is not None and facts.told >= TOLD_WITHIN]
    if not told:
        return PolicyPath(content=PolicyContent.NONE)
    page, facts = told[0]
    evidence = Evidence(page=page.id, excerpt=facts.excerpt, screenshot=page.screenshot)
    at = _places([visit for visit, _facts in told])
    return PolicyPath(
        url=page.url, content=PolicyContent.REAL, facts=facts, places=at, clicks=page.depth, evidence=(evidence,)
    )


def _unwritten(one: _Read) -> bool:
    """Say whether the page where terms belong still waits for them."""
    return one[1] is PolicyContent.PLACEHOLDER and one[0].kind in _ITS_PLACE


def _speaks_of_returns(sees: Sees, visit: Visit, link: Link) -> bool:
    """Say whether a link's words, or the address behind an icon, speak of returns or of the right of withdrawal."""
    words, language = load_vocabulary(), site_language(sees, visit)
    if not leads_somewhere(link.href) or link.href.startswith(("mailto:", "tel:")):
        return False
    for said in (link.text, link.label):
        hits = [words.match(intent, said, language) for intent in ("returns", "withdrawal_right")]
        if any(hit and hit.strength >= 0.5 for hit in hits):
            return True
    bare = not link.said
    return bare and (words.slug("returns", link.href) or words.slug("withdrawal_right", link.href))


def _candidate(visit: Visit, named: list[str]) -> bool:
    return visit.kind in MAY_HOLD or any(same_page(visit.url, href) or _came_from(visit, href) for href in named)


def _came_from(visit: Visit, href: str) -> bool:
    return bool(visit.redirected_from) and same_page(visit.redirected_from or "", href)


def _read(sees: Sees, visit: Visit) -> _Read:
    text = page_text(sees, visit)
    inputs = sum(1 for one in visit.facts.fields if one.visible and not is_search(one) and not is_newsletter(one))
    content = content_of(text, status=visit.status, inputs=inputs)
    return visit, PolicyContent.NONE if visit.kind is PageKind.ERROR else content, read_policy(text)


def _without_page(links: list[tuple[Visit, Link]]) -> PolicyPath:
    visit, link = links[0]
    evidence = Evidence(page=visit.id, selector=link.selector, excerpt=link.said, screenshot=visit.screenshot)
    places = _places([visit for visit, _link in links])
    return PolicyPath(url=link.href, places=places, named=True, unread=True, evidence=(evidence,))


def _path(
    visits: Sequence[Visit], best: _Read, *, named: bool, about: list[str], within: list[tuple[Visit, Link]]
) -> PolicyPath:
    """Describe the policy on its page; links ``within`` pages that hold it themselves lead to it as well."""
    page, content, facts = best
    targets = [page.url, *(href for href in about if same_page(href, page.url) or _came_from(page, href))]
    if page.opened_by:
        return _shown_by_script(visits, best, named=named)
    leading = [
        (visit, link)
        for visit in visits
        for link in visit.facts.links
        if _within_reach(visit, link) and any(same_page(link.href, target) for target in targets)
    ]
    leading += [(visit, link) for visit, link in within if _within_reach(visit, link)]
    evidence = [Evidence(page=page.id, excerpt=facts.excerpt or page.title, screenshot=page.screenshot)]
    evidence += [
        Evidence(page=visit.id, selector=link.selector, excerpt=link.said)
        for visit, link in leading
        if visit.kind in PLACES
    ][:3]
    return PolicyPath(
        url=page.url,
        content=content,
        facts=facts if content is not PolicyContent.NONE else PolicyFacts(),
        places=_places([visit for visit, _link in leading]),
        clicks=_clicks(page, leading),
        named=named,
        evidence=tuple(evidence),
    )


def _within_reach(visit: Visit, link: Link) -> bool:
    """Say whether a customer can press a link, at once or behind one press; what lies behind a dialog is out of reach.

    A checkout that opens as a dialog covers the page whose links are still in sight around it.
    """
    if not (link.visible or link.revealed):
        return False
    if link.area == "dialog" or visit.kind is not PageKind.CHECKOUT:
        return True
    asked = {one.area for one in visit.facts.fields if one.visible and purpose_of(one) in ADDRESS | _SIGNING_IN}
    return asked != {"dialog"}


def _named_press(sees: Sees, visit: Visit) -> bool:
    """Say whether a control that speaks of returns showed a page that has no address."""
    words, language = load_vocabulary(), site_language(sees, visit)
    hits = (words.match(intent, visit.opened_by, language) for intent in ("returns", "withdrawal_right"))
    return bool(visit.opened_by) and any(hit and hit.strength >= 0.5 for hit in hits)


def _shown_by_script(visits: Sequence[Visit], best: _Read, *, named: bool) -> PolicyPath:
    """Describe a policy without an address: its control is looked for by what it says."""
    page, content, facts = best
    near = [visit for visit in visits if page.opened_by in visit.facts.text]
    evidence = Evidence(page=page.id, excerpt=facts.excerpt or page.opened_by, screenshot=page.screenshot)
    none = content is PolicyContent.NONE
    return PolicyPath(
        url=page.url,
        content=content,
        facts=PolicyFacts() if none else facts,
        places=_places(near),
        clicks=page.depth,
        named=named,
        evidence=(evidence,),
    )


def _places(visits: Iterable[Visit]) -> tuple[str, ...]:
    seen = {visit.kind for visit in visits}
    return tuple(name for kind, name in PLACES.items() if kind in seen)


def _clicks(page: Visit, leading: list[tuple[Visit, Link]]) -> int | None:
    """Count from home: one for a visible link, two behind a menu; else as deep as the crawl found it."""
    home = [link for visit, link in leading if visit.kind is PageKind.HOME]
    if home:
        return 1 if any(link.visible for link in home) else 2
    return page.depth
