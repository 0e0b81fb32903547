"""The cart: lines, sums and the delivery that comes on top."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.demo_shop.catalog import Product

__all__ = ["MAX_QUANTITY", "Cart", "Line", "Totals", "totals"]

MAX_QUANTITY = 20


@dataclass(frozen=True)
class Line:
    """One line of a cart; the price is in cents per piece, tax included."""

    product: Product
    choices: tuple[tuple[str, str], ...]
    quantity: int
    unit_cents: int

    @property
    def key(self) -> str:
        """The name of the line in forms."""
        return "|".join((self.product.slug, *(value for _, value in self.choices)))

    @property
    def sum_cents(self) -> int:
        """The price of the whole line in cents."""
        return self.unit_cents * self.quantity


@dataclass
class Cart:
    """The lines of one customer by key, in the order in which they were added."""

    lines: dict[str, Line] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        """Add a line, or raise the quantity of the same product with the same choices."""
        before = self.lines[line.key].quantity if line.key in self.lines else 0
        self.lines[line.key] = _with_quantity(line, min(MAX_QUANTITY, before + line.quantity))

    def change(self, key: str, quantity: int) -> None:
        """Set the quantity of a line; nothing or less removes it, an unknown key is ignored."""
        line = self.lines.pop(key, None)
        if line is not None and quantity > 0:
            self.lines[key] = _with_quantity(line, min(MAX_QUANTITY, quantity))

    @property
    def pieces(self) -> int:
        """The number of pieces in the cart."""
        return sum(line.quantity for line in self.lines.values())

    @property
    def goods_cents(self) -> int:
        """The price of all goods in cents, without delivery."""
        return sum(line.sum_cents for line in self.lines.values())


@dataclass(frozen=True)
class Totals:
    """What a cart costs, in cents, tax included."""

    goods_cents: int
    delivery_cents: int
    to_free_cents: int

    @property
    def total_cents(self) -> int:
        """Goods and delivery together."""
        return self.goods_cents + self.delivery_cents

    @property
    def tax_cents(self) -> int:
        """The Finnish value added tax of 25.5 % contained in the total."""
        return round(self.total_cents * 25.5 / 125.5)


def totals(cart: Cart, delivery_cents: int, free_from_cents: int) -> Totals:
    """Return the sums of a cart for a delivery price and a limit of free delivery."""
    goods = cart.goods_cents
    is_free = goods >= free_from_cents
    return Totals(goods, 0 if is_free else delivery_cents, max(0, free_from_cents - goods))


def _with_quantity(line: Line, quantity: int) -> Line:
    return Line(line.product, line.choices, quantity, line.unit_cents)
