import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result

LINK = '<footer><a href="/returns">Palautukset</a></footer>'
STEPS = """<ol><li>Täytä palautuslomake sivun alaosassa.</li><li>Pakkaa tuote siististi takaisin.</li>
<li>Vie paketti lähimpään automaattiin.</li></ol>"""
FORM = "<form><label>Tilausnumero<input name='n'></label><label>Sähköposti<input name='e'></label></form>"
FULL = f"<main><p>Palautus on maksuton.</p><p>Saat palautuskoodin.</p>{STEPS}{FORM}</main>"


def judged(body: str, lang: str = "fi") -> tuple[int | None, object]:
    only = result("returns-portal", recording(page("home", LINK), page("returns", body, lang=lang)))
    return only.score, only.value


def test_all_four_pass() -> None:
    only = result("returns-portal", recording(page("home", LINK), page("returns", FULL)))

    assert (only.outcome, only.score) == (Outcome.PASSED, 100)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<main><p>Voit palauttaa 14 päivän kuluessa.</p></main>", set()),
        ("<main><p>Ilmainen vaihto uuteen kokoon.</p></main>", set()),
        ("<main><p>Free exchange of sizes.</p></main>", set()),
        ("<main><p>Free returns with the prepaid return label in your parcel.</p></main>", {"label", "free"}),
        ('<main><a href="/r">Start your return</a></main>', {"form"}),
        ("<main><p>Palautus ei ole ilmainen. Paketissa ei ole palautustarraa.</p></main>", set()),
        ("<main><p>We do not offer free returns. No return label is included.</p></main>", set()),
        ("<main><p>Ingen retursedel följer med, och returen är inte gratis.</p></main>", set()),
        ("<main><p>Viallisen tuotteen palautus on maksuton.</p></main>", set()),
        ('<main><a href="https://kauppa.easycom.io/">Retur</a></main>', {"form"}),
        ("<main><p>Step 1: pack it</p><p>Step 2: print it</p><p>Step 3: post it</p></main>", {"steps"}),
        ("<main><p>Fri retur. Returetikett ligger i paketet.</p></main>", {"label", "free"}),
        ("<main><p>Return postage costs you nothing. We will send you a label.</p></main>", {"label", "free"}),
    ],
)
def test_each_is_seen_by_itself(body: str, found: set[str]) -> None:
    _score, value = judged(body)

    assert {name for name, there in value.items() if there} == found


def test_no_page_fails_and_an_unread_one_is_unknown() -> None:
    assert result("returns-portal", recording(page("home", "<p>Hei</p>"))).outcome is Outcome.FAILED
    assert result("returns-portal", recording(page("home", LINK))).outcome is Outcome.UNKNOWN
