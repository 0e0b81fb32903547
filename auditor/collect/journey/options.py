"""Lists what can be chosen on a product page before the product is added: selects, radios, texts, swatches, lists."""

from __future__ import annotations

import re

from auditor.collect.journey.cards import address_key
from auditor.collect.journey.choices import QUANTITY, Group, anchors, is_placeholder, near, open_choices
from auditor.collect.journey.claims import claimed_product, says_sold_out
from auditor.collect.journey.measures import asks_for_number
from auditor.collect.journey.product import ProductReading, asleep, own_cards
from auditor.collect.journey.swatches import list_boxes, make_of, rows_in, swatches
from auditor.collect.journey.walk import Walk
from auditor.collect.page.seen import Control, Layer
from auditor.model import Field
from auditor.vocabulary.fields import Purpose, purpose_of

__all__ = ["choices_needed", "may_wake", "options_here", "options_in", "still_asleep", "waits_for_a_choice"]

_NO_OPTION = {
    Purpose.SEARCH,
    Purpose.QUANTITY,
    Purpose.COUPON,
    Purpose.NEWSLETTER,
    Purpose.EMAIL,
    Purpose.PASSWORD,
    Purpose.POSTCODE,
    Purpose.COUNTRY,
}
_RATING = re.compile(r"rating|stars?|score|arvos", re.I)
MAX_COUNT = 200
# As much as a page scores whose heading is the product's name and that prints a price outside lists.
NAMED_AND_PRICED = 2.5


async def options_here(walk: Walk, add: Control | None) -> tuple[Group, ...]:
    """List what can be chosen on the product page the walk stands on, in reading order.

    Quantity, search and the like are no options, nor is what home shows as well: menus and footers.
    """
    seen, language, home = walk.now, walk.language, walk.at_home
    apart = home is not None and address_key(home.url) != address_key(seen.url)
    everywhere = frozenset(map(make_of, home.visible)) if home and apart else frozenset()
    of_fields = _of_fields(await walk.fields(), add, anchors(seen, add), language)
    taken = {field.selector for group in of_fields for _n, field in group.fields}
    radios = [field for group in of_fields if group.kind == "radio" for _n, field in group.fields]
    of_swatches = [
        group
        for group in swatches(seen, add, language, everywhere, own_cards(seen))
        if not any(c.selector in taken or _stands_for(c, radios) for c in group.controls)
    ]
    shown = {control.selector for group in of_swatches for control in group.controls}
    boxes = [group for group in list_boxes(seen, add, language) if group.controls[0].selector not in shown]
    return tuple(sorted((*of_fields, *boxes, *of_swatches), key=lambda group: group.top))


async def options_in(walk: Walk, layer: Layer) -> tuple[Group, ...]:
    """List what can be chosen in a layer, in reading order: form fields, then rows of controls of one make."""
    fields = await walk.fields()
    here = {field.selector: field.box.y for field in fields if field.box and layer.holds(field.box)}
    groups = _of_fields(fields, None, tuple(here.values()), walk.language)
    inside = [one for one in groups if all(field.selector in here for _n, field in one.fields)]
    return tuple(sorted((*inside, *rows_in(walk.now, layer, walk.language)), key=lambda group: group.top))


async def still_asleep(walk: Walk, add: Control | None) -> bool:
    """Tell whether a list by the add control cannot be chosen from yet: it is disabled, or it only asks to choose."""
    around = anchors(walk.now, add)
    return any(
        field.tag == "select"
        and _lies_by(field, around)
        and (not field.enabled or all(is_placeholder(text, walk.language) for text in field.options))
        for field in await walk.fields()
    )


def _lies_by(field: Field, around: tuple[float, ...]) -> bool:
    apart = field.frame or field.area in {"header", "nav", "footer"}
    return bool(field.visible and not apart and field.box and near(field.box.y, around))


def _stands_for(control: Control, radios: list[Field]) -> bool:
    """Tell whether a swatch is only the face of a radio button beneath it."""
    return any(
        abs(control.box.y - radio.box.y) < 14 and abs(control.box.x - radio.box.x) < 40 for radio in radios if radio.box
    )


