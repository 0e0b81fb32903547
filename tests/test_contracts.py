"""The public contract: the JSON Schema of audit.json, and the values that CONTRACTS 3 fixes.

The schema is generated. After a change of the model: ``.venv/bin/python -m tests.test_contracts``.
"""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from auditor.model import Audit, DoorKind, JourneyOutcome, Outcome, Stage
from auditor.registry import load_checks
from tests.checks.recorded import DESKTOP, MOBILE, audit, loads, page, recording, walk

NAME = "audit.schema.json"
CARD = {
    "add-to-cart-works",
    "checkout-fields",
    "click-depth",
    "contact-channels",
    "guest-checkout",
    "https-everywhere",
    "layout-shift",
    "load-lcp",
    "load-ttfb",
    "mobile-overflow",
    "mobile-tap-targets",
    "mobile-text-size",
    "mobile-viewport",
    "newsletter-signup",
    "payment-methods",
    "return-policy-visible",
    "reviews-shown",
    "site-search",
    "structured-data-product",
    "wishlist",
}
SHOP = recording(
    page("home", '<footer><a href="/palautukset">Palautukset</a></footer>'),
    page("home", viewport=MOBILE),
    page("product"),
    page("returns", "<main>Voit palauttaa tuotteen 30 päivän kuluessa.</main>", url="/palautukset"),
    page("checkout", "<main><input name='email' type='email'></main>", id="door"),
    journeys={DESKTOP: walk(door={"guest_visit": "door"}), MOBILE: walk()},
    loads=loads(lcp_ms=2000.0),
)


def generated() -> str:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Audit.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def test_the_schema_is_that_of_the_model() -> None:
    kept = files("auditor").joinpath(NAME).read_text("utf-8")

    assert kept == generated(), "run .venv/bin/python -m tests.test_contracts"


def test_an_audit_is_read_back_as_it_was_written() -> None:
    written = audit(SHOP).model_dump_json()

    assert Audit.model_validate_json(written).model_dump_json() == written


def test_the_format_is_one() -> None:
    assert json.loads(audit(SHOP).model_dump_json())["format"] == 1


def test_the_checks_of_the_first_landing_are_there() -> None:
    assert {one.id for one in load_checks()} >= CARD


def test_every_result_points_at_pages_that_are_listed() -> None:
    made = audit(SHOP)
    known = {one.id for one in made.pages}

    assert {evidence.page for one in made.results for evidence in one.evidence} <= known
    assert {one.page for one in made.results if one.page} <= known


def test_unknown_has_a_reason_and_no_score() -> None:
    unsure = [one for one in audit(SHOP).results if one.outcome in {Outcome.UNKNOWN, Outcome.ERROR}]

    assert unsure
    assert all(one.score is None and one.reason_unknown for one in unsure)


def test_scores_and_outcomes_agree() -> None:
    scored = [one for one in audit(SHOP).results if one.score is not None]
    expected = {
        one.score: "passed" if one.score >= 90 else "warning" if one.score >= 50 else "failed" for one in scored
    }

    assert [one.outcome for one in scored] == [expected[one.score] for one in scored]


@pytest.mark.parametrize(
    ("check", "keys"),
    [
        ("return-policy-visible", {"url", "content", "days", "from", "clicks"}),
        ("contact-channels", {"email", "phone", "form", "chat", "address", "hours"}),
        ("payment-methods", {"checkout", "logos"}),
    ],
)
def test_the_shapes_of_values(check: str, keys: set[str]) -> None:
    (only,) = audit(SHOP, check).results

    assert isinstance(only.value, dict)
    assert set(only.value) == keys


@pytest.mark.parametrize(
    "check", ["site-search", "newsletter-signup", "reviews-shown", "wishlist", "structured-data-product"]
)
def test_presence_is_true_or_false(check: str) -> None:
    (only,) = audit(SHOP, check).results

    assert isinstance(only.value, dict)
    assert isinstance(only.value["present"], bool)


def test_the_words_of_the_contract() -> None:
    assert [str(one) for one in Stage] == ["awareness", "consideration", "purchase", "use", "loyalty"]
    assert [str(one) for one in Outcome] == ["passed", "warning", "failed", "unknown", "not-applicable", "error"]
    assert len(DoorKind) == 7
    assert len(JourneyOutcome) == 18


if __name__ == "__main__":
    Path(str(files("auditor").joinpath(NAME))).write_text(generated(), encoding="utf-8")
