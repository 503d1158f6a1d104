"""CONTRIBUTING.md is followed word for word: its feature is written, migrated and tested."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import URL

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r'^```(\w+) title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
FOLDERS = ("app", "migrations", "tests", "docs", "openapi")
FILES = ("alembic.ini", "pyproject.toml", "README.md", "CONTRIBUTING.md")


def copy_of_the_repository(folder: Path) -> None:
    skip = shutil.ignore_patterns("__pycache__", "*.pyc", "var")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=skip)
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)


def follow(folder: Path) -> None:
    """Write each file of the page, and change the lines that it shows as differences."""
    for language, name, text in BLOCK.findall(PAGE):
        path = folder / name
        if language == "diff":
            path.write_text(changed(path.read_text(encoding="utf-8"), text), encoding="utf-8")
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / "__init__.py").touch()
        path.write_text(text, encoding="utf-8")


def changed(text: str, difference: str) -> str:
    """Returns the text with the old lines of a difference replaced by the new ones."""
    lines = difference.splitlines()
    old = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
    new = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
    assert text.count(old) == 1, f"{old!r} does not stand there once"
    return text.replace(old, new)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    copy_of_the_repository(tmp_path)
    follow(tmp_path)
    return tmp_path


def run(folder: Path, server: URL, *command: str) -> str:
    """Run Python in the folder; returns what it printed."""
    url = server.render_as_string(hide_password=False)
    environment = {**os.environ, "PYTHONPATH": str(folder), "LINLI_TEST_DATABASE_URL": url}
    ended = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_the_feature_is_written_migrated_and_tested(example: Path, server: URL) -> None:
    url = server.render_as_string(hide_password=False)
    linli = ("-m", "app.cli")
    run(example, server, *linli, "make-migration", "found_items_table", "--server", url)
    run(example, server, *linli, "export-openapi")
    tests = run(example, server, "-m", "pytest", "-q", "tests/found_items")
    assert " passed" in tests
    for command in (("check",), ("format", "--check")):
        run(example, server, "-m", "ruff", *command, "app", "tests/found_items", "migrations")
    run(example, server, "-c", LINT_IMPORTS)
