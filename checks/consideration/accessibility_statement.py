from auditor.check import Context, Need, Option, Trail, Verdict, check, failed, not_applicable, scored, unknown
from auditor.derive.page.digest import digest_of, page_text
from auditor.derive.searched import expected_at_foot, searched_for
from auditor.derive.service.statement import statement_linked
from auditor.derive.text.emails import emails_in
from auditor.derive.text.phones import phones_in
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage, Visit
from auditor.vocabulary.duties import duty_of
from auditor.vocabulary.wordings import wording

__all__ = ["accessibility_statement"]

LINKED = 50
POINTS = {"known gaps": 20, "contact": 15, "date": 15}
READ = (PageKind.HOME, PageKind.CATEGORY, PageKind.PRODUCT)


@check(
    stage=Stage.CONSIDERATION,
    weight=2,
    severity=Severity.MINOR,
    effort="hours",
    needs={Need.HOME},
    title="The shop tells how accessible it is",
    failure_title="The shop does not tell how accessible it is",
    messages={
        "whole": "The shop has an accessibility statement with known gaps, a contact and a date.",
        "gaps": "The accessibility statement lacks: {missing}.",
        "linked": "An accessibility statement is linked, but its page was not read.",
        "none": "A robot found no accessibility statement on the pages it read; small firms need none ({law}).",
        "small-firm": "The shop is run by a small firm, which needs no accessibility statement.",
        "elsewhere": "No duty of an accessibility statement is known for this shop's country.",
    },
    words=(*POINTS, "Directive (EU) 2019/882, article 13(2)"),
    advice="Publish a dated statement that names known gaps and where to give feedback, and link it in the footer.",
    source="Directive (EU) 2019/882, since 28 June 2025; saavutettavuusvaatimukset.fi; points are our convention.",
    options={"small_firm": Option(0, "1 for yes", "fewer than ten people and a turnover of two million euros at most")},
)
def accessibility_statement(trail: Trail, context: Context) -> Verdict:
    """People who depend on accessibility look for the statement first: it says whether it is worth to go on."""
    if context.options["small_firm"]:
        return not_applicable("small-firm")
    duty = duty_of("accessibility_statement", context.site.country, context.duties_as_of)
    pages = [visit for visit in trail.of(PageKind.ACCESSIBILITY) if (visit.status or 200) < 400]
    home = next(visit for visit in trail.visits if visit.kind is PageKind.HOME)
    if not pages:
        if statement_linked(context, trail.visits):
            return unknown("linked", (Evidence(page=home.id),))
        if duty is None:
            return not_applicable("elsewhere")
        return failed(
            "none",
            expected_at_foot(trail.visits),
            value={"present": False},
            data={"law": duty.law},
            confidence=Confidence.MEDIUM,
            basis=Basis.PAGE,
            searched=searched_for(context, "accessibility_statement", links=trail.visits),
        )
    told = {part for page in pages for part in _told(context, page)}
    missing = tuple(part for part in POINTS if part not in told)
    return scored(
        LINKED + sum(POINTS[part] for part in told),
        "gaps" if missing else "whole",
        (Evidence(page=pages[0].id, excerpt=pages[0].title, screenshot=pages[0].screenshot),),
        value={"present": True, "missing": list(missing), "authority": _named(context, pages)},
        data={"missing": missing, "law": duty.law if duty else ""},
        searched=searched_for(context, text=pages) if missing else None,
        basis=Basis.PAGE,
    )


def _told(context: Context, page: Visit) -> tuple[str, ...]:
    text, digest = page_text(context, page), digest_of(context, page)
    hrefs = [anchor.href for anchor in digest.anchors]
    country = context.site.country
    # A contact in the statement itself counts, not those that stand in every footer.
    contact = bool(emails_in(digest.main or text) or phones_in(digest.main or text, (), country)) or any(
        href.startswith("mailto:") and href.removeprefix("mailto:").partition("?")[0] in text for href in hrefs
    )
    found = {
        "known gaps": bool(wording("accessibility_gaps").search(text)),
        "contact": contact or bool(wording("accessibility_feedback").search(text)),
        "date": bool(wording("dated").search(text)),
    }
    return tuple(part for part, there in found.items() if there)


def _named(context: Context, pages: list[Visit]) -> bool:
    return any(wording("accessibility_authority").search(page_text(context, page)) for page in pages)
