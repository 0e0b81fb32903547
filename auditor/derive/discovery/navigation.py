"""How a shop is browsed: its menu on each screen, whether the menu works, breadcrumbs, the way to a category."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.derive.page.digest import digest_of
from auditor.derive.page.structured import type_of
from auditor.derive.sees import Sees
from auditor.derive.text.same_page import leads_somewhere, same_page
from auditor.model import Button, Evidence, KeyboardSeen, Link, PageKind, ViewportName, Visit
from auditor.vocabulary import load_vocabulary

__all__ = ["Crumbs", "Menu", "crumbs_of", "keyboard_menu", "menu_of"]

FEWEST = 2
MENU = frozenset({"nav", "header"})
SURE = 0.7
BESIDE = 0.5
# What stands beside a menu and is no part of it.
_BESIDE = (
    "cart", "checkout", "log_in", "account", "create_account", "wishlist", "search", "contact", "customer_service",
    "returns", "delivery", "terms", "privacy", "faq_help", "imprint_company", "home", "skip_link", "newsletter",
    "stores_hours", "track_order",
)  # fmt: skip
# A cart with its sum, and a choice of language, country or currency.
_NO_GOODS = re.compile(
    r".*\d[.,]\d{2}\b.*|.*[€£$]\s?\d.*|(?:en|fi|sv|se|no|nb|da|dk|de|et|ee|gb|uk|us|eur|sek|nok|dkk|gbp|usd)\b\W*[€£$]?",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Menu:
    """The menu of goods on one screen: its entries, those of them that say nothing, and clicks to a category.

    ``untried`` says that a press may show more: entries are in the page, but neither in sight nor known to come with
    one press, or a button opens a menu.
    """

    entries: tuple[Link, ...] = ()
    silent: int = 0
    untried: bool = False
    opened: bool = False
    visible: bool = False
    category_clicks: int | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Crumbs:
    """Breadcrumbs on pages of goods: shown to visitors, or told to search engines alone."""

    shown: bool = False
    told: bool = False
    evidence: tuple[Evidence, ...] = ()


def menu_of(visits: Sequence[Visit], viewport: ViewportName) -> Menu | None:
    """Read the menu of the home page on one screen; None where that page was not read."""
    homes = [one for one in visits if one.kind is PageKind.HOME and one.viewport is viewport]
    home = next((one for one in homes if one.part == "pages"), next(iter(homes), None))
    if home is None or not (home.facts.links or home.facts.text):
        return None
    goods = [one.url for one in visits if one.kind is PageKind.CATEGORY]
    links = [link for link in home.facts.links if link.area in MENU and _browses(link, home)]
    shown = [link for link in links if link.visible]
    pressed = [link for link in links if link.revealed and not link.visible]
    entries = shown + pressed
    any_links = [link for link in home.facts.links if (link.visible or link.revealed) and leads_somewhere(link.href)]
    to_goods = [link for link in any_links if any(same_page(link.href, url) for url in goods) or _names_goods(link)]
    clicks = None if not to_goods else 1 if any(link.visible for link in to_goods) else 2
    lists = [one for one in visits if one.kind is PageKind.CATEGORY and one.viewport is viewport]
    walked = [one.depth for one in lists if one.depth is not None]
    if clicks is None and walked:
        clicks = max(1, min(walked))
    named = list({link.href: link for link in reversed(entries) if any(map(str.isalpha, link.said))}.values())[::-1]
    return Menu(
        entries=tuple(named),
        silent=sum(1 for link in entries if not link.said),
        untried=_hidden(home) >= FEWEST or any(_opens(control, home) for control in home.facts.controls),
        opened=bool(pressed),
        visible=bool(shown),
        category_clicks=clicks,
        evidence=tuple(
            Evidence(page=home.id, selector=link.selector, excerpt=link.said, screenshot=home.screenshot)
            for link in named[:3]
        )
        or (Evidence(page=home.id, screenshot=home.screenshot),),
    )


def crumbs_of(sees: Sees, visits: Sequence[Visit]) -> Crumbs | None:
    """Look for breadcrumbs on categories and products; None where no such page's body was read."""
    pages = [one for one in visits if one.kind in {PageKind.CATEGORY, PageKind.PRODUCT}]
    pages = [one for one in pages if sees.recording.html(one.id).strip()]
    if not pages:
        return None
    told = False
    for page in pages:
        digest = digest_of(sees, page)
        if digest.outline.crumbs:
            trail = " › ".join(digest.outline.crumbs)
            return Crumbs(shown=True, told=True, evidence=(Evidence(page=page.id, excerpt=trail[:160]),))
        told = told or any("BreadcrumbList" in type_of(item) for item in (*digest.items, *digest.microdata))
    return Crumbs(told=told, evidence=(Evidence(page=pages[0].id, screenshot=pages[0].screenshot),))


def keyboard_menu(sees: Sees) -> bool | None:
    """Say whether the Tab key came to the menu of the home page; null where there is none or the key led nowhere."""
    seen = [one for one in sees.recording.probes(KeyboardSeen) if one.kind is PageKind.HOME]
    return next((one.menu for one in seen if one.menu or one.stops), None)


def _browses(link: Link, home: Visit, *, hidden: bool = False) -> bool:
    """Say whether an entry may lead to goods: an address of the shop that is neither home nor a service."""
    if (link.visible or link.revealed) is hidden or not leads_somewhere(link.href) or same_page(link.href, home.url):
        return False
    parts = urlsplit(link.href)
    if parts.scheme not in {"http", "https"} or parts.hostname != urlsplit(home.url).hostname:
        return False
    if _NO_GOODS.fullmatch(link.said.strip()):
        return False
    words, language = load_vocabulary(), home.facts.html_lang[:2] or "en"
    best = words.best(link.said, language, _BESIDE) if link.said else None
    beside = best is not None and best.strength >= BESIDE
    return not beside or _names_goods(link)


def _hidden(home: Visit) -> int:
    return sum(1 for link in home.facts.links if link.area in MENU and _browses(link, home, hidden=True))


def _opens(control: Button, home: Visit) -> bool:
    """Say whether a button of the header opens a menu: by its name, or as an entry that is a link and a button."""
    if control.area not in MENU:
        return False
    hit = load_vocabulary().match("menu_open", control.text, home.facts.html_lang[:2] or "en")
    entry = any(_browses(link, home) for link in home.facts.links if link.selector == control.selector)
    return entry or bool(hit and hit.strength >= SURE)


def _names_goods(link: Link) -> bool:
    words = load_vocabulary()
    hit = words.match("shop_category", link.said) if link.said else None
    return words.slug("shop_category", link.href) or bool(hit and hit.strength >= SURE)
