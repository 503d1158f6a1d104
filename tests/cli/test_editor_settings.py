"""`.editorconfig` and the hooks before a commit say what the checks say."""

import re
import tomllib
from configparser import ConfigParser
from pathlib import Path

from app.cli.dev import CHECKS

ROOT = Path(__file__).parents[2]
BINARY_OR_FOREIGN = re.compile(r"\.(png|jpg|ico|pyc|gz|ttf)$|swagger-ui")


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
        for folder in ("app", "tests", "bench", "migrations", "docs", "openapi", ".ci")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not BINARY_OR_FOREIGN.search(path.name)
        if not is_tidy(path.read_text(encoding="utf-8"))
    ]
    assert not wrong


def is_tidy(text: str) -> bool:
    """Ends with one newline, has no trailing spaces, tabs or carriage returns."""
    is_ended = not text or (text.endswith("\n") and not text.endswith("\n\n"))
    return is_ended and not re.search(r"[ \t]$|\t|\r", text, flags=re.MULTILINE)
