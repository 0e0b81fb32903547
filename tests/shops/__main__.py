"""Serve one test shop until it is stopped: ``python -m tests.shops NAME [PORT]``."""

from __future__ import annotations

import importlib
import signal
import sys

from tests.shops.kit import serve

if __name__ == "__main__":
    app = importlib.import_module(f"tests.shops.variants.{sys.argv[1]}").App()
    with serve(app, int(sys.argv[2]) if len(sys.argv) > 2 else 0) as address:
        print(address, flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})
        print(f"orders {app.orders}, accounts {app.accounts}, messages {app.messages}")
