"""Configuration and profile: what is misspelt is told, with the nearest right word; nothing is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.cli.main import main
from auditor.collect.journey.kept_cart import KEPT_CART
from auditor.collect.probes import PROBES
from auditor.settings import PROBE_NAMES, load_settings

Capture = pytest.CaptureFixture[str]
PROFILES = {
    'off = ["guest-chekout"]': "names guest-chekout under off, which is no check; did you mean guest-checkout?",
    "[profile.weights]\ngust-checkout = 2": "names gust-checkout under weights, which is no check; did you mean guest",
    "[profile.options.load-lpc]\nlcp_mobile_p10 = 1": "names load-lpc under options, which is no check; did you mean",
    "[profile.options.load-lcp]\nlcp_mobil_p10 = 1": "no option of load-lcp; did you mean lcp_mobile_p10?",
    "[profile.options.guest-checkout]\nlimit = 1": "names limit, which is no option of guest-checkout; it has none.",
}
GOOD = '[profile]\noff = ["load-lcp"]\nweights = {guest-checkout = 2}\noptions = {layout-shift = {p10 = 0.2}}\n'


def written(folder: Path, text: str) -> str:
    path = folder / "profile.toml"
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.parametrize("text", PROFILES)
@pytest.mark.parametrize("command", ["run", "judge", "gate"])
def test_a_profile_names_what_is_there(command: str, text: str, tmp_path: Path, capsys: Capture) -> None:
    profile = written(tmp_path, f"[profile]\n{text}\n")
    shop = str(tmp_path) if command == "judge" else "https://shop.example"
    rules = ["--require", "guest-checkout=guest"] if command == "gate" else []

    code = main([command, shop, "--profile", profile, *rules])

    assert (code, PROFILES[text] in capsys.readouterr().err) == (2, True)


def test_a_profile_that_fits_is_taken(tmp_path: Path, capsys: Capture) -> None:
    code = main(["judge", str(tmp_path), "--profile", written(tmp_path, GOOD)])

    assert (code, "holds no recording" in capsys.readouterr().err) == (2, True)


def test_a_sites_file_is_checked_with_its_profiles(tmp_path: Path, capsys: Capture) -> None:
    written(tmp_path, '[profile]\noff = ["guest-chekout"]\n')
    sites = tmp_path / "sites.toml"
    sites.write_text('[[sites]]\nurl = "shop.example"\nprofile = "profile.toml"\n', "utf-8")

    code = main(["sites", "check", "--sites", str(sites)])

    told = "shop.example: The profile names guest-chekout under off, which is no check; did you mean guest-checkout?\n"
    assert (code, capsys.readouterr().err) == (2, told)


@pytest.mark.parametrize("command", ["check", "list"])
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('timezone = "Foo/Bar"', "'Foo/Bar' is no time zone: write it like Europe/Helsinki."),
        ('timezone = "Europe/Helsingfors"', "is no time zone; did you mean Europe/Helsinki?\n"),
        ('skip_probes = ["serch"]', "no probe is called serch; did you mean search?\n"),
    ],
)
def test_settings_of_a_site_are_read_as_strictly(
    command: str, line: str, told: str, tmp_path: Path, capsys: Capture
) -> None:
    sites, config = tmp_path / "sites.toml", tmp_path / "config.toml"
    sites.write_text(f'[[sites]]\nurl = "shop.example"\nrecord.{line}\n', "utf-8")
    config.write_text(f"[record]\n{line}\n", "utf-8")

    codes = [main(["sites", command, "--sites", str(sites)]), main(["run", "shop.example", "--config", str(config)])]

    assert codes == [2, 2]
    assert capsys.readouterr().err.count(told) == 2


def test_a_time_zone_of_the_command_line_is_there(capsys: Capture) -> None:
    code = main(["run", "shop.example", "--timezone", "Foo/Bar"])

    assert code == 2
    assert "--timezone: 'Foo/Bar' is no time zone: write it like Europe/Helsinki." in capsys.readouterr().err


def test_right_settings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[record]\ntimezone = "Europe/Tallinn"\nskip_probes = ["search", "kept-cart"]\n', "utf-8")

    settings, _profile = load_settings(path)

    assert (settings.timezone, settings.skip_probes) == ("Europe/Tallinn", ("search", "kept-cart"))


def test_the_probes_that_can_be_left_out_are_those_that_run() -> None:
    assert (*(probe.name for probe in PROBES), KEPT_CART) == PROBE_NAMES
