from collections.abc import Mapping

from auditor.check import Context, Need, Trail, Verdict, check, failed, scored, unknown
from auditor.derive.discovery.functions import asked_for_search, search_of
from auditor.derive.discovery.search_answers import HELP, SUGGESTIONS, answers_of
from auditor.derive.searched import searched_for
from auditor.model import Basis, Confidence, Evidence, PageKind, QueryKind, Searched, Severity, Stage, ViewportName

__all__ = ["site_search"]

SHOWN, PRESSED = 20, 10
POINTS: Mapping[str, int] = {
    QueryKind.EXACT: 25,
    QueryKind.TYPO: 15,
    QueryKind.INFLECTED: 15,
    QueryKind.FOLDED: 10,
    HELP: 10,
    SUGGESTIONS: 5,
}
WORDS: Mapping[str, str] = {
    QueryKind.EXACT: "the exact name",
    QueryKind.TYPO: "a typing error",
    QueryKind.INFLECTED: "another form of the word",
    QueryKind.FOLDED: "a word without its dots",
    HELP: "help where nothing is found",
    SUGGESTIONS: "suggestions while typing",
}


@check(
    stage=Stage.CONSIDERATION,
    weight=6,
    severity=Severity.MAJOR,
    effort="weeks",
    needs={Need.VISITS, Need.HOME},
    title="The search finds things",
    failure_title="The search is missing or does not find things",
    messages={
        "finds": "The search was asked for “{product}” and finds it: {found}.",
        "short": "The search was asked for “{product}” and falls short in: {missing}. "
        "Queries with their hits: {queries}.",
        "hidden": "The search finds things, but its field opens only after a press on: {screens}.",
        "one-screen": "The search finds things, but it was not found on: {screens}.",
        "not-asked": "A search is there; no query could be asked, so what it finds is not known.",
        "none": "No search was found.",
        "unread": "The pages' controls could not be read.",
    },
    words=("desktop", "mobile", "tablet", *WORDS.values()),
    advice="Turn on tolerance for typing errors and for the forms of the language, show the field itself at the top of "
    "every page, and answer an empty search with ways on.",
    source="Method and points are our convention; Baymard: 41 % of sites fall short in types of queries (2024).",
)
def site_search(trail: Trail, context: Context) -> Verdict:
    """Customers who know what they want search for it, in their own words and with their own typing errors.

    The queries are made from one of the shop's own products: its name, its noun with two letters swapped, in another
    form, without umlauts, and a word that means nothing. Found means that the product, or one of its kind, is among
    the first ten. Forms that no safe rule of the language gives are not asked.
    """
    screens = tuple(dict.fromkeys(visit.viewport for visit in trail.visits))
    found = {screen: search_of(context, trail.visits, screen) for screen in screens}
    fields = tuple(screen for screen in screens if found[screen].field)
    pressed = tuple(screen for screen in screens if found[screen].one_press and not found[screen].field)
    without = tuple(screen for screen in screens if screen not in (*fields, *pressed))
    value = {"present": bool(fields or pressed), "field": fields, "one_press": pressed}
    evidence = tuple(one for screen in screens for one in found[screen].evidence)
    if not any(visit.facts.text or visit.facts.links or visit.facts.fields for visit in trail.visits):
        return unknown("unread")
    if len(without) == len(screens):
        home = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in trail.of(PageKind.HOME)[:1])
        sure, searched = Confidence.MEDIUM, _searched(trail, context, screens)
        return failed("none", home, value=value, basis=Basis.PAGE, confidence=sure, searched=searched)
    answers = answers_of(context)
    if answers is None:
        return unknown("not-asked", evidence, value=value)
    visible = 0 if without else PRESSED if pressed else SHOWN
    points = 100 * (visible + _points(answers.parts)) / (SHOWN + sum(POINTS[part] for part in answers.parts))
    missing = tuple(WORDS[part] for part in POINTS if answers.parts.get(part, 1) < 1)
    message = "short" if missing else "one-screen" if without else "hidden" if pressed else "finds"
    return scored(
        points,
        message,
        (*answers.evidence, *evidence),
        value={**value, "found": {part: bool(good == 1) for part, good in answers.parts.items()}},
        data={
            "product": answers.product,
            "found": tuple(WORDS[part] for part in POINTS if answers.parts.get(part) == 1),
            "missing": missing,
            "queries": tuple(answers.queries.values()),
            "screens": without or pressed,
        },
        basis=Basis.MEASURED,
        confidence=Confidence.MEDIUM,
        searched=_searched(trail, context, without) if message == "one-screen" else None,
    )


def _searched(trail: Trail, context: Context, screens: tuple[ViewportName, ...]) -> Searched | None:
    read = [page for screen in screens for page in asked_for_search(trail.visits, screen)]
    return searched_for(context, "search", fields=read, buttons=read, links=read)


def _points(parts: Mapping[str, float]) -> float:
    return sum(POINTS[part] * good for part, good in parts.items())
