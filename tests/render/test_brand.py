"""A report bears one name only, its brand's, and the brand's colours can be read."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from auditor.brand import DARK, LIGHT, Brand, Colour, contrast, load_brand, readable
from auditor.model import Audit
from auditor.render import paper_foot, render_report, render_summary
from auditor.settings import SettingsError
from tests.render.audits import broken_audit, rich_audit
from tests.render.pictures import picture
from tests.render.sample_checks import SAMPLE_CHECKS
from tests.source_tree import ROOT

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><script>alert(1)</script></svg>'
NAME = "Tmi <Tee & Kahvi>"
BRAND = Brand(
    NAME, "data:image/svg+xml;base64,AA==", "tee@tee.example", "Luottamuksellinen", Colour("#123456", "#abcdef")
)
DECLINED = "The shop's robots.txt asks cx-audit by name to stay away, so nothing was visited."


def _written(tmp_path: Path, text: str, logo: str | bytes = SVG, name: str = "logo.svg") -> Path:
    (tmp_path / name).write_bytes(logo.encode() if isinstance(logo, str) else logo)
    path = tmp_path / "brand.toml"
    path.write_text(text, "utf-8")
    return path


def _report(audit: Audit, brand: Brand | None = BRAND, lang: str = "en") -> str:
    return render_report(  # the folder's name makes the command that a branded report must not show
        audit, checks=SAMPLE_CHECKS, lang=lang, picture=picture, brand=brand, folder="20261121T120500Z"
    )  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["fi", "en"])
@pytest.mark.parametrize("audit", [rich_audit(), broken_audit("declined", DECLINED)], ids=["whole", "declined"])
def test_no_other_name_leaks(audit: Audit, lang: str) -> None:
    told = [
        _report(audit, lang=lang),
        render_summary(audit, checks=SAMPLE_CHECKS, lang=lang, brand=BRAND),  # type: ignore[arg-type]
        paper_foot(audit, lang=lang, brand=BRAND),  # type: ignore[arg-type]
    ]

    assert [text for text in told if "cx-audit" in text.lower() or "cx audit" in text.lower()] == []


def test_the_brand_stands_at_head_and_foot() -> None:
    page = BeautifulSoup(_report(rich_audit()), "lxml")

    assert [img["alt"] for img in page.select("header img")] == [NAME]
    assert f"{NAME} · tee@tee.exampleLuottamuksellinen" in page.select_one("footer").get_text()  # type: ignore[union-attr]
    assert NAME in BeautifulSoup(paper_foot(rich_audit(), lang="fi", brand=BRAND), "lxml").get_text()


def test_without_a_brand_the_program_is_named() -> None:
    assert "cx-audit 0.1.0" in _report(rich_audit(), None)


def test_a_logo_is_a_picture_whose_scripts_do_not_run(tmp_path: Path) -> None:
    brand = load_brand(_written(tmp_path, 'name = "Tee"\nlogo = "logo.svg"\n'))

    page = BeautifulSoup(_report(rich_audit(), brand), "lxml")

    assert brand.logo.startswith("data:image/svg+xml;base64,")
    assert "alert(" not in str(page)
    assert quote("alert(") not in str(page)


@pytest.mark.parametrize(
    ("text", "logo", "told"),
    [
        ('name = "T"\nlogoo = "x"', SVG, "the key logoo is not known; did you mean logo?"),
        ('name = "T"\n[colours]\nacent = "#123456"', SVG, "the key colours.acent is not known; did you mean accent?"),
        ('name = "T"\n[colours]\naccent = "blue"', SVG, "colours.accent: String should match pattern"),
        ('contact = "x"', SVG, "name: Field required"),
        ('name = "T"\nlogo = "none.svg"', SVG, "cannot be read: No such file or directory."),
        ('name = "T"\nlogo = "logo.svg"', b"\xff\xd8\xff\xe0", "is no picture of a known kind: use SVG, PNG or WebP."),
        ('name = "T"\nlogo = "logo.svg"', SVG + " " * 200_000, "is larger than 200 kB."),
        ("name = ", SVG, "is not valid TOML"),
    ],
)
def test_a_brand_that_cannot_be_used_is_told(tmp_path: Path, text: str, logo: str | bytes, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_brand(_written(tmp_path, text, logo))

    assert told in str(caught.value)


@pytest.mark.parametrize("colour", ["#ffff00", "#0b5563", "#000000", "#ffffff", "#777777", "#ff0000", "#00f"])
@pytest.mark.parametrize("grounds", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_is_made_readable(colour: str, grounds: tuple[str, ...]) -> None:
    used = readable(colour, grounds)

    assert min(contrast(used, ground) for ground in grounds) >= 4.5


def test_the_example_can_be_used_as_it_is() -> None:
    brand = load_brand(ROOT / "examples" / "brand" / "brand.toml")

    assert (brand.name, brand.mended) == ("Asiakaspolku Oy", ())
    assert brand.logo.startswith("data:image/svg+xml;base64,")


def test_a_colour_that_can_be_read_is_left_alone() -> None:
    assert readable("#0b5563", LIGHT) == "#0b5563"


def test_a_moved_colour_is_told(tmp_path: Path) -> None:
    brand = load_brand(_written(tmp_path, 'name = "T"\n[colours]\naccent = "#ffcc00"\n'))

    assert brand.accent is not None
    assert brand.accent.dark == "#ffcc00"
    assert [told.partition("colours.")[2] for told in brand.mended] == [
        f"accent: #ffcc00 is hard to read on light pages (under 4.5:1), so {brand.accent.light} is used."
    ]
