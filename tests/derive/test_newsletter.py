"""Sign-ups to a newsletter in whatever markup they come, and forms for an e-mail address that are something else."""

import pytest

from auditor.model import FirstScreenSeen, LayerSeen
from tests.checks.recorded import page, recording, result


def present(body: str, *, lang: str = "fi") -> bool:
    value = result("newsletter-signup", recording(page("home", body, lang=lang), languages=(lang,))).value
    return bool(value["present"])


@pytest.mark.parametrize(
    ("kind", "text", "present"),
    [
        ("newsletter", "Skriv dig op til nyhedsbrevet. E-mail Tilmeld", True),
        ("newsletter", "Sign up and save. E-mail No thanks", False),
        ("consent", "Cookies og nyhedsbrev", False),
    ],
)
def test_a_sign_up_that_only_pops_up_is_known_from_the_first_seconds(kind: str, text: str, present: bool) -> None:
    layer = LayerSeen(kind=kind, selector="#pop", text=text)
    watched = FirstScreenSeen(url="https://kauppa.example/", seconds=6, layers=(layer,))

    value = result("newsletter-signup", recording(page("home", "<p>Velkommen</p>"), probed=(watched,))).value

    assert (value["present"], value["via"]) == (present, "popup" if present else None)


def test_of_a_sign_up_that_was_not_read_nothing_is_said_to_be_missing() -> None:
    layer = LayerSeen(kind="newsletter", selector="#pop", text="Tilaa uutiskirje")
    watched = FirstScreenSeen(url="https://kauppa.example/", seconds=6, layers=(layer,))

    only = result("newsletter-signup", recording(page("home", "<p>Hei</p>"), probed=(watched,)))

    assert (only.message, only.data.get("missing")) == ("unread", None)


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        # A placeholder or the button's text is all that tells.
        ("fi", '<form><input type="email" placeholder="Sähköpostiosoite"><button>Tilaa uutiskirje</button></form>'),
        ("sv", '<form><input type="email" placeholder="Din e-post"><button>Prenumerera</button></form>'),
        ("en", '<form><input type="email" placeholder="you@shop.example"><button>Subscribe</button></form>'),
        ("da", '<form><input name="mail" placeholder="E-mail"><button>Tilmeld</button></form>'),
        ("nb", '<form><input name="epost" placeholder="E-post"><button>Meld deg på</button></form>'),
        # The words stand around the form, the promise names no newsletter.
        ("en", '<div><h2>A free sample?</h2><p>Join 4,000 tea lovers.</p><form><input type="email"></form></div>'),
        # One form around the whole page, as ASP.NET makes it: the field's own name, a link for a button.
        (
            "fi",
            '<form><div><input name="a"><input name="b"><input name="c"><input name="d"><input name="e">'
            '<input name="f"></div><p>Vinkit sähköpostiin: <input name="ctl00$uutiskirje" title="Sähköpostiosoite">'
            '<a href="javascript:x()">Liity</a></p></form>',
        ),
        # No form at all.
        (
            "et",
            '<div>Liitu uudiskirjaga<br><input placeholder="Sinu e-post"><button type="button">Liitu</button></div>',
        ),
        ("de", '<div><p>Newsletter</p><input type="email"><span role="button">Anmelden</span></div>'),
        # Marks of a service for letters.
        ("en", '<form id="mc-embedded-subscribe-form"><input type="email" name="EMAIL"><button>→</button></form>'),
    ],
)
def test_sign_ups(lang: str, body: str) -> None:
    assert present(f"<footer>{body}</footer>", lang=lang)


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", '<form><p>Log in or sign up</p><input type="email"><button>Continue</button></form>'),
        ("en", '<form><p>Forgot your password?</p><input type="email"><button>Join us again</button></form>'),
        ("fi", '<form><p>Seuraa tilausta</p><input type="email"><button>Tilaa ilmoitus</button></form>'),
        ("sv", '<form><p>Bevaka</p><input type="email"><button>Prenumerera</button></form>'),
        ("fi", '<form><p>Ilmoita kun tuotetta on taas</p><input type="email"><button>Tilaa</button></form>'),
        ("fi", '<form><input name="q" placeholder="Hae uutiskirjeistä"></form>'),
        ("en", '<form><label>Name<input name="n"></label><input type="email"><textarea></textarea></form>'),
        (
            "de",
            '<div><h2>Drehen &amp; gewinnen!</h2><form><input type="email"><button>Rad drehen</button></form></div>',
        ),
    ],
)
def test_other_forms_for_an_address(lang: str, body: str) -> None:
    assert not present(f"<main>{body}</main>", lang=lang)
