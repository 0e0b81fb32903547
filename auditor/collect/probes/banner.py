"""Reads a cookie banner as a visitor meets it: which control accepts, which rejects, and whether all are understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from playwright.async_api import Error

from auditor.collect.journey.rank import matches
from auditor.collect.layers.banners import about_cookies, consent_control, consent_outside_layers
from auditor.collect.layers.interruptions import over_the_page
from auditor.collect.page.scripts import page_script
from auditor.collect.page.seen import Control, Layer, Seen
from auditor.collect.page.tab import Tab
from auditor.model import ConsentButton, ConsentChoice
from auditor.vocabulary.wordings import wording

__all__ = ["Banner", "as_button", "optional_ticks", "read_banner", "saving_control", "way_back"]

_CLOSE_SIGN = re.compile(r"^[×✕✖xX⨯✗╳]$")
_TICKED = {"checkbox", "switch"}
NEAR_PX = 400
SURE, LIKELY = 0.5, 0.3


@dataclass(frozen=True)
class Banner:
    """A banner on the page: its layer, where it is one, its controls, and those of the three answers that it has.

    ``covered`` says that something lies over a button of it, so that an answer that is not seen may be there.
    """

    controls: tuple[Control, ...]
    language: str
    layer: Layer | None = None
    accept: Control | None = None
    reject: Control | None = None
    settings: Control | None = None
    covered: bool = False

    @property
    def text(self) -> str:
        """Give what the banner says, or what its controls say where it is no layer."""
        return self.layer.text if self.layer else " · ".join(c.said for c in self.controls if c.said)

    @property
    def selector(self) -> str:
        """Name the banner's element, or its accepting control where it is no layer."""
        return self.layer.selector if self.layer else self.accept.selector if self.accept else ""

    @property
    def clear(self) -> bool:
        """True where every button of the banner is understood, so that an answer that is not seen is not there."""
        return not self.covered and not any(_button(one) and not self._known(one) for one in self.controls)

    def _known(self, one: Control) -> bool:
        if one in {self.accept, self.reject, self.settings} or not one.said or _closes(one):
            return True
        known = ("accept_cookies", "reject_cookies", "cookie_settings", "close_layer", "privacy")
        return any(matches(one, intent, self.language) >= SURE for intent in known) or bool(
            wording("more_about_cookies").search(one.said)
        )


def read_banner(seen: Seen, language: str) -> Banner | None:
    """Find the banner of a page: a layer about cookies, a frame that asks, or a bar in the page's own flow."""
    for layer in over_the_page(seen):
        whole = tuple(one for one in seen.inside(layer) if not one.covered or one.layer == layer.index)
        inside = tuple(one for one in whole if not one.covered)
        if whole and about_cookies(layer, whole, language):
            answers = tuple(one for one in inside if not _closes(one))
            accept = consent_control(answers, ConsentChoice.ACCEPT, language)
            reject = consent_control(answers, ConsentChoice.REJECT, language)
            covered = any(one.covered and _button(one) for one in whole)
            if accept or reject or covered:
                return replace(_banner(inside, language, layer, accept, reject), covered=covered)
    accept = consent_outside_layers(seen, ConsentChoice.ACCEPT, language)
    if accept is None:
        return None
    near = tuple(one for one in seen.visible if not one.covered and _beside(one, accept))
    return _banner(near, language, None, accept, consent_control(near, ConsentChoice.REJECT, language))


def _banner(
    inside: tuple[Control, ...], language: str, layer: Layer | None, accept: Control | None, reject: Control | None
) -> Banner:
    rest = [one for one in inside if one not in {accept, reject} and one.type not in _TICKED]
    best = max(rest, key=lambda one: matches(one, "cookie_settings", language), default=None)
    found = best if best is not None and matches(best, "cookie_settings", language) >= LIKELY else None
    return Banner(inside, language, layer, accept, reject, found)


def _closes(one: Control) -> bool:
    """Say whether a control is a bare cross, which answers nothing."""
    return any(_CLOSE_SIGN.match(text.strip()) for text in one.labels)


def _beside(one: Control, accept: Control) -> bool:
    if one.frame or accept.frame:
        return one.frame == accept.frame
    return one.area == accept.area and abs(one.box.y - accept.box.y) < NEAR_PX


def _button(one: Control) -> bool:
    """Say whether a control would do something to the banner; a link that leads to a page does not."""
    if one.type in _TICKED or one.type == "radio" or one.role in {*_TICKED, "radio", "tab"} or one.tag == "select":
        return False
    leads_on = one.tag == "a" and (one.href_raw or "#").strip("#") and not (one.href_raw or "").startswith("javascript")
    return not leads_on and one.enabled


def optional_ticks(controls: tuple[Control, ...]) -> tuple[str, ...]:
    """Name the purposes that are ticked beforehand although a visitor could untick them; needful ones are left out."""
    return tuple(
        dict.fromkeys(
            one.said[:60]
            for one in controls
            if (one.type in _TICKED or one.role in _TICKED)
            and one.checked
            and one.enabled
            and one.visible
            and one.said
            and not wording("needful_cookies").search(" ".join(one.labels))
        )
    )


def saving_control(banner: Banner) -> Control | None:
    """Find the control that keeps the choices as they stand."""
    return next((one for one in banner.controls if _button(one) and wording("save_choices").search(one.said)), None)


def way_back(seen: Seen, language: str) -> str | None:
    """Name what lets a visitor choose about cookies again; a link to a page about cookies counts. None where none."""
    for one in seen.visible:
        about = bool(wording("consent_tokens").search(f"{one.said} {one.tokens} {one.href}"))
        told = bool(wording("consent_tokens").search(one.said))
        if told or (about and matches(one, "cookie_settings", language) >= LIKELY):
            return one.said[:80]
        if about and not one.said and not one.href.startswith("http"):
            return "icon"
        if wording("choose_cookies_again").search(one.said):
            return one.said[:80]
    return None


async def as_button(tab: Tab, control: Control | None, layer: int = 1) -> ConsentButton | None:
    """Read how a control looks; what cannot be read stays null."""
    if control is None:
        return None
    look: Mapping[str, Any] = {}
    try:
        element = await tab.handle(control)
        if element is not None:
            look = await element.evaluate(page_script("style.js"))
    except Error:
        look = {}
    contrast, filled = look.get("contrast"), look.get("filled")
    return ConsentButton(
        label=control.said[:80],
        selector=control.selector,
        layer=layer,
        box=control.box,
        contrast=float(contrast) if isinstance(contrast, int | float) else None,
        filled=filled if isinstance(filled, bool) else None,
    )
