"""How a customer reaches the shop itself: each way as found on its pages, never a payment provider's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from auditor.derive.digest import Digest, digest_of, site_language
from auditor.derive.emails import emails_in
from auditor.derive.fields import is_newsletter, is_search
from auditor.derive.phones import Phone, phones_in
from auditor.derive.sees import Sees
from auditor.derive.structured import strings
from auditor.model import Evidence, Link, PageKind, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.wordings import wording

__all__ = ["Contacts", "contacts_of", "hours_in", "postal_addresses"]

# The pages where a shop speaks for itself come first; terms and privacy pages also name its partners.
_ORDER = (
    PageKind.CONTACT,
    PageKind.HOME,
    PageKind.ABOUT,
    PageKind.PRODUCT,
    PageKind.RETURNS,
    PageKind.WITHDRAWAL,
    PageKind.FAQ,
    PageKind.DELIVERY,
    PageKind.TERMS,
    PageKind.PRIVACY,
    PageKind.CART,
    PageKind.CHECKOUT,
    PageKind.CATEGORY,
)
_STREET = re.compile(
    r"(?P<street>[A-ZÅÄÖØÆÜÕ][\w.é-]{1,30} (?:[\w.é-]{2,30} ){0,2}\d{1,4}(?:[-–/]\d{1,4})?"
    r"(?: ?[A-Za-z]\b)?(?: ?\d{1,3})?) *[,\n;|·•–—] *"
    r"(?P<code>(?:[A-Z]{1,3}[- ])?\d{3} ?\d{2}|\d{4,5}|(?:[A-Z]{1,3}[- ])\d{4,5}|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})"
    r" +(?P<town>[A-ZÅÄÖØÆÜÕ][\wåäöøæüõé-]{1,30}(?: [A-ZÅÄÖØÆÜÕ][\wåäöøæüõé-]{1,20})?)"
)
# A farm or a harbour has a name and no number; a year in a copyright line is no postcode.
_PLACE = re.compile(
    r"(?P<street>[A-ZÅÄÖØÆÜÕ][\w.é/ -]{3,40}) *[,\n] *(?P<code>(?:[A-Z]{1,2}-)?(?:\d{3} \d{2}|\d{5}|(?!19|20)\d{4}))"
    r" (?P<town>[A-ZÅÄÖØÆÜÕ][\wé-]{1,30}(?: [a-zåäö]{3,12}\b)?)"
)
_UK = re.compile(
    r"(?:\d{1,4} )?(?:[A-Z][\w'-]{1,25} ){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Square|Way)\b"
    r"[^\n]{0,60}[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b"
)
_ISLES = re.compile(
    r"\d{1,4}[a-z]? (?:[A-Z][\w'-]{1,25} ){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Square|Way|Quay|Terrace|Court)\.?, "
    r"[A-Z][a-z-]{2,25}"
)
_DAY = (
    r"(?:ma|ti|ke|to|pe|la|su|(?:maanantai|tiistai|torstai|perjantai|lauantai|sunnuntai)\w*|keskiviik\w*|ark(?:isin|ipäivisin)?"
    r"|joka päivä|päivittäin|mån|tis|ons|tor|fre|lör|sön|lør|søn"
    r"|(?:mån|tis|ons|tors|fre|lör|sön|man|tirs|lør|søn)dag\w*"
    r"|vardagar|alla dagar|varje dag|hverdager|hverdage|alle dager|hver dag|man"
    r"|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays|daily|every day"
    r"|mo|di|mi|do|fr|sa|so|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|werktags|täglich"
    r"|e|t|k|n|r|l|p|(?:esmas|teisi|kolma|nelja|lau|püha)päev\w*|reede\w*|tööpäevadel|iga päev)"
)
_CLOCK = r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?\s?(?:am|pm|h|uhr)?"
_HOURS = re.compile(
    rf"(?<!\w){_DAY}\.?(?:\s*(?:[-–—]|to|till|bis|til|kuni)\s*{_DAY}\.?)?,?:?\s*(?:klo|kl\.?|at|from|von|fra|kell)?\s*{_CLOCK}\s*(?:[-–—]|to|till|til|bis|kuni)\s*{_CLOCK}(?!\w)",
    re.I,
)
# A message to a parcel's driver, or about goods sent back, is no way to ask the shop.
_NO_CONTACT_FORM = frozenset({PageKind.CHECKOUT, PageKind.CART, PageKind.RETURNS, PageKind.WITHDRAWAL})
# Pages where any message is one to the shop.
_OWN_WORDS = frozenset({PageKind.CONTACT, PageKind.HOME, PageKind.ABOUT, PageKind.FAQ, PageKind.TERMS})
_LAND = {"fi": "FI", "sv": "SE", "en": "GB", "de": "DE", "nb": "NO", "no": "NO", "da": "DK", "et": "EE"}
_MESSENGERS = {"wa.me": "WhatsApp", "api.whatsapp.com": "WhatsApp", "m.me": "Messenger"}


@dataclass(frozen=True)
class Contacts:
    """Each way to reach the shop, itself or null; ``where`` points at the page each was found on."""

    email: str | None = None
    phone: Phone | None = None
    form: str | None = None
    chat: str | None = None
    chat_seen: bool = False
    address: str | None = None
    hours: str | None = None
    tappable: bool = False
    on_home: bool = False
    page_linked: bool = False
    where: tuple[Evidence, ...] = field(default=())


def contacts_of(sees: Sees, visits: Iterable[Visit]) -> Contacts:
    """Gather the ways to reach the shop from its pages, the contact page before the others."""
    ordered = sorted(visits, key=lambda visit: _ORDER.index(visit.kind) if visit.kind in _ORDER else len(_ORDER))
    where: dict[str, Evidence] = {}
    email = phone = form = chat = address = hours = None
    chat_seen = tappable = False
    for visit in ordered[:60]:
        digest = digest_of(sees, visit)
        text = "\n".join(dict.fromkeys((visit.facts.text, digest.text)))
        hrefs = [link.href for link in visit.facts.links] + [anchor.href for anchor in digest.anchors]
        mails = [
            one for one in emails_in(text, hrefs) if not _partner(text, one) and not wording("partners").search(one)
        ]
        calls = [
            one
            for one in phones_in(text, hrefs, sees.site.country, _LAND.get(site_language(sees, visit)))
            if not _partner(text, one.printed)
        ]
        tappable = (
            tappable
            or any(one.linked for one in calls)
            or any(href.lower().startswith("mailto:") for href in hrefs if mails)
        )
        email = email or _note(where, "email", visit, next(iter(mails), None))
        if phone is None and calls:
            phone = calls[0]
            _note(where, "phone", visit, phone.printed)
        form = form or _note(where, "form", visit, _form(visit))
        address = address or _note(where, "address", visit, next(iter(postal_addresses(digest, text)), None))
        hours = hours or _note(where, "hours", visit, next(hours_in(text, digest), None))
        if not chat_seen and (seen := visit.facts.chat or _messenger(hrefs)):
            chat, chat_seen = _note(where, "chat", visit, seen), True
        chat = chat or _note(where, "chat", visit, _chat_service(visit))
    home = [visit for visit in ordered if visit.kind is PageKind.HOME]
    told = " ".join(
        f"{visit.facts.text} {digest_of(sees, visit).text} {' '.join(link.href for link in visit.facts.links)}"
        for visit in home
    )
    return Contacts(
        email,
        phone,
        form,
        chat,
        chat_seen,
        address,
        hours,
        tappable,
        on_home=any(one and one in told for one in (email, phone and phone.printed)),
        page_linked=any(_leads_to_contact(link, sees) for visit in home for link in visit.facts.links),
        where=tuple(where.values()),
    )


def postal_addresses(digest: Digest, text: str) -> Iterator[str]:
    """Yield the postal addresses of a page: structured ones, then street, postcode and town in its text."""
    for item in digest.items:
        yield from _structured_address(item)
    for hit in (*_STREET.finditer(text), *_UK.finditer(text), *_PLACE.finditer(text), *_ISLES.finditer(text)):
        if not _partner(text, hit.group()):
            yield " ".join(hit.group().replace("\n", ", ").split()).replace(",,", ",").replace(" ,", ",")


def hours_in(text: str, digest: Digest | None = None) -> Iterator[str]:
    """Yield opening hours as printed, such as "ma–pe 9–16"; then those of structured data."""
    for hit in _HOURS.finditer(text):
        yield " ".join(hit.group().split())
    for item in digest.items if digest else ():
        yield from strings(item.get("openingHours"))


def _structured_address(item: object) -> Iterator[str]:
    if not isinstance(item, dict):
        return
    address = item.get("address")
    for one in address if isinstance(address, list) else [address]:
        if isinstance(one, dict) and one.get("streetAddress") and one.get("addressLocality"):
            town = " ".join((*strings(one.get("postalCode")), *strings(one.get("addressLocality"))))
            yield f"{', '.join(strings(one['streetAddress']))}, {town}"


def _partner(text: str, found: str) -> bool:
    """Say whether every mention of a contact stands right behind the name of a payment provider or an authority."""
    spots = [hit.start() for hit in re.finditer(re.escape(found), text)]
    return bool(spots) and all(_partner_before(text[max(0, spot - 220) : spot]) for spot in spots)


def _partner_before(before: str) -> bool:
    names = list(wording("partners").finditer(before))
    return (
        bool(names)
        and not wording("own_service").search(before[names[-1].end() :])
        and before[names[-1].end() :].count("\n") <= 6
        and _company(before, names[-1])
    )


def _company(before: str, name: re.Match[str]) -> bool:
    """A row of logos names brands too; a provider's contact has a company form or its duty near it."""
    near = before[max(0, name.start() - 60) :]
    return bool(wording("company_near").search(near))


