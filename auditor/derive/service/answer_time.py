"""What a shop promises about its answers to customers: within how many days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.derive.page.digest import digest_of
from auditor.derive.sees import Sees
from auditor.derive.service.service_pages import each_page, quoted, sentences
from auditor.derive.text.spans import Span, spans_in
from auditor.model import PageKind, Visit
from auditor.vocabulary.wordings import wording

__all__ = ["PLACES", "AnswerPromise", "answer_promises"]

# Privacy pages promise answers about data, checkouts those of carriers.
PLACES = (PageKind.CONTACT, PageKind.FAQ, PageKind.HOME, PageKind.ABOUT, PageKind.PRODUCT, PageKind.OTHER)
NEAR = 70
LONGEST_DAYS = 60
LABEL_CHARS = 40


@dataclass(frozen=True)
class AnswerPromise:
    """An answer within ``days``, as printed; ``chat`` says that it speaks of the chat only."""

    days: float
    printed: str
    sentence: str
    visit: Visit
    chat: bool = False


def answer_promises(sees: Sees, visits: Sequence[Visit]) -> tuple[AnswerPromise, ...]:
    """Return the promises, the shortest first; those about faults, parcels, refunds or holidays are none."""
    found = [one for visit in _in_order(visits) for one in _on_page(sees, visit)]
    return tuple(sorted(found, key=lambda one: (one.days, PLACES.index(one.visit.kind))))


def _in_order(visits: Sequence[Visit]) -> Iterable[Visit]:
    return each_page(sorted((one for one in visits if one.kind in PLACES), key=lambda one: PLACES.index(one.kind)))


def _on_page(sees: Sees, visit: Visit) -> Iterator[AnswerPromise]:
    lines = dict.fromkeys((*sentences(sees, visit), *digest_of(sees, visit).footer.split("\n")))
    label = ""
    for line in lines:
        said = f"{label} {line}".strip()
        answering = list(wording("answering").finditer(said))
        label = line if answering and len(line) <= LABEL_CHARS and not list(spans_in(line)) else ""
        if not answering or wording("not_an_answer").search(said):
            continue
        for span in spans_in(said):
            low, high = span.days
            near = any(_gap(span, hit.start(), hit.end()) <= NEAR for hit in answering)
            if near and low > 0 and high <= LONGEST_DAYS:
                chat = bool(wording("chat_words").search(said))
                yield AnswerPromise(high, span.text, quoted(said), visit, chat)


def _gap(span: Span, start: int, end: int) -> int:
    return max(0, span.start - end, start - span.end)
