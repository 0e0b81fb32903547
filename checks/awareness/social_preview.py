from collections.abc import Mapping

from auditor.check import Context, Need, Trail, Verdict, check, scored, unknown
from auditor.derive.discovery.snippets import distinct_pages
from auditor.derive.page.digest import Digest, digest_of
from auditor.derive.page.head import meta_of
from auditor.derive.searched import searched_for
from auditor.model import Basis, Evidence, PageKind, PreviewPicture, PreviewsSeen, Severity, Stage, Visit

__all__ = ["social_preview"]

FULL, HALF = 20, 10
WIDE, HIGH = 1200, 630
GONE = frozenset({404, 410})
PARTS = ("title", "description", "picture", "address and kind", "card for X")
_Points = Mapping[str, int]


@check(
    stage=Stage.AWARENESS,
    weight=3,
    severity=Severity.MINOR,
    effort="hours",
    needs={Need.HOME},
    title="Shared links show a picture and a text",
    failure_title="Shared links show no picture or text of the shop's own",
    messages={
        "complete": "A shared link shows the shop's own title, text and picture.",
        "gaps": "A shared link lacks what the shop could show. Missing or weak: {missing}.",
        "none": "The pages say nothing of how a shared link should look.",
        "gone": "The picture for shared links does not exist: {picture}.",
        "small": "The picture for shared links is small: {width} × {height} pixels.",
        "unread": "The pages' content was not kept, so their data for shared links could not be read.",
    },
    words=PARTS,
    advice="Give each page its own title, description and a picture of 1200 × 630 pixels for shared links.",
    source="ogp.me: title, type, image and url are required; the size of the picture is a convention.",
)
def social_preview(trail: Trail, context: Context) -> Verdict:
    """A link in a chat or in social media is an advertisement for free, where it shows what is behind it."""
    kinds = {PageKind.HOME, PageKind.PRODUCT}
    read = [(visit, digest_of(context, visit)) for visit in distinct_pages(trail.visits) if visit.kind in kinds]
    pages = [(visit, digest) for visit, digest in read if digest.text and visit.part != "crawl"]
    if not pages:
        return unknown("unread")
    shown = {one.page: one for seen in context.recording.probes(PreviewsSeen) for one in seen.pictures}
    named = {one.url: one for one in shown.values()}
    points = [_points(visit, digest, named) for visit, digest in pages]
    score = sum(sum(one.values()) for one in points) / len(pages)
    missing = tuple(part for part in PARTS if any(one[part] < FULL for one in points))
    gone = next((one for one in named.values() if one.status in GONE), None)
    small = next((one for one in named.values() if _small(one)), None)
    message = "complete" if not missing else "none" if not score else "gone" if gone else "small" if small else "gaps"
    worst = min(range(len(pages)), key=lambda at: sum(points[at].values()))
    return scored(
        score,
        message if message != "small" or missing == ("picture",) else "gaps",
        tuple(_evidence(visit, digest) for visit, digest in (pages[worst], *pages[:1])),
        value={"pages": len(pages), "missing": list(missing)},
        data={
            "missing": missing,
            "picture": gone.url if gone else None,
            "width": small.width if small else None,
            "height": small.height if small else None,
        },
        basis=Basis.PAGE,
        searched=searched_for(context, data=(visit for visit, _digest in pages)) if missing else None,
        rule="open-graph",
    )


def _points(visit: Visit, digest: Digest, named: Mapping[str, PreviewPicture]) -> _Points:
    metas = digest.metas
    kind, address = meta_of(metas, "og:type"), meta_of(metas, "og:url")
    told = FULL if kind and address else HALF if kind or address else 0
    if visit.kind is PageKind.PRODUCT and told == FULL and "product" not in kind.lower():
        told = HALF
    return {
        "title": FULL * bool(meta_of(metas, "og:title")),
        "description": FULL * bool(meta_of(metas, "og:description")),
        "picture": _picture(meta_of(metas, "og:image", "og:image:url", "og:image:secure_url"), named),
        "address and kind": told,
        "card for X": FULL * bool(meta_of(metas, "twitter:card")),
    }


def _picture(address: str, named: Mapping[str, PreviewPicture]) -> int:
    """Judge a picture; one that a robot could not see counts in full, because shops keep robots from pictures."""
    if not address:
        return 0
    seen = next((one for url, one in named.items() if url == address or url.endswith(address.lstrip("."))), None)
    if seen is None:
        return FULL
    return 0 if seen.status in GONE else HALF if _small(seen) else FULL


def _small(one: PreviewPicture) -> bool:
    return one.width is not None and one.height is not None and (one.width < WIDE or one.height < HIGH)


def _evidence(visit: Visit, digest: Digest) -> Evidence:
    said = " · ".join(f"{name}: {content}" for name, content in digest.metas if name.startswith(("og:", "twitter:")))
    return Evidence(page=visit.id, selector="meta[property^='og:']", excerpt=said[:200], screenshot=visit.screenshot)
