from collections.abc import Iterable

from auditor.check import Context, Need, Trail, Verdict, check, scored
from auditor.derive.searched import expected_at_foot, searched_for
from auditor.derive.text.same_page import same_page
from auditor.model import Basis, Confidence, Evidence, Link, LinksSeen, Offender, Severity, Stage, Visit
from auditor.vocabulary.social import SocialLink, social_link

__all__ = ["social_presence"]

NONE, ONE, SOME, EACH_FAULT = 50, 70, 100, 20
GONE = frozenset({404, 410})
_Found = tuple[Visit, Link, SocialLink]


@check(
    stage=Stage.AWARENESS,
    weight=3,
    severity=Severity.MINOR,
    effort="hours",
    needs={Need.HOME},
    title="The shop's profiles in social media can be found",
    failure_title="Links to social media lead nowhere",
    messages={
        "several": "The shop links to its profiles: {networks}.",
        "one": "The shop links to one profile: {networks}.",
        "none": "No link to a profile in social media was seen.",
        "placeholder": "A link to social media was left as the theme had it: {links}.",
        "dead": "A profile that is linked to does not exist: {links}.",
    },
    advice="Link only profiles that live, and take away those that the theme came with.",
    source="Our convention, after articles on the customer journey; a shop may well do without.",
)
def social_presence(trail: Trail, context: Context) -> Verdict:
    """Customers look at a shop's profiles to see whether it is alive; a link to nowhere says the opposite.

    Networks turn robots away, so a profile counts as living unless it answers that it is gone.
    """
    found = tuple(_links(trail.visits))
    asked = [one for seen in context.recording.probes(LinksSeen) for one in seen.links if one.external]
    gone = {one.url for one in asked if one.status in GONE}
    left = [one for one in found if one[2].placeholder]
    dead = [one for one in found if not one[2].placeholder and any(same_page(one[1].href, url) for url in gone)]
    living = [one for one in found if one not in left and one not in dead]
    networks = tuple(dict.fromkeys(social.network for _visit, _link, social in living))
    faults = [*left, *dead]
    base = SOME if len(networks) >= 2 else ONE if networks else NONE
    message = (
        "placeholder"
        if left
        else "dead"
        if dead
        else "several"
        if len(networks) >= 2
        else "one"
        if networks
        else "none"
    )
    shown = faults or living
    return scored(
        base - EACH_FAULT * len(faults),
        message,
        tuple(_evidence(one) for one in shown[:4]) or expected_at_foot(trail.visits),
        value={"profiles": {one[2].network: one[1].href for one in living}, "faults": [one[1].href for one in faults]},
        data={"networks": networks, "links": tuple(one[1].href for one in faults)},
        confidence=Confidence.HIGH if found else Confidence.MEDIUM,
        basis=Basis.PAGE,
        rule=message,
        searched=searched_for(context, links=trail.visits) if message == "none" else None,
        offenders=tuple(Offender(selector=one[1].selector, text=one[1].href) for one in faults),
    )


def _links(visits: Iterable[Visit]) -> Iterable[_Found]:
    """Yield links to networks that a visitor can see, each address once."""
    known: set[str] = set()
    for visit in visits:
        for link in visit.facts.links:
            social = social_link(link.href) if link.visible or link.revealed else None
            address = link.href.partition("?")[0].rstrip("/").lower()
            if social and address not in known and (social.placeholder or link.area != "main" or _named(link, social)):
                known.add(address)
                yield visit, link, social


def _named(link: Link, social: SocialLink) -> bool:
    """Say whether a link within a page's content names its network, and not somebody who is mentioned there."""
    return social.network.lower() in f"{link.text} {link.label}".lower() or not link.text.strip()


def _evidence(one: _Found) -> Evidence:
    visit, link, _social = one
    return Evidence(page=visit.id, selector=link.selector, excerpt=link.href[:200], screenshot=visit.screenshot)
