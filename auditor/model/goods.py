"""The goods on a page: the product that it sells, as printed near its buying button, and those that it lists."""

from __future__ import annotations

from datetime import datetime

from auditor.model.base import Noun

__all__ = ["Goods", "GoodsCard", "PriceSeen", "PricesSeen"]


class GoodsCard(Noun):
    """A product in a list: its name, where it leads, and the prices printed on it; ``struck`` are crossed out."""

    name: str
    href: str = ""
    prices: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    text: str = ""


class Goods(Noun):
    """The goods of a page; ``near`` are the lines printed close to the price or the button, outside of lists.

    ``price`` is the product's own price as printed, empty where none is in sight; places are in CSS pixels from the
    top of the page. ``enabled`` is null where no button that adds to the cart was found.
    """

    sells: bool = False
    name: str = ""
    price: str = ""
    amount: float | None = None
    currency: str | None = None
    struck: tuple[str, ...] = ()
    price_y: float | None = None
    price_hidden: bool = False
    sold_out: bool = False
    button: str = ""
    button_selector: str = ""
    button_y: float | None = None
    enabled: bool | None = None
    near: tuple[str, ...] = ()
    window_height: float = 0
    cards: tuple[GoodsCard, ...] = ()


class PriceSeen(Noun):
    """What the goods behind an address cost on the day of an audit; ``reduced`` where a former price stood beside."""

    url: str
    text: str
    amount: float
    reduced: bool = False


class PricesSeen(Noun):
    """The prices that an audit of the shop saw, and when it began."""

    seen_at: datetime
    prices: tuple[PriceSeen, ...]
