"""Fill the shop: countries to send to, goods with prices, stock and drawn pictures, and the search index."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

from django.contrib.sites.models import Site
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from oscar.core.loading import get_model
from PIL import Image, ImageDraw

from tests.integration.oscar_shop.goods import CATEGORIES, COUNTRIES, GOODS, PRODUCT_CLASS, SIZE, Good

__all__ = ["seed"]


def seed(language: str) -> None:
    """Write everything in one transaction, then index it once.

    Shipping is oscar's own default (one free method), and so are the flat pages: oscar offers them and links none.
    """
    with transaction.atomic():
        Site.objects.update(domain="127.0.0.1", name="Kaarna & Kivi")
        _countries(language)
        _goods(language)
    call_command("rebuild_index", interactive=False, verbosity=0)


def _countries(language: str) -> None:
    """Make the countries that the shop sends to; oscar leaves the choice out if there is only one."""
    country = get_model("address", "Country")
    for code, name, order in COUNTRIES:
        country.objects.create(
            iso_3166_1_a2=code,
            printable_name=name.of(language),
            name=name.of(language),
            display_order=order,
            is_shipping_country=True,
        )


def _goods(language: str) -> None:
    """Make the class, the categories and the products.

    The shop lists them in this order, save that whoosh puts the parent product first (its structure is the rarer word).
    """
    kind = get_model("catalogue", "ProductClass").objects.create(
        name=PRODUCT_CLASS.of(language), requires_shipping=True, track_stock=True
    )
    attribute = get_model("catalogue", "ProductAttribute")
    attribute.objects.create(product_class=kind, name=SIZE.of(language), code="size", type=attribute.TEXT)
    categories = {
        key: get_model("catalogue", "Category").add_root(name=name.of(language)) for key, name in CATEGORIES.items()
    }
    partner = get_model("partner", "Partner").objects.create(name="Kaarna & Kivi")
    for good in GOODS:
        _product(good, language, kind, categories[good.category], partner)


def _product(good: Good, language: str, kind: Any, category: Any, partner: Any) -> None:
    """Make one product, or a parent with its children."""
    model = get_model("catalogue", "Product")
    product = model.objects.create(
        structure=model.PARENT if good.sizes else model.STANDALONE,
        product_class=kind,
        title=good.name.of(language),
        upc=good.sku,
        description=f"<p>{good.text.of(language)}</p>",
    )
    product.categories.add(category)
    get_model("catalogue", "ProductImage").objects.create(
        product=product, original=ContentFile(_picture(good), name=f"{good.sku.lower()}.png"), caption=product.title
    )
    if not good.sizes:
        _stock(product, partner, good.sku, good.price, good.stock)
    for number, (size, price, stock) in reversed(list(enumerate(good.sizes, start=1))):  # oscar lists the newest first
        sku = f"{good.sku}-{number}"
        child = model(structure=model.CHILD, parent=product, title=f"{product.title} {size}", upc=sku)
        child.attr.size = size
        child.save()
        _stock(child, partner, sku, price, stock)


def _stock(product: Any, partner: Any, sku: str, price: str, stock: int) -> None:
    """Give a product its price and its stock."""
    get_model("partner", "StockRecord").objects.create(
        product=product,
        partner=partner,
        partner_sku=sku,
        price_currency="EUR",
        price=Decimal(price),
        num_in_stock=stock,
    )


def _picture(good: Good) -> bytes:
    """Draw a plain picture: a shape in the product's colour on a light ground."""
    image = Image.new("RGB", (640, 480), (244, 241, 235))
    draw = ImageDraw.Draw(image)
    draw.ellipse((110, 400, 530, 450), fill=(222, 217, 208))
    draw.rounded_rectangle((180, 90, 460, 425), radius=60, fill=good.colour)
    lighter = tuple(min(255, channel + 40) for channel in good.colour)
    draw.rounded_rectangle((210, 120, 270, 390), radius=28, fill=lighter)
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
