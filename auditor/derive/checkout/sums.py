"""The summary of a cart or a checkout: the total, the cost of delivery, and what the shop says comes later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.derive.goods.deliveries import of_the_goods
from auditor.derive.text.printed_prices import printed_prices, sums_in
from auditor.vocabulary.wordings import wording

__all__ = ["Summary", "read_summary"]

LONGEST_LABEL = 90
LONGEST_AMOUNT = 40
BELOW = 2  # lines between a label and its amount: "Total" / "incl. VAT" / "12,90 €"
NEAR = 14  # lines between the total and what belongs to the same summary


@dataclass(frozen=True)
class Summary:
    """Sums as printed, null where none was; ``delivery`` is 0 where it costs nothing, ``later`` is the shop's word."""

    total: float | None = None
    part: float | None = None
    delivery: float | None = None
    total_said: str = ""
    delivery_said: str = ""
    later: str = ""


def read_summary(text: str) -> Summary:
    """Read the summary out of a page's visible text, line by line; the last total of a page is the one to pay."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lines = [line for line in lines if line]
    total = part = None
    at: list[int] = []
    total_said = ""
    for place, line in enumerate(lines):
        if len(line) > LONGEST_LABEL or not wording("total_word").search(line):
            continue
        amount = _amount(lines, place)
        if wording("part_sum").search(line):
            part, at = (amount, [*at, place]) if amount is not None else (part, at)
        elif amount is not None:
            total, total_said, at = amount, _said(lines, place), [*at, place]
    part_places = [n for n, line in enumerate(lines) if len(line) <= LONGEST_LABEL and wording("part_sum").search(line)]
    for place in part_places:
        amount = _amount(lines, place)
        if part is None and amount is not None:
            part, at = amount, [*at, place]
    delivery, delivery_said = _delivery(lines, at)
    return Summary(total, part, delivery, total_said, delivery_said, _later(lines))


def _delivery(lines: Sequence[str], sums_at: Sequence[int]) -> tuple[float | None, str]:
    """Find the cost of delivery near a sum; the lines right beside the sum come first."""
    near = sorted(
        (min(abs(place - one) for one in sums_at), place)
        for place, line in enumerate(lines)
        if sums_at
        and len(line) <= LONGEST_LABEL
        and wording("delivery_cost").search(line)
        and not wording("told_later").search(line)
        and not _about_more(line)
    )
    for far, place in near:
        if far > NEAR:
            break
        line = lines[place]
        own = _own_price(line)
        if own is not None:
            return own, line
        if _from_a_limit(lines, place):
            continue
        if wording("free_of_charge").search(line):
            return 0.0, line
        amount = _below(lines, place)
        if amount is not None:
            return amount, _said(lines, place)
    return None, ""


def _about_more(line: str) -> bool:
    """Say whether a line is about something else as well: "Subtotal (excl. shipping)", "Shipping & returns"."""
    hit = wording("delivery_cost").search(line)
    return bool(hit and of_the_goods(line, hit.start())) or bool(wording("returning").search(line))


def _own_price(line: str) -> float | None:
    """Return the price of delivery in its own line; a sum from which it is free, or is lacking for that, is none."""
    limit, free = wording("delivery_limit").search(line), wording("free_of_charge").search(line)
    first = next(iter(printed_prices(line[: limit.start()] if limit else line)), None)
    if first is None or not free or first.amount == 0:
        return first.amount if first else None
    alone = len(sums_in(line)) == 1 and wording("lacking_for_free").search(line[first.end :])
    priced = wording("delivery_cost").search(line[: first.start]) and first.end <= free.start() and not alone
    return first.amount if priced else None


def _from_a_limit(lines: Sequence[str], place: int) -> bool:
    """Say whether delivery is free from a sum on: one in the same line, or beside a limit in the next one."""
    line = lines[place]
    if wording("delivery_limit").search(line):
        return True
    if not wording("free_of_charge").search(line):
        return False
    beside = (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
    return any(map(sums_in, (line, *(one for one in beside if _is_half_a_limit(one)))))


def _is_half_a_limit(line: str) -> bool:
    return bool(wording("delivery_limit").search(line)) and not wording("delivery_cost").search(line)


def _amount(lines: Sequence[str], place: int) -> float | None:
    """Return the amount in a label's own line, the last one, else that of the short lines below it."""
    own = sums_in(lines[place])
    return own[-1] if own else _below(lines, place)


def _below(lines: Sequence[str], place: int) -> float | None:
    for line in lines[place + 1 : place + 1 + BELOW]:
        if len(line) > LONGEST_AMOUNT or wording("total_word").search(line) or wording("told_later").search(line):
            return None
        found = sums_in(line)
        if found and not wording("delivery_limit").search(line):
            return found[-1]
        if wording("free_of_charge").fullmatch(line):
            return 0.0
    return None


def _said(lines: Sequence[str], place: int) -> str:
    if sums_in(lines[place]):
        return lines[place]
    below = lines[place + 1 : place + 1 + BELOW]
    ends = next(
        (n for n, line in enumerate(below) if sums_in(line) or wording("free_of_charge").fullmatch(line)), BELOW
    )
    return " ".join((lines[place], *below[: ends + 1]))[:160]


def _later(lines: Sequence[str]) -> str:
    """Return the shop's own word that the total or the cost of delivery is told later, on one line or on two."""
    for place, line in enumerate(lines):
        if len(line) > 2 * LONGEST_LABEL:
            continue
        about = wording("delivery_cost").search(line) or wording("total_word").search(line)
        if about and wording("told_later").search(line):
            return line
        below = lines[place + 1] if place + 1 < len(lines) else ""
        bare = about and len(line) <= LONGEST_AMOUNT and not sums_in(line)
        if bare and len(below) <= LONGEST_LABEL and wording("told_later").search(below):
            return f"{line} {below}"
    return ""
