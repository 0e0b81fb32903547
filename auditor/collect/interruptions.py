"""What stands in a customer's way: cookie banners, age gates, country choosers, newsletter pop-ups; answered and counted apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.async_api import Error

from auditor.collect.journey.rank import matches, strength
from auditor.collect.seen import Control, Layer, Seen
from auditor.collect.tab import Tab
from auditor.model import ConsentChoice
from auditor.vocabulary import load_vocabulary

__all__ = ["Interruption", "answer_consent", "clear_the_way", "over_the_page"]

_AGE = re.compile(
    r"\b(?:18|20|21)\b.{0,40}(?:vuo|år|year|jahr|aasta)|ikäraja|age verification|täysi-ikäi|volljährig|täisealine|åldersgräns",
    re.I | re.S,
)
_COUNTRY = re.compile(
    r"(?:shipping|delivery|your) (?:country|location|region)|choose (?:your )?(?:country|store|region|location)|"
    r"valitse (?:maa|maasi|kauppa|alue)|välj (?:land|ditt land|marknad|butik|region)|land (?:auswählen|wählen)|wähle\w* (?:dein|ihr)?\s*land|"
    r"velg (?:land|butikk)|vælg (?:land|butik)|vali (?:riik|asukoht)|visiting from|olet saapumassa|seems? (?:like )?you|näyttää siltä, että olet",
    re.I,
)
_CLOSE_SIGN = re.compile(r"^[×✕✖xX⨯✗╳]$")
_CLOSE_TOKEN = re.compile(r"(?:^|[-_\s])(?:close|dismiss|sulje|stang|lukk|schliess\w*)(?:$|[-_\s])", re.I)
_COOKIE_TOKEN = re.compile(r"cookie|consent|gdpr|evaste|cmp(?:$|[-_ ])|onetrust|cookiebot|didomi|usercentrics", re.I)
MAX_ROUNDS = 4


@dataclass(frozen=True)
class Interruption:
    """A layer that was answered: what it was and what was pressed."""

    kind: str
    pressed: str


def _inside(layer: Layer, controls: tuple[Control, ...]) -> tuple[Control, ...]:
    box = layer.box
    return tuple(
        c
        for c in controls
        if c.visible
        and (
            c.layer == layer.index
            or (
                box.x - 2 <= c.box.x <= box.x + box.width + 2
                and box.y - 2 <= c.box.y <= box.y + box.height + 2
                and c.layer >= 0
            )
        )
    )


def over_the_page(seen: Seen) -> tuple[Layer, ...]:
    """List the layers that cover part of the window, uppermost first; a slim sticky header is none."""
    found = []
    for layer in seen.layers:
        tall = layer.box.height >= 0.2 * seen.view.height or layer.modal
        wide = layer.box.width >= 0.5 * seen.view.width or layer.modal
        if layer.modal or (layer.position == "fixed" and (tall or wide or layer.box.height > 90)):
            found.append(layer)
    return tuple(sorted(found, key=lambda layer: (-layer.z, layer.box.width * layer.box.height)))


def _about_cookies(layer: Layer) -> bool:
    return (
        bool(_COOKIE_TOKEN.search(layer.tokens))
        or load_vocabulary().mentions("cookie_words", layer.text[:1500]) is not None
    )


def _consent_control(controls: tuple[Control, ...], choice: ConsentChoice, language: str) -> Control | None:
    intent = "accept_cookies" if choice is ConsentChoice.ACCEPT else "reject_cookies"
    other = "reject_cookies" if choice is ConsentChoice.ACCEPT else "accept_cookies"
    best: tuple[float, Control] | None = None
    for control in controls:
        if control.tag in {"input", "select"} and control.type in {"checkbox", "radio", ""}:
            continue
        score = matches(control, intent, language) - 0.9 * matches(control, other, language)
        score -= 0.8 * matches(control, "cookie_settings", language)
        if score > 0.3 and (best is None or score > best[0]):
            best = (score, control)
    return best[1] if best else None


def _only_button(controls: tuple[Control, ...], language: str) -> Control | None:
    """Find the single plain button of a notice that offers no choice ("OK")."""
    plain = [
        c
        for c in controls
        if (c.tag == "button" or c.role == "button" or c.type in {"button", "submit"} or c.kind == "pointer")
        and not matches(c, "cookie_settings", language)
        and not matches(c, "reject_cookies", language)
        and 0 < len(c.said) <= 24
    ]
    return plain[0] if len(plain) == 1 else None


async def answer_consent(tab: Tab, seen: Seen, choice: ConsentChoice, language: str) -> Interruption | None:
    """Answer a cookie banner, if one is there, as the audit was told to; nothing is pressed for the choice "none"."""
    if choice is ConsentChoice.NONE:
        return None
    for layer in (*over_the_page(seen), *(l for l in seen.layers if _COOKIE_TOKEN.search(l.tokens))):
        if not _about_cookies(layer):
            continue
        inside = _inside(layer, seen.controls)
        control = _consent_control(inside, choice, language)
        if control is None and choice is ConsentChoice.ACCEPT:
            control = _only_button(inside, language)
        if control and (await tab.press(control)).done:
            return Interruption("consent", control.said[:60])
    framed = tuple(c for c in seen.controls if c.frame and c.visible)
    if framed and load_vocabulary().mentions("cookie_words", seen.text):
        control = _consent_control(framed, choice, language)
        if control and (await tab.press(control)).done:
            return Interruption("consent", control.said[:60])
    banner = tuple(c for c in seen.visible if c.area in {"dialog", "main", "footer", "header", "aside"})
    strong = [c for c in banner if strength("accept_cookies", c.text, language) >= 0.95 and len(c.text) >= 8]
    if strong and load_vocabulary().mentions("cookie_words", seen.text):
        control = _consent_control(banner, choice, language)
        if control and (await tab.press(control)).done:
            return Interruption("consent", control.said[:60])
    return None


def _closer(inside: tuple[Control, ...], language: str) -> Control | None:
    scored = []
    for control in inside:
        score = max(
            matches(control, "close_layer", language),
            1.1 * matches(control, "decline_offer", language),
            0.8 * matches(control, "continue_shopping", language),
        )
        if any(_CLOSE_SIGN.match(text.strip()) for text in control.labels):
            score = max(score, 1.0)
        if not score and _CLOSE_TOKEN.search(control.tokens) and control.box.width < 90:
            score = 0.7
        if control.tag == "input" and control.type not in {"button", "submit", "image"}:
            score = 0
        if score >= 0.5:
            scored.append((score, control))
    return max(scored, key=lambda pair: pair[0])[1] if scored else None


def _has(inside: tuple[Control, ...], intents: tuple[str, ...], language: str, least: float = 0.75) -> bool:
    return any(matches(c, intent, language) >= least for c in inside for intent in intents)


async def clear_the_way(
    tab: Tab, seen: Seen, choice: ConsentChoice, language: str, *, blocked: bool = False, own: bool = False
) -> tuple[Interruption, ...]:
    """Answer what lies over the page; ``blocked`` says that a press was intercepted, so that any layer but the shop's own goes."""
    done: list[Interruption] = []
    for _round in range(MAX_ROUNDS):
        one = await answer_consent(tab, seen, choice, language) or await _close_one(tab, seen, language, blocked, own)
        if one is None:
            break
        done.append(one)
        seen = await tab.look()
    return tuple(done)


