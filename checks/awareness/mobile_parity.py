from collections.abc import Iterable

from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.curves import piecewise
from auditor.derive.searched import searched_for
from auditor.derive.text.same_page import same_page
from auditor.derive.visit.parity import FACTS, parity_of
from auditor.model import Basis, Clicks, Confidence, Evidence, PageKind, Severity, Stage, ViewportName, Visit

__all__ = ["mobile_parity"]

POINTS = ((0.4, 0.0), (0.7, 50.0), (1.0, 100.0))
FEW = 4


@check(
    stage=Stage.AWARENESS,
    weight=4,
    severity=Severity.MAJOR,
    effort="days",
    needs={Need.HOME},
    title="The phone shows what the desktop shows",
    failure_title="The phone lacks what the desktop shows",
    messages={
        "same": "All {shown} key facts that could be compared were found on the phone as well.",
        "missing": "Seen on the desktop, but on the phone neither in sight nor one press away: {missing}.",
        "unclear": "The phone's menu is drawn only once it is opened, so it could not be compared with the desktop's.",
        "too-few": "Too few key facts were seen on the desktop to compare them with the phone.",
        "one-screen": "No page was read whole on both screens.",
    },
    words=FACTS,
    advice="Bring what is named to the phone as well: in sight, or one press away in an accordion or a menu.",
    source="Google Search Central: the mobile version is what is indexed; the points are our convention.",
)
def mobile_parity(trail: Trail, context: Context) -> Verdict:
    """Most visitors come with a phone, and search engines read that version; what is not there does not exist.

    Compared are price, stock, delivery, reviews, returns, contact, search, cart and menu on home and product. What is
    folded away but one press from being read counts as there.
    """
    clicks = walk.clicks if (walk := context.others.get(ViewportName.MOBILE)) else Clicks()
    pressed = clicks.cart is not None and clicks.in_cart is not None and clicks.cart > clicks.in_cart
    found = parity_of(context, trail.visits, {"cart"} if pressed else ())
    if found is None:
        return unknown("one-screen")
    missing = found.missing or {}
    compared = [fact for fact in found.shown if fact not in found.unclear]
    if len(compared) < FEW:
        return unknown("unclear" if found.unclear else "too-few")
    share = 1 - len(missing) / len(compared)
    pages = {visit.url: visit for visit in missing.values()}
    phones = [visit for visit in trail.visits if _same_on_phone(visit, pages)]
    shown = [*phones[:2], *pages.values()] or [visit for visit in trail.visits if visit.kind is PageKind.HOME][:1]
    return scored(
        piecewise(share, POINTS),
        "missing" if missing else "same",
        tuple(Evidence(page=visit.id, screenshot=visit.screenshot) for visit in shown[:4]),
        value={
            "shown": list(found.shown),
            "missing": list(missing),
            "unclear": list(found.unclear),
            "word_overlap": found.overlap,
        },
        data={"shown": len(compared), "missing": tuple(missing)},
        confidence=Confidence.HIGH if not missing else Confidence.MEDIUM,
        basis=Basis.PAGE,
        searched=searched_for(context, links=phones, text=phones) if missing else None,
        rule="parity",
        n=len(compared),
    )


def _same_on_phone(visit: Visit, pages: Iterable[str]) -> bool:
    return visit.viewport is ViewportName.MOBILE and any(same_page(visit.url, url) for url in pages)
