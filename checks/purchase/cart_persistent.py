from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.model import Basis, Confidence, Evidence, KeptCartSeen, PageKind, Severity, Stage

__all__ = ["cart_persistent"]

RELOAD, NEW_TAB, BACK = 40, 30, 30
LABELS = {
    "reload": "loading the page again",
    "new_tab": "opening the cart in a new tab",
    "back": "going on and back in the browser",
}
POINTS = {"reload": RELOAD, "new_tab": NEW_TAB, "back": BACK}


@check(
    stage=Stage.PURCHASE,
    weight=3,
    severity=Severity.MINOR,
    effort="days",
    needs={Need.JOURNEY, Need.IN_CART},
    title="The cart keeps its products",
    failure_title="The cart loses its products",
    messages={
        "kept": "The product was still in the cart after each of these: {kept}.",
        "lost": "The shop said that the cart was empty after this, twice in a row: {lost}.",
        "lost-some": "The shop said that the cart was empty after this, twice in a row: {lost}. "
        "The product was still there after this: {kept}.",
        "not-seen": "Whether the cart keeps its products could not be seen.",
    },
    words=tuple(LABELS.values()),
    advice="Keep the cart on the server, or in storage that all tabs share, for at least 30 days.",
    source="Our convention.",
)
def cart_persistent(trail: Trail, context: Context) -> Verdict:
    """Who compares products in several tabs, or comes back by a reload, does not fill a lost cart a second time.

    What is tried takes seconds: days away, another device and another language are not.
    """
    seen = next(iter(context.recording.probes(KeptCartSeen)), None)
    tried = {way: kept for way in POINTS if seen and (kept := getattr(seen, way)) is not None}
    if seen is None or not tried:
        return unknown("not-seen")
    kept = tuple(LABELS[way] for way, stayed in tried.items() if stayed)
    lost = tuple(LABELS[way] for way, stayed in tried.items() if not stayed)
    cart = trail.first(PageKind.CART) or trail.first(PageKind.PRODUCT, PageKind.HOME)
    where = (Evidence(page=cart.id, excerpt=seen.said or seen.url, screenshot=seen.screenshot),) if cart else ()
    return scored(
        100 * sum(POINTS[way] for way, stayed in tried.items() if stayed) / sum(POINTS[way] for way in tried),
        "kept" if not lost else "lost-some" if kept else "lost",
        where,
        value={"kept": [way for way in tried if tried[way]], "lost": [way for way in tried if not tried[way]]},
        data={"kept": kept, "lost": lost},
        basis=Basis.CHECKOUT,
        confidence=Confidence.HIGH if len(tried) == len(POINTS) or lost else Confidence.MEDIUM,
        rule="lost" if lost else "",
        n=len(tried),
    )
