"""Each fault of the demo shop changes what it says it changes, and no page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from http import HTTPStatus
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from auditor.demo_shop import FAULTS, serve
from auditor.demo_shop.messages import Request, Response
from auditor.demo_shop.routes import answer
from auditor.demo_shop.shop import Shop, open_shop
from auditor.demo_shop.state import Session

DAY = date(2026, 11, 22)
BASE = "http://127.0.0.1:1"
MUG = "/tuote/hilla-emalimuki"
JUMPER = "/tuote/kuura-villapaita"
SCARF = "/tuote/halla-huivi"
SOLD_OUT = "/tuote/era-reppu"
PAGES = (
    "/", "/kauppa", "/kauppa/villa", MUG, JUMPER, "/tuote/routa-pipo", SCARF, SOLD_OUT, "/haku", "/ostoskori", "/kassa",
    "/kassa/kiitos", "/kassa/vaihe/1", "/toivelista", "/toimitus", "/palautukset", "/tilausehdot", "/tietosuojaseloste",
    "/peruuta-sopimus", "/peruuttamislomake", "/saavutettavuusseloste", "/seuraa-tilausta", "/yhteystiedot", "/tarina",
    "/oppaat", "/oppaat/villan-hoito", "/kanta-asiakas", "/lahjakortti", "/suosittele", "/palaute", "/kirjaudu",
    "/rekisteroidy", "/vain-suomessa", "/usein-kysyttya", "/eiole", "/sitemap.xml", "/robots.txt",
)  # fmt: skip

# Where a fault shows, and the words that it takes away there.
TAKES: dict[str, tuple[str, str]] = {
    "search-snippet": (MUG, '<meta name="description"'),
    "structured-data-org": (MUG, '"BreadcrumbList"'),
    "social-preview": (MUG, "og:image"),
    "social-presence": ("/", "instagram.com/kaarnakoto"),
    "nav-findability": (MUG, 'aria-label="Murupolku"'),
    "site-search": ("/", 'role="search"'),
    "product-images": (MUG, "detail.svg"),
    "product-rich-media": (MUG, "data-lightbox"),
    "product-description": (MUG, "Tuotetiedot"),
    "price-clear": (MUG, "18,90\u00a0€ <small>sis. alv"),
    "price-reduction-prior": (SCARF, "30 päivän alin hinta"),
    "stock-status": (MUG, "Varastossa"),
    "delivery-time": (MUG, "Toimitusaika"),
    "shipping-cost-early": (MUG, "Toimitus alkaen"),
    "return-policy-visible": (MUG, "/palautukset"),
    "reviews-shown": (MUG, "Asiakkaiden arvostelut"),
    "review-authenticity": (MUG, "Arvostelujen aitous"),
    "structured-data-product": (MUG, '"@type": "Product"'),
    "trader-identity": ("/yhteystiedot", "9876543-0"),
    "brand-story": ("/tarina", "vastuullisuus"),
    "guest-checkout": ("/kassa", "postinumero"),
    "checkout-autofill": ("/kassa", 'autocomplete="postal-code"'),
    "checkout-keyboard": ("/kassa", "inputmode"),
    "payment-methods": ("/kassa", "Verkkomaksu"),
    "order-button-wording": ("/kassa", "Tilaa ja maksa"),
    "delivery-options": ("/kassa", "Pakettiautomaatti"),
    "contact-channels": ("/yhteystiedot", "tel:"),
    "response-promise": ("/yhteystiedot", "yhden arkipäivän kuluessa"),
    "self-service-help": ("/", "/usein-kysyttya"),
    "order-tracking": ("/", "/seuraa-tilausta"),
    "returns-portal": ("/palautukset", "Palautuslomake"),
    "withdrawal-function": ("/", "Peruuta sopimus tästä"),
    "withdrawal-info": ("/tilausehdot", "14 päivän kuluessa"),
    "legal-pages": ("/", "/tilausehdot"),
    "use-guides": (MUG, "Hoito-ohje"),
    "newsletter-signup": ("/", 'action="/uutiskirje"'),
    "loyalty-programme": ("/", "/kanta-asiakas"),
    "recommendations": (MUG, "Liittyvät tuotteet"),
    "feedback-loop": (MUG, "Kaupan vastaus"),
    "come-back-reasons": (MUG, "toivelistaan"),
    "measurement-ready": ("/", 'data-events="1"'),
    "category-filter": ("/kauppa", "data-filters"),
    "accessibility-statement": ("/", "/saavutettavuusseloste"),
    "express-checkout": ("/ostoskori", "express-button"),
    "checkout-reassurance": ("/kassa", "Apua tilaamiseen"),
    "review-invite": (MUG, "Kirjoita arvostelu"),
    "social-proof-live": ("/", "Asiakkaiden kuvia"),
    "total-before-data": ("/ostoskori", "23,80\u00a0€"),
}
# Where a fault shows, and the words that it brings there.
BRINGS: dict[str, tuple[str, str]] = {
    "load-lcp": ("/", "tarkein=1"),
    "layout-shift": ("/", "fault-layout-shift.js"),
    "mobile-viewport": ("/", "user-scalable=no"),
    "mobile-overflow": ("/", "wide-strip"),
    "mobile-tap-targets": ("/", "fault-mobile-tap-targets.css"),
    "mobile-text-size": ("/", "fault-mobile-text-size.css"),
    "mobile-parity": ("/", "fault-mobile-parity.css"),
    "search-indexable": (MUG, "noindex"),
    "first-screen-clear": ("/", 'id="popup"'),
    "consent-before-tracking": ("/", "/analytics.js"),
    "consent-reject-parity": ("/", "consent-layer"),
    "https-everywhere": ("/kassa", 'action="http://'),
    "price-truth-chain": ("/ostoskori", "20,79\u00a0€"),
    "accessibility-core": ("/", "campaign-block"),
    "broken-links": ("/", "/ajankohtaista/syksy"),
    "js-errors": ("/", "fault-js-errors.js"),
    "interaction-delay": ("/", "fault-interaction-delay.js"),
    "click-depth": (MUG, "data-no-drawer"),
    "add-to-cart-works": (MUG, "data-dead"),
    "checkout-steps": ("/kassa", "data-step=8"),
    "checkout-fields": ("/kassa", "Syntymäaika"),
    "form-errors": ("/kassa", 'data-errors="bad"'),
    "payment-order-no-credit": ("/kassa", 'name="maksutapa" value="lasku" required checked'),
    "no-pre-ticked-extras": ("/ostoskori", 'name="lahjapaketointi" checked'),
    "stale-legal": ("/tilausehdot", "ec.europa.eu/consumers/odr"),
    "policy-consistency": ("/usein-kysyttya", "5–8 arkipäivää"),
    "not-found-page": ("/eiole", "Object not found"),
    "channel-consistency": ("/", "vanhakaarna"),
    "page-weight": ("/", "/painolasti.js"),
    "search-hreflang": ("/", 'hreflang="en-UK"'),
    "payment-names-current": ("/kassa", "Pivo"),
    "contact-form": ("/yhteystiedot", "captcha"),
}
# What these change is not a word of a page; each has a test of its own below.
OTHERWISE = {"load-ttfb", "market-access", "cart-persistent", "wishlist"}


class Compiled(BytecodeCache):
    """Keeps compiled templates, so that a hundred shops compile them once."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


