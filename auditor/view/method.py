"""How the audit was made: circumstances as pairs of name and value, and what a robot cannot know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Audit, ViewportName, gets_through
from auditor.model.line import line_of
from auditor.view.desk import Desk
from auditor.view.doubts import doubts_of
from auditor.view.names import CONSENT, OUTCOMES, PAGES, PARTS, STAGES, VIEWPORTS
from auditor.view.safe import clean

__all__ = ["ResultRow", "limits_of", "method_of", "results_of"]

MAX_RESULTS = 1500
# The words of a note that are no data of the shop: parts of an audit, kinds of pages, screens.
SPOKEN = {**PARTS, **{str(one): told for one, told in (*PAGES.items(), *VIEWPORTS.items())}}


@dataclass(frozen=True)
class ResultRow:
    """One result of one check on one page or screen, as it counts."""

    check: str
    stage: str
    screen: str
    page: str
    outcome: str
    score: str
    weight: str


def method_of(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Return the circumstances of the audit."""
    audit, say = desk.audit, desk.say
    t = say.t
    facts = [
        (t("Made"), _when(desk)),
        (t("Program"), clean(f"{audit.tool.name} {audit.tool.version}", 80)),
        (t("Browser"), _browser(desk)),
        (t("Visitor"), clean(f"{audit.visitor.locale}, {audit.visitor.timezone}", 80)),
        (t("Cookie question"), t("During the walk: {choice}.", choice=t(CONSENT[audit.visitor.consent]))),
        (t("Network and processor"), "; ".join(_networks(desk)) or t("Nothing was timed.")),
        (t("robots.txt"), _robots(desk)),
        (t("Machine"), _machine(desk)),
        (t("What makes the times uncertain"), " ".join(doubts_of(desk))),
        (t("Shop"), _shop(desk)),
        (t("What was left out"), " ".join(_notes(desk))),
        (t("Profile"), t("default") if audit.profile == "default" else clean(audit.profile, 80)),
        (t("Legal duties as of"), say.day(audit.duties_as_of)),
    ]
    return tuple(facts)


def limits_of(desk: Desk) -> tuple[str, ...]:
    """Return what a robot cannot know, said plainly."""
    audit, t = desk.audit, desk.say.t
    reached = any(gets_through(walk.outcome) for walk in audit.journeys.values())
    walked = t(
        "The walk stops at the first view of the checkout. Nothing was ordered, no account was opened and no "
        "personal data was sent, so payment, confirmation and delivery were not seen."
    )
    behind = t(
        "The walk went on behind the first view of the checkout with a made-up customer's address. Nothing "
        "was ordered, no account was opened and nobody's personal data was sent, so confirmation and delivery were "
        "not seen."
    )
    deep = any(walk.deep for walk in audit.journeys.values())
    timed = t(
        "Loading times come from a test on one machine with a slowed-down network. They are good for comparing; "
        "real customers' times differ."
    )
    one = t(
        "One product was taken to the checkout. "
        "Other products, campaigns and signed-in customers may meet something else."
    )
    known = t(
        "In the latest tests on made-up shops that the program had not met before, about one fact in five was wrong "
        "or unknown, and in the hardest set more than half: look at what matters before you act on it."
    )
    return (
        *(((behind,) if deep else (walked,)) if audit.journeys else ()),
        *((timed,) if audit.measurements else ()),
        *((one,) if reached else ()),
        *((known,) if audit.results else ()),
        t("What customers feel and what they buy is not seen here: surveys, analytics and interviews tell that."),
        t("A duty of law is reported as found or not found. It is not legal advice."),
    )


def results_of(desk: Desk) -> tuple[ResultRow, ...]:
    """Return every result that counts, so that each number can be worked out again."""
    say = desk.say
    ranked = sorted(desk.audit.results, key=lambda one: list(STAGES).index(one.stage))
    return tuple(
        ResultRow(
            clean(one.check, 80),
            say.t(STAGES[one.stage][0]),
            say.t(VIEWPORTS[one.viewport]) if one.viewport else "–",
            say.t(PAGES[desk.pages[one.page].kind]) if one.page and one.page in desk.pages else "–",
            say.t(OUTCOMES[one.outcome]),
            "–" if one.score is None else str(one.score),
            say.number(one.weight, 1),
        )
        for one in ranked[:MAX_RESULTS]
    )


