from auditor.check import Context, Trail, Verdict, check, scored, unknown
from auditor.derive.visit.consent import banner_painted_largest, banner_shift, consent_of
from auditor.model import Basis, Evidence, FirstScreenSeen, LayerSeen, Offender, PageKind, Severity, Stage, Visit

__all__ = ["first_screen_clear"]

SMALL_BANNER, LARGE_BANNER = 0.35, 0.6
EACH_LAYER = 25
# A shift of a tenth is where layout-shift stops to pass.
NOTABLE_SHIFT = 0.1
# The law may ask for the visitor's age before anything is shown.
ALLOWED = frozenset({"age"})


KINDS = {
    "consent": "cookie banner",
    "newsletter": "newsletter",
    "app": "offer of an app",
    "survey": "survey",
    "chat": "chat",
    "country": "choice of country",
    "other": "another layer",
}


@check(
    stage=Stage.AWARENESS,
    weight=4,
    severity=Severity.MAJOR,
    effort="hours",
    title="The first screen is free of interruptions",
    failure_title="Layers lie over the first screen",
    messages={
        "clear": "Nothing came over the first screen in {seconds} seconds, nor after scrolling halfway.",
        "banner": "Only the cookie banner came over the first screen; it covers {percent} % of it.",
        "banner-slow": "Only the cookie banner came over the first screen, but it slows or moves the page.",
        "large-banner": "The cookie banner covers {percent} % of the first screen.",
        "layers": "Over the first screen came: {kinds} ({count} in all). Dimmed parts apart, {percent} % is covered.",
        "stuck": "A layer over the first screen shows no way to close it ({text}).",
        "not-looked": "The first screen was not watched.",
    },
    words=tuple(KINDS.values()),
    advice="Show one layer at a time, and wait with the newsletter until a visitor has seen more than one page.",
    source="Google Search Central on intrusive dialogs (banners rather than full pages); points are our convention.",
)
def first_screen_clear(trail: Trail, context: Context) -> Verdict:
    """Who has to press three things away before seeing a product has met the shop's wishes before its goods."""
    seen = next(iter(context.recording.probes(FirstScreenSeen)), None)
    home = trail.first(PageKind.HOME)
    if seen is None or home is None:
        return unknown("not-looked")
    layers = [one for one in seen.layers if one.kind not in ALLOWED]
    consent = [one for one in layers if one.kind == "consent"]
    others = [one for one in layers if one.kind != "consent"]
    stuck = [one for one in layers if not one.closable and one.kind != "consent"]
    covered = max((one.share for one in consent), default=0.0)
    base = 100 if covered <= SMALL_BANNER else 70 if covered <= LARGE_BANNER else 50
    score = 0 if stuck else base - EACH_LAYER * len(others)
    largest, shift = _cost(trail, context)
    message = _message(layers, others, stuck, base, slow=bool(largest) or (shift or 0) >= NOTABLE_SHIFT)
    shown = stuck or others or consent
    return scored(
        score,
        message,
        tuple(_evidence(home, one, seen) for one in shown[:3]) or (Evidence(page=home.id, screenshot=home.screenshot),),
        value={
            "covered": seen.covered,
            "layers": [one.kind for one in layers],
            "banner_is_largest_paint": [str(page) for page in largest],
            "banner_shift": shift,
        },
        data={
            "seconds": round(seen.seconds),
            "percent": round(100 * (covered if message in {"banner", "large-banner"} else seen.covered)),
            "count": len(layers),
            "kinds": tuple(dict.fromkeys(KINDS.get(one.kind, one.kind) for one in layers)),
            "text": stuck[0].text[:80] if stuck else "",
        },
        basis=Basis.MEASURED,
        rule=message,
        offenders=tuple(Offender(selector=one.selector, text=one.text[:120]) for one in shown) if score < 90 else (),
    )


def _cost(trail: Trail, context: Context) -> tuple[tuple[PageKind, ...], float | None]:
    """Say what the banner costs in loading: pages whose largest paint it is, and how much it moves home."""
    banner = consent_of(context)
    if banner is None or not banner.banner:
        return (), None
    return banner_painted_largest(trail.loads, banner), banner_shift(trail.loads)


def _message(layers: list[LayerSeen], others: list[LayerSeen], stuck: list[LayerSeen], base: int, *, slow: bool) -> str:
    if stuck:
        return "stuck"
    if not layers:
        return "clear"
    if others:
        return "layers"
    return "large-banner" if base < 100 else "banner-slow" if slow else "banner"


def _evidence(home: Visit, layer: LayerSeen, seen: FirstScreenSeen) -> Evidence:
    return Evidence(page=home.id, selector=layer.selector, excerpt=layer.text[:160], screenshot=seen.screenshot)
