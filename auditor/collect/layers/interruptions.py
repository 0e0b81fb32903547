"""What stands in a customer's way: cookie banners, age gates, country choosers, pop-ups; answered and counted apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from playwright.async_api import Error

from auditor.collect.journey.rank import matches
from auditor.collect.layers.banners import about_cookies, consent_control, consent_outside_layers
from auditor.collect.layers.gates import asks_age, asks_where, here, is_place, of_age, says_no
from auditor.collect.page.seen import Control, Layer, Seen
from auditor.collect.page.tab import Tab
from auditor.model import ConsentChoice
from auditor.vocabulary import load_vocabulary

__all__ = ["Interruption", "clear_the_way", "over_the_page"]

_CLOSE_SIGN = re.compile(r"^[×✕✖xX⨯✗╳]$")
_CLOSE_TOKEN = re.compile(r"(?:^|[-_\s])(?:close|dismiss|sulje|stang|lukk|schliess\w*|x|kryss|ruksi)(?:$|[-_\s])", re.I)
_BUTTONS = {"button", "submit", "image"}
COVERING = 0.25
PLAIN_WAYS = 2
MAX_ROUNDS = 6
SPLASH_CONTROLS = 16
WALL_CONTROLS = 4


@dataclass(frozen=True)
class Interruption:
    """A layer that was answered: what it was and what was pressed."""

    kind: str
    pressed: str


@dataclass(frozen=True)
class _Answer:
    kind: str
    control: Control | None
    layer: str = ""


def over_the_page(seen: Seen) -> tuple[Layer, ...]:
    """List the layers that cover part of the window, uppermost first; a slim sticky header is none."""
    found = []
    for layer in seen.layers:
        tall = layer.box.height >= 0.2 * seen.view.height or layer.modal
        wide = layer.box.width >= 0.5 * seen.view.width or layer.modal
        if layer.modal or (layer.position == "fixed" and (tall or wide or layer.box.height > 90)):
            found.append(layer)
    return tuple(sorted(found, key=lambda layer: (-layer.z, layer.box.width * layer.box.height)))


def _reachable(layer: Layer, seen: Seen) -> tuple[Control, ...]:
    return tuple(control for control in seen.inside(layer) if not control.covered)


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
        if control.tag == "input" and control.type not in _BUTTONS:
            score = 0
        if score >= 0.5:
            scored.append((score, control))
    if scored:
        return max(scored, key=lambda pair: pair[0])[1]
    bare = [c for c in inside if not c.said and c.tag != "input" and c.box.width <= 60 and c.box.height <= 60]
    return bare[0] if len(bare) == 1 else None


def _has(inside: tuple[Control, ...], intents: tuple[str, ...], language: str, least: float = 0.75) -> bool:
    return any(matches(c, intent, language) >= least for c in inside for intent in intents)


def _answers(seen: Seen, choice: ConsentChoice, language: str, *, blocked: bool, own: bool) -> list[_Answer]:
    """List the answers worth giving, the uppermost layer's first."""
    found: list[_Answer] = []
    for layer in over_the_page(seen):
        inside = _reachable(layer, seen)
        if not inside:
            continue
        if choice is not ConsentChoice.NONE and about_cookies(layer, inside, language):
            control = consent_control(inside, choice, language)
            if control:
                found.append(_Answer("consent", control, layer.selector))
                continue
        found += _of_layer(layer, inside, seen, language, blocked=blocked, own=own)
        if blocked and _covers(layer, seen):
            found += [_Answer("pop-up", control, layer.selector) for control in _plain_ways(inside)]
    if choice is not ConsentChoice.NONE and not any(a.kind == "consent" for a in found):
        control = consent_outside_layers(seen, choice, language)
        if control:
            found.append(_Answer("consent", control))
    return [_of_own_layer(answer, seen) for answer in found]


def _of_own_layer(answer: _Answer, seen: Seen) -> _Answer:
    """Name the layer that the control itself belongs to: it may lie within the one that was looked at."""
    at = answer.control.layer if answer.control else -1
    own = next((layer.selector for layer in seen.layers if layer.index == at), answer.layer)
    return replace(answer, layer=own)


def _covers(layer: Layer, seen: Seen) -> bool:
    return layer.modal or layer.box.width * layer.box.height >= COVERING * seen.view.width * seen.view.height


def _plain_ways(inside: tuple[Control, ...]) -> list[Control]:
    """List the buttons of a layer that stops a customer and says nothing known; none where it wants something typed."""
    if any(c.tag == "select" or (c.tag == "input" and c.type not in _BUTTONS) or c.form_asks for c in inside):
        return []
    return [c for c in inside if c.enabled and not c.href and c.said and not says_no(c)][:PLAIN_WAYS]


