from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.discovery.indexing import Hindrance, canonical_faults, hindrances
from auditor.model import AddressAnswer, Basis, Confidence, Evidence, PageKind, SearchEyesSeen, Severity, Stage, Visit

__all__ = ["search_indexable"]

CANONICAL, NO_MAP, MOST_DEAD = 15, 15, 20
GONE = frozenset({404, 410})


@check(
    stage=Stage.AWARENESS,
    weight=7,
    severity=Severity.CRITICAL,
    effort="hours",
    needs={Need.HOME},
    title="Search engines may list the shop's pages",
    failure_title="Search engines are kept from the shop's pages",
    messages={
        "open": "Nothing keeps search engines from home, categories and products, and the site map is in order.",
        "open-pages": "Nothing on home, categories and products keeps search engines out; the site map was not read.",
        "noindex": "Search engines are told not to list: {kinds} ({said}).",
        "blocked": "robots.txt keeps Google from: {kinds}.",
        "canonical": "Another address is named as the one to list: {kinds} ({said}).",
        "no-map": "No site map was found, neither in robots.txt nor at the usual address.",
        "dead-entries": "{dead} of {asked} addresses of the site map that were tried are gone or answer with an error.",
        "unread": "The pages' content was not kept, so it could not be seen whether search engines may list them.",
    },
    words=("home page", "category page", "product page"),
    advice="Take away what keeps search engines out, and publish a site map that robots.txt names.",
    source="Lighthouse, is-crawlable, robots-txt, canonical (f8eac39); the points are our convention.",
)
def search_indexable(trail: Trail, context: Context) -> Verdict:
    """What a search engine may not list, nobody finds by searching, however good it is.

    A cart, a search or an account that is kept out is right; judged are home, categories and products.
    """
    eyes = next(iter(context.recording.probes(SearchEyesSeen)), None)
    home = trail.first(PageKind.HOME)
    if home is None or not any(context.recording.html(one.id) for one in trail.visits):
        return unknown("unread")
    kept = hindrances(context, trail.visits, eyes)
    astray = tuple(canonical_faults(context, trail.visits))
    dead = [one for one in eyes.entries if _dead(one)] if eyes else []
    asked = len([one for one in eyes.entries if one.status is not None]) if eyes else 0
    no_map = bool(eyes and eyes.sitemap is None and not eyes.sitemap_problem)
    score = 0 if kept else 100 - CANONICAL * bool(astray) - NO_MAP * no_map - min(MOST_DEAD, len(dead))
    message = (
        ("blocked" if kept[0].how == "blocked" else "noindex")
        if kept
        else "canonical"
        if astray
        else "no-map"
        if no_map
        else "dead-entries"
        if dead
        else "open"
        if eyes and eyes.sitemap
        else "open-pages"
    )
    kinds = [one.kind for one in kept] or [visit.kind for visit, _said in astray]
    return scored(
        score,
        message,
        _evidence(home, kept, astray, dead),
        value={
            "kept_out": [{"kind": str(one.kind), "how": one.how} for one in kept],
            "canonical_faults": len(astray),
            "sitemap": eyes.sitemap if eyes else None,
            "dead_entries": len(dead),
        },
        data={
            "kinds": tuple(dict.fromkeys(f"{kind} page" for kind in kinds)),
            "said": kept[0].said if kept else astray[0][1] if astray else "",
            "dead": len(dead),
            "asked": asked,
        },
        confidence=Confidence.HIGH if kept or eyes else Confidence.MEDIUM,
        basis=Basis.PAGE,
        rule=message,
    )


def _dead(one: AddressAnswer) -> bool:
    return one.status is not None and (one.status in GONE or one.status >= 500)


def _evidence(
    home: Visit,
    kept: tuple[Hindrance, ...],
    astray: tuple[tuple[Visit, str], ...],
    dead: list[AddressAnswer],
) -> tuple[Evidence, ...]:
    found = [Evidence(page=(one.visit or home).id, excerpt=f"{one.url} – {one.said}"[:200]) for one in kept]
    found += [Evidence(page=visit.id, selector="link[rel=canonical]", excerpt=said[:200]) for visit, said in astray]
    found += [Evidence(page=home.id, excerpt=f"{one.status} {one.url}"[:200]) for one in dead[:3]]
    return tuple(found) or (Evidence(page=home.id, screenshot=home.screenshot),)
