"""`.editorconfig` and the hooks before a commit say what the checks say."""

import re
import tomllib
from collections.abc import Iterator
from configparser import ConfigParser
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from app.cli.dev import CHECKS

ROOT = Path(__file__).parents[2]
BINARY = re.compile(r"\.(png|jpg|ico|pyc|gz|ttf)$")
FOLDERS = ("app", "bench", "console", "docs", "migrations", "openapi", "tests", ".ci")
INSTALLED = {"node_modules", "__pycache__", ".ruff_cache", "var", ".venv"}
"""Folders of files that are not in the repository."""


@cache
def editor() -> ConfigParser:
    parser = ConfigParser()
    parser.read_string("[top]\n" + (ROOT / ".editorconfig").read_text())
    return parser


def test_editors_and_ruff_agree_on_lines() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    [section] = [name for name in editor().sections() if "py," in name]
    assert int(editor()[section]["max_line_length"]) == project["tool"]["ruff"]["line-length"]
    assert int(editor()[section]["indent_size"]) == 4
    assert project["tool"]["ruff"].get("format") is None


def test_every_check_runs_before_a_commit_from_this_environment_alone() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text()
    entries = re.findall(r"entry: (.+)", hooks)
    assert len(entries) == len(re.findall(r"language: system", hooks)) == hooks.count("- id:")
    assert re.findall(r"repo: (\S+)", hooks) == ["local"]
    said = {" ".join(re.sub(r"--(fix|force-exclude)", "", entry).split()) for entry in entries}
    checks = {" ".join(command).removesuffix(" .") for command in CHECKS}
    assert said == {"ruff format" if "ruff format" in check else check for check in checks}


def test_files_are_as_editors_leave_them() -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for folder in FOLDERS
        for path in files_below(ROOT / folder)
        if not BINARY.search(path.name) and not is_foreign(path)
        if not is_tidy(path.read_text(encoding="utf-8"))
    ]
    assert not wrong


def files_below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and path.name not in INSTALLED:
            yield from files_below(path)
        elif path.is_file():
            yield path


def is_foreign(path: Path) -> bool:
    """Says whether `.editorconfig` lets the file end as those who made it have it."""
    name = path.relative_to(ROOT).as_posix()
    settings = editor()
    return any(
        fnmatch(name, section)
        for section in settings.sections()
        if settings[section].get("insert_final_newline") == "unset"
    )


def test_only_what_tools_have_made_may_end_otherwise() -> None:
    assert is_foreign(ROOT / "app/console/dist/assets/a.js")
    assert is_foreign(ROOT / "app/docs_ui/swagger-ui-bundle.js")
    assert not is_foreign(ROOT / "console/src/main.ts")
    assert not is_foreign(ROOT / "app/console/pages.py")


def is_tidy(text: str) -> bool:
    """Ends with one newline, has no trailing spaces, tabs or carriage returns."""
    is_ended = not text or (text.endswith("\n") and not text.endswith("\n\n"))
    return is_ended and not re.search(r"[ \t]$|\t|\r", text, flags=re.MULTILINE)
