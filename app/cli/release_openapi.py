"""`linli release-openapi`: the documents that later ones are compared with."""

import json
from pathlib import Path
from typing import Annotated

import typer

from app.cli.command import command_app, fail
from app.cli.export_openapi import OPENAPI, exported
from app.kernel import clock
from app.openapi import AUDIENCES
from app.openapi.changes import breaking_changes

app = command_app()


@app.command()
def release_openapi(
    breaks: Annotated[
        bool, typer.Option("--breaks", help="Also where clients break: before the first release.")
    ] = False,
    folder: Annotated[Path, typer.Option(help="The folder of the released documents.")] = (
        OPENAPI / "released"
    ),
) -> None:
    """Keep the present API documents as released, once they break no client.

    A test compares each later document with them. Write in openapi/CHANGELOG.md what is new.
    """
    made = exported()
    for audience in AUDIENCES:
        path = folder / f"{audience}.json"
        if path.exists() and not breaks:
            released = json.loads(path.read_text(encoding="utf-8"))
            found = breaking_changes(released, json.loads(made[audience]), clock.today())
            if found:
                fail("\n".join((f"{path}: clients would break", *found)))
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(made[audience], encoding="utf-8")
