"""Cookie banners: which layer is one, and which of its controls gives the answer that the audit was told to give."""

from __future__ import annotations

import re
from itertools import pairwise

from auditor.collect.journey.rank import matches, strength
from auditor.collect.page.seen import Control, Layer, Seen
from auditor.model import ConsentChoice
from auditor.vocabulary import load_vocabulary

__all__ = ["about_cookies", "consent_control", "consent_outside_layers"]

_COOKIE_TOKEN = re.compile(
    r"cookie|consent|gdpr|evaste|cmp(?:$|[-_ ])|onetrust|cookiebot|cybot|didomi|usercentrics|klaro|cky-|cmplz|iubenda",
    re.I,
)
_TYPED = {"", "text", "email", "tel"}
_ANSWERS = ("accept_cookies", "reject_cookies")
SURE = 0.75
LEAST = 0.3
LONGEST_OK = 24
SENTENCE = 6


def about_cookies(layer: Layer, inside: tuple[Control, ...], language: str) -> bool:
    """Say whether a layer speaks of cookies: in its words, in its developers' names, or by the answers it offers."""
    words = load_vocabulary().mentions("cookie_words", layer.text[:1500])
    if _COOKIE_TOKEN.search(f"{layer.tokens} {layer.selector}") or words is not None:
        return True
    if any(c.tag == "input" and c.type in _TYPED for c in inside):
        return False
    return all(any(matches(c, answer, language) >= SURE for c in inside) for answer in _ANSWERS)


def consent_control(controls: tuple[Control, ...], choice: ConsentChoice, language: str) -> Control | None:
    """Find the control that gives the answer; for an acceptance the only plain button of a notice will do ("OK")."""
    accept = choice is ConsentChoice.ACCEPT
    intent, other = _ANSWERS if accept else reversed(_ANSWERS)
    best: tuple[float, Control] | None = None
    for control in controls:
        if control.covered or (control.tag in {"input", "select"} and control.type in {"checkbox", "radio", ""}):
            continue
        score = matches(control, intent, language) - 0.9 * matches(control, other, language)
        score -= 0.8 * matches(control, "cookie_settings", language)
        if score > LEAST and (best is None or score > best[0]):
            best = (score, control)
    if best or not accept:
        return best[1] if best else None
    return _only_button(controls, language)


def _only_button(controls: tuple[Control, ...], language: str) -> Control | None:
    plain = [
        c
        for c in controls
        if (c.tag == "button" or c.role == "button" or c.type in {"button", "submit"} or c.kind == "pointer")
        and not c.covered
        and not matches(c, "cookie_settings", language)
        and not matches(c, "reject_cookies", language)
        and 0 < len(c.said) <= LONGEST_OK
    ]
    return plain[0] if len(plain) == 1 else None


def consent_outside_layers(seen: Seen, choice: ConsentChoice, language: str) -> Control | None:
    """Find the answer to a banner that is no layer: in a frame, or a bar in the page's own flow."""
    if load_vocabulary().mentions("cookie_words", seen.text) is None:
        return None
    framed = tuple(c for c in seen.visible if c.frame)
    if framed and (control := consent_control(framed, choice, language)):
        return control
    pool = tuple(c for c in seen.visible if c.area != "nav" and not c.covered and len(c.said) < 60)
    asks = _said_after_cookies(seen)
    sure = any(
        strength("accept_cookies", c.said, language) >= 0.9 and (len(c.said) >= 8 or c.said.casefold() in asks)
        for c in pool
    )
    return consent_control(pool, choice, language) if sure else None


def _said_after_cookies(seen: Seen) -> set[str]:
    """Give the lines right after a sentence about cookies: there even a short "Allow" is an answer to it."""
    lines = [line.strip() for line in seen.text.split("\n") if line.strip()]
    about = load_vocabulary().mentions
    return {
        answer.casefold()
        for told, answer in pairwise(lines)
        if len(answer) <= LONGEST_OK and len(told.split()) >= SENTENCE and about("cookie_words", told) is not None
    }
