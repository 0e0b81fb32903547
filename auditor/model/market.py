"""Where visitors of several languages are led who ask for one and the same address."""

from __future__ import annotations

from typing import Literal

from auditor.model.page import PageFacts
from auditor.model.probe import ProbeSeen
from auditor.model.search_engines import AddressAnswer

__all__ = ["MarketAnswer", "MarketSeen"]


class MarketAnswer(AddressAnswer):
    """What a visitor of one language is given: ``html_lang`` is the language that the landed page declares.

    ``elsewhere`` says that another site than the audited one answered. A browser of that language looks where it is
    told apart from others: ``confirmed`` says that it met the same, ``facts`` and ``screenshot`` are what it was shown,
    and ``stays`` whether the asked address stays open once it is asked for again; each is null where it did not look.
    """

    language: str
    html_lang: str = ""
    elsewhere: bool = False
    confirmed: bool | None = None
    stays: bool | None = None
    facts: PageFacts | None = None
    screenshot: str | None = None


class MarketSeen(ProbeSeen):
    """One address of the shop, asked for in several languages from one and the same place."""

    probe: Literal["market"] = "market"
    url: str
    answers: tuple[MarketAnswer, ...] = ()
