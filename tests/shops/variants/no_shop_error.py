"""The home answers 500 with the bare page of a broken web shop, and so does everything else but the static pictures.

The error page still carries the shop's name and logo, a reference number and a link back to itself.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40"><rect width="200" height="40" rx="20" fill="#264653"/>
<text x="100" y="27" fill="#e9c46a" font-size="20" text-anchor="middle" font-family="sans-serif">GARNKROGEN</text></svg>"""


class App(Shop):
    """A shop on a bad day."""

    def handle(self, request: Request) -> Response:
        if request.path == "/logo.svg":
            return Response(LOGO, content_type="image/svg+xml")
        if request.path == "/robots.txt":
            return Response("User-agent: *\nDisallow: /kurv\n", content_type="text/plain")
        return html(
            """<html lang="da"><head><title>Garnkrogen - der opstod en fejl</title></head><body style="font-family:Arial;padding:40px">
<img src="/logo.svg" width="200" alt="Garnkrogen"><h2>Der opstod desværre en fejl</h2><p>An error has happened during application
run. See exception log for details. Error log record number: 1184203377</p><p><a href="/">Prøv igen</a></p></body></html>""",
            500,
        )
