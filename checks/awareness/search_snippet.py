from collections.abc import Mapping
from typing import Any

from auditor.check import Context, Need, Option, Trail, Verdict, check, scored, unknown
from auditor.derive.discovery.snippets import Snippet, snippets_of
from auditor.model import Basis, Confidence, Evidence, PageKind, Severity, Stage

__all__ = ["search_snippet"]

JUDGED = (PageKind.HOME, PageKind.CATEGORY, PageKind.PRODUCT)
FULL, HALF = 50, 25
# With fewer pages nothing can be said of doubles.
SURE_FROM = 3


@check(
    stage=Stage.AWARENESS,
    weight=5,
    severity=Severity.MAJOR,
    effort="hours",
    needs={Need.HOME},
    title="Every page tells search engines what it is",
    failure_title="Pages do not tell search engines what they are",
    messages={
        "good": "The {total} pages that were read have a title and a description of their own.",
        "no-title": "{count} of {total} pages have no title.",
        "no-description": "{count} of {total} pages have no description for search results.",
        "same-title": "{count} of {total} pages share their title with another page.",
        "same-description": "{count} of {total} pages share their description with another page.",
        "length": "{count} of {total} titles or descriptions are very short or too long to be shown whole.",
        "unread": "The pages that search engines would list could not be read.",
    },
    advice="Write one title for each page that names what is on it, and a description that sells it.",
    source="The ranges are our convention: Google sets no length, and may show a text of its own choice.",
    options={
        "title_least": Option(15, "characters"),
        "title_most": Option(65, "characters"),
        "description_least": Option(50, "characters"),
        "description_most": Option(165, "characters"),
    },
)
def search_snippet(trail: Trail, context: Context) -> Verdict:
    """Title and description are the shop's own words among the results; without them a search engine makes some up."""
    pages = [one for one in snippets_of(context, trail.visits) if one.visit.kind in JUDGED]
    if not pages:
        return unknown("unread")
    points = {one.visit.id: _points(one, context.options) for one in pages}
    faults = {
        "no-title": [one for one in pages if not one.title],
        "no-description": [one for one in pages if not one.description],
        "same-title": [one for one in pages if one.title and one.title_again],
        "same-description": [one for one in pages if one.description and one.description_again],
        "length": [one for one in pages if _odd_length(one, context.options)],
    }
    score = sum(points.values()) / len(pages)
    worst = next((name for name, found in faults.items() if found), "good")
    message = "good" if round(score) >= 90 and worst == "length" else worst
    shown = sorted(faults.get(message) or pages, key=lambda one: points[one.visit.id])
    return scored(
        score,
        message,
        tuple(_evidence(one) for one in shown[:5]),
        value={"pages": len(pages), **{name.replace("-", "_"): len(found) for name, found in faults.items()}},
        data={"count": len(faults.get(message, ())), "total": len(pages)},
        confidence=Confidence.HIGH if len(pages) >= SURE_FROM else Confidence.MEDIUM,
        basis=Basis.PAGE,
        rule=message,
        n=len(pages),
    )


def _points(one: Snippet, options: Mapping[str, Any]) -> int:
    title_bad = one.title_again or not options["title_least"] <= len(one.title) <= options["title_most"]
    told_bad = one.description_again or not (
        options["description_least"] <= len(one.description) <= options["description_most"]
    )
    title = 0 if not one.title else HALF if title_bad else FULL
    return title + (0 if not one.description else HALF if told_bad else FULL)


def _odd_length(one: Snippet, options: Mapping[str, Any]) -> bool:
    title, told = len(one.title), len(one.description)
    odd_title = title and not options["title_least"] <= title <= options["title_most"]
    return bool(odd_title or (told and not options["description_least"] <= told <= options["description_most"]))


def _evidence(one: Snippet) -> Evidence:
    return Evidence(
        page=one.visit.id, excerpt=f"{one.title} – {one.description}"[:200], screenshot=one.visit.screenshot
    )