def _when(desk: Desk) -> str:
    audit, say = desk.audit, desk.say
    start = say.moment(audit.started_at)
    if audit.finished_at is None:
        return say.t("{start}; not finished", start=start)
    minutes = max(1, round((audit.finished_at - audit.started_at).total_seconds() / 60))
    return say.t.plural("{start}; it took {n} minute", "{start}; it took {n} minutes", minutes, start=start)


def _browser(desk: Desk) -> str:
    browser = desk.audit.browser
    if browser is None:
        return desk.say.t("none was started")
    sandbox = "" if browser.sandbox else ", " + desk.say.t("without its sandbox")
    phone = "; " + desk.say.t("on the phone it names itself as Chrome on Android") if _on_phone(desk.audit) else ""
    return clean(f"{browser.name} {browser.version}, {browser.mode}", 120) + sandbox + phone


def _on_phone(audit: Audit) -> bool:
    return any(one.viewport is ViewportName.MOBILE for one in audit.pages)


def _networks(desk: Desk) -> list[str]:
    t = desk.say.t
    found = dict.fromkeys((one.viewport, _network(desk, one.network), one.cpu) for one in desk.audit.measurements)
    return [
        t(
            "{screen}: {network}, processor slowed to 1/{times}",
            screen=t(VIEWPORTS[screen]),
            network=network,
            times=desk.say.number(cpu, 1),
        )
        if cpu > 1
        else t("{screen}: {network}, processor at full speed", screen=t(VIEWPORTS[screen]), network=network)
        for screen, network, cpu in found
    ]


def _network(desk: Desk, told: str) -> str:
    """Word the figures of a slowed-down network; what is written in another way is shown as it is."""
    line, number = line_of(told), desk.say.number
    if line is None:
        return clean(told, 80)
    delay, down, up = (number(figure, 2) for figure in (line.delay_ms, line.down_kbit, line.up_kbit))
    return desk.say.t("delay {delay} ms, {down} kbit/s down and {up} kbit/s up", delay=delay, down=down, up=up)


def _robots(desk: Desk) -> str:
    robots, t = desk.audit.robots, desk.say.t
    if robots is None:
        return t("was not read")
    if not robots.found:
        return t("The shop has none.")
    told = [
        t("It names this program and asks it to stay away.")
        if robots.declined
        else t("It does not ask this program to stay away."),
        t("Looking through the pages was allowed.")
        if robots.crawl_allowed
        else t("Looking through the pages was not allowed, so only the walk was done."),
        t("The walk obeyed every rule of it.")
        if robots.policy == "strict"
        else t(
            "The rules for all robots held for looking through the pages; "
            "the walk obeys only rules that name this program."
        ),
    ]
    return " ".join(told)


def _notes(desk: Desk) -> Iterator[str]:
    """Word what the recording says of itself."""
    say = desk.say
    for note in desk.audit.notes:
        told = {name: SPOKEN.get(str(one)) for name, one in note.data.items()}
        yield say.fill(note.text, {**note.data, **{name: say.t(text) for name, text in told.items() if text}})


def _machine(desk: Desk) -> str:
    host, say = desk.audit.host, desk.say
    parts = [say.t.plural("{n} processor core", "{n} processor cores", host.cores)]
    if host.benchmark_index is not None:
        parts.append(say.t("speed index {index}", index=say.number(host.benchmark_index)))
    if host.load is not None:
        parts.append(say.t("load {load}", load=say.number(host.load, 2)))
    return ", ".join(parts)


def _shop(desk: Desk) -> str:
    site, locale = desk.audit.site, desk.say.t.locale
    languages = [locale.languages.get(code.split("-")[0].lower(), code) for code in site.languages]
    country = locale.territories.get(site.country, site.country) if site.country else ""
    parts = [site.name, ", ".join(dict.fromkeys(languages)), country, site.platform or ""]
    return clean(" · ".join(part for part in parts if part), 160)
