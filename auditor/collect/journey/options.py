"""Finds what must be chosen before a product can be added, and chooses it: selects, radios, swatches, size grids, texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.collect.journey.cards import leads_somewhere
from auditor.collect.journey.rank import matches, strength
from auditor.collect.seen import Control, Seen
from auditor.model import Field
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.fields import Purpose, purpose_of

__all__ = ["Group", "open_choices", "option_groups"]

_CHOSEN = re.compile(
    r"(?:^|[-_\s])(?:selected|active|checked|chosen|current|is-on|on|picked|valittu|vald|valgt|valitud)(?:$|[-_\s])",
    re.I,
)
_GONE = re.compile(r"sold-?out|disabled|unavailable|out-?of-?stock|loppu|slut|udsolgt|utsolgt|not-?available", re.I)
_QTY = re.compile(
    r"qty|quantity|amount|määrä|maara|antal|kpl|menge|anzahl|kogus|plus|minus|increase|decrease|incr|decr|step", re.I
)
_NO_OPTION = re.compile(
    r"thumb|gallery|slide|zoom|dot|arrow|prev|next|share|social|tab|accordion|breadcrumb|pagination|lang|currency|review|rating|star|image|qty|quantity|wish|fav|compare|close|menu|spec|desc",
    re.I,
)
NEAR_PX = 700
MAX_CHOICE = (260.0, 110.0)


@dataclass(frozen=True)
class Group:
    """One thing to choose: its choices in order, and how sure it is that a choice is needed."""

    kind: str
    key: str
    label: str
    fields: tuple[tuple[int, Field], ...] = ()
    controls: tuple[Control, ...] = ()
    chosen: bool = False
    required: bool = False


def _placeholder(text: str, language: str) -> bool:
    plain = text.strip(" -–—.:…")
    return (
        not plain
        or strength("choose_hint", plain, language) >= 0.5
        or load_vocabulary().mentions("choose_hint", plain) is not None
    )


def _near(field_box_y: float, around: Iterable[float]) -> bool:
    return any(-NEAR_PX <= field_box_y - y <= 450 for y in around)


def _from_fields(fields: tuple[Field, ...], add: Control | None, seen: Seen, language: str) -> list[Group]:
    anchors = [add.box.y] if add else [p.box.y for p in seen.prices[:3]]
    groups: list[Group] = []
    radios: dict[str, list[tuple[int, Field]]] = {}
    for number, field in enumerate(fields):
        if (
            not field.visible
            or not field.enabled
            or field.frame
            or field.area in {"header", "nav", "footer"}
            or not field.box
        ):
            continue
        same_form = bool(add and add.has_form and field.form_action == add.form_action and field.form >= 0)
        if not same_form and not _near(field.box.y, anchors):
            continue
        if _QTY.search(f"{field.name} {field.id} {field.label[:30]}") and field.type not in {"radio"}:
            continue
        purpose = purpose_of(field)
        if purpose in {
            Purpose.SEARCH,
            Purpose.QUANTITY,
            Purpose.COUPON,
            Purpose.NEWSLETTER,
            Purpose.EMAIL,
            Purpose.PASSWORD,
            Purpose.POSTCODE,
            Purpose.COUNTRY,
        }:
            continue
        if field.tag == "select":
            if field.options and not all(o.strip().isdigit() and int(o) <= 200 for o in field.options if o.strip()):
                empty = _placeholder(field.options[0], language)
                groups.append(
                    Group(
                        "select",
                        f"select:{field.name or field.id or number}",
                        field.label[:60],
                        ((number, field),),
                        chosen=not empty,
                        required=empty,
                    )
                )
        elif field.type == "radio":
            radios.setdefault(field.name or field.heading or "radio", []).append((number, field))
        elif (
            field.tag in {"input", "textarea"}
            and field.type in {"text", "textarea"}
            and purpose is not Purpose.PHONE
            and field.area == "main"
        ):
            groups.append(
                Group(
                    "text",
                    f"text:{field.name or field.id or number}",
                    field.label[:60],
                    ((number, field),),
                    required=field.required and same_form,
                )
            )
    for name, members in radios.items():
        if len(members) > 1 and not any(_is_rating(f) for _n, f in members):
            chosen = any(f.checked for _n, f in members)
            groups.append(
                Group(
                    "radio",
                    f"radio:{name}",
                    members[0][1].heading[:60],
                    tuple(members),
                    chosen=chosen,
                    required=not chosen and any(f.required for _n, f in members),
                )
            )
    return groups


def _is_rating(field: Field) -> bool:
    return bool(re.search(r"rating|stars?|score|arvos", f"{field.name} {field.id}", re.I))


def _parent(selector: str) -> str:
    return re.sub(r"(?::nth-of-type\(\d+\))", "", selector.rpartition(" > ")[0]) if " > " in selector else ""


def _swatches(seen: Seen, add: Control | None, language: str) -> list[Group]:
    anchors = [add.box.y] if add else [p.box.y for p in seen.prices[:3]]
    groups: dict[str, list[Control]] = {}
    for control in seen.visible:
        if (
            control.frame
            or control.area in {"header", "nav", "footer"}
            or control.card >= 0
            or (add and control.index == add.index)
        ):
            continue
        if control.tag in {"select", "summary"} or (
            control.tag == "input" and control.type not in {"button", "submit", "image"}
        ):
            continue
        if control.box.width > MAX_CHOICE[0] or control.box.height > MAX_CHOICE[1] or not _near(control.box.y, anchors):
            continue
        if (
            control.role == "tab"
            or _NO_OPTION.search(control.tokens)
            or _QTY.search(f"{control.said} {control.tokens}")
            or control.said in {"+", "-", "−", "–"}
        ):
            continue
        if leads_somewhere(control) and not re.search(
            r"[?&](?:variant|size|color|colour|koko|vari|attribute)\w*=", control.href
        ):
            continue
        if any(
            matches(control, intent, language) >= 0.6
            for intent in (
                "add_to_cart",
                "buy_now",
                "wishlist",
                "cart",
                "checkout",
                "size_guide",
                "write_review",
                "continue_shopping",
                "reviews",
                "close_layer",
                "back_in_stock",
                "contact",
                "accept_cookies",
                "reject_cookies",
                "chat",
            )
        ):
            continue
        if not control.said and not re.search(
            r"color|colour|vari|farge|farve|farbe|swatch|size|koko|option|variant", control.tokens, re.I
        ):
            continue
        if len(control.said) > 40:
            continue
        groups.setdefault(_parent(control.selector) or control.selector, []).append(control)
    found = []
    for key, members in groups.items():
        sizes = [m.box.height for m in members]
        if len(members) >= 2 and max(sizes) <= 2.2 * max(1.0, min(sizes)):
            chosen = any(m.checked or _CHOSEN.search(m.tokens) for m in members)
            found.append(Group("swatch", f"swatch:{key[-80:]}", "", controls=tuple(members), chosen=chosen))
    return found


def _list_boxes(seen: Seen, add: Control | None, language: str) -> list[Group]:
    """Find home-made lists to choose from: a control that opens something and says "choose"."""
    anchors = [add.box.y] if add else [p.box.y for p in seen.prices[:3]]
    return [
        Group("listbox", f"listbox:{c.selector[-80:]}", c.said[:60], controls=(c,), required=True)
        for c in seen.visible
        if c.area == "main"
        and c.tag != "select"
        and _near(c.box.y, anchors)
        and not leads_somewhere(c)
        and (add is None or c.index != add.index)
        and (
            c.popup
            or c.expanded is not None
            or c.role in {"combobox", "listbox"}
            or c.kind == "pointer"
            or c.tag == "button"
        )
        and any(strength("choose_hint", text, language) >= 0.75 and len(text) < 40 for text in c.labels)
    ]


def option_groups(seen: Seen, fields: tuple[Field, ...], add: Control | None, language: str) -> tuple[Group, ...]:
    """List what can be chosen on a product page, in reading order; quantity, search and the like are no options."""
    named = _from_fields(fields, add, seen, language)
    taken = {f.selector for group in named for _n, f in group.fields}
    swatches = [g for g in _swatches(seen, add, language) if not any(c.selector in taken for c in g.controls)]
    radios = [f for g in named if g.kind == "radio" for _n, f in g.fields]
    swatches = [
        g
        for g in swatches
        if not any(
            abs(c.box.y - f.box.y) < 14 and abs(c.box.x - f.box.x) < 40 for c in g.controls for f in radios if f.box
        )
    ]

    def place(group: Group) -> float:
        box = group.fields[0][1].box if group.fields else group.controls[0].box
        return box.y if box else 0.0

    boxes = [
        g
        for g in _list_boxes(seen, add, language)
        if not any(g.controls[0].selector == c.selector for s in swatches for c in s.controls)
    ]
    return tuple(sorted((*named, *boxes, *swatches), key=place))


def open_choices(group: Group, language: str) -> tuple[int, ...]:
    """Give the positions of a group's choices that can be had, in order: options of a select, else members."""
    if group.kind == "select":
        field = group.fields[0][1]
        return tuple(
            n
            for n, text in enumerate(field.options)
            if not _placeholder(text, language) and load_vocabulary().mentions("out_of_stock", text) is None
        )
    if group.kind == "radio":
        return tuple(
            n
            for n, (_i, f) in enumerate(group.fields)
            if f.enabled and load_vocabulary().mentions("out_of_stock", f.label) is None
        )
    return tuple(
        n
        for n, c in enumerate(group.controls)
        if c.enabled
        and not _GONE.search(c.tokens)
        and all(load_vocabulary().mentions("out_of_stock", t) is None for t in c.labels)
    )
