from auditor.check import Context, Need, Option, Trail, Verdict, check, scored, unknown
from auditor.derive.searched import expected_at_foot, searched_for
from auditor.derive.service.answer_time import PLACES, answer_promises
from auditor.derive.service.service_pages import named_pages, pointing_at, without_probes
from auditor.model import Basis, Confidence, PageKind, Severity, Stage

__all__ = ["response_promise"]

NONE, LONGER = 30, 20
INTENTS = ("contact", "customer_service", "faq_help")


@check(
    stage=Stage.USE,
    weight=5,
    severity=Severity.MAJOR,
    effort="hours",
    needs={Need.VISITS, Need.HOME},
    title="Customers are told when they get an answer",
    failure_title="Customers are not told when they get an answer, or have to wait long",
    messages={
        "soon": "The shop promises an answer within: “{time}”.",
        "slow": "The shop promises an answer, but customers wait long for it: “{time}”.",
        "chat-only": "An answering time is told for the chat only (“{time}”), not for messages.",
        "none": "No promise was found of when a message is answered.",
        "not-read": "The pages of customer service were seen linked but not read.",
    },
    advice="Promise an answer within one working day beside the contacts, and keep it.",
    source="The steps are our convention.",
    options={
        "soon_days": Option(1.0, "days", "one working day scores full points"),
        "fair_days": Option(2.0, "days", "up to this scores 70"),
        "slow_days": Option(5.0, "days", "up to this scores 40, more scores 20"),
    },
)
def response_promise(trail: Trail, context: Context) -> Verdict:
    """A customer who knows when the answer comes waits; one who does not writes again, calls, or buys elsewhere.

    Judged is what is promised; how fast answers come is known only from the shop's own figures.
    """
    promises = answer_promises(context, trail.visits)
    best = next((one for one in promises if not one.chat), None)
    if best is not None:
        points = _points(best.days, context)
        return scored(
            points,
            "soon" if points >= 90 else "slow",
            (pointing_at(best.visit, best.sentence),),
            value={"days": round(best.days, 2), "text": best.printed},
            data={"time": best.printed},
            basis=Basis.PAGE,
        )
    pages = named_pages(context, trail.visits, INTENTS, PageKind.CONTACT, PageKind.FAQ)
    if pages.unread:
        return unknown("not-read", pages.evidence)
    chat = next(iter(promises), None)
    where = (pointing_at(chat.visit, chat.sentence),) if chat else pages.evidence
    own = without_probes(trail.visits)
    places = tuple(one for one in own if one.kind in PLACES)
    return scored(
        NONE,
        "chat-only" if chat else "none",
        where or expected_at_foot(trail.visits),
        value={"days": None, "text": None},
        data={"time": chat.printed if chat else ""},
        searched=searched_for(context, "response_time", among="answering", links=own, text=places),
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM,
    )


def _points(days: float, context: Context) -> float:
    steps = {"soon_days": 100, "fair_days": 70, "slow_days": 40}
    return next((points for name, points in steps.items() if days <= context.options[name]), LONGER)