class Visits:
    """What a customer with a filled cart gets from the shop with one fault, asked once for each fault."""

    def __init__(self) -> None:
        self.compiled = Compiled()
        self.done: dict[str, dict[str, Response]] = {}

    def to(self, *faults: str) -> dict[str, Response]:
        key = " ".join(faults)
        if key not in self.done:
            self.done[key] = dict(customer(open_shop(frozenset(faults), DAY, self.compiled)))
        return self.done[key]


def customer(shop: Shop) -> Iterator[tuple[str, Response]]:
    """Ask for every page as a customer with a filled cart."""
    session = Session("customer")
    form = {"tuote": ("hilla-emalimuki",)}
    yield "add", answer(shop, Request("POST", "/kori/lisaa", BASE, session, form=form))
    for path in PAGES:
        yield path, answer(shop, Request("GET", path, BASE, session))


@pytest.fixture(scope="module")
def visits() -> Visits:
    return Visits()


@pytest.fixture(scope="module")
def healthy(visits: Visits) -> dict[str, Response]:
    return visits.to()


@pytest.mark.parametrize("fault", FAULTS)
def test_every_page_still_answers(visits: Visits, fault: str) -> None:
    answers = visits.to(fault)

    allowed = {HTTPStatus.OK, HTTPStatus.SEE_OTHER, HTTPStatus.NOT_FOUND}
    assert {path for path, given in answers.items() if given.status not in allowed} == set()


def test_all_faults_together_still_answer(visits: Visits) -> None:
    answers = visits.to(*FAULTS)

    assert answers["/"].status in {HTTPStatus.OK, HTTPStatus.SEE_OTHER}


@pytest.mark.parametrize(("fault", "path", "words"), [(fault, *rest) for fault, rest in TAKES.items()])
def test_fault_takes_something_away(visits: Visits, fault: str, path: str, words: str) -> None:
    assert words in visits.to()[path].body.decode()
    assert words not in visits.to(fault)[path].body.decode()


