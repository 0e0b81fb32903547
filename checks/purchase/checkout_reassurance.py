from auditor.check import Context, Need, Scope, Trail, Verdict, check, scored
from auditor.derive.checkout.choices import walked
from auditor.derive.page.digest import site_language
from auditor.derive.searched import searched_for
from auditor.derive.text.emails import emails_in
from auditor.derive.text.phones import phones_in
from auditor.derive.visit.services import services_of
from auditor.model import Basis, Evidence, Link, PageKind, Searched, Severity, Stage, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["checkout_reassurance"]

CONTACT, RETURNS, CALM, FEW_TRACKERS = 30, 30, 20, 20
MOST_TRACKERS = 2
# More links at the top than a logo, a way back, a log-in and a number to call: the shop's menu is still shown.
CALM_LINKS = 6
SURE = 0.7


@check(
    stage=Stage.PURCHASE,
    weight=3,
    severity=Severity.MINOR,
    effort="hours",
    scope=Scope.VIEWPORT,
    needs={Need.JOURNEY, Need.DOOR},
    title="The checkout reassures and does not distract",
    failure_title="The checkout leaves customers alone or distracts them",
    messages={
        "calm": "The checkout shows whom to ask and how to return goods, without menus that distract.",
        "gaps": "The checkout lacks: {missing}.",
    },
    words=("a way to ask", "a word on returns", "calm (the shop's menu is shown)", "fewer advertising services"),
    advice="Keep a phone number and the return promise in the checkout, and take the menus out of it.",
    source="Baymard: 25 % did not trust the site with the card (US, 2024); the points are our convention.",
)
def checkout_reassurance(trail: Trail, context: Context) -> Verdict:
    """With the card in hand people look once more for someone to call, and for the way to send goods back.

    Judged is the first view of the checkout; one that a platform hosts may leave the shop little choice.
    """
    page = walked(trail.visits, PageKind.CHECKOUT)[-1:]
    if not page:
        page = trail.of(PageKind.CHECKOUT)[-1:]
    door = page[0]
    shown = [link for link in door.facts.links if link.visible or link.revealed]
    menus = [link for link in shown if link.visible and link.area in {"nav", "header"}]
    trackers = services_of((door,), "advertising")
    gaps = {
        "a way to ask": not _contact(context, door, shown),
        "a word on returns": not _returns(context, door, shown),
        "calm (the shop's menu is shown)": len(menus) > CALM_LINKS,
        "fewer advertising services": len(trackers) > MOST_TRACKERS,
    }
    costs = dict(zip(gaps, (CONTACT, RETURNS, CALM, FEW_TRACKERS), strict=True))
    missing = tuple(name for name, gap in gaps.items() if gap)
    return scored(
        100 - sum(costs[name] for name in missing),
        "gaps" if missing else "calm",
        (Evidence(page=door.id, screenshot=door.screenshot), *trackers.values()),
        value={"missing": missing, "menu_links": len(menus), "advertising": tuple(trackers)},
        data={"missing": missing},
        basis=Basis.CHECKOUT,
        searched=_searched(context, door, missing),
    )


def _searched(context: Context, door: Visit, missing: tuple[str, ...]) -> Searched | None:
    asked = {"a way to ask": "contact", "a word on returns": "returns"}
    intents = tuple(intent for name, intent in asked.items() if name in missing)
    return searched_for(context, *intents, links=(door,), text=(door,)) if intents else None


def _contact(context: Context, door: Visit, shown: list[Link]) -> bool:
    hrefs = [link.href for link in shown]
    text = door.facts.text
    if door.facts.chat or phones_in(text, hrefs, context.site.country) or emails_in(text, hrefs):
        return True
    return any(_means(context, door, link, "contact", "customer_service", "faq_help") for link in shown)


def _returns(context: Context, door: Visit, shown: list[Link]) -> bool:
    # A template's "Return policy (edit with …)" promises nothing.
    lines = (line for line in door.facts.text.splitlines() if not wording("placeholder").search(line))
    told = load_vocabulary().mentions("returns", "\n".join(lines))
    return bool(told) or any(_means(context, door, link, "returns", "withdrawal_right") for link in shown)


def _means(context: Context, door: Visit, link: Link, *intents: str) -> bool:
    words, language = load_vocabulary(), site_language(context, door)
    return any((hit := words.match(one, link.said, language)) and hit.strength >= SURE for one in intents)
