from auditor.check import Context, Need, Option, Trail, Verdict, check, scored, unknown
from auditor.derive.searched import expected_at_foot, searched_for
from auditor.derive.service.legal import LegalPage, Standing, legal_page
from auditor.derive.service.service_pages import without_probes
from auditor.model import Basis, Confidence, Severity, Stage

__all__ = ["legal_pages"]

PAGE, LANGUAGE, DATED = 40, 10, 10
# A file counts 70 %, a page that is not linked from home, or says little, half.
SHARES = {Standing.READ: 1.0, Standing.FILE: 0.7, Standing.SHORT: 0.5}
GAPS = {
    ("terms", Standing.NONE): "terms",
    ("terms", Standing.DEAD): "terms that open",
    ("terms", Standing.PLACEHOLDER): "terms that are written",
    ("terms", Standing.SHORT): "more than a few lines of terms",
    ("terms", Standing.FILE): "terms as a page instead of a file",
    ("privacy", Standing.NONE): "privacy notice",
    ("privacy", Standing.DEAD): "privacy notice that opens",
    ("privacy", Standing.PLACEHOLDER): "privacy notice that is written",
    ("privacy", Standing.SHORT): "more than a few lines on privacy",
    ("privacy", Standing.FILE): "privacy notice as a page instead of a file",
}
LINK, TONGUE, DAY = "a link on the home page", "the language of the shop", "a date"


@check(
    stage=Stage.USE,
    weight=4,
    severity=Severity.MAJOR,
    effort="days",
    needs={Need.VISITS, Need.HOME},
    title="Terms and privacy notice are there",
    failure_title="Terms or privacy notice are missing",
    messages={
        "both": "Terms and privacy notice are linked and readable.",
        "gaps": "Terms and privacy notice: the robot did not find {missing}.",
        "none": "The robot found neither terms nor a privacy notice.",
        "not-read": "A link to the terms or to the privacy notice was seen, but its page was not read.",
    },
    words=(*GAPS.values(), LINK, TONGUE, DAY),
    advice="Link both pages in the footer, in the language of the shop, with the date of the last change.",
    source="GDPR art. 13(1)(a); CRD 2011/83 art. 6; the points are our convention.",
    options={"least_words": Option(150, "words", "what is shorter is no terms: our convention")},
)
def legal_pages(trail: Trail, context: Context) -> Verdict:
    """Who buys from a stranger wants to know the terms, and what becomes of the address that is typed in."""
    least = int(context.options["least_words"])
    pages = {name: legal_page(context, trail.visits, name, least) for name in ("terms", "privacy")}
    value = {name: page.url if page.standing in SHARES else None for name, page in pages.items()}
    where = tuple(one for page in pages.values() for one in page.evidence)
    if any(page.standing is Standing.UNREAD for page in pages.values()):
        return unknown("not-read", where, value=value)
    good = [page for page in pages.values() if page.standing in SHARES]
    points = sum(PAGE * _share(page) for page in good)
    points += LANGUAGE * bool(good) * (not any(page.foreign for page in good))
    points += DATED * any(page.dated for page in good)
    missing = tuple(_missing(pages))
    gone = all(page.standing in {Standing.NONE, Standing.DEAD} for page in pages.values())
    return scored(
        points,
        "none" if gone else "both" if points >= 90 else "gaps",
        where or expected_at_foot(trail.visits),
        value=value,
        data={"missing": missing},
        basis=Basis.PAGE,
        searched=searched_for(context, *pages, links=without_probes(trail.visits)) if missing else None,
        confidence=Confidence.HIGH if len(good) == len(pages) else Confidence.MEDIUM,
    )


def _share(page: LegalPage) -> float:
    return SHARES[page.standing] * (1.0 if page.linked else 0.5)


def _missing(pages: dict[str, LegalPage]) -> list[str]:
    gaps = [GAPS[name, page.standing] for name, page in pages.items() if (name, page.standing) in GAPS]
    good = [page for page in pages.values() if page.standing in SHARES]
    gaps += [LINK] if any(not page.linked for page in good) else []
    gaps += [TONGUE] if any(page.foreign for page in good) else []
    return gaps + ([DAY] if good and not any(page.dated for page in good) else [])
