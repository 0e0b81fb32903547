"""One check within one stage as a card: what was seen, where, why it matters and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model import ByHand, CheckResult, Confidence, Evidence, Finding, Outcome, Stage
from auditor.view.desk import Desk, advice_of, sentence_of, title_of
from auditor.view.names import CERTAINTIES, EFFORTS, NOTED, OUTCOMES, PAGES, SEVERITIES, VIEWPORTS
from auditor.view.pictures import Picture
from auditor.view.points import BAD, Row, least_sure
from auditor.view.references import Cited, cited
from auditor.view.safe import Address, address, clean
from auditor.view.searches import Search, searches_of

__all__ = [
    "Card",
    "Place",
    "Proof",
    "Sight",
    "anchor_of",
    "card_of",
]

MAX_PROOFS = 4
MAX_KEYS = 20
# So much of a finding's key is enough to name it in an ignore file.
KEY_SIGNS = 12
MAX_PLACES = 12
MAX_OFFENDERS = 8
MAX_EXCERPT = 240
MAX_SELECTOR = 400
MAX_SOURCE = 700


@dataclass(frozen=True)
class Place:
    """A page and screen where something was seen, with its score."""

    device: str
    page: str
    address: Address | None
    score: int | None


@dataclass(frozen=True)
class Proof:
    """What proves a result: an element, what it said, a picture."""

    where: str
    address: Address | None
    selector: str
    excerpt: str
    picture: Picture | None
    at_foot: bool = False


@dataclass(frozen=True)
class Sight:
    """One sentence of what was seen, with all the places where it holds."""

    outcome: Outcome
    outcome_text: str
    text: str
    value: str
    places: tuple[Place, ...]
    more_places: int
    proofs: tuple[Proof, ...]
    more_proofs: int
    offenders: tuple[tuple[str, str, str], ...]
    searches: tuple[Search, ...] = ()


@dataclass(frozen=True)
class Card:
    """A check's result in a stage, worded; how sure it is stands with a fault only."""

    anchor: str
    check: str
    title: str
    outcome: Outcome
    outcome_text: str
    severity: str
    severity_text: str
    confidence: Confidence | None
    certainty: str
    devices: str
    weight: str
    score: str
    points: str
    sights: tuple[Sight, ...]
    why: str
    source: tuple[Cited, ...]
    advice: str
    keys: tuple[str, ...] = ()
    muted: str = ""
    by_hand: tuple[str, ...] = ()
    effort: str = ""
    screens: tuple[str, ...] = ()

    @property
    def unsure(self) -> str:
        """Return the words for its certainty where it is not certain, else nothing."""
        return "" if self.confidence is Confidence.HIGH else self.certainty


def anchor_of(stage: Stage, check: str) -> str:
    """Return the name by which a link leads to a check's card."""
    return f"{stage}-{clean(check, 80)}"


def card_of(desk: Desk, row: Row, points: str) -> Card:
    """Word one row of a stage."""
    say, check = desk.say, desk.checks.get(row.check)
    first = row.results[0]
    bad = row.outcome in BAD
    confidence = least_sure(row.results) if bad else None
    return Card(
        anchor=anchor_of(row.stage, row.check),
        check=clean(row.check, 80),
        title=title_of(desk, row.check, row.outcome),
        outcome=row.outcome,
        outcome_text=say.t(OUTCOMES[row.outcome]),
        severity=str(first.severity),
        severity_text=say.t(SEVERITIES[first.severity]),
        confidence=confidence,
        certainty=say.t(CERTAINTIES[confidence]) if confidence else "",
        devices=_devices(desk, row, bad),
        weight=say.number(row.weight, 1),
        score=say.number(row.score) if row.score is not None else "",
        points=points,
        sights=tuple(_sight(desk, group) for group in _groups(desk, row)),
        why=say.t(check.why) if check else "",
        source=cited(clean(say.t(check.source), MAX_SOURCE)) if check else (),
        advice=advice_of(desk, row.check, row.results),
        keys=tuple(one.key[:KEY_SIGNS] for one in _findings(desk, row))[:MAX_KEYS],
        muted=_muted(desk, _findings(desk, row)),
        by_hand=tuple(dict.fromkeys(_by_hand(desk, one.by_hand) for one in row.results if one.by_hand)),
        effort=say.t(EFFORTS[check.effort]) if check and check.effort else "",
        screens=tuple(dict.fromkeys(str(one.viewport) for one in row.results if one.viewport)),
    )


def _findings(desk: Desk, row: Row) -> tuple[Finding, ...]:
    return tuple(one for one in desk.audit.findings if one.check == row.check and one.stage == row.stage)


def _muted(desk: Desk, findings: tuple[Finding, ...]) -> str:
    """Say why a fault is left alone; empty as long as one of its findings is not."""
    mutes = [one.muted for one in findings if one.muted]
    if not mutes or len(mutes) < len(findings):
        return ""
    t, first = desk.say.t, mutes[0]
    reason = clean(first.reason, MAX_EXCERPT)
    if first.until is None:
        return t("Left alone on purpose: {reason}", reason=reason)
    return t("Left alone on purpose until {day}: {reason}", day=desk.say.day(first.until), reason=reason)


