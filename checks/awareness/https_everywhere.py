from ipaddress import ip_address
from urllib.parse import urlsplit

from auditor.check import Context, Need, Trail, Verdict, check, not_applicable, scored, unknown
from auditor.model import Basis, Evidence, PageKind, Severity, Stage, Visit

__all__ = ["https_everywhere"]

_HARMLESS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".mp4", ".webm", ".mp3")
NO_HSTS_COST = 10


@check(
    stage=Stage.AWARENESS,
    weight=6,
    severity=Severity.CRITICAL,
    effort="days",
    needs={Need.VISITS},
    title="The whole shop uses a secure connection",
    failure_title="Parts of the shop use an insecure connection",
    messages={
        "secure": "Every page that was seen uses a secure connection.",
        "no-hsts": "The connection is secure, but the shop does not tell browsers to stay on it.",
        "mixed-pictures": "A secure page loads pictures over an insecure connection.",
        "no-redirect": "The insecure address of the shop does not lead to the secure one.",
        "mixed-scripts": "A secure page loads scripts or frames over an insecure connection.",
        "insecure-form": "A page that asks for data is not on a secure connection.",
        "bad-certificate": "The shop's security certificate is not valid.",
        "insecure": "The shop does not use a secure connection.",
        "local": "The shop runs on this machine or in a private network, where no secure connection is needed.",
        "unread": "Whether the connection is secure could not be seen.",
    },
    advice="Lead every visitor to https, switch on HSTS, and load every part of a page over https.",
    source="Lighthouse, is-on-https (default-config of f8eac39); the points are our convention.",
)
def https_everywhere(trail: Trail, context: Context) -> Verdict:
    """Browsers warn of pages without a secure connection, and few type an address or a card number past that."""
    reach = context.site.reach
    if _is_local(reach.url or context.site.url):
        return _of_local_shop(trail)
    if not reach.https and reach.status is None:
        return unknown("unread")
    found: list[tuple[int, str, Visit | None, str]] = []
    if not reach.https:
        found.append((0, "insecure", None, reach.url))
    if reach.certificate_valid is False:
        found.append((0, "bad-certificate", None, reach.url))
    if reach.http_redirects_to_https is False:
        found.append((30, "no-redirect", None, reach.url))
    for visit in trail.visits:
        found.extend((points, message, visit, what) for points, message, what in _faults(visit))
    points, message, page, what = min(found, key=lambda one: one[0], default=(100, "secure", None, ""))
    if points == 100 and reach.hsts is False:
        points, message = 100 - NO_HSTS_COST, "no-hsts"
    shown = page or trail.visits[0]
    evidence = (Evidence(page=shown.id, excerpt=what[:200], screenshot=shown.screenshot),)
    return scored(points, message, evidence, value=points >= 90, basis=Basis.PAGE)


def _of_local_shop(trail: Trail) -> Verdict:
    """A shop that is being built needs no certificate, but its forms must not send data out without one."""
    for visit in trail.visits:
        out = next((action for action in _insecure_forms(visit) if not _is_local(action)), None)
        if out:
            evidence = (Evidence(page=visit.id, excerpt=out[:200], screenshot=visit.screenshot),)
            return scored(0, "insecure-form", evidence, value=False, basis=Basis.PAGE)
    return not_applicable("local")


def _faults(visit: Visit) -> list[tuple[int, str, str]]:
    faults = []
    if visit.url.startswith("http:") and (visit.kind in {PageKind.CHECKOUT, PageKind.LOGIN} or _asks(visit)):
        faults.append((0, "insecure-form", visit.url))
    faults += [(0, "insecure-form", action) for action in _insecure_forms(visit)[:1]]
    for address in visit.mixed_content:
        harmless = urlsplit(address).path.lower().endswith(_HARMLESS)
        faults.append((70, "mixed-pictures", address) if harmless else (20, "mixed-scripts", address))
    return faults


def _insecure_forms(visit: Visit) -> list[str]:
    return [one.form_action for one in visit.facts.fields if one.visible and one.form_action.startswith("http:")]


def _asks(visit: Visit) -> bool:
    return any(one.visible and one.type in {"password", "email", "tel"} for one in visit.facts.fields)


def _is_local(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return ip_address(host).is_private
    except ValueError:
        return False
