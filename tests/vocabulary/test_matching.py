import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.vocabulary import fold, load_vocabulary, normalise

WORDS = load_vocabulary()


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("  Lisää   ostoskoriin ", "lisää ostoskoriin"),
        ("🛒 Ostoskori (2)", "ostoskori"),
        ("Cart [3]", "cart"),
        ("Ostoskori 0 kpl", "ostoskori"),
        ("Siirry kassalle →", "siirry kassalle"),
        ("Hae…", "hae"),
        ("KASSA!", "kassa"),
        ("Tilaa uutiskirje »", "tilaa uutiskirje"),
        ("A\u0308lä", "älä"),
        ("30 päivän palautusoikeus", "30 päivän palautusoikeus"),
        ("", ""),
        ("→", ""),
    ],
)
def test_labels_are_brought_to_one_spelling(label: str, plain: str) -> None:
    assert normalise(label) == plain


@given(st.text(max_size=60))
def test_a_normal_spelling_stays_as_it_is(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_umlauts_are_folded() -> None:
    assert fold("Käyttöehdot Größe Smørrebrød Ærø Õun") == "kayttoehdot grosse smorrebrod aero oun"


@pytest.mark.parametrize(
    ("intent", "label", "language", "strength"),
    [
        ("add_to_cart", "Lisää ostoskoriin", "fi", 1.0),
        ("add_to_cart", "Add to cart", "fi", 0.95),
        ("add_to_cart", "Lägg i varukorgen", "fi", 0.9),
        ("add_to_cart", "Lisää koriin (2)", "fi-FI", 1.0),
        ("add_to_cart", "Add Blue Mug to basket", "en", 0.8),
        ("cart", "Ostoskori (0)", "fi", 1.0),
        ("reject_cookies", "No Thanks!", "en", 1.0),
        ("reject_cookies", "Ei kiitos", "fi", 1.0),
        ("reject_cookies", "Nein, danke", "de", 1.0),
        ("accept_cookies", "Yes, that's fine!", "en", 1.0),
        ("returns", "Palautukset ja vaihdot", "fi", 1.0),
        ("returns", "Palautuspolitiikka", "fi", 0.8),
        ("checkout", "Siirry kassalle", "fi", 1.0),
        ("guest_checkout", "Continue as guest", "en", 1.0),
        ("contact", "Ota yhteyttä meihin", "fi", 1.0),
        ("newsletter", "Tilaa", "fi", 1.0),
        ("calculate_price", "Laske hinta", "fi", 1.0),
        ("calculate_price", "Räkna ut pris", "sv", 1.0),
        ("calculate_price", "Calculate price", "en", 1.0),
        ("calculate_price", "Preis berechnen", "de", 1.0),
        ("calculate_price", "Regn ut pris", "nb", 1.0),
        ("calculate_price", "Beregn pris", "da", 1.0),
        ("calculate_price", "Arvuta hind", "et", 1.0),
        ("calculate_price", "Beregn", "da", 1.0),
    ],
)
def test_a_label_means_an_intent(intent: str, label: str, language: str, strength: float) -> None:
    hit = WORDS.match(intent, label, language)

    assert hit is not None
    assert hit.strength == pytest.approx(strength)


@pytest.mark.parametrize(
    ("intent", "label"),
    [
        ("returns", "Palaute"),
        ("returns", "Palautuspullo"),
        ("returns", "Retur til forsiden"),
        ("returns", "Anna palautetta"),
        ("returns", "Salasanan palautus"),
        ("returns", "Return to shop"),
        ("cart", "Lisää ostoskoriin"),
        ("cart", "Add to cart"),
        ("add_to_cart", "Lisää toivelistaan"),
        ("add_to_cart", "Osta heti"),
        ("add_to_cart", "45 dagars öppet köp"),
        ("add_to_cart", "Købsbetingelser"),
        ("checkout", "Jatka ostoksia"),
        ("checkout", "Kassakone"),
        ("delivery", "Toimitusjohtaja"),
        ("withdrawal_right", "Peruuta tilaus"),
        ("withdrawal_function", "Peruuta"),
        ("accept_cookies", "Hyväksy vain välttämättömät"),
        ("accept_cookies", "Accept only necessary cookies"),
        ("feedback", "Palautukset"),
        ("newsletter", "Tilaa tuotteet"),
        ("contact", "Contact lenses"),
        ("cart", "Kun olet valmis voit tarkistaa kaiken ja siirtyä sieltä ostoskori sivulle"),
        ("accessibility_statement", "Tillgänglighet: i lager"),
        ("accessibility_statement", "Tillgänglighet i butik"),
        ("accessibility_statement", "Tilgængelighed: på lager"),
        ("contact", "Phone"),
        ("contact", "Kontaktlinser"),
    ],
)
def test_a_label_that_only_looks_like_it(intent: str, label: str) -> None:
    assert WORDS.match(intent, label, "fi") is None


@pytest.mark.parametrize(
    ("intent", "url"),
    [
        ("cart", "https://x.example/fi/ostoskori?lisatty=1"),
        ("cart", "https://x.example/index.php?route=checkout/cart"),
        ("checkout", "https://x.example/checkout/shipping"),
        ("home", "https://x.example/"),
        ("home", "https://x.example/sv/"),
        ("returns", "https://x.example/info/r%C3%BCckgabe.html"),
        ("returns", "https://x.example/rueckgabe"),
        ("shop_category", "https://x.example/kategoria/mukit"),
        ("search", "https://x.example/?s=muki"),
        ("product_page", "https://x.example/tuote/muki"),
        ("product_page", "https://x.example/#/tuote/muki"),
        ("shop_category", "https://x.example/index.php?r=shop/category&id=4"),
        ("product_page", "https://x.example/?r=shop/product&id=4"),
    ],
)
def test_an_address_speaks_of_an_intent(intent: str, url: str) -> None:
    assert WORDS.slug(intent, url)


@pytest.mark.parametrize(
    ("intent", "url"),
    [
        ("checkout", "https://x.example/checkout/cart/"),
        ("checkout", "https://x.example/index.php?route=checkout/cart"),
        ("cart", "https://x.example/cartoons"),
        ("cart", "https://x.example/ostoskori/muki"),
        ("home", "https://x.example/kampanja/fi"),
        ("contact", "https://x.example/contact-lenses"),
        ("product_page", "https://x.example/index.php?r=product/category&id=4"),
        ("cart", "https://x.example/login?next=shop/cart"),
        ("cart", "https://x.example/?next=/shop/cart"),
        ("returns", "https://x.example/mukit?r=shop/returns"),
    ],
)
def test_an_address_that_only_looks_like_it(intent: str, url: str) -> None:
    assert not WORDS.slug(intent, url)


def test_the_best_of_several_intents_is_found() -> None:
    hit = WORDS.best("Ostoskoriin", "fi", ("returns", "add_to_cart", "checkout"))

    assert hit is not None
    assert hit.intent == "add_to_cart"


def test_services_are_known_by_host_and_path() -> None:
    hits = [WORDS.service("shop.zendesk.com"), WORDS.service("www.googletagmanager.com", "/gtm.js")]

    assert [hit.name for hit in hits if hit] == ["Zendesk", "Google Tag Manager"]
    assert WORDS.service("zendesk.com.evil.example") is None


def test_a_notice_that_asks_to_specify_asks_to_choose() -> None:
    assert load_vocabulary().mentions("choose_hint", "Please specify the size of this tee.")
