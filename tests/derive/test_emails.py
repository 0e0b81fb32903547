"""E-mail addresses as shops write them to keep harvesters off, and what only looks like one."""

import pytest

from auditor.derive.text.emails import emails_in


@pytest.mark.parametrize(
    "text",
    [
        "info@kauppa.fi.",
        "info(at)kauppa.fi",
        "info [at] kauppa [dot] fi",
        "info (ät) kauppa.fi",
        "info(ä)kauppa.fi",
        "info[a]kauppa.fi",
        "info (miukumauku) kauppa (piste) fi",
        "info (snabel-a) kauppa (punkt) fi",
        "info{at}kauppa.fi",
        "info @ kauppa.fi",
        "info AT kauppa DOT fi",
        "Sähköposti: info at kauppa.fi",
        "E-post info at kauppa punkt fi",
        "info\u200b@kauppa.fi",
        "info\uff20kauppa.fi",
    ],
)
def test_spellings_of_an_address(text: str) -> None:
    assert emails_in(text) == ("info@kauppa.fi",)


@pytest.mark.parametrize(
    "text",
    [
        "Tavataan at kauppa.fi",
        "follow us @kauppa.fi on Instagram",
        "5 kpl @ 3.50 €",
        "etunimi.sukunimi@kauppa.fi",
        "fornamn.efternamn@butik.se",
        "logo@2x.png",
        "[email protected]",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert emails_in(text) == ()


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("mailto:info@kauppa.fi?subject=Hei", "info@kauppa.fi"),
        ("MAILTO:%69nfo@kauppa.fi", "info@kauppa.fi"),
        ("mailto:info@kauppa.fi;muu@kauppa.fi", "info@kauppa.fi"),
        ("https://kauppa.fi/cdn-cgi/l/email-protection#543d3a323b143f21217a323d", "info@kuu.fi"),
    ],
)
def test_links_to_an_address(href: str, address: str) -> None:
    assert emails_in("", (href,)) == (address,)


@pytest.mark.parametrize("href", ["mailto:", "mailto:?subject=Hei", "/cdn-cgi/l/email-protection#zz", "tel:1"])
def test_links_to_nobody(href: str) -> None:
    assert emails_in("", (href,)) == ()
