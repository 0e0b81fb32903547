"""Shop words per language, platforms, services, consent managers and ways to pay: data, not code."""

from auditor.vocabulary.load import load_vocabulary
from auditor.vocabulary.text import fold, folds, normalise
from auditor.vocabulary.vocabulary import Vocabulary
from auditor.vocabulary.words import ConsentManager, Fingerprint, Intent, Match, Platform, WayToPay

__all__ = [
    "ConsentManager",
    "Fingerprint",
    "Intent",
    "Match",
    "Platform",
    "Vocabulary",
    "WayToPay",
    "fold",
    "folds",
    "load_vocabulary",
    "normalise",
]
