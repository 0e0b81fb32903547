from collections.abc import Iterator

from auditor.check import Context, Need, Trail, Verdict, check, scored
from auditor.derive.goods.reviews import reviews_seen
from auditor.derive.loyalty.coming_back import links_to
from auditor.derive.loyalty.parts import Part, weighed
from auditor.derive.searched import searched_for
from auditor.derive.visit.services import services_of
from auditor.model import Basis, Confidence, Evidence, PageKind, Searched, Severity, Stage, Visit
from auditor.vocabulary.wordings import wording

__all__ = ["feedback_loop"]

WAY, TOOL, ANSWERS = 40, 30, 30
LONGEST = 60
ANSWERED_ON = (PageKind.PRODUCT, PageKind.HOME)


@check(
    stage=Stage.LOYALTY,
    weight=4,
    severity=Severity.MINOR,
    effort="days",
    needs={Need.VISITS, Need.HOME},
    title="Customers are asked what they think, and answered",
    failure_title="Customers are hardly asked what they think",
    messages={
        "asked": "Customers are asked what they think: {found}.",
        "gaps": "Of the usual ways to hear customers, these were found: {found}. Missing: {missing}.",
        "none": "No way to hear what customers think was found. Missing: {missing}.",
    },
    words=("a way to give feedback", "a service for surveys or reviews", "the shop's answers to reviews"),
    advice="Ask one question after the purchase, and answer what customers write.",
    source="Our convention.",
)
def feedback_loop(trail: Trail, context: Context) -> Verdict:
    """A customer who is heard stays, and what they say is the cheapest advice there is.

    Surveys show themselves to few visitors, so that a missing survey service is no fault; answers are missed only where
    reviews can be read.
    """
    reviews = reviews_seen(context, trail.visits)
    way = next(links_to(context, trail.visits, "feedback"), None) or next(_asked(trail.visits), None)
    tools = services_of(trail.visits, "survey", "reviews")
    answer = next(_answers(trail.visits), None)
    seen = weighed(
        {
            "a way to give feedback": Part(WAY, way),
            "a service for surveys or reviews": Part(TOOL, next(iter(tools.values()), None), told=bool(tools)),
            "the shop's answers to reviews": Part(ANSWERS, answer, told=reviews.texts > 0 or answer is not None),
        }
    )
    home = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in trail.of(PageKind.HOME)[:1])
    return scored(
        seen.score,
        "asked" if not seen.missing else "gaps" if seen.found else "none",
        seen.evidence or home,
        value={"found": seen.found, "services": tuple(tools)},
        data={"found": seen.found, "missing": seen.missing},
        searched=_searched(trail, context, seen.missing),
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM if seen.missing else Confidence.HIGH,
    )


def _searched(trail: Trail, context: Context, missing: tuple[str, ...]) -> Searched | None:
    asked = trail.visits if "a way to give feedback" in missing else ()
    answered = trail.of(*ANSWERED_ON) if "the shop's answers to reviews" in missing else ()
    intents = ("feedback",) if asked else ()
    return searched_for(context, *intents, links=asked, buttons=asked, text=answered)


def _asked(visits: tuple[Visit, ...]) -> Iterator[Evidence]:
    """Yield where a page asks for feedback, or offers a forum, by a control of its own words."""
    for visit in visits:
        said = [(one, "") for one in visit.facts.buttons]
        said += [(one.said, one.selector) for one in visit.facts.links if one.visible or one.revealed]
        for text, selector in said:
            fits = wording("feedback_asked").search(text) or wording("community").fullmatch(text.strip())
            if fits and len(text) <= LONGEST:
                yield Evidence(page=visit.id, selector=selector, excerpt=text, screenshot=visit.screenshot)


def _answers(visits: tuple[Visit, ...]) -> Iterator[Evidence]:
    for visit in visits:
        if visit.kind in ANSWERED_ON:
            for line in visit.facts.text.split("\n"):
                hit = wording("shop_answers").search(line)
                if hit and hit.start() < LONGEST and not wording("no_shop_answer").search(line[: hit.end() + LONGEST]):
                    yield Evidence(page=visit.id, excerpt=line[:200], screenshot=visit.screenshot)
