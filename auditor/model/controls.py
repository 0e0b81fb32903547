"""The buttons of a page, with the place and the form that each belongs to."""

from __future__ import annotations

from auditor.model.base import Noun

__all__ = ["Button"]


class Button(Noun):
    """A button that a visitor sees; ``form`` is the number of its form as in the page's fields, -1 without one.

    ``submits`` says that a press sends the form; ``y`` is its place on the page in CSS pixels.
    """

    text: str
    area: str = "main"
    form: int = -1
    submits: bool = False
    enabled: bool = True
    selector: str = ""
    y: float = 0.0
