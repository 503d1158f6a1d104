"""Conventions of the source text, checked instead of commented on in reviews."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import app

ROOT = Path(app.__path__[0])
COMMITTERS = {
    "kernel/database/engine.py",
    "kernel/lane/lane.py",
    "kernel/database/migrations.py",
}
"""The third is a process of its own, before any other."""


@dataclass
class Source:
    """A file of the program, read and parsed once for all rules."""

    path: Path

    def __str__(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @property
    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        for node in self.nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    @property
    def called(self) -> Iterator[str]:
        """Dotted names of the functions that it calls."""
        for node in self.nodes:
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func)

    @property
    def raised(self) -> Iterator[str]:
        for node in self.nodes:
            if isinstance(node, ast.Raise) and node.exc is not None:
                yield ast.unparse(node.exc)


SOURCES = [Source(path) for path in sorted(ROOT.rglob("*.py"))]


def sources_but(*names: str) -> Iterator[Source]:
    """All files without those that a rule exempts, which must exist."""
    assert set(names) <= set(map(str, SOURCES))
    for source in SOURCES:
        if str(source) not in names:
            yield source


def test_every_file_is_read() -> None:
    assert {"main.py", "kernel/clock.py", "volunteering/signups/rules.py"} <= set(map(str, SOURCES))


def test_files_are_short() -> None:
    assert [str(source) for source in SOURCES if len(source.text.splitlines()) > 300] == []


def test_functions_are_short() -> None:
    assert [
        f"{source}: {function.name}"
        for source in SOURCES
        for function in source.functions
        if (function.end_lineno or 0) - function.lineno >= 40
    ] == []


def test_a_file_says_what_it_answers_for() -> None:
    assert [
        str(source)
        for source in SOURCES
        if source.text.strip() and not ast.get_docstring(source.tree)
    ] == []


def test_nothing_is_imported_inside_a_function() -> None:
    assert [
        f"{source}: {function.name}"
        for source in SOURCES
        for function in source.functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ] == []


def test_transactions_end_in_one_place() -> None:
    assert [
        f"{source}: {name}"
        for source in sources_but(*COMMITTERS)
        for name in source.called
        if name.rpartition(".")[2] in {"commit", "rollback", "begin"}
    ] == []


def test_nobody_raises_an_http_exception() -> None:
    assert [
        f"{source}: {raised}"
        for source in sources_but("kernel/web/bodies.py", "kernel/web/request_middleware.py")
        for raised in source.raised
        if "HTTPException" in raised
    ] == []


def test_the_time_is_read_in_one_place() -> None:
    forbidden = {"datetime.now", "datetime.utcnow", "date.today", "func.now"}
    assert [
        f"{source}: {name}"
        for source in sources_but("kernel/clock.py")
        for name in source.called
        if name in forbidden
    ] == []


def test_days_are_made_in_one_place() -> None:
    """An instant has a day, and a time of day, only in the time zone of the place. The counter of
    recurring days takes and gives datetimes without a zone."""
    assert [
        f"{source}: {name}"
        for source in sources_but("kernel/clock.py", "kernel/recurrence.py")
        for name in source.called
        if name.endswith((".date", ".timetz")) or name in {"date.today", "datetime.combine"}
    ] == []
    assert [
        f"{source}: {ast.unparse(node)}"
        for source in sources_but("kernel/clock.py")
        for node in source.nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "astimezone"
        and [ast.unparse(argument) for argument in node.args] != ["UTC"]
    ] == []


def test_no_middleware_is_of_the_slow_kind() -> None:
    """It divides throughput by four."""
    assert [str(source) for source in SOURCES if "BaseHTTPMiddleware" in source.text] == []
