"""`linli dev`: tasks of development. Each prints the commands that it runs."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shlex import join
from typing import Annotated

import typer

from app.cli.command import command_app, fail
from app.diagrams import DOCUMENT, page

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("linli", "export-openapi", "--check"),
    ("linli", "dev", "diagrams", "--check"),
)
FORMATTERS = (("ruff", "check", "--fix", "."), ("ruff", "format", "."))

app = command_app()


@app.callback(no_args_is_help=True)
def dev() -> None:
    """Run the checks, tests and generators of development."""


@app.command()
def check() -> None:
    """Run all checks but the tests: style, types, import contracts, documents, diagrams."""
    failed = [join(command) for command in CHECKS if _run(command)]
    if failed:
        fail("failed: " + "; ".join(failed))


@app.command("format")
def format_() -> None:
    """Mend and format the code."""
    for command in FORMATTERS:
        _run(command)


@app.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
def test(context: typer.Context) -> None:
    """Run tests: paths and options go to pytest; without any, the whole suite runs."""
    raise typer.Exit(_run(("pytest", "-q", *context.args)))


@app.command()
def diagrams(
    check: Annotated[bool, typer.Option("--check", help="Only compare.")] = False,
) -> None:
    """Write the state diagrams of all models, or compare them with those that are there."""
    if not check:
        DOCUMENT.write_text(page(), encoding="utf-8")
    elif not DOCUMENT.exists() or DOCUMENT.read_text(encoding="utf-8") != page():
        fail(f"{DOCUMENT.name} is old: `linli dev diagrams` writes it")


def _run(command: Sequence[str]) -> int:
    """Print and run a program of this environment; returns its status."""
    typer.secho(f"$ {join(command)}", bold=True)
    program = Path(sys.executable).with_name(command[0])
    if not program.exists():
        fail(f"{command[0]} is not installed here: pip install -e '.[dev]'")
    return subprocess.run([str(program), *command[1:]], check=False).returncode
