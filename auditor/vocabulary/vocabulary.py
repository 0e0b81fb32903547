"""The shop words as one object, which says whether a label or an address means an intent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

from auditor.vocabulary.text import folds, normalise, words_of
from auditor.vocabulary.words import ConsentManager, Fingerprint, Intent, Match, Platform, WayToPay

__all__ = ["Vocabulary"]

REMEMBERED = 32_768
EXACT, PREFIX, CONTAINED, CONTAINED_SHORT = 1.0, 0.8, 0.6, 0.4
ENGLISH, OTHERS = 0.95, 0.9
LONGEST_LABEL = 6
GAP = " * "  # in a phrase: some words, as in "add * to cart"
LONGEST_PREFIXED_LABEL = 8
SHORT_PHRASE = 4
_ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp|do)$")
_ROUTE = re.compile(r"[a-z][\w-]*(?:/[a-z][\w-]*)+", re.IGNORECASE)


@dataclass(frozen=True)
class _Phrase:
    text: str
    language: str
    head: str
    whole: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compile only what a text may hold: most of thousands of phrases are never met."""
        return _as_words(self.text)


@dataclass(frozen=True)
class Vocabulary:
    """Shop words, platforms, services, consent managers and ways to pay; read-only."""

    languages: tuple[str, ...]
    intents: Mapping[str, Intent]
    platforms: Mapping[str, Platform]
    fingerprints: Mapping[str, Fingerprint]
    consent_managers: Mapping[str, ConsentManager]
    payments: Mapping[str, WayToPay]
    ambiguous: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def match(self, intent: str, label: str, language: str = "en") -> Match | None:
        """Say how surely a control's label means the intent; None where it does not, or a "not" phrase refuses it.

        The whole label counts 1, its beginning 0.8, a part of a label of up to six words 0.6 (0.4 for one short word);
        words of the page's language count in full, English ones 0.95, others 0.9.
        """
        return self._matched(intent, label, language)

    @cached_property
    def _matched(self) -> Callable[[str, str, str], Match | None]:
        """Remember the answers: a shop says the same on every page."""
        return lru_cache(maxsize=REMEMBERED)(self._match)

    def _match(self, intent: str, label: str, language: str) -> Match | None:
        text = normalise(label)
        if not text or intent not in self._phrases:
            return None
        found = (
            self._try(intent, text, len(words_of(text)), phrase, language[:2].lower())
            for phrase in self._phrases[intent]
        )
        best = max((hit for hit in found if hit), key=lambda hit: (hit.strength, len(hit.phrase)), default=None)
        stem = self._stem(intent, text, language[:2].lower())
        if stem and (best is None or stem.strength > best.strength):
            best = stem
        return best if best and not self._refused(intent, text, best) else None

    def best(self, label: str, language: str, intents: tuple[str, ...]) -> Match | None:
        """Return the strongest match of several intents; on a tie the one named first."""
        hits = [hit for intent in intents if (hit := self.match(intent, label, language))]
        return max(hits, key=lambda hit: hit.strength, default=None)

    def mentions(self, intent: str, text: str) -> str | None:
        """Return the intent's phrase that running text contains as whole words, in any language, else None."""
        lowered = " ".join(text.lower().split())
        return next(
            (one.text for one in self._phrases.get(intent, ()) if one.head in lowered and one.pattern.search(lowered)),
            None,
        )

    def slug(self, intent: str, url: str) -> bool:
        """Say whether the address speaks of the intent: path segments compared, percent-decoded, umlauts folded."""
        return self._slugged(intent, url)

    @cached_property
    def _slugged(self) -> Callable[[str, str], bool]:
        return lru_cache(maxsize=REMEMBERED)(self._slug)

    def _slug(self, intent: str, url: str) -> bool:
        known = self.intents[intent]
        segments, query = _parts(url)
        if any(_slug_fits(slug, segments, query, anchored=False) for slug in known.not_slugs):
            return False
        if any(_slug_fits(slug, segments, query, anchored=known.anchored) for slug in known.slugs):
            return True
        routed = [] if known.anchored else _routed(segments, query)
        return bool(routed) and any(_slug_fits(slug, routed, query, anchored=False) for slug in known.slugs)

    def service(self, host: str, path: str = "/") -> Fingerprint | None:
        """Return the service that answers at a host, or at that path of it."""
        return self._served(f"{host.lower()}{path}")

    @cached_property
    def _served(self) -> Callable[[str], Fingerprint | None]:
        return lru_cache(maxsize=REMEMBERED)(self._service)

    def _service(self, address: str) -> Fingerprint | None:
        return next(
            (known for known in self.fingerprints.values() if any(_host_fits(one, address) for one in known.hosts)),
            None,
        )

    @cached_property
    def _phrases(self) -> Mapping[str, tuple[_Phrase, ...]]:
        return {name: tuple(_compiled(intent)) for name, intent in self.intents.items()}

    def _try(self, intent: str, text: str, words: int, phrase: _Phrase, language: str) -> Match | None:
        factor = 1.0 if phrase.language == language else ENGLISH if phrase.language == "en" else OTHERS
        if text == phrase.text:
            return Match(intent, phrase.text, phrase.language, EXACT * factor, "exact")
        if phrase.whole or words > LONGEST_PREFIXED_LABEL or phrase.head not in text:
            return None
        hit = phrase.pattern.search(text)
        if not hit:
            return None
        if hit.start() == 0 and len(phrase.text) > 2:
            return Match(intent, phrase.text, phrase.language, PREFIX * factor, "prefix")
        if words > LONGEST_LABEL:
            return None
        part = CONTAINED if len(phrase.text) > SHORT_PHRASE else CONTAINED_SHORT
        return Match(intent, phrase.text, phrase.language, part * factor, "contained")

    def _stem(self, intent: str, text: str, language: str) -> Match | None:
        words = words_of(text)
        if len(words) > LONGEST_LABEL:
            return None
        for spoken, stems in self.intents[intent].stems.items():
            factor = 1.0 if spoken == language else OTHERS
            for stem in stems:
                if text.startswith(stem):
                    return Match(intent, stem, spoken, PREFIX * factor, "stem")
                if any(word.strip("()[],.&-/").startswith(stem) for word in words):
                    return Match(intent, stem, spoken, CONTAINED * factor, "stem")
        return None

    def _refused(self, intent: str, text: str, best: Match) -> bool:
        return any(not_this.search(text) and not not_this.search(best.phrase) for not_this in self._refusals[intent])

    @cached_property
    def _refusals(self) -> Mapping[str, tuple[re.Pattern[str], ...]]:
        return {
            name: tuple(_as_words(normalise(one)) for one in intent.not_phrases)
            for name, intent in self.intents.items()
        }