async def _close_one(tab: Tab, seen: Seen, language: str, blocked: bool, own: bool) -> Interruption | None:
    for layer in over_the_page(seen):
        inside = _inside(layer, seen.controls)
        if not inside and not layer.modal:
            continue
        covers = layer.box.width * layer.box.height >= 0.25 * seen.view.width * seen.view.height
        shops_own = _has(inside, ("checkout", "cart", "add_to_cart", "shop_category"), language) and not layer.modal
        if _AGE.search(layer.text) and (covers or layer.modal):
            yes = max(inside, key=lambda c: matches(c, "age_yes", language), default=None)
            if yes and matches(yes, "age_yes", language) >= 0.5 and (await tab.press(yes)).done:
                return Interruption("age-gate", yes.said[:60])
        if _COUNTRY.search(layer.text) and not _has(inside, ("checkout", "add_to_cart"), language):
            stay = _closer(inside, language) or max(
                inside, key=lambda c: matches(c, "stay_here", language), default=None
            )
            if stay and (await tab.press(stay)).done:
                return Interruption("country-chooser", stay.said[:60])
        if shops_own and not blocked:
            continue
        offer = load_vocabulary().mentions("newsletter", layer.text[:800]) or _has(inside, ("decline_offer",), language)
        if not (
            blocked
            or (offer and (covers or layer.modal))
            or (layer.modal and covers and not own and not _has(inside, ("checkout", "cart"), language))
        ):
            continue
        if _has(inside, ("checkout",), language, 0.95) and not blocked:
            continue
        closer = _closer(inside, language)
        if closer and (await tab.press(closer)).done:
            return Interruption("pop-up", closer.said[:60])
        if layer.modal or covers:
            try:
                await tab.page.keyboard.press("Escape")
            except Error:
                return None
            await tab.settle(1)
            after = await tab.look()
            if not any(one.selector == layer.selector for one in after.layers):
                return Interruption("pop-up", "Escape")
    return None
