"""`linli dev`: tasks print the commands that they run, and fail when one of these does."""

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import app, dev
from app.diagrams import DOCUMENT
from tests.cli.linli import linli

PASSING = "def test_passes() -> None:\n    assert True\n"
FAILING = "def test_fails() -> None:\n    assert False\n"


def test_the_tasks_are_listed_with_what_they_do() -> None:
    output = CliRunner().invoke(app, ["dev", "--help"]).output
    for task in ("check", "format", "test", "diagrams"):
        assert task in output
    assert "contracts" in output


def test_every_command_of_the_checks_is_printed_and_the_failed_ones_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Runs in a folder where every check finds something wrong, or nothing to check."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wrong.py").write_text("import os\nx=1\n")
    run = linli("dev", "check")
    assert run.returncode == 1
    for command in ("ruff check .", "mypy", "lint-imports", "linli export-openapi --check"):
        assert f"$ {command}" in run.stdout
        assert command in run.stderr
    assert "wrong.py" in run.stdout


@pytest.mark.parametrize(("source", "status"), [(PASSING, 0), (FAILING, 1)])
def test_tests_are_run_with_what_is_given(tmp_path: Path, source: str, status: int) -> None:
    path = tmp_path / "test_one.py"
    path.write_text(source)
    run = linli("dev", "test", str(path), "--rootdir", str(tmp_path), "-p", "no:cacheprovider")
    assert run.returncode == status, run.stdout
    assert f"$ pytest -q {path}" in run.stdout


def test_a_program_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    run = CliRunner().invoke(app, ["dev", "format"])
    assert run.exit_code == 1
    assert "ruff is not installed" in run.output


def test_old_diagrams_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert CliRunner().invoke(app, ["dev", "diagrams", "--check"]).exit_code == 0
    old = tmp_path / "states.md"
    old.write_text("old")
    monkeypatch.setattr(dev, "DOCUMENT", old)
    refused = CliRunner().invoke(app, ["dev", "diagrams", "--check"])
    assert refused.exit_code == 1
    assert "states.md" in refused.output
    assert CliRunner().invoke(app, ["dev", "diagrams"]).exit_code == 0
    assert old.read_text() == DOCUMENT.read_text()
