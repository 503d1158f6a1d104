"""Parts of every command: its Typer application, the option for settings, the error exit."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer

EnvFile = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="A file of LINLI_… lines to read as well."),
]


def command_app() -> typer.Typer:
    """Typer application of one command, or of a group when it has several."""
    return typer.Typer(no_args_is_help=False, pretty_exceptions_enable=False, add_completion=False)


def fail(message: str) -> NoReturn:
    """Print the message to standard error and exit with status 1."""
    typer.echo(message, err=True)
    raise typer.Exit(1)
