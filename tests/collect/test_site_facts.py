"""What a shop is called where it does not say so itself."""

from __future__ import annotations

import pytest

from auditor.collect.arrival.site_facts import read_site, shared_name
from auditor.collect.page.browser import Launched


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (("Etusivu | Kuura", "Mukit | Kuura", "Yhteystiedot | Kuura"), "Kuura"),
        (("Etusivu", "Mukit – Etusivu", "Tarina – Etusivu"), ""),
        (("Kuura", "Mukit"), ""),
    ],
)
def test_pages_share_the_name_of_their_shop(titles: tuple[str, ...], name: str) -> None:
    assert shared_name(titles) == name


@pytest.mark.browser
@pytest.mark.parametrize(
    ("title", "name"),
    [("Etusivu – Kuura Design", "Kuura Design"), ("Etusivu", "Kuuran tunnus"), ("Hem", "Kuuran tunnus")],
)
async def test_a_word_for_the_home_page_names_no_shop(launched: Launched, title: str, name: str) -> None:
    tab = await launched.browser.new_page()
    await tab.set_content(f"<title>{title}</title><header><img alt='Kuuran tunnus'></header><h1>Tervetuloa</h1>")

    facts = await read_site(tab, {}, "")
    await tab.close()

    assert facts.name == name
