"""`linli generate-clients`: the generated parts of the clients in `openapi/clients/`, and the check
that they are current."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from app.cli.command import command_app, fail

CLIENTS = Path("openapi/clients")

app = command_app()


@dataclass(frozen=True, slots=True)
class Generator:
    """Program that makes the generated parts of one client."""

    client: str
    command: tuple[str, ...]
    """Command, run in the client's folder; the folder to write to is added."""
    target: str
    """Folder of the generated parts, in the client's folder."""
    parts: tuple[str, ...]
    """Patterns of the generated files in the target."""
    missing: Callable[[Path], str | None]
    """Returns what is missing to run it, and how it is had."""


def _without_node(folder: Path) -> str | None:
    if which("node") is None:
        return "Node 20 or newer is needed (https://nodejs.org, or: apt-get install nodejs npm)"
    if not (folder / "node_modules").is_dir():
        return f"its packages are not installed: (cd {folder} && npm ci)"
    return None


def _without_packages(_folder: Path) -> str | None:
    if find_spec("openapi_python_client") is None:
        return "openapi-python-client is not installed: pip install -c constraints.txt -e '.[dev]'"
    return None


GENERATORS = (
    Generator("typescript", ("node", "generate.mjs"), "src/generated", ("*.ts",), _without_node),
    Generator(
        "python",
        (sys.executable, "generate.py"),
        "linli_client",
        ("admin/*.py", "resident/*.py"),
        _without_packages,
    ),
    Generator(
        "miniprogram", ("node", "tools/generate.mjs"), "dist", ("*.js", "*.d.ts"), _without_node
    ),
)


@app.command()
def generate_clients(
    check: Annotated[bool, typer.Option("--check", help="Only compare.")] = False,
    only: Annotated[str | None, typer.Option(help="One client, by its folder.")] = None,
) -> None:
    """Make the generated parts of the clients, or compare them.

    With --check nothing is written, and the first file that differs ends the command with status 1.
    """
    for generator in GENERATORS:
        if only in (None, generator.client):
            _run(generator, check=check)


def _run(generator: Generator, *, check: bool) -> None:
    folder = CLIENTS / generator.client
    if missing := generator.missing(folder):
        fail(f"{folder}: {missing}")
    target = folder / generator.target
    if not check:
        _generate(generator, folder, target)
        return
    with TemporaryDirectory() as fresh:
        _generate(generator, folder, Path(fresh))
        _compare(generator, target, Path(fresh))


def _generate(generator: Generator, folder: Path, target: Path) -> None:
    command = [*generator.command, str(target.resolve())]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        fail(f"{folder}: {done.stderr or done.stdout}")


def _compare(generator: Generator, target: Path, fresh: Path) -> None:
    expected, present = (dict(_files(generator, folder)) for folder in (fresh, target))
    for name in sorted(expected.keys() | present.keys()):
        if expected.get(name) != present.get(name):
            fail(f"{target / name} is not current: linli generate-clients")


def _files(generator: Generator, folder: Path) -> Iterator[tuple[str, bytes]]:
    for pattern in generator.parts:
        for path in folder.glob(pattern):
            yield str(path.relative_to(folder)), path.read_bytes()
