"""Reads a page together with its visible frames: everything as it lies on the page, in one coordinate system."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.async_api import Error, Frame, Page

from auditor.collect.page.scripts import read_page
from auditor.collect.page.seen import Control, FormSeen, Seen
from auditor.model import Box, Field

__all__ = ["FieldsRead", "PlacedFrame", "fields_of", "frames_of", "look_at"]

MAX_FRAMES = 6


@dataclass(frozen=True)
class PlacedFrame:
    """A frame and where its corner lies on the page, in CSS pixels."""

    frame: Frame
    left: float = 0.0
    top: float = 0.0

    def on_page(self, box: Box) -> Box:
        """Give a rectangle of the frame as a rectangle of the page."""
        return Box(x=box.x + self.left, y=box.y + self.top, width=box.width, height=box.height)


@dataclass(frozen=True)
class FieldsRead:
    """The form controls and forms of a page; ``places`` tells the frame of each control and its number there."""

    fields: tuple[Field, ...]
    forms: tuple[FormSeen, ...]
    places: tuple[tuple[Frame, int], ...]


async def frames_of(page: Page) -> list[PlacedFrame]:
    """List the frames worth reading: the main one, then visible large ones."""
    found = [PlacedFrame(page.main_frame)]
    for frame in page.frames[1 : MAX_FRAMES * 3]:
        if frame.parent_frame != page.main_frame or len(found) > MAX_FRAMES:
            continue
        placed = await _placed(page, frame)
        if placed:
            found.append(placed)
    return found


async def _placed(page: Page, frame: Frame) -> PlacedFrame | None:
    try:
        owner = await frame.frame_element()
        box = await owner.bounding_box()
        if box and box["width"] > 200 and box["height"] > 100 and await owner.is_visible():
            scroll = await page.evaluate("window.scrollY")
            return PlacedFrame(frame, box["x"], box["y"] + float(scroll))
    except Error:
        return None  # the frame has gone meanwhile
    return None


async def look_at(page: Page) -> Seen:
    """Read a page and its visible frames once; raises playwright's Error where the page navigates meanwhile."""
    frames = await frames_of(page)
    seen = Seen.model_validate(await read_page(page, "snapshot.js"))
    controls: list[Control] = []
    texts = [seen.text]
    for number, placed in enumerate(frames[1:], start=1):
        part = Seen.model_validate(await read_page(placed.frame, "snapshot.js"))
        texts.append(part.text)
        controls += [
            control.model_copy(update={"frame": number, "box": placed.on_page(control.box), "card": -1, "layer": -1})
            for control in part.controls
        ]
    return seen.model_copy(update={"controls": (*seen.controls, *controls), "text": "\n".join(texts)})


async def fields_of(page: Page) -> FieldsRead:
    """Read the form controls of a page and its visible frames; a frame that cannot be read is left out."""
    fields: list[Field] = []
    forms: list[FormSeen] = []
    places: list[tuple[Frame, int]] = []
    for placed in await frames_of(page):
        try:
            data = await read_page(placed.frame, "fields.js")
        except Error:
            continue
        base = len(forms)
        address = "" if placed.frame == page.main_frame else placed.frame.url[:300]
        for number, raw in enumerate(data["fields"]):
            places.append((placed.frame, number))
            fields.append(_on_page(Field.model_validate(raw), placed, address, base))
        forms += [
            FormSeen.model_validate(raw).model_copy(update={"index": base + raw["index"]}) for raw in data["forms"]
        ]
    return FieldsRead(tuple(fields), tuple(forms), tuple(places))


def _on_page(field: Field, placed: PlacedFrame, address: str, base: int) -> Field:
    return field.model_copy(
        update={
            "form": field.form + base if field.form >= 0 else -1,
            "frame": address,
            "box": placed.on_page(field.box) if field.box else None,
        }
    )
