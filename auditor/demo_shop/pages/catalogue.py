"""Home, lists, product pages, search and the pictures of the goods."""

from __future__ import annotations

import json
from http import HTTPStatus

from auditor.demo_shop.catalog import Product
from auditor.demo_shop.messages import Request, Response, see_other
from auditor.demo_shop.money import euros
from auditor.demo_shop.pages.listing import ORDERS, build_listing
from auditor.demo_shop.pages.missing import not_found
from auditor.demo_shop.pictures import View, draw, gallery
from auditor.demo_shop.search import find, fold, suggest
from auditor.demo_shop.shop import Page, Shop
from auditor.demo_shop.structured import Json, product_data

__all__ = ["category", "everything", "home", "picture", "product", "search", "suggestions"]

HOME = ("Etusivu", "/")
SHOP = ("Kauppa", "/kauppa")
SLOW_SECONDS = 3.6
PADDING_BYTES = 40_000


def home(shop: Shop, request: Request) -> Response:
    """Answer the front page."""
    languages = request.headers.get("accept-language", "fi")
    if shop.has("market-access") and not languages.casefold().startswith("fi"):
        return see_other("/vain-suomessa")
    page = Page(
        "home.html",
        "Kaarnakoto – villaa, puuta ja pellavaa pohjoisesta",
        "Kaarnakodon neuleet, huovat, keittiön välineet ja saunatarvikkeet tehdään kestämään. "
        "Tutustu talven uutuuksiin.",
        "home",
    )
    goods = shop.catalog.products
    favourites = sorted((item for item in goods if item.best_seller), key=lambda item: bool(item.options))[:4]
    new = (item for item in goods if item.is_new and item.stock and item not in favourites)
    newest = sorted(new, key=lambda item: item.age_days)[:4]
    return shop.render(
        request, page, newest=newest, favourites=favourites, recommended=shop.recommended(request.session)
    )


def everything(shop: Shop, request: Request) -> Response:
    """Answer the list of all products."""
    page = Page(
        "category.html",
        "Kaikki tuotteet | Kaarnakoto",
        "Selaa Kaarnakodon koko valikoimaa: villaa, pellavaa, emalia ja puuta. Rajaa hinnan, materiaalin tai "
        "saatavuuden mukaan.",
        "category",
        (HOME, SHOP),
    )
    listing = build_listing(request, shop.catalog.products)
    intro = "Koko valikoima yhdellä sivulla. Rajaa ja järjestä mieleiseksesi."
    return shop.render(
        request, page, heading="Kaikki tuotteet", intro=intro, listing=listing, orders=ORDERS, current=""
    )


def category(shop: Shop, request: Request, slug: str) -> Response:
    """Answer one department."""
    department = shop.catalog.category(slug)
    if department is None:
        return not_found(shop, request)
    page = Page(
        "category.html",
        f"{department.name} – osta verkosta | Kaarnakoto",
        department.intro,
        "category",
        (HOME, SHOP, (department.name, request.path)),
    )
    listing = build_listing(request, shop.catalog.within(slug))
    return shop.render(
        request,
        page,
        heading=department.name,
        intro=department.intro,
        listing=listing,
        orders=ORDERS,
        current=slug,
    )


def product(shop: Shop, request: Request, slug: str) -> Response:
    """Answer the page of a product and remember that it was seen."""
    item = shop.catalog.product(slug)
    if item is None:
        return not_found(shop, request)
    department = shop.catalog.category(item.category)
    name = department.name if department else ""
    before = [shown for seen in request.session.viewed if seen != slug and (shown := shop.catalog.product(seen))]
    request.session.saw(slug)
    page = Page(
        "product.html",
        f"{item.name} | Kaarnakoto",
        f"{item.tagline}. Osta {item.name} verkosta hintaan {euros(item.price_cents)}. Materiaali: {item.material}.",
        "product",
        (HOME, SHOP, (name, f"/kauppa/{item.category}"), (item.name, request.path)),
        _schemas(shop, request, item),
        f"/static/{item.slug}.jpg" if f"{item.slug}.jpg" in shop.assets else "/static/social.png",
    )
    return shop.render(
        request,
        page,
        product=item,
        department=name,
        pictures=_pictures(shop, item),
        related=shop.catalog.kin(item, 4),
        viewed=before[:4],
        missing=request.asked("valitse"),
        notice=request.asked("kiitos"),
    )


def search(shop: Shop, request: Request) -> Response:
    """Answer the search."""
    query = request.asked("q")[:100]
    found = () if shop.has("site-search") else find(shop.catalog, query)
    departments = [row for row in shop.catalog.categories if query and fold(query) in fold(row.name)]
    page = Page(
        "search.html",
        f"Haku: {query} | Kaarnakoto" if query else "Haku | Kaarnakoto",
        "Hae Kaarnakodon valikoimasta tuotteen nimellä, materiaalilla tai käyttötarkoituksella.",
        "search",
        (HOME, ("Haku", "/haku")),
        indexable=False,
    )
    favourites = [item for item in shop.catalog.products if item.best_seller][:4]
    return shop.render(request, page, found=found, departments=departments, favourites=favourites)


def suggestions(shop: Shop, request: Request) -> Response:
    """Answer what to offer while a customer types, as JSON."""
    items = () if shop.has("site-search") else suggest(shop.catalog, request.asked("q")[:100])
    rows = [{"name": item.name, "path": f"/tuote/{item.slug}", "price": euros(item.price_cents)} for item in items]
    return Response(json.dumps(rows, ensure_ascii=False).encode(), content_type="application/json; charset=utf-8")


def picture(shop: Shop, request: Request, slug: str, view: str) -> Response:
    """Answer a drawn picture of a product."""
    item = shop.catalog.product(slug)
    if item is None or view not in set(View):
        return not_found(shop, request)
    body = draw(shop.env, shop.catalog, item, View(view))
    if request.asked("koko") == "pieni":
        body = body.replace('width="1600" height="1600"', 'width="400" height="400"', 1)
    slow = shop.has("load-lcp") and request.asked("tarkein") == "1"
    if slow:
        # Browsers leave a large picture of less than 0.05 bits a pixel out of LCP, and these drawings are that small.
        body = body.replace("</svg>", f"<!--{'.' * PADDING_BYTES}--></svg>")
    cache = (("Cache-Control", "public, max-age=86400"),)
    return Response(body.encode(), HTTPStatus.OK, "image/svg+xml", cache, SLOW_SECONDS if slow else 0.0)


def _pictures(shop: Shop, item: Product) -> tuple[tuple[str, str], ...]:
    """Return the (address, text) pairs of the gallery."""
    pictures = tuple((shown.path, shown.alt) for shown in gallery(item))
    return ((f"{pictures[0][0]}?koko=pieni", pictures[0][1]),) if shop.has("product-images") else pictures


def _schemas(shop: Shop, request: Request, item: Product) -> tuple[dict[str, Json], ...]:
    if shop.has("structured-data-product"):
        return ()
    shown = gallery(item)[:1] if shop.has("product-images") else gallery(item)
    data = product_data(
        item,
        shown,
        shop.facts,
        request.base_url,
        shop.today,
        reviews=not shop.has("reviews-shown"),
        link=not shop.has("return-policy-visible"),
    )
    return (data,)
