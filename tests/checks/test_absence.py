"""Who says that something is missing has to tell what was searched for it."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from auditor.model import CheckResult, Goods, NotFoundSeen, Outcome, Recording, Searched, SearchedPart
from auditor.registry import load_checks
from tests.checks.consideration.goods import card, product
from tests.checks.consideration.test_site_search import FIELD, WORKING, asked
from tests.checks.faultless import IN_ORDER, faultless
from tests.checks.purchase.test_delivery_options import ways
from tests.checks.recorded import DESKTOP, MOBILE, Page, audit, check_of, page, recording, result, walk

FAULTS = {Outcome.FAILED, Outcome.WARNING}
ABSENT = re.compile(
    r"\b(?:no|none|not|nor|neither|nothing)\b[^.;]*\b(?:found|seen|shown|tells?|events|invites?)\b"
    r"|\b(?:found|find) (?:no|neither|nothing|only)\b|\b(?:not find|not invite|missing|lacks|nothing|nobody)\b"
    r"|\b(?:has|have|holds?|is|offers?|says?|shows?)\b[^.;]*\b(?:no|neither)\b(?! (?:longer|more)\b)|\bbut none\b"
    r"|for the first time",
    re.IGNORECASE,
)
# What is said of a thing that the card itself shows, or in words that tell where it was looked for.
SHOWN = {
    "load-lcp blocking": "tells of files that were there",
    "market-access no-way-back": "shows the page that was come to",
    "broken-links unsaid": "lists the addresses",
    "broken-links external": "lists the addresses",
    "consent-before-tracking tags": "names the services",
    "consent-reject-parity no-way-back": "names the home page",
    "consent-reject-parity none": "shows the banner",
    "contact-form unlabelled": "lists the fields",
    "https-everywhere no-hsts": "reads the answer to one address",
    "guest-checkout account-wall": "shows the door",
    "mobile-viewport missing": "lists the pages",
    "newsletter-signup gaps": "shows the form",
    "not-found-page gaps": "shows the page that was asked for",
    "product-rich-media none": "shows the product whose pictures were pressed",
    "product-rich-media some": "shows the product whose pictures were pressed",
    "search-hreflang not-announced": "shows the pages in several languages",
    "search-indexable no-map": "names the two places",
    "site-search short": "tells the queries that were asked",
    "click-depth no-cart": "shows the steps up to the end of the walk",
    "click-depth no-way": "shows the steps up to the end of the walk",
    "express-checkout prepared": "names what the shop is prepared for",
    "first-screen-clear stuck": "shows the layer",
    "form-errors nameless": "lists the fields",
    "price-clear hidden": "shows the button beside which it was looked for",
    "price-truth-chain fee": "names the sum and shows the checkout",
    "product-description bare": "shows the description",
    "product-images no-text": "lists the pictures",
    "product-images none": "shows the product whose pictures were counted",
    "return-policy-visible form": "shows the page",
    "search-snippet no-description": "lists the pages",
    "search-snippet no-title": "lists the pages",
}
NAV = '<nav><a href="/kauppa">Kauppa</a><a href="/uutta">Uutta</a><a href="/ale">Ale</a></nav>'
FRAME = f'{NAV}<footer><a href="/medialle">Medialle</a></footer>'
GOODS = "<h1>Muki</h1><p>10,00 €</p><b>10,00 €</b><button>Lisää ostoskoriin</button>"
DOOR = "<main><form><input name='email' type='email'></form></main>"


def shop(*more: Page, home: str = "", goods: str = GOODS, door: str = DOOR, **site: object) -> Recording:
    """Make a shop whose pages have little more than a frame, walked to the door of its checkout."""
    return recording(
        page("home", FRAME + home),
        page("home", FRAME + home, viewport=MOBILE),
        page("category", f"{FRAME}<p>Kupit</p>", url="/kauppa"),
        product(FRAME + goods),
        page("checkout", door, id="door"),
        *more,
        journeys={DESKTOP: walk(door={"visit": "door", "guest_visit": "door"})},
        **site,
    )


REVIEW = "<h2>Arvostelut</h2><p>4,5/5</p><div class='review-item'>Hieno muki, suosittelen kaikille.</div>"
CUT = "<b>49,00 €</b><s>69,00 €</s><button>Lisää ostoskoriin</button>"
LD = '<script type="application/ld+json">{"@type":%s}</script>'
PRODUCT, OFFER = '"Product","name":"Muki"', '{"@type":"Offer","price":"10.00","priceCurrency":"EUR"}'
LIST = {"goods": Goods(cards=tuple(card(f"Muki {n}", f"/muki-{n}", "9 €") for n in range(13)))}
SORT, NARROW = "<label>Järjestä <select></select></label>", "<button>Rajaa</button>"
CART = page("cart", "<main><p>Muki 10,00 €</p></main>")
ABOUT = page("about", "<main><p>Olemme pieni kauppa pienessä kylässä meren rannalla.</p></main>", url="/meista")
QUESTIONS = page("faq", "<main><p>Kuinka voin maksaa?</p><p>Milloin tilaus tulee?</p></main>", url="/ukk")
CLUB = page("loyalty", "<main><h1>Kanta-asiakkuus</h1><p>Kanta-asiakkaana saat etuja.</p></main>")
TERMS = "<main><h1>Ehdot</h1><p>Voit palauttaa tuotteen 30 päivän kuluessa. Palautus on maksuton.</p></main>"
RETURNS = "<main><h1>Palautukset</h1><p>Voit palauttaa tuotteen 30 päivän kuluessa.</p></main>"
STEPS = "<p>1. Pakkaa tuote laatikkoon.</p><p>2. Liitä mukaan lomake.</p><p>3. Vie paketti postiin.</p>"
TO_RETURNS = '<a href="/returns">Palautukset</a>'
BARE = shop(CART)
# Faults that a bare shop does not have.
SCENES = {
    "accessibility-statement gaps": shop(page("accessibility", "<main><h1>Saavutettavuusseloste</h1></main>")),
    "brand-story gaps": shop(ABOUT),
    "category-filter narrows": shop(page("category", f"<main>{NARROW}</main>", facts=LIST)),
    "category-filter neither": shop(page("category", "<main><p>Kupit</p></main>", facts=LIST)),
    "category-filter sorts": shop(page("category", f"<main>{SORT}</main>", facts=LIST)),
    "come-back-reasons few": shop(home='<a href="/lahjakortti">Lahjakortti</a>'),
    "contact-channels few": shop(page("contact", "<main><p>asiakaspalvelu@kauppa.example</p></main>")),
    "delivery-options gaps": shop(door=ways("Kotiinkuljetus 8,90 €")),
    "delivery-time gaps": shop(CART, goods=f"{GOODS}<p>Toimitusaika 2–3 arkipäivää</p>"),
    "feedback-loop gaps": shop(home='<a href="/palaute">Anna palautetta</a>', goods=GOODS + REVIEW),
    "legal-pages gaps": shop(page("terms", TERMS)),
    "loyalty-programme gaps": shop(CLUB),
    "loyalty-programme instead": shop(home='<a href="/lahjakortti">Lahjakortti</a>'),
    "measurement-ready tool-only": shop(page("guide", "<p>Opas</p>", facts={"services": ("Google Analytics",)})),
    "mobile-parity missing": recording(
        page("home", FRAME + FIELD + TO_RETURNS + '<a href="/yhteystiedot">Yhteystiedot</a>'),
        page("home", FRAME, viewport=MOBILE),
    ),
    "nav-findability none": recording(page("home", "<p>Hei</p>"), page("home", "<p>Hei</p>", viewport=MOBILE)),
    "order-tracking told": shop(page("delivery", "<main><p>Saat seurantatunnuksen sähköpostiisi.</p></main>")),
    "payment-methods gaps": shop(door="<main><label><input type='radio' name='payment'>Kortti</label></main>"),
    "price-reduction-prior not-found": shop(goods=CUT),
    "price-reduction-prior some": shop(
        product(f"{CUT}<p>30 päivän alin hinta 59,00 €</p>", name="Huivi", url="/huivi"), goods=CUT
    ),
    "recommendations gaps": shop(CART, goods=f"{GOODS}<h2>Suosittelemme</h2><p>Kuppi</p><p>5,00 €</p>"),
    "recommendations none-on-page": shop(),
    "return-policy-visible buried": shop(page("terms", TERMS)),
    "return-policy-visible empty": shop(page("returns", "<main><h1>Muuta</h1></main>"), home=TO_RETURNS),
    "return-policy-visible gaps": shop(page("returns", RETURNS), home=TO_RETURNS),
    "returns-portal bare": shop(page("returns", RETURNS), home=TO_RETURNS),
    "returns-portal some": shop(page("returns", f"<main>{RETURNS}{STEPS}</main>"), home=TO_RETURNS),
    "review-authenticity not-found": shop(goods=GOODS + REVIEW),
    "review-invite shown-only": shop(goods=GOODS + REVIEW),
    "reviews-shown empty": shop(goods=f"{GOODS}<p>Ei vielä arvosteluja</p>"),
    "self-service-help gaps": shop(QUESTIONS, home='<a href="/ukk">UKK</a>'),
    "shipping-cost-early cart": shop(page("cart", "<main><p>Toimitus 4,90 €</p></main>")),
    "shipping-cost-early checkout": shop(CART, door="<main><p>Toimitus 4,90 €</p></main>"),
    "site-search one-screen": recording(
        page("home", FIELD), page("home", FRAME, viewport=MOBILE), probed=asked(**WORKING)
    ),
    "social-preview gaps": recording(page("home", FRAME, head="<meta property='og:title' content='Kauppa'>")),
    "social-proof-live gaps": shop(home="<p>Myydyimmät tuotteet</p>"),
    "structured-data-org broken": shop(home='<script type="application/ld+json">{"@type":</script>'),
    "structured-data-org gaps": shop(home=LD % '"Organization","name":"Kauppa","url":"https://kauppa.example"'),
    "structured-data-product gaps": shop(goods=GOODS + LD % (PRODUCT + f',"image":"/m.jpg","offers":{OFFER}')),
    "structured-data-product too-little": shop(goods=GOODS + LD % PRODUCT),
    "trader-identity gaps": shop(page("contact", "<main><p>asiakaspalvelu@kauppa.example</p></main>")),
    "use-guides gaps": shop(goods=f"{GOODS}<p>Käyttöohje: huuhtele vedellä.</p>"),
    "withdrawal-function write": shop(
        page("withdrawal", "<main><p>Peruuttamisoikeus on 14 päivää. Ilmoita peruuttamisesta sähköpostilla.</p></main>")
    ),
    "withdrawal-info gaps": shop(page("withdrawal", "<main><p>Peruuttamisoikeus on 14 päivää.</p></main>")),
}


@cache
def faults_of_absence() -> set[str]:
    """Name every message by which a check can say of a fault that something is missing."""
    return {
        f"{check.id} {name}"
        for check in load_checks()
        for name, text in check.messages.items()
        if ABSENT.search(text) and name not in faultless(check)
    }


def spoken() -> set[str]:
    """Leave out what need not tell where it was looked for."""
    return faults_of_absence() - set(SHOWN) - IN_ORDER


def absences(made: Recording, *checks: str) -> Iterator[tuple[str, CheckResult]]:
    for one in audit(made, *checks).results:
        if one.outcome in FAULTS and f"{one.check} {one.message}" in spoken():
            yield f"{one.check} {one.message}", one


@pytest.mark.parametrize("name", sorted(SCENES))
def test_a_fault_of_absence_tells_what_was_searched(name: str) -> None:
    check, _space, message = name.partition(" ")
    found = dict(absences(SCENES[name], check))

    assert list(found) == [name]
    assert found[name].searched is not None, message


def test_all_faults_of_a_bare_shop_tell_what_was_searched() -> None:
    found = tuple(absences(BARE))

    assert len(found) > 25
    assert [name for name, one in found if one.searched is None] == []


def test_every_fault_of_absence_has_a_scene() -> None:
    bare = {name for name, _one in absences(BARE)}

    assert spoken() - bare - set(SCENES) == set()


def test_a_message_is_harmless_where_nothing_else_can_say_it() -> None:
    form, cart = (faultless(check_of(name)) for name in ("contact-form", "total-before-data"))

    assert ("absent" in form, {"light", "unlabelled"} & form) == (True, set())
    assert ("never-seen" in cart, {"virtual", "later"} & cart) == (True, set())


def test_every_exemption_is_needed() -> None:
    assert (set(SHOWN) | IN_ORDER) - faults_of_absence() == set()
    assert set(SHOWN) & IN_ORDER == set()
    assert set(SCENES) - spoken() == set()


def searched_by(*pages: Page, **site: object) -> Searched:
    found = result("return-policy-visible", recording(*pages, **site)).searched
    assert found is not None
    return found


def test_only_pages_that_were_read_count() -> None:
    lost = "<main><h1>Hups</h1><p>Sivua ei ole.</p></main>"
    searched = searched_by(
        page("home", FRAME),
        page("home", FRAME, viewport=MOBILE),
        page("other", "<p>Blogi</p>", url="/blogi?utm_source=a"),
        page("other", "<p>Blogi</p>", url="/blogi/", viewport=MOBILE),
        page("other", "<p>Ei löydy</p>", url="/poissa", status=404),
        page("error", "<p>Virhe</p>", url="/virhe"),
        page("other", "", url="/tyhja"),
        page("other", lost, url="/vanha", title="Hups"),
        page("error", lost, url="/keksitty", id="asked", part="probe", title="Hups"),
        probed=(NotFoundSeen(viewport=DESKTOP, url="/keksitty", visit="asked", status=200),),
    )

    assert (searched.pages, searched.parts) == (2, {SearchedPart.LINKS: 2, SearchedPart.TEXT: 2})
    assert (searched.footers, searched.menus) == ((DESKTOP, MOBILE), (DESKTOP, MOBILE))


def test_pages_of_different_kinds_are_named_first() -> None:
    goods = tuple(page("product", f"<p>{at}</p>", url=f"/tuote/{at}", id=f"product-{at}") for at in range(3))

    searched = searched_by(page("home", FRAME), *goods, page("cart", "<p>Kori</p>"))

    assert [name.partition("-")[0] for name in searched.seen] == ["home", "product", "cart", "product", "product"]


@pytest.mark.parametrize(
    ("lang", "first"), [("fi", "Palautukset"), ("sv", "Returer"), ("en", "Returns"), ("et", "Tagastamine")]
)
def test_the_words_are_of_the_language_of_the_shop_and_english(lang: str, first: str) -> None:
    home = page("home", FRAME, lang=lang)

    searched = searched_by(home, languages=(lang,))

    assert list(searched.words) == list(dict.fromkeys((lang, "en")))
    assert searched.words[lang][0] == first


def test_a_logo_at_the_top_is_no_menu_and_no_footer_is_claimed() -> None:
    searched = searched_by(page("home", '<header><a href="/">Kauppa</a></header>'))

    assert (searched.footers, searched.menus) == ((), ())


def test_what_is_in_order_tells_no_search() -> None:
    every = audit(BARE).results

    assert [one.check for one in every if one.searched and one.outcome not in FAULTS] == []