def _note(where: dict[str, Evidence], key: str, visit: Visit, found: str | None) -> str | None:
    if found and key not in where:
        where[key] = Evidence(page=visit.id, excerpt=found[:160], screenshot=visit.screenshot)
    return found


def _form(visit: Visit) -> str | None:
    """Return the page of a contact form: a message area with a name or e-mail beside it, in sight.

    On a page of contacts a single line for the message will do.
    """
    seen = [one for one in visit.facts.fields if one.visible and not is_search(one) and not is_newsletter(one)]
    if visit.kind in _NO_CONTACT_FORM:
        return None
    contact = visit.kind is PageKind.CONTACT
    for area in (one for one in seen if one.tag == "textarea" or (contact and purpose_of(one) is Purpose.NOTE)):
        beside = [one for one in seen if one.form == area.form and one is not area]
        if visit.kind not in _OWN_WORDS and not (area.label or area.placeholder or area.heading):
            continue  # nothing says that it is for the shop: a comment below an article, perhaps
        named = "" if contact else " ".join(one.name for one in (area, *beside))
        asks = " ".join(f"{one.label} {one.placeholder} {one.heading}" for one in (area, *beside))
        if beside and not wording("review_form").search(f"{asks} {named}"):
            return visit.url
    return None


def _messenger(hrefs: Iterable[str]) -> str | None:
    return next((name for href in hrefs for host, name in _MESSENGERS.items() if f"//{host}/" in href), None)


def _chat_service(visit: Visit) -> str | None:
    services = (load_vocabulary().service(host) for host in visit.hosts)
    return next((one.name for one in services if one and one.category == "chat" and "/" not in one.name), None)


def _leads_to_contact(link: Link, sees: Sees) -> bool:
    words, said = load_vocabulary(), link.said
    language = next(iter(sees.site.languages), "en")
    named = words.match("contact", said, language) or words.match("customer_service", said, language)
    about = words.slug("contact", link.href) or words.slug("customer_service", link.href)
    return link.visible and (bool(named and named.strength >= 0.5) or about)
