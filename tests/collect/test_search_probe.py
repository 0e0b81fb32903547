from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

from auditor.collect.arrival.pace import Pace
from auditor.collect.closer_look import Visitor
from auditor.collect.crawling.key_pages import Addresses
from auditor.collect.page.browser import Launched
from auditor.collect.probes import search
from auditor.collect.probes.probing import Probing
from auditor.collect.probes.queries import head_noun, mistyped, queries_for, same_kind
from auditor.collect.probes.search import SEARCH
from auditor.collect.recorder import Notebook
from auditor.model import ConsentChoice, QueryKind, SearchAsked, VisitorInfo
from auditor.settings import RecordSettings
from auditor.store import AuditFolder
from tests.shops.kit import Request, Response, Shop, html, redirect, serve

WHO = VisitorInfo(locale="fi-FI", timezone="Europe/Helsinki", consent=ConsentChoice.ACCEPT)
GOODS = ("Aino villapaita", "Eino villapaita", "Kuu löylykauha", "Aalto puukulho", "Sumu pellavapyyhe")


@pytest.mark.parametrize(
    ("name", "others", "language", "noun"),
    [
        ("Hilla-emalimuki", ("Astiat ja mukit", "Koti"), "fi", "emalimuki"),
        ("Villapaita Aino sininen", ("Villasukat",), "fi", "villapaita"),
        ("KARHU Fusion 2.0 -kengät", ("KARHU Legacy -kengät",), "fi", "kengät"),
        ("Beanie with Logo", ("Cap", "Belt"), "en", "beanie"),
        ("Blue Ceramic Mug", ("Red Ceramic Plate",), "en", "ceramic"),
        ("Yellow Duck", ("Green Duck", "Red Duck"), "en", "duck"),
        ("Tröja Sten", ("Tröja Vind", "Byxor"), "sv", "tröja"),
        ("XL 42", (), "fi", ""),
    ],
)
def test_the_word_that_others_share_says_what_it_is(
    name: str, others: tuple[str, ...], language: str, noun: str
) -> None:
    assert head_noun(name, others, language) == noun


def test_queries_are_made_of_name_and_noun() -> None:
    asked = {one.kind: one.text for one in queries_for("Kuu löylykauha (uusi)", "löylykauha", "fi")}

    assert asked == {
        QueryKind.EXACT: "Kuu löylykauha",
        QueryKind.TYPO: "löylyakuha",
        QueryKind.INFLECTED: "löylykauhaa",
        QueryKind.FOLDED: "loylykauha",
        QueryKind.NONSENSE: "qxzvkwpj",
    }


def test_a_short_noun_is_not_mistyped_and_a_plain_one_not_folded() -> None:
    assert [one.kind for one in queries_for("Muki", "muki", "et")] == [QueryKind.EXACT, QueryKind.NONSENSE]


def test_two_neighbours_are_swapped_that_differ() -> None:
    assert [mistyped(word) for word in ("emalimuki", "tossut", "aaab")] == ["emalmiuki", "tosust", "aaba"]


def test_the_kind_is_known_by_its_beginning() -> None:
    assert same_kind("villapaita", "Aino-villapaidat, harmaa")
    assert same_kind("löylykauha", "Kuu LOYLYKAUHA")
    assert not same_kind("villapaita", "Villasukat")
    assert not same_kind("", "Villasukat")


EMPTY = "<h1>Haku</h1><p>Ei hakutuloksia.</p>"


@dataclass
class Searched(Shop):
    """A shop whose search takes words as they are.

    With ``back_to_form`` a lone hit is opened, and a search without hits leads back to the form, which says so once and
    shows a product.
    """

    back_to_form: bool = False

    search: str = '<form action="/haku"><input type="search" name="q" placeholder="Hae tuotteita"></form>'

    def handle(self, request: Request) -> Response:
        """Answer one request; the empty cart in the header must not be taken for an empty answer."""
        bar = f'<header><a href="/">Kauppa</a> <a href="/kori">0 tuotetta</a>{self.search}</header>'
        if request.path == "/haku":
            asked = request.query.get("q", "").lower()
            hits = [name for name in GOODS if asked in name.lower()]
            if self.back_to_form and len(hits) == 1:
                return redirect(f"/tuote/{GOODS.index(hits[0])}")
            if self.back_to_form and not hits:
                request.session["told"] = True
                return redirect(f"/hakulomake?{urlencode({'q': asked})}")
            inside = "".join(map(_card, hits)) if hits else EMPTY
        elif request.path == "/hakulomake":
            inside = (EMPTY if request.session.pop("told", False) else "<h1>Haku</h1>") + _card(GOODS[0])
        elif request.path.startswith("/tuote/"):
            name = GOODS[int(request.path.rsplit("/", 1)[1])]
            inside = f'<h1>{name}</h1><p>29,00 €</p><form method="post"><button>Lisää ostoskoriin</button></form>'
        else:
            inside = "<h1>Tervetuloa</h1>" + "".join(map(_card, GOODS))
        return html(f'<html lang="fi"><title>Kauppa</title>{bar}<main>{inside}</main>')


def _card(name: str) -> str:
    picture = '<img alt="" width="90" height="90">'
    return f'<div class="card"><a href="/tuote/{GOODS.index(name)}">{picture}<h3>{name}</h3></a><p>29,00 €</p></div>'


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask every query on a busy machine, too: what is asked within a probe's budget is tested with the probes."""
    monkeypatch.setattr(search, "SECONDS", 90.0)


async def asked(launched: Launched, url: str, product: str | None, folder: Path) -> dict[QueryKind, SearchAsked]:
    visitor = Visitor(launched, RecordSettings(), WHO, url, Pace(0), lambda _url: False)
    notebook = Notebook(AuditFolder.create(folder))
    probing = Probing(visitor, notebook, Addresses(url, product=product), lambda _url: True)
    return {one.kind: one async for one in SEARCH.look(probing) if isinstance(one, SearchAsked)}


@pytest.mark.browser
@pytest.mark.parametrize("back_to_form", [False, True])
async def test_a_search_that_takes_words_as_they_are(launched: Launched, tmp_path: Path, back_to_form: bool) -> None:
    with serve(Searched(back_to_form=back_to_form)) as home:
        seen = await asked(launched, f"{home}/", f"{home}/tuote/2", tmp_path)

    assert {kind: (one.found, one.results) for kind, one in seen.items()} == {
        QueryKind.EXACT: (True, 1),
        QueryKind.TYPO: (False, 0),
        QueryKind.INFLECTED: (False, 0),
        QueryKind.FOLDED: (False, 0),
        QueryKind.NONSENSE: (None, 0),
    }
    assert seen[QueryKind.EXACT].suggestions is False
    assert all(one.visit for one in seen.values())
