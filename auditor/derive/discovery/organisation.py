"""What pages tell machines about the shop as a whole: who it is, its site, where a page lies, what it promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from pydantic import JsonValue

from auditor.derive.page.digest import Digest
from auditor.derive.page.structured import strings, type_of

__all__ = ["ORGANISATION_PARTS", "OrganisationData", "has_breadcrumbs", "organisation_of"]

_Item = Mapping[str, JsonValue]
MAX_DEPTH, MAX_ITEMS = 6, 2000
# Of each part one property is enough.
ORGANISATION_PARTS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "legalName"),
    "web address": ("url", "@id"),
    "logo": ("logo", "image"),
    "contact": ("contactPoint", "telephone", "email"),
    "address or profiles": ("address", "sameAs"),
}
# Who is named there is not the shop speaking of itself.
_OTHERS = frozenset({"review", "author", "seller", "brand", "manufacturer"})
_KINDS = frozenset({"Organization", "OnlineBusiness", "LocalBusiness", "Corporation", "NewsMediaOrganization"})


@dataclass(frozen=True)
class OrganisationData:
    """What was found; ``parts`` are those of ORGANISATION_PARTS that the shop's own organisation tells."""

    found: bool = False
    parts: tuple[str, ...] = ()
    website: bool = False
    returns: bool = False
    shipping: bool = False
    broken_blocks: int = 0


def organisation_of(digests: Iterable[Digest], home: str) -> OrganisationData:
    """Read the shop's data from its pages; of several organisations the one whose address is the shop's counts."""
    pages = tuple(digests)
    every = [item for digest in pages for item in _all_items(digest)]
    own = [item for item in every if _is_organisation(item) and _of_shop(item, home)]
    best = max((_parts(item) for item in own), key=len, default=())
    return OrganisationData(
        found=bool(best),
        parts=best,
        website=any("WebSite" in type_of(item) for item in every),
        returns=any("hasMerchantReturnPolicy" in item or "MerchantReturnPolicy" in type_of(item) for item in every),
        shipping=any(
            "hasShippingService" in item
            or "shippingDetails" in item
            or {"OfferShippingDetails", "ShippingService"} & set(type_of(item))
            for item in every
        ),
        broken_blocks=max((digest.broken_blocks for digest in pages), default=0),
    )


def has_breadcrumbs(digest: Digest) -> bool:
    """Say whether a page describes its place in the shop, with at least one step."""
    return any(
        "BreadcrumbList" in type_of(item) and bool(item.get("itemListElement") or item.get("numberOfItems"))
        for item in _all_items(digest)
    )


def _all_items(digest: Digest) -> Iterator[_Item]:
    """Yield every object of a page's data, nested ones as well, within bounds."""
    todo: list[tuple[JsonValue, int]] = [(dict(one), 0) for one in (*digest.items, *digest.microdata)]
    for _count in range(MAX_ITEMS):
        if not todo:
            return
        value, depth = todo.pop()
        if isinstance(value, list):
            todo += [(one, depth) for one in value]
        elif isinstance(value, dict):
            yield value
            if depth < MAX_DEPTH:
                todo += [(one, depth + 1) for key, one in value.items() if key not in _OTHERS]


def _is_organisation(item: _Item) -> bool:
    return any(kind in _KINDS or kind.endswith("Store") for kind in type_of(item))


def _of_shop(item: _Item, home: str) -> bool:
    """Say whether an organisation is the shop: its address is on the shop's host, or it names none."""
    named = [urlsplit(url).hostname for url in strings(item.get("url")) if url.startswith("http")]
    own = _host(urlsplit(home).hostname)
    return not named or any(_host(host) == own for host in named)


def _host(host: str | None) -> str:
    return (host or "").lower().removeprefix("www.")


def _parts(item: _Item) -> tuple[str, ...]:
    return tuple(part for part, keys in ORGANISATION_PARTS.items() if any(item.get(key) for key in keys))
