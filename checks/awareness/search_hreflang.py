from collections.abc import Sequence
from urllib.parse import urlsplit

from auditor.check import Context, Need, Trail, Verdict, check, not_applicable, scored, unknown
from auditor.derive.discovery.languages import announced, base_language, codes_of, language_links, valid_code
from auditor.derive.discovery.snippets import distinct_pages
from auditor.derive.page.digest import Digest, digest_of
from auditor.derive.text.same_page import same_page
from auditor.model import Basis, Evidence, LanguageAnswer, PageKind, SearchEyesSeen, Severity, Stage, Visit
from auditor.vocabulary.spoken import spoken_language

__all__ = ["search_hreflang"]

PARTS = ("links to each other", "codes", "declared language", "switch of language")
_Page = tuple[Visit, Digest]


@check(
    stage=Stage.AWARENESS,
    weight=3,
    severity=Severity.MINOR,
    effort="days",
    needs={Need.HOME},
    title="The shop's languages are linked to each other",
    failure_title="The shop's languages are not linked to each other",
    messages={
        "linked": "The languages of the shop are announced, linked to each other and rightly named.",
        "gaps": "The languages of the shop are not linked well. At fault: {faults}.",
        "wrong-codes": "Languages are announced by codes that do not exist: {codes}.",
        "not-announced": "The shop is there in several languages, but does not tell search engines of them.",
        "one-language": "The shop speaks one language.",
        "unread": "The pages' content was not kept, so their languages could not be read.",
    },
    words=PARTS,
    advice="Announce each language by hreflang on all its versions, and let the switch keep visitors on the same page.",
    source="Google Search Central, localized versions; Lighthouse, hreflang (codes); the points are our convention.",
)
def search_hreflang(trail: Trail, context: Context) -> Verdict:
    """Who searches in Swedish should land on the Swedish page; languages that do not know of each other compete."""
    kinds = {PageKind.HOME, PageKind.PRODUCT}
    read = [(visit, digest_of(context, visit)) for visit in distinct_pages(trail.visits) if visit.kind in kinds]
    pages = [(visit, digest) for visit, digest in read if digest.text and visit.part != "crawl"]
    if not pages:
        return unknown("unread")
    told = [one for _visit, digest in pages for one in announced(digest)]
    switches = [(visit, digest, language_links(digest)) for visit, digest in pages]
    if len(codes_of(told)) < 2 and not any(links for _visit, _digest, links in switches):
        return not_applicable("one-language", (_evidence(pages[0][0]),))
    eyes = next(iter(context.recording.probes(SearchEyesSeen)), None)
    answers = [one for one in eyes.languages if one.status == 200] if eyes else []
    wrong = tuple(dict.fromkeys(one.hreflang for one in told if not valid_code(one.hreflang)))
    seen: dict[str, bool | None] = {
        "links to each other": _mutual(bool(told), answers),
        "codes": not wrong if told else False,
        "declared language": _declared(pages, answers),
        "switch of language": _keeps_page(switches),
    }
    judged = {part: fine for part, fine in seen.items() if fine is not None}
    faults = tuple(part for part, fine in judged.items() if not fine)
    message = "linked" if not faults else "wrong-codes" if wrong else "gaps" if told else "not-announced"
    return scored(
        100 * sum(judged.values()) / len(judged),
        message,
        tuple(_evidence(visit, _listed(digest)) for visit, digest in pages[:2]),
        value={"languages": list(codes_of(told)), "faults": list(faults), "wrong_codes": list(wrong)},
        data={"faults": faults, "codes": wrong},
        basis=Basis.PAGE,
        rule="hreflang",
        n=len(judged),
    )


def _mutual(told: bool, answers: Sequence[LanguageAnswer]) -> bool | None:
    """Say whether announced versions announce their source in turn; null where none was asked."""
    if not told:
        return False
    known = [one.returns for one in answers if one.returns is not None]
    return all(known) if known else None


def _declared(pages: Sequence[_Page], answers: Sequence[LanguageAnswer]) -> bool | None:
    """Say whether pages are written in the language that they declare; a text that tells no language counts not."""
    pairs = [(digest.lang, spoken_language(digest.main)) for _visit, digest in pages]
    pairs += [(one.html_lang, one.spoken) for one in answers]
    known = [(_code(said), _code(spoken)) for said, spoken in pairs if spoken]
    return all(said == spoken for said, spoken in known) if known else None


def _keeps_page(switches: Sequence[tuple[Visit, Digest, tuple[str, ...]]]) -> bool | None:
    """Say whether the switch on a product leads past the home page; null where no product shows a switch."""
    inner = [(visit.url, links) for visit, _digest, links in switches if visit.kind is PageKind.PRODUCT]
    others = [link for url, links in inner if _short(url) for link in links if not same_page(link, url)]
    return all(_short(link) for link in others) if others else None


def _short(url: str) -> tuple[str, ...]:
    """Return the parts of an address's path without those that only name a language."""
    parts = [one.lower() for one in urlsplit(url).path.split("/") if one]
    return tuple(one for one in parts if not (len(one) in {2, 5} and valid_code(one)))


def _code(code: str) -> str:
    base = base_language(code)
    return "nb" if base in {"no", "nn"} else base


def _listed(digest: Digest) -> str:
    return " · ".join(f"{one.hreflang}: {one.written}" for one in announced(digest))


def _evidence(visit: Visit, excerpt: str = "") -> Evidence:
    return Evidence(page=visit.id, selector="link[hreflang]" if excerpt else "", excerpt=excerpt[:200])
