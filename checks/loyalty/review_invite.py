from collections.abc import Iterator

from auditor.check import Context, Need, Trail, Verdict, check, failed, passed, unknown, warned
from auditor.derive.goods.reviews import reviews_seen
from auditor.derive.page.digest import digest_of
from auditor.derive.searched import searched_for
from auditor.derive.visit.services import services_of
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["review_invite"]

BEHIND_LOGIN, BY_MAIL, NONE = 60, 70, 0
SURE = 0.7


@check(
    stage=Stage.LOYALTY,
    weight=3,
    severity=Severity.MINOR,
    effort="hours",
    needs={Need.VISITS, Need.PRODUCT},
    title="Customers can write reviews",
    failure_title="Customers cannot write reviews on the product page",
    messages={
        "open": 'A review can be written on the product page: "{label}".',
        "login": 'A review can be written only after logging in: "{label}".',
        "by-mail": "A service for reviews runs on the product page ({service}); it may ask customers after purchases.",
        "shown-only": "Reviews are shown, but the product page does not invite to write one.",
        "spoken-of": 'The product page speaks of writing a review ("{label}"), but a robot found no button and no form '
        "for it.",
        "none": "Nothing on the product page invites to write a review.",
    },
    advice="Invite buyers to review after the delivery, and let them do it without logging in.",
    source="Our convention.",
)
def review_invite(trail: Trail, context: Context) -> Verdict:
    """Reviews come from those who are asked; who first has to find out how, does not write.

    Where only the page's words speak of it, the form may come behind a tab: then it is not known.
    """
    products = trail.of(PageKind.PRODUCT)
    seen = reviews_seen(context, trail.visits)
    for page in products:
        login = wording("review_login").search(f"{page.facts.text}\n{digest_of(context, page).main}")
        if login:
            label = " ".join(login.group().split())
            where = Evidence(page=page.id, excerpt=label, screenshot=page.screenshot)
            return warned("login", (where,), BEHIND_LOGIN, value="login", data={"label": label}, basis=Basis.PAGE)
    for page in products:
        invited = next(_invitations(context, page), None)
        if invited:
            return passed("open", (invited,), value="open", data={"label": invited.excerpt[:60]}, basis=Basis.PAGE)
    for page in products:
        said = load_vocabulary().mentions("write_review", digest_of(context, page).main)
        if said:
            where = Evidence(page=page.id, excerpt=said, screenshot=page.screenshot)
            return unknown("spoken-of", (where,), data={"label": said})
    here = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in products[:1])
    service = services_of(products, "reviews", "trust-mark")
    if service:
        name = next(iter(service))
        where_found = tuple(service.values())
        return warned("by-mail", where_found, BY_MAIL, value="service", data={"service": name}, basis=Basis.PAGE)
    read = searched_for(context, "write_review", links=products, buttons=products, fields=products)
    if seen.product or seen.texts:
        return warned("shown-only", seen.evidence or here, BY_MAIL, value="shown", basis=Basis.PAGE, searched=read)
    return failed("none", here, NONE, value="none", basis=Basis.PAGE, confidence=Confidence.MEDIUM, searched=read)


def _invitations(context: Context, page: Visit) -> Iterator[Evidence]:
    """Yield controls that invite to write, and forms to write in, which often stand behind a tab."""
    words = load_vocabulary()
    said = [(one, "") for one in page.facts.buttons]
    said += [(one.said, one.selector) for one in page.facts.links if one.visible or one.revealed]
    for text, selector in said:
        hit = words.match("write_review", text)
        if hit and hit.strength >= SURE:
            yield Evidence(page=page.id, selector=selector, excerpt=text, screenshot=page.screenshot)
    for form in digest_of(context, page).forms:
        named = words.mentions("write_review", f"{form.text} {form.around}") if form.areas else None
        if named:
            yield Evidence(page=page.id, excerpt=named, screenshot=page.screenshot)
