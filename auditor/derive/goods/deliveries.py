"""When a delivery comes and what it costs, as pages print it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.derive.text.printed_prices import PRICE, printed_prices
from auditor.derive.text.spans import spans_in
from auditor.vocabulary.denied import found_in
from auditor.vocabulary.wordings import wording, wording_pieces

__all__ = ["DeliveryCost", "DeliveryTime", "delivery_costs", "delivery_times", "of_the_goods"]

# A label alone, such as "Delivery time": what it tells of stands in the next line.
LABEL_CHARS = 42
LONGEST_LINE = 320
COST_CHARS = 120
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖØÆÜÕ])")
# The number of a heading: "4. Delivery".
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=\D)")
_ENDS = re.compile(r"(?<=[.!?])\s+")
_NUMBER = r"\d{1,3}\s?(?:[-–—/]|to|bis|till|til|kuni)?\s?(?:\d{1,3})?"


@dataclass(frozen=True)
class DeliveryTime:
    """A delivery time as printed; ``date`` says that it names a day and not a number of days."""

    line: str
    date: bool = False


@dataclass(frozen=True)
class DeliveryCost:
    """What a delivery costs as printed; ``amount`` is null where only an amount is named from which it is free."""

    line: str
    amount: float | None = None
    free_from: bool = False


def delivery_times(lines: tuple[str, ...]) -> Iterator[DeliveryTime]:
    """Yield what the lines say of the time of a delivery; times of returns, refunds and answers are none."""
    for line in _joined(lines):
        hit = wording("delivery_when").search(line)
        if not hit or len(line) > LONGEST_LINE:
            continue
        told = line[max(0, hit.start() - 60) : hit.end() + 120]
        if wording("not_a_delivery_time").search(line[: hit.start() + 60]):
            # "Delivered in 3 days. 30 days to return it": the sentence of the delivery itself may tell its time.
            told = next(part for part in _ENDS.split(line[hit.start() :]) if part)
            begun = _ENDS.split(line[: hit.start()])[-1]
            if wording("not_a_delivery_time").search(f"{begun}{told}"):
                continue
        dated = _date().search(told) is not None and wording("a_day_named").search(told) is not None
        dated = dated or wording("a_weekday").search(told) is not None
        worded = any(one.unit != "hour" for one in spans_in(told))
        if dated or worded or _span().search(told) or wording("a_day_soon").search(told):
            yield DeliveryTime(line, date=dated)


def delivery_costs(lines: tuple[str, ...], country: str | None = None, *, ahead: int = 1) -> Iterator[DeliveryCost]:
    """Yield what the lines say of the cost of a delivery: an amount behind a word for it, or that it is free.

    ``ahead`` lines behind a short label may hold its price: one as a rule, more where nothing else is sold.
    """
    for line in (*_joined(lines), *_labelled(lines, ahead)):
        free = found_in(wording("free_delivery"), line, clause=True)
        hit = wording("shipping_words").search(line)
        if not (free or hit) or len(line) > LONGEST_LINE or wording("subscribing").search(line):
            continue
        if hit and of_the_goods(line, hit.start()):
            continue
        prices = printed_prices(line, country)
        near = [one for one in prices if 0 <= one.start - hit.end() <= COST_CHARS] if hit else []
        if near and wording("delivery_notes").search(line[: near[0].start]):
            continue
        if free:
            limit = next((one for one in prices if abs(one.start - free.start()) <= COST_CHARS), None)
            if limit and _names_goods(line, free.end(), limit.start):
                continue
            own = [one for one in near if one.end <= free.start()]
            yield DeliveryCost(line, own[0].amount if own else None if limit else 0.0, free_from=limit is not None)
        elif hit and wording("returning").search(line[: hit.end()]):
            continue
        elif hit and wording("costs_nothing").search(line[hit.end() :].rsplit(":", 1)[-1].strip(" –-")):
            yield DeliveryCost(line, 0.0)
        elif near and hit and not wording("delivery_only_time").search(hit[0] + line[hit.end() : hit.end() + 6]):
            yield DeliveryCost(line, near[0].amount)


def of_the_goods(line: str, named: int) -> bool:
    """Say whether the delivery named at a place belongs to a part of the sum: "Subtotal (excl. shipping): 20 €"."""
    part = wording("part_sum").search(line)
    return part is not None and part.start() < named


def _names_goods(line: str, behind: int, price: int) -> bool:
    """Say whether the words belong to the name of goods whose price stands behind them: "Tea, free shipping: 4 €"."""
    between = line[behind:price]
    return between.count(":") == 1 and between.endswith(": ") and not wording("delivery_limit").search(line)


def _joined(lines: tuple[str, ...]) -> Iterator[str]:
    """Yield each line, a long one by its sentences; a short label is read together with the line behind it.

    A label that names returns as well is the heading of a section, often a closed one: no price behind it is its own.
    """
    for number, printed in enumerate(lines):
        line = _NUMBERED.sub("", printed)
        if len(line) > LONGEST_LINE:
            yield from _SENTENCES.split(line)
            continue
        short = len(line) <= LABEL_CHARS and number + 1 < len(lines) and not any(sign.isdigit() for sign in line)
        yield f"{line.rstrip(' :')}: {lines[number + 1]}" if short and _is_label(line) else line


def _is_label(line: str) -> bool:
    about = wording("delivery_when").search(line) or wording("shipping_words").search(line)
    return about is not None and not wording("returning").search(line)


def _labelled(lines: tuple[str, ...], ahead: int) -> Iterator[str]:
    """Yield each short label about deliveries with the first line behind it that is a price or a word for nothing.

    A price behind the label of a sum is that sum.
    """
    for number, line in enumerate(lines if ahead > 1 else ()):
        if len(line) > LABEL_CHARS or not wording("shipping_words").search(line):
            continue
        for place, value in enumerate(lines[number + 1 : number + 1 + ahead]):
            if wording("total_word").search(value) or wording("part_sum").search(value):
                break
            if place and (PRICE.match(value) or wording("costs_nothing").search(value)):
                yield f"{line.rstrip(' :')}: {value}"
                break


@cache
def _span() -> re.Pattern[str]:
    return re.compile(rf"(?<![\d,.]){_NUMBER}\s?(?:{wording_pieces('day_words')})", re.IGNORECASE)


@cache
def _date() -> re.Pattern[str]:
    months = rf"(?:{wording_pieces('month_names')})[a-zåäöæøõü]{{0,9}}"
    return re.compile(
        rf"(?<![\d.,])\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?\d{{2,4}})?(?!\d)|\b\d{{4}}-\d{{2}}-\d{{2}}\b"
        rf"|\b\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\b|\b\d{{1,2}}\.? {months}\b|\b{months} \d{{1,2}}\b",
        re.IGNORECASE,
    )
