from __future__ import annotations

from pathlib import Path

import pytest

from auditor.fleet.secrets import secret
from auditor.fleet.sites import Fleet, load_sites
from auditor.settings import SettingsError

WHOLE = """
audits = "kept"
jobs = 2

[defaults]
schedule = "0 6 * * TUE"
notify = ["env:CHAT"]
record.samples = 1
record.pages = 5

[[sites]]
url = "https://teetupa.example"
name = "Tuulan Teetupa"
owner = "Tuula"
tags = ["client", "food"]
languages = ["fi", "sv"]
competitors = ["kahvila"]
profile = "strict.toml"
record.pages = 9
[sites.access]
auth = "env:TEETUPA"

[[sites]]
url = "kahvila.example:8080"
id = "kahvila"
notify = []
"""


def read(tmp_path: Path, text: str) -> Fleet:
    (tmp_path / "sites.toml").write_text(text)
    return load_sites(tmp_path / "sites.toml")


def test_what_a_site_leaves_out_is_filled_in(tmp_path: Path) -> None:
    fleet = read(tmp_path, WHOLE)
    teetupa, kahvila = fleet.sites

    assert (teetupa.id, kahvila.id) == ("teetupa.example", "kahvila")
    assert (teetupa.schedule, teetupa.record.samples, teetupa.record.pages) == ("0 6 * * TUE", 1, 9)
    assert (kahvila.record.pages, kahvila.notify, teetupa.notify) == (5, (), ("env:CHAT",))
    assert (fleet.audits, teetupa.profile) == (tmp_path / "kept", tmp_path / "strict.toml")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "names no site"),
        ("[[sites]]\nurl = 'a.example'\nshedule = ''", r"sites\.0\.shedule is not known; did you mean schedule"),
        ("[[sites]]\nname = 'a'", r"sites\.0\.url: Field required"),
        ("[defaults]\nkeeps = 3\n[[sites]]\nurl = 'a.example'", r"defaults\.keeps is not known; did you mean keep"),
        ("[[sites]]\nurl = 'a.example'\nrecord.sample = 3", r"record\.sample is not known; did you mean samples"),
        ("[[sites]]\nurl = 'a.example'\nschedule = '0 25 * * *'", r"no schedule \(bad hour\): write it as cron does"),
        ("[[sites]]\nurl = 'a.example'\ntimezone = 'Helsinki'", "write it like Europe/Helsinki"),
        ("[[sites]]\nurl = 'a.example'\nblackout = ['22-6']", "write them like 22:00-06:30"),
        ("[[sites]]\nurl = 'a.example'\nlanguages = ['de']", r"languages\.0: Input should be 'fi', 'sv' or 'en'"),
        ("[[sites]]\nurl = 'ftp://a.example'", "is not the address of a web shop"),
        ("[[sites]]\nurl = 'https://me:pw@a.example'", "do not belong in the address"),
        ("[[sites]]\nurl = 'a.example'\n[[sites]]\nurl = 'https://a.example'", "Two sites have the id a.example"),
        ("[[sites]]\nurl = 'a.example'\nid = 'prune'", "The id 'prune' is not usable"),
        ("[[sites]]\nurl = 'a.example'\nid = '../a'", "is not usable"),
        ("[[sites]]\nurl = 'a.example'\n[[sites]]\nurl='b.example'\ncompetitors = ['a.exmple']", "mean a.example"),
        ("[[sites]]\nurl = 'a.example'\naccess.auth = 'me:hunter2'", "the secret itself does not belong"),
        ("[[sites]]\nurl = 'a.example'\nrecord.access.auth = 'me:hunter2'", "by reference"),
        ("[[sites]]\nurl = 'a.example'\nnotify = ['slack://token/of/mine']", "env:NAME or file:PATH"),
        ("[[sites]]\nurl = 'a.example'\nnotify = ['json://me:hunter2@h/']", "env:NAME or file:PATH"),
        ("database = 'postgresql://me:hunter2@h/x'\n[[sites]]\nurl = 'a.example'", "database: write env:NAME"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_key(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(SettingsError, match=sentence) as told:
        read(tmp_path, text)

    assert "hunter2" not in str(told.value)


def test_an_unknown_site_is_told_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="did you mean kahvila"):
        read(tmp_path, WHOLE).shop("kahvla")


def test_a_secret_is_fetched_where_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "chat").write_text("slack://a/b/c\n")
    monkeypatch.setenv("CHAT", "json://127.0.0.1/x")

    assert secret("env:CHAT") == "json://127.0.0.1/x"
    assert secret("file:chat", tmp_path) == "slack://a/b/c"
    assert secret("json://h/x") == "json://h/x"


@pytest.mark.parametrize("reference", ["env:CX_NOT_THERE", "file:not-there"])
def test_a_secret_that_is_not_there_is_told(tmp_path: Path, reference: str) -> None:
    with pytest.raises(SettingsError, match="which the sites file names"):
        secret(reference, tmp_path)
