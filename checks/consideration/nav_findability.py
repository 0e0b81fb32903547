from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.discovery.navigation import FEWEST, Menu, crumbs_of, keyboard_menu, menu_of
from auditor.derive.searched import searched_for
from auditor.model import Basis, Confidence, PageKind, Severity, Stage, ViewportName

__all__ = ["nav_findability"]

MENU, WORKS, CRUMBS, NEAR = 25, 25, 25, 25
TOLD_ONLY = 10
CLICKS = 2


@check(
    stage=Stage.CONSIDERATION,
    weight=5,
    severity=Severity.MAJOR,
    effort="days",
    needs={Need.VISITS, Need.HOME},
    title="Customers find their way by menu and breadcrumbs",
    failure_title="Customers hardly find their way",
    messages={
        "clear": "The menus lead to {entries} pages, and breadcrumbs show the way back.",
        "gaps": "Missing for finding one's way: {missing}.",
        "none": "The home page has neither a menu of goods nor a link to a category in sight.",
        "untried": "The menu shows itself only after a press that was not tried.",
        "not-read": "The home page's links could not be read.",
    },
    words=(
        "a labelled menu",
        "a menu on a phone",
        "a menu that the keyboard reaches",
        "breadcrumbs",
        "breadcrumbs that visitors see",
        "a category within two clicks",
    ),
    advice="Name the goods in the menu, on a phone as well, and show breadcrumbs on lists and products.",
    source="Baymard: many shops hide categories on a phone or do not show where one is; the points are our convention.",
)
def nav_findability(trail: Trail, context: Context) -> Verdict:
    """Customers who browse need words for goods to press, and to see where they are."""
    screens = tuple(dict.fromkeys(one.viewport for one in trail.visits if one.kind is PageKind.HOME))
    menus = {screen: menu for screen in screens if (menu := menu_of(trail.visits, screen)) is not None}
    if not menus:
        return unknown("not-read")
    crumbs, keyboard = crumbs_of(context, trail.visits), keyboard_menu(context)
    # A menu that only a press would show, and that no sign announces, is neither there nor missing.
    known = {screen: menu for screen, menu in menus.items() if len(menu.entries) >= FEWEST or not menu.untried}
    if not known:
        return unknown("untried", tuple(one for menu in menus.values() for one in menu.evidence[:1]))
    without = tuple(screen for screen, menu in known.items() if len(menu.entries) < FEWEST)
    phone = ViewportName.MOBILE
    by_tap = phone not in without
    near = all(menu.category_clicks is not None and menu.category_clicks <= CLICKS for menu in known.values())
    # Where no list of goods was read, the way to one is not known.
    listed = near or any(one.kind is PageKind.CATEGORY for one in trail.visits)
    clicks = [menu.category_clicks for menu in known.values() if menu.category_clicks is not None]
    works = WORKS * by_tap * (keyboard is not False) * _any_menu(known)
    trail_points = (CRUMBS if crumbs.shown else TOLD_ONLY if crumbs.told else 0) if crumbs else 0
    most = MENU + WORKS + NEAR * listed + (CRUMBS if crumbs else 0)
    score = 100 * (_labelled(known) + works + trail_points + NEAR * near) / most
    only_phone = without == (phone,) and _any_menu(known)
    gaps = {
        "a labelled menu": bool(without) and not only_phone,
        "a menu on a phone": only_phone,
        "a menu that the keyboard reaches": keyboard is False,
        "breadcrumbs": bool(crumbs and not crumbs.told and not crumbs.shown),
        "breadcrumbs that visitors see": bool(crumbs and crumbs.told and not crumbs.shown),
        "a category within two clicks": listed and not near,
    }
    missing = tuple(name for name, gap in gaps.items() if gap)
    none = not _any_menu(known) and not clicks
    entries = max(len(menu.entries) for menu in menus.values())
    evidence = (*(one for menu in menus.values() for one in menu.evidence[:2]), *(crumbs.evidence if crumbs else ()))
    # Breadcrumbs are looked for on lists and products, everything else on the home page.
    trails = {"breadcrumbs", "breadcrumbs that visitors see"} & set(missing)
    read = trail.of(PageKind.HOME, *((PageKind.CATEGORY, PageKind.PRODUCT) if trails else ()))
    return scored(
        score,
        "none" if none else "clear" if not missing else "gaps",
        evidence,
        value={
            "entries": {str(screen): len(menu.entries) for screen, menu in menus.items()},
            "breadcrumbs": crumbs.shown if crumbs else None,
            "keyboard": keyboard,
            "category_clicks": min(clicks, default=None),
        },
        data={"entries": entries, "missing": missing},
        searched=searched_for(context, links=read) if missing else None,
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM if missing else Confidence.HIGH,
    )


def _any_menu(menus: dict[ViewportName, Menu]) -> bool:
    return any(len(menu.entries) >= FEWEST for menu in menus.values())


def _labelled(menus: dict[ViewportName, Menu]) -> float:
    """Give the points of the menu: screens with a menu of words, less where entries are mere pictures."""
    shares = [
        0.0 if len(menu.entries) < FEWEST else len(menu.entries) / (len(menu.entries) + menu.silent)
        for menu in menus.values()
    ]
    return MENU * sum(shares) / len(shares)
