from auditor.check import Context, Need, Trail, Verdict, check, scored
from auditor.derive.searched import searched_for
from auditor.derive.visit.services import services_of
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage, Visit
from auditor.vocabulary.wordings import wording

__all__ = ["social_proof_live"]

PICTURES, BEST_SELLERS, STORIES = 40, 30, 30
LONGEST = 90
PLACES = (PageKind.HOME, PageKind.CATEGORY, PageKind.PRODUCT, PageKind.ABOUT)


@check(
    stage=Stage.LOYALTY,
    weight=2,
    severity=Severity.MINOR,
    effort="days",
    needs={Need.VISITS, Need.HOME},
    title="Other customers can be seen",
    failure_title="Other customers are hardly to be seen",
    messages={
        "seen": "Other customers can be seen: {found}.",
        "gaps": "Of other customers, this can be seen: {found}. Missing: {missing}.",
        "none": "Neither customers' pictures and stories nor best-sellers were found.",
    },
    words=("customers' pictures", "best-sellers", "customers' stories"),
    advice="Show customers' pictures, with their consent.",
    source="Our convention.",
)
def social_proof_live(trail: Trail, context: Context) -> Verdict:
    """What others bought and how they like it tells more than the shop's own words.

    The shop's own pictures in a feed are not its customers'; a feed alone is not counted.
    """
    pages = trail.of(*PLACES)
    services = services_of(pages, "user-content")
    seen = {
        "customers' pictures": next(iter(services.values()), None) or _found(pages, "customers_pictures"),
        "best-sellers": _found(pages, "best_sellers"),
        "customers' stories": _found(pages, "customers_stories"),
    }
    points = {"customers' pictures": PICTURES, "best-sellers": BEST_SELLERS, "customers' stories": STORIES}
    found = tuple(name for name, where in seen.items() if where)
    missing = tuple(name for name in seen if name not in found)
    home = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in trail.of(PageKind.HOME)[:1])
    return scored(
        sum(points[name] for name in found),
        "seen" if not missing else "gaps" if found else "none",
        tuple(where for where in seen.values() if where) or home,
        value=found,
        data={"found": found, "missing": missing},
        searched=searched_for(context, text=pages) if missing else None,
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM if missing else Confidence.HIGH,
    )


def _found(pages: tuple[Visit, ...], name: str) -> Evidence | None:
    """Return the first short line, or the text beside a picture, that says so."""
    for page in pages:
        lines = [line for line in page.facts.text.split("\n") if len(line) <= LONGEST]
        for text in (*lines, *(image.alt for image in page.facts.images if image.visible and image.alt)):
            if wording(name).search(text):
                return Evidence(page=page.id, excerpt=" ".join(text.split()), screenshot=page.screenshot)
    return None
