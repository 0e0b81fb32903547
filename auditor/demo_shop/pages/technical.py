"""What robots and browsers ask for beside the pages."""

from __future__ import annotations

from http import HTTPStatus
from xml.sax.saxutils import escape

from auditor.demo_shop.messages import Request, Response
from auditor.demo_shop.pages.missing import not_found
from auditor.demo_shop.pages.service import TEXTS, guide_slugs
from auditor.demo_shop.shop import Shop

__all__ = ["analytics", "ballast", "collect", "favicon", "robots", "sitemap", "static"]

BALLAST_BYTES = 5_000_000
PRIVATE = ("/ostoskori", "/kassa", "/kori/", "/haku", "/toivelista", "/kirjaudu", "/rekisteroidy")


def robots(_shop: Shop, request: Request) -> Response:
    """Answer the rules for robots."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in PRIVATE),
        "",
        f"Sitemap: {request.base_url}/sitemap.xml",
    ]
    return Response("\n".join((*lines, "")).encode(), content_type="text/plain; charset=utf-8")


def sitemap(shop: Shop, request: Request) -> Response:
    """Answer the map of all pages for search engines."""
    hidden = {"tilausehdot", "tietosuojaseloste"} if shop.has("legal-pages") else set()
    hidden |= {"palautukset"} if shop.has("return-policy-visible") else set()
    texts = [
        f"/{slug}"
        for slug, text in TEXTS.items()
        if text.indexable and slug not in hidden and not any(shop.has(fault) for fault in text.gone_with)
    ]
    texts += [] if shop.has("self-service-help") else ["/usein-kysyttya"]
    texts += [] if shop.has("use-guides") else [f"/oppaat/{slug}" for slug in guide_slugs()]
    paths = [
        "/",
        "/kauppa",
        *(f"/kauppa/{category.slug}" for category in shop.catalog.categories),
        *(f"/tuote/{product.slug}" for product in shop.catalog.products),
        *texts,
    ]
    day = shop.today.isoformat()
    rows = (f"<url><loc>{escape(request.base_url + path)}</loc><lastmod>{day}</lastmod></url>" for path in paths)
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        + "\n".join(rows)
        + "\n</urlset>\n"
    )
    return Response(body.encode(), content_type="application/xml; charset=utf-8")


def static(shop: Shop, request: Request, name: str) -> Response:
    """Answer a file of the package; addresses carry a version, so that browsers may keep it."""
    asset = shop.assets.get(name)
    if asset is None:
        return not_found(shop, request)
    cache = (("Cache-Control", "public, max-age=31536000, immutable"),)
    return Response(asset.body, content_type=asset.content_type, headers=cache)


def favicon(shop: Shop, request: Request) -> Response:
    """Answer browsers that ask without having read the page."""
    return static(shop, request, "favicon.svg")


def analytics(shop: Shop, request: Request) -> Response:
    """Answer the script that stands in for a tracker."""
    return static(shop, request, "analytics.js")


def collect(_shop: Shop, _request: Request) -> Response:
    """Take what the stand-in for a tracker sends, and forget it."""
    return Response(b"", HTTPStatus.NO_CONTENT)


def ballast(shop: Shop, request: Request) -> Response:
    """Answer a script of nothing but blanks, under the fault page-weight only."""
    if not shop.has("page-weight"):
        return not_found(shop, request)
    no_store = (("Cache-Control", "no-store"),)
    return Response(b" " * BALLAST_BYTES, content_type="text/javascript; charset=utf-8", headers=no_store)
