from auditor.check import Context, Need, Trail, Verdict, check, passed, unknown, warned
from auditor.derive.searched import searched_for
from auditor.derive.visit.services import services_of
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage
from auditor.model.first_visit import ConsentSeen
from auditor.model.words import ConsentChoice

__all__ = ["measurement_ready"]

TOOL_ONLY = 60
MEASURING = ("analytics", "behaviour-analytics", "tag-manager")
OTHERS = ("ab-test", "crm", "help-desk", "survey", "email", "personalisation", "cx-platform")
# Google's recommended events of e-commerce, and those of its earlier generation.
EVENTS = frozenset(
    "view_item_list select_item view_item add_to_cart remove_from_cart view_cart begin_checkout "
    "add_shipping_info add_payment_info purchase productImpression productDetail productClick addToCart".split()
)


@check(
    stage=Stage.LOYALTY,
    weight=2,
    severity=Severity.NOTE,
    effort="days",
    needs={Need.VISITS},
    title="The shop measures what customers do",
    failure_title="Only a measuring tool was seen, without events of the purchase",
    messages={
        "events": "The shop tells its measuring what customers do: {events}. Tools seen: {tools}.",
        "tool-only": "Tools that measure were seen ({tools}), but no events of a purchase; the walk keeps them still.",
        "unseen": "No tool that measures was seen; one that runs on the shop's own server cannot be seen.",
    },
    advice="Send the events of a purchase, and only after consent.",
    source="Google, recommended events of e-commerce; the services are recognised by their traces.",
)
def measurement_ready(trail: Trail, context: Context) -> Verdict:
    """Who does not measure where customers leave, can only guess what to mend.

    A note, not a fault: tools are recognised by the traces that they leave in the pages; what is absent is not known.
    """
    events = {name: page for page in trail.visits for name in page.facts.events if name in EVENTS}
    home = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in trail.of(PageKind.HOME)[:1])
    tools = {**dict.fromkeys(_after_consent(context), home[:1]), **_seen(trail)}
    others = services_of(trail.visits, *OTHERS)
    value = {"tools": tuple(tools), "events": sorted(events), "others": tuple(others)}
    data = {"tools": tuple(tools) or ("–",), "events": tuple(sorted(events))}
    if events:
        where = tuple(Evidence(page=page.id, excerpt=name) for name, page in events.items())
        return passed(
            "events",
            (*where[:4], *(one for known in tools.values() for one in known)),
            value=value,
            data=data,
            basis=Basis.PAGE,
        )
    if tools:
        sure = Confidence.MEDIUM
        where = tuple(one for known in tools.values() for one in known)
        more = {"basis": Basis.PAGE, "confidence": sure, "searched": searched_for(context, data=trail.visits)}
        return warned("tool-only", where, TOOL_ONLY, value=value, data=data, **more)
    return unknown("unseen", home, value=value)


def _seen(trail: Trail) -> dict[str, tuple[Evidence, ...]]:
    return {name: (where,) for name, where in services_of(trail.visits, *MEASURING).items()}


def _after_consent(context: Context) -> tuple[str, ...]:
    """Return the measuring tools that ran once everything was accepted, as the probe of consent saw it."""
    return tuple(
        dict.fromkeys(
            request.service
            for seen in context.recording.probes(ConsentSeen)
            for state in seen.states
            for request in state.requests
            if state.choice is ConsentChoice.ACCEPT and request.category in MEASURING and request.service
        )
    )
