"""Serves the demo shop until it is stopped: `python -m auditor.demo_shop [--fault NAME …] [--port N]`."""

from __future__ import annotations

import threading

import click

from auditor.demo_shop.server import serve

__all__ = ["main"]


@click.command()
@click.option("--fault", "faults", multiple=True, help="A fault to switch on, named after its check; may be repeated.")
@click.option("--port", default=0, show_default="a free one", help="The loopback port.")
def main(faults: tuple[str, ...], port: int) -> None:
    """Serve the demo shop and print its address."""
    try:
        with serve(faults, port) as shop:
            click.echo(shop.url)
            threading.Event().wait()
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    except KeyboardInterrupt:
        click.echo("stopped", err=True)


if __name__ == "__main__":
    main()
