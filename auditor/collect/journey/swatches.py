"""Finds choices that are no form fields: swatches, size grids and home-made lists."""

from __future__ import annotations

import re

from auditor.collect.journey.cards import leads_somewhere
from auditor.collect.journey.choices import QUANTITY, Group, anchors, near
from auditor.collect.journey.rank import matches, strength
from auditor.collect.page.seen import Control, Seen

__all__ = ["list_boxes", "swatches"]

_CHOSEN = re.compile(
    r"(?:^|[-_\s])(?:selected|active|checked|chosen|current|is-on|on|picked|valittu|vald|valgt|valitud)(?:$|[-_\s])",
    re.I,
)
_NO_OPTION = re.compile(
    r"thumb|gallery|slide|zoom|dot|arrow|prev|next|share|social|tab|accordion|breadcrumb|pagination|lang|currency|"
    r"review|rating|star|image|qty|quantity|wish|fav|compare|close|menu|spec|desc",
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
)
MAX_WIDTH_PX = 260.0
MAX_HEIGHT_PX = 110.0
MAX_LABEL = 40
ALIKE = 2.2


def swatches(seen: Seen, add: Control | None, language: str) -> list[Group]:
    """Find rows of small controls of one size that lie by the add control and do nothing else that is known."""
    around = anchors(seen, add)
    rows: dict[str, list[Control]] = {}
    for control in seen.visible:
        if add and control.index == add.index:
            continue
        if near(control.box.y, around) and _may_be_choice(control) and not _does_else(control, language):
            rows.setdefault(_row(control.selector) or control.selector, []).append(control)
    return [_group(row, members) for row, members in rows.items() if _alike(members)]


def _may_be_choice(control: Control) -> bool:
    """Tell by place, make and size whether a control can be one of several choices."""
    if control.frame or control.card >= 0 or control.area in {"header", "nav", "footer"}:
        return False
    if control.tag in {"select", "summary"} or control.role == "tab":
        return False
    if control.tag == "input" and control.type not in {"button", "submit", "image"}:
        return False
    return control.box.width <= MAX_WIDTH_PX and control.box.height <= MAX_HEIGHT_PX


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
    return re.sub(r"(?::nth-of-type\(\d+\))", "", selector.rpartition(" > ")[0]) if " > " in selector else ""


def _alike(members: list[Control]) -> bool:
    heights = [member.box.height for member in members]
    return len(members) >= 2 and max(heights) <= ALIKE * max(1.0, min(heights))


def _group(row: str, members: list[Control]) -> Group:
    chosen = any(member.checked or _CHOSEN.search(member.tokens) for member in members)
    return Group("swatch", f"swatch:{row[-80:]}", "", controls=tuple(members), chosen=chosen)


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
