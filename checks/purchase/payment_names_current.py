from collections.abc import Iterator
from urllib.parse import unquote

from auditor.check import Context, Need, Trail, Verdict, check, passed, scored, unknown
from auditor.derive.page.digest import digest_of
from auditor.model import Basis, Evidence, PageKind, Severity, Stage, Visit
from auditor.vocabulary.retired import Retired, retired_names

__all__ = ["payment_names_current"]

EACH = 30
# Pages that tell how one pays; news and guides may speak of what was.
TELLING = (
    PageKind.HOME,
    PageKind.PRODUCT,
    PageKind.CART,
    PageKind.CHECKOUT,
    PageKind.DELIVERY,
    PageKind.TERMS,
    PageKind.FAQ,
)


@check(
    stage=Stage.PURCHASE,
    weight=2,
    severity=Severity.MINOR,
    effort="hours",
    needs={Need.VISITS, Need.HOME},
    title="The names of ways to pay are up to date",
    failure_title="Names of ways to pay are shown that are used no more",
    messages={
        "current": "No name of a way to pay was found that is used no more.",
        "unread": "No page that tells how one pays could be read.",
        "old": "Names of ways to pay that are used no more: {names}.",
    },
    advice="Replace the old names and logos, in the terms as well.",
    source="Our dated table of names; each with its source in auditor/vocabulary/retired.yaml.",
)
def payment_names_current(trail: Trail, context: Context) -> Verdict:
    """A logo of a service that has closed says that nobody looks after the shop."""
    pages = [visit for visit in trail.of(*TELLING) if visit.facts.text or visit.facts.images]
    if not pages:
        return unknown("unread")
    found: dict[str, Evidence] = {}
    now: dict[str, str] = {}
    for one in retired_names(context.site.country, context.duties_as_of):
        where = next((seen for page in pages for seen in _shown(context, page, one)), None)
        if where:
            found[one.name], now[one.name] = where, one.now
    if not found:
        where_read = tuple(Evidence(page=page.id, screenshot=page.screenshot) for page in pages[:1])
        return passed("current", where_read, value=(), basis=Basis.PAGE)
    names = tuple(f"{name} → {now[name]}" for name in found)
    return scored(
        100 - EACH * len(found),
        "old",
        tuple(found.values()),
        value=tuple(found),
        data={"names": names},
        basis=Basis.PAGE,
    )


def _shown(context: Context, page: Visit, one: Retired) -> Iterator[Evidence]:
    """Yield where a page shows a name: in the text a visitor sees, beside a picture, or in the name of its file."""
    for line in page.facts.text.split("\n"):
        if one.words.search(line):
            yield Evidence(page=page.id, excerpt=" ".join(line.split())[:200], screenshot=page.screenshot)
    for image in page.facts.images:
        name = unquote(image.src).rsplit("/", 1)[-1].split("?")[0]
        if image.visible and (one.words.search(image.alt or "") or one.logos.search(name)):
            yield Evidence(page=page.id, excerpt=(image.alt or name)[:200], screenshot=page.screenshot)
    for picture in digest_of(context, page).pictures:
        if picture.alt and one.words.search(picture.alt):
            yield Evidence(page=page.id, excerpt=picture.alt[:200], screenshot=page.screenshot)