def _of_layer(
    layer: Layer, inside: tuple[Control, ...], seen: Seen, language: str, *, blocked: bool, own: bool
) -> list[_Answer]:
    covers = _covers(layer, seen)
    buying = _has(inside, ("checkout", "add_to_cart"), language)
    if asks_age(layer.text) and covers and not buying:
        yes = of_age(inside, language)
        if yes:
            return [_Answer("age-gate", yes, layer.selector)]
    chooses = covers and sum(is_place(c) for c in inside) >= 2
    if (asks_where(layer.text) or chooses) and not buying:
        stay = _closer(inside, language) or here(inside, language)
        if stay:
            return [_Answer("country-chooser", stay, layer.selector)]
    shops_own = _has(inside, ("checkout", "cart", "add_to_cart", "shop_category"), language)
    if (shops_own and not layer.modal and not blocked) or (_has(inside, ("checkout",), language, 0.95) and not blocked):
        return []
    offer = load_vocabulary().mentions("newsletter", layer.text[:800]) or _has(inside, ("decline_offer",), language)
    unasked = layer.modal and covers and not own and not _has(inside, ("checkout", "cart"), language)
    if not (blocked or (offer and covers) or unasked):
        return []
    closer = _closer(inside, language)
    if closer is None and not covers:
        return []
    return [_Answer("pop-up", closer, layer.selector)]


def _splash(seen: Seen, language: str) -> Control | None:
    """Find the choice on a page that only asks for a language or a country before the shop opens."""
    if len(seen.visible) > SPLASH_CONTROLS or seen.cards or seen.prices:
        return None
    body = tuple(c for c in seen.visible if c.area != "footer")
    if len(body) <= WALL_CONTROLS and (
        load_vocabulary().mentions("cookie_words", seen.text) or asks_age(seen.text[:2000])
    ):
        agreed = consent_control(body, ConsentChoice.ACCEPT, language) or of_age(body, language)
        return agreed or next((c for c in body if c.enabled and not says_no(c)), None)
    named = [c for c in body if is_place(c)]
    return here(tuple(named), language) if len(named) >= 2 and len(body) - len(named) <= 6 else None


async def clear_the_way(
    tab: Tab,
    seen: Seen,
    choice: ConsentChoice,
    language: str,
    *,
    blocked: bool = False,
    own: bool = False,
    kept: Layer | None = None,
) -> tuple[Interruption, ...]:
    """Answer what lies over the page, one layer after the other, and keep what really went away.

    ``blocked`` says that a press was intercepted, so that any layer but the shop's own goes; ``own`` says that a press
    of the walk may have opened a layer of the shop, which stays. ``kept`` is a layer that is in use.
    """
    done: list[Interruption] = []
    tried: set[tuple[str, str]] = set()
    for _round in range(MAX_ROUNDS):
        answers = _answers(seen, choice, language, blocked=blocked, own=own)
        fresh = (a for a in answers if not kept or a.layer != _selector_now(kept, seen))
        answer = next((a for a in fresh if (a.layer, a.control.said if a.control else "Escape") not in tried), None)
        if answer is None:
            break
        tried.add((answer.layer, answer.control.said if answer.control else "Escape"))
        before = seen
        if not await _give(tab, answer):
            continue
        seen = await tab.look()
        if _went(answer, before, seen):
            done.append(Interruption(answer.kind, (answer.control.said if answer.control else "Escape")[:60]))
    for _page in range(2 if not own and not blocked else 0):
        door = _splash(seen, language)
        if door is None or not (await tab.press(door)).done:
            break
        done.append(Interruption("country-chooser" if is_place(door) else "consent", door.said[:60]))
        seen = await tab.look()
    return tuple(done)


def _selector_now(layer: Layer, seen: Seen) -> str:
    """Give a layer's selector at this look: what stands beside it may have gone, and then it is counted anew."""
    return next((one.selector for one in seen.layers if one.text == layer.text), layer.selector)


async def _give(tab: Tab, answer: _Answer) -> bool:
    if answer.control is not None:
        return (await tab.press(answer.control)).done
    try:
        await tab.page.keyboard.press("Escape")
    except Error:
        return False
    await tab.settle(1)
    return True


def _went(answer: _Answer, before: Seen, after: Seen) -> bool:
    """Say whether the layer that was answered has gone, or now says something else."""
    if not answer.layer:
        return before.text != after.text
    was = next((one for one in before.layers if one.selector == answer.layer), None)
    now = next((one for one in after.layers if one.selector == answer.layer), None)
    return now is None or was is None or now.text != was.text or before.url != after.url
