from importlib.metadata import EntryPoint

import pytest

from auditor.check import Check
from auditor.registry import DuplicateCheckError, load_checks

WISHLIST = "checks.loyalty.wishlist:wishlist"


def test_every_check_file_holds_the_check_it_is_named_after() -> None:
    assert all(one.id == one.body.__module__.rsplit(".", 1)[-1].replace("_", "-") for one in load_checks())


def test_checks_lie_in_the_folder_of_their_stage() -> None:
    assert all(one.body.__module__.split(".")[1] == one.stage for one in load_checks())


def test_checks_come_sorted_by_their_id() -> None:
    names = [one.id for one in load_checks()]

    assert names == sorted(set(names))


@pytest.mark.parametrize("one", load_checks(), ids=lambda one: one.id)
def test_texts_are_sentences(one: Check) -> None:
    assert all(
        text.endswith(".") for text in (*one.messages.values(), one.advice, *one.advice_for.values(), one.source)
    )
    assert not any(text.endswith(".") for text in (one.title, one.failure_title))
    assert one.title != one.failure_title
    assert set(one.advice_for) <= set(one.messages)


@pytest.mark.parametrize("one", load_checks(), ids=lambda one: one.id)
def test_nothing_from_memory_is_printed_as_a_fact(one: Check) -> None:
    assert "[M]" not in f"{one.source}{one.advice}{one.advice_for}{one.why}{one.messages}"


def test_every_check_says_how_much_work_its_mend_is() -> None:
    assert [one.id for one in load_checks() if one.effort is None] == []


def test_a_plugin_may_offer_what_is_there_already() -> None:
    same = EntryPoint("own", WISHLIST, "cx_audit.checks")

    assert load_checks([same]) == load_checks([])


def test_a_plugin_may_not_take_the_id_of_another_check() -> None:
    other = EntryPoint("other", "tests.judge.plugins:second_wishlist", "cx_audit.checks")

    with pytest.raises(DuplicateCheckError, match="two checks are called wishlist"):
        load_checks([other])


def test_a_plugin_may_offer_several_checks() -> None:
    many = EntryPoint("many", "tests.judge.plugins:several", "cx_audit.checks")

    assert {"first-of-two", "second-of-two"} <= {one.id for one in load_checks([many])}
