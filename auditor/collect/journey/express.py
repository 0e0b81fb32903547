"""Express ways to pay, which take a customer past the shop's own checkout and are never pressed."""

from __future__ import annotations

import re

__all__ = ["is_express"]

_EXPRESS = re.compile(r"paypal|apple ?pay|google ?pay|g ?pay|shop ?pay|klarna|vipps|mobilepay|amazon pay", re.I)


def is_express(text: str) -> bool:
    """Tell whether a control's words name an express way to pay."""
    return _EXPRESS.search(text) is not None
