"""The pictures of the goods, drawn as SVG from one template and a shape per product."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jinja2 import Environment

from auditor.demo_shop.catalog import Catalog, Product

__all__ = ["Picture", "View", "draw", "gallery"]

EDGES = {"villa": "#cfc4b1", "koti": "#c2ccc2", "keittio": "#dcc6a6", "sauna": "#d3b899", "retki": "#b9cacc"}
SCENES = {"villa": "window", "koti": "window", "keittio": "window", "sauna": "sauna", "retki": "lake"}
MEASURES = ("Mitat", "Korkeus", "Pituus", "Tilavuus", "Varren pituus", "Päänympärys", "Sisältö", "Paino")


class View(StrEnum):
    """What a picture shows."""

    STUDIO = "studio"
    SCENE = "scene"
    DETAIL = "detail"
    MEASURES = "measures"


@dataclass(frozen=True)
class Picture:
    """A picture of the gallery with its text alternative."""

    path: str
    alt: str


def gallery(product: Product) -> tuple[Picture, ...]:
    """Return the pictures of a product, the studio picture first."""
    words = {
        View.STUDIO: f"{product.name} edestä kuvattuna",
        View.SCENE: f"{product.name} käytössä",
        View.DETAIL: f"{product.name}, lähikuva pinnasta",
        View.MEASURES: f"{product.name}, mitat: {_measure(product)}",
    }
    return tuple(Picture(f"/kuvat/{product.slug}/{view}.svg", alt) for view, alt in words.items())


def draw(env: Environment, catalog: Catalog, product: Product, view: View) -> str:
    """Return one picture of a product as SVG of 1600 x 1600 px."""
    main, dark, light, accent = product.palette
    category = catalog.category(product.category)
    return env.get_template("art/picture.svg").render(
        title=product.name,
        view=view,
        shape=product.shape,
        scene=SCENES[product.category],
        tint=category.tint if category else "#eeeeee",
        edge=EDGES[product.category],
        measure=_measure(product),
        c=main,
        d=dark,
        l=light,
        a=accent,
    )


def _measure(product: Product) -> str:
    specs = dict(product.specs)
    name = next(name for name in MEASURES if name in specs)
    return f"{name}: {specs[name]}"
