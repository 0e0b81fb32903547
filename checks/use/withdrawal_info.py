from auditor.check import Context, Need, Option, Trail, Verdict, check, not_applicable, scored, unknown
from auditor.derive.searched import expected_at_foot, searched_for
from auditor.derive.service.service_pages import without_probes
from auditor.derive.service.withdrawal import INFORMATION, asked_for_withdrawal, withdrawal_information
from auditor.model import Basis, Confidence, Severity, Stage
from auditor.vocabulary.duties import duty_of

__all__ = ["withdrawal_info"]

POINTS = {"days": 15, "how": 15, "cost": 15, "refund": 15, "form": 15, "exceptions": 15, "function": 10}
WORDS = {
    "days": "time to withdraw",
    "how": "how to withdraw",
    "cost": "who pays the return",
    "refund": "time of the refund",
    "form": "model form",
    "exceptions": "exceptions",
    "function": "function on the site",
}


@check(
    stage=Stage.USE,
    weight=5,
    severity=Severity.CRITICAL,
    effort="hours",
    needs={Need.VISITS, Need.HOME},
    title="The right of withdrawal is explained",
    failure_title="The right of withdrawal is not explained, or only in part",
    messages={
        "complete": "The pages explain the right of withdrawal: {found}.",
        "gaps": "The robot found this about the right of withdrawal: {found}. It did not find: {missing}.",
        "none": "The robot found nothing about the right of withdrawal.",
        "not-read": "A link to the terms or to returns was seen, but its page was not read.",
        "no-country": "It is not known which country's customers the shop sells to.",
        "no-duty": "No duty to tell of a right of withdrawal is known here for this country.",
        "exempt": "The goods are said to be exempt from the right of withdrawal.",
    },
    words=tuple(WORDS.values()),
    advice="Use the model instructions of the law, link the form, and say where on the site a customer can withdraw.",
    source="CRD 2011/83 art. 6(1)(h)–(k); the points are our convention.",
    options={"exempt": Option(0, "0 or 1", "1 where all goods are exempt, such as fresh food")},
)
def withdrawal_info(trail: Trail, context: Context) -> Verdict:
    """Where the information is missing, customers may withdraw for a year longer; and who finds it trusts the shop.

    A longer return time that the shop gives freely does not replace it. Whether the text is right, a robot cannot say.
    """
    if context.options["exempt"]:
        return not_applicable("exempt")
    if context.site.country is None:
        return unknown("no-country")
    duty = duty_of("withdrawal_right", context.site.country, context.duties_as_of)
    if duty is None:
        return not_applicable("no-duty")
    seen = withdrawal_information(context, trail.visits, float(duty.more["days"]))
    told = dict(seen.told)
    found = tuple(WORDS[name] for name in INFORMATION if name in told)
    missing = tuple(WORDS[name] for name in INFORMATION if name not in told)
    points = sum(POINTS[name] for name in told)
    if seen.named.unread and points < 90:
        return unknown("not-read", seen.named.evidence)
    read = asked_for_withdrawal(trail.visits, seen.named)
    where = tuple(told.values()) or seen.named.evidence
    return scored(
        points,
        "none" if not found else "complete" if points >= 90 else "gaps",
        where or expected_at_foot(trail.visits),
        value={name: name in told for name in INFORMATION},
        data={"found": found, "missing": missing, "law": duty.law},
        basis=Basis.PAGE,
        searched=searched_for(context, "withdrawal_right", "returns", links=without_probes(trail.visits), text=read),
        confidence=Confidence.HIGH if seen.pages else Confidence.MEDIUM,
    )
