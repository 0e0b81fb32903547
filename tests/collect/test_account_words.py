"""What a door of checkout says about accounts: who may order, and what an e-mail address opens."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from auditor.collect.journey.account_words import demands_account, demands_login, mails_a_code, opens_an_account
from auditor.collect.journey.door_reading import DoorReading, _demanded
from auditor.collect.journey.doorstep import Doorstep
from auditor.collect.journey.field_groups import FieldGroup, GroupKind
from auditor.collect.journey.walk import Walk
from auditor.model import Confidence

EMAIL = FieldGroup(GroupKind.EMAIL, ())


@pytest.mark.parametrize(
    "text",
    [
        "Emme valitettavasti voi ottaa vastaan tilauksia ilman asiakastiliä.",
        "Et voi tilata ilman tiliä.",
        "Tilaaminen ilman asiakastiliä ei ole mahdollista",
        "Ilman tiliä ei voi tilata.",
        "Tilaaminen edellyttää kirjautumista",
        "Sorry, we cannot take orders without an account.",
        "You can't check out without an account.",
        "An account is required to place an order.",
        "Guest checkout is not available.",
        "Du kan inte handla utan konto.",
        "Vi tar inte emot beställningar utan konto.",
        "Köp kräver konto.",
        "Hos oss handlar man inloggad.",
        "Ohne Kundenkonto können Sie nicht bestellen.",
        "Ohne Konto ist keine Bestellung möglich.",
        "Ohne Konto ist eine Bestellung nicht möglich.",
        "Bestellungen ohne Kundenkonto sind leider nicht möglich.",
        "Bestellung nur mit Kundenkonto",
        "Du kan ikke bestille uten konto.",
        "Man kan ikke handle hos os uden konto.",
        "Ilma kontota ei saa tellida.",
        "Tellida ilma kontota ei saa.",
    ],
)
def test_a_shop_that_takes_no_order_without_an_account(text: str) -> None:
    assert demands_account(text)
    assert _demanded([EMAIL], text)


@pytest.mark.parametrize(
    "text",
    [
        "Voit tehdä tilauksen ilman tiliä.",
        "Tilaus ilman asiakastiliä",
        "Et voi seurata tilaustasi ilman tiliä.",
        "Tilaaminen ei edellytä kirjautumista.",
        "You can place an order without an account.",
        "You cannot track your orders without an account.",
        "No account is required to order.",
        "An account is needed to track your order.",
        "Guest checkout is not available for subscriptions.",
        "Du kan inte följa din beställning utan konto.",
        "Köp kräver inte konto.",
        "Köp kräver konto hos Klarna för Klarna faktura.",
        "Beställningshistorik kräver inloggning.",
        "Handlar du inloggad får du bonus.",
        "Ohne Kundenkonto können Sie Ihre Bestellung nicht online verfolgen.",
        "Ohne Konto keine Bonuspunkte",
        "Ohne Konto ist die Sendungsverfolgung nicht möglich",
        "Bestellen Sie ohne Konto, nicht einmal ein Passwort ist nötig.",
        "Bestellverfolgung nur mit Kundenkonto",
        "Du kan ikke følge bestillingen din uten konto.",
        "Du kan ikke handle på faktura uten konto.",
        "Du kan ikke følge din ordre uden konto.",
        "Ilma kontota ei saa tellimust jälgida.",
    ],
)
def test_what_else_goes_without_an_account_or_does_not_is_no_wall(text: str) -> None:
    assert not demands_account(text)
    assert not _demanded([EMAIL], text)


@pytest.mark.parametrize(
    "text",
    [
        "You must be logged in to checkout.",
        "Please sign in to complete your purchase",
        "You must log in to order, there are no guest orders.",
        "If you have no account, you must register to order.",
        "Sinun täytyy kirjautua ennen tilaamista.",
        "Jos sinulla ei ole tiliä, sinun täytyy rekisteröityä.",
        "Kirjaudu sisään jatkaaksesi",
        "Logga in för att slutföra köpet",
        "Sie müssen angemeldet sein, um zu bestellen.",
        "Du må logge inn først.",
        "Du skal oprette en konto for at handle.",
        "Tellimiseks pead sisse logima.",
    ],
)
def test_a_login_that_an_order_takes(text: str) -> None:
    assert demands_login(text)
    assert _demanded([], text)


@pytest.mark.parametrize(
    "text",
    [
        "You don't need to register to check out.",
        "No need to log in to order.",
        "Sie müssen sich nicht registrieren.",
        "Te ei pea sisse logima.",
        "Log in to check out faster",
        "Sign in to speed up your checkout",
        "Kirjaudu sisään maksaaksesi nopeammin",
        "Logga in för att handla snabbare",
        "Sie müssen sich anmelden, um Bonuspunkte zu sammeln.",
        "Du skal logge ind for at skrive en anmeldelse.",
        "Du må logge inn for å lagre ønskelisten.",
        "Ostukorvi salvestamiseks pead sisse logima",
        "Du måste logga in för att skriva en recension.",
        "Sinun tulee rekisteröityä kanta-asiakkaaksi.",
        "Du skal oprette en retur inden 14 dage.",
    ],
)
def test_a_denial_a_come_on_and_another_purpose_demand_no_login(text: str) -> None:
    assert not demands_login(text)
    assert not _demanded([], text)


@pytest.mark.parametrize(
    "text",
    [
        "Asiakastili luodaan samalla.",
        "An account is created as you enter it.",
        "Saknar du konto skapas det när du anger koden.",
        "Har du inget konto skapas det när du beställer.",
        "If you have no account, one is created with the code.",
        "Ein Konto wird automatisch angelegt.",
        "Konto opprettes automatisk.",
        "Konto luuakse iga tellimusega.",
    ],
)
def test_an_address_that_opens_an_account(text: str) -> None:
    assert opens_an_account(text)
    assert _demanded([EMAIL], f"{text}\nWe send you a one-time code by e-mail.")
    assert not _demanded([EMAIL], text)


@pytest.mark.parametrize(
    "text",
    [
        "No account will be created.",
        "Tiliä ei luoda.",
        "Asiakastili luodaan halutessasi.",
        "Asiakastili luodaan vain jos valitset niin.",
        "An account is created if you wish.",
        "Es wird kein Konto angelegt.",
        "Ein Konto wird nicht erstellt.",
        "Auf Wunsch wird ein Konto angelegt.",
        "Inget konto skapas.",
        "Ett konto skapas om du vill.",
        "Kvittot skapas det när du betalar.",
        "Der oprettes ingen konto, og ingen konto oprettes senere.",
        "Kontot ei avata, konto luuakse soovi korral.",
    ],
)
def test_an_account_that_is_denied_or_left_to_the_customer_is_not_opened(text: str) -> None:
    assert not opens_an_account(text)
    assert not _demanded([EMAIL], f"{text}\nWe send you a one-time code by e-mail.")


@pytest.mark.parametrize(
    "text",
    [
        "Lähetämme sinulle kirjautumislinkin.",
        "Ei salasanaa – lähetämme sinulle koodin.",
        "We send you a one-time code by e-mail.",
        "No password: we'll email you a magic link",
        "Inget lösenord, vi mejlar dig en kod.",
        "Wir senden Ihnen einen Code.",
        "Vi sender deg en kode",
        "Saadame sulle koodi",
    ],
)
def test_a_code_to_sign_in_comes_by_mail(text: str) -> None:
    assert mails_a_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "Saat sähköpostiisi linkin.",
        "Saat koodin, jolla noudat paketin noutopisteestä.",
        "Liity kirjelistallemme, saat koodin sähköpostiisi.",
        "We'll text you a tracking code.",
        "We'll email you a code for 10% off",
        "We won't send you a code.",
        "Vi mejlar dig en kod för 10 % rabatt.",
        "Wir senden Ihnen einen Gutschein-Code: den Code für Ihren Rabatt.",
        "Wir senden Ihnen keinen Code.",
        "Vi sender dig en kode med rabat.",
        "Saadame sulle koodi, millega saad soodustust.",
    ],
)
def test_a_code_of_another_kind_is_none_to_sign_in(text: str) -> None:
    assert not mails_a_code(text)


@pytest.mark.parametrize(
    ("reason", "sure"),
    [
        ("login-demanded", Confidence.MEDIUM),
        ("password-demanded", Confidence.HIGH),
        ("newcomers-must-register", Confidence.HIGH),
    ],
)
def test_a_mere_sentence_is_less_sure_than_a_field_for_a_password(reason: str, sure: Confidence) -> None:
    walk = cast(Walk, SimpleNamespace(steps=[SimpleNamespace(screenshot="")]))
    at = Doorstep(walk, DoorReading((), (), (), None, login_words=True), (), "https://a.example/kassa", "v1")

    assert at.account_demanded(reason, "Kirjaudu").confidence is sure
