from collections.abc import Sequence
from dataclasses import replace

from auditor.check import Context, Need, Trail, Verdict, check, failed, passed, unknown, warned
from auditor.derive.discovery.ways_back import in_other_words, ways_back
from auditor.derive.text.same_page import same_page
from auditor.model import Basis, Confidence, Evidence, MarketAnswer, MarketSeen, PageKind, Severity, Stage, Visit

__all__ = ["market_access"]

WITH_WAY_BACK, WITHOUT = 60, 20
REFUSED = frozenset({401, 403, 451})
COMPARED, MOST_PLACES = 2, 2
SPOKEN = {"fi": "Finnish", "sv": "Swedish", "de": "German", "en": "English"}


@check(
    stage=Stage.AWARENESS,
    weight=3,
    severity=Severity.MAJOR,
    effort="days",
    needs={Need.HOME},
    title="Visitors of other languages are not sent away",
    failure_title="Visitors of other languages are sent away",
    messages={
        "same": "The start page opens at the same address whichever of these languages the browser asks for: "
        "{languages}. Only the language was varied, not the visitor's country.",
        "own-language": "Who asks in {languages} is led to another page of the same shop. "
        "Only the language was varied, not the visitor's country.",
        "led-away": "Who asks in {languages} is led to {place} without being asked; a way back is seen there: {ways}.",
        "no-way-back": "Who asks in {languages} is led to {place} without being asked; no way back was found there.",
        "blocked": "Who asks in {languages} is turned away (status {status}), while others are let in.",
        "unsure": "The start page answered differently in {languages}, which a browser did not confirm.",
        "refused": "The start page did not answer in enough languages to compare them.",
        "not-asked": "The start page was not asked for in several languages.",
    },
    words=tuple(SPOKEN.values()),
    advice="Suggest the local shop instead of leading visitors away, keep the first one open to them, and say where "
    "you deliver.",
    source="Regulation (EU) 2018/302 on geo-blocking, article 3; the points are our convention.",
)
def market_access(trail: Trail, context: Context) -> Verdict:
    """Who comes from another EU country may look into the shop of his choice, and is led to another only if he agrees.

    A robot asks from one place, so that this is seen by language alone; what a script or a foreign address would
    bring is not. A start page in the visitor's own language within the same shop is common and costs nothing, and
    no shop is obliged to deliver everywhere.
    """
    home = trail.first(PageKind.HOME)
    seen = next(iter(context.recording.probes(MarketSeen)), None)
    if seen is None or home is None:
        return unknown("not-asked")
    served = [one for one in seen.answers if one.status is not None and one.status < 400]
    turned_away = [one for one in seen.answers if one.status in REFUSED]
    if len(served) + len(turned_away) < COMPARED or not served:
        return unknown("refused", (Evidence(page=home.id, excerpt=seen.url),))
    usual = _usual(served, context.site.url)
    moved = [one for one in served if not same_page(one.landed, usual.landed)]
    away = [one for one in moved if one.elsewhere or not (in_other_words(one, usual) or one.stays)]
    sure_away = [one for one in away if one.confirmed]
    blocked = [one for one in turned_away if one.confirmed]
    if blocked:
        return _told(failed("blocked", rule="blocked"), blocked, home)
    if sure_away:
        return _led_away(sure_away, home, context.site.url)
    if away or turned_away:
        return _told(unknown("unsure"), [*away, *turned_away], home)
    return _told(passed("own-language" if moved else "same"), moved or served, home)


def _usual(served: Sequence[MarketAnswer], home: str) -> MarketAnswer:
    """Choose what others are told apart from: the audited home page, else a page of the same site."""
    same = [one for one in served if same_page(one.landed, home)]
    return next(iter((*same, *(one for one in served if not one.elsewhere), *served)))


def _led_away(away: Sequence[MarketAnswer], page: Visit, home: str) -> Verdict:
    """Judge the worst of the places that visitors are led to."""
    shown = [(one, ways_back(one, home)) for one in away if one.facts]
    dead_ends = [one for one, ways in shown if not ways]
    stuck = [one for one in away if any(same_page(one.landed, end.landed) for end in dead_ends)]
    if stuck:
        return _told(failed("no-way-back", score=WITHOUT, rule="no-way-back"), stuck, page)
    ways = tuple(dict.fromkeys(label for _one, labels in shown for label in labels[:2]))
    return _told(warned("led-away", score=WITH_WAY_BACK, rule="led-away"), away, page, ways)


def _told(verdict: Verdict, answers: Sequence[MarketAnswer], page: Visit, ways: tuple[str, ...] = ()) -> Verdict:
    """Put into a verdict which languages it speaks of, and where they were led."""
    places = {one.landed: one for one in reversed(answers)}
    where = (
        Evidence(page=page.id, excerpt=f"{one.status} {at}", screenshot=one.screenshot) for at, one in places.items()
    )
    return replace(
        verdict,
        evidence=tuple(where)[:MOST_PLACES],
        value={one.language: one.landed for one in answers},
        data={
            "languages": tuple(SPOKEN.get(one.language, one.language) for one in answers),
            "place": answers[0].landed,
            "status": answers[0].status,
            "ways": ways,
        },
        confidence=Confidence.MEDIUM,
        basis=Basis.PAGE,
        n=len(answers),
    )
