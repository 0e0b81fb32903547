from itertools import combinations

from auditor.check import Context, Need, Scope, Trail, Verdict, check, not_applicable, passed, scored, unknown
from auditor.derive.checkout.choices import PayOption, evidence_for, payment_choice, walked
from auditor.derive.checkout.deep import deep_of
from auditor.derive.checkout.own_choices import chosen_by_walk
from auditor.model import Basis, Evidence, PageKind, Severity, Stage, Visit
from auditor.vocabulary.duties import duty_of

__all__ = ["payment_order_no_credit"]

CREDIT_FIRST, PRESELECTED, WRONG_ORDER = 0, 30, 50
SURELY_CREDIT, NO_CREDIT = 3, 1


@check(
    stage=Stage.PURCHASE,
    weight=6,
    severity=Severity.CRITICAL,
    effort="hours",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY, Need.DOOR},
    title="Ways to pay without credit come first, and none is chosen beforehand",
    failure_title="Credit is put before other ways to pay, or a way to pay is chosen beforehand",
    messages={
        "in-order": "Ways to pay without credit come first, and none was chosen beforehand ({law}).",
        "credit-first": "A robot found credit before other ways to pay: {first} stands before {later} ({law}).",
        "order": "A robot found ways to pay in another order than the law's: {first} stands before {later} ({law}).",
        "preselected": "A robot found a way to pay chosen beforehand: {chosen} ({law}).",
        "elsewhere": "The law of Finland and Sweden sets this order; it does not concern this shop.",
        "one-way": "Only one way to pay was offered, so there is no order to judge.",
        "later-step": "Ways to pay are shown only after personal data is given; run with --deep-checkout.",
        "not-read": "No list of ways to pay that a robot can read was shown.",
    },
    words=("Consumer Protection Act 6:12 b", "Payment Services Act (betaltjänstlagen) 7 a"),
    advice="Put bank payment first and credit last, and choose nothing for the customer.",
    source="HE 218/2022 and Consumer Protection Act 6:12 b (FI, 1.10.2023); betaltjänstlagen 7 a (SE, 1.7.2020).",
)
def payment_order_no_credit(trail: Trail, context: Context) -> Verdict:
    """Who did not choose credit should not end up with it: two Nordic laws set the order of the ways to pay.

    Judged are clear cases only. A card may be a debit card and a financier may take cash at once, so an order is called
    wrong only where the former surely holds more credit than the latter. Express buttons above the list do not count.
    """
    duty = duty_of("payment_order", context.site.country, context.duties_as_of)
    if duty is None:
        return not_applicable("elsewhere")
    pages = walked(trail.visits, PageKind.CHECKOUT)
    seen = [(page, payment_choice(page)) for page in pages]
    page, options = max(seen, key=lambda pair: len(pair[1]), default=(None, ()))
    if page is None or not options:
        return unknown("not-read" if deep_of(trail.walk) else "later-step", tuple(_at(one) for one in pages[-1:]))
    if len(options) == 1:
        return not_applicable("one-way", (_at(page, options),))
    sweden = duty.country == "SE"
    wrong = _wrong(options, invoices_are_credit=sweden)
    chosen = [one for one in _chosen(trail, page, options) if not sweden or _credit(one, sweden)]
    value = {"order": tuple(one.label[:60] for one in options), "chosen": chosen[0].label[:60] if chosen else None}
    evidence = tuple(evidence_for(page, one.field) for one in (*(wrong or ()), *chosen))
    data = {"law": duty.law, "chosen": value["chosen"]}
    if wrong:
        data |= {"first": wrong[0].label[:60], "later": wrong[1].label[:60]}
        first = wrong[0] is options[0] and _credit(wrong[0], sweden)
        points = CREDIT_FIRST if first or sweden else min(WRONG_ORDER, PRESELECTED if chosen else WRONG_ORDER)
        message = "credit-first" if first or sweden else "preselected" if chosen else "order"
        return scored(points, message, evidence, value=value, data=data, basis=Basis.CHECKOUT)
    if chosen:
        points = CREDIT_FIRST if sweden else PRESELECTED
        return scored(points, "preselected", evidence, value=value, data=data, basis=Basis.CHECKOUT)
    return passed("in-order", (_at(page, options),), value=value, data=data, basis=Basis.CHECKOUT)


def _credit(option: PayOption, invoices_are_credit: bool) -> bool:
    return option.low == SURELY_CREDIT or (
        invoices_are_credit and option.high == SURELY_CREDIT and option.low > NO_CREDIT
    )


def _wrong(options: tuple[PayOption, ...], *, invoices_are_credit: bool) -> tuple[PayOption, PayOption] | None:
    """Return the clearest pair that stands in the wrong order: in Sweden only credit before what is none counts."""
    for first, later in combinations([one for one in options if one.high], 2):
        if invoices_are_credit:
            if _credit(first, True) and later.high < SURELY_CREDIT:
                return first, later
        elif first.low > later.high:
            return first, later
    return None


def _chosen(trail: Trail, page: Visit, options: tuple[PayOption, ...]) -> tuple[PayOption, ...]:
    """Return what was chosen before anybody touched it: as the page stood, or as the deep checkout noted on arrival.

    In a group where the walk itself has chosen, the shop's own choice is no longer to be seen.
    """
    options = tuple(one for one in options if not chosen_by_walk(trail.walk, page, one.field))
    deep = deep_of(trail.walk)
    step = next((one for one in deep.steps if one.page == page.id), None) if deep else None
    if step is None:
        return tuple(one for one in options if one.field.checked)
    labels = {" ".join(one.label.split())[:40] for one in step.payments if one.chosen}
    return tuple(one for one in options if one.label[:40] in labels)


def _at(page: Visit, options: tuple[PayOption, ...] = ()) -> Evidence:
    return evidence_for(page, options[0].field if options else None, ", ".join(one.label[:40] for one in options))
