"""What on a shop's pages has died: the closed platform for disputes, repealed acts, years gone by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from auditor.derive.page.digest import digest_of
from auditor.derive.sees import Sees
from auditor.derive.service.service_pages import each_page, pointing_at
from auditor.model import Evidence, PageKind, Visit
from auditor.vocabulary.duties import duty_of
from auditor.vocabulary.wordings import wording, wording_pieces

__all__ = ["closed_platform", "copyright_year", "repealed_act"]

AROUND = 160
NOTICE_CHARS = 400
_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:\s*[-–/]\s*((?:19|20)?\d\d))?\b")


def closed_platform(sees: Sees, visits: Sequence[Visit], day: date) -> Evidence | None:
    """Return where a page points at the EU's closed platform for disputes; news of its closing is none."""
    if duty_of("odr_closed", sees.site.country, day) is None:
        return None
    hosts = wording("odr_hosts")
    for visit in each_page(visits):
        digest = digest_of(sees, visit)
        if any(_told_closed(digest.text, hit.start(), hit.end()) for hit in wording("odr_words").finditer(digest.text)):
            continue
        link = next((one for one in digest.anchors if hosts.search(one.href)), None)
        if link:
            return pointing_at(visit, f"{link.text} {link.href}", f"a[href='{link.href}']")
        hit = hosts.search(digest.text)
        if hit and not _told_closed(digest.text, hit.start(), hit.end()):
            return pointing_at(visit, _line(digest.text, hit.start()))
    return None


def repealed_act(sees: Sees, visits: Sequence[Visit], day: date) -> Evidence | None:
    """Return where a page rests on an act that holds no longer, or on a notice of that time and nothing newer."""
    duty = duty_of("repealed_data_act", sees.site.country, day)
    if duty is None:
        return None
    named = re.compile("|".join(duty.more["words"]), re.IGNORECASE)
    for visit in each_page(visits):
        text = digest_of(sees, visit).text
        hit = named.search(text)
        if hit and not _told_closed(text, hit.start(), hit.end()):
            return pointing_at(visit, _line(text, hit.start()))
        notice = wording("old_notice").search(text) if visit.kind is PageKind.PRIVACY else None
        if notice and len(text) >= NOTICE_CHARS and not wording("new_data_rules").search(text):
            return pointing_at(visit, _line(text, notice.start()))
    return None


def copyright_year(sees: Sees, visits: Sequence[Visit]) -> tuple[int, Evidence] | None:
    """Return the latest year behind a copyright sign on the home page."""
    sign = re.compile(rf"(?:{wording_pieces('copyright_sign')})[^\n]{{0,60}}", re.IGNORECASE)
    for visit in (one for one in visits if one.kind is PageKind.HOME):
        for hit in sign.finditer(digest_of(sees, visit).text):
            years = [_year(found) for found in _YEARS.finditer(hit.group())]
            if years:
                return max(years), pointing_at(visit, hit.group())
    return None


def _year(found: re.Match[str]) -> int:
    first, last = found[1], found[2]
    return int(first) if not last else int(last) if len(last) == 4 else int(first[:2] + last)


def _told_closed(text: str, start: int, end: int) -> bool:
    return bool(wording("closed_words").search(text[max(0, start - AROUND) : end + AROUND]))


def _line(text: str, at: int) -> str:
    start = max(text.rfind("\n", 0, at), at - AROUND) + 1
    end = text.find("\n", at)
    return text[max(0, start) : end if end >= 0 else None]
