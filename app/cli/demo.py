"""`linli demo`."""

import asyncio
import signal
from contextlib import suppress
from typing import Annotated

import typer

from app.cli.command import command_app
from app.demo.run import demo as run_demo
from app.demo.seed import DEFAULT_PEOPLE, MIN_PEOPLE

app = command_app()


@app.command()
def demo(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="0 picks a free one.")] = 8000,
    people: Annotated[
        int, typer.Option(min=MIN_PEOPLE, max=5000, help="Inhabitants of a new town.")
    ] = DEFAULT_PEOPLE,
) -> None:
    """Run everything on this machine, with a demo town.

    It needs no settings, and nothing leaves the machine.
    """
    # SIGTERM ends it as Ctrl-C does, so that PostgreSQL is stopped, too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        asyncio.run(run_demo(typer.echo, host=host, port=port, people=people))
