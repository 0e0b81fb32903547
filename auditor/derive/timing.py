"""Which curve a timed page is held to, and how sure its figure is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from auditor.derive.curves import log_normal
from auditor.model import Confidence, Evidence, Measurement, MetricSet, PageKind, Stage, ViewportName, Visit

__all__ = ["TIMED_PAGES", "TIMED_STAGES", "curve_points", "evidence_of", "sureness", "width_of"]

TIMED_PAGES = (PageKind.HOME, PageKind.CATEGORY, PageKind.PRODUCT, PageKind.CART)
TIMED_STAGES: Mapping[PageKind, Stage] = {
    PageKind.HOME: Stage.AWARENESS,
    PageKind.CATEGORY: Stage.CONSIDERATION,
    PageKind.PRODUCT: Stage.CONSIDERATION,
    PageKind.CART: Stage.PURCHASE,
}


def curve_points(value: float, options: Mapping[str, Any], name: str, viewport: ViewportName | None) -> float:
    """Return a figure's points on the phone's curve or, elsewhere, the desktop's (options NAME_SCREEN_p10)."""
    screen = "mobile" if viewport is ViewportName.MOBILE else "desktop"
    return log_normal(
        value, p10=float(options[f"{name}_{screen}_p10"]), median=float(options[f"{name}_{screen}_median"])
    )


def sureness(measurement: Measurement) -> Confidence:
    """Return high where the runs agree, medium where they do not, low for a single run."""
    if len(measurement.samples) < 2:
        return Confidence.LOW
    return Confidence.HIGH if measurement.runs_agree else Confidence.MEDIUM


def width_of(samples: tuple[MetricSet, ...], name: str) -> tuple[float, float] | None:
    """Return the smallest and the largest sample of a figure."""
    values = [value for one in samples if (value := getattr(one, name)) is not None]
    return (min(values), max(values)) if values else None


def evidence_of(page: Visit | None, measurement: Measurement) -> tuple[Evidence, ...]:
    """Point at the page and, where it is known, at the element that was painted last."""
    if page is None:
        return ()
    element = measurement.lcp_element
    return (
        Evidence(
            page=page.id,
            selector=element.selector if element else "",
            excerpt=(element.text or element.url)[:160] if element else "",
            screenshot=page.screenshot,
        ),
    )