def _of_fields(fields: tuple[Field, ...], add: Control | None, around: tuple[float, ...], language: str) -> list[Group]:
    groups: list[Group] = []
    radios: dict[str, list[tuple[int, Field]]] = {}
    for number, field in enumerate(fields):
        same_form = bool(add and add.has_form and field.form_action == add.form_action and field.form >= 0)
        if not _may_be_option(field, around, same_form, language):
            continue
        if field.type == "radio" and field.tag != "select":
            radios.setdefault(field.name or field.heading or "radio", []).append((number, field))
        elif group := _of_select(number, field, language) or _of_text(number, field, same_form):
            groups.append(group)
    return groups + [_of_radios(name, members) for name, members in radios.items() if _is_choice(members)]


def _may_be_option(field: Field, around: tuple[float, ...], same_form: bool, language: str) -> bool:
    if not field.visible or not field.enabled or field.frame or field.area in {"header", "nav", "footer"}:
        return False
    if not field.box or not (same_form or near(field.box.y, around)):
        return False
    purpose = purpose_of(field)
    if _asks_for_a_size(field, language):
        return purpose is Purpose.QUANTITY or purpose not in _NO_OPTION
    if field.type != "radio" and QUANTITY.search(f"{field.name} {field.id} {field.label[:30]}"):
        return False
    return purpose not in _NO_OPTION


def _asks_for_a_size(field: Field, language: str) -> bool:
    """Tell whether a list asks for a choice first: goods sold by weight have an amount that is no count."""
    return field.tag == "select" and bool(field.options) and is_placeholder(field.options[0], language)


def _of_select(number: int, field: Field, language: str) -> Group | None:
    if field.tag != "select" or not field.options or all(map(_is_count, filter(str.strip, field.options))):
        return None
    empty = is_placeholder(field.options[0], language)
    key = f"select:{field.name or field.id or number}"
    return Group("select", key, field.label[:60], ((number, field),), chosen=not empty, required=empty)


def _is_count(option: str) -> bool:
    return option.strip().isdecimal() and int(option) <= MAX_COUNT


def _of_text(number: int, field: Field, same_form: bool) -> Group | None:
    """Read what the shop asks to type: a text, such as an engraving, or a number, such as a length."""
    kind = "number" if asks_for_number(field) else "text"
    if kind == "text" and (field.tag not in {"input", "textarea"} or field.type not in {"text", "textarea"}):
        return None
    if field.area != "main" or purpose_of(field) is Purpose.PHONE:
        return None
    key = f"{kind}:{field.name or field.id or number}"
    return Group(kind, key, field.label[:60], ((number, field),), required=field.required and same_form)


def _of_radios(name: str, members: list[tuple[int, Field]]) -> Group:
    chosen = any(field.checked for _n, field in members)
    needed = not chosen and any(field.required for _n, field in members)
    label = members[0][1].heading[:60]
    return Group("radio", f"radio:{name}", label, tuple(members), chosen=chosen, required=needed)


def _is_choice(members: list[tuple[int, Field]]) -> bool:
    """Tell whether radios offer a choice of the product; stars of a review do not."""
    return len(members) > 1 and not any(_RATING.search(f"{field.name} {field.id}") for _n, field in members)


async def choices_needed(walk: Walk, reading: ProductReading) -> int:
    """Count what has to be chosen, or is not chosen yet, before the product can be added."""
    add = reading.add[0].control if reading.add else None
    groups = await options_here(walk, add)
    return sum(1 for group in groups if group.required or not (group.chosen or group.typed))


async def waits_for_a_choice(walk: Walk, reading: ProductReading) -> bool:
    """Tell whether a page without a button names a product and its price, and has a list to choose from first."""
    if reading.add or reading.buy_now or not reading.price or reading.score < NAMED_AND_PRICED:
        return False
    return any(one.kind == "select" and one.required for one in await options_here(walk, None))


async def may_wake(walk: Walk, reading: ProductReading) -> bool:
    """Tell whether only a button that cannot be pressed yet says "sold out", while something is still to be chosen."""
    if says_sold_out(claimed_product(walk.now.claims)):
        return False
    gone = asleep(walk.now, walk.language, reading.name)
    groups = await options_here(walk, gone) if gone else ()
    return any(not (one.chosen or one.typed) and open_choices(one, walk.language) for one in groups)
