"""The services of others that a shop was seen to use, by the traces that its pages showed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from auditor.model import Evidence, Visit
from auditor.vocabulary import load_vocabulary

__all__ = ["services_of", "services_on"]


def services_on(visit: Visit) -> tuple[str, ...]:
    """Return the names of the services that one page showed traces of: what it asked for, ran, set or held."""
    words = load_vocabulary()
    hosts = (words.service(host) for host in visit.hosts)
    return tuple(dict.fromkeys((*visit.facts.services, *(one.name for one in hosts if one))))


def services_of(visits: Iterable[Visit], *categories: str) -> Mapping[str, Evidence]:
    """Return the services of some categories with the page that showed each first."""
    known = load_vocabulary().fingerprints
    found: dict[str, Evidence] = {}
    for visit in visits:
        for name in services_on(visit):
            if name in known and known[name].category in categories and name not in found:
                found[name] = Evidence(page=visit.id, excerpt=name)
    return found
