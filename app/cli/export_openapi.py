"""`linli export-openapi`: the documents in `openapi/` with the labels of their enums, and the check
that they are current."""

from pathlib import Path
from typing import Annotated

import typer
from fastapi import FastAPI

from app.cli.command import command_app, fail
from app.kernel.database.engine import Database, open_engine
from app.main import create_app
from app.openapi import texts
from app.settings import Settings

OPENAPI = Path("openapi")

app = command_app()


@app.command()
def export_openapi(
    check: Annotated[bool, typer.Option("--check", help="Only compare.")] = False,
    folder: Annotated[Path, typer.Option(help="The folder of the documents.")] = OPENAPI,
) -> None:
    """Write the OpenAPI documents, or compare them with those in the folder.

    The labels of their enums are written with them. With --check nothing is written, and the first
    difference ends the command with status 1.
    """
    for name, document in exported().items():
        path = folder / f"{name}.json"
        if check:
            _compare(path, document)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(document, encoding="utf-8")


def exported() -> dict[str, str]:
    """Returns the text of each document, and of the labels of their enums, by its name."""
    return texts(offline_app())


def offline_app() -> FastAPI:
    """The application without a database: it shows its routes, and answers none that needs one."""
    return create_app(
        Settings.demo(), Database.of(open_engine("postgresql+asyncpg://nowhere/none"))
    )


def _compare(path: Path, document: str) -> None:
    present = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    expected = document.splitlines()
    for number, (old, new) in enumerate(zip(present, expected, strict=False), 1):
        if old != new:
            fail(f"{path}:{number}: {old.strip()!r} should be {new.strip()!r}")
    if len(present) != len(expected):
        fail(f"{path} has {len(present)} lines and should have {len(expected)}")
