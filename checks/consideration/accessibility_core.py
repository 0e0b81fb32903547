from auditor.check import Context, Need, Option, Trail, Verdict, check, scored, unknown
from auditor.derive.service.statement import statement_linked
from auditor.derive.visit.barriers import Barrier, barriers_of, looked_at, traps_of
from auditor.model import Basis, Confidence, Evidence, Offender, Severity, Stage

__all__ = ["accessibility_core"]

COSTS = {"critical": 12, "serious": 6, "moderate": 2}
NO_STATEMENT, CAUGHT_LIMIT = 5, 30
LISTED = 3


@check(
    stage=Stage.CONSIDERATION,
    weight=8,
    severity=Severity.CRITICAL,
    effort="weeks",
    needs={Need.VISITS},
    title="A robot finds no barriers for people with disabilities",
    failure_title="Barriers for people with disabilities",
    messages={
        "clean": "On {pages} pages a robot found no barrier. It finds a part of them only; people must try the rest.",
        "statement": "On {pages} pages a robot found no barrier, but no accessibility statement was found.",
        "barriers": "Pages tested: {pages}. WCAG 2.2 rules broken: {rules}, critical ones: {critical}; "
        "in brackets the elements that break them: {named}.",
        "caught": "With the keyboard alone {page} cannot be used: {element}.",
        "not-measured": "The pages could not be examined for barriers.",
    },
    advice="Mend the named rules, labels, contrast and names of buttons first, and try the shop with the keyboard.",
    source="axe-core, WCAG 2.2 level A and AA; European Accessibility Act, from 28.6.2025; the costs are ours.",
    options={"exempt": Option(0, "1 or 0", "1 for a micro-enterprise, which needs no accessibility statement")},
)
def accessibility_core(trail: Trail, context: Context) -> Verdict:
    """A button without a name, or a pale text, is a closed door to whoever cannot see well or use a mouse.

    Home, category, product, cart and checkout are examined on every screen, without what others embed. Automatic rules
    find a part of the barriers, so a full score says that none was found, not that there is none.
    """
    pages = looked_at(trail.visits)
    if not pages:
        return unknown("not-measured")
    found, caught = barriers_of(pages), traps_of(context.recording)
    needs_statement = not context.options["exempt"] and not statement_linked(context, trail.visits)
    score = 100.0 - sum(COSTS.get(one.impact, 0) for one in found) - NO_STATEMENT * needs_statement
    score = min(max(0.0, score), CAUGHT_LIMIT if caught else 100)
    data = {
        "pages": len(pages),
        "rules": len(found),
        "critical": sum(one.impact == "critical" for one in found),
        "named": tuple(_named(one) for one in found[:LISTED]),
        "page": caught[0].url if caught else "",
        "element": (caught[0].trapped or caught[0].button_selector) if caught else "",
    }
    value = {
        "rules": {one.rule.id: {"impact": one.impact, "elements": one.elements} for one in found},
        "pages": len(pages),
        "statement": not needs_statement,
    }
    message = "caught" if caught else "barriers" if found else "statement" if needs_statement else "clean"
    first = tuple(Evidence(page=one.id, screenshot=one.screenshot) for one in pages[:1])
    return scored(
        score,
        message,
        tuple(_place(one) for one in found) or first,
        value=value,
        data=data,
        n=len(pages),
        basis=Basis.MEASURED,
        confidence=Confidence.HIGH,
        rule="keyboard" if caught else "",
        offenders=tuple(offender for one in found for offender in _offenders(one)),
    )


def _named(one: Barrier) -> str:
    return f"{one.rule.id} ({one.elements})"


def _place(one: Barrier) -> Evidence:
    visit, rule = max(one.places, key=lambda place: place[1].count)
    first = next(iter(rule.elements), None)
    return Evidence(
        page=visit.id,
        selector=first.selector if first else "",
        excerpt=f"{rule.id}: {first.text if first else rule.help}"[:200],
        screenshot=visit.screenshot,
    )


def _offenders(one: Barrier) -> tuple[Offender, ...]:
    """Name the elements of the page where the rule is broken most, with the rule and the kind of page."""
    visit, rule = max(one.places, key=lambda place: place[1].count)
    detail = f"{rule.id}, {one.impact}, {visit.kind}, {visit.viewport}"
    return tuple(element.model_copy(update={"detail": detail}) for element in rule.elements[:LISTED])
