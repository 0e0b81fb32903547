from __future__ import annotations

import pytest

from auditor.store import Scrubber


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://shop.example/p?token=abc&q=1", "https://shop.example/p?token=&q=1"),
        ("/p?sid=12;jsessionid=AA&keyword=tuoli", "/p?sid=;jsessionid=&keyword=tuoli"),
        ("/artikel.do;jsessionid=AA?id=3", "/artikel.do;jsessionid=?id=3"),
        ("https://shop.example/#access_token=zz", "https://shop.example/#access_token="),
        ("/login?next=%2Fcart%3Ftoken%3Dabc%26x%3D1", "/login?next=%2Fcart%3Ftoken%3D%26x%3D1"),
        ('"a?customerToken=9&amp;api_key=8&amp;color=red"', '"a?customerToken=&amp;api_key=&amp;color=red"'),
        ("https://me:secret@shop.example/x", "https://shop.example/x"),
        ("?author=me&monkey=1&passport=no", "?author=me&monkey=1&passport=no"),
        ("/tuote/8f14e45fceea167a5a36dedd4bea2543", "/tuote/8f14e45fceea167a5a36dedd4bea2543"),
        ("kirjoita osoitteeseen me@shop.example", "kirjoita osoitteeseen me@shop.example"),
    ],
)
def test_secrets_of_addresses_are_taken_out(text: str, expected: str) -> None:
    assert Scrubber().text(text) == expected


def test_the_audits_own_secrets_are_taken_out_of_everything() -> None:
    scrubber = Scrubber(("hunter2",))

    assert scrubber.data({"a": ["x hunter2 y", 3, None], "b": {"c": "hunter2"}}) == {
        "a": ["x removed y", 3, None],
        "b": {"c": "removed"},
    }


def test_hidden_tokens_of_forms_are_taken_out_and_other_fields_stay() -> None:
    page = '<input type="hidden" name="csrfmiddlewaretoken" value="abc"><input name="q" value="villa">'

    assert (
        Scrubber().html(page)
        == '<input type="hidden" name="csrfmiddlewaretoken" value=""><input name="q" value="villa">'
    )
