"""Revisions that seal what stood in clear columns, and open it again on the way down."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.kernel.database.columns import uuid7
from app.kernel.database.migration_sealing import ROWS_AT_A_TIME, open_column, seal_column
from app.kernel.privacy.sealed import Sealed, SealedJson

TABLES = """
CREATE TABLE papers (community_id uuid, id uuid, words text, answers jsonb, ids uuid[],
    words_sealed bytea, words_index bytea, answers_sealed bytea, ids_sealed bytea,
    PRIMARY KEY (community_id, id));
CREATE TABLE pens (id uuid PRIMARY KEY, colour text, colour_sealed bytea)
"""


class Paper:
    __tablename__ = "papers"
    words_index = words_index_even = b""
    words = Sealed("words_sealed", index="words_index")
    answers = SealedJson("answers_sealed")
    ids = SealedJson("ids_sealed")


class Pen:
    __tablename__ = "pens"
    colour = Sealed("colour_sealed")


def revised(change: Callable[[], None]) -> Callable[[Connection], None]:
    def revise(connection: Connection) -> None:
        context = MigrationContext.configure(connection, opts={"transaction_per_migration": True})
        with Operations.context(context), context.begin_transaction(_per_migration=True):
            change()

    return revise


def seal() -> None:
    seal_column("papers", "words", "words_sealed", index="words_index")
    seal_column("papers", "answers", "answers_sealed", as_json=True)
    seal_column("papers", "ids", "ids_sealed", as_json=True)
    seal_column("pens", "colour", "colour_sealed", tenant=None)


def open_() -> None:
    open_column("papers", "words", "words_sealed")
    open_column("papers", "answers", "answers_sealed", as_json=True)
    open_column("pens", "colour", "colour_sealed", tenant=None)


async def test_rows_are_sealed_and_opened_again(own_engine: AsyncEngine) -> None:
    here, other, pen = uuid7(), uuid7(), uuid7()
    ids = [uuid7() for _ in range(ROWS_AT_A_TIME + 1)]
    rows = [{"c": here, "id": id_, "words": f"第{n}句", "ids": [id_]} for n, id_ in enumerate(ids)]
    async with own_engine.begin() as connection:
        for statement in TABLES.split(";"):
            await connection.execute(text(statement))
        await connection.execute(
            text(
                "INSERT INTO papers (community_id, id, words, answers, ids)"
                """ VALUES (:c, :id, :words, '{"问": [1, null]}', CAST(:ids AS uuid[]))"""
            ),
            [*rows, {"c": other, "id": ids[0], "words": None, "ids": None}],
        )
        await connection.execute(text("INSERT INTO pens VALUES (:id, '红')"), {"id": pen})
    async with own_engine.connect() as migrating:
        await migrating.run_sync(revised(seal))
    async with own_engine.begin() as connection:
        for n in (0, ROWS_AT_A_TIME):
            row = await _row(connection, "papers", here, ids[n])
            key = (Paper, here, ids[n])
            assert Paper.words.open_for(*key, row["words_sealed"]) == f"第{n}句"
            assert Paper.words.blind_for(Paper, here, f"第{n}句") == row["words_index"]
            assert Paper.answers.open_for(*key, row["answers_sealed"]) == {"问": [1, None]}
            assert Paper.ids.open_for(*key, row["ids_sealed"]) == [str(ids[n])]
        row = await _row(connection, "papers", other, ids[0])
        assert (row["words_sealed"], row["words_index"]) == (None, None)
        row = await _row(connection, "pens", None, pen)
        assert Pen.colour.open_for(Pen, None, pen, row["colour_sealed"]) == "红"
        before = await _all_clear(connection)
        await connection.execute(text("UPDATE papers SET words = NULL, answers = NULL"))
        await connection.execute(text("UPDATE pens SET colour = NULL"))
    async with own_engine.connect() as migrating:
        await migrating.run_sync(revised(open_))
    async with own_engine.begin() as connection:
        assert await _all_clear(connection) == before


async def _row(connection: Any, table: str, tenant: UUID | None, id_: UUID) -> Any:
    where = "id = :id" if tenant is None else "id = :id AND community_id = :c"
    query = text(f"SELECT * FROM {table} WHERE {where}")
    return (await connection.execute(query, {"id": id_, "c": tenant})).mappings().one()


async def _all_clear(connection: Any) -> list[Any]:
    papers = await connection.execute(text("SELECT id, words, answers FROM papers ORDER BY 1, 2"))
    pens = await connection.execute(text("SELECT id, colour FROM pens"))
    return [*papers.all(), *pens.all()]
