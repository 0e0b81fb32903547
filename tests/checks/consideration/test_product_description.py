import pytest

from auditor.model import GoodsCard, Outcome, PageKind
from tests.checks.consideration.goods import product
from tests.checks.recorded import Page, page, recording, result

BUY = "<p><b>18,90 €</b></p><button>Lisää ostoskoriin</button>"
FI = "Muki on poltettu teräksestä emaliksi ja se kestää nuotion kuumuuden sekä arjen kolhut vuodesta toiseen hyvin. "
EN = "This mug is made of enamelled steel and stands both the heat of a camp fire and the knocks of every day. "
SPECS = "<table>{}</table>".format("".join(f"<tr><th>Tieto {n}</th><td>arvo {n}</td></tr>" for n in range(4)))
SHARED = "<p>Toimitamme kaikki tuotteet nopeasti kotiin asti ja palautus on aina helppoa kaikille asiakkaillemme.</p>"

HEADING = "<h2>2 reviews for Beanie with Logo</h2>"


def pages(first: str, second: str = f"<h2>Huivi</h2><p>{FI.replace('Muki', 'Huivi')}</p>") -> tuple[Page, Page]:
    return (
        product(f"<main>{BUY}{first}</main>"),
        product(f"<main>{BUY}{second}</main>", name="Huivi", url="/huivi", part="probe"),
    )


def long(text: str, times: int = 7) -> str:
    words = text.split()
    return "".join(f"<p>{' '.join(words[n:] + words[:n])}.</p>" for n in range(times))


@pytest.mark.parametrize("text", [FI, EN])
def test_a_long_text_with_specifications_passes(text: str) -> None:
    body = f"<h2>Kuvaus</h2><h3>Hoito</h3>{long(text)}{SPECS}"
    only = result("product-description", recording(*pages(body, body.replace("Muki", "Huivi").replace("mug", "scarf"))))

    assert only.outcome is Outcome.PASSED


def test_one_empty_sentence_fails() -> None:
    only = result("product-description", recording(*pages("<p>Hyvä tuote.</p>", "<p>Hieno huivi.</p>")))

    assert (only.outcome, only.score, only.message) == (Outcome.FAILED, 0, "none")


def test_what_every_product_page_says_describes_none() -> None:
    only = result("product-description", recording(*pages(SHARED * 1, SHARED)))

    assert (only.outcome, only.value["words"]) == (Outcome.FAILED, [0, 0])


def test_one_product_under_two_addresses_is_one() -> None:
    canonical = '<link rel="canonical" href="https://kauppa.example/muki">'
    body = f"<main>{BUY}<h2>Muki</h2>{long(FI)}</main>"
    twins = (product(body, head=canonical), product(body, url="/lista/muki", head=canonical, part="crawl"))

    value = result("product-description", recording(*twins)).value
    assert isinstance(value, dict)
    assert (len(value["words"]), value["shared"]) == (1, 0.0)


def test_text_folded_into_a_tab_counts() -> None:
    folded = f"<div hidden>{long(FI)}{SPECS}</div>"
    only = result("product-description", recording(*pages(folded, folded.replace("Muki", "Huivi"))))

    assert only.score is not None
    assert only.score >= 90


def test_what_a_list_repeats_of_one_product_still_describes_it() -> None:
    listed = page("category", f"<main><h1>Mukit</h1><p>{FI}</p></main>")
    only = result("product-description", recording(*pages(f"<p>{FI}</p>"), listed))

    assert only.value["words"] == [len(FI.split())] * 2


@pytest.mark.parametrize("kind", [PageKind.HOME, PageKind.OTHER])
def test_what_home_or_a_page_of_news_repeats_of_a_lone_product_still_describes_it(kind: PageKind) -> None:
    frame = "<p>Ilmainen toimitus kaikille yli viidenkymmenen euron tilauksille.</p>"
    teaser = "<p>Kolme desiä ja puoli, kestää nuotion ja tiskikoneen.</p>"
    others = (
        page(kind, f"<main>{teaser}</main>{frame}", url="/uutta"),
        page(PageKind.CONTACT, f"<h1>Yhteys</h1>{frame}", url="/yhteys"),
        page(PageKind.TERMS, f"<h1>Ehdot</h1>{frame}", url="/ehdot"),
    )
    only = result("product-description", recording(product(f"<main>{BUY}{teaser}</main>{frame}"), *others))

    assert only.value["words"] == [8]


