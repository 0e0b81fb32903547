"""cx-audit on a real shop that nobody wrote for it: django-oscar, guests let in or not, in English and in Finnish."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from auditor.model import Audit, DeepEnd, GuestValue, ViewportName
from auditor.store import read_audit
from tests.integration.oscar_shop import Counts, RunningShop
from tests.shops.compare import WALK_FACTS, Answer, Row, compare
from tests.source_tree import ROOT

pytestmark = pytest.mark.integration

SHOPS = ["oscar_guest_en", "oscar_account_en", "oscar_guest_fi", "oscar_account_fi"]
TRUTH: dict[str, Any] = tomllib.loads((Path(__file__).parent / "oscar_shop" / "truth.toml").read_text(encoding="utf-8"))
PROGRAM = "import sys; from auditor.cli import main; sys.exit(main())"
WITHOUT_PLAYWRIGHT = f"import sys; sys.modules['playwright'] = None; {PROGRAM}"
SECONDS = 600
# All that is done with one shop is done by one worker, which starts it.
EACH_SHOP = [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in SHOPS]


@dataclass(frozen=True)
class Seen:
    """A shop's audit, its folder, and what the shop held before and after."""

    shop: RunningShop
    folder: Path
    audit: Audit
    before: Counts
    after: Counts

    @property
    def truth(self) -> dict[str, Any]:
        """What is true of this shop, in the form of the other shops' truth files."""
        kind = "guest" if self.shop.guest_checkout else "account"
        return {**TRUTH[kind], "facts": {**TRUTH["facts"], **TRUTH[kind]["facts"]}}


def cx(program: str, *args: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, args)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module", params=EACH_SHOP)
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """Audit each of the four shops once, through the command line, without timed loads; the first with all probes.

    Shops that differ from an audited one by their door alone are walked only.
    """
    shop = request.getfixturevalue(request.param)
    assert isinstance(shop, RunningShop)
    folder = tmp_path_factory.mktemp("oscar") / "audit"
    before = shop.counts()
    probes = () if request.param == SHOPS[0] else ("--no-probes",)
    whole = ("--samples", "0", "--pages", "6", *probes) if shop.guest_checkout else ("--only", "walk")
    done = cx(PROGRAM, "run", shop.url, "--out", folder, "--json", *whole)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["complete"]
    return Seen(shop, folder, read_audit(folder), before, shop.counts())


def rows_of(seen: Seen) -> list[Row]:
    return [row for row in compare(seen.truth, seen.audit) if row.counted]


def test_the_way_the_door_and_the_guest_are_right_on_both_screens(seen: Seen) -> None:
    rows = [row for row in rows_of(seen) if row.fact in WALK_FACTS]

    assert [row for row in rows if row.answer is not Answer.RIGHT] == []
    assert len(rows) == 2 * len(WALK_FACTS)


def test_the_product_is_the_first_that_can_be_bought_and_the_same_on_both_screens(seen: Seen) -> None:
    names = TRUTH["names"][seen.shop.language]
    products = [journey.product for journey in seen.audit.journeys.values()]

    assert [product.name if product else None for product in products] == [names["product"]] * 2


def test_no_fact_is_wrong(seen: Seen) -> None:
    assert [row for row in rows_of(seen) if row.answer is Answer.WRONG] == []


def test_nothing_was_ordered_and_the_baskets_were_emptied(seen: Seen) -> None:
    before, after = seen.before, seen.after

    assert (after.orders, after.users, after.reviews, after.alerts, after.mails) == (
        before.orders,
        before.users,
        before.reviews,
        before.alerts,
        before.mails,
    )
    assert after.lines == before.lines
    assert [journey.cart_cleared for journey in seen.audit.journeys.values()] == [True, True]


def test_judge_and_report_need_no_browser_and_judging_twice_gives_the_same_bytes(seen: Seen) -> None:
    first = (seen.folder / "audit.json").read_bytes()

    judged = cx(WITHOUT_PLAYWRIGHT, "judge", seen.folder)
    second = (seen.folder / "audit.json").read_bytes()
    again = cx(WITHOUT_PLAYWRIGHT, "judge", seen.folder)
    reported = cx(WITHOUT_PLAYWRIGHT, "report", seen.folder, "--lang", seen.shop.language)

    assert (judged.returncode, again.returncode, reported.returncode) == (0, 0, 0), judged.stderr + reported.stderr
    assert first == second == (seen.folder / "audit.json").read_bytes()
    assert f'lang="{seen.shop.language}"' in (seen.folder / "report.html").read_text("utf-8")


def test_the_shop_had_nothing_to_complain_of(seen: Seen) -> None:
    assert seen.shop.log() == ""


@pytest.mark.xdist_group(SHOPS[0])
def test_a_deep_checkout_goes_up_to_the_order_button_and_orders_nothing(
    oscar_guest_en: RunningShop, tmp_path: Path
) -> None:
    before, walk_only = oscar_guest_en.counts(), ("--only", "walk", "--viewport", "desktop", "--deep-checkout")

    done = cx(PROGRAM, "run", oscar_guest_en.url, "--out", tmp_path / "audit", *walk_only)

    assert done.returncode == 0, done.stderr
    after, walk = oscar_guest_en.counts(), read_audit(tmp_path / "audit").journeys[ViewportName.DESKTOP]
    assert (after.orders, after.users, after.mails, after.lines) == (
        before.orders,
        before.users,
        before.mails,
        before.lines,
    )
    assert walk.deep
    assert [step.pressed for step in walk.deep.steps] == ["Continue", "Continue", "Continue", ""]
    assert (walk.deep.ended, walk.deep.order_button) == (DeepEnd.ORDER_BUTTON_SEEN, "Place order")
    assert (walk.deep.guest, walk.deep.total, walk.cart_cleared) == (GuestValue.GUEST, "€34.90", True)
