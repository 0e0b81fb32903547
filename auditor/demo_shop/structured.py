"""Structured data for search engines, as plain JSON-LD objects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from auditor.demo_shop.catalog import Product
from auditor.demo_shop.facts import Facts
from auditor.demo_shop.money import decimal_euros
from auditor.demo_shop.pictures import Picture

__all__ = ["Json", "Told", "breadcrumb_list", "online_store", "product_data", "questions", "web_site"]

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | dict[str, Json] | None"
CONTEXT = "https://schema.org"


def _return_policy(facts: Facts, base: str, link: bool) -> dict[str, Json]:
    fees = "FreeReturn" if facts.promises.returns_are_free else "ReturnFeesCustomerResponsibility"
    policy: dict[str, Json] = {
        "@type": "MerchantReturnPolicy",
        "applicableCountry": "FI",
        "returnPolicyCategory": f"{CONTEXT}/MerchantReturnFiniteReturnWindow",
        "merchantReturnDays": facts.promises.return_days,
        "returnMethod": f"{CONTEXT}/ReturnByMail",
        "refundType": f"{CONTEXT}/FullRefund",
        "returnFees": f"{CONTEXT}/{fees}",
    }
    if link:
        policy["merchantReturnLink"] = f"{base}/palautukset"
    return policy


def _shipping(facts: Facts, cents: int) -> dict[str, Json]:
    days = facts.promises.delivery_days
    return {
        "@type": "OfferShippingDetails",
        "shippingRate": {"@type": "MonetaryAmount", "value": decimal_euros(cents), "currency": "EUR"},
        "shippingDestination": {"@type": "DefinedRegion", "addressCountry": "FI"},
        "deliveryTime": {
            "@type": "ShippingDeliveryTime",
            "handlingTime": {"@type": "QuantitativeValue", "minValue": 0, "maxValue": 1, "unitCode": "DAY"},
            "transitTime": {"@type": "QuantitativeValue", "minValue": 1, "maxValue": days - 1, "unitCode": "DAY"},
        },
    }


@dataclass(frozen=True)
class Told:
    """What the data of the shop tell of it; a healthy shop tells everything."""

    phone: str
    email: str
    identity: bool = True
    contact: bool = True
    return_link: bool = True


def online_store(facts: Facts, base: str, told: Told) -> dict[str, Json]:
    """Return the shop itself with its contact point and return policy."""
    company = facts.company
    store: dict[str, Json] = {
        "@context": CONTEXT,
        "@type": "OnlineStore",
        "@id": f"{base}/#kauppa",
        "name": company.name,
        "url": f"{base}/",
        "logo": f"{base}/static/logo.png",
        "sameAs": [social.url for social in facts.socials],
        "hasMerchantReturnPolicy": _return_policy(facts, base, told.return_link),
        "hasShippingService": {
            "@type": "ShippingService",
            "shippingConditions": {
                "@type": "ShippingConditions",
                "shippingDestination": {"@type": "DefinedRegion", "addressCountry": "FI"},
                "shippingRate": {
                    "@type": "MonetaryAmount",
                    "value": decimal_euros(facts.cheapest_delivery_cents),
                    "currency": "EUR",
                },
            },
        },
    }
    if told.identity:
        store |= {"legalName": company.legal_name, "vatID": company.vat, "address": _address(facts)}
    if told.contact:
        store |= {"telephone": told.phone, "email": told.email, "contactPoint": _contact_point(told)}
    return store


def _address(facts: Facts) -> dict[str, Json]:
    return {
        "@type": "PostalAddress",
        "streetAddress": facts.company.street,
        "postalCode": facts.company.postcode,
        "addressLocality": facts.company.city,
        "addressCountry": "FI",
    }


def _contact_point(told: Told) -> dict[str, Json]:
    return {
        "@type": "ContactPoint",
        "contactType": "customer service",
        "telephone": told.phone,
        "email": told.email,
        "availableLanguage": ["fi"],
        "hoursAvailable": {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
            "opens": "09:00",
            "closes": "17:00",
        },
    }


def web_site(facts: Facts, base: str, *, searchable: bool) -> dict[str, Json]:
    """Return the site with its search."""
    site: dict[str, Json] = {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": facts.company.name,
        "url": f"{base}/",
        "inLanguage": "fi",
    }
    if searchable:
        site["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{base}/haku?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        }
    return site


def breadcrumb_list(base: str, trail: Sequence[tuple[str, str]]) -> dict[str, Json]:
    """Return the breadcrumbs of (name, path) pairs."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": f"{base}{path}"}
            for number, (name, path) in enumerate(trail, start=1)
        ],
    }


def questions(pairs: Sequence[tuple[str, str]]) -> dict[str, Json]:
    """Return questions and answers."""
    return {
        "@context": CONTEXT,
        "@type": "FAQPage",
        "mainEntity": [
            {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
            for question, answer in pairs
        ],
    }


def product_data(
    product: Product, pictures: Sequence[Picture], facts: Facts, base: str, today: date, *, reviews: bool, link: bool
) -> dict[str, Json]:
    """Return a product with its offer, delivery, return policy and reviews."""
    free = product.price_cents >= facts.promises.free_from_cents
    data: dict[str, Json] = {
        "@context": CONTEXT,
        "@type": "Product",
        "name": product.name,
        "description": product.description[0],
        "image": [f"{base}{picture.path}" for picture in pictures],
        "sku": product.sku,
        "mpn": product.sku,
        "brand": {"@type": "Brand", "name": facts.company.name},
        "material": product.material,
        "offers": {
            "@type": "Offer",
            "url": f"{base}/tuote/{product.slug}",
            "price": decimal_euros(product.price_cents),
            "priceCurrency": "EUR",
            "priceValidUntil": (today + timedelta(days=60)).isoformat(),
            "itemCondition": f"{CONTEXT}/NewCondition",
            "availability": f"{CONTEXT}/{'InStock' if product.stock else 'OutOfStock'}",
            "seller": {"@type": "OnlineStore", "name": facts.company.name},
            "shippingDetails": _shipping(facts, 0 if free else facts.cheapest_delivery_cents),
            "hasMerchantReturnPolicy": _return_policy(facts, base, link),
        },
    }
    if reviews and product.reviews:
        data["aggregateRating"] = {
            "@type": "AggregateRating",
            "ratingValue": product.stars,
            "reviewCount": len(product.reviews),
            "bestRating": 5,
        }
        data["review"] = [
            {
                "@type": "Review",
                "author": {"@type": "Person", "name": review.author},
                "datePublished": (today - timedelta(days=review.age_days)).isoformat(),
                "name": review.title,
                "reviewBody": review.text,
                "reviewRating": {"@type": "Rating", "ratingValue": review.stars, "bestRating": 5},
            }
            for review in product.reviews
        ]
    return data
