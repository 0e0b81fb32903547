"""What stands in a customer's way: cookie banners, age gates, country choosers, pop-ups; answered and counted apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale
from playwright.async_api import Error

from auditor.collect.banners import about_cookies, consent_control, consent_outside_layers
from auditor.collect.journey.rank import matches
from auditor.collect.seen import Control, Layer, Seen
from auditor.collect.tab import Tab
from auditor.model import ConsentChoice
from auditor.vocabulary import load_vocabulary

__all__ = ["Interruption", "clear_the_way", "over_the_page"]

_AGE = re.compile(
    r"\b(?:18|20|21)\b.{0,40}(?:vuo|år|year|jahr|aasta)|ikäraja|age (?:verification|check)|täysi-ikäi|"
    r"volljährig|täisealine|åldersgräns",
    re.I | re.S,
)
_YES = re.compile(r"^(?:ja|yes|kyllä|jah|jo|ok|enter|sisään|jatka|fortsæt|fortsätt|weiter|edasi)\b", re.I)
_NO = re.compile(r"^(?:nej|no|en\b|ei|nein|leave|poistu|lämna|forlad|forlat)\b", re.I)
_COUNTRY = re.compile(
    r"(?:shipping|delivery|your) (?:country|location|region)|"
    r"choose (?:your )?(?:country|store|region|location|language)|"
    r"valitse (?:maa|maasi|kauppa|alue|kieli)|välj (?:land|ditt land|marknad|butik|region|språk)|"
    r"(?:land|sprache) (?:auswählen|wählen)|wähle\w* (?:dein|ihr)?\s*(?:land|sprache)|velg (?:land|butikk|språk)|"
    r"vælg (?:land|butik|sprog)|vali (?:riik|asukoht|keel)|visiting from|olet saapumassa|seems? (?:like )?you|"
    r"näyttää siltä, että olet|ser ut som (?:om |at )?du",
    re.I,
)
_CLOSE_SIGN = re.compile(r"^[×✕✖xX⨯✗╳]$")
_CLOSE_TOKEN = re.compile(r"(?:^|[-_\s])(?:close|dismiss|sulje|stang|lukk|schliess\w*|x|kryss|ruksi)(?:$|[-_\s])", re.I)
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


def _inside(layer: Layer, seen: Seen) -> tuple[Control, ...]:
    box = layer.box
    return tuple(
        c
        for c in seen.visible
        if not c.covered
        and (
            c.layer == layer.index
            or (
                c.layer >= 0
                and box.x - 2 <= c.box.x <= box.x + box.width + 2
                and box.y - 2 <= c.box.y <= box.y + box.height + 2
            )
        )
    )


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
    if scored:
        return max(scored, key=lambda pair: pair[0])[1]
    bare = [c for c in inside if not c.said and c.tag != "input" and c.box.width <= 60 and c.box.height <= 60]
    return bare[0] if len(bare) == 1 else None


def _has(inside: tuple[Control, ...], intents: tuple[str, ...], language: str, least: float = 0.75) -> bool:
    return any(matches(c, intent, language) >= least for c in inside for intent in intents)


def _of_age(inside: tuple[Control, ...], language: str) -> Control | None:
    pool = [c for c in inside if not any(_NO.search(text) for text in c.labels) and not c.href.startswith("http")] or [
        c for c in inside if not any(_NO.search(text) for text in c.labels)
    ]
    scored = [
        (max(matches(c, "age_yes", language), 0.6 if any(_YES.search(t) for t in c.labels) else 0.0), c) for c in pool
    ]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= 0.4 else None


@cache
def _places() -> frozenset[str]:
    """Name the languages and countries of the shops, each in all of their languages, for pages that ask which one."""
    codes = ("fi", "sv", "en", "de", "nb", "da", "et")
    lands = ("FI", "SE", "NO", "DK", "EE", "DE", "GB", "US", "AX")
    names: set[str] = set()
    for code in codes:
        locale = Locale.parse(code)
        names |= {str(locale.languages.get(other, "")).lower() for other in (*codes, "no")}
        names |= {str(locale.territories.get(land, "")).lower() for land in lands}
    return frozenset(names - {""})


_TONGUE = re.compile(
    r"\b(?:suom[ie]|finnish|svensk|ruotsi|swedish|english|englan|engelsk|deutsch|german|saksa|norsk|norwegian|dansk|danish|"
    r"eesti|estonian|viro)\w*",
    re.I,
)


def _is_place(control: Control) -> bool:
    said = [re.sub(r"\s*[(\[].{0,12}[)\]]", "", text).strip().lower() for text in control.labels]
    return any(text in _places() or (len(text) < 30 and _TONGUE.search(text)) for text in said)


def _here(controls: tuple[Control, ...], language: str) -> Control | None:
    """Find the choice that keeps a visitor where the page's language is at home, else the first choice."""
    named = [c for c in controls if _is_place(c)]
    own = str(Locale.parse(language).languages.get(language, "")).lower()
    stay = [c for c in controls if matches(c, "stay_here", language) >= 0.5 and c not in named]
    same = [c for c in named if any(own == text.strip().lower() for text in c.labels)]
    return next(iter((*stay, *same, *named)), None)


