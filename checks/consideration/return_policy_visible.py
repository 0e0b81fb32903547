from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.searched import expected_at_foot, searched_for
from auditor.derive.service.policies import PolicyContent
from auditor.derive.service.policy_path import MAY_HOLD, PLACES, PolicyPath, policy_path
from auditor.model import Basis, Confidence, Severity, Stage

__all__ = ["return_policy_visible"]

LINK_POINTS, PRODUCT_POINTS, FACT_POINTS = 35, 25, 10
# A link to a page without terms is no policy: our convention, so that it fails even where the link is easy to find.
EMPTY_LIMIT = 40


@check(
    stage=Stage.CONSIDERATION,
    weight=9,
    severity=Severity.CRITICAL,
    effort="hours",
    needs={Need.VISITS, Need.HOME},
    title="The return policy is easy to find and complete",
    failure_title="The return policy is missing or hard to find",
    messages={
        "clear": "The return policy is easy to find and tells what a customer needs to know.",
        "gaps": "There is a return policy, but it could be easier to find or say more. Missing: {missing}.",
        "buried": "The return terms are only found inside other terms. Missing: {missing}.",
        "inside": "The return terms are only found inside other terms.",
        "placeholder": "The page for returns still holds a placeholder text instead of a policy.",
        "form": "The page for returns holds only a form and no terms.",
        "empty": "The page for returns is dead or says nothing about returns.",
        "none": "No return policy was found.",
        "not-read": "A link to the return policy was seen, but its page was not read.",
    },
    words=(
        "days to return",
        "who pays",
        "how to return",
        "time of the refund",
        "link on the home page",
        "link on the product page",
    ),
    advice="Put the return policy in the footer under its own name, and a one-line promise on the product page.",
    source="CRD 2011/83 art. 6(1)(h); Baymard, footer links to returns and shipping (data of 2024); points are ours.",
)
def return_policy_visible(trail: Trail, context: Context) -> Verdict:
    """Customers decide with the return in mind: what they cannot find, or find unwritten, keeps them from buying."""
    path = policy_path(context, trail.visits)
    value = {
        "url": path.url,
        "content": path.content,
        "days": path.facts.days,
        "from": path.places,
        "clicks": path.clicks,
    }
    if path.unread:
        return unknown("not-read", path.evidence, value=value, data={"unseen": path.unseen}, basis=Basis.PAGE)
    missing = _missing(path)
    points = _points(path)
    message = _message(path, points)
    data = {"missing": missing, "days": path.facts.days, "pays": path.facts.pays, "unseen": path.unseen}
    # Where no page is about returns, those on the way to the order are read for terms of their own.
    read = trail.of(*MAY_HOLD, *(PLACES if message == "none" else ()))
    searched = searched_for(context, "returns", "withdrawal_right", links=trail.visits, text=read)
    where = path.evidence or expected_at_foot(trail.visits)
    # That nothing was found is less sure than what was.
    sureness = Confidence.MEDIUM if path.content is PolicyContent.NONE and not path.url else Confidence.HIGH
    return scored(
        points,
        message,
        where,
        value=value,
        data=data,
        basis=Basis.PAGE,
        confidence=sureness,
        searched=searched if message not in {"placeholder", "form"} else None,
    )


def _points(path: PolicyPath) -> float:
    if path.content is PolicyContent.NONE and not path.url:
        return 0
    link = LINK_POINTS if path.named and "home" in path.places else LINK_POINTS / 2 if path.places else 0
    near = PRODUCT_POINTS if "product" in path.places else 0
    # A product page that nobody came to is no fault: the points are then out of those that could be seen.
    whole = 100 / (100 - PRODUCT_POINTS) if "product" in path.unseen else 1
    if path.content is not PolicyContent.REAL:
        return min(EMPTY_LIMIT, whole * (link + near))
    return whole * (link + near + FACT_POINTS * path.facts.told)


def _missing(path: PolicyPath) -> tuple[str, ...]:
    facts = path.facts
    gaps = {
        "days to return": facts.days is None,
        "who pays": facts.pays is None,
        "how to return": not facts.how,
        "time of the refund": not facts.refund_told,
        "link on the home page": "home" not in path.places,
        "link on the product page": not {"product"} & {*path.places, *path.unseen},
    }
    return tuple(name for name, gap in gaps.items() if gap)


def _message(path: PolicyPath, points: float) -> str:
    if path.content is PolicyContent.NONE:
        return "empty" if path.url else "none"
    if path.content is not PolicyContent.REAL:
        return str(path.content)
    return "clear" if points >= 90 else "gaps" if path.named else "buried" if _missing(path) else "inside"
