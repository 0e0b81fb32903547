"""What the server remembers between requests: sessions, carts and counters."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from threading import Lock

from auditor.demo_shop.cart import Cart

__all__ = ["Counters", "Session", "Sessions"]

MAX_SESSIONS = 2000
MAX_VIEWED = 8


@dataclass
class Counters:
    """How often customers did what an auditor never may; each counts accepted submissions."""

    orders: int = 0
    accounts: int = 0
    messages: int = 0
    newsletter: int = 0


@dataclass
class Session:
    """One customer's cart, wish list and recently seen products."""

    key: str
    cart: Cart = field(default_factory=Cart)
    viewed: list[str] = field(default_factory=list)
    wishes: list[str] = field(default_factory=list)
    last_page: str = ""
    used: bool = False

    def saw(self, slug: str) -> None:
        """Put a product first among the recently viewed ones."""
        self.viewed = [slug, *(other for other in self.viewed if other != slug)][:MAX_VIEWED]
        self.used = True

    def toggle_wish(self, slug: str) -> bool:
        """Add or remove a wish and tell whether it is on the list now."""
        self.used = True
        if slug in self.wishes:
            self.wishes.remove(slug)
            return False
        self.wishes.append(slug)
        return True


@dataclass
class Sessions:
    """The sessions of one running shop, the oldest forgotten first."""

    known: dict[str, Session] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def find(self, key: str | None) -> Session:
        """Return the session of a cookie, or a fresh one that is kept once it is used."""
        with self.lock:
            if key is not None and key in self.known:
                return self.known[key]
        return Session(secrets.token_urlsafe(18))

    def keep(self, session: Session) -> bool:
        """Keep a used session and tell whether it is new, so that its cookie must be sent."""
        with self.lock:
            if not session.used or session.key in self.known:
                return False
            while len(self.known) >= MAX_SESSIONS:
                self.known.pop(next(iter(self.known)))
            self.known[session.key] = session
            return True
