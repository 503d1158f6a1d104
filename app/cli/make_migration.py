"""`linli make-migration`: a revision from what has changed in the models."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import make_url

from app.cli.command import command_app, fail
from app.cli.database import run
from app.kernel.database import embedded
from app.kernel.database.new_revision import make_revision

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")

app = command_app()


@app.command()
def make_migration(
    name: Annotated[str, typer.Argument(help="Package and subject, like `feedback_photos`.")],
    message: Annotated[
        str, typer.Option(help="Docstring of the revision; without it, the name as a sentence.")
    ] = "",
    empty: Annotated[
        bool, typer.Option("--empty", help="Write a revision also without a difference.")
    ] = False,
    server: Annotated[
        str, typer.Option(help="URL of the PostgreSQL to use instead of the embedded one.")
    ] = "",
) -> None:
    """Write a revision from the difference between models and migrations.

    A scratch database is migrated to the newest revision and compared with the models. Read what
    is written: it does not know a renamed table or column, nor what existing rows need.
    """
    if not NAME.fullmatch(name):
        fail(f"{name!r} is no name of a revision: write package_what, like feedback_photos")
    url = make_url(server).set(drivername=embedded.DRIVER) if server else embedded.start()[0]
    docstring = message or f"{name.replace('_', ' ').capitalize()}."
    path = run(make_revision(url, name, docstring, may_be_empty=empty))
    if path is None:
        fail("models and migrations are alike; --empty writes a revision nevertheless")
    _tidy(path)
    typer.echo(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def _tidy(path: Path) -> None:
    """Format the revision as the project's checks want it, where ruff is installed."""
    if find_spec("ruff"):
        for arguments in (("check", "--fix", "--quiet"), ("format", "--quiet")):
            subprocess.run([sys.executable, "-m", "ruff", *arguments, str(path)], check=False)
