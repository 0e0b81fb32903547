"""Whose the secrets of a shop's access are: the site's that was asked for, and no other's that it leads to."""

from __future__ import annotations

import httpx

from auditor.collect.arrival.address import same_site
from auditor.settings import SiteAccess

__all__ = ["access_at", "origins_of"]


def access_at(access: SiteAccess, asked: str, url: str) -> SiteAccess:
    """Return the access as it holds at an address: where that is of another site than was asked for, no secret is."""
    if same_site(asked, url):
        return access
    return SiteAccess(resolve=access.resolve, insecure=access.insecure, user_agent_suffix=access.user_agent_suffix)


def origins_of(url: str) -> tuple[str, ...]:
    """List the origins that are the shop's as surely as its address: with www and without, and by https as well.

    They are written as browsers write them: hosts in ASCII, and no port where it is the usual one.
    """
    home = httpx.URL(url)
    twin = home.host.removeprefix("www.") if home.host.startswith("www.") else f"www.{home.host}"
    hosts = (home.host, twin) if same_site(f"http://{home.host}", f"http://{twin}") else (home.host,)
    schemes = dict.fromkeys((home.scheme, home.scheme if home.port else "https"))
    places = (home.copy_with(scheme=scheme, host=host) for scheme in schemes for host in hosts)
    return tuple(f"{place.scheme}://{place.netloc.decode('ascii')}" for place in places)
