"""The rules of the guard (CONTRACTS 7): why a request is refused, told from its method, address and body alone.

Before the door (a), at it (b) and behind it, where a deep checkout fills in forms (c); GETs that act (d).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from urllib.parse import unquote, urlsplit

from auditor.collect.guarding.bodies import last_of, pairs_of
from auditor.collect.guarding.operations import changes_of, is_ordering
from auditor.vocabulary.checkout import EMAIL, is_address_operation, is_envelope, is_refresh, pieces

__all__ = ["Phase", "judge_request"]

_EMAIL = re.compile(r"[^@\s\"'=&:{}]+@[^@\s\"'=&{}]+\.[a-z]{2,}", re.I)
_PERSONAL_KEY = re.compile(r"e-?mail|phone|puhelin|telefon|passw|salasana|lösenord|kennwort|passord|adgangskode", re.I)
_MESSAGE_KEY = re.compile(
    r"e-?mail|passw|salasana|lösenord|sähköposti|e-?post(?!code|al)|"
    r"^(?:message|viesti|meddelande|melding|besked|nachricht|sõnum|beskjed)$",
    re.I,
)
_CART = re.compile(
    r"cart|basket|bag\b|kori|korg|kurv|warenkorb|korv\b|line-?items?|add-?item|populate|minicart|trolley|quote|graphql",
    re.I,
)
_PERSONAL = re.compile(
    r"(?:^|[/_.\-=?&])(?:register|registration|signup|sign-up|create-?account|login|signin|sign-in|log-in|logon|"
    r"newsletter|subscribe|subscription|contact(?:-?us|form)?|reviews?|review-?post|feedback|rekisteroidy|kirjaudu|"
    r"uutiskirje|nyhetsbrev|kontakt|inloggning|logga-in|anmeldung|registrieren|widerruf|withdraw\w*|peruut\w*)(?:$|[/_.\-=?&])",
    re.I,
)
_ORDER = re.compile(
    r"place-?_?order|order-?_?place|submit-?_?order|order-?_?submit|confirm-?_?order|order-?_?confirm|create-?_?order|"
    r"complete-?_?order|order-?_?complete|finish-?_?order|payment-?information|/payments?(?:$|/|\?)|/pay(?:$|/|\?)|/charge|"
    r"/orders(?:$|\?)|checkout/(?:complete|confirm|finish|success|place|pay)|wc-ajax=checkout|/maksa(?:$|/|\?)|teetilaus|tee-tilaus|"
    r"payment[-_]?(?:intent|session)|(?:create|init\w*|start)[-_]?payment|save-?_?order(?![a-z])|[?&]task=confirm(?:$|&)|"
    r"lahetatilaus|/wc/store/(?:v\d/)?checkout|/(?:guest-)?carts?/[^/]+/(?:complete|order(?:$|\?))|/orders?/[^/]+/complete",
    re.I,
)
# A page of this name takes orders, unless its query says that something is put into the cart.
_ORDER_PAGE = re.compile(r"/order(?:$|\?(?!\S*add[-_]?(?:to[-_]?)?(?:cart|basket|bag|item|line)))", re.I)
_PAYMENT_KEY = re.compile(r"payment|maksutapa|betal|zahlung|pay_?method|makse", re.I)
# What a form asks beside a way to pay; in a cart these are gift cards, and terms before the way to checkout.
_AGREEING_KEY = re.compile(r"card|^terms|agree|ehdot|villkor", re.I)
_ORDER_WORD = re.compile(r"/tilaa(?:$|/|\?)|beställ|/bestall|/bestill|/bestellen|/kaufen|/order(?:$|/|\?)", re.I)
_ORDER_GET = re.compile(
    r"place-?_?order|submit-?_?order|confirm-?_?order|create-?_?order|order-?_?submit|tee-tilaus|checkout/(?:finish|place)|"
    r"save-?_?order(?![a-z])|route=(?:extension/(?:\w+/)?)?payment/[^&]*[/.|]confirm",
    re.I,
)
_LEAVING = re.compile(
    r"(?:^|[/_.\-=?&])(?:log-?out|sign-?out|logoff|kirjaudu-ulos|logga-ut|abmelden|delete-?account|poista-tili)(?:$|[/_.\-=?&])",
    re.I,
)
_DELETING = re.compile(
    r"(?:^|[/_.\-=?&])(?:delete|destroy|poista|empty-?cart|clear-?cart|tyhjenna)(?:$|[/_.\-=?&])", re.I
)
# Rule (c). A step of checkout may itself live at /order, as a page; an interface of that name makes orders.
_STEP = re.compile(r"/(?:order|tilaa|beställ|bestall|bestill|bestil|bestellen|telli)/?$", re.I)
_REGISTERING = re.compile(r"regist|sign-?up|create-?account|rekisteroidy|anmeldung", re.I)
_AS_GUEST = re.compile(r"guest|gast(?![a-z])|gäst|gjest|gæst|vieras|külali", re.I)
_ACCOUNT_KEY = re.compile(r"(?:^|[._\-\[])account(?:$|\])", re.I)
_OPENING_KEY = re.compile(
    r"create_?-?account|register(?:_?account)?$|signup|newsletter|subscri|opt_?-?in(?:$|\])|uutiskirje|luo_?-?tili|skapa_?-?konto",
    re.I,
)
_SECRET_KEY = re.compile(r"passw|salasana|l[öo]senord|kennwort|passord|adgangskode|parool|(?:^|[._\-\[])pwd", re.I)
_METHOD_KEY = re.compile(
    r"(?:^|[._\-\[])payments?(?:$|[.\]\[]|[_\-]?(?:method|type|option|provider|gateway|instrument|module|code|intent|id))|"
    r"pay_?-?method|maksutapa|betal(?:nings?|ings)?_?-?(?:s[äa]tt|metod|måte)|zahlungs?_?-?(?:art|weise|methode)|makseviis",
    re.I,
)
_CARD_KEY = re.compile(
    r"card[._\-]?(?:num|no\b|holder|exp|cv)|cc[._\-]?(?:num|exp|cvc|csc)|(?:^|[._\-\[])(?:cv[cv]2?|iban|bic)(?:$|\])|"
    r"account_?-?number",
    re.I,
)
_YES = {"1", "true", "on", "yes"}
_NO = {"", "0", "false", "no", "off", "guest"}


class Phase(StrEnum):
    """How far the walk is: what may be sent narrows at the door."""

    BROWSE = "browse"
    CHOOSING = "choosing"
    FROZEN = "frozen"
    FILLING = "filling"
    SENDING = "sending"
    CLEANING = "cleaning"


def _personal(pairs: list[tuple[str, str]]) -> str:
    for key, value in pairs:
        if not value.strip() or value in {"0", "1", "true", "false", "on"}:
            continue
        if len(value) < 200 and _EMAIL.search(value):
            return "the body carries an e-mail address"
        if key and _PERSONAL_KEY.search(key) and not key.startswith("__") and len(value) < 200:
            return f"the body carries a filled field '{key[:40]}'"
    return ""


def judge_request(
    method: str,
    url: str,
    body: str,
    phase: Phase,
    *,
    own: bool = True,
    document: bool = True,
    known: bool = False,
) -> str:
    """Say why a request is refused, or give an empty text where it may pass; the same for routing and CDP.

    ``own`` tells whether the address is the shop's, ``document`` whether a page is asked for; both matter only to
    the phases behind the door. ``known`` says that the shop may know the visitor: then a bare word may order.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        return ""
    target = unquote(f"{parts.path}?{parts.query}" if parts.query else parts.path)
    if method == "GET":
        return _judge_get(target, phase)
    if method in {"HEAD", "OPTIONS"}:
        return ""
    if phase is Phase.FROZEN:
        return "nothing is sent any more at the door of checkout"
    if phase in {Phase.FILLING, Phase.SENDING}:
        if not own:
            return "behind the door nothing is sent to others than the shop"
        if method not in {"POST", "PUT", "PATCH"}:
            return "behind the door nothing is deleted"
        return _judge_behind_the_door(target, pairs_of(body, whole=True), phase, document=document)
    return _judge_sending(target, pairs_of(body), phase, known=known)


