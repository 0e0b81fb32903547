"""The page scripts: the build and the package agree on them, and a missing one says what to do."""

from pathlib import Path

import pytest

from auditor import page_scripts
from auditor.page_scripts import Asset, AssetsMissingError, asset_path, assets_fresh
from hatch_build import ASSETS


def test_the_build_fetches_what_the_package_asks_for() -> None:
    assert {str(asset) for asset in Asset} == set(ASSETS)


@pytest.mark.parametrize("asset", Asset)
def test_every_asset_is_there_after_setup(asset: Asset) -> None:
    assert asset_path(asset).stat().st_size > 1000


def test_the_assets_of_this_checkout_are_fresh() -> None:
    assert assets_fresh()


def test_a_missing_asset_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_scripts, "_assets", lambda: tmp_path / "assets")

    with pytest.raises(AssetsMissingError, match="make setup"):
        asset_path(Asset.AXE)


def test_assets_of_another_lock_file_are_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assets = tmp_path / "auditor" / "assets"
    assets.mkdir(parents=True)
    for name in (*Asset, "STAMP"):
        (assets / name).write_text("0", encoding="ascii")
    monkeypatch.setattr(page_scripts, "_assets", lambda: assets)
    assert assets_fresh()

    (tmp_path / "package-lock.json").write_text("{}", encoding="ascii")

    assert not assets_fresh()


def test_licence_texts_travel_with_the_scripts() -> None:
    licences = asset_path(Asset.AXE).parent / "licenses"

    names = {path.name.split(".")[0] for path in licences.glob("*.LICENSE")}

    assert names >= {"axe-core", "duckduckgo-autoconsent", "third-party-web", "web-vitals"}
    assert (licences / "NOTICE").is_file()
