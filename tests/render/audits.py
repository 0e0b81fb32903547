"""Audits of a made-up shop, as rich as a real one, for the tests of the report and for looking at it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from auditor.model import (
    Audit,
    AuditPage,
    AuditSite,
    BrowserInfo,
    CheckResult,
    Confidence,
    ConsentChoice,
    Evidence,
    HostInfo,
    JourneyOutcome,
    Offender,
    Outcome,
    RobotsInfo,
    Searched,
    SearchedPart,
    Stage,
    StageScore,
    Stopped,
    Tool,
    Tried,
    ViewportName,
    VisitorInfo,
)
from auditor.score import site_score, stage_scores
from tests.render.sample_checks import SAMPLE_CHECKS
from tests.render.walks import DESKTOP, KINDS, MOBILE, SHOP, ended_at_product, journey, measurements

__all__ = ["SEARCHED", "broken_audit", "result", "rich_audit", "stuck_audit"]


SEARCHED = Searched(
    pages=14,
    parts={SearchedPart.LINKS: 14, SearchedPart.TEXT: 6},
    seen=("desktop-home", "desktop-product"),
    footers=(DESKTOP, MOBILE),
    menus=(DESKTOP, MOBILE),
    words={"fi": ("Palautukset", "Palautusoikeus"), "en": ("Returns",)},
)


def result(
    check: str,
    message: str,
    score: int | None,
    *,
    viewport: ViewportName | None = None,
    page: str | None = None,
    stage: Stage | None = None,
    evidence: tuple[Evidence, ...] = (),
    offenders: tuple[Offender, ...] = (),
    confidence: Confidence = Confidence.HIGH,
    searched: Searched | None = None,
    **data: Any,
) -> CheckResult:
    """Make a result whose outcome follows from its score; no score means unknown."""
    known = SAMPLE_CHECKS[check]
    outcome = Outcome.UNKNOWN
    if score is not None:
        outcome = Outcome.PASSED if score >= 90 else Outcome.WARNING if score >= 50 else Outcome.FAILED
    return CheckResult(
        check=check,
        stage=stage or known.stage,
        viewport=viewport,
        page=f"{viewport}-{page}" if page and viewport else page,
        outcome=outcome,
        score=score,
        weight=known.weight,
        severity=known.severity,
        confidence=confidence,
        basis=None,
        message=message,
        data=data,
        text_en=known.messages.get(message, message),
        reason_unknown="door" if score is None else None,
        evidence=evidence,
        offenders=offenders,
        searched=searched,
    )


def _proof(page: str, selector: str, excerpt: str, shot: str | None = None) -> Evidence:
    return Evidence(page=page, selector=selector, excerpt=excerpt, screenshot=shot)


def _results() -> tuple[CheckResult, ...]:
    small = tuple(
        Offender(selector=f"footer > ul > li:nth-child({n}) > a", text=f"Linkki {n}", detail=f"{14 + n} × 18 px")
        for n in (1, 2, 3)
    )
    return (
        result("load-lcp", "ok", 97, viewport=DESKTOP, page="home", seconds=0.94),
        result(
            "load-lcp",
            "slow",
            38,
            viewport=MOBILE,
            page="home",
            seconds=4.62,
            evidence=(_proof("mobile-home", "section.hero > picture > img", "Syksyn uutuudet"),),
        ),
        result("load-lcp", "slow", 71, viewport=MOBILE, page="product", stage=Stage.CONSIDERATION, seconds=3.1),
        result("load-ttfb", "ok", 100, viewport=DESKTOP, page="home"),
        result("load-ttfb", "ok", 96, viewport=MOBILE, page="home"),
        result("mobile-overflow", "ok", 100, viewport=MOBILE, page="home"),
        result(
            "mobile-overflow",
            "count",
            40,
            viewport=MOBILE,
            page="product",
            count=1,
            total=12,
            offenders=(Offender(selector="table.nutrition", text="Ravintosisältö", detail="+38 px"),),
        ),
        result(
            "mobile-tap-targets",
            "count",
            62,
            viewport=MOBILE,
            page="home",
            count=9,
            total=41,
            offenders=small,
            confidence=Confidence.LOW,
        ),
        result("https-everywhere", "ok", 100),
        result(
            "return-policy-visible",
            "missing",
            20,
            what="link to the return terms",
            evidence=(
                _proof(
                    "desktop-home", "footer.site-footer", "Tilausehdot · Tietosuoja · Ota yhteyttä", "crop:Tilausehdot"
                ),
            ),
            searched=SEARCHED,
        ),
        result("reviews-shown", "ok", 100),
        result(
            "guest-checkout",
            "wall",
            0,
            viewport=DESKTOP,
            page="checkout",
            evidence=(
                _proof(
                    "desktop-checkout",
                    "form#login input[name='password']",
                    "Kirjaudu sisään jatkaaksesi",
                    "crop:Kirjaudu sisään",
                ),
            ),
        ),
        result(
            "guest-checkout",
            "wall",
            0,
            viewport=MOBILE,
            page="checkout",
            evidence=(_proof("mobile-checkout", "form#login input[name='password']", "Kirjaudu sisään jatkaaksesi"),),
        ),
        result("click-depth", "ok", 90, viewport=DESKTOP),
        result("click-depth", "count", 60, viewport=MOBILE, count=7, total=7),
        result("checkout-fields", "unreadable", None),
        result("payment-methods", "unreadable", None),
        result("add-to-cart-works", "ok", 100, viewport=DESKTOP, page="product"),
        result("add-to-cart-works", "ok", 100, viewport=MOBILE, page="product"),
        result("contact-channels", "missing", 55, what="telephone number", confidence=Confidence.MEDIUM),
        result("newsletter-signup", "ok", 100),
        result("loyalty-programme", "unreadable", None),
    )


def _pages() -> tuple[AuditPage, ...]:
    titles = {"home": "Tuulan Teetupa, irtoteetä Helsingistä", "product": "Sencha Fukuyu 100 g"}
    return tuple(
        AuditPage(
            id=f"{screen}-{name}",
            url=SHOP + path,
            kind=kind,
            viewport=screen,
            status=200,
            title=titles.get(name, name.title()),
            depth=depth,
        )
        for screen in (DESKTOP, MOBILE)
        for name, (kind, path, depth) in KINDS.items()
    )


def rich_audit(**changes: Any) -> Audit:
    """Return an audit of a shop with a good many faults, seen on two screens."""
    results = _results()
    stages = stage_scores(results)
    score, coverage = site_score(stages)
    audit = Audit(
        tool=Tool(name="cx-audit", version="0.1.0"),
        site=AuditSite(
            url=SHOP + "/", name="Tuulan Teetupa", languages=("fi", "sv"), country="FI", platform="WooCommerce"
        ),
        started_at=datetime(2026, 11, 21, 12, 5, tzinfo=UTC),
        finished_at=datetime(2026, 11, 21, 12, 8, 40, tzinfo=UTC),
        profile="default",
        duties_as_of=date(2026, 11, 21),
        browser=BrowserInfo(name="Chromium", version="156.0.8078.79", mode="new headless", sandbox=False),
        visitor=VisitorInfo(locale="fi-FI", timezone="Europe/Helsinki", consent=ConsentChoice.ACCEPT),
        host=HostInfo(benchmark_index=1437.5, cores=2, load=0.42),
        robots=RobotsInfo(found=True, sitemaps=(SHOP + "/sitemap.xml",)),
        score=score,
        coverage=coverage,
        stages=stages,
        pages=_pages(),
        measurements=measurements(),
        results=results,
        findings=(),
        journeys={DESKTOP: journey(DESKTOP), MOBILE: journey(MOBILE)},
    )
    return audit.model_copy(update=changes)


def stuck_audit(
    *screens: ViewportName, outcome: JourneyOutcome = JourneyOutcome.ADD_TO_CART_FAILED, **changes: Any
) -> Audit:
    """Return an audit whose walks on some screens end at the product page, the others at the checkout."""
    audit = rich_audit()
    end = Stopped(
        page="desktop-product",
        tried=(Tried(label="Lisää ostoskoriin", times=4, pages=2),),
        errors=("lisaaKoriin is not a function",),
        failed_requests=(f"500 {SHOP}/kori/lisaa",),
    )
    return audit.model_copy(
        update={
            "journeys": {
                name: ended_at_product(walk, outcome) if name in screens else walk
                for name, walk in audit.journeys.items()
            },
            "stopped": dict.fromkeys(screens, end),
            **changes,
        }
    )


def broken_audit(problem: str, sentence: str, *, gathered: bool = False) -> Audit:
    """Return an audit that could not be made, with nothing or a little gathered."""
    return rich_audit(
        problem=problem,
        sentence=sentence,
        complete=False,
        score=None,
        coverage=0.0,
        stages=tuple(StageScore(stage=stage, score=None, coverage=0.0) for stage in Stage),
        results=(),
        measurements=measurements()[:1] if gathered else (),
        pages=_pages()[:1] if gathered else (),
        journeys={},
    )
