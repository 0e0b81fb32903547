"""Sentences at the door of checkout about accounts: who may order, and what an e-mail address opens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.vocabulary.denied import denied, sentence_of
from auditor.vocabulary.wordings import wording

__all__ = ["demands_account", "demands_login", "mails_a_code", "opens_an_account"]

# How many words before and behind may deny it: "if you have no account, you must register" denies nothing.
NEEDED, OPENED, MAILED = (2, 0), (3, 1), (1, 0)


def demands_account(text: str, before: str = "") -> str:
    """Give the words by which a shop says that nobody orders without an account, or an empty text.

    Here and below, a sentence that stood in the text ``before`` says nothing of this one.
    """
    never = _elsewhere(wording("no_order_without_account").finditer(text), "another_purpose", before)
    only = _elsewhere(_said("account_to_order", text, NEEDED), "another_purpose", before)
    return next(never, "") or next(only, "")


def demands_login(text: str, before: str = "") -> str:
    """Give the words by which a shop says that an order takes a login, or an empty text."""
    return next(_elsewhere(_said("login_demanded", text, NEEDED), "another_purpose", before), "")


def opens_an_account(text: str, before: str = "") -> str:
    """Give the words by which a shop says that an e-mail address opens an account, or an empty text."""
    opened = _elsewhere(_said("account_by_mail", text, OPENED), "by_choice", before)
    return next(opened, "") or next(_elsewhere(wording("account_if_none").finditer(text), "by_choice", before), "")


def mails_a_code(text: str) -> str:
    """Give the words by which a shop says that it mails a code or a link to sign in, or an empty text."""
    return next(_elsewhere(_said("code_by_mail", text, MAILED), "code_of_another_kind"), "")


def _said(name: str, text: str, reach: tuple[int, int]) -> Iterator[re.Match[str]]:
    before, after = reach
    places = wording(name).finditer(text)
    return (one for one in places if not denied(text, one, before=before, after=after, clause=True, within=True))


def _elsewhere(places: Iterator[re.Match[str]], name: str, before: str = "") -> Iterator[str]:
    """Leave out the places in whose sentence something turns the meaning, and sentences that stood there before."""
    old = _in_one_line(before)
    for one in places:
        sentence = sentence_of(one.string, one)
        if not wording(name).search(sentence) and not (old and _in_one_line(sentence) in old):
            yield one.group()


def _in_one_line(text: str) -> str:
    return " ".join(text.lower().split())