def _judge_get(target: str, phase: Phase) -> str:
    if _LEAVING.search(target):
        return "the address would log out or delete an account"
    if _ORDER_GET.search(target):
        return "the address would place an order"
    if phase is not Phase.CLEANING and _DELETING.search(target):
        return "the address would delete something"
    if phase in {Phase.FILLING, Phase.SENDING} and EMAIL.partition("@")[2] in target.lower():
        return "the address carries an e-mail address"
    return ""


def _judge_sending(target: str, pairs: list[tuple[str, str]], phase: Phase, *, known: bool) -> str:
    if is_ordering(pairs):
        return "the operation would order, register or send a message"
    if reason := _personal(pairs):
        return reason
    if _orders(target, pairs, known=known):
        return "the address would place an order or pay"
    if _CART.search(target):
        return ""
    names = {key.lower() for key, _value in pairs}
    own_state = any(name.startswith("__") for name in names)
    # The guest's choice of a door may be sent along with a login's empty fields; a filled one was refused above.
    as_guest = phase is Phase.CHOOSING and _says_guest(target, pairs)
    if not (own_state or as_guest) and any(_MESSAGE_KEY.search(name) for name in names):
        return "the form asks for an e-mail address, a password or a message"
    if phase is not Phase.CHOOSING and _PERSONAL.search(target):
        return "the address would register, log in or send a message"
    return ""


