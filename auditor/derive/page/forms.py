"""The forms of a page's body, and what works as one without being a form: the words in and around it, what it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from auditor.derive.page.markup import Anchor, anchors_of, text_of

__all__ = ["FormText", "forms_of"]

_UNTYPED = ("hidden", "submit", "button", "image", "reset")
_NAMED = ("name", "id", "placeholder", "aria-label", "autocomplete", "title")
_MAIL = re.compile(r"e-?mail|sähköposti|sahkoposti|e-?post|meili", re.IGNORECASE)
_LETTERS = re.compile(r"uutiskirje|nyhetsbrev|nyhedsbrev|newsletter|uudiskiri", re.IGNORECASE)
_PRESSED = ".//button | .//input[@type='submit' or @type='button' or @type='image'] | .//a | .//*[@role='button']"
MAX_FORMS = 40
# A form that asks for more is no sign-up by itself: on some platforms one form wraps the whole page.
MANY_TYPED = 6
MAX_UP = 8


@dataclass(frozen=True)
class FormText:
    """A form of the page's body: the words in and around it, its technical names (``marks``), what it asks for."""

    action: str
    text: str
    around: str
    typed: int
    emails: int
    passwords: int
    areas: int
    ticked: int
    links: tuple[Anchor, ...] = ()
    marks: str = ""


def forms_of(page: HtmlElement, url: str) -> Iterator[FormText]:
    """Yield the forms of a page, then each e-mail field that stands with its button outside them or in a wide one."""
    forms = list(page.iter("form"))[:MAX_FORMS]
    for form in forms:
        yield _form_of(form, url)
    seen: set[HtmlElement] = set()
    for field in [one for one in page.iter("input") if _takes_mail(one)][:MAX_FORMS]:
        inside = next(iter(field.iterancestors("form")), None)
        if inside is not None and len(_typed(inside)) <= MANY_TYPED:
            continue
        box = _box_of(field)
        if box is not None and box not in seen:
            seen.add(box)
            yield _form_of(box, url)


def _box_of(field: HtmlElement) -> HtmlElement | None:
    """Return the nearest block around a field that holds something to press, and few other fields."""
    for _count, up in zip(range(MAX_UP), field.iterancestors(), strict=False):
        if up.tag in {"body", "form"} or len(_typed(up)) > MANY_TYPED:
            return None
        if any(one is not field for one in up.xpath(_PRESSED)):
            return up
    return None


def _typed(root: HtmlElement) -> list[HtmlElement]:
    inputs = (one for one in root.iter("input", "textarea", "select") if (one.get("type") or "") not in _UNTYPED)
    return [one for one in inputs if (one.get("type") or "text") not in ("checkbox", "radio")]


def _takes_mail(field: HtmlElement) -> bool:
    kind = field.get("type") or "text"
    named = " ".join(str(field.get(key)) for key in _NAMED)
    own = f"{field.get('name')} {field.get('id')}"
    return kind == "email" or (kind == "text" and bool(_MAIL.search(named) or _LETTERS.search(own)))


def _form_of(form: HtmlElement, url: str) -> FormText:
    typed = _typed(form)
    mails = [one for one in typed if _takes_mail(one)]
    spoken = " ".join(
        str(text) for text in form.xpath(".//@placeholder | .//@aria-label | .//input[@type='submit']/@value")
    )
    more = len(form.text_content().strip()) + 8
    around = next((text for up in form.iterancestors() if len(text := text_of(up, chrome=True)) > more), "")
    marks = (str(one.get(key) or "") for one in (form, *mails) for key in ("id", "name", "class"))
    return FormText(
        action=(form.get("action") or "")[:300],
        text=f"{text_of(form, chrome=True)}\n{spoken}"[:800],
        around=around[:600] if len(around) < 1500 else "",
        typed=len(typed),
        emails=len(mails),
        passwords=len(form.xpath(".//input[@type='password']")),
        areas=len(form.xpath(".//textarea")),
        ticked=len(form.xpath(".//input[@type='checkbox' and @checked]")),
        links=tuple(anchors_of(form, url))[:20],
        marks=" ".join(marks)[:400],
    )
