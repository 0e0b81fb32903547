"""The shop's own search, as a last way to a product."""

from __future__ import annotations

from auditor.collect.journey.rank import rank
from auditor.collect.journey.walk import Walk
from auditor.vocabulary.fields import Purpose, purpose_of

__all__ = ["search_for", "submit_query", "type_query"]


async def search_for(walk: Walk, query: str) -> int:
    """Type a query into the shop's search and submit it; gives the clicks it took, or 0 where there is no search."""
    clicks = await type_query(walk, query)
    if clicks is None:
        return 0
    await submit_query(walk)
    return clicks + 1


async def type_query(walk: Walk, query: str) -> int | None:
    """Type a query into the shop's search, opening it first where it hides; gives the clicks, None without a search."""
    clicks = 0
    number = await _search_field(walk)
    if number is None:
        opener = next(iter(rank("search_open", walk.now.visible, walk.language)), None)
        if opener is None or not (await walk.press(opener.control)).done:
            return None
        clicks += 1
        await walk.look()
        number = await _search_field(walk)
    return clicks if number is not None and await walk.tab.choose(number, text=query) else None


async def submit_query(walk: Walk) -> None:
    """Submit the query that was typed, and look at what came of it."""
    await walk.tab.page.keyboard.press("Enter")
    await walk.tab.settle()
    await walk.look()
    walk.presses += 1


async def _search_field(walk: Walk) -> int | None:
    fields = await walk.fields()
    return next(
        (
            n
            for n, f in enumerate(fields)
            if f.visible
            and f.enabled
            and f.tag == "input"
            and f.type in {"search", "text"}
            and (purpose_of(f) is Purpose.SEARCH or f.form_role == "search")
        ),
        None,
    )
