"""`linli`, the command line: commands with their one-line help. A command's module is imported
when it is called, so that the help and small commands do not wait for the whole program."""

import sys
from importlib import import_module
from typing import Any

import typer
from pydantic_core import ErrorDetails, ValidationError
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

COMMANDS = {
    "generate-secrets": "Write a new file of settings with a random secret for each use.",
    "migrate": "Bring the database to a revision, as its owner.",
    "make-migration": "Write a revision from the difference between models and migrations.",
    "serve": "Run the service until it is told to stop.",
    "routes": "List the routes: method, path, operation id, audience, guards and permissions.",
    "shell": "Open a Python console with a database session and the models.",
    "dev": "Run the checks, tests and generators of development.",
    "worker": "Run listeners of events and time-driven sweeps until told to stop.",
    "create-admin": "Create the first administrator of the whole platform.",
    "reset-admin": "Print a one-time link for an administrator.",
    "import-register": "Import the residents' register of a community from a sheet.",
    "events": "List dead letters of events, show one, have them tried again.",
    "verify-audit": "Verify the chain of audit entries of each community.",
    "reseal": "Bring what is sealed under the present keys, while the service goes on.",
    "retention": "Run the sweeps that are due once, or print what personal data would go.",
    "doctor": "Examine settings, database, role, clock and worker.",
    "export-openapi": "Write the OpenAPI documents, or compare them with those in the folder.",
    "generate-clients": "Make the generated parts of the clients, or compare them.",
    "release-openapi": "Keep the present API documents as released, once they break no client.",
    "demo": "Run everything on this machine, with a demo town.",
    "seed": "Fill an empty, migrated database with the demo town.",
    "tour": "Walk through the four jobs over HTTP against a running demo.",
}
"""The module `app.cli.<name>` holds each command as its `app`; a group of commands likewise."""


class LazyGroup(TyperGroup):
    """Group that knows its commands by name and help, and imports only the one that is called."""

    def __init__(self, **given: Any) -> None:
        listed = {name: TyperCommand(name, help=text) for name, text in COMMANDS.items()}
        super().__init__(**given | {"commands": listed})

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, _listed, rest = super().resolve_command(ctx, args)
        module = import_module(f"{__name__}.{str(name).replace('-', '_')}")
        return name, get_command(module.app), rest


app = typer.Typer(
    cls=LazyGroup, no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False
)


@app.callback()
def linli() -> None:
    """邻里: the service, its database and its demo."""


def main() -> None:
    """Entry point of `linli`. Unsafe settings are named; their values are not shown."""
    try:
        app()
    except ValidationError as unsafe:
        typer.echo("\n".join(map(_line, unsafe.errors(include_input=False))), err=True)
        sys.exit(1)


def _line(error: ErrorDetails) -> str:
    variable = "".join(f"LINLI_{part}: ".upper() for part in error["loc"][:1])
    return variable + error["msg"].removeprefix("Value error, ")
