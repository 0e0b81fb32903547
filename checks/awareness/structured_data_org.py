from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.discovery.organisation import ORGANISATION_PARTS, OrganisationData, has_breadcrumbs, organisation_of
from auditor.derive.discovery.snippets import distinct_pages
from auditor.derive.page.digest import digest_of
from auditor.derive.searched import searched_for
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage, Visit

__all__ = ["structured_data_org"]

# 40 in all.
POINTS = {"name": 12, "web address": 4, "logo": 8, "contact": 10, "address or profiles": 6}
WEBSITE, BREADCRUMBS, EACH_POLICY = 15, 25, 10
READ = (PageKind.HOME, PageKind.CATEGORY, PageKind.PRODUCT)
INNER = (PageKind.CATEGORY, PageKind.PRODUCT)
MAX_PAGES = 12


@check(
    stage=Stage.AWARENESS,
    weight=4,
    severity=Severity.MINOR,
    effort="hours",
    needs={Need.HOME},
    title="Search engines can read who the shop is",
    failure_title="Search engines cannot read who the shop is",
    messages={
        "complete": "The pages tell search engines who the shop is and where each page lies in it.",
        "gaps": "What the pages tell search engines about the shop has gaps. Missing: {missing}.",
        "broken": "A page holds data for search engines that cannot be read. Missing from the rest: {missing}.",
        "none": "The pages tell search engines nothing about the shop as a whole.",
        "unread": "The home page's content was not kept, so its data could not be read.",
    },
    advice="Publish one OnlineStore object with name, logo, contact and return policy, and breadcrumbs on each page.",
    source="Google Search Central, return policy under Organization and breadcrumbs; the points are our convention.",
    words=(
        "organisation",
        *ORGANISATION_PARTS,
        "WebSite",
        "breadcrumbs",
        "returns",
        "delivery",
    ),
)
def structured_data_org(trail: Trail, context: Context) -> Verdict:
    """Search engines and assistants take a shop's name, contacts and promises from this data, not from its pages."""
    read = [(visit, digest_of(context, visit)) for visit in distinct_pages(trail.of(*READ))]
    pages = [(visit, digest) for visit, digest in read if digest.text][:MAX_PAGES]
    home = next((visit for visit, _digest in pages if visit.kind is PageKind.HOME), None)
    if home is None:
        return unknown("unread")
    data = organisation_of((digest for _visit, digest in pages), context.site.url)
    inner = [(visit, digest) for visit, digest in pages if visit.kind in INNER]
    crumbed = {kind for kind in INNER if any(v.kind is kind and has_breadcrumbs(d) for v, d in inner)}
    wanted = {visit.kind for visit, _digest in inner}
    points: float = sum(POINTS[part] for part in data.parts) + WEBSITE * data.website
    points += EACH_POLICY * (data.returns + data.shipping)
    # Where no inner page was read, nothing is said of breadcrumbs, and the rest counts in full.
    full = 100 if wanted else 100 - BREADCRUMBS
    points += BREADCRUMBS * len(crumbed) / len(wanted) if wanted else 0
    missing = _missing(data, crumbs=wanted == crumbed)
    message = "broken" if data.broken_blocks and missing else "gaps" if missing else "complete"
    if not points:
        message = "broken" if data.broken_blocks else "none"
    return scored(
        100 * points / full,
        message,
        (_evidence(home), *(_evidence(visit) for visit, digest in inner if not has_breadcrumbs(digest))),
        value={
            "organisation": data.found,
            "parts": list(data.parts),
            "website": data.website,
            "breadcrumbs": sorted(str(kind) for kind in crumbed),
            "return_policy": data.returns,
            "shipping": data.shipping,
            "broken_blocks": data.broken_blocks,
        },
        data={"missing": missing},
        confidence=Confidence.HIGH if wanted else Confidence.MEDIUM,
        basis=Basis.PAGE,
        searched=searched_for(context, data=(visit for visit, _digest in pages)) if missing else None,
        rule="organisation-data",
    )


def _missing(data: OrganisationData, *, crumbs: bool) -> tuple[str, ...]:
    lacking = [part for part in POINTS if part not in data.parts] if data.found else ["organisation"]
    lacking += [] if data.website else ["WebSite"]
    lacking += [] if crumbs else ["breadcrumbs"]
    lacking += [] if data.returns else ["returns"]
    lacking += [] if data.shipping else ["delivery"]
    return tuple(lacking)


def _evidence(visit: Visit) -> Evidence:
    return Evidence(page=visit.id, screenshot=visit.screenshot)
