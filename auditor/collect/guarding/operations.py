"""What a request of GraphQL would do: told by its text, and by its name where it comes without one."""

from __future__ import annotations

import re

from auditor.collect.guarding.bodies import last_of

__all__ = ["changes_of", "is_ordering"]

# A text may begin with fragments or with a comment; a mutation is one wherever the word stands.
_MUTATION = re.compile(r"\bmutation\b", re.I)
_CHANGE = re.compile(r"\bmutation\b[^{]*\{\s*(?:\w+\s*:\s*)?(\w+)", re.I)
_ORDERING = re.compile(
    r"place_?Order|createOrder|orderCreate|orderPlace|checkoutComplete|completeCheckout|submitOrder|createCustomer|"
    r"customerCreate|accountRegister|generateCustomerToken|tokenCreate|customerAccessToken|login|subscribe|createReview|"
    r"contactUs|payment\w*Create|setPaymentMethodAndPlaceOrder|addPaymentToOrder|transitionOrder",
    re.I,
)
# A name that asks for something: "getLoginConfig".
_ASKS = re.compile(r"(?:[Gg]et|[Ii]s|[Hh]as|[Ff]etch|[Ll]oad|[Ll]ist|[Qq]uery)[A-Z_]|\w+Query$")
UNNAMED = "unnamed"

Pairs = list[tuple[str, str]]


def is_ordering(pairs: Pairs) -> bool:
    """Say whether any operation would order, register or send a message, by its text or by its name alone."""
    texts = [value for key, value in pairs if last_of(key) == "query"]
    by_text = any(_MUTATION.search(text) and _ORDERING.search(text) for text in texts)
    return by_text or bool(_ordering_names(pairs, texts))


def changes_of(target: str, pairs: Pairs) -> tuple[str, ...] | None:
    """Name what a request of GraphQL changes, none where it only reads; None where it is no such request."""
    graphql = "graphql" in target.lower()
    texts = [value for key, value in pairs if last_of(key) == "query" and (graphql or _MUTATION.search(value))]
    if texts:
        told = [name for text in texts for name in _changes(text)]
        return (*told, *_ordering_names(pairs, texts))
    named = tuple(value for key, value in pairs if last_of(key) == "operationName")
    return (named or (UNNAMED,)) if graphql else None


def _changes(text: str) -> list[str]:
    found = _CHANGE.findall(text)
    return found or ([UNNAMED] if _MUTATION.search(text) else [])


def _ordering_names(pairs: Pairs, texts: list[str]) -> list[str]:
    """List the names of operations that say they order; a name whose text is there and only reads says nothing."""
    names = [value for key, value in pairs if last_of(key) == "operationName"]
    return [
        name
        for name in names
        if _ORDERING.search(name)
        and not _ASKS.match(name)
        and not any(re.search(rf"\bquery\s+{re.escape(name)}\b", text) for text in texts)
    ]
