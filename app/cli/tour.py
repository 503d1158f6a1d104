"""`linli tour`."""

from typing import Annotated

import typer

from app.cli.command import command_app, fail
from app.demo.tour import TourFailed
from app.demo.tour import tour as walk

app = command_app()


@app.command()
def tour(
    base: Annotated[
        str, typer.Option(help="The address of the running demo.")
    ] = "http://127.0.0.1:8000",
) -> None:
    """Walk through the four jobs over HTTP against a running demo.

    The status is 1 when something is not as promised.
    """
    try:
        walk(base, typer.echo)
    except (TourFailed, OSError) as error:
        fail(f"not as promised: {error}")
