"""Checks with the texts of a shop audit, made up for the tests of the report: their bodies are never run."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.check import Check, Scope, Trail, Verdict, passed
from auditor.model import Severity, Stage

__all__ = ["SAMPLE_CHECKS"]


# Mends of weightier checks are made up to be more work.
HEAVY = 7
MESSAGES = {
    "ok": "All is well.",
    "slow": "The largest part of the page is visible after {seconds} s.",
    "count": "{count} of {total} were found to be too small.",
    "wall": "The only way on is a form that demands a password.",
    "missing": "No {what} was found on the pages that were seen.",
    "unreadable": "The form could not be read.",
}


def _body(_trail: Trail, _context: object) -> Verdict:
    return passed("ok")


def _check(name: str, stage: Stage, weight: float, severity: Severity, title: str, failure: str) -> Check:
    return Check(
        id=name,
        stage=stage,
        weight=weight,
        severity=severity,
        scope=Scope.SITE,
        needs=frozenset(),
        title=title,
        failure_title=failure,
        messages=MESSAGES,
        advice=f"Mend {name}: do the plain thing first, then measure again.",
        source="Baymard Institute, checkout studies 2024; WCAG 2.2, success criterion 2.5.8",
        why="Shoppers who are stopped here leave, and few of them come back.",
        page_kinds=(),
        page_stages={},
        viewports=(),
        options={},
        effort="days" if weight > HEAVY else "hours",
        body=_body,
    )


_AWARE, _CONSIDER, _BUY, _USE, _LOYAL = Stage


TITLES = {
    ("load-lcp", Stage.AWARENESS, 10, Severity.MAJOR): ("The page shows fast", "The page shows late"),
    ("load-ttfb", Stage.AWARENESS, 5, Severity.MAJOR): ("The server answers fast", "The server answers late"),
    ("mobile-overflow", Stage.AWARENESS, 6, Severity.MAJOR): ("Pages fit a phone", "Pages move sideways on a phone"),
    ("mobile-tap-targets", Stage.AWARENESS, 5, Severity.MAJOR): ("Buttons are easy to hit", "Buttons are hard to hit"),
    ("https-everywhere", Stage.AWARENESS, 6, Severity.CRITICAL): ("The connection is secure", "It is not secure"),
    ("return-policy-visible", Stage.CONSIDERATION, 9, Severity.CRITICAL): (
        "Terms are found",
        "Return terms are hard to find",
    ),
    ("reviews-shown", Stage.CONSIDERATION, 5, Severity.MINOR): ("Reviews are shown", "No reviews are shown"),
    ("guest-checkout", Stage.PURCHASE, 10, Severity.CRITICAL): ("Open to guests", "Checkout demands an account"),
    ("click-depth", Stage.PURCHASE, 8, Severity.MAJOR): ("Few clicks to the checkout", "Many clicks to the checkout"),
    ("checkout-fields", Stage.PURCHASE, 7, Severity.MAJOR): ("Few fields to fill in", "Many fields to fill in"),
    ("payment-methods", Stage.PURCHASE, 7, Severity.MAJOR): ("Local ways to pay", "A local way to pay is missing"),
    ("add-to-cart-works", Stage.PURCHASE, 8, Severity.CRITICAL): ("Adding to the cart works", "Adding fails"),
    ("contact-channels", Stage.USE, 9, Severity.CRITICAL): ("Help is easy to reach", "Help is hard to reach"),
    ("newsletter-signup", Stage.LOYALTY, 5, Severity.MAJOR): ("The newsletter is simple", "The newsletter asks much"),
    ("loyalty-programme", Stage.LOYALTY, 5, Severity.MAJOR): ("There is a programme", "No loyalty programme"),
}
SAMPLE_CHECKS: Mapping[str, Check] = {key[0]: _check(*key, *titles) for key, titles in TITLES.items()}
