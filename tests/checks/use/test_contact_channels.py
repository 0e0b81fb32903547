import pytest

from auditor.model import Outcome
from tests.checks.recorded import page, recording, result

FI = """<footer><p>Asiakaspalvelu <a href="tel:+358401234567">040 123 4567</a> ma–pe klo 9–16</p>
<a href="mailto:info@muki.example?subject=Hei">Lähetä sähköpostia</a><a href="/yhteystiedot">Ota yhteyttä</a>
<p>Muki Oy<br>Kivikatu 3 B 12<br>00100 Helsinki</p></footer>"""
EN = """<footer><p>Customer service: phone +44 20 7946 0018, Mon–Fri 9am–5pm, help@mugs.example</p>
<a href="/contact">Contact us</a></footer>"""
FORM = (
    "<main><form><label>Nimi<input name='name'></label><label>Viesti<textarea name='message'>"
    "</textarea></label></form></main>"
)
REVIEW = (
    "<main><form><label>Nimi<input name='name'></label><label>Arvostelu<textarea name='review'>"
    "</textarea></label></form></main>"
)
PAYTRAIL = """<main><p>Maksupalvelun tarjoaja: Paytrail Oyj, 2122839-7</p>
<p>Innova 2, Lutakonaukio 7, 40100 Jyväskylä</p>
<p>Puhelin: 0207 181830</p><p>asiakas@paytrail.com</p></main>"""
NOTHING = {"email": None, "phone": None, "form": None, "chat": None, "address": None, "hours": None}


def test_several_ways_pass() -> None:
    made = recording(page("home", FI), page("contact", FORM), page("product", facts={"chat": "Giosg"}))
    only = result("contact-channels", made)

    assert only.outcome is Outcome.PASSED
    assert only.value == {
        "email": "info@muki.example",
        "phone": "+358401234567",
        "form": "https://kauppa.example/contact",
        "chat": "Giosg",
        "address": "Kivikatu 3 B 12, 00100 Helsinki",
        "hours": "ma–pe klo 9–16",
    }


def test_numbers_in_plain_english_text_are_found() -> None:
    value = result("contact-channels", recording(page("home", EN, lang="en"), country="GB", languages=("en",))).value

    assert (value["phone"], value["email"], value["hours"]) == ("+442079460018", "help@mugs.example", "Mon–Fri 9am–5pm")


@pytest.mark.parametrize(
    "body",
    [
        '<a href="tel:">Puhelin</a>',
        '<a href="tel:Phone">Phone</a>',
        "<p>Phone</p><p>Puhelin</p><p>E-mail</p>",
        '<a href="mailto:">Sähköposti</a>',
        '<p>your@email.com</p><img src="/logo@2x.png">',
        "<p>Telefax: 09 123 4567</p><p>Faksi 09 123 4567</p>",
        "<p>Y-tunnus 2345678-9, IBAN FI21 1234 5600 0007 85, 22.11.2026, tuotenro 0401234567</p>",
    ],
)
def test_a_dead_link_or_a_bare_word_is_no_contact(body: str) -> None:
    only = result("contact-channels", recording(page("home", body)))

    assert (only.outcome, only.score, only.value) == (Outcome.FAILED, 0, NOTHING)


def test_the_payment_providers_contacts_are_not_the_shops() -> None:
    only = result("contact-channels", recording(page("home", "<p>Tervetuloa</p>"), page("terms", PAYTRAIL)))

    assert only.value == NOTHING


def test_a_row_of_logos_does_not_make_the_number_below_a_providers() -> None:
    body = "<footer><p>Klarna Visa MobilePay</p><p>Puh. 09 123 4567</p></footer>"
    value = result("contact-channels", recording(page("home", body))).value

    assert value["phone"] == "+35891234567"


@pytest.mark.parametrize("kind", ["returns", "other"])
def test_a_form_for_returns_or_comments_is_no_contact_form(kind: str) -> None:
    form = '<form><input name="name"><textarea name="c"></textarea></form>'

    assert result("contact-channels", recording(page("home"), page(kind, form))).value == NOTHING


def test_a_single_line_for_the_message_will_do_on_a_page_of_contacts() -> None:
    form = '<form><label>Nimi<input name="n"></label><label>Viesti<input name="v"></label></form>'

    assert result("contact-channels", recording(page("home"), page("contact", form))).value["form"]


def test_a_review_form_is_no_contact_form() -> None:
    value = result("contact-channels", recording(page("home"), page("product", REVIEW))).value

    assert value == NOTHING


def test_what_may_stand_on_a_page_that_was_not_read_is_not_missing() -> None:
    unread = result("contact-channels", recording(page("home", FI)))
    read = result("contact-channels", recording(page("home", FI), page("contact", "<p>Hei</p>", url="/yhteystiedot")))

    assert (unread.outcome, unread.message) == (Outcome.UNKNOWN, "not-read")
    assert set(unread.value) == {"email", "phone", "address", "hours"}
    assert (read.message, read.value["form"]) == ("few", None)


@pytest.mark.parametrize(
    ("body", "key", "found"),
    [
        ("<p>asiakaspalvelu(at)muki.example</p>", "email", "asiakaspalvelu@muki.example"),
        ("<p>info [at] muki [dot] example</p>", "email", "info@muki.example"),
        ("<p>Soita 0800-KAUPPA</p>", "phone", "+358800528772"),
        ('<p><a href="https://wa.me/358401234567">WhatsApp</a></p>', "chat", "WhatsApp"),
        ('<p><a href="https://api.whatsapp.com/send?phone=358401234567">WA</a></p>', "chat", "WhatsApp"),
        ('<p><a href="https://m.me/mukikauppa">Messenger</a></p>', "chat", "Messenger"),
        ('<p><a href="https://wa.me/?text=Katso">Jaa</a></p>', "chat", None),
        ('<p><a href="https://api.whatsapp.com/send?text=Titta">Dela</a></p>', "chat", None),
    ],
)
def test_other_spellings(body: str, key: str, found: str) -> None:
    value = result("contact-channels", recording(page("home", body))).value

    assert value[key] == found


@pytest.mark.parametrize("chat", ["Postin chat", "Matkahuollon chat", "Chat (Klarna)"])
def test_the_chat_of_a_carrier_or_a_payment_provider_is_not_the_shops(chat: str) -> None:
    made = recording(page("home"), page("delivery", facts={"chat": chat}))

    assert result("contact-channels", made).value == NOTHING


def test_the_address_at_the_shops_own_domain_comes_first() -> None:
    text = "<p>Tietosuoja: tuki@palvelu.example</p><p>Kysy: info@kauppa.example</p>"

    assert result("contact-channels", recording(page("home", text))).value["email"] == "info@kauppa.example"


def test_a_category_of_telephones_is_no_telephone_number() -> None:
    menu = '<nav><a href="/c/phone">Phone</a><a href="/c/puhelimet">Puhelimet</a></nav>'
    goods = "<main><h1>Phone 12 Pro</h1><p>Phone</p><p>Tuotekoodi 0401234567</p><p>SKU AB-0401234567</p></main>"

    assert result("contact-channels", recording(page("home", menu), page("product", goods))).value == NOTHING


def test_a_premium_number_costs_points() -> None:
    usual = result("contact-channels", recording(page("home", "<p>Puh. 09 123 4567</p>")))
    premium = result("contact-channels", recording(page("home", "<p>Puh. 0600 12345</p>")))

    assert (usual.score or 0) - (premium.score or 0) == 15


def test_without_a_home_page_it_is_unknown() -> None:
    assert result("contact-channels", recording(page("product"))).outcome is Outcome.UNKNOWN
