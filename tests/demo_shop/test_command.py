"""The demo shop as a command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import httpx
from click.testing import CliRunner

from auditor.demo_shop.__main__ import main

# A shell that ignores Ctrl-C hands that on to what it starts.
HEARING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
SHOP = f"{HEARING}; from auditor.demo_shop.__main__ import main; main()"


def test_command_prints_the_address_and_serves_until_stopped() -> None:
    command = [sys.executable, "-c", SHOP, "--fault", "newsletter-signup"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ)
    ) as run:
        assert run.stdout is not None
        address = run.stdout.readline().strip()
        page = httpx.get(address, trust_env=False).text
        run.send_signal(signal.SIGINT)
        _, noise = run.communicate(timeout=5)

    assert "uutiskirje-posti" not in page
    assert noise == "stopped\n"


def test_an_unknown_fault_is_a_usage_error() -> None:
    result = CliRunner().invoke(main, ["--fault", "guest-chekout"])

    assert result.exit_code == 2
    assert "did you mean guest-checkout" in result.output
