"""The documents name what there is: files, commands, settings, metrics, names of the code."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from app.cli import COMMANDS
from app.settings import Settings
from tests.each import each

ROOT = Path(__file__).parents[2]
DOCUMENTS = {
    name: (ROOT / name).read_text(encoding="utf-8")
    for name in (
        *("README.md", "CONTRIBUTING.md"),
        *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")),
    )
}
FOLDERS = ("app", "bench", "deploy", "docs", "migrations", "openapi", "tests", ".ci")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r'^```\w+ title=".*?^```$', re.MULTILINE | re.DOTALL)
"""Files of the worked example, which is followed word for word elsewhere."""
QUOTED = re.compile(r"`([^`]+)`")

PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)*/?")
ENDINGS = (".py", ".md", ".json", ".toml", ".ini", ".yaml", ".txt")
MEDIA_TYPES = ("application/", "text/")
NO_PATHS = {"var/", "var/demo.env", "Asia/Shanghai"}
"""The demo and the tests make `var/`; the last is a time zone."""

COMMAND = re.compile(r"\blinli((?: --[a-z-]+| [a-z][a-z-]*\b(?![_/.]))+)")
GROUP_MARK = "@app.callback("
OTHER_VARIABLES = {"LINLI_ENV_FILE", "LINLI_TEST_DATABASE_URL"}
"""Variables that are no settings of the service."""
ROLES = {"linli_app", "linli_web"}
NAME = re.compile(r"[A-Za-z_][\w.]*(?:\(\))?")
NAMES_OF_OTHERS = {"linli_web", "wx.getLocation", "FAKETIME_DONT_FAKE_MONOTONIC"}
"""Names that stand nowhere in the code: of other programs, and of an operator's own role."""


def sentences(document: str) -> Iterator[str]:
    """Paragraphs and lines of a document without its blocks of code. What an entry of the
    decisions refuses is left out: it need not be there."""
    for line in FENCED.sub("", DOCUMENTS[document]).splitlines():
        if not line.startswith("Refused:"):
            yield line


def quoted(document: str) -> Iterator[str]:
    for line in sentences(document):
        yield from QUOTED.findall(line)


each_document = each(DOCUMENTS)

# ---------------------------------------------------------------- files


@cache
def paths() -> frozenset[str]:
    """Every file and folder of the repository, and each end of its path."""
    found = [path for folder in FOLDERS for path in (ROOT / folder, *(ROOT / folder).rglob("*"))]
    found += [path for path in ROOT.iterdir() if path.is_file()]
    parts = [path.relative_to(ROOT).parts for path in found if "__pycache__" not in path.parts]
    return frozenset("/".join(part[n:]) for part in parts for n in range(len(part)))


def is_path(text: str) -> bool:
    looks_like_one = "/" in text or text.endswith(ENDINGS)
    return bool(PATH.fullmatch(text)) and looks_like_one and not text.startswith(MEDIA_TYPES)


@each_document
def test_files_and_folders_are_there(document: str) -> None:
    named = {text for text in quoted(document) if is_path(text)} - NO_PATHS
    assert {text for text in named if text.rstrip("/") not in paths()} == set()


