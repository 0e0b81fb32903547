"""What a recording left out stands on the method page, in the reader's language."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from auditor.model import Note, NoteText
from auditor.view.names import PARTS
from tests.render.audits import rich_audit
from tests.render.conftest import Render
from tests.source_tree import ROOT


def left_out(html: str, name: str) -> str | None:
    names = [one for one in BeautifulSoup(html, "lxml").select("#method dt") if one.get_text() == name]
    told = names[0].find_next_sibling("dd") if names else None
    return " ".join(told.get_text().split()) if told else None


@pytest.mark.parametrize(
    ("lang", "name", "told"),
    [
        ("en", "What was left out", "Timing ended because the browser failed: Target {crashed}."),
        ("fi", "Mitä jäi pois", "Ajanotto päättyi, koska selain kaatui: Target {crashed}."),
        ("sv", "Vad som utelämnades", "Tidtagningen avslutades eftersom webbläsaren kraschade: Target {crashed}."),
    ],
)
def test_a_note_is_worded_for_the_reader(lang: str, name: str, told: str, render: Render) -> None:
    note = NoteText.PART_FAILED.of(part="Timing", error="Target {crashed}")

    assert left_out(render(rich_audit(notes=(note,)), lang=lang), name) == told


def test_several_notes_stand_one_after_the_other_and_their_screens_have_names(render: Render) -> None:
    notes = (
        NoteText.OUT_OF_TIME.of(seconds=900.0),
        NoteText.NOT_LOOKED_AT.of(page="product", screen="mobile", problem="<b>gone</b>"),
    )

    assert left_out(render(rich_audit(notes=notes)), "What was left out") == (
        "The audit's time of 900 s ran out; what was seen by then is judged. "
        "Product page could not be looked at closely on Phone: <b>gone</b>."
    )


def test_where_nothing_was_left_out_nothing_is_said(render: Render) -> None:
    assert left_out(render(), "What was left out") is None


def test_a_note_is_kept_and_told_in_english() -> None:
    note = Note.model_validate_json(NoteText.OUT_OF_TIME.of(seconds=0.5).model_dump_json())

    assert str(note) == "The audit's time of 0.5 s ran out; what was seen by then is judged."


def test_every_part_that_a_recording_names_has_words() -> None:
    named = re.findall(r'_guarded\("([^"]+)"', (ROOT / "auditor/collect/stages.py").read_text("utf-8"))

    assert set(named) == set(PARTS)
