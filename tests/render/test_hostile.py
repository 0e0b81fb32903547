"""What the audited site says stays text: no markup, no odd links, no marks that turn the page, no endless words."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from auditor.model import (
    Audit,
    AuditPage,
    AuditSite,
    Evidence,
    Fetched,
    LcpElement,
    Offender,
    PageKind,
    ViewportName,
)
from auditor.view.safe import address, clean
from tests.render.audits import SEARCHED, result, rich_audit
from tests.render.conftest import Render

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "template": "{{ 7*7 }}{% for x in y %}{0.__class__}{label!r}",
    "entity": "&lt;b&gt;&#0;",
    "bidi": "\u202egnp.exe\u2066abc\u200f",
    "nul": "a\x00b\x1bc\x85",
    "surrogate": "a\ud800b",
    "emoji": "🛒👩🏽‍🦱🇫🇮",
    "long": "x" * 10_000,
    "zalgo": "e" + "\u0301" * 5000,
}


def audit_with(text: str) -> Audit:
    proof = Evidence(page="p1", selector=text, excerpt=text)
    page = AuditPage(
        id="p1",
        url=f"https://shop.example/{text}",
        kind=PageKind.HOME,
        viewport=ViewportName.MOBILE,
        status=200,
        title=text,
        depth=0,
    )
    journeys = {
        name: walk.model_copy(
            update={
                "reason": text,
                "steps": tuple(
                    step.model_copy(update={"label": text, "url": text, "kind": text}) for step in walk.steps
                ),
                "product": walk.product.model_copy(update={"name": text, "price": text, "url": text})
                if walk.product
                else None,
                "refusals": (text,),
                "verified_by": (text,),
            }
        )
        for name, walk in rich_audit().journeys.items()
    }
    return rich_audit(
        site=AuditSite(url=f"https://shop.example/{text}", name=text, languages=(text,), country=text, platform=text),
        pages=(page,),
        results=(
            result(
                "guest-checkout",
                "missing",
                0,
                evidence=(proof,),
                what=text,
                offenders=(Offender(selector=text, text=text, detail=text),),
                searched=SEARCHED.model_copy(update={"seen": ("p1",), "words": {text: (text,)}}),
            ),
            result("load-lcp", "no-such-message", 10).model_copy(
                update={"text_en": text, "check": text, "value": text}
            ),
        ),
        journeys=journeys,
        measurements=tuple(
            one.model_copy(
                update={
                    "fetched": (Fetched(name=text, start_ms=0, third_party=True), Fetched(name=text, start_ms=1)),
                    "lcp_element": LcpElement(selector=text, url=text, text=text),
                    "url": text,
                }
            )
            for one in rich_audit().measurements
        ),
        sentence=text,
        problem=text,
        profile=text,
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_words_of_the_site_stay_text(render: Render, name: str) -> None:
    html = render(audit_with(HOSTILE[name]))
    plain = render()
    page = BeautifulSoup(html, "lxml")

    html.encode("utf-8")
    assert len(page.find_all("script")) == 1
    assert not page.find_all("img")
    assert not [tag for tag in page.find_all(True) if any(key.startswith("on") for key in tag.attrs)]
    assert "\x00" not in html
    assert "\u202e" not in html
    assert "x" * 1000 not in html
    assert len(html) < len(plain) + 100_000


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//shop.example/",
        "file:///etc/passwd",
        "",
        "https://",
        "https://user:pass@shop.example/",
        "https://shop.example/\n",
        "https://shop.example/\u202e",
        "http://[broken",
        "https://shop.example/" + "a" * 3000,
    ],
)
def test_odd_address_is_no_link(url: str) -> None:
    assert address(url).href is None


def test_links_out_give_nothing_away(render: Render) -> None:
    links = [link for link in BeautifulSoup(render(), "lxml").find_all("a") if not link["href"].startswith("#")]

    assert links
    assert all(link["href"].startswith("https://") for link in links)
    assert all({"noopener", "noreferrer", "nofollow"} <= set(link["rel"]) for link in links)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a \n b\tc ", "a b c"),
        ("a\u202eb", "ab"),
        ("x" * 400, "x" * 299 + "…"),
        ("👩🏽‍🦱", "👩🏽‍🦱"),
        ("a\x00b", "ab"),
        ("", ""),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected
