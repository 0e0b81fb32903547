"""Take the pictures of the README: audit the demo shop with some faults on, and photograph the report."""

import asyncio
import sys
import tempfile
from pathlib import Path

from auditor.cli import main as cx_audit
from auditor.collect.page.browser import launch

__all__ = ["PICTURES", "main", "photograph"]

DOCS = Path(__file__).parents[1] / "docs"
FAULTS = ("no-pre-ticked-extras", "contact-channels", "mobile-overflow", "structured-data-product")
# Name, width and height in CSS pixels, scale.
PICTURES = (("report-desktop.png", 1366, 720, 1.0), ("report-phone.png", 390, 844, 1.5))
MAX_BYTES = 200 * 1024


async def photograph(address: str, folder: Path) -> list[Path]:
    """Photograph the top of the report at a file: address, in light colours; raises BrowserMissingError."""
    taken = []
    async with launch() as launched:
        for name, width, height, scale in PICTURES:
            context = await launched.browser.new_context(
                viewport={"width": width, "height": height}, device_scale_factor=scale, color_scheme="light"
            )
            page = await context.new_page()
            await page.goto(address)
            await page.screenshot(path=folder / name)
            await context.close()
            taken.append(folder / name)
    return taken


def main() -> int:
    """Audit, photograph, and name the pictures; returns the audit's exit code, or 1 for a picture that is too large."""
    with tempfile.TemporaryDirectory(prefix="cx-audit-pictures-") as scratch:
        out = Path(scratch) / "audit"
        faults = [part for name in FAULTS for part in ("--fault", name)]
        code = cx_audit(["demo", "--lang", "en", "--samples", "1", "--out", str(out), *faults])
        if code:
            return code
        DOCS.mkdir(exist_ok=True)
        taken = asyncio.run(photograph((out / "report.html").as_uri(), DOCS))
    for picture in taken:
        print(f"{picture} ({picture.stat().st_size // 1024} KB)")
    return int(any(picture.stat().st_size > MAX_BYTES for picture in taken))


if __name__ == "__main__":
    sys.exit(main())
