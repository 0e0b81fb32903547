"""Finds choices that are no form fields: swatches, size grids and home-made lists."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection

from auditor.collect.journey.cards import leads_somewhere
from auditor.collect.journey.choices import QUANTITY, Group, anchors, near
from auditor.collect.journey.rank import matches, strength
from auditor.collect.page.seen import Control, Layer, Seen

__all__ = ["list_boxes", "make_of", "rows_in", "swatches"]

_CHOSEN = re.compile(
    r"(?:^|[-_\s])(?:selected|active|checked|chosen|current|is-on|on|picked|valittu|vald|valgt|valitud)(?:$|[-_\s])",
    re.I,
)
_NO_OPTION = re.compile(
    r"thumb|gallery|slide|zoom|dot|arrow|prev|next|share|social|tab|accordion|breadcrumb|pagination|lang|currency|"
    r"review|rating|star|image|qty|quantity|wish|fav|compare|close|menu|(?<!a)spec|desc",
    re.I,
)
_OPTION = re.compile(r"color|colour|vari|farge|farve|farbe|swatch|size|koko|option|variant", re.I)
_VARIANT_ADDRESS = re.compile(r"[?&](?:variant|size|color|colour|koko|vari|attribute)\w*=")
_OTHER_DEEDS = (
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
    "search",
)
_DIGITS = re.compile(r"\d+")
_NUMBERS = re.compile(r":nth-of-type\(\d+\)")
MAX_WIDTH_PX = 260.0
MAX_HEIGHT_PX = 110.0
MAX_LABEL = 40
ALIKE = 2.2


def make_of(control: Control) -> tuple[str, str]:
    """Name a control by its words and its make, which are the same on every page where a site repeats it."""
    return control.said, _NUMBERS.sub("", control.selector)


def swatches(
    seen: Seen,
    add: Control | None,
    language: str,
    everywhere: Collection[tuple[str, str]] = (),
    own: Collection[int] = (),
) -> list[Group]:
    """Find rows of small controls of one size that lie by the add control and do nothing else that is known.

    What is in ``everywhere`` stands on other pages as well and is no choice of this product; ``own`` are the cards that
    are the product itself.
    """
    around = anchors(seen, add)
    rows: dict[str, list[Control]] = {}
    for control in seen.visible:
        if (add and control.index == add.index) or make_of(control) in everywhere:
            continue
        elsewhere = add is not None and control.submits and control.form_action != add.form_action
        if (
            near(control.box.y, around)
            and _may_be_choice(control, add, own)
            and not (elsewhere or _does_else(control, language))
        ):
            rows.setdefault(control.group or _row(control.selector), []).append(control)
    return _groups(rows)


def rows_in(seen: Seen, layer: Layer, language: str) -> list[Group]:
    """Find rows of controls of one make in a layer, which may be as wide as it is, and that do nothing else known."""
    rows: dict[str, list[Control]] = {}
    for control in seen.inside(layer):
        if _is_pressed(control) and not _does_else(control, language):
            rows.setdefault(control.group or _row(control.selector), []).append(control)
    return _groups(rows)


def _groups(rows: dict[str, list[Control]]) -> list[Group]:
    apart = (part for members in rows.values() for part in _parted(members))
    return [_group(members) for members in apart if _alike(members)]


def _may_be_choice(control: Control, add: Control | None, own: Collection[int]) -> bool:
    """Tell by place, make and size whether a control can be one of several choices."""
    # What lies in a card chooses nothing but for the button of the same card that still waits for a choice.
    of_others = control.card >= 0 and control.card not in own
    elsewhere = of_others and (add is None or add.enabled or control.card != add.card)
    if elsewhere or control.area in {"header", "nav", "footer"} or not _is_pressed(control):
        return False
    return control.box.width <= MAX_WIDTH_PX and control.box.height <= MAX_HEIGHT_PX


def _is_pressed(control: Control) -> bool:
    """Tell whether a control of the page itself is one to press: no field, and nothing that only unfolds a part."""
    if control.frame or control.tag in {"select", "summary"} or control.role == "tab":
        return False
    return control.tag != "input" or control.type in {"button", "submit", "image"}


def _does_else(control: Control, language: str) -> bool:
    """Tell by words, address and names in the markup whether a control does something else, or says too little."""
    if len(control.said) > MAX_LABEL or control.said in {"+", "-", "−", "–"}:
        return True
    if _NO_OPTION.search(control.tokens) or QUANTITY.search(f"{control.said} {control.tokens}"):
        return True
    if leads_somewhere(control) and not _VARIANT_ADDRESS.search(control.href):
        return True
    if not control.said and not _OPTION.search(control.tokens):
        return True
    return any(matches(control, intent, language) >= 0.6 for intent in _OTHER_DEEDS)


def _row(selector: str) -> str:
    """Name what members of a row share: what holds them; where each has an id of its own, the id but its number."""
    return _NUMBERS.sub("", selector.rpartition(" > ")[0]) if " > " in selector else _DIGITS.sub("", selector)


def _parted(members: list[Control]) -> list[list[Control]]:
    """Part rows of the same make, such as sizes and colours, by the first place at which their selectors differ.

    Where one member alone differs there, as in a list of items, all are one row. Members whose ids alone select them
    are parted by the numbered names that several share.
    """
    if " > " not in members[0].selector:
        return _by_numbered_names(members)
    paths = [member.selector.split(" > ") for member in members]
    for level in range(min(map(len, paths)) - 1):
        parts: dict[str, list[Control]] = {}
        for member, path in zip(members, paths, strict=True):
            parts.setdefault(path[level], []).append(member)
        if len(parts) > 1:
            several = all(len(part) > 1 for part in parts.values())
            return [one for part in parts.values() for one in _parted(part)] if several else [members]
    return [members]


def _by_numbered_names(members: list[Control]) -> list[list[Control]]:
    times = Counter(name for member in members for name in _numbered_names(member))
    parts: dict[frozenset[str], list[Control]] = {}
    for member in members:
        parts.setdefault(frozenset(n for n in _numbered_names(member) if times[n] > 1), []).append(member)
    return list(parts.values()) if all(len(part) > 1 for part in parts.values()) else [members]


def _numbered_names(control: Control) -> set[str]:
    return {name for name in control.tokens.split() if _DIGITS.search(name)}


def _common(members: list[Control]) -> str:
    """Name the element that holds a row: what the selectors of its members share, above the members themselves."""
    paths = [member.selector.split(" > ")[:-1] for member in members]
    shared = itertools.takewhile(lambda level: len(set(level)) == 1, zip(*paths, strict=False))
    return " > ".join(level[0] for level in shared)


def _alike(members: list[Control]) -> bool:
    heights = [member.box.height for member in members]
    return len(members) >= 2 and max(heights) <= ALIKE * max(1.0, min(heights))


def _group(members: list[Control]) -> Group:
    told = any(member.told for member in members)
    chosen = any(member.checked or (not told and _CHOSEN.search(member.tokens)) for member in members)
    holder = members[0].group or _common(members) or members[0].selector
    return Group("swatch", f"swatch:{holder[-80:]}", "", controls=tuple(members), chosen=chosen)


def list_boxes(seen: Seen, add: Control | None, language: str) -> list[Group]:
    """Find home-made lists to choose from: a control that opens something and says "choose"."""
    around = anchors(seen, add)
    return [
        Group("listbox", f"listbox:{c.selector[-80:]}", c.said[:60], controls=(c,), required=True)
        for c in seen.visible
        if c.area == "main"
        and c.tag != "select"
        and near(c.box.y, around)
        and not leads_somewhere(c)
        and (add is None or c.index != add.index)
        and _opens(c)
        and any(strength("choose_hint", text, language) >= 0.75 and len(text) < MAX_LABEL for text in c.labels)
    ]


def _opens(control: Control) -> bool:
    return (
        control.popup
        or control.expanded is not None
        or control.role in {"combobox", "listbox"}
        or control.kind == "pointer"
        or control.tag == "button"
    )