@each_document
def test_links_lead_somewhere(document: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", FENCED.sub("", DOCUMENTS[document]))
    folder = (ROOT / document).parent
    assert [link for link in links if not (folder / link).exists()] == []


def test_each_decision_has_three_lines() -> None:
    _title, _how, *entries = DOCUMENTS["docs/decisions.md"].strip().split("\n\n")
    lines = [entry.splitlines() for entry in entries]
    assert [one[0] for one in lines if len(one) != 3 or not one[2].startswith("Refused")] == []


# ---------------------------------------------------------------- commands


def module_of(command: str) -> str:
    path = ROOT / "app" / "cli" / f"{command.replace('-', '_')}.py"
    return path.read_text(encoding="utf-8")


def subcommands(source: str) -> set[str]:
    """Names of the commands of a group."""
    named = re.compile(r'@app\.command\((?:"([\w-]+)")?[^)]*\)\s+(?:async )?def (\w+)')
    return {given or function for given, function in named.findall(source)}


def commands(document: str) -> Iterator[tuple[str, ...]]:
    """Each command that is named, with the words and options behind it."""
    text = EXAMPLE.sub("", DOCUMENTS[document])
    spans = [*QUOTED.findall(FENCED.sub("", text)), *FENCED.findall(text)]
    for span in spans:
        for words in COMMAND.findall(span):
            yield tuple(words.split())


def fault(words: tuple[str, ...]) -> str | None:
    command, *others = words
    if command not in COMMANDS:
        return f"linli {command}"
    source = module_of(command)
    options = [word for word in others if word.startswith("--")]
    is_wrong = any(not re.search(rf"\b{word[2:].replace('-', '_')}:", source) for word in options)
    if GROUP_MARK in source and others:
        is_wrong = is_wrong or others[0] not in subcommands(source)
    return f"linli {' '.join(words)}" if is_wrong else None


@each_document
def test_commands_exist(document: str) -> None:
    assert [wrong for words in commands(document) if (wrong := fault(words))] == []


def test_commands_are_found() -> None:
    seen = {words for document in DOCUMENTS for words in commands(document)}
    assert {("serve", "--reload", "--env-file"), ("dev", "check"), ("worker",), ("demo",)} <= seen
    wrong = (("events", "mend"), ("serve", "--often"), ("stop",))
    assert all(fault(words) for words in wrong)


# ---------------------------------------------------------------- settings and metrics

SETTINGS = {f"LINLI_{name}".upper() for name in Settings.model_fields}


@each_document
def test_settings_exist(document: str) -> None:
    named = set(re.findall(r"LINLI_[A-Z_]*[A-Z]", DOCUMENTS[document]))
    assert named - SETTINGS - OTHER_VARIABLES == set()


def test_the_readme_has_every_setting() -> None:
    rows = [line for line in DOCUMENTS["README.md"].splitlines() if line.startswith("| `LINLI_")]
    assert SETTINGS - set(re.findall(r"LINLI_\w+", "\n".join(rows))) == set()


def test_metrics_are_those_that_are_emitted() -> None:
    emitting = (
        "serve.py",
        "kernel/metrics.py",
        "kernel/ops/audit_state.py",
        "kernel/ops/queue_metrics.py",
    )
    emitted = {
        name
        for path in emitting
        for node in ast.walk(ast.parse((ROOT / "app" / path).read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for name in re.findall(r"\blinli_[a-z_]+", node.value)
    }
    named = set(re.findall(r"\blinli_[a-z_]+", DOCUMENTS["docs/operations.md"])) - ROLES
    assert named == emitted


# ---------------------------------------------------------------- names of the code


@cache
def words_of_the_code() -> frozenset[str]:
    sources = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    sources += [ROOT / "pyproject.toml", ROOT / "constraints.txt"]
    sources += (ROOT / "openapi").glob("*.json")
    texts = (path.read_text(encoding="utf-8") for path in sources if path != Path(__file__))
    return frozenset(word for text in texts for word in re.findall(r"\w+", text))


def is_name(text: str) -> bool:
    """`two_words`, `CamelCase`, `a.b` or `called()`; a plain word may be anything."""
    marked = "_" in text or "." in text or text.endswith("()") or re.search(r"[a-z][A-Z]", text)
    is_variable = text.startswith("LINLI_")
    return bool(NAME.fullmatch(text) and marked and not is_variable)


@each_document
def test_names_are_those_of_the_code(document: str) -> None:
    named = {
        text for text in quoted(document) if is_name(text) and not is_path(text)
    } - NAMES_OF_OTHERS
    parts = {text: re.findall(r"\w+", text) for text in named}
    assert {text for text in named if not words_of_the_code().issuperset(parts[text])} == set()
