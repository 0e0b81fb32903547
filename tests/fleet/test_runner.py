from __future__ import annotations

import shutil

import pytest

from auditor.store.history import begin, rebuild
from auditor.store.history.outbox import waiting_messages
from auditor.store.run_file import read_run
from tests.fleet.conftest import MONDAY, Shops

# apprise asks for a module that newer Pythons lack, and has its own for them.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

FIRST = "shop0.example/20261123T030000Z"


def test_the_same_week_run_twice_gives_one_audit(shops: Shops) -> None:
    shops.write("", "")

    assert shops.states() == ["committed", "committed"]
    assert shops.states(hours=1) == []
    assert shops.audits() == shops.kept() == [FIRST, "shop1.example/20261123T030000Z"]


def test_the_next_week_gives_the_next_audit(shops: Shops) -> None:
    shops.write("")
    shops.run()
    shops.run(weeks=1)

    assert shops.audits() == [FIRST, "shop0.example/20261130T030000Z"]


def test_the_audit_keeps_the_record_of_its_run(shops: Shops) -> None:
    shops.write("", more="owner = 'Tuula'\ntags = ['client']")
    shops.run()

    record = read_run(shops.folder / "audits" / FIRST)

    assert record is not None
    assert (record.site, record.owner, record.tags, record.attempt) == ("shop0.example", "Tuula", ("client",), 1)
    assert record.scheduled_at == MONDAY.replace(hour=3)


def test_a_dead_shop_is_asked_again_later_and_told_at_last(shops: Shops) -> None:
    shops.write("dead", more="notify = ['json://127.0.0.1:9/nobody']")

    assert shops.states() == ["again"]
    assert shops.states(minutes=9) == []
    assert shops.states(minutes=1) == ["again"]
    assert shops.kept() == []
    (told,) = shops.run(hours=1)
    assert (told.state, told.problem) == ("committed", "dead")
    with begin(shops.engine) as connection:
        assert len(waiting_messages(connection, shops.now.replace(hour=23))) == 1


def test_a_shop_that_answers_again_is_not_told_as_dead(shops: Shops) -> None:
    shops.write("dead-once")
    shops.run()

    (told,) = shops.run(minutes=10)

    assert (told.state, told.problem, shops.state().attempt) == ("committed", "", 2)


def test_an_audit_that_was_not_finished_is_made_again_once(shops: Shops) -> None:
    shops.write("unfinished")

    assert shops.states() == ["again"]
    assert shops.states() == ["committed"]


def test_a_full_disk_leaves_no_half_audit_and_is_tried_again(shops: Shops) -> None:
    shops.write("full")

    (told,) = shops.run()

    assert told.state == "environment"
    assert told.sentence.endswith("the disk is full.")
    assert shops.kept() == []
    shops.write("")
    assert shops.states(minutes=30) == ["committed"]


def test_what_is_wrong_with_one_site_does_not_stop_the_next(shops: Shops) -> None:
    shops.write("", "", more="")
    text = (shops.folder / "sites.toml").read_text()
    (shops.folder / "sites.toml").write_text(text.replace("shop0.example/'", "shop0.example/'\nbudget = 'none.toml'"))

    told = {one.site: (one.state, one.sentence) for one in shops.run()}

    assert told["shop1.example"] == ("committed", "")
    assert told["shop0.example"][0] == "environment"
    assert "none.toml does not exist" in told["shop0.example"][1]


def test_a_run_of_a_lost_database_is_known_from_its_folder(shops: Shops) -> None:
    shops.write("")
    shops.run()
    (shops.folder / "audits/history.db").unlink()
    rebuild(shops.engine, shops.folder / "audits")

    assert shops.states() == []


def test_without_the_index_a_committed_run_is_not_made_again(shops: Shops) -> None:
    shops.write("")
    shops.run()
    before = (shops.folder / "audits" / FIRST / "audit.json").stat().st_mtime_ns
    (shops.folder / "audits/history.db").unlink()

    assert shops.states() == ["committed"]
    assert (shops.folder / "audits" / FIRST / "audit.json").stat().st_mtime_ns == before


def test_old_audits_are_pruned_but_for_the_last_good_one(shops: Shops) -> None:
    shops.write("", more="keep = 1")
    shops.run()
    shops.run(weeks=1)
    assert shops.kept() == ["shop0.example/20261130T030000Z"]
    shops.write("dead", more="keep = 1")
    for wait in (1.0, 1 / 144, 1 / 24):
        shops.run(weeks=wait if wait == 1 else 0, days=0 if wait == 1 else wait)

    assert shops.kept() == ["shop0.example/20261130T030000Z", "shop0.example/20261207T030000Z"]


def test_an_audit_that_was_removed_by_hand_keeps_nothing_else_from_being_pruned(shops: Shops) -> None:
    shops.write("", more="keep = 2")
    shops.run()
    shops.run(weeks=1)
    shutil.rmtree(shops.folder / "audits" / FIRST)

    assert [shops.states(weeks=1) for _ in range(2)] == [["committed"], ["committed"]]
    assert shops.kept() == shops.audits() == ["shop0.example/20261207T030000Z", "shop0.example/20261214T030000Z"]


@pytest.mark.parametrize("jobs", [1, 3])
def test_shops_of_one_domain_are_not_audited_at_once(shops: Shops, jobs: int) -> None:
    (shops.folder / "sites.toml").write_text(
        "[defaults]\nschedule = '0 3 * * MON'\n"
        + "".join(f"[[sites]]\nurl = 'https://{name}.shop.example'\n" for name in ("a", "b"))
    )

    shops.run(jobs)

    begun = [line.split(":")[0] + (" begins" if "auditing" in line else " ends") for line in shops.lines]
    assert begun in (
        ["a.shop.example begins", "a.shop.example ends", "b.shop.example begins", "b.shop.example ends"],
        ["b.shop.example begins", "b.shop.example ends", "a.shop.example begins", "a.shop.example ends"],
    )