def test_what_a_list_shares_with_every_product_describes_none() -> None:
    listed = page("category", f"<main><h1>Mukit</h1>{SHARED}</main>")
    only = result("product-description", recording(*pages(SHARED, SHARED), listed))

    assert (only.value["words"], only.value["shared"]) == ([0, 0], 0)


@pytest.mark.parametrize(("href", "words"), [("", len(FI.split())), ("/huivi", 0)])
def test_the_only_card_without_an_address_is_the_product_itself(href: str, words: int) -> None:
    cards = (GoodsCard(name="Kuvaus", href=href, text=f"Kuvaus {FI}"),)
    mug = product(f"<main>{BUY}<p>{FI}</p></main>", goods={"cards": cards})

    assert result("product-description", recording(mug, pages("")[1])).value["words"][0] == words


def test_reviews_describe_nothing() -> None:
    review = (
        "<div class='review-item'>Hieno muki, joka kestää kaikkea ja jota olen käyttänyt monta vuotta joka päivä.</div>"
    )
    only = result("product-description", recording(*pages(review, "<p>Hieno huivi.</p>")))

    assert only.score == 0


def test_a_lone_product_with_some_text_is_never_failed() -> None:
    only = result("product-description", recording(product(f"<main>{BUY}<p>{FI}</p><p>{EN}</p></main>")))

    assert (only.outcome, only.confidence, only.message) == (Outcome.WARNING, "low", "short-alone")


def test_a_page_without_a_body_is_unknown() -> None:
    made = page("product")
    made.html = ""

    assert result("product-description", recording(made)).outcome is Outcome.UNKNOWN


def test_the_product_that_is_named_is_the_one_whose_words_are_counted() -> None:
    short = pages("<p>Hyvä ja kestävä muki retkelle ja kotiin.</p>", "<p>Hieno ja lämmin huivi talveen.</p>")
    only = result("product-description", recording(*short))

    assert (only.value["words"], only.data["name"], only.data["words"]) == ([7, 5], "Huivi", 5)
    assert only.evidence[0].excerpt == "Hieno ja lämmin huivi talveen."


def test_the_heading_over_the_reviews_describes_nothing() -> None:
    told = "<p>Hyvä ja kestävä muki retkelle.</p>"
    bare, headed = (result("product-description", recording(*pages(told, f"{told}{more}"))) for more in ("", HEADING))

    assert bare.value["words"] == headed.value["words"]


def test_variants_with_pages_of_their_own_share_their_words() -> None:
    bodies = [f"<main>{BUY}<p>{EN}</p></main>"] * 2
    blue, red = (
        product(body, name=f"Camp Fire Mug - {name}", url=f"/{name}", part="probe")
        for body, name in zip(bodies, ("blue", "red"), strict=True)
    )
    other = product(f"<main>{BUY}<p>{FI}</p></main>", name="Huivi", url="/huivi", part="probe")
    only = result("product-description", recording(blue, red, other))

    assert only.value["words"] == [len(EN.split()), len(EN.split()), len(FI.split())]


def test_neither_breadcrumbs_nor_stars_describe_a_product() -> None:
    crumbs = '<p><a href="/">Etusivu</a> › <a href="/k">Mukit ja kupit</a> › Retkimuki</p>'
    more = f"{crumbs}<p>★★★★★ Oikein hyvä ja kestävä muki.</p>"
    bare, full = (
        result("product-description", recording(*pages(FI, f"<p>Hyvä ja kestävä muki retkelle.</p>{one}")))
        for one in ("", more)
    )

    assert bare.value["words"] == full.value["words"]


def test_one_product_in_two_lists_is_one_without_a_canonical_address() -> None:
    body = f"<main>{BUY}<h2>Muki</h2>{long(FI)}</main>"
    twins = (product(body, url="/muki.html"), product(body, url="/keittio/muki.html", part="crawl"))

    assert len(result("product-description", recording(*twins)).value["words"]) == 1


def test_tabs_in_a_list_of_terms_are_no_specifications() -> None:
    tabs = f"<dl><dt>Kuvaus</dt><dd><h2>Tiedot</h2><p>{FI}</p></dd><dt>Väri</dt><dd>Sininen</dd></dl>"
    value = result("product-description", recording(*pages(tabs, tabs.replace("Muki", "Huivi")))).value

    assert value["words"] == [len(FI.split())] * 2
