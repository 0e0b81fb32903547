"""The language that a page declares, before any browser has opened it."""

import pytest

from auditor.collect.arrival.visitor import language_tag


@pytest.mark.parametrize(
    ("html", "tag"),
    [
        ('<!doctype html><html lang="fi">', "fi"),
        ("<HTML class=no-js LANG='en_GB'><head>", "en-GB"),
        ("<!--[if IE]><html lang='en'><![endif]--><html lang=sv>", "sv"),
        ('<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="x" lang="de-AT">', "de-AT"),
        ('<html lang="{{ lang }}">', ""),
        ('<html data-lang="fi"><p lang="en">x</p>', ""),
        ("", ""),
    ],
)
def test_the_language_of_the_html_element(html: str, tag: str) -> None:
    assert language_tag(html) == tag
