from auditor.check import Context, Need, Trail, Verdict, check, failed, not_applicable, passed, unknown, warned
from auditor.derive.goods.reviews import reviews_seen
from auditor.derive.page.digest import page_text
from auditor.derive.searched import searched_for
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage, Visit
from auditor.vocabulary.duties import duty_of
from auditor.vocabulary.wordings import wording

__all__ = ["review_authenticity"]

ELSEWHERE = 70


@check(
    stage=Stage.CONSIDERATION,
    weight=3,
    severity=Severity.MAJOR,
    effort="hours",
    needs={Need.PRODUCT},
    title="The shop tells whether its reviews are genuine",
    failure_title="Nothing tells whether the reviews are genuine",
    messages={
        "near": "Beside the reviews it is told how they are checked: {line}.",
        "elsewhere": "How reviews are checked stands on another page than the reviews: {line}.",
        "not-found": "Reviews are shown; a robot found no word of whether and how they are checked.",
        "by-service": "The reviews come from {service}; what its own windows say of their checking was not read.",
        "no-reviews": "No reviews were seen.",
        "no-rule": "No rule on reviews is known here for the shop's country.",
    },
    advice="Say in one sentence beside the reviews how they are collected and whether they come from buyers.",
    source="Directive 2005/29/EC art. 7(6), in force in Finland since 1.1.2023; the points are our convention.",
)
def review_authenticity(trail: Trail, context: Context) -> Verdict:
    """Reviews persuade only as far as they are believed; the law asks shops to say whether buyers wrote them.

    Found or not found by a robot; whether a shop does as it says is not judged.
    """
    seen = reviews_seen(context, trail.visits)
    if not (seen.product or seen.shop):
        return not_applicable("no-reviews", seen.evidence)
    if duty_of("review_authenticity", context.site.country, context.duties_as_of) is None:
        return not_applicable("no-rule")
    beside = [(page, _line(context, page)) for page in trail.of(PageKind.PRODUCT)]
    others = [(page, _line(context, page)) for page in trail.visits if page.kind is not PageKind.PRODUCT]
    near = next(((page, line) for page, line in beside if line), None)
    if near:
        return passed("near", _place(*near), value={"found": "near"}, data={"line": near[1][:160]}, basis=Basis.PAGE)
    far = next(((page, line) for page, line in others if line), None)
    if far:
        more = {"value": {"found": "elsewhere"}, "data": {"line": far[1][:160]}, "basis": Basis.PAGE}
        return warned("elsewhere", _place(*far), score=ELSEWHERE, **more)
    if seen.service:
        return unknown("by-service", seen.evidence, data={"service": seen.service})
    searched = searched_for(context, "review_authenticity", among="reviews_checked", text=trail.visits)
    value, sure = {"found": None}, Confidence.MEDIUM
    return failed("not-found", seen.evidence, value=value, basis=Basis.PAGE, confidence=sure, searched=searched)


def _line(context: Context, page: Visit) -> str:
    """Return the line that speaks of the checking of reviews, of what is visible or folded away."""
    lines = (*page.facts.text.split("\n"), *page_text(context, page).split("\n"))
    return next((line.strip() for line in lines if wording("reviews_checked").search(line)), "")


def _place(page: Visit, line: str) -> tuple[Evidence, ...]:
    return (Evidence(page=page.id, excerpt=line[:200], screenshot=page.screenshot),)
