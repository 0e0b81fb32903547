"""Small recorded pages for the tests: written as HTML, read into the facts that a browser would have gathered."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from lxml.html import HtmlElement, document_fromstring

from auditor.check import Check
from auditor.derive.page.markup import text_of
from auditor.judge import judge
from auditor.model import (
    AnyProbe,
    Audit,
    Button,
    CheckResult,
    Clicks,
    ConsentChoice,
    Door,
    DoorKind,
    Field,
    GuestValue,
    Journey,
    JourneyOutcome,
    Link,
    Load,
    PageFacts,
    PageImage,
    PageKind,
    Reach,
    Recording,
    Site,
    ViewportName,
    Visit,
    VisitorInfo,
)
from auditor.registry import load_checks
from auditor.settings import Profile
from tests.checks.faultless import IN_ORDER

SHOP = "https://kauppa.example"
DESKTOP, MOBILE = ViewportName.DESKTOP, ViewportName.MOBILE
TODAY = date(2026, 11, 22)
HIDDEN = "ancestor-or-self::*[@hidden]"


class Page:
    """A visit with its body."""

    def __init__(self, visit: Visit, html: str) -> None:
        self.visit = visit
        self.html = html


def page(
    kind: str,
    body: str = "",
    *,
    url: str = "",
    viewport: ViewportName = DESKTOP,
    lang: str = "fi",
    head: str = "",
    **more: Any,
) -> Page:
    """Make a visited page; ``hidden`` parts are not seen, ``data-revealed`` links come after one press.

    ``head`` comes before the page's title, so that a title in it is the one that counts.
    """
    named = f"{head}<title>{kind}</title>"
    html = f'<!doctype html><html lang="{lang}"><head>{named}</head><body>{body}</body></html>'
    root = document_fromstring(html)
    address = url or {"home": "/"}.get(kind, f"/{kind}")
    facts = PageFacts(
        html_lang=lang,
        text=_seen_text(body),
        links=tuple(_link(one) for one in root.iter("a") if one.get("href") is not None),
        fields=tuple(
            _field(one)
            for one in root.iter("input", "select", "textarea")
            if one.get("type") not in ("hidden", "submit")
        ),
        buttons=tuple(
            one.text_content().strip() or one.get("aria-label", "")
            for one in root.iter("button")
            if not one.xpath(HIDDEN)
        ),
        controls=tuple(_button(one, at) for at, one in enumerate(root.iter("button")) if not one.xpath(HIDDEN)),
        images=tuple(_image(one) for one in root.iter("img")),
        **more.pop("facts", {}),
    )
    known = {"status": 200, "title": kind, **more}
    visit = Visit(
        id=known.pop("id", f"{kind}-{viewport}-{len(html)}"),
        url=address if address.startswith("http") else SHOP + address,
        kind=PageKind(kind),
        viewport=viewport,
        part=known.pop("part", "walk"),
        facts=facts,
        **known,
    )
    return Page(visit, html)


def recording(
    *pages: Page,
    journeys: dict[ViewportName, Journey] | None = None,
    loads: tuple[Load, ...] = (),
    probed: tuple[AnyProbe, ...] = (),
    **site: Any,
) -> Recording:
    """Make a recording of pages, walks and timed loads."""
    bodies = {one.visit.id: one.html for one in pages}
    screens = tuple(
        dict.fromkeys([one.visit.viewport for one in pages] + [one.viewport for one in loads] + list(journeys or ()))
    )
    start = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
    known = {
        "url": SHOP + "/",
        "name": "Kauppa",
        "languages": ("fi",),
        "country": "FI",
        "viewports": screens or (DESKTOP, MOBILE),
        "reach": Reach(
            requested=SHOP,
            url=SHOP + "/",
            status=200,
            https=True,
            http_redirects_to_https=True,
            certificate_valid=True,
            hsts=True,
        ),
        **site,
    }
    return Recording(
        site=Site(
            started_at=start,
            finished_at=start,
            visitor=VisitorInfo(locale="fi-FI", timezone="Europe/Helsinki", consent=ConsentChoice.ACCEPT),
            tool_version="0.1.0",
            **known,
        ),
        visits=tuple(one.visit for one in pages),
        loads=loads,
        journeys=journeys or {},
        probed=probed,
        complete=True,
        html=lambda visit: bodies.get(visit, ""),
    )


def load(page: str = "home", viewport: ViewportName = MOBILE, sample: int = 0, **figures: Any) -> Load:
    """Make one timed load."""
    known = {"url": f"{SHOP}/{page}", "consent": "none", "network": "slow 4G", "cpu": 4.0, **figures}
    return Load(page=PageKind(page), viewport=viewport, sample=sample, **known)


def loads(page: str = "home", viewport: ViewportName = MOBILE, n: int = 3, **figures: Any) -> tuple[Load, ...]:
    """Make n equal loads."""
    return tuple(load(page, viewport, sample, **figures) for sample in range(n))


def walk(kind: DoorKind | None = DoorKind.GUEST_FORM, guest: GuestValue = GuestValue.GUEST, **more: Any) -> Journey:
    """Make a walk that reached a door of this kind."""
    door_more = more.pop("door", {})
    door = Door(kind=kind, url=f"{SHOP}/kassa", guest=guest, confidence="high", **door_more) if kind else None
    known = {
        "outcome": JourneyOutcome.CHECKOUT_REACHED,
        "clicks": Clicks(product=1, in_cart=2, cart=2, door=3, guest_form=3 if guest is GuestValue.GUEST else None),
        **more,
    }
    return Journey(door=door, **known)


def check_of(name: str) -> Check:
    """Return a check by its id."""
    return next(one for one in load_checks() if one.id == name)


def audit(made: Recording, *names: str, profile: Profile | None = None) -> Audit:
    """Judge a recording by some checks, or by all."""
    checks = tuple(check_of(name) for name in names) or load_checks()
    judged = judge(made, checks, profile or Profile(), duties_as_of=TODAY, tool_version="0.1.0")
    faults = {f"{one.check} {one.message}" for one in judged.results if one.outcome in {"failed", "warning"}}
    assert faults & IN_ORDER == set()
    return judged


def results(name: str, made: Recording) -> tuple[CheckResult, ...]:
    """Return what one check says of a recording."""
    return audit(made, name).results


def result(name: str, made: Recording) -> CheckResult:
    """Return the only result of one check."""
    (only,) = results(name, made)
    return only


def _seen_text(body: str) -> str:
    root = document_fromstring(f"<html><body>{body}</body></html>")
    for one in root.xpath("//*[@hidden]"):
        one.drop_tree()
    return text_of(root.find("body"), chrome=True)


def _area(node: HtmlElement) -> str:
    tags = [one.tag for one in node.iterancestors()]
    return next((area for area in ("footer", "nav", "header", "main") if area in tags), "main")


def _link(node: HtmlElement) -> Link:
    href = node.get("href", "")
    revealed = node.get("data-revealed") is not None
    return Link(
        href=SHOP + href if href.startswith("/") else href,
        text=" ".join(node.text_content().split()),
        label=node.get("aria-label", ""),
        area=_area(node),
        visible=not revealed and not node.xpath(HIDDEN),
        revealed=revealed,
        selector=f"a[href='{href}']",
    )


def _field(node: HtmlElement) -> Field:
    form = next((one for one in node.iterancestors("form")), None)
    forms = list(node.getroottree().getroot().iter("form"))
    label = next((one for one in node.iterancestors("label")), None)
    kind = node.get("type", "text") if node.tag == "input" else node.tag
    return Field(
        tag=node.tag,
        type=kind,
        name=node.get("name", ""),
        id=node.get("id", ""),
        label=" ".join(label.text_content().split()) if label is not None else node.get("aria-label", ""),
        placeholder=node.get("placeholder", ""),
        autocomplete=node.get("autocomplete", ""),
        value=node.get("value", "") if kind in ("radio", "checkbox") else "",
        options=tuple(one.text_content().strip() for one in node.iter("option")) if node.tag == "select" else (),
        required=node.get("required") is not None,
        visible=not node.xpath(HIDDEN),
        checked=node.get("checked") is not None,
        form=forms.index(form) if form is not None else -1,
        form_action=form.get("action", "") if form is not None else "",
        form_role=form.get("role", "") if form is not None else "",
        area=_area(node),
        selector=f"[name='{node.get('name', '')}']",
        inputmode=node.get("inputmode", ""),
        pattern=node.get("pattern", ""),
        autocapitalize=node.get("autocapitalize", ""),
        autocorrect=node.get("autocorrect", ""),
        heading=_heading(node),
        row=_row(node, label) if kind in ("radio", "checkbox") else "",
        described=bool(node.xpath(f"//*[@id='{node.get('aria-describedby', '')}']")),
        form_checks=form is not None and form.get("novalidate") is None and bool(form.xpath(".//button[not(@type)]")),
    )


def _heading(node: HtmlElement) -> str:
    around = next((one for one in node.iterancestors("fieldset", "section", "form")), None)
    found = around.xpath(".//legend | .//h2") if around is not None else []
    return " ".join(found[0].text_content().split()) if found else ""


def _row(node: HtmlElement, label: HtmlElement | None) -> str:
    row = label if label is not None else node.getparent()
    parts = (text.strip() for text in row.itertext()) if row is not None else ()
    return " ".join(part for part in parts if part)


def _button(node: HtmlElement, place: int) -> Button:
    form = next((one for one in node.iterancestors("form")), None)
    forms = list(node.getroottree().getroot().iter("form"))
    return Button(
        text=node.text_content().strip() or node.get("aria-label", ""),
        area=_area(node),
        form=forms.index(form) if form is not None else -1,
        submits=form is not None and node.get("type", "submit") == "submit",
        selector="button",
        y=float(place),
    )


def _image(node: HtmlElement) -> PageImage:
    return PageImage(
        src=node.get("src", ""),
        alt=node.get("alt"),
        natural_width=100,
        width=50,
        height=30,
        visible=True,
        area=_area(node),
    )
