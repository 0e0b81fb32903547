"""Answers what a press on the add button brings up: a sheet of sizes, a box of stores, a box with its own button."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.collect.journey.choices import Group, open_choices
from auditor.collect.journey.choosing import choose
from auditor.collect.journey.options import options_in
from auditor.collect.journey.press_add import Tried, press_add
from auditor.collect.journey.proof import SMALLEST_LAYER
from auditor.collect.journey.rank import rank, strength
from auditor.collect.journey.walk import Walk
from auditor.collect.layers.banners import about_cookies
from auditor.collect.page.seen import Control, Layer
from auditor.vocabulary import load_vocabulary

__all__ = ["Answered", "answer_brought"]

MOST_ANSWERS = 4
SURE = 0.7
TOP_OF_TEXT = 600


@dataclass(frozen=True)
class Answered:
    """How a layer was answered: the press that put the product into the cart, and the clicks before it."""

    tried: Tried
    control: Control
    clicks: int


async def answer_brought(walk: Walk, product: str) -> Answered | None:
    """Choose in the layer that the latest press brought up, until the product is in the cart.

    Gives nothing where no layer asks for a choice, or where no choice leads there.
    """
    chosen: set[str] = set()
    clicks = 1  # the press that brought the layer
    while len(chosen) < MOST_ANSWERS and (layer := _asking(walk)):
        groups = await options_in(walk, layer)
        group = next((one for one in groups if not one.chosen and one.key not in chosen), None)
        if group and group.fields:
            clicks += max(0, await choose(walk, group))
            await walk.look()
        else:
            control = _choice(group, walk.language) if group else _own_button(walk, layer)
            if control is None:
                return None
            tried = await press_add(walk, control, product)
            walk.note("add", "choices", (), control, worked=tried.worked, by=tried.signs, why=tried.refusal, counted=1)
            if tried.worked:
                return Answered(tried, control, clicks)
            clicks += 1
        chosen.add(group.key if group else "its own button")
    return None


def _choice(group: Group, language: str) -> Control | None:
    return next((group.controls[at] for at in open_choices(group, language)), None)


def _own_button(walk: Walk, layer: Layer) -> Control | None:
    ranked = rank("add_to_cart", walk.now.inside(layer), walk.language)
    return next((one.control for one in ranked if one.control.enabled), None)


def _asking(walk: Walk) -> Layer | None:
    """Give the layer that came with the latest press on an add button and asks to choose, the uppermost first."""
    fresh = (one for one in walk.now.layers if one.same not in walk.layers_before)
    large = (one for one in fresh if one.box.width * one.box.height >= SMALLEST_LAYER)
    return next((one for one in sorted(large, key=lambda one: -one.z) if _asks(walk, one)), None)


def _asks(walk: Walk, layer: Layer) -> bool:
    inside = walk.now.inside(layer)
    if any(one.form_asks for one in inside) or about_cookies(layer, inside, walk.language):
        return False
    told = any(strength("choose_hint", one.said, walk.language) >= SURE for one in inside)
    return told or load_vocabulary().mentions("choose_hint", layer.text[:TOP_OF_TEXT]) is not None
