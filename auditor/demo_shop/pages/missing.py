"""The page for addresses that lead nowhere."""

from __future__ import annotations

from http import HTTPStatus

from auditor.demo_shop.messages import Request, Response
from auditor.demo_shop.shop import Page, Shop

__all__ = ["not_found"]


def not_found(shop: Shop, request: Request) -> Response:
    """Answer an address that leads nowhere."""
    if shop.has("not-found-page"):
        return Response(b"<!doctype html><title>Error</title><p>Object not found.</p>")
    page = Page(
        "not_found.html",
        "Sivua ei löytynyt | Kaarnakoto",
        "Etsimääsi sivua ei löytynyt. Hae tuotetta tai valitse osasto.",
        "not-found",
        indexable=False,
    )
    favourites = [item for item in shop.catalog.products if item.best_seller][:4]
    return shop.render(request, page, HTTPStatus.NOT_FOUND, favourites=favourites)
