from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.service.channels import compared_facts
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage

__all__ = ["channel_consistency"]


@check(
    stage=Stage.LOYALTY,
    weight=4,
    severity=Severity.MAJOR,
    effort="hours",
    needs={Need.VISITS, Need.HOME},
    title="The shop tells the same of itself everywhere",
    failure_title="The shop tells different things of itself in different places",
    messages={
        "same": "Phone, e-mail, address and hours agree wherever they were found twice.",
        "differ": "These differ between header or footer, contact page and data for machines: {facts}.",
        "one-place": "Phone, e-mail, address and hours were not found in two places that could be compared.",
    },
    words=("phone", "e-mail", "address", "opening hours"),
    advice="Keep the contact facts in one place of the system, and show them everywhere from there.",
    source="Our convention.",
)
def channel_consistency(trail: Trail, context: Context) -> Verdict:
    """Two numbers for one shop make a customer wonder which one still answers.

    Two places agree where one value stands in both. Terms and privacy notices, which name other firms, are left out.
    """
    compared = compared_facts(context, trail.visits)
    if not compared:
        home = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in trail.of(PageKind.HOME)[:1])
        return unknown("one-place", home)
    differ = [one for one in compared if not one.agrees]
    facts = tuple(dict.fromkeys(one.fact for one in differ))
    where = tuple(evidence for one in (differ or compared) for evidence in one.where)
    return scored(
        100 * (len(compared) - len(differ)) / len(compared),
        "differ" if differ else "same",
        where,
        value={"compared": len(compared), "agree": len(compared) - len(differ), "differ": facts},
        data={"facts": facts},
        basis=Basis.PAGE,
        # A shop with several places may mean what looks like a contradiction.
        confidence=Confidence.MEDIUM if differ else Confidence.HIGH,
    )
