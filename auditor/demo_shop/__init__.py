"""The demo shop: a small Finnish web shop with faults that can be switched on by name.

The demo of the program and its tests audit it. `with serve(faults=("guest-checkout",)) as shop:` serves it on a free
loopback port; `shop.url` is its address, `shop.counters` tells whether somebody ordered.
"""

from auditor.demo_shop.faults import FAULTS
from auditor.demo_shop.server import RunningShop, serve
from auditor.demo_shop.state import Counters

__all__ = ["FAULTS", "Counters", "RunningShop", "serve"]
