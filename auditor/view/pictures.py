"""Screenshots made ready for a single file: each embedded once, within a budget, with its pressed element outlined."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from auditor.model import Box, ViewportName

__all__ = ["Album", "Picture", "size_of"]

# Base64 makes four bytes of three: this much raw picture leaves room for the words within 5 MB.
BUDGET_BYTES = 3_400_000
WINDOWS = {ViewportName.DESKTOP: (1350, 940), ViewportName.MOBILE: (412, 823), ViewportName.TABLET: (820, 1180)}
MARGIN = 4.0
# A cut shows at least so much around an element, in CSS pixels, and is so high for its width.
CUT_WIDTH, CUT_RATIO = 360, 0.5
MAX_RATIO = 2.2


@dataclass(frozen=True)
class Picture:
    """A picture in an SVG: its size, the part shown, and the outline; ``href`` is None where it stands on the page."""

    id: str
    href: str | None
    width: int
    height: int
    top: int
    shown: int
    outline: tuple[int, int, int, int] | None
    alt: str
    left: int = 0
    wide: int = 0

    @property
    def upright(self) -> bool:
        """Say whether the part shown is higher than wide."""
        return self.shown > (self.wide or self.width)

    @property
    def frame(self) -> str:
        """The part shown, as an SVG's viewBox."""
        return f"{self.left} {self.top} {self.wide or self.width} {self.shown}"


@dataclass
class Album:
    """Hands out each screenshot once as data, later as a reference; counts what no longer fits."""

    picture: Callable[[str], bytes | None]
    left: int = BUDGET_BYTES
    known: dict[str, tuple[int, int]] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)

    def show(
        self, name: str | None, alt: str, *, viewport: ViewportName | None = None, box: Box | None = None
    ) -> Picture | None:
        """Return the picture of a name; ``viewport`` crops it to the first window and scales the box, in CSS pixels."""
        if not name or name in self.dropped:
            return None
        href = None
        if name not in self.known:
            href = self._embed(name)
            if href is None:
                return None
        width, height = self.known[name]
        window = WINDOWS.get(viewport) if viewport else None
        scale = width / window[0] if window else 1.0
        shown = min(height, round((window[1] if window else MAX_RATIO * width) * scale))
        outline, top = _outline(box, scale, width, height, shown) if box and window else (None, 0)
        number = list(self.known).index(name) + 1
        return Picture(f"shot-{number}", href, width, height, top, shown, outline, alt)

    def cut(self, name: str | None, alt: str, *, viewport: ViewportName, box: Box | None) -> Picture | None:
        """Return the picture cut to what lies around a box; the whole window where there is no box."""
        whole = self.show(name, alt, viewport=viewport, box=box)
        if whole is None or box is None or whole.outline is None:
            return whole
        scale = whole.width / WINDOWS[viewport][0]
        wide = min(whole.width, round(max(box.width * 1.3, CUT_WIDTH) * scale))
        shown = min(whole.height, round(max(box.height * 1.6, wide / scale * CUT_RATIO) * scale))
        left = round((box.x + box.width / 2) * scale - wide / 2)
        top = round((box.y + box.height / 2) * scale - shown / 2)
        return replace(
            whole,
            left=min(max(0, left), whole.width - wide),
            top=min(max(0, top), whole.height - shown),
            wide=wide,
            shown=shown,
        )

    def _embed(self, name: str) -> str | None:
        data = self.picture(name)
        found = _kind(data) if data else None
        size = size_of(data) if data else None
        if data is None or found is None or size is None or len(data) > self.left:
            if data is not None:
                self.dropped.add(name)
            return None
        self.left -= len(data)
        self.known[name] = size
        return f"data:{found};base64,{base64.b64encode(data).decode('ascii')}"


def size_of(data: bytes) -> tuple[int, int] | None:
    """Return the width and height that stand in the head of a WebP or PNG picture."""
    if _kind(data) == "image/png":
        return _sane(int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))
    if _kind(data) != "image/webp" or len(data) < 30:
        return None
    form = data[12:16]
    if form == b"VP8X":
        return _sane(int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1)
    if form == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return _sane((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
    return _sane(int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF)


def _kind(data: bytes) -> str | None:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return "image/png" if data[:8] == b"\x89PNG\r\n\x1a\n" else None


def _sane(width: int, height: int) -> tuple[int, int] | None:
    return (width, height) if width > 0 and height > 0 else None


def _outline(
    box: Box, scale: float, width: int, height: int, shown: int
) -> tuple[tuple[int, int, int, int] | None, int]:
    left, top = (box.x - MARGIN) * scale, (box.y - MARGIN) * scale
    wide, high = (box.width + 2 * MARGIN) * scale, (box.height + 2 * MARGIN) * scale
    # Of what hangs over an edge the part in the picture is framed.
    right, bottom = min(left + wide, width), min(top + high, height)
    left, top = max(left, 0.0), max(top, 0.0)
    wide, high = right - left, min(bottom - top, shown)
    if wide <= 0 or high <= 0:
        return None, 0
    start = 0 if top + high <= shown else round(min(height - shown, top + high / 2 - shown / 2))
    edge = max(left, scale)
    return (round(edge), round(max(top, scale)), round(min(wide, width - edge - scale)), round(high)), start