def _as_words(phrase: str) -> re.Pattern[str]:
    wording = re.escape(phrase).replace(re.escape(GAP), r" .{1,60}? ")
    return re.compile(rf"(?<!\w){wording}(?!\w)")


def _compiled(intent: Intent) -> Iterator[_Phrase]:
    for language, phrases in intent.phrases.items():
        for phrase in phrases:
            text = normalise(phrase)
            yield _Phrase(text, language, text.partition(GAP)[0], phrase in intent.whole)


def _parts(url: str) -> tuple[list[frozenset[str]], dict[str, str]]:
    split = urlsplit(url)
    if split.fragment.startswith(("/", "!/")):  # a route of a page drawn by script
        split = urlsplit(split.fragment.removeprefix("!"))
    segments = [folds(_ENDING.sub("", unquote(part).lower())) for part in split.path.split("/") if part]
    return segments, dict(parse_qsl(split.query, keep_blank_values=True))


def _routed(segments: list[frozenset[str]], query: Mapping[str, str]) -> list[frozenset[str]]:
    """Return the last word of a route that a front controller is asked for: "index.php?route=product/category"."""
    route = next(iter(query.values()), "")
    is_front = not segments or (len(segments) == 1 and "index" in segments[0])
    return [folds(route.rpartition("/")[2].lower())] if is_front and _ROUTE.fullmatch(route) else []


def _slug_fits(slug: str, segments: list[frozenset[str]], query: Mapping[str, str], *, anchored: bool) -> bool:
    split = urlsplit(slug)
    wanted = [_ENDING.sub("", part.lower()) for part in split.path.split("/") if part]
    asked = dict(parse_qsl(split.query, keep_blank_values=True))
    if any(key not in query or (value and query[key].lower() != value.lower()) for key, value in asked.items()):
        return False
    if not wanted:
        return bool(asked) or (anchored and not segments)
    spots = range(len(segments) - len(wanted) + 1)
    deeper = split.path.endswith("/")
    for start in spots:
        if all(want in have for want, have in zip(wanted, segments[start:], strict=False)):
            ends = start + len(wanted) == len(segments)
            if anchored and (start or not ends):
                continue
            if ends or deeper:
                return True
    return False


def _host_fits(pattern: str, address: str) -> bool:
    if pattern.startswith("/"):
        return pattern in address
    if pattern.startswith("*."):
        host = address.partition("/")[0]
        return host == pattern[2:] or host.endswith(pattern[1:])
    host, slash, path = pattern.partition("/")
    seen, _slash, rest = address.partition("/")
    return (seen == host or seen.endswith("." + host)) and (not slash or rest.startswith(path))
