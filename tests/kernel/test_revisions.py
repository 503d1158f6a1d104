"""The text of the migrations: the same revision works on one PostgreSQL and on Citus."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import app
from app.kernel.database.columns import CommunityScoped, UserScoped
from app.kernel.database.engine import Base

REVISIONS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(app.__path__[0]).parent / "migrations" / "versions").glob("*.py"))
}
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


def moves(text: str) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.name in {"upgrade", "downgrade"}:
            yield node


def test_a_revision_prepares_first() -> None:
    assert [
        f"{name}: {move.name}"
        for name, text in REVISIONS.items()
        for move in moves(text)
        if ast.unparse(move.body[0]) != "prepare()"
    ] == []


def test_a_revision_says_of_each_table_how_it_is_distributed() -> None:
    created = [
        (name, table)
        for name, text in REVISIONS.items()
        for table in re.findall(r'create_table\(\s*"(\w+)"', text)
    ]
    assert {RENAMED.get(table, table) for _, table in created} == KINDS.keys()
    assert [
        f"{name}: {table}"
        for name, table in created
        if f'    {KINDS[RENAMED.get(table, table)]}("{table}")' not in REVISIONS[name]
    ] == []


def test_a_revision_is_named_by_its_minute_and_what_it_does() -> None:
    assert [name for name in REVISIONS if not re.fullmatch(r"\d{12}_[a-z_]+", name)] == []


def test_revisions_are_one_line() -> None:
    """Files need not be named in its order: who works beside others chooses a name early."""
    after: dict[str | None, str] = {}
    for text in REVISIONS.values():
        [revision] = re.findall(r'^revision = "(\w+)"', text, re.MULTILINE)
        down = re.findall(r'^down_revision.* = "(\w+)"', text, re.MULTILINE)
        assert after.setdefault(down[0] if down else None, revision) == revision
    line = [after[None]]
    while line[-1] in after:
        line.append(after[line[-1]])
    assert len(line) == len(REVISIONS)
