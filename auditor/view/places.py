"""The places of a customer's way: which a walk saw, which results were seen where, and where customers are stopped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model import CheckResult, Journey, Outcome, PageKind, Stage
from auditor.view.desk import Desk
from auditor.view.endings import is_broken, is_reached
from auditor.view.names import VIEWPORTS, mark

__all__ = ["KINDS", "PlaceKind", "ends_of", "is_through", "places_of", "results_by_place"]

ON_THE_WAY = (Stage.AWARENESS, Stage.CONSIDERATION, Stage.PURCHASE)


@dataclass(frozen=True)
class PlaceKind:
    """A touch point that a journey may have: its stage, the pages and the steps of a walk that belong to it."""

    key: str
    stage: Stage
    name: str
    pages: tuple[PageKind, ...]
    steps: tuple[str, ...] = ()
    main: bool = False


# ``main`` takes in what belongs to a stage but to none of its pages.
KINDS = (
    PlaceKind("home", Stage.AWARENESS, mark("Home page"), (PageKind.HOME,), ("home",), main=True),
    PlaceKind(
        "list",
        Stage.CONSIDERATION,
        mark("Categories and search"),
        (PageKind.CATEGORY, PageKind.SEARCH),
        ("menu", "category", "search"),
    ),
    PlaceKind(
        "product",
        Stage.CONSIDERATION,
        mark("Product page"),
        (PageKind.PRODUCT,),
        ("product", "option", "options", "add-to-cart"),
        main=True,
    ),
    PlaceKind("cart", Stage.PURCHASE, mark("Cart"), (PageKind.CART,), ("in-cart", "cart")),
    PlaceKind("door", Stage.PURCHASE, mark("Checkout"), (PageKind.CHECKOUT,), ("door", "checkout"), main=True),
    PlaceKind("form", Stage.PURCHASE, mark("Guest's form"), (), ("guest", "guest-form")),
    PlaceKind(
        "help",
        Stage.USE,
        mark("Help and contact"),
        (PageKind.CONTACT, PageKind.FAQ, PageKind.GUIDE, PageKind.ABOUT),
        main=True,
    ),
    PlaceKind(
        "returns",
        Stage.USE,
        mark("Delivery and returns"),
        (PageKind.RETURNS, PageKind.WITHDRAWAL, PageKind.DELIVERY, PageKind.TRACKING, PageKind.TERMS),
    ),
    PlaceKind("back", Stage.LOYALTY, mark("Coming back"), (PageKind.LOYALTY,), main=True),
)


def places_of(walk: Journey) -> list[str]:
    """Return the places of a walk's steps in the order of the journey."""
    steps = {step.kind.replace("_", "-") for step in walk.steps}
    return [kind.key for kind in KINDS if steps & set(kind.steps)]


def is_through(desk: Desk) -> bool:
    """Say whether a walk on any screen reached the checkout."""
    return any(is_reached(desk.audit, screen) for screen in desk.audit.journeys)


def ends_of(desk: Desk) -> Mapping[str, str]:
    """Say at which places customers are stopped."""
    t, audit = desk.say.t, desk.audit
    stuck: dict[str, list[str]] = {}
    for screen, walk in audit.journeys.items():
        for last in places_of(walk)[-1:] if is_broken(audit, screen) else ():
            stuck.setdefault(last, []).append(t(VIEWPORTS[screen]))
    return {
        key: t("ends here") if len(names) == len(audit.journeys) else f"{t('ends here')}: {', '.join(names)}"
        for key, names in stuck.items()
    }


def results_by_place(desk: Desk) -> Mapping[str, list[CheckResult]]:
    """Give every result to the touch point where it was seen."""
    held: dict[str, list[CheckResult]] = {kind.key: [] for kind in KINDS}
    forms = _forms(desk)
    last = _last_place(desk)
    for result in desk.audit.results:
        if result.outcome != Outcome.NOT_APPLICABLE:
            held[_key(desk, result, forms) or _main(result.stage, last)].append(result)
    return held


def _last_place(desk: Desk) -> str:
    """Return where the walks ended that did not get through: what they showed of the purchase, they showed before."""
    ways = [] if is_through(desk) else [key for walk in desk.audit.journeys.values() for key in places_of(walk)[-1:]]
    order = [kind.key for kind in KINDS]
    return max(ways, key=order.index, default="")


def _main(stage: Stage, last: str) -> str:
    if stage is Stage.PURCHASE and last:
        return last
    return next(kind.key for kind in KINDS if kind.main and kind.stage == stage)


def _forms(desk: Desk) -> set[str]:
    """Return the pages of the guest's form where it takes a press more than the first view of the checkout."""
    return {
        step.page
        for walk in desk.audit.journeys.values()
        if (walk.clicks.guest_form or 0) > (walk.clicks.door or 0)
        for step in walk.steps
        if step.kind.replace("_", "-") == "guest-form" and step.page
    }


def _key(desk: Desk, result: CheckResult, forms: set[str]) -> str:
    """Return the place of a result: on the way to the order where it was seen, afterwards among those of its stage.

    It is empty where the result belongs to no page.
    """
    names = [result.page] if result.page else [piece.page for piece in result.evidence]
    buying = result.stage in ON_THE_WAY
    kinds = [kind for kind in KINDS if (kind.stage in ON_THE_WAY if buying else kind.stage == result.stage)]
    for name in names:
        if buying and name in forms:
            return "form"
        page = desk.pages.get(name)
        found = next((kind.key for kind in kinds if page and page.kind in kind.pages), None)
        if found:
            return found
    return ""
