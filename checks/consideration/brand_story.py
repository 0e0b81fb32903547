from auditor.check import Context, Need, Option, Trail, Verdict, check, failed, scored, unknown
from auditor.derive.searched import searched_for
from auditor.derive.service.story import story_of
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage

__all__ = ["brand_story"]

TEXT, VALUES, PEOPLE, FRESH = 50, 20, 10, 20


@check(
    stage=Stage.CONSIDERATION,
    weight=3,
    severity=Severity.MINOR,
    effort="days",
    needs={Need.VISITS, Need.HOME},
    title="The shop tells who it is and what it stands for",
    failure_title="The shop hardly tells who it is",
    messages={
        "told": "The shop tells its story on {page} in {words} words.",
        "gaps": "The page about the shop has {words} words in sentences of its own. Not found: {missing}.",
        "placeholder": "The page about the shop still holds a placeholder text.",
        "none": "No page about the shop was found.",
        "not-read": "A link to a page about the shop was seen, but the page was not read.",
    },
    words=("values", "people", "news of the past year", "enough text"),
    advice="Tell in your own words who you are, what you stand for, and what is new.",
    source="The points are our convention.",
    options={
        "words": Option(150, "words", "a story of this length gets full marks for its text"),
        "fresh_days": Option(365, "days", "how old news may be"),
    },
)
def brand_story(trail: Trail, context: Context) -> Verdict:
    """What tells two shops with the same goods and prices apart is who they are and whom customers would support."""
    story = story_of(context, trail.visits, int(context.options["fresh_days"]))
    value = {"words": story.words, "values": story.values, "people": story.people, "fresh": story.fresh}
    if story.page is None:
        if story.linked:
            return unknown("not-read", story.evidence, value=value)
        read = searched_for(context, "imprint_company", links=trail.of(PageKind.HOME))
        sure = Confidence.MEDIUM
        return failed("none", story.evidence, value=value, confidence=sure, basis=Basis.PAGE, searched=read)
    evidence = (Evidence(page=story.page.id, excerpt=story.excerpt, screenshot=story.page.screenshot), *story.evidence)
    if story.placeholder:
        return failed("placeholder", evidence, value=value, basis=Basis.PAGE)
    wanted = int(context.options["words"])
    score = min(1.0, story.words / wanted) * TEXT + VALUES * story.values + PEOPLE * story.people + FRESH * story.fresh
    gaps = {
        "enough text": story.words < wanted,
        "values": not story.values,
        "people": not story.people,
        "news of the past year": not story.fresh,
    }
    missing = tuple(name for name, gap in gaps.items() if gap)
    return scored(
        score,
        "told" if not missing else "gaps",
        evidence,
        value=value,
        data={"page": story.page.url, "words": story.words, "missing": missing},
        searched=searched_for(context, text=trail.of(PageKind.ABOUT)) if missing else None,
        basis=Basis.PAGE,
        confidence=Confidence.MEDIUM,
    )