@pytest.mark.parametrize(("fault", "path", "words"), [(fault, *rest) for fault, rest in BRINGS.items()])
def test_fault_brings_something(visits: Visits, fault: str, path: str, words: str) -> None:
    assert words not in visits.to()[path].body.decode()
    assert words in visits.to(fault)[path].body.decode()


def test_every_fault_has_a_test() -> None:
    assert sorted([*TAKES, *BRINGS, *OTHERWISE]) == sorted(FAULTS)


def test_every_fault_is_used_and_every_used_one_exists() -> None:
    used = set(re.findall(r"""(?:fault|has)\(['"]([a-z0-9-]+)['"]\)|['"]([a-z0-9-]+)['"] in faults""", sources()))

    names = {name for pair in used for name in pair if name}

    assert names <= FAULTS.keys()
    assert {fault for fault in FAULTS if f'"{fault}"' not in sources() and f"'{fault}'" not in sources()} == set()


def sources() -> str:
    def read(folder: Traversable) -> str:
        texts = []
        for entry in folder.iterdir():
            if entry.is_dir():
                texts.append(read(entry))
            elif entry.name.endswith((".py", ".html", ".toml")) and entry.name != "faults.py":
                texts.append(entry.read_text(encoding="utf-8"))
        return "\n".join(texts)

    return read(files("auditor.demo_shop"))


def test_load_ttfb_delays_pages_and_load_lcp_delays_the_largest_picture_only() -> None:
    slow_pages = open_shop(frozenset({"load-ttfb"}), DAY)
    slow_picture = open_shop(frozenset({"load-lcp"}), DAY)
    picture = "/kuvat/hilla-emalimuki/studio.svg"

    def delay(shop: Shop, path: str, **query: str) -> float:
        asked = {name: (value,) for name, value in query.items()}
        return answer(shop, Request("GET", path, BASE, Session("a"), query=asked)).delay_seconds

    assert (delay(slow_pages, "/"), delay(slow_pages, picture)) == (2.5, 0.0)
    assert (delay(slow_picture, "/"), delay(slow_picture, picture)) == (0.0, 0.0)
    assert delay(slow_picture, picture, tarkein="1") == pytest.approx(3.6)


def test_market_access_sends_away_who_does_not_ask_for_finnish() -> None:
    shop = open_shop(frozenset({"market-access"}), DAY)

    def home(language: str) -> Response:
        return answer(shop, Request("GET", "/", BASE, Session("a"), headers={"accept-language": language}))

    assert dict(home("de-DE,de").headers)["Location"] == "/vain-suomessa"
    assert home("fi-FI,fi;q=0.9").status == HTTPStatus.OK


def test_cart_persistent_empties_the_cart_on_reload() -> None:
    shop = open_shop(frozenset({"cart-persistent"}), DAY)
    session = Session("customer")
    answer(shop, Request("POST", "/kori/lisaa", BASE, session, form={"tuote": ("kiulu",)}))

    seen = [answer(shop, Request("GET", "/ostoskori", BASE, session)).body.decode() for _ in range(2)]

    assert ["Ostoskorisi on tyhjä." in body.split("<main")[1].split("</main>")[0] for body in seen] == [False, True]


def test_wishlist_demands_an_account() -> None:
    shop = open_shop(frozenset({"wishlist"}), DAY)

    given = answer(shop, Request("POST", "/toivelista", BASE, Session("a"), form={"tuote": ("kiulu",)}))

    assert dict(given.headers)["Location"] == "/kirjaudu"


def test_add_to_cart_works_leaves_the_cart_empty(visits: Visits) -> None:
    assert "Ostoskorisi on tyhjä" in visits.to("add-to-cart-works")["/ostoskori"].body.decode()


def test_click_depth_puts_six_pages_before_the_form() -> None:
    shop = open_shop(frozenset({"click-depth"}), DAY)
    session = Session("customer")
    answer(shop, Request("POST", "/kori/lisaa", BASE, session, form={"tuote": ("kiulu",)}))
    target = dict(answer(shop, Request("GET", "/kassa", BASE, session)).headers)["Location"]
    pages = 0
    while target.startswith("/kassa/vaihe/"):
        pages += 1
        body = answer(shop, Request("GET", target, BASE, session)).body.decode()
        target = re.findall(r'href="(/kassa[^"]*)">Jatka kassalle', body)[0]

    assert (pages, target) == (6, "/kassa?valmis=1")


def test_an_unknown_fault_names_the_nearest_right_ones() -> None:
    with pytest.raises(ValueError, match="did you mean guest-checkout"), serve(("guest-chekout",)):
        pass


def test_the_healthy_shop_has_no_trace_of_faults(healthy: dict[str, Response]) -> None:
    assert {path for path, given in healthy.items() if b"fault-" in given.body or given.delay_seconds} == set()
