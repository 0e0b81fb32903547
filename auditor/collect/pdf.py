"""Prints a finished report to PDF: tagged, with an outline and page numbers, in a browser without a network."""

from __future__ import annotations

import asyncio
from pathlib import Path

from playwright.async_api import Error, PdfMargins, Route

from auditor.collect.page.browser import BrowserMissingError, launch

__all__ = ["print_pdf"]

PRINT_S = 90
MARGINS: PdfMargins = {"top": "14mm", "right": "12mm", "bottom": "16mm", "left": "12mm"}


def print_pdf(report: Path, target: Path, *, foot: str, brief: bool = False, browser: str | None = None) -> Path:
    """Print an HTML report of ours and return the PDF's path; ``foot`` is the HTML at the foot of every page.

    With ``brief`` only the parts that a meeting reads are printed: the style sheet knows which.

    Raises BrowserMissingError where no browser can be started or the one there is cannot print.
    """
    try:
        asyncio.run(asyncio.wait_for(_printed(report.resolve(), target, foot, brief=brief, browser=browser), PRINT_S))
    except TimeoutError as error:
        raise BrowserMissingError(f"The PDF was not printed: the browser took more than {PRINT_S} seconds.") from error
    except Error as error:
        told = str(error).splitlines()[0][:160]
        raise BrowserMissingError(f"The PDF was not printed: the browser said {told!r}.") from error
    return target


async def _printed(report: Path, target: Path, foot: str, *, brief: bool, browser: str | None) -> None:
    asked = report.as_uri()

    async def only_the_report(route: Route) -> None:
        if route.request.url.partition("#")[0] == asked:
            await route.continue_()
        else:
            await route.abort()

    async with launch(browser) as launched:
        context = await launched.browser.new_context(offline=True, color_scheme="light", service_workers="block")
        await context.route("**/*", only_the_report)
        page = await context.new_page()
        await page.goto(asked, wait_until="load")
        if brief:
            await page.evaluate("document.documentElement.dataset.edition = 'brief'")
        # Closed parts are printed too; the style does it in new browsers, this in older ones.
        await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        await page.pdf(
            path=target,
            format="A4",
            margin=MARGINS,
            prefer_css_page_size=True,
            print_background=True,
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=foot,
            tagged=True,
            outline=True,
        )
