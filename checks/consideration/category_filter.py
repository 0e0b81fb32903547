from auditor.check import Context, Need, Trail, Verdict, check, not_applicable, scored
from auditor.derive.goods.narrowing import LongList, long_lists
from auditor.derive.searched import searched_for
from auditor.model import Basis, Confidence, Evidence, Searched, Severity, Stage

__all__ = ["category_filter"]

SORTS, NARROWS, NEITHER = 40, 40, 20


@check(
    stage=Stage.CONSIDERATION,
    weight=4,
    severity=Severity.MINOR,
    effort="days",
    needs={Need.VISITS},
    title="Long lists of goods can be sorted and narrowed",
    failure_title="Long lists of goods can hardly be sorted or narrowed",
    messages={
        "both": "A list of {goods} goods can be sorted and narrowed.",
        "sorts": "A list of {goods} goods can be sorted; nothing to narrow it by was found.",
        "narrows": "A list of {goods} goods can be narrowed; nothing to sort it by was found.",
        "neither": "Nothing to sort or narrow a list of {goods} goods by was found.",
        "short": "No list of more than 12 goods was read.",
    },
    advice="Offer an order by price and news, and filters by price, size, kind and brand with their counts.",
    source="Baymard: 38 % of sites lack filters for facts that their lists show; the limit and the points are ours.",
)
def category_filter(trail: Trail, context: Context) -> Verdict:
    """Whoever has to look through fifty things to find the three that fit leaves.

    The controls are read, not pressed: whether they work, and whether a list has further pages, was not tried.
    """
    lists = long_lists(trail.visits)
    if not lists:
        return not_applicable("short")
    # What one screen folds away the other shows: a list counts by its best.
    best = max(lists, key=_points)
    found = tuple(one for one in (best.sorts, best.narrows) if one)
    message = "both" if len(found) > 1 else "sorts" if best.sorts else "narrows" if best.narrows else "neither"
    missing = message != "both"
    return scored(
        _points(best),
        message,
        found or (Evidence(page=best.visit.id, screenshot=best.visit.screenshot),),
        value={"sorts": best.sorts is not None, "narrows": best.narrows is not None},
        data={"goods": best.goods},
        n=len(lists),
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM if missing else Confidence.HIGH,
        searched=_searched(context, lists) if missing else None,
    )


def _points(one: LongList) -> float:
    return NEITHER + SORTS * (one.sorts is not None) + NARROWS * (one.narrows is not None)


def _searched(context: Context, lists: tuple[LongList, ...]) -> Searched | None:
    visits = tuple(one.visit for one in lists)
    return searched_for(context, links=visits, buttons=visits, fields=visits)
