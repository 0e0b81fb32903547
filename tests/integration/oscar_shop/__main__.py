"""Serve the oscar shop: ``python -m tests.integration.oscar_shop --guest --language fi --port 0``."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.integration.oscar_shop.serve import serve


def main() -> None:
    """Read the arguments, print the address and serve until stopped (Ctrl-C, SIGTERM)."""
    parser = argparse.ArgumentParser(prog="python -m tests.integration.oscar_shop", description=__doc__)
    parser.add_argument("--guest", action=argparse.BooleanOptionalAction, default=True, help="allow guest checkout")
    parser.add_argument("--language", choices=["en", "fi"], default="en", help="language of pages and goods")
    parser.add_argument("--port", type=int, default=0, help="loopback port; 0 takes a free one")
    parser.add_argument("--folder", type=Path, help="an empty folder for the shop's data; default a temporary one")
    parser.add_argument("--until-stdin-closes", action="store_true", help="end when the parent process is gone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="oscar-shop-") as temporary:
        folder = options.folder or Path(temporary)
        serve(folder, options.guest, options.language, options.port, options.until_stdin_closes)


if __name__ == "__main__":
    main()
