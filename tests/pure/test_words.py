"""Plain words: names that were retired stay away, docstrings are sentences or noun phrases, and
documents that the code names lie in the repository."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path
    for folder in ("app", "tests", "bench", "migrations")
    for path in (ROOT / folder).rglob("*.py")
)
FRAGMENT = re.compile(
    r"(Of|By|Who|Whom|Whose|For|Those|That|Which|What|Where|When|Whether|Once|Nobody|With|Without"
    r"|From|In|At|Under|Over|To|On|As|If|Unless|Until|Before|After|Because|But|And|Or|Also|Only"
    r"|Else|Than|Then|Like|Behind|Beside|Above|Below|Between|Against|During|Since|So|Nor|Not"
    r"|Never|Instead|Inside|Outside|Within|Through|Up|Down|Again|Even|Just|Too|Here|There)\b"
)
"""Openings of docstrings that are neither a verb nor a noun phrase."""
RETIRED = {
    *("told", "kept", "TOLD", "KeptAnswer", "keep_with", "HeldPlaces", "Homes", "homes_of"),
    *("OnceForUser", "OnceForAdmin", "OnceRoute", "once_router", "unkept_router"),
    *("Means", "MeansOfLogin", "Gate", "gate", "Acting", "Hand", "SettledAdminLogin"),
    *("ParticipantHere", "CurrentParticipant", "CertifiedBallot", "take_over", "Edge", "Unbroken"),
    *("_furnish", "_dress", "Because", "Noted", "Whole", "depths", "grams"),
    *("upkeep", "PATIENCE", "PORTION", "MOST", "LEAST", "LASTS", "HOLDS", "is_there_already"),
    *("roll_entries", "RollEntry", "tell", "wanted", "HOLD", "LOOK"),
}
"""Names that meant many things, or nothing to a newcomer."""
WORDS_OF_THE_DOMAIN = {"Wish", "wish", "wishes"}
"""Words that a feature owns, and the kernel does not use."""
ALLOWED = {"app/kernel/database/states.py": {"wanted"}}
"""Names that are right in one file: the member `wanted` of a wrong-state problem."""


DOCUMENT = re.compile(r"(?<![\w\"./-])[\w./-]+\.md\b")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def docstrings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and text of each docstring, those of attributes included."""
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if not isinstance(body, list):
            continue
        documented = isinstance(
            node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        )
        for before, statement in zip([None, *body], body, strict=False):
            follows = isinstance(before, ast.Assign | ast.AnnAssign)
            if (before is None and documented) or follows:
                match statement:
                    case ast.Expr(value=ast.Constant(value=str(text))):
                        yield statement.lineno, text.strip()


def names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of what is bound or imported."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                yield node.lineno, name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield node.lineno, name
            case ast.ClassDef(name=name):
                yield node.lineno, name
            case ast.alias(name=name, asname=asname):
                yield node.lineno, asname or name.rpartition(".")[2]


def fragments(source: str, file: str) -> list[str]:
    return [
        f"{file}:{line}: {text[:70]!r}"
        for line, text in docstrings(ast.parse(source))
        if FRAGMENT.match(text)
    ]


def retired(source: str, file: str) -> list[str]:
    found = RETIRED - ALLOWED.get(file, set())
    if file.startswith("app/kernel/"):
        found |= WORDS_OF_THE_DOMAIN
    return [f"{file}:{line}: {name}" for line, name in names(ast.parse(source)) if name in found]


def test_docstrings_are_sentences_or_name_the_thing() -> None:
    found = [one for path in SOURCES for one in fragments(path.read_text(), named(path))]
    assert found == [], f"{len(found)} fragments"


def test_retired_names_stay_away() -> None:
    found = [one for path in SOURCES for one in retired(path.read_text(), named(path))]
    assert found == [], f"{len(found)} retired names"


def missing_documents(source: str, file: str) -> list[str]:
    """Documents are named from the root of the repository: `docs/domain.md`."""
    return [f"{file}: {name}" for name in DOCUMENT.findall(source) if not (ROOT / name).is_file()]


def test_documents_that_the_code_names_lie_in_the_repository() -> None:
    found = [
        one
        for path in SOURCES
        if path != Path(__file__)
        for one in missing_documents(path.read_text(), named(path))
    ]
    assert found == []


def test_each_is_found_where_they_stand() -> None:
    source = 'def f(told):\n    """Of one person."""\n    kept = 1\n    """For a while."""\n'
    assert fragments(source, "a.py") == [
        "a.py:2: 'Of one person.'",
        "a.py:4: 'For a while.'",
    ]
    assert sorted(retired(source, "a.py")) == ["a.py:1: told", "a.py:3: kept"]
    assert missing_documents("as domain.md 3 says, docs/domain.md too", "a.py") == [
        "a.py: domain.md"
    ]
