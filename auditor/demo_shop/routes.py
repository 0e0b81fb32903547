"""Which page answers which address."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from auditor.demo_shop.messages import Request, Response
from auditor.demo_shop.pages import basket, catalogue, checkout, forms, missing, service, technical
from auditor.demo_shop.shop import Shop

__all__ = ["Route", "answer"]


@dataclass(frozen=True)
class Route:
    """An address pattern and the page behind it; groups of the pattern are handed over as text."""

    method: str
    pattern: str
    page: Callable[..., Response]


ROUTES = (
    Route("GET", "/", catalogue.home),
    Route("GET", "/kauppa", catalogue.everything),
    Route("GET", "/kauppa/([a-z]+)", catalogue.category),
    Route("GET", "/tuote/([a-z0-9-]+)", catalogue.product),
    Route("GET", "/haku", catalogue.search),
    Route("GET", "/haku/ehdotukset", catalogue.suggestions),
    Route("GET", "/kuvat/([a-z0-9-]+)/([a-z]+).svg", catalogue.picture),
    Route("GET", "/ostoskori", basket.show),
    Route("GET", "/kori/sisalto", basket.drawer),
    Route("POST", "/kori/lisaa", basket.add),
    Route("POST", "/kori/maara", basket.change),
    Route("POST", "/kori/poista", basket.remove),
    Route("GET", "/kassa", checkout.show),
    Route("GET", "/kassa/vaihe/([1-6])", checkout.interstitial),
    Route("POST", "/kassa/tilaa", checkout.order),
    Route("GET", "/kassa/kiitos", checkout.thanks),
    Route("GET", "/toivelista", forms.wishes),
    Route("POST", "/toivelista", forms.wish),
    Route("POST", "/viesti/([a-z-]+)", forms.message),
    Route("POST", "/uutiskirje", forms.newsletter),
    Route("POST", "/rekisteroidy", forms.register),
    Route("POST", "/kirjaudu", forms.log_in),
    Route("POST", "/seuraa-tilausta", forms.track),
    Route("POST", "/peruuta-sopimus", forms.withdraw),
    Route("POST", "/peruuta-sopimus/vahvista", forms.withdraw_confirmed),
    Route("POST", "/evasteet", forms.consent),
    Route("GET", "/oppaat/([a-z-]+)", service.guide),
    Route("GET", "/usein-kysyttya", service.questions),
    Route("GET", "/robots.txt", technical.robots),
    Route("GET", "/sitemap.xml", technical.sitemap),
    Route("GET", "/analytics.js", technical.analytics),
    Route("POST", "/analytics/collect", technical.collect),
    Route("GET", "/painolasti.js", technical.ballast),
    Route("GET", "/favicon.ico", technical.favicon),
    Route("GET", "/static/([a-z0-9.-]+)", technical.static),
    Route("GET", "/([a-z-]+)", service.text),
)


def answer(shop: Shop, request: Request) -> Response:
    """Return the answer of the shop to a request; an unknown address gets the page for missing ones."""
    path = request.path if request.path == "/" else request.path.rstrip("/")
    for route in ROUTES:
        found = re.fullmatch(route.pattern, path) if route.method == request.method else None
        if found:
            return route.page(shop, request, *found.groups())
    return missing.not_found(shop, request)