def _by_hand(desk: Desk, said: ByHand) -> str:
    return desk.say.t(
        "Settled by hand by {author}: {reason} The robot had said: {outcome}.",
        author=clean(said.author, 80),
        reason=clean(said.reason, MAX_EXCERPT),
        outcome=desk.say.t(OUTCOMES[said.outcome]),
    )


def _devices(desk: Desk, row: Row, bad: bool) -> str:
    said = (one.viewport for one in row.results if not bad or one.outcome in BAD)
    names = dict.fromkeys(desk.say.t(VIEWPORTS[one]) for one in said if one)
    return ", ".join(names)


def _groups(desk: Desk, row: Row) -> list[tuple[str, list[CheckResult]]]:
    """Gather the results that say the same, the worst first."""
    groups: dict[tuple[Outcome, str], list[CheckResult]] = {}
    for result in row.results:
        groups.setdefault((result.outcome, sentence_of(desk, result)), []).append(result)
    order = list(OUTCOME_ORDER)
    ranked = sorted(groups.items(), key=lambda item: (order.index(item[0][0]), item[1][0].score or 0))
    return [(text, results) for (_outcome, text), results in ranked]


OUTCOME_ORDER = (
    Outcome.FAILED,
    Outcome.WARNING,
    Outcome.PASSED,
    Outcome.ERROR,
    Outcome.UNKNOWN,
    Outcome.NOT_APPLICABLE,
)


def _sight(desk: Desk, group: tuple[str, list[CheckResult]]) -> Sight:
    text, results = group
    first = results[0]
    places = tuple(dict.fromkeys(_place(desk, one) for one in results if one.viewport or one.page))
    proofs = list(dict.fromkeys(piece for one in results for piece in one.evidence))
    listed = {clean(one.selector, MAX_SELECTOR) for result in results for one in result.offenders}
    bad = first.outcome in BAD
    worded = [_proof(desk, first.check, piece, listed, pictured=bad) for piece in proofs[:MAX_PROOFS]]
    # A page that was visited twice says the same twice.
    shown = list({(one.where, one.address, one.selector, one.excerpt): one for one in reversed(worded)}.values())[::-1]
    return Sight(
        outcome=first.outcome,
        outcome_text=desk.say.t(OUTCOMES[first.outcome]),
        text=text,
        value=str(first.value) if isinstance(first.value, int | float) else "",
        places=places[:MAX_PLACES],
        more_places=max(0, len(places) - MAX_PLACES),
        proofs=tuple(proof for proof in shown if _adds(proof, placed=bool(places))),
        more_proofs=max(0, len(proofs) - MAX_PROOFS),
        offenders=tuple(
            dict.fromkeys(
                (clean(one.selector, MAX_SELECTOR), clean(one.text, 80), clean(_noted(desk, one.detail), 80))
                for result in results
                for one in result.offenders
            )
        )[:MAX_OFFENDERS],
        searches=searches_of(desk.say, desk.pages, results),
    )


def _place(desk: Desk, result: CheckResult) -> Place:
    page = desk.pages.get(result.page or "")
    return Place(
        device=desk.say.t(VIEWPORTS[result.viewport]) if result.viewport else "",
        page=desk.say.t(PAGES[page.kind]) if page else "",
        address=address(page.url) if page else None,
        score=result.score,
    )


def _adds(proof: Proof, *, placed: bool) -> bool:
    """Tell whether a proof shows more than the list of places does."""
    return bool(proof.selector or proof.excerpt or proof.picture or (proof.address and not placed))


def _proof(desk: Desk, check: str, piece: Evidence, listed: set[str], *, pictured: bool) -> Proof:
    """Word a piece of evidence; an element that is listed with its own figure is not told twice."""
    told = clean(piece.selector, MAX_SELECTOR) in listed
    page = desk.pages.get(piece.page)
    where = f"{desk.say.t(PAGES[page.kind])}, {desk.say.t(VIEWPORTS[page.viewport])}" if page else ""
    if where and piece.at_foot:
        where = desk.say.t("{where}, end of the page", where=where)
    alt = desk.say.t("Picture of what was seen: {what}", what=clean(piece.excerpt or piece.selector or check, 120))
    return Proof(
        where=where,
        address=address(page.url) if page else None,
        selector="" if told else clean(piece.selector, MAX_SELECTOR),
        excerpt="" if told else clean(piece.excerpt, MAX_EXCERPT),
        picture=_picture(desk, piece, alt) if pictured else None,
        at_foot=piece.at_foot,
    )


def _picture(desk: Desk, piece: Evidence, alt: str) -> Picture | None:
    """Return the window in which it was seen, cut to the element where its place is known."""
    page = desk.pages.get(piece.page)
    if page is None:
        return desk.album.show(piece.screenshot, alt)
    return desk.album.cut(piece.screenshot, alt, viewport=page.viewport, box=piece.box)


def _noted(desk: Desk, detail: str) -> str:
    """Word what a check noted of an element, part by part; other parts are names that stay as they are."""
    return ", ".join(desk.say.t(NOTED[part]) if part in NOTED else part for part in detail.split(", "))
