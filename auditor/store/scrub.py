"""Takes secrets out of whatever is kept: tokens in addresses, names with passwords, this audit's own access."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

__all__ = ["Scrubber"]

REMOVED = "removed"
SHORTEST_SECRET = 4
# A parameter is secret when one of these is its whole name, or one of its words ("reset_token", "customerToken").
_WORDS = frozenset(
    {
        *("token", "tokens", "authtoken", "accesstoken", "refreshtoken", "idtoken", "csrftoken", "csrfmiddlewaretoken"),
        *("key", "apikey", "secret", "clientsecret", "signature", "sig", "hmac", "jwt", "nonce", "csrf", "xsrf", "otp"),
        *("session", "sessionid", "sess", "sid", "jsessionid", "phpsessid", "aspsessionid", "cfid", "cftoken"),
        *("auth", "authorization", "oauth", "bearer", "credential", "credentials"),
        *("password", "passwd", "passwort", "pwd", "pass", "salasana"),
    }
)
_NOT_SECRET = frozenset({"key_words", "pass_through", "passthrough"})
_PAIR = re.compile(
    r"(?P<mark>[?&;#]|%3F|%26|&amp;|\\u0026)(?P<name>[A-Za-z_][\w.\-\[\]]{0,60})(?P<is>=|%3D)(?P<value>[^\s\"'<>&#;?)\\]+?)"
    r"(?=%26|%23|[\s\"'<>&#;?)\\]|$)",
    re.IGNORECASE,
)
_USER = re.compile(r"(?P<scheme>\bhttps?://)[^\s/@\"'<>]{1,200}@", re.IGNORECASE)
_HIDDEN = re.compile(r"<input\b[^>]{0,600}>", re.IGNORECASE)
_NAME = re.compile(r"\bname\s*=\s*[\"']?([\w.\-\[\]]+)", re.IGNORECASE)
_VALUE = re.compile(r"(\bvalue\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class Scrubber:
    """Scrubs texts; ``secrets`` are the literal values of this audit's own access, which may turn up in a page."""

    secrets: tuple[str, ...] = ()

    def text(self, text: str) -> str:
        """Return a text without secret parameters and user names in addresses, and without known secrets."""
        for secret in self.secrets:
            if len(secret) >= SHORTEST_SECRET and secret in text:
                text = text.replace(secret, REMOVED)
        if "=" in text or "%3" in text:
            text = _PAIR.sub(_without_value, text)
        return _USER.sub(r"\g<scheme>", text) if "@" in text else text

    def html(self, html: str) -> str:
        """Return a page's body without the secrets of its addresses and of its hidden form fields."""
        return _HIDDEN.sub(_without_token, self.text(html))

    def data(self, value: Any) -> Any:
        """Return plain data with every text in it scrubbed; keys stay as they are."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {key: self.data(one) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return [self.data(one) for one in value]
        return value


def _is_secret(name: str) -> bool:
    words = re.split(r"[_.\-\[\]]+", _CAMEL.sub("_", name).lower())
    return name.lower() not in _NOT_SECRET and (name.lower() in _WORDS or any(word in _WORDS for word in words))


def _without_value(pair: re.Match[str]) -> str:
    kept = "" if _is_secret(pair["name"]) else _PAIR.sub(_without_value, pair["value"])
    return f"{pair['mark']}{pair['name']}{pair['is']}{kept}"


def _without_token(field: re.Match[str]) -> str:
    name = _NAME.search(field.group())
    return _VALUE.sub(r'\1""', field.group()) if name and _is_secret(name[1]) else field.group()
