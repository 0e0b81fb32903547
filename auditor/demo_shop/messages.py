"""The request and the answer, as the pages of the shop see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from auditor.demo_shop.state import Session

__all__ = ["Request", "Response", "see_other"]

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Request:
    """One request with its decoded query, form and session."""

    method: str
    path: str
    base_url: str
    session: Session
    query: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    form: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)

    @property
    def wants_fragment(self) -> bool:
        """Whether the page script asked, rather than a navigation of the browser."""
        return self.headers.get("x-requested-with") == "fetch"

    def asked(self, name: str, default: str = "") -> str:
        """Return the first value of a query parameter."""
        return self.query.get(name, (default,))[0]

    def sent(self, name: str, default: str = "") -> str:
        """Return the first value of a form field, without outer blanks."""
        return self.form.get(name, (default,))[0].strip()


@dataclass(frozen=True)
class Response:
    """One answer; `delay_seconds` is waited before its first byte and is 0 in a healthy shop."""

    body: bytes
    status: HTTPStatus = HTTPStatus.OK
    content_type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    delay_seconds: float = 0.0

    @property
    def is_html(self) -> bool:
        """Whether the answer is a page or a part of one."""
        return self.content_type == HTML


def see_other(location: str) -> Response:
    """Return the answer that sends the browser on with a GET."""
    return Response(b"", HTTPStatus.SEE_OTHER, headers=(("Location", location),))
