from auditor.check import Context, Need, Scope, Trail, Verdict, check, scored, unknown
from auditor.derive.checkout.choices import payment_choice, walked
from auditor.derive.checkout.deep import deep_of, saw_the_end
from auditor.derive.checkout.ordering import order_button
from auditor.derive.page.digest import digest_of, site_language
from auditor.derive.page.progress import numbered_headings
from auditor.model import Basis, Clicks, Confidence, Evidence, PageKind, Severity, Stage, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["checkout_steps"]

POINTS = {1: 100, 2: 100, 3: 100, 4: 90, 5: 80, 6: 60, 7: 40}
MORE, PROGRESS = 20, 5


@check(
    stage=Stage.PURCHASE,
    weight=4,
    severity=Severity.MINOR,
    effort="weeks",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY, Need.DOOR},
    title="The checkout has few steps",
    failure_title="The checkout has many steps",
    messages={
        "walked": "Steps from the cart to the order, both counted: {steps}, as they were walked.",
        "told": "Steps from the cart to the order, both counted: {steps}, as the shop itself shows them.",
        "one-page": "All of the checkout stands on one page after the cart.",
        "later-step": "How many steps there are is seen only after personal data is given; run with --deep-checkout.",
        "not-read": "The last step of the checkout was not reached, and no progress bar tells how many there are.",
    },
    advice="Merge steps that ask one question each.",
    source="Baymard: 5.1 steps on average (2024), and fields matter more than steps; mostly US shops.",
)
def checkout_steps(trail: Trail, context: Context) -> Verdict:
    """Each step is a chance to leave; yet short steps may be easier than one long page."""
    pages = walked(trail.visits, PageKind.CHECKOUT)
    bars = [(page, bar) for page in pages if (bar := digest_of(context, page).progress)]
    deep, clicks = deep_of(trail.walk), trail.walk.clicks if trail.walk else Clicks()
    if deep and saw_the_end(trail.walk):
        seen = next((page for page in reversed(pages) if page.id == deep.steps[-1].page), pages[-1] if pages else None)
        # A cart that opened together with the door is one page with it.
        cart = 0 if clicks.cart is not None and clicks.cart == clicks.door else 1
        return _verdict("walked", cart + len(deep.steps), seen, bool(bars), Basis.CHECKOUT)
    if bars:
        page, bar = bars[0]
        return _verdict("told", _counted(bar, site_language(context, page)), page, True, Basis.PAGE, ", ".join(bar))
    door = next((page for page in reversed(pages) if payment_choice(page) and order_button(context, page)), None)
    if door:
        return _verdict("one-page", 2, door, False, Basis.CHECKOUT)
    headings = next(((page, told) for page in pages if (told := numbered_headings(page.facts.text))), None)
    if headings:
        page, bar = headings
        return _verdict("told", _counted(bar, site_language(context, page)), page, True, Basis.PAGE, ", ".join(bar))
    where = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in pages[-1:])
    return unknown("not-read" if deep else "later-step", where)


def _counted(bar: tuple[str, ...], language: str) -> int:
    """Count the steps of a progress bar with the cart, and without the one that only says that all is done."""
    reviewed = wording("step_review").search(bar[-2]) and wording("step_confirmed").search(bar[-1])
    steps = bar[:-1] if wording("step_done").search(bar[-1]) or reviewed else bar
    hit = load_vocabulary().match("cart", bar[0], language)
    return len(steps) + (0 if hit and hit.strength >= 0.7 else 1)


def _verdict(message: str, steps: int, page: Visit | None, bar: bool, basis: Basis, said: str = "") -> Verdict:
    evidence = (Evidence(page=page.id, excerpt=said[:300], screenshot=page.screenshot),) if page else ()
    return scored(
        POINTS.get(steps, MORE) + PROGRESS * bar,
        message,
        evidence,
        value=steps,
        unit="steps",
        data={"steps": steps},
        basis=basis,
        confidence=Confidence.MEDIUM if message == "told" else Confidence.HIGH,
    )
