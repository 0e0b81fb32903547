"""How a customer reaches the shop itself: each way as found on its pages, never a payment provider's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from auditor.derive.page.digest import Digest, digest_of, site_language
from auditor.derive.page.fields import is_newsletter, is_search
from auditor.derive.sees import Sees
from auditor.derive.text.emails import emails_in
from auditor.derive.text.hours import hours_in
from auditor.derive.text.phones import Phone, country_of_language, phones_in
from auditor.derive.text.postal import postal_addresses
from auditor.derive.text.same_page import leads_somewhere, same_page
from auditor.model import Evidence, Field, Link, PageKind, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import Purpose, purpose_of
from auditor.vocabulary.wordings import wording

__all__ = ["Contacts", "asked_for_contacts", "contacts_of"]

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
# A message to a parcel's driver, or about goods sent back, is no way to ask the shop.
_NO_CONTACT_FORM = frozenset({PageKind.CHECKOUT, PageKind.CART, PageKind.RETURNS, PageKind.WITHDRAWAL})
# Pages where any message is one to the shop.
_OWN_WORDS = frozenset({PageKind.CONTACT, PageKind.HOME, PageKind.ABOUT, PageKind.FAQ, PageKind.TERMS})
_MESSENGERS = {
    "WhatsApp": re.compile(
        r"//wa\.me/(?:\+?\d{6,}|message/\w+|c/\d+)|(?://api\.whatsapp\.com/|whatsapp://)send/?\?(?:.*&)?phone=",
        re.IGNORECASE,
    ),
    "Messenger": re.compile(r"//m\.me/[\w.-]+|//(?:www\.)?messenger\.com/t/[\w.-]+", re.IGNORECASE),
}
# Numbers of goods stand on these pages.
_GOODS = frozenset({PageKind.PRODUCT, PageKind.CATEGORY, PageKind.CART})
MAX_PAGES = 60
LEAST_ASKED = 3


@dataclass(frozen=True)
class Contacts:
    """Each way to reach the shop, itself or null; ``where`` points at the page each was found on.

    ``unread`` says that a page of contacts is linked but was not read, so that null then means nothing.
    """

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
    unread: bool = False
    where: tuple[Evidence, ...] = field(default=())


@dataclass(frozen=True)
class _Page:
    """What a page says of contacts, partners' left out."""

    visit: Visit
    mails: tuple[str, ...]
    calls: tuple[Phone, ...]
    chat: str | None
    text: str

    @property
    def tappable(self) -> bool:
        """True where a number or an address opens on a tap."""
        links = (link.href.lower() for link in self.visit.facts.links)
        return any(one.linked for one in self.calls) or bool(self.mails and any(h.startswith("mailto:") for h in links))


def contacts_of(sees: Sees, visits: Iterable[Visit]) -> Contacts:
    """Gather the ways to reach the shop from its pages, the contact page before the others."""
    ordered = _ordered(visits)
    where: dict[str, Evidence] = {}
    email = phone = form = chat = service = address = hours = None
    pages = [_read(sees, visit) for visit in ordered[:MAX_PAGES]]
    mails = [(page, mail) for page in pages for mail in page.mails]
    if mails:
        # Among several, the one at the shop's own domain.
        page, email = min(mails, key=lambda pair: not _own_domain(pair[1], sees.site.url))
        _note(where, "email", page.visit, email)
    for page in pages:
        visit, digest = page.visit, digest_of(sees, page.visit)
        if phone is None and page.calls:
            phone = page.calls[0]
            _note(where, "phone", visit, phone.printed)
        form = form or _note(where, "form", visit, _form(visit))
        if visit.kind is not PageKind.CHECKOUT:  # the fields of a customer's address stand there
            address = address or _note(where, "address", visit, _address(visit, digest, page.text))
        if visit.kind is not PageKind.DELIVERY:  # a carrier's hours stand there
            hours = hours or _note(where, "hours", visit, next(hours_in(page.text, digest), None))
        chat = chat or _note(where, "chat", visit, page.chat)
        service = service or _chat_service(visit)
    home = [page for page in pages if page.visit.kind is PageKind.HOME]
    told = " ".join(f"{page.text} {' '.join(link.href for link in page.visit.facts.links)}" for page in home)
    return Contacts(
        email,
        phone,
        form,
        chat or service,
        chat is not None,
        address,
        hours,
        tappable=any(page.tappable for page in pages),
        on_home=any(one and one in told for one in (email, phone and phone.printed)),
        page_linked=any(_leads_to_contact(link, sees) for page in home for link in page.visit.facts.links),
        unread=_unread(sees, ordered),
        where=tuple(where.values()),
    )


