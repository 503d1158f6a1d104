"""What is checked by a tool is not a review comment: the text of the program itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import app
from app.kernel.database.columns import CommunityScoped, UserScoped
from app.kernel.database.engine import Base

ROOT = Path(app.__path__[0])
SOURCES = sorted(ROOT.rglob("*.py"))
REVISIONS = sorted((ROOT.parent / "migrations" / "versions").glob("*.py"))
COMMITTERS = {
    "kernel/database/engine.py",
    "kernel/lane/lane.py",
    "kernel/database/migrations.py",
}
"""The third is a process of its own, before any other."""

each_source = pytest.mark.parametrize(
    "path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)) if path else ""
)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def called(path: Path) -> Iterator[str]:
    """Dotted names of what is called."""
    for node in nodes(path):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@each_source
def test_files_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


@each_source
def test_a_file_says_what_it_answers_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text))


@each_source
def test_nothing_is_imported_inside_a_function(path: Path) -> None:
    for function in nodes(path):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                assert not isinstance(node, ast.Import | ast.ImportFrom), function.name


@each_source
def test_transactions_end_in_one_place(path: Path) -> None:
    if named(path) in COMMITTERS:
        return
    for name in called(path):
        assert name.rpartition(".")[2] not in {"commit", "rollback", "begin"}, name


@each_source
def test_nobody_raises_an_http_exception(path: Path) -> None:
    if named(path) in {"kernel/web/bodies.py", "kernel/web/request_middleware.py"}:
        return
    for node in nodes(path):
        if isinstance(node, ast.Raise) and node.exc is not None:
            assert "HTTPException" not in ast.unparse(node.exc)


@each_source
def test_the_time_is_read_in_one_place(path: Path) -> None:
    if named(path) == "kernel/clock.py":
        return
    for name in called(path):
        assert name not in {"datetime.now", "datetime.utcnow", "date.today", "func.now"}, name


@each_source
def test_no_middleware_is_of_the_slow_kind(path: Path) -> None:
    """It divides throughput by four (performance.md 2)."""
    assert "BaseHTTPMiddleware" not in path.read_text(encoding="utf-8")


KINDS = {
    mapper.class_.__tablename__: (
        "scoped"
        if issubclass(mapper.class_, CommunityScoped)
        else "user_scoped"
        if issubclass(mapper.class_, UserScoped)
        else "shared"
    )
    for mapper in Base.registry.mappers
}


RENAMED = {"roll_entries": "register_entries", "claims": "post_claims"}
"""Tables that a later revision gave another name."""


def moves(path: Path) -> Iterator[ast.FunctionDef]:
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef) and node.name in {"upgrade", "downgrade"}:
            yield node


@pytest.mark.parametrize("path", REVISIONS, ids=lambda path: path.stem)
def test_a_revision_prepares_first_and_says_what_each_table_is(path: Path) -> None:
    """citus.md 4: the same revision works on Citus."""
    for move in moves(path):
        assert ast.unparse(move.body[0]) == "prepare()"
    text = path.read_text(encoding="utf-8")
    for table in re.findall(r'create_table\(\s*"(\w+)"', text):
        kind = KINDS[RENAMED.get(table, table)]
        assert f'    {kind}("{table}")' in text
    assert re.fullmatch(r"\d{12}_[a-z_]+", path.stem)


def test_revisions_are_one_line() -> None:
    told = [path.read_text(encoding="utf-8") for path in REVISIONS]
    own = [re.findall(r'^revision = "(\w+)"', text, re.MULTILINE)[0] for text in told]
    down = [re.findall(r'^down_revision.* = "(\w+)"', text, re.MULTILINE) for text in told]
    assert down == [[], *([revision] for revision in own[:-1])]
