"""One shop: its goods, facts, faults and templates, and how a page is rendered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from http import HTTPStatus
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from auditor.demo_shop.assets import Asset, load_assets
from auditor.demo_shop.cart import Totals, totals
from auditor.demo_shop.catalog import Catalog, Product, load_catalog
from auditor.demo_shop.facts import Facts, load_facts
from auditor.demo_shop.faults import FAULTS
from auditor.demo_shop.messages import Request, Response
from auditor.demo_shop.money import business_day_after, decimal_euros, euros, finnish_date
from auditor.demo_shop.pictures import gallery
from auditor.demo_shop.state import Counters, Session, Sessions
from auditor.demo_shop.structured import Json, Told, breadcrumb_list, online_store, web_site

__all__ = ["Page", "Shop", "open_shop"]

CONSENT_COOKIE = "kk_suostumus"


@dataclass(frozen=True)
class Page:
    """What the layout must know of a page; the trail is of (name, path) pairs, the page itself last."""

    template: str
    title: str
    description: str
    kind: str
    trail: tuple[tuple[str, str], ...] = ()
    schemas: tuple[dict[str, Json], ...] = ()
    image: str = "/static/social.png"
    indexable: bool = True
    enclosed: bool = False


@dataclass(frozen=True)
class Shop:
    """A running shop without its sockets."""

    faults: frozenset[str]
    facts: Facts
    catalog: Catalog
    env: Environment
    assets: Mapping[str, Asset]
    today: date
    counters: Counters = field(default_factory=Counters)
    sessions: Sessions = field(default_factory=Sessions)

    def has(self, fault: str) -> bool:
        """Tell whether a fault is switched on; raises KeyError for a name that does not exist."""
        FAULTS[fault]
        return fault in self.faults

    def totals(self, session: Session, delivery_id: str = "") -> Totals:
        """Return what the cart of a session costs with a way of delivery."""
        delivery = self.facts.delivery(delivery_id)
        return totals(session.cart, delivery.cents, self.facts.promises.free_from_cents)

    def arrival(self) -> str:
        """Return the day on which an order of today should arrive."""
        return finnish_date(business_day_after(self.today, self.facts.promises.delivery_days))

    def recommended(self, session: Session, count: int = 4) -> tuple[Product, ...]:
        """Return products chosen by what the customer looked at, or the best sellers."""
        seen = [product for slug in session.viewed if (product := self.catalog.product(slug))]
        if not seen:
            return tuple(product for product in self.catalog.products if product.best_seller)[:count]
        liked = [product.category for product in seen]
        others = [product for product in self.catalog.products if product not in seen and product.stock]
        return tuple(sorted(others, key=lambda product: -liked.count(product.category))[:count])

    def render(self, request: Request, page: Page, status: HTTPStatus = HTTPStatus.OK, **values: object) -> Response:
        """Render a whole page; the values go to its template."""
        body = self.env.get_template(page.template).render(self._context(request, page), **values)
        return Response(body.encode(), status, delay_seconds=2.5 if self.has("load-ttfb") else 0.0)

    def fragment(self, request: Request, template: str, **values: object) -> Response:
        """Render a part of a page for the page scripts."""
        body = self.env.get_template(template).render(self._shared(request), **values)
        return Response(body.encode(), headers=(("Cache-Control", "no-store"),))

    def _shared(self, request: Request) -> dict[str, Any]:
        return {
            "company": self.facts.company,
            "promises": self.facts.promises,
            "facts": self.facts,
            "categories": self.catalog.categories,
            "session": request.session,
            "cart": request.session.cart,
            "totals": self.totals(request.session),
            "base": request.base_url,
            "path": request.path,
            "query": request.asked("q"),
            "today": self.today,
            "arrival": self.arrival(),
        }

    def _context(self, request: Request, page: Page) -> dict[str, Any]:
        consent = request.cookies.get(CONSENT_COOKIE, "")
        tracks = consent == "kaikki" or self.has("consent-before-tracking")
        return {
            **self._shared(request),
            "page": page,
            "consent": consent,
            "tracks": tracks,
            "schemas": (*self._organisation(request, page), *page.schemas),
        }

    def _organisation(self, request: Request, page: Page) -> tuple[dict[str, Json], ...]:
        if self.has("structured-data-org"):
            return ()
        company = self.facts.company
        other = self.has("channel-consistency")
        told = Told(
            phone="+358 3 765 4321" if other else f"+358 {company.phone.removeprefix('0')}",
            email="info@vanhakaarna.example" if other else company.email,
            identity=not self.has("trader-identity"),
            contact=not self.has("contact-channels"),
            return_link=not self.has("return-policy-visible"),
        )
        store = online_store(self.facts, request.base_url, told)
        site = web_site(self.facts, request.base_url, searchable=not self.has("site-search"))
        crumbs = (breadcrumb_list(request.base_url, page.trail),) if page.trail else ()
        return (store, site, *crumbs)


def open_shop(faults: frozenset[str], today: date, compiled: BytecodeCache | None = None) -> Shop:
    """Read the data of the package and return a shop with the given faults.

    `compiled` keeps the compiled templates for whoever opens many shops; they do not depend on the faults.
    """
    env = Environment(
        loader=PackageLoader("auditor.demo_shop"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled,
    )
    shop = Shop(faults, load_facts(faults), load_catalog(), env, load_assets(), today)
    env.filters.update(euros=euros, decimal=decimal_euros, day=finnish_date, json=_json, stars=_stars)
    env.globals.update(
        fault=shop.has,
        asset=lambda name: f"/static/{name}?v={shop.assets[name].version}",
        gallery=gallery,
        ago=lambda days: finnish_date(today - timedelta(days=days)),
        ago_iso=lambda days: (today - timedelta(days=days)).isoformat(),
    )
    return shop


def _json(data: Json) -> Markup:
    """Write data for a script element, where no text may close it."""
    text = json.dumps(data, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704 (escaped one line above)


def _stars(value: float) -> str:
    """Write a rating with a decimal comma."""
    return f"{value:.1f}".replace(".", ",")
