from auditor.check import Context, Need, Option, Scope, Trail, Verdict, check, scored, unknown
from auditor.derive.curves import log_normal
from auditor.derive.loads import measured
from auditor.derive.timing import curve_points
from auditor.model import Basis, Confidence, Evidence, HostInfo, JourneyStep, Severity, Stage, ViewportName

__all__ = ["interaction_delay"]

PRESSES, LOADING = 0.7, 0.3
# Below this index a machine is slower than the phones that the figures are meant for: our convention.
SLOW_MACHINE = 500
BUSY_SHARE = 2


@check(
    stage=Stage.PURCHASE,
    weight=6,
    severity=Severity.MAJOR,
    effort="weeks",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY},
    title="The shop answers a press at once",
    failure_title="The shop answers a press late",
    messages={
        "quick": 'The slowest press that could be timed was answered after {ms} ms: "{label}".',
        "slow": 'A press was answered only after {ms} ms: "{label}".',
        "busy-loading": 'Presses are answered soon (at most {ms} ms: "{label}"), but loading blocks them for {tbt} ms.',
        "loading-quick": "No press could be timed; loading blocked presses for {tbt} ms.",
        "loading-slow": "Loading blocked presses for {tbt} ms; no press could be timed.",
        "navigated": "Each press led to a new page, so that none could be timed.",
        "not-measured": "No press on the way was timed.",
    },
    advice="Break long scripts into pieces, and show that a press was heard before the network answers.",
    source="Lighthouse, interaction-to-next-paint and total-blocking-time (curves of f8eac39); 70 to 30 is ours.",
    options={
        "press_p10": Option(200, "ms", "90 points"),
        "press_median": Option(500, "ms", "50 points"),
        "tbt_mobile_p10": Option(200, "ms", "90 points on a phone"),
        "tbt_mobile_median": Option(600, "ms", "50 points on a phone"),
        "tbt_desktop_p10": Option(150, "ms", "90 points on a desktop"),
        "tbt_desktop_median": Option(350, "ms", "50 points on a desktop"),
    },
)
def interaction_delay(trail: Trail, context: Context) -> Verdict:
    """A press that seems to do nothing is pressed again, or given up; only a real walk through the shop shows it.

    Timed are the presses of the walk that stayed on their page, by real input; one that leads to a new page cannot be
    timed so. It is a laboratory figure of one machine.
    """
    steps = [step for step in trail.journey.steps if step.interaction_ms is not None]
    worst = max(steps, key=_delay, default=None)
    blocked = _blocked(trail)
    if worst is None and blocked is None:
        notes = [step.interaction_note for step in trail.journey.steps if step.interaction_note]
        navigated = bool(notes) and all(note == "navigated" for note in notes)
        return unknown("navigated" if navigated else "not-measured")
    options = context.options
    parts: list[tuple[float, float]] = []
    press = 0.0
    if worst is not None:
        press = log_normal(_delay(worst), p10=float(options["press_p10"]), median=float(options["press_median"]))
        parts.append((PRESSES, press))
    if blocked is not None:
        parts.append((LOADING, curve_points(blocked, options, "tbt", trail.viewport or ViewportName.DESKTOP)))
    points = sum(weight * one for weight, one in parts) / sum(weight for weight, _one in parts)
    good = round(points) >= 90
    late = "busy-loading" if round(press) >= 90 else "slow"
    message = ("quick" if good else late) if worst else "loading-quick" if good else "loading-slow"
    return scored(
        points,
        message,
        _evidence(trail, worst),
        value=round(_delay(worst)) if worst else None,
        unit="ms",
        data={
            "ms": round(_delay(worst)) if worst else None,
            "label": worst.label if worst else None,
            "tbt": round(blocked) if blocked is not None else None,
        },
        n=len(steps),
        basis=Basis.MEASURED,
        confidence=_sureness(context.site.host, len(steps)),
        rule="interaction",
    )


def _sureness(host: HostInfo, presses: int) -> Confidence:
    """Return how far the figure can be trusted: little on a machine that was busy otherwise, or that is slow."""
    busy = host.load is not None and host.load > BUSY_SHARE * host.cores
    slow = host.benchmark_index is not None and host.benchmark_index < SLOW_MACHINE
    return Confidence.LOW if busy or slow else Confidence.HIGH if presses > 1 else Confidence.MEDIUM


def _delay(step: JourneyStep) -> float:
    return step.interaction_ms or 0.0


def _blocked(trail: Trail) -> float | None:
    """Return the longest median time for which loading one of the pages blocked presses, in ms."""
    known = [one.median.tbt_ms for one in measured(trail.loads) if one.median.tbt_ms is not None]
    return max(known, default=None)


def _evidence(trail: Trail, worst: JourneyStep | None) -> tuple[Evidence, ...]:
    """Point at the page on which the press was made: that of the latest step before it that was kept."""
    page = None
    for step in trail.journey.steps:
        page = step.page or page
        if step is worst:
            shown = Evidence(page=page or "", selector=step.selector, excerpt=step.label, screenshot=step.screenshot)
            return (shown,) if page else ()
    return ()
