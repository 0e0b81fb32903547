"""Whether a visitor can subscribe to a newsletter: a form in sight, a link to one, or a form that pops up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.derive.page.digest import digest_of, site_language
from auditor.derive.page.fields import TEXT_TYPES, is_newsletter
from auditor.derive.page.forms import FormText
from auditor.derive.sees import Sees
from auditor.derive.text.same_page import leads_somewhere
from auditor.model import Evidence, Field, FirstScreenSeen, PageKind, Visit
from auditor.vocabulary import load_vocabulary
from auditor.vocabulary.wordings import wording

__all__ = ["Newsletter", "asked_for_newsletter", "newsletter_of"]

MOST_TYPED = 4
_NOT_HERE = frozenset({PageKind.CHECKOUT, PageKind.LOGIN, PageKind.CART})
_APART = re.compile(r"[/_\-.?&=$\[\]]+")


@dataclass(frozen=True)
class Newsletter:
    """A newsletter sign-up as seen; ``via`` is form, link or popup, ``read`` says that its form was read."""

    present: bool = False
    via: str | None = None
    typed: int = 1
    benefit: bool = False
    pre_ticked: bool = False
    privacy_link: bool = False
    read: bool = False
    evidence: tuple[Evidence, ...] = ()


def newsletter_of(sees: Sees, visits: Sequence[Visit]) -> Newsletter:
    """Look for a newsletter sign-up: a form a visitor sees, else a link to one, else a form that only pops up."""
    hidden: Newsletter | None = None
    for visit in asked_for_newsletter(visits):
        form = next((one for one in digest_of(sees, visit).forms if _signs_up(one)), None)
        seen = [one for one in visit.facts.fields if one.visible and _takes_mail(one)]
        field = next((one for one in seen if form or is_newsletter(one) or _stands_alone(one, visit)), None)
        if field:
            return _signup(visit, form, field)
        hidden = hidden or (_signup(visit, form, None) if form else None)
    return _newsletter_link(sees, visits) or hidden or _popped_up(sees, visits) or Newsletter()


def asked_for_newsletter(visits: Sequence[Visit]) -> tuple[Visit, ...]:
    """Return the pages on which a sign-up is looked for; an address asked for in the checkout is none."""
    return tuple(one for one in visits if one.kind not in _NOT_HERE)


def _signs_up(form: FormText) -> bool:
    """Say whether a form is a sign-up: it speaks of a newsletter, or asks for one address and says to join."""
    if not form.emails or form.passwords or form.areas or form.typed > MOST_TYPED:
        return False
    if wording("not_a_newsletter").search(form.text):
        return False
    marks = f"{form.action} {form.marks}"
    if wording("newsletter_named").search(f"{form.text} {marks} {form.around}"):
        return True
    if form.typed != 1 or wording("other_errand").search(f"{form.text} {form.around}"):
        return False
    return bool(wording("subscribing").search(f"{form.text} {_APART.sub(' ', marks)} {form.around}"))


def _stands_alone(field: Field, visit: Visit) -> bool:
    """Say whether the only field of its form is one for a newsletter by its heading, as where no body tells."""
    with_it = [one for one in visit.facts.fields if one.form == field.form and one.type in TEXT_TYPES and one.visible]
    told = f"{field.above or field.heading} {field.label} {field.placeholder}"
    return len(with_it) == 1 and wording("newsletter_named").search(told) is not None


def _takes_mail(field: Field) -> bool:
    said = f"{field.label} {field.placeholder} {field.name} {field.id}".lower()
    return field.type == "email" or (
        field.type == "text" and (is_newsletter(field) or bool(re.search(r"e-?mail|sähköposti|e-?post|meili", said)))
    )


def _signup(visit: Visit, form: FormText | None, field: Field | None) -> Newsletter:
    words = load_vocabulary()
    told = f"{form.text} {form.around}" if form else visit.facts.text
    links = form.links if form else ()
    excerpt = (field.label or field.placeholder or field.name) if field else ""
    evidence = Evidence(
        page=visit.id,
        selector=field.selector if field else "",
        excerpt=excerpt or (form.text[:120] if form else ""),
        screenshot=visit.screenshot,
    )
    return Newsletter(
        present=True,
        via="form" if field else "popup",
        typed=form.typed if form else 1,
        benefit=bool(wording("newsletter_benefit").search(told)) if form else False,
        pre_ticked=bool(form and form.ticked),
        privacy_link=any(words.slug("privacy", one.href) or words.match("privacy", one.text) for one in links),
        read=form is not None,
        evidence=(evidence,),
    )


def _popped_up(sees: Sees, visits: Sequence[Visit]) -> Newsletter | None:
    """Find the sign-up in a layer that came over the home page while its first seconds were watched."""
    home = next((one for one in visits if one.kind is PageKind.HOME), None)
    watched = next(iter(sees.recording.probes(FirstScreenSeen)), None)
    if home is None or watched is None:
        return None
    offers = (one for one in watched.layers if one.kind == "newsletter")
    layer = next((one for one in offers if load_vocabulary().mentions("newsletter", one.text)), None)
    if layer is None:
        return None
    proof = Evidence(page=home.id, selector=layer.selector, excerpt=layer.text[:120], screenshot=watched.screenshot)
    return Newsletter(present=True, via="popup", evidence=(proof,))


def _newsletter_link(sees: Sees, visits: Sequence[Visit]) -> Newsletter | None:
    words = load_vocabulary()
    for visit in visits:
        for link in visit.facts.links:
            hit = words.match("newsletter", link.said, site_language(sees, visit))
            about = (
                hit is not None and hit.strength >= 0.7 and (" " in hit.phrase or words.slug("newsletter", link.href))
            )
            if about and (link.visible or link.revealed) and leads_somewhere(link.href):
                evidence = Evidence(page=visit.id, selector=link.selector, excerpt=link.said)
                return Newsletter(present=True, via="link", evidence=(evidence,))
    return None
