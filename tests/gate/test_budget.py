"""Budgets as people write them, and what they are told where one cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.gate.budget import Strictness, checked, load_budget, required
from auditor.settings import SettingsError


def written(folder: Path, text: str) -> Path:
    file = folder / "budget.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_budget_is_read(tmp_path: Path) -> None:
    budget = load_budget(
        written(
            tmp_path,
            "[metrics]\nlcp_ms = 2500\ncls = {limit = 0.1, severity = 'warn'}\n[scores]\nsite = 80\n"
            "[[pages]]\npattern = '/p/*'\nlcp_ms = 3000\n[require]\nguest-checkout = 'guest'\n",
        )
    )

    assert budget.metrics.lcp_ms is not None
    assert budget.metrics.cls is not None
    assert (budget.metrics.lcp_ms.limit, budget.metrics.cls.severity) == (2500, Strictness.WARN)
    assert (budget.pages[0].pattern, budget.require) == ("/p/*", {"guest-checkout": "guest"})
    assert not budget.empty


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[metrics]\nlcp = 2500", "lcp_ms"),
        ("[metrics]\nlcp_ms = 'fast'", "lcp_ms"),
        ("[metrics]\nlcp_ms = -1", "lcp_ms"),
        ("[metric]\nlcp_ms = 2500", "metrics"),
        ("[[pages]]\nlcp_ms = 2500", "a pattern, a kind or a viewport"),
        ("[[pages]]\nkind = 'shop'\nlcp_ms = 2500", "kind"),
        ("[metrics\n", "not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_what_would_be_right(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        load_budget(written(tmp_path, text))


@pytest.mark.parametrize("text", ["[scores]\nguest-chekout = 90", "[require]\nguest-chekout = 'guest'"])
def test_a_name_that_is_no_check_is_named_with_the_nearest(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match="did you mean guest-checkout"):
        checked(load_budget(written(tmp_path, text)), ["guest-checkout", "click-depth"])


def test_requirements_of_the_command_line() -> None:
    found = required(["guest-checkout=guest", "contact-channels.phone=true", "checkout-fields=9"])

    assert found == {"guest-checkout": "guest", "contact-channels.phone": True, "checkout-fields": 9}


@pytest.mark.parametrize("pair", ["guest-checkout", "=guest", "guest-checkout="])
def test_a_requirement_without_both_sides_is_refused(pair: str) -> None:
    with pytest.raises(SettingsError, match="CHECK=VALUE"):
        required([pair])
