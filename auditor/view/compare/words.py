"""The words of a comparison's doubts and of its noise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditor.compare import Change, Comparison, Differs, Doubt
from auditor.compare.comparing import CHECK_NOISE, SCORE_NOISE
from auditor.view.names import CONSENT, PROBLEMS, mark
from auditor.view.safe import clean
from auditor.view.wording import DASH, Wording

__all__ = ["change_word", "doubt_of", "noise_words"]

MAX_VALUE = 120
DOUBTS: Mapping[Differs, str] = {
    Differs.PROBLEM: mark("Not every audit was made to its end."),
    Differs.COVERAGE: mark("Not as much could be assessed everywhere; only what both could assess is compared."),
    Differs.TOOL: mark(
        "The audits were made by different versions of the program, so scores are not compared. "
        "Judging the older recordings again makes them comparable."
    ),
    Differs.PROFILE: mark("The audits weigh the checks differently, so scores are not compared."),
    Differs.BROWSER: mark("The browsers differ, so speed is not compared."),
    Differs.NETWORK: mark("Pages were timed over different networks; only loads made in the same way are compared."),
    Differs.CONSENT: mark("The cookie question was answered differently; walks and pages may differ for that reason."),
    Differs.VISITOR: mark("The visitors' language or time zone differs; a shop may show each something else."),
    Differs.MACHINE: mark("The machines were not equally fast; times may differ for that reason alone."),
    Differs.PRODUCT: mark("Another product was taken to the checkout; some differences may come from that."),
    Differs.FEW_LOADS: mark("Pages were loaded only once somewhere, so their speed is shown but not compared."),
}


def change_word(say: Wording, change: Change, *, same_site: bool) -> str:
    """Word how an audit stands against the first; a competitor is better, a shop itself got better."""
    t = say.t
    told = {
        Change.BETTER: t("got better") if same_site else t("better"),
        Change.WORSE: t("got worse") if same_site else t("worse"),
        Change.SAME: t("no change") if same_site else t("no difference"),
        Change.UNKNOWN: t("not comparable"),
    }
    return told[change]


def doubt_of(say: Wording, doubt: Doubt, labels: Sequence[str]) -> tuple[str, str]:
    """Return what differs as a sentence, and its value in each audit."""
    values = [f"{label}: {_value(say, doubt.what, value)}" for label, value in zip(labels, doubt.values, strict=True)]
    return say.t(DOUBTS[doubt.what]), " · ".join(values)


def noise_words(say: Wording, comparison: Comparison) -> tuple[str, ...]:
    """Say what is taken for noise, and what is not judged at all."""
    t = say.t
    first = (
        t(
            "A stage has changed only if it moved by more than {points} points in the checks that both audits could "
            "assess, and a check only if it moved by more than {check}.",
            points=say.number(SCORE_NOISE),
            check=say.number(CHECK_NOISE),
        )
        if comparison.same_site
        else t(
            "A shop is ahead only if it has over {points} points more in the checks that both audits could assess, "
            "and in one check only with over {check} more.",
            points=say.number(SCORE_NOISE),
            check=say.number(CHECK_NOISE),
        )
    )
    speed = t(
        "A difference of speed that is smaller than the larger spread of the two, or than a margin of its own "
        "(100 ms; 0.02 for CLS; 50 ms for TBT; 20 kB; 2 requests), is no difference."
    )
    walk = t("The seconds of a walk are shown but not judged: it was walked once, and the machine has a share in them.")
    return (first, *((speed,) if comparison.speed else ()), *((walk,) if comparison.walks else ()))


def _value(say: Wording, what: Differs, value: str) -> str:
    if what is Differs.COVERAGE:
        return say.percent(float(value))
    if what is Differs.PROBLEM:
        return say.t(PROBLEMS[value]) if value in PROBLEMS else clean(value, MAX_VALUE) or say.t("complete")
    if what is Differs.CONSENT:
        return next((say.t(text) for choice, text in CONSENT.items() if choice == value), DASH)
    return clean(value, MAX_VALUE) or DASH
