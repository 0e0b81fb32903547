"""Sites of fixed answers for the tests of collecting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.shops.kit import Request, Response, Shop, html

__all__ = ["Pages", "Served"]


@dataclass
class Pages(Shop):
    """A site of fixed answers; anything else is 404. The requests are kept for the tests to look at."""

    answers: Mapping[str, Response | str] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)

    def handle(self, request: Request) -> Response:
        self.asked.append(request)
        answer = self.answers.get(request.path)
        if answer is None:
            return html("<h1>Not found</h1>", 404)
        return html(answer) if isinstance(answer, str) else answer


@dataclass(frozen=True)
class Served:
    url: str
    shop: Pages
