from collections.abc import Mapping

from auditor.check import Context, Need, Option, Trail, Verdict, check, not_applicable, scored, unknown
from auditor.derive.searched import expected_at_foot, searched_for
from auditor.derive.service.service_pages import without_probes
from auditor.derive.service.withdrawal import FunctionSeen, Way, asked_for_withdrawal, withdrawal_function_of
from auditor.model import Basis, Confidence, GuestValue, Searched, Severity, Stage
from auditor.vocabulary.duties import duty_of

__all__ = ["withdrawal_function"]

ONE_CLICK, FURTHER, BEHIND_LOGIN, TOLD, WRITE = 100, 80, 40, 60, 10
MANY_FIELDS_COST = 20
ENOUGH_FIELDS = 3


@check(
    stage=Stage.USE,
    weight=8,
    severity=Severity.CRITICAL,
    effort="days",
    needs={Need.VISITS, Need.HOME},
    title="Customers can withdraw on the site",
    failure_title="No function for withdrawing was found on the site",
    messages={
        "one-click": "The function for withdrawing is one press from the home page.",
        "further": "There is a function for withdrawing, but it is not linked from the home page.",
        "unclear": "There is a form for withdrawing; no link or button names it as clearly as the law's own words.",
        "many-fields": "There is a function for withdrawing, but its form demands {required} entries.",
        "login": "Withdrawing demands signing in, although guests can buy.",
        "login-unsure": "Withdrawing demands signing in; whether guests can buy was not seen.",
        "login-all": "Withdrawing demands signing in, as buying does.",
        "told": "The terms tell of a way to withdraw in the account or by a link; a robot cannot see it.",
        "write": "The robot found only that customers withdraw by a message or a paper form.",
        "none": "The robot found no function for withdrawing on the pages it read.",
        "not-read": "A link to the terms or to returns was seen, but its page was not read.",
        "no-country": "It is not known which country's customers the shop sells to.",
        "no-duty": "No duty to offer such a function is known here for this country and day.",
        "exempt": "The goods are said to be exempt from the right of withdrawal.",
    },
    advice="Put a link with the law's own words into the footer of every page: it leads to a form for name, order and "
    "e-mail, a second step confirms it, and a receipt follows by itself.",
    source="CRD 2011/83 art. 11a, inserted by Directive (EU) 2023/2673, since 19 June 2026; the points are ours.",
    options={"exempt": Option(0, "0 or 1", "1 where all goods are exempt, such as fresh food")},
)
def withdrawal_function(trail: Trail, context: Context) -> Verdict:
    """Withdrawing has to be as easy as buying was: a function on the site, for as long as the right lasts.

    The robot looks for it and reads its form; it never sends one, so the step that confirms is not judged.
    """
    if context.options["exempt"]:
        return not_applicable("exempt")
    if context.site.country is None:
        return unknown("no-country")
    duty = duty_of("withdrawal_function", context.site.country, context.duties_as_of)
    if duty is None:
        return not_applicable("no-duty")
    seen = withdrawal_function_of(context, trail.visits)
    value = {"way": str(seen.way), "clicks": seen.clicks, "url": seen.url}
    if seen.named.unread and seen.way in {Way.WRITE, Way.NONE, Way.TOLD}:
        return unknown("not-read", seen.named.evidence)
    if seen.way is Way.LOGIN:
        return _behind_login(seen, context, value)
    points, message, confidence = _judged(seen)
    where = seen.evidence or seen.named.evidence or expected_at_foot(trail.visits)
    return scored(
        points,
        message,
        where,
        value=value,
        data={"required": seen.required, "law": duty.law},
        basis=Basis.PAGE,
        confidence=confidence,
        searched=_searched(seen, trail, context) if seen.way in {Way.NONE, Way.WRITE, Way.TOLD} else None,
    )


def _searched(seen: FunctionSeen, trail: Trail, context: Context) -> Searched | None:
    every = without_probes(trail.visits)
    text = asked_for_withdrawal(every, seen.named)
    intents = ("withdrawal_function", "withdrawal_right", "returns")
    return searched_for(context, *intents, links=every, buttons=every, fields=every, text=text)


def _judged(seen: FunctionSeen) -> tuple[float, str, Confidence]:
    if seen.way is Way.TOLD:
        return TOLD, "told", Confidence.LOW
    if seen.way in {Way.WRITE, Way.NONE}:
        return WRITE if seen.way is Way.WRITE else 0, str(seen.way), Confidence.MEDIUM
    unclear = not seen.official and seen.way is Way.FORM and len(seen.evidence) == 1
    near = seen.clicks == 1 and not unclear
    points = ONE_CLICK if near else FURTHER
    confidence = Confidence.HIGH if seen.way is Way.FORM else Confidence.MEDIUM
    if seen.required is not None and seen.required > ENOUGH_FIELDS:
        return points - MANY_FIELDS_COST, "many-fields", confidence
    return points, "one-click" if near else "unclear" if unclear else "further", confidence


def _behind_login(seen: FunctionSeen, context: Context, value: Mapping[str, object]) -> Verdict:
    doors = {walk.door.guest for walk in context.others.values() if walk.door}
    if GuestValue.GUEST in doors:
        return scored(BEHIND_LOGIN, "login", seen.evidence, value=value, basis=Basis.PAGE)
    if doors == {GuestValue.ACCOUNT_REQUIRED}:
        return scored(ONE_CLICK if seen.clicks == 1 else FURTHER, "login-all", seen.evidence, value=value)
    return unknown("login-unsure", seen.evidence, value=value)
