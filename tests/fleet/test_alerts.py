from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from auditor.fleet.alerts import Before, alerts_of, breaches_of
from auditor.gate.verdict import Status, Verdict
from auditor.model import BrowserInfo, JourneyOutcome, Stage, StageScore, ViewportName
from auditor.model.past import PastAudit, PastWalk
from auditor.model.run import Breach
from auditor.texts import translate

FIRST = datetime(2026, 11, 2, 6, tzinfo=UTC)
REACHED, MOBILE = JourneyOutcome.CHECKOUT_REACHED, ViewportName.MOBILE
TITLES = {"guest-checkout": "Checkout demands an account"}
SLOW = Breach(key="lcp_ms|home|mobile", noisy=True, sentence="lcp_ms, home: limit 2 500, measured 4 100.")
CLICKS = Breach(key="clicks_to_door|the walk|", noisy=False, sentence="clicks_to_door: limit 5, counted 7.")


def audit(purchase: int | None = 80, *, breaches: tuple[Breach, ...] = (), **changes: Any) -> Before:
    plain: dict[str, Any] = {
        "folder": "x",
        "started_at": FIRST,
        "tool_version": "1",
        "profile": "default",
        "browser": BrowserInfo(name="chromium", version="156.0", mode="headless-new"),
        "score": purchase,
        "coverage": 0.9,
        "stages": (StageScore(stage=Stage.PURCHASE, score=purchase, coverage=0.9),),
        "walks": {MOBILE: PastWalk(outcome=REACHED, clicks_to_door=5)},
        "speeds": (),
        "problem": "",
        "complete": True,
        "finding_keys": (),
        "critical": {"guest-checkout": False},
    }
    return Before(PastAudit.model_validate({**plain, **changes}), breaches)


def walked(outcome: JourneyOutcome) -> Before:
    return audit(walks={MOBILE: PastWalk(outcome=outcome, clicks_to_door=None)})


def critical(failed: bool | None) -> Before:
    return audit(critical={} if failed is None else {"guest-checkout": failed})


DEAD = audit(None, problem="dead", walks={}, stages=())
HALF = audit(None, complete=False, walks={}, stages=())
BROKEN, UNSURE = walked(JourneyOutcome.ADD_TO_CART_FAILED), walked(JourneyOutcome.OUT_OF_TIME)


def told(*history: Before, lang: str = "en") -> list[list[str]]:
    """Give the sentences of each audit of a history, each against those before it."""
    dated = [
        Before(one.audit.model_copy(update={"started_at": FIRST + timedelta(weeks=week)}), one.breaches)
        for week, one in enumerate(history)
    ]
    return [
        [one.sentence for one in alerts_of(now, dated[:week], translate(lang), TITLES.__getitem__)]
        for week, now in enumerate(dated)
    ]


def scores(*values: int | None) -> list[str]:
    return [" ".join(one) for one in told(*(audit(value) for value in values))]


def test_nothing_is_said_where_nothing_changed() -> None:
    assert told(audit(), audit(), audit()) == [[], [], []]


def test_a_shop_that_is_not_reached_is_told_once_and_its_return_too() -> None:
    assert told(audit(), DEAD, DEAD, audit(), audit()) == [
        [],
        ["The shop could not be audited. The shop could not be reached."],
        [],
        ["The shop can be audited again."],
        [],
    ]


def test_a_new_shop_that_is_not_reached_is_told() -> None:
    assert told(DEAD) == [["The shop could not be audited. The shop could not be reached."]]


def test_a_broken_path_is_told_at_once_and_once_and_its_mending_too() -> None:
    (first, broken, still, mended) = told(audit(), BROKEN, BROKEN, audit())

    assert (first, still) == ([], [])
    assert broken[0].startswith("Phone: a customer no longer reaches the checkout.")
    assert mended == ["Phone: a customer reaches the checkout again."]


@pytest.mark.parametrize("between", [UNSURE, HALF, DEAD])
def test_an_audit_that_could_not_tell_neither_alarms_nor_calms(between: Before) -> None:
    sentences = [
        len([one for one in each if "checkout" in one]) for each in told(audit(), between, BROKEN, between, BROKEN)
    ]

    assert sentences == [0, 0, 1, 0, 0]


def test_a_path_that_never_was_whole_is_not_news() -> None:
    assert told(BROKEN, BROKEN) == [[], []]


def test_a_new_critical_fault_is_told_once() -> None:
    assert told(critical(False), critical(True), critical(None), critical(True)) == [
        [],
        ["A new critical fault: Checkout demands an account."],
        [],
        [],
    ]


def test_a_fault_that_a_new_check_brings_is_not_news() -> None:
    assert told(critical(None), critical(True)) == [[], []]


def test_what_else_changed_is_said_beside_a_fault() -> None:
    renewed = Before(critical(True).audit.model_copy(update={"tool_version": "2"}))

    assert told(critical(False), renewed)[1] == [
        "A new critical fault: Checkout demands an account. "
        "The program has been renewed since the last audit, which may be the reason."
    ]


def test_the_sentences_speak_the_language_of_the_report() -> None:
    assert told(audit(), DEAD, lang="fi")[1][0].startswith("Kauppaa ei voitu auditoida.")


@pytest.mark.parametrize(
    ("history", "when"),
    [
        ((80, 60, 60, 60), [1]),  # far below: at once, and once
        ((80, 73, 80, 73), []),  # within the spread: noise
        ((80, 73, 73, 73), [2]),  # within the spread, twice
        ((80, 77, 76, 77), []),  # too little
        ((80, 81, 79, 80, 73), [4]),  # a shop that hardly moves: its own spread is known
        ((60, 80, 62, 81, 65), [2]),  # a shop that moves a lot: known after three audits
        ((80, None, 60), [2]),  # a score that was not known is passed over
    ],
)
def test_a_stage_falls_by_more_than_its_spread_or_twice(history: tuple[int | None, ...], when: list[int]) -> None:
    assert [week for week, sentence in enumerate(scores(*history)) if sentence] == when


def test_scores_of_another_browser_are_not_compared() -> None:
    other = BrowserInfo(name="chromium", version="157.0", mode="headless-new")

    assert told(audit(80), audit(40, browser=other)) == [[], []]


def budget(*history: Sequence[Breach]) -> list[int]:
    return [len(one) for one in told(*(audit(breaches=tuple(each)) for each in history))]


def test_a_limit_of_fact_is_told_at_once_and_one_of_speed_when_two_audits_agree() -> None:
    assert budget([], [CLICKS], [CLICKS], []) == [0, 1, 0, 1]
    assert budget([], [SLOW], [], [SLOW]) == [0, 0, 0, 0]
    assert budget([], [SLOW], [SLOW], [SLOW], []) == [0, 0, 1, 0, 1]


def test_words_of_the_shop_stay_short_and_on_their_line() -> None:
    hostile = Breach(key="contact-channels|fact|", noisy=False, sentence="seen:\n\u202e" + "x" * 9000)

    (sentence,) = told(audit(breaches=(hostile,)))[0]

    assert len(sentence) < 340
    assert not {"\n", "\u202e"} & set(sentence)


def test_what_was_not_measured_broke_no_limit() -> None:
    verdicts = [Verdict(status, "lcp_ms", "https://a/", "mobile", 2500, None, str(status)) for status in Status]

    assert [(one.sentence, one.noisy) for one in breaches_of(verdicts)] == [("breached", True)]