def asked_for_contacts(visits: Iterable[Visit]) -> tuple[Visit, ...]:
    """Return the pages that are read for contacts, those where a shop speaks for itself first."""
    return tuple(_ordered(visits)[:MAX_PAGES])


def _ordered(visits: Iterable[Visit]) -> list[Visit]:
    # Behind the door of checkout stand the details of a made-up customer.
    outside = (visit for visit in visits if visit.part != "deep")
    return sorted(outside, key=lambda visit: _ORDER.index(visit.kind) if visit.kind in _ORDER else len(_ORDER))


def _read(sees: Sees, visit: Visit) -> _Page:
    page: _Page = sees.memo(f"contacts on {visit.id}", lambda: _read_anew(sees, visit))
    return page


def _read_anew(sees: Sees, visit: Visit) -> _Page:
    digest = digest_of(sees, visit)
    shown = visit.facts.text
    known = set(shown.split("\n"))
    # What the body says besides, such as folded parts; its other lines were read already.
    text = "\n".join((shown, *(line for line in digest.text.split("\n") if line not in known)))
    hrefs = [link.href for link in visit.facts.links] + [anchor.href for anchor in digest.anchors]
    land = country_of_language(site_language(sees, visit))
    mails = (one for one in emails_in(text, hrefs) if not wording("partners").search(one))
    calls = phones_in(text, hrefs, sees.site.country, land, among_goods=visit.kind in _GOODS)
    seen = visit.facts.chat or _messenger(link.href for link in visit.facts.links if link.visible or link.revealed)
    return _Page(
        visit,
        tuple(one for one in mails if not _partner(text, one)),
        tuple(one for one in calls if not _partner(text, one.printed)),
        seen if seen and not wording("partners").search(seen) and not wording("carriers").search(seen) else None,
        text,
    )


def _own_domain(mail: str, url: str) -> bool:
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    domain = mail.partition("@")[2]
    return bool(host) and (host == domain or host.endswith(f".{domain}") or domain.endswith(f".{host}"))


def _address(visit: Visit, digest: Digest, text: str) -> str | None:
    found = postal_addresses(digest, text, of_shop=visit.kind in {PageKind.CONTACT, PageKind.ABOUT})
    return next((one for one in found if not _partner(text, one.split(",")[0])), None)


def _unread(sees: Sees, visits: Sequence[Visit]) -> bool:
    """Say whether a page of contacts is linked, on the shop's own site, and was not read."""
    read = [visit.url for visit in visits] + [visit.redirected_from for visit in visits if visit.redirected_from]
    if any(visit.kind is PageKind.CONTACT for visit in visits):
        return False
    host = urlsplit(sees.site.url).netloc
    leading = (
        link.href
        for visit in visits
        for link in visit.facts.links
        if _leads_to_contact(link, sees) and leads_somewhere(link.href) and urlsplit(link.href).netloc == host
    )
    return any(not any(same_page(href, one) for one in read) for href in leading)


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

    On a page of contacts a single line for the message will do, and so will an e-mail address among other questions.
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
        if beside and (contact or not wording("review_form").search(f"{asks} {named}")):
            return visit.url
    return visit.url if contact and any(_asks_for_answer(one, seen) for one in seen) else None


def _asks_for_answer(mail: Field, seen: Sequence[Field]) -> bool:
    """Say whether an e-mail address is asked among at least two other things, none of which is a password."""
    form = [one for one in seen if one.form == mail.form and one.type not in {"radio", "checkbox"}]
    if purpose_of(mail) is not Purpose.EMAIL or mail.form < 0:
        return False
    return len(form) >= LEAST_ASKED and not any(one.type == "password" for one in form)


def _messenger(hrefs: Iterable[str]) -> str | None:
    """Name the messenger of a link that opens a talk with somebody; one that shares the page names nobody."""
    return next((name for href in hrefs for name, link in _MESSENGERS.items() if link.search(href)), None)


def _chat_service(visit: Visit) -> str | None:
    services = (load_vocabulary().service(host) for host in visit.hosts)
    return next((one.name for one in services if one and one.category == "chat"), None)


def _leads_to_contact(link: Link, sees: Sees) -> bool:
    words, said = load_vocabulary(), link.said
    language = next(iter(sees.site.languages), "en")
    named = words.match("contact", said, language) or words.match("customer_service", said, language)
    about = words.slug("contact", link.href) or words.slug("customer_service", link.href)
    return link.visible and (bool(named and named.strength >= 0.5) or about)
