"""Reading the vocabulary from the package's data files, once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from auditor.vocabulary.tables import read_table
from auditor.vocabulary.vocabulary import Vocabulary
from auditor.vocabulary.words import ConsentManager, Fingerprint, Intent, Platform, WayToPay

__all__ = ["load_vocabulary"]

STAGES = ("awareness", "consideration", "purchase", "use", "loyalty", "exclude", "walk")
_Raw = Mapping[str, Any]


@cache
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary that ships with the package; it is read once and never changes."""
    sources = _read("sources.yaml")
    return Vocabulary(
        languages=tuple(sources["languages"]),
        intents={
            name: _intent(name, stage, raw) for stage in STAGES for name, raw in _read(f"intents/{stage}.yaml").items()
        },
        platforms={name: _platform(name, raw) for name, raw in _read("platforms.yaml").items()},
        fingerprints={name: _fingerprint(name, raw) for name, raw in _read("fingerprints.yaml").items()},
        consent_managers={name: _manager(name, raw) for name, raw in _read("consent.yaml").items()},
        payments={
            key: WayToPay(key, raw["kind"], _tuple(raw, "words"), _tuple(raw, "loose"), _tuple(raw, "logos"))
            for key, raw in _read("payments.yaml").items()
        },
        ambiguous={language: _lists(words) for language, words in sources["ambiguous"].items()},
    )


def _read(name: str) -> _Raw:
    data: _Raw = read_table(name)
    return data


def _tuple(raw: _Raw, key: str) -> tuple[str, ...]:
    return tuple(str(one) for one in raw.get(key) or ())


def _lists(raw: _Raw) -> dict[str, tuple[str, ...]]:
    return {key: tuple(str(one) for one in values) for key, values in raw.items()}


def _intent(name: str, stage: str, raw: _Raw) -> Intent:
    return Intent(
        name=name,
        stage=stage,
        kind=raw["kind"],
        phrases=_lists(raw.get("phrases") or {}),
        slugs=_tuple(raw, "slugs"),
        not_slugs=_tuple(raw, "not_slugs"),
        selectors=_tuple(raw, "selectors"),
        not_phrases=_tuple(raw, "not"),
        whole=_tuple(raw, "whole"),
        stems=_lists(raw.get("stems") or {}),
        anchored=bool(raw.get("anchored", False)),
        note=raw.get("note", ""),
    )


def _platform(name: str, raw: _Raw) -> Platform:
    detect = raw.get("detect") or {}
    return Platform(
        name=name,
        headers=_tuple(detect, "headers"),
        cookies=_tuple(detect, "cookies"),
        js=_tuple(detect, "js"),
        hosts=_tuple(detect, "hosts"),
        dom=_tuple(detect, "dom"),
        html=_tuple(detect, "html"),
        meta=_tuple(detect, "meta"),
        paths=_lists(raw.get("paths") or {}),
        source=raw.get("source", ""),
        note=raw.get("note", ""),
    )


def _fingerprint(name: str, raw: _Raw) -> Fingerprint:
    return Fingerprint(
        name=name,
        category=raw["category"],
        stage=raw["stage"],
        hosts=_tuple(raw, "hosts"),
        cookies=_tuple(raw, "cookies"),
        js_globals=_tuple(raw, "js_globals"),
        dom=_tuple(raw, "dom"),
        meta=_tuple(raw, "meta"),
        note=raw.get("note", ""),
        source=raw.get("source", ""),
    )


def _manager(name: str, raw: _Raw) -> ConsentManager:
    return ConsentManager(
        name=name,
        detect=_tuple(raw, "detect"),
        hosts=_tuple(raw, "hosts"),
        accept=_tuple(raw, "accept"),
        reject=_tuple(raw, "reject"),
        settings=_tuple(raw, "settings"),
        note=raw.get("note", ""),
    )
