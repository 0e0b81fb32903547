"""Pages of text: service, policies, story and guides."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from auditor.demo_shop import structured
from auditor.demo_shop.catalog import data_file
from auditor.demo_shop.messages import Request, Response
from auditor.demo_shop.money import euros
from auditor.demo_shop.pages.missing import not_found
from auditor.demo_shop.search import fold
from auditor.demo_shop.shop import Page, Shop

__all__ = ["TEXTS", "Text", "guide", "guide_slugs", "questions", "text"]

HOME = ("Etusivu", "/")


@dataclass(frozen=True)
class Text:
    """A page of text: template, name, description, and the faults that take the page away."""

    template: str
    name: str
    description: str
    kind: str
    gone_with: tuple[str, ...] = ()
    indexable: bool = True


TEXTS = {
    "toimitus": Text(
        "delivery.html",
        "Toimitus ja maksutavat",
        "Toimitustavat, toimitusajat, toimituskulut ja maksutavat.",
        "delivery",
    ),
    "palautukset": Text(
        "returns.html", "Palautukset", "Palautusaika, palautuksen kulut, ohjeet ja rahojen palautus.", "returns"
    ),
    "tilausehdot": Text(
        "terms.html", "Tilausehdot", "Verkkokaupan tilaus- ja toimitusehdot sekä tiedot peruuttamisoikeudesta.", "terms"
    ),
    "tietosuojaseloste": Text(
        "privacy.html",
        "Tietosuojaseloste",
        "Miten käsittelemme henkilötietojasi ja mitä oikeuksia sinulla on.",
        "privacy",
    ),
    "peruuta-sopimus": Text(
        "withdrawal.html",
        "Peruuta sopimus",
        "Peruuta etäkauppa verkossa. Lomake toimii ilman kirjautumista.",
        "withdrawal",
        ("withdrawal-function",),
    ),
    "peruuttamislomake": Text(
        "model_form.html",
        "Peruuttamislomake",
        "Lain mukainen peruuttamislomakkeen malli.",
        "withdrawal",
        ("withdrawal-info",),
    ),
    "saavutettavuusseloste": Text(
        "accessibility.html",
        "Saavutettavuusseloste",
        "Verkkokaupan saavutettavuuden tila, tunnetut puutteet ja palautekanava.",
        "accessibility",
        ("accessibility-statement",),
    ),
    "seuraa-tilausta": Text(
        "tracking.html",
        "Seuraa tilausta",
        "Katso tilauksesi tila tilausnumerolla ja sähköpostilla ilman kirjautumista.",
        "tracking",
        ("order-tracking",),
    ),
    "yhteystiedot": Text(
        "contact.html", "Yhteystiedot", "Asiakaspalvelun puhelin, sähköposti, chat, aukioloajat ja osoite.", "contact"
    ),
    "tarina": Text("story.html", "Tarinamme", "Keitä olemme, mihin uskomme ja kuka tuotteemme tekee.", "about"),
    "oppaat": Text(
        "guides.html",
        "Oppaat ja hoito-ohjeet",
        "Näin hoidat villaa, pellavaa, emalia ja puuta.",
        "guides",
        ("use-guides",),
    ),
    "kanta-asiakas": Text(
        "loyalty.html",
        "Kaarnapiiri, kanta-asiakasohjelma",
        "Liity maksutta: 5 % bonusta jokaisesta ostoksesta ja jäsenedut heti käyttöön.",
        "loyalty",
        ("loyalty-programme",),
    ),
    "lahjakortti": Text(
        "gift_card.html", "Lahjakortti", "Kaarnakodon lahjakortti 25–200 euroa.", "gift-card", ("come-back-reasons",)
    ),
    "suosittele": Text(
        "referral.html",
        "Suosittele ystävälle",
        "Suosittele ystävälle: molemmat saatte 10 euroa.",
        "referral",
        ("come-back-reasons",),
    ),
    "palaute": Text("feedback.html", "Anna palautetta", "Kerro, missä onnistuimme.", "feedback", ("feedback-loop",)),
    "kirjaudu": Text("login.html", "Kirjaudu sisään", "Kirjaudu Kaarnakodon asiakastilille.", "login", indexable=False),
    "rekisteroidy": Text(
        "register.html", "Luo asiakastili", "Luo tili ja seuraa tilauksiasi.", "register", indexable=False
    ),
    "vain-suomessa": Text("market.html", "Vain Suomessa", "Palvelemme vain Suomessa.", "market", indexable=False),
}


def text(shop: Shop, request: Request, slug: str) -> Response:
    """Answer a page of text, or the page for missing ones where a fault took it away."""
    known = TEXTS.get(slug)
    if known is None or any(shop.has(fault) for fault in known.gone_with):
        return not_found(shop, request)
    trail = (HOME, (known.name, f"/{slug}"))
    company = shop.facts.company
    description = f"{known.description} {company.name}, {company.slogan.casefold()}."
    page = Page(
        known.template, f"{known.name} | {company.name}", description, known.kind, trail, indexable=known.indexable
    )
    return shop.render(request, page, guides=_guides(), notice=request.asked("kiitos"))


def questions(shop: Shop, request: Request) -> Response:
    """Answer the questions and answers, filtered by a search."""
    if shop.has("self-service-help"):
        return not_found(shop, request)
    page = Page(
        "faq.html",
        "Usein kysyttyä | Kaarnakoto",
        "Vastaukset tilaamisesta, maksamisesta, toimituksesta, palautuksista, takuusta ja asiakastilistä.",
        "faq",
        (HOME, ("Usein kysyttyä", "/usein-kysyttya")),
    )
    topics = _topics(shop)
    wanted = request.asked("kysymys")[:100]
    pairs = [(row["question"], row["answer"]) for topic in topics for row in topic["rows"]]
    if wanted:
        root = fold(wanted)[: max(4, len(wanted) - 2)]
        topics = [
            {**topic, "rows": [row for row in topic["rows"] if root in fold(row["question"] + row["answer"])]}
            for topic in topics
        ]
    return shop.render(
        request,
        page,
        topics=[topic for topic in topics if topic["rows"]],
        wanted=wanted,
        data=structured.questions(pairs),
    )


def guide(shop: Shop, request: Request, slug: str) -> Response:
    """Answer one guide."""
    shown = next((row for row in _guides() if row["slug"] == slug), None)
    if shown is None or shop.has("use-guides"):
        return not_found(shop, request)
    trail = (HOME, ("Oppaat", "/oppaat"), (shown["title"], request.path))
    page = Page("guide.html", f"{shown['title']} | Kaarnakoto", shown["intro"], "guide", trail)
    kin = [item for item in shop.catalog.products if item.care.guide == slug and item.stock][:3]
    return shop.render(request, page, guide=shown, products=kin)


def guide_slugs() -> tuple[str, ...]:
    """Return the addresses of all guides."""
    return tuple(row["slug"] for row in _guides())


def _guides() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(data_file("guides.toml").read_text(encoding="utf-8"))["guide"]
    return rows


def _topics(shop: Shop) -> list[dict[str, Any]]:
    """Return the questions by topic, with the promises of the shop put into the answers."""
    promises, company = shop.facts.promises, shop.facts.company
    differs = shop.has("policy-consistency")
    words = {
        "return_days": "14" if differs else str(promises.return_days),
        "free_from": euros(15000 if differs else promises.free_from_cents),
        "delivery": "5–8 arkipäivää" if differs else promises.delivery_text,
        "cheapest": euros(shop.facts.cheapest_delivery_cents),
        "returns": "maksutonta" if promises.returns_are_free else "asiakkaan maksamaa",
        "phone": company.phone,
        "email": company.email,
        "hours": company.hours,
        "payments": ", ".join(payment.name for payment in shop.facts.payments),
    }
    topics: list[dict[str, Any]] = []
    for topic in tomllib.loads(data_file("faq.toml").read_text(encoding="utf-8"))["topic"]:
        rows = [row for row in topic["rows"] if not any(shop.has(name) for name in row.get("gone_with", ()))]
        shown = [{"question": row["question"], "answer": row["answer"].format_map(words)} for row in rows]
        topics.append({"name": topic["name"], "rows": shown})
    return topics
