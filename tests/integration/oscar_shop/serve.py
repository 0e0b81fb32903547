"""Build the shop's database, fill it and serve it, all in one process."""

from __future__ import annotations

import os
import signal
import sys
import threading
import warnings
from pathlib import Path

__all__ = ["serve"]


def serve(folder: Path, guest: bool, language: str, port: int, until_stdin_closes: bool) -> None:
    """Serve a fresh shop on a loopback port until SIGTERM, SIGINT or (if asked) the end of standard input."""
    os.environ["OSCAR_SHOP_FOLDER"] = str(folder)
    os.environ["OSCAR_SHOP_GUEST"] = "1" if guest else "0"
    os.environ["OSCAR_SHOP_LANGUAGE"] = language
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.integration.oscar_shop.settings"

    warnings.filterwarnings("ignore", message="Whoosh does not handle query faceting")  # so oscar leaves those out

    import django  # only here: Django may be set up once a process, and not before the environment is set

    django.setup()

    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.management import call_command
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application

    from tests.integration.oscar_shop.seed import seed

    call_command("migrate", run_syncdb=True, verbosity=0)
    seed(language)
    server = ThreadedWSGIServer(("127.0.0.1", port), WSGIRequestHandler)
    server.daemon_threads = True
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    if until_stdin_closes:
        threading.Thread(target=_wait_for_parent, args=(stop,), daemon=True).start()
    sys.stdout.write(f"http://127.0.0.1:{server.server_address[1]}\n")
    sys.stdout.flush()
    stop.wait()
    server.shutdown()
    server.server_close()


def _wait_for_parent(stop: threading.Event) -> None:
    """Set the event once the parent's end of the pipe is closed, even by SIGKILL."""
    descriptor = sys.stdin.fileno()
    while os.read(descriptor, 1024):
        pass
    stop.set()
