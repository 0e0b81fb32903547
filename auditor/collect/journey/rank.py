"""Weighs candidates: signals of many kinds, weights from ranking.yaml, and the reasons kept beside every score."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml

from auditor.collect.page.seen import Control
from auditor.model import Candidate
from auditor.vocabulary import load_vocabulary

__all__ = ["Ranked", "as_candidates", "matches", "rank", "strength"]

KEPT = 6


@dataclass(frozen=True)
class Ranked:
    """A control with its score and the reasons for it."""

    control: Control
    score: float
    reasons: tuple[str, ...]


@cache
def _rules() -> Mapping[str, Mapping[str, Any]]:
    text = (files("auditor.collect.journey") / "ranking.yaml").read_text("utf-8")
    rules: Mapping[str, Mapping[str, Any]] = yaml.safe_load(text)
    return rules


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.I)


@lru_cache(maxsize=60_000)
def strength(intent: str, label: str, language: str) -> float:
    """Say how surely one label means an intent, 0 to 1."""
    if not label or len(label) > 120:
        return 0.0
    match = load_vocabulary().match(intent, label, language)
    return match.strength if match else 0.0


def matches(control: Control, intent: str, language: str) -> float:
    """Say how surely a control means an intent by the best of its labels."""
    return max((strength(intent, label, language) for label in control.labels), default=0.0)


def _path(url: str) -> str:
    parts = urlsplit(url)
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return unquote(f"{parts.path}?{parts.query}" if parts.query else parts.path) + fragment


def _words(control: Control, rule: Mapping[str, Any], language: str) -> Iterable[tuple[str, float]]:
    hits = [
        (f"words mean {intent} ({hit:.2f})", weight * hit)
        for intent, weight in rule.get("words", {}).items()
        if (hit := matches(control, intent, language))
    ]
    if hits:
        yield max(hits, key=lambda pair: pair[1])
    best = max((hit[1] for hit in hits), default=0.0)
    for intent, weight in rule.get("against", {}).items():
        hit = matches(control, intent, language)
        if hit and weight * hit >= best * 0.6:
            yield f"words mean {intent} ({hit:.2f})", -weight * hit


def _technical(control: Control, rule: Mapping[str, Any]) -> Iterable[tuple[str, float]]:
    for pattern, weight in rule.get("tokens", {}).items():
        if _pattern(pattern).search(control.tokens):
            yield ("names in the markup" if weight > 0 else "names in the markup speak against"), weight
    if control.href:
        for pattern, weight in rule.get("address", {}).items():
            if _pattern(pattern).search(
                _path(control.href) if "://" in control.href[:8] and weight > -15 else control.href
            ):
                yield ("the address" if weight > 0 else "the address speaks against"), weight
    submits = (control.tag == "button" and control.type in {"", "submit"}) or control.type in {"submit", "image"}
    if submits and control.form_action:
        for pattern, weight in rule.get("form", {}).items():
            if _pattern(pattern).search(_path(control.form_action)):
                yield ("the form it sends" if weight > 0 else "the form it sends speaks against"), weight
                break
    if submits and rule.get("submit"):
        yield "sends a form", rule["submit"]


def _place(control: Control, rule: Mapping[str, Any]) -> Iterable[tuple[str, float]]:
    if weight := rule.get("areas", {}).get(control.area):
        yield f"lies in {control.area}", weight
    if control.card >= 0 and rule.get("in_card"):
        yield "belongs to a product card", rule["in_card"]
    looks_like_button = (
        control.tag == "button" or control.role == "button" or control.type == "submit" or control.box.height >= 36
    )
    if rule.get("button") and looks_like_button and control.box.width >= 60:
        yield "looks like a button", rule["button"]
    if rule.get("bulk") and control.box.width * control.box.height > 7000:
        yield "large", rule["bulk"]
    if rule.get("popup") and (control.popup or control.expanded is not None):
        yield "opens something", rule["popup"]
    if rule.get("digits") and control.area in {"header", "nav"} and re.search(r"(?:^|\D)\d{1,2}(?:\D|$)", control.text):
        yield "shows a count", rule["digits"]
    dead = control.tag == "a" and (control.href_raw or "").strip() in {"#", "", "javascript:void(0)", "javascript:;"}
    if dead and rule.get("dead"):
        yield "has no address", rule["dead"]


def rank(
    intent: str,
    controls: Iterable[Control],
    language: str,
    more: Callable[[Control], Iterable[tuple[str, float]]] | None = None,
) -> tuple[Ranked, ...]:
    """Weigh controls for an intent; the best come first and those under the intent's least score are left out."""
    rule = _rules()[intent]
    ranked = []
    for control in controls:
        if not control.visible:
            continue
        signals = [*_words(control, rule, language), *_technical(control, rule)]
        if not any(weight > 0 for _why, weight in signals) and not more:
            continue
        signals += _place(control, rule)
        if more:
            signals += more(control)
        if not control.enabled:
            signals.append(("is disabled", -1.0))
        total = round(sum(weight for _why, weight in signals), 2)
        if total >= rule["least"]:
            ranked.append(Ranked(control, total, tuple(f"{why} {weight:+.1f}" for why, weight in signals)))
    ranked.sort(key=lambda one: (-one.score, one.control.box.y, one.control.box.x))
    return tuple(ranked)


def as_candidates(ranked: Iterable[Ranked]) -> tuple[Candidate, ...]:
    """Keep the best candidates for the recording, so that a wrong turn can be explained."""
    return tuple(
        Candidate(
            label=one.control.said[:80],
            selector=one.control.selector[:200],
            score=one.score,
            reasons=one.reasons,
            href=urlsplit(one.control.href)._replace(query="", fragment="").geturl()[:200] if one.control.href else "",
        )
        for one in list(ranked)[:KEPT]
    )
