"""Opens pages of service that have no address: what a page's own script shows when a link of it is pressed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playwright.async_api import Error

from auditor.collect.crawling.kinds import Guess, guess_kind, never_followed
from auditor.collect.gather import gather
from auditor.collect.journey.walk import page_language
from auditor.collect.layers.interruptions import clear_the_way
from auditor.collect.page.seen import Control, Seen
from auditor.collect.page.tab import Tab
from auditor.collect.recorder import Notebook
from auditor.model import ConsentChoice, PageKind
from auditor.vocabulary import load_vocabulary

__all__ = ["Scripted", "open_scripted_pages", "scripted_links"]

SERVICE = frozenset(
    {
        PageKind.RETURNS,
        PageKind.WITHDRAWAL,
        PageKind.TERMS,
        PageKind.DELIVERY,
        PageKind.CONTACT,
        PageKind.FAQ,
        PageKind.ABOUT,
    }
)
SURE = 0.7
MOST = 8
LONGEST_LABEL = 40
LEAST_LINE = 25
# A home page with fewer addresses than this is drawn by script; its unnamed links may lead to pages of service, too.
FEW_ADDRESSES = 4
# What is never pressed here although its words are not those of a page of service.
OTHERS = ("cart", "checkout", "add_to_cart", "buy_now", "log_in", "create_account", "newsletter", "search", "wishlist")


@dataclass(frozen=True)
class Scripted:
    """What is needed to press links: a guarded tab in its first phase, where it starts, and the answer to cookies."""

    tab: Tab
    notebook: Notebook
    home: str
    consent: ConsentChoice


def scripted_links(seen: Seen, language: str) -> list[tuple[Control, Guess]]:
    """List what looks like a link to a page of service and has no address, the surest first."""
    bare = [one for one in seen.visible if _without_address(one, seen.url) and _harmless(one, language)]
    guessed = [(one, guess_kind(one.said, "", language)) for one in bare]
    named = [(one, guess) for one, guess in guessed if guess.kind in SERVICE and guess.strength >= SURE]
    named.sort(key=lambda pair: pair[1].rank)
    addresses = {one.href.split("#")[0] for one in seen.visible if one.href.startswith("http")} - {seen.url}
    if len(addresses) >= FEW_ADDRESSES:
        return named[:MOST]
    # Without words to go by, the end of the page is where shops put their service.
    rest = [(one, guess) for one, guess in reversed(guessed) if guess.kind is PageKind.OTHER and _is_plain(one)]
    return [*named, *rest][:MOST]


async def open_scripted_pages(job: Scripted) -> None:
    """Press each such link on a fresh home page and keep what it shows; raises playwright's Error."""
    seen = await _at_home(job)
    if seen is None:
        return
    language = page_language(seen)
    known = {visit.kind for visit in job.notebook.visits if (visit.status or 200) < 400}
    done: set[str] = set()
    for control, guess in scripted_links(seen, language):
        if guess.kind in known or control.said in done:
            continue
        done.add(control.said)
        before = await _at_home(job)
        found = next((one for one in before.visible if one.same == control.same), None) if before else None
        if before is None or found is None or not (await job.tab.press(found)).done:
            continue
        after = await job.tab.look()
        if _new_lines(before, after):
            facts = await gather(job.tab)
            await job.notebook.visit(
                job.tab, guess.kind, part="crawl", depth=1, facts=facts, opened_by=control.said[:80]
            )


async def _at_home(job: Scripted) -> Seen | None:
    try:
        if await job.tab.goto(job.home):
            return None
        seen = await job.tab.look()
        if await clear_the_way(job.tab, seen, job.consent, page_language(seen)):
            seen = await job.tab.look()
    except Error:
        return None
    return seen


def _without_address(control: Control, url: str) -> bool:
    """Say whether pressing is the only way to learn where it leads; a fragment may be a place or a script's route."""
    raw = (control.href_raw or "").strip().lower()
    return not raw or raw.startswith(("#", "javascript:")) or control.href.split("#")[0] == url.split("#")[0]


def _harmless(control: Control, language: str) -> bool:
    words = load_vocabulary()
    said = control.said
    if not 2 < len(said) <= LONGEST_LABEL or control.submits or not control.enabled or control.card >= 0:
        return False
    if control.tag in {"input", "select", "textarea", "option", "label"} or never_followed(said, language):
        return False
    hits = (words.match(intent, said, language) for intent in OTHERS)
    return not any(hit and hit.strength >= SURE for hit in hits)


def _is_plain(control: Control) -> bool:
    """Say whether a control with unknown words is a bare link of text, not a button, a tile or a switch.

    Within a form nothing unknown is pressed: a script may send it, and then a link signs up to something.
    """
    button = control.tag in {"button", "summary"} or control.role == "button"
    return any(sign.isalpha() for sign in control.said) and not (button or control.has_form or control.picture)


def _new_lines(before: Seen, after: Seen) -> bool:
    return bool(_lines(after.text) - _lines(before.text))


def _lines(text: str) -> set[str]:
    parts: Iterable[str] = (line.strip() for line in text.split("\n"))
    return {line for line in parts if len(line) >= LEAST_LINE}
