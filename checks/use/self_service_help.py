from auditor.check import Context, Need, Option, Trail, Verdict, check, failed, scored, unknown
from auditor.derive.searched import expected_at_foot, searched_for
from auditor.derive.service.help_pages import TOPICS, HelpSeen, help_seen
from auditor.derive.service.service_pages import pointing_at, without_probes
from auditor.derive.text.dates import months_between
from auditor.model import Basis, Confidence, PageKind, Severity, Stage

__all__ = ["self_service_help"]

FOUND, TOPIC, MANY, SEARCH, FRESH = 30, 5, 10, 10, 10


@check(
    stage=Stage.USE,
    weight=6,
    severity=Severity.MAJOR,
    effort="days",
    needs={Need.VISITS, Need.HOME},
    title="Customers find answers by themselves",
    failure_title="Customers hardly find answers by themselves",
    messages={
        "good": "Questions answered: {questions}, about {topics}.",
        "gaps": "Questions answered: {questions}. Not found among them: {missing}.",
        "short": "Questions answered: {questions}, about the usual topics; more, newer or searchable ones would help.",
        "none": "No questions and answers were found.",
        "not-read": "A link to questions and answers was seen, but its page was not read.",
    },
    words=TOPICS,
    advice="Answer the usual questions on one page that can be searched: order, payment, delivery, returns, warranty, "
    "account, products, contact.",
    source="The points are our convention; topics are those customers ask about before and after an order.",
    options={
        "many": Option(10, "questions", "from here on there is enough to look in"),
        "fresh_months": Option(24, "months", "a page that prints an older date counts as old"),
    },
)
def self_service_help(trail: Trail, context: Context) -> Verdict:
    """Many questions come up outside office hours; who finds the answer needs nobody's time, the shop's neither."""
    seen = help_seen(context, trail.visits)
    read = seen.pages or (*seen.named.pages, *without_probes(trail.of(PageKind.CONTACT)))
    searched = searched_for(context, "faq_help", links=without_probes(trail.visits), text=read)
    if not seen.pages:
        if seen.named.unread:
            return unknown("not-read", seen.named.evidence)
        where = expected_at_foot(trail.visits)
        sure = Confidence.MEDIUM
        return failed("none", where, value={"url": None}, basis=Basis.PAGE, confidence=sure, searched=searched)
    missing = tuple(topic for topic in TOPICS if topic not in seen.topics)
    points = _points(seen, context)
    return scored(
        points,
        "good" if points >= 90 else "gaps" if missing else "short",
        tuple(pointing_at(page) for page in seen.pages[:3]),
        value={
            "url": seen.pages[0].url,
            "questions": seen.questions,
            "topics": seen.topics,
            "searchable": seen.searchable,
        },
        data={"questions": seen.questions, "topics": seen.topics, "missing": missing},
        searched=searched if missing else None,
        basis=Basis.PAGE,
    )


def _points(seen: HelpSeen, context: Context) -> float:
    age_months = months_between(seen.updated, context.duties_as_of) if seen.updated else 0
    fresh = bool(age_months <= context.options["fresh_months"])
    many = bool(seen.questions >= context.options["many"])
    return FOUND + TOPIC * len(seen.topics) + MANY * many + SEARCH * seen.searchable + FRESH * fresh
