"""The timed loads and the walks of the made-up shop."""

from __future__ import annotations

from typing import Any

from auditor.model import (
    Box,
    Clicks,
    Confidence,
    Course,
    Door,
    DoorKind,
    Fetched,
    FilmFrame,
    GuestValue,
    Journey,
    JourneyOutcome,
    JourneyStep,
    LcpElement,
    Measurement,
    MetricSet,
    PageKind,
    ProductSeen,
    ShortestSeen,
    ViewportName,
    WeightOf,
)

__all__ = ["DESKTOP", "KINDS", "MOBILE", "SHOP", "ended_at_product", "journey", "measurements"]

SHOP = "https://teetupa.example"
DESKTOP, MOBILE = ViewportName.DESKTOP, ViewportName.MOBILE
KINDS = {
    "home": (PageKind.HOME, "/", 0),
    "category": (PageKind.CATEGORY, "/vihrea-tee", 1),
    "product": (PageKind.PRODUCT, "/vihrea-tee/sencha-fukuyu-100-g", 2),
    "cart": (PageKind.CART, "/ostoskori", 3),
    "checkout": (PageKind.CHECKOUT, "/kassa", 4),
    "returns": (PageKind.RETURNS, "/palautukset", 1),
    "contact": (PageKind.CONTACT, "/yhteystiedot", 1),
}


def _metrics(lcp: float, factor: float, weight: float) -> MetricSet:
    return MetricSet(
        lcp_ms=lcp,
        fcp_ms=lcp * 0.55,
        ttfb_ms=180 * factor,
        cls=0.04 * factor,
        tbt_ms=90 * factor * factor,
        weight_bytes=weight,
        requests=48,
        third_party_bytes=weight / 4,
    )


def measurements() -> tuple[Measurement, ...]:
    """Return the timed loads of four pages on two screens."""
    made = []
    for name, lcp in (("home", 940.0), ("category", 1310.0), ("product", 1080.0), ("cart", 860.0)):
        kind, path, _depth = KINDS[name]
        for screen, factor in ((DESKTOP, 1.0), (MOBILE, 3.1)):
            middle = _metrics(lcp * (4.9 if screen == MOBILE and name == "home" else factor), factor, 1_930_000)
            made.append(
                Measurement(
                    page=kind,
                    url=SHOP + path,
                    viewport=screen,
                    consent="before",
                    network=("562.5 ms, 1474.56/675 kbit/s" if screen == MOBILE else "150 ms, 9216/9216 kbit/s"),
                    cpu=4 if screen == MOBILE else 1,
                    cache="cold",
                    samples=(middle, middle, middle),
                    median=middle,
                    spread=_metrics(lcp * 0.2, factor * 0.1, 12_000),
                    lcp_element=LcpElement(selector="section.hero > picture > img", text="Syksyn uutuudet"),
                    runs_agree=name != "category",
                    looked_at=middle,
                    **_looked_into(screen, name),
                )
            )
    return tuple(made)


def _looked_into(screen: ViewportName, name: str) -> dict[str, Any]:
    """Return what one load fetched and how it looked; the home page on a phone was filmed as well."""
    types = ("document", "style", "script", "image", "font", "data")
    fetched = tuple(
        Fetched(
            name=f"teetupa.example/{number}.{kind}" if number % 3 else f"cdn{number}.tracker.example/{kind}",
            type=kind,
            start_ms=40 * number,
            first_ms=40 * number + 200,
            end_ms=None if number == 29 else 40 * number + 420,
            size_bytes=4000 * (number + 1),
            third_party=number % 3 == 0,
            failed=number == 7,
            blocking=kind in {"style", "script"} and number < 7,
        )
        for number, kind in enumerate(types * 5)
    )
    weights = tuple(
        WeightOf(
            type=kind, requests=5, weight_bytes=90_000, third_party_requests=2, third_party_bytes=30_000 * (at % 2)
        )
        for at, kind in enumerate(types)
    )
    filmed = screen == MOBILE and name == "home"
    return {
        "fetched": fetched,
        "weights": weights,
        "course": Course(answered_ms=200, blocking=tuple(one for one in fetched if one.blocking)),
        "screenshot": f"{screen}:{name}",
        "lcp_box": Box(x=24, y=170, width=220, height=2000),
        "film": tuple(FilmFrame(at_ms=1000 * at, screenshot=f"{screen}:film {at}") for at in range(1, 6))
        if filmed
        else (),
    }


def journey(screen: ViewportName) -> Journey:
    """Return a walk that ends at a door which demands an account; the phone needs its menu first."""
    phone = screen == MOBILE
    menu = [("menu", "Valikko", 1, "/", Box(x=350, y=12, width=44, height=44))] if phone else []
    told = [
        ("home", "", 0, "/", None),
        *menu,
        ("category", "Vihreä tee", 1, "/vihrea-tee", Box(x=200, y=20, width=110, height=30)),
        ("product", "Sencha Fukuyu", 1, KINDS["product"][1], Box(x=24, y=170, width=150, height=200)),
        ("options", "100 g", 1, KINDS["product"][1], Box(x=200, y=320, width=90, height=40)),
        ("add-to-cart", "Lisää ostoskoriin", 1, KINDS["product"][1], Box(x=200, y=420, width=180, height=48)),
        ("cart", "Ostoskori (1)", 1, "/ostoskori", Box(x=300, y=10, width=90, height=44)),
        ("door", "Siirry kassalle", 1, "/kassa", None),
    ]
    steps = tuple(
        JourneyStep(
            kind=kind,
            url=SHOP + path,
            label=label,
            selector="main a.button" if label else "",
            clicks=clicks,
            ms=None if kind == "home" else 420 + 90 * number,
            interaction_ms=48.0 if kind == "options" else None,
            screenshot=f"{screen}:{label or 'Tervetuloa'}",
            box=box,
            errors=int(phone and kind == "cart"),
        )
        for number, (kind, label, clicks, path, box) in enumerate(told)
    )
    last = 7 if phone else 6
    return Journey(
        outcome=JourneyOutcome.CHECKOUT_REACHED,
        door=Door(
            kind=DoorKind.ACCOUNT_ONLY,
            url=SHOP + "/kassa",
            guest=GuestValue.ACCOUNT_REQUIRED,
            confidence=Confidence.HIGH,
        ),
        clicks=Clicks(product=last - 4, in_cart=last - 2, cart=last - 1, door=last, guest_form=None, interruptions=1),
        shortest_seen=ShortestSeen(
            door=3, way="quick-add", labels=("Lisää koriin", "Ostoskori (1)", "Siirry kassalle")
        ),
        presses=9,
        product=ProductSeen(id="sku-1", name="Sencha Fukuyu 100 g", url=SHOP + KINDS["product"][1], price="12,90 €"),
        seconds=41.3 if phone else 28.9,
        errors=int(phone),
        verified_by=("count", "line"),
        steps=steps,
    )


def ended_at_product(walk: Journey, outcome: JourneyOutcome) -> Journey:
    """Return a walk that was stopped on the product page."""
    steps = tuple(step for step in walk.steps if step.kind in {"home", "menu", "category", "product", "options"})
    return walk.model_copy(
        update={
            "outcome": outcome,
            "reason": "nothing changed after the press",
            "steps": steps,
            "door": None,
            "clicks": Clicks(product=walk.clicks.product),
            "shortest_seen": None,
            "verified_by": (),
        }
    )