def _orders(target: str, pairs: list[tuple[str, str]], *, known: bool) -> bool:
    """Tell whether an address orders or pays; a cart's own address does where a word of ordering is its last one.

    A stranger's cart may lead on to checkout by "order" as well: then no way to pay is sent with it.
    """
    path = target.partition("?")[0]
    if _ORDER.search(target) or _ORDER_PAGE.search(target) or ("task", "confirm") in pairs:
        return True
    if known and (_STEP.search(path) or _ends_order(path)):
        return True
    said = any(not _CART.search(path[word.end() :]) for word in _ORDER_WORD.finditer(path)) or _ends_order(path)
    return said and any(
        _PAYMENT_KEY.search(key) or (_AGREEING_KEY.search(key) and not _CART.search(target)) for key, _value in pairs
    )


def _ends_order(path: str) -> bool:
    """Tell an address of a checkout or a cart whose last word ends the order: "/kassa/vahvista"."""
    return _ending().search(path) is not None


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"/(?:{pieces('order_place')})/(?:{pieces('order_end')})(?:\.\w{{2,4}})?/?$", re.I)


def _judge_behind_the_door(target: str, pairs: list[tuple[str, str]], phase: Phase, *, document: bool) -> str:
    """Rule (c): while a form is filled in, prices may be worked out anew; while it is sent, it may go to the shop."""
    changes = changes_of(target, pairs)
    if changes is not None and not changes:
        return ""
    if reason := _pays_or_opens(pairs):
        return reason
    if _refreshes(target, changes or (), pairs):
        return ""
    if is_envelope(target):
        return "what would be sent is more than prices worked out anew"
    if phase is Phase.FILLING:
        return "while the form is filled in, only prices are worked out anew"
    if changes and not all(map(is_address_operation, changes)):
        return "the operation is not known to set an address only"
    if is_ordering(pairs):
        return "the operation would order, register or send a message"
    return _judge_step(target, pairs, document=document)


def _judge_step(target: str, pairs: list[tuple[str, str]], *, document: bool) -> str:
    if any(not key and value.strip() for key, value in pairs):
        return "what would be sent cannot be read"
    if any(_METHOD_KEY.search(key) and value.strip() for key, value in pairs):
        return "the form holds a way to pay"
    path = target.partition("?")[0]
    if _ORDER.search(target) or _ends_order(path) or (_STEP.search(path) and not document):
        return "the address would place an order or pay"
    told = _PERSONAL.findall(target)
    if told and not (all(map(_REGISTERING.search, told)) and _says_guest(target, pairs)):
        return "the address would register, log in or send a message"
    return ""


def _pays_or_opens(pairs: list[tuple[str, str]]) -> str:
    for key, value in pairs:
        if not value.strip():
            continue
        if _CARD_KEY.search(key):
            return "the form holds a payment input"
        if _SECRET_KEY.search(key):
            return "the form holds a password"
        if value.lower() in _YES and (_OPENING_KEY.search(key) or _ACCOUNT_KEY.search(key)):
            return "the form would open an account or subscribe to something"
    return ""


def _refreshes(target: str, changes: tuple[str, ...], pairs: list[tuple[str, str]]) -> bool:
    if _ORDER.search(target):
        return False
    if is_envelope(target):
        inside = [value for key, value in pairs if last_of(key) == "path"]
        return bool(inside) and all(map(is_refresh, inside))
    if changes:
        return all(is_refresh("", name) for name in changes)
    return is_refresh(target)


def _says_guest(target: str, pairs: list[tuple[str, str]]) -> bool:
    """Tell whether what registers says by itself that it is for a guest; a filled password was refused before."""
    return _AS_GUEST.search(target) is not None or any(
        (_AS_GUEST.search(key) and value.lower() not in _NO)
        or _AS_GUEST.search(value)
        or (_ACCOUNT_KEY.search(key) and value.lower() in _NO)
        for key, value in pairs
    )
