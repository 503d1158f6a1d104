"""The list of commands: each is there, is told as it tells itself, and is loaded when called."""

import subprocess
import sys
from importlib import import_module

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from app.cli import COMMANDS, app

IMPORTED = "import sys, app.cli; print(*sys.modules)"
HEAVY = {"sqlalchemy", "fastapi", "alembic", "pydantic", "app.main", "app.features", "app.demo"}

each_command = pytest.mark.parametrize("name", COMMANDS)


@each_command
def test_a_command_has_the_help_that_the_list_shows(name: str) -> None:
    module = import_module(f"app.cli.{name.replace('-', '_')}")
    command = get_command(module.app)
    assert (command.help or "").partition("\n")[0] == COMMANDS[name]


@each_command
def test_a_command_shows_its_help(name: str) -> None:
    run = CliRunner().invoke(app, [name, "--help"])
    assert run.exit_code == 0
    assert name in run.output


def test_the_list_imports_no_command() -> None:
    run = [sys.executable, "-c", IMPORTED]
    imported = set(subprocess.run(run, capture_output=True, text=True, check=True).stdout.split())
    assert "app.cli" in imported
    assert not imported & HEAVY


def test_an_unknown_command_is_refused_and_a_near_one_named() -> None:
    run = CliRunner().invoke(app, ["migrat"])
    assert run.exit_code == 2
    assert "migrate" in run.output
    assert CliRunner().invoke(app, ["no-such-thing"]).exit_code == 2


def test_without_a_command_there_is_help() -> None:
    assert "create-admin" in CliRunner().invoke(app, []).output


@pytest.mark.parametrize("group", ["dev", "events"])
def test_a_group_without_a_command_lists_its_own(group: str) -> None:
    shown = CliRunner().invoke(app, [group]).output
    assert "Commands" in shown
    assert shown.strip() == CliRunner().invoke(app, [group, "--help"]).output.strip()