def _answers(seen: Seen, choice: ConsentChoice, language: str, *, blocked: bool, own: bool) -> list[_Answer]:
    """List the answers worth giving, the uppermost layer's first."""
    found: list[_Answer] = []
    for layer in over_the_page(seen):
        inside = _inside(layer, seen)
        if not inside:
            continue
        if about_cookies(layer) and choice is not ConsentChoice.NONE:
            control = consent_control(inside, choice, language)
            if control:
                found.append(_Answer("consent", control, layer.selector))
                continue
        found += _of_layer(layer, inside, seen, language, blocked=blocked, own=own)
    if choice is not ConsentChoice.NONE and not any(a.kind == "consent" for a in found):
        control = consent_outside_layers(seen, choice, language)
        if control:
            found.append(_Answer("consent", control))
    return found


def _of_layer(
    layer: Layer, inside: tuple[Control, ...], seen: Seen, language: str, *, blocked: bool, own: bool
) -> list[_Answer]:
    covers = layer.box.width * layer.box.height >= 0.25 * seen.view.width * seen.view.height
    buying = _has(inside, ("checkout", "add_to_cart"), language)
    if _AGE.search(layer.text) and (covers or layer.modal) and not buying:
        yes = _of_age(inside, language)
        if yes:
            return [_Answer("age-gate", yes, layer.selector)]
    asks_where = (covers or layer.modal) and sum(_is_place(c) for c in inside) >= 2
    if (_COUNTRY.search(layer.text) or asks_where) and not buying:
        stay = _closer(inside, language) or _here(inside, language)
        if stay:
            return [_Answer("country-chooser", stay, layer.selector)]
    shops_own = _has(inside, ("checkout", "cart", "add_to_cart", "shop_category"), language)
    if (shops_own and not layer.modal and not blocked) or (_has(inside, ("checkout",), language, 0.95) and not blocked):
        return []
    offer = load_vocabulary().mentions("newsletter", layer.text[:800]) or _has(inside, ("decline_offer",), language)
    unasked = layer.modal and covers and not own and not _has(inside, ("checkout", "cart"), language)
    if not (blocked or (offer and (covers or layer.modal)) or unasked):
        return []
    closer = _closer(inside, language)
    if closer is None and not (layer.modal or covers):
        return []
    return [_Answer("pop-up", closer, layer.selector)]


def _splash(seen: Seen, language: str) -> Control | None:
    """Find the choice on a page that only asks for a language or a country before the shop opens."""
    if len(seen.visible) > SPLASH_CONTROLS or seen.cards or seen.prices:
        return None
    body = tuple(c for c in seen.visible if c.area != "footer")
    if len(body) <= WALL_CONTROLS and (
        load_vocabulary().mentions("cookie_words", seen.text) or _AGE.search(seen.text[:2000])
    ):
        agreed = consent_control(body, ConsentChoice.ACCEPT, language) or _of_age(body, language)
        return agreed or next((c for c in body if c.enabled and not any(_NO.search(t) for t in c.labels)), None)
    named = [c for c in body if _is_place(c)]
    return _here(tuple(named), language) if len(named) >= 2 and len(body) - len(named) <= 6 else None


async def clear_the_way(
    tab: Tab, seen: Seen, choice: ConsentChoice, language: str, *, blocked: bool = False, own: bool = False
) -> tuple[Interruption, ...]:
    """Answer what lies over the page, one layer after the other, and keep what really went away.

    ``blocked`` says that a press was intercepted, so that any layer but the shop's own goes; ``own`` says that a press
    of the walk may have opened a layer of the shop, which stays.
    """
    done: list[Interruption] = []
    tried: set[tuple[str, str]] = set()
    for _round in range(MAX_ROUNDS):
        answers = _answers(seen, choice, language, blocked=blocked, own=own)
        answer = next((a for a in answers if (a.layer, a.control.said if a.control else "Escape") not in tried), None)
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
        done.append(Interruption("country-chooser" if _is_place(door) else "consent", door.said[:60]))
        seen = await tab.look()
    return tuple(done)


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
