"""Mutes and words given by hand: what they change, what they leave as it is, and when they end."""

from datetime import date
from pathlib import Path

import pytest

from auditor.amendments import Amendments, FactByHand, MutedFinding, load_amendments, stale
from auditor.judge import NOTHING_AMENDED, judge
from auditor.model import Audit, Outcome
from auditor.registry import load_checks
from auditor.score import stage_scores
from auditor.settings import Profile, SettingsError
from tests.checks.recorded import TODAY, page, recording

HOME = page("home", "<p>Tervetuloa kauppaan</p>")
NEXT_YEAR = date(2027, 11, 22)
WORD = FactByHand(
    check="contact-channels", score=100, value={"phone": "+358 9 1234567"}, author="Anna", reason="Soitin."
)


def judged(amendments: Amendments = NOTHING_AMENDED, day: date = TODAY) -> Audit:
    return judge(
        recording(HOME), load_checks(), Profile(), duties_as_of=day, tool_version="test", amendments=amendments
    )


def contact(audit: Audit) -> Outcome:
    return next(one.outcome for one in audit.results if one.check == "contact-channels")


def test_a_muted_finding_stays_with_its_reason_and_its_points() -> None:
    before = judged()
    key = next(one.key for one in before.findings if one.check == "contact-channels")

    after = judged(Amendments(mute=(MutedFinding(key=key[:12], reason="Uusi numero tulee."),)))

    assert [one.muted.reason for one in after.findings if one.muted] == ["Uusi numero tulee."]
    assert after.stages == before.stages


def test_a_mute_ends_after_its_last_day() -> None:
    key = judged().findings[0].key
    mute = Amendments(mute=(MutedFinding(key=key, reason="Hetken", until=TODAY),))

    assert [bool([one for one in judged(mute, day).findings if one.muted]) for day in (TODAY, NEXT_YEAR)] == [
        True,
        False,
    ]


def test_a_word_given_by_hand_counts_and_keeps_what_the_robot_said() -> None:
    audit = judged(Amendments(fact=(WORD,)))

    result = next(one for one in audit.results if one.check == "contact-channels")
    assert (result.outcome, result.score, result.value) == (Outcome.PASSED, 100, {"phone": "+358 9 1234567"})
    assert result.by_hand is not None
    assert (result.by_hand.author, result.by_hand.outcome) == ("Anna", Outcome.FAILED)
    assert not [one for one in audit.findings if one.check == "contact-channels"]


def test_scores_are_made_of_what_was_settled_by_hand() -> None:
    gone = FactByHand(check="contact-channels", not_applicable=True, author="Anna", reason="Ei koske.")

    audit = judged(Amendments(fact=(gone,)))

    assert contact(audit) is Outcome.NOT_APPLICABLE
    assert audit.stages == stage_scores(audit.results)


def test_what_ran_out_or_fits_nothing_is_told() -> None:
    amendments = Amendments(
        mute=(
            MutedFinding(key="0123456789ab", reason="vanha"),
            MutedFinding(key="ba9876543210", reason="ohi", until=date(2026, 1, 1)),
        ),
        fact=(FactByHand(check="no-such-check", score=50, author="Anna", reason="?"),),
    )

    told = stale(amendments, judged().findings, ["contact-channels"], TODAY)

    assert [text.split(":")[0] for text in told] == [
        "The mute of 0123456789ab fits no finding any more",
        "The mute of ba9876543210 ran out on 2026-01-01",
        "There is no check called no-such-check, on which Anna has given a word.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[mute]]\nkey = 'abc'\nreason = 'x'", "mute.0.key"),
        ("[[mute]]\nkey = '0123456789ab'\nreson = 'x'", "did you mean reason?"),
        ("[[fact]]\ncheck = 'a'\nauthor = 'b'\nreason = 'c'", "either a score"),
        ("[[fact]]\ncheck = ", "not valid TOML"),
    ],
)
def test_a_file_that_cannot_be_used_names_the_key(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "ignore.toml"
    file.write_text(text, "utf-8")

    with pytest.raises(SettingsError, match=said.replace("?", r"\?")):
        load_amendments(file)


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "ignore.toml"
    file.write_text(
        "[[mute]]\nkey = '0123456789ab'\nreason = 'Ensi kuussa'\nuntil = 2026-12-31\n"
        "[[fact]]\ncheck = 'guest-checkout'\nviewport = 'mobile'\nscore = 100\nvalue = 'guest'\n"
        "author = 'Anna'\nreason = 'Kokeilin itse.'\n",
        "utf-8",
    )

    amendments = load_amendments(file)

    assert amendments.mute[0].until == date(2026, 12, 31)
    assert amendments.fact[0].outcome is Outcome.PASSED
