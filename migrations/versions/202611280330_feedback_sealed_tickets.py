"""Tickets are sealed: their authors, words and places, and the words of their history and ratings.

Revision ID: 202611280330
Revises: 202611280320
"""

import json
import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from app.kernel.crypto.boxes import Column
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_sealing import change_rows, open_column, seal_column

revision = "202611280330"
down_revision: str | None = "202611280320"
branch_labels = None
depends_on = None

LOCATION = Column("tickets", "location_sealed", 96)
PLACE = "CAST(jsonb_build_array(place_id, gcj02_longitude, gcj02_latitude) AS text)"
HAS_PLACE = "(place_id IS NOT NULL OR gcj02_longitude IS NOT NULL)"
WORDS = (
    ("tickets", "text", False),
    ("ticket_entries", "text", True),
    ("ticket_ratings", "comment", False),
)
"""Columns of words, and whether they may be empty."""
ENTERED = {
    "tickets": "(channel = 'self') = (entered_by IS NULL)",
    "ticket_entries": "(side = 'author' AND channel = 'self') = (entered_by IS NULL)",
    "ticket_ratings": "(channel = 'self') = (entered_by IS NULL)",
}
"""Rules that say which rows name the one who entered them: never those of an author."""
BY_AUTHOR = {"tickets": "t.id", "ticket_entries": "t.ticket_id", "ticket_ratings": "t.ticket_id"}
NUMBER = re.compile(r"\d(?:[\s-]?\d){4,}|\S+@\S+")


def require(table: str, column: str) -> None:
    """Make a column NOT NULL without reading the table under a lock."""
    name = f"ck_{table}_{column}_there"
    set_check(table, name, f"{column} IS NOT NULL")
    op.alter_column(table, column, nullable=False)
    drop_check(table, name)


def seal_place(owner: UUID | None, row_id: UUID, text: str) -> Mapping[str, Any]:
    content = json.dumps(json.loads(text), separators=(",", ":")).encode()
    return {"location_sealed": LOCATION.seal(owner, row_id, content)}


def open_place(owner: UUID | None, row_id: UUID, stored: bytes) -> Mapping[str, Any]:
    place_id, longitude, latitude = json.loads(LOCATION.open(owner, row_id, stored))
    return {"place_id": place_id, "gcj02_longitude": longitude, "gcj02_latitude": latitude}


def cut_title(_owner: UUID | None, _row_id: UUID, title: str) -> Mapping[str, Any]:
    """Cuts the title as the program does at the time of this revision."""
    first = re.split(r"[\n，。；！？,;!?]", NUMBER.sub("…", title).strip(), maxsplit=1)[0].strip()
    first = first if len(first) <= 20 else first[:19] + "…"
    return {"title": first if first.strip("…") else "诉求"}


def nobody(_owner: UUID | None, _row_id: UUID, _by: UUID) -> Mapping[str, Any]:
    return {"entered_by": None}


def upgrade() -> None:
    prepare()
    seal_authors()
    for table, column, may_be_empty in WORDS:
        sealed = sa.Column(f"{column}_sealed", sa.LargeBinary(), nullable=True)
        op.add_column(table, sealed, if_not_exists=True)
        seal_column(table, column, f"{column}_sealed")
        if not may_be_empty:
            require(table, f"{column}_sealed")
        op.drop_column(table, column)
    location = sa.Column("location_sealed", sa.LargeBinary(), nullable=True)
    op.add_column("tickets", location, if_not_exists=True)
    change_rows("tickets", PLACE, seal_place, condition=f"{HAS_PLACE} AND location_sealed IS NULL")
    drop_check("tickets", "ck_tickets_point")
    for column in ("place_id", "gcj02_longitude", "gcj02_latitude"):
        op.drop_column("tickets", column)
    for table, rule in ENTERED.items():
        op.alter_column(table, "entered_by", nullable=True)
        is_authors = rule.partition(" = (entered_by")[0]
        change_rows(table, "entered_by", nobody, condition=is_authors)
        set_check(table, f"ck_{table}_entered", rule)
    change_rows(
        "tickets",
        "number",
        lambda _owner, _row_id, _number: {"search_grams": []},
        condition="NOT is_shown AND search_grams <> '{}'",
        casts={"search_grams": "text[]"},
    )
    change_rows("cards", "title", cut_title, condition="kind = 'ticket' AND is_public")


def seal_authors() -> None:
    for name in ("person_sealed", "person_index", "person_index_even"):
        column = sa.Column(name, sa.LargeBinary(), nullable=True)
        op.add_column("tickets", column, if_not_exists=True)
    seal_column("tickets", "participant_id", "person_sealed", index="person_index")
    require("tickets", "person_sealed")
    rule = "num_nonnulls(person_index, person_index_even) > 0"
    set_check("tickets", "ck_tickets_is_found", rule)
    op.create_index("ix_tickets_person", "tickets", ["community_id", "person_index", "id"])
    op.create_index(
        "ix_tickets_person_even",
        "tickets",
        ["community_id", "person_index_even", "id"],
        postgresql_where=sa.text("person_index_even IS NOT NULL"),
    )
    op.drop_column("tickets", "participant_id")


def downgrade() -> None:
    prepare()
    open_authors()
    for table, column, may_be_empty in WORDS:
        op.add_column(table, sa.Column(column, sa.String(), nullable=True), if_not_exists=True)
        open_column(table, column, f"{column}_sealed")
        if not may_be_empty:
            require(table, column)
        op.drop_column(table, f"{column}_sealed")
    op.add_column("tickets", sa.Column("place_id", sa.Uuid(), nullable=True))
    op.add_column("tickets", sa.Column("gcj02_longitude", sa.Float(), nullable=True))
    op.add_column("tickets", sa.Column("gcj02_latitude", sa.Float(), nullable=True))
    change_rows("tickets", "location_sealed", open_place, casts={"place_id": "uuid"})
    op.drop_column("tickets", "location_sealed")
    set_check("tickets", "ck_tickets_point", "(gcj02_longitude IS NULL) = (gcj02_latitude IS NULL)")
    op.create_foreign_key(
        op.f("fk_tickets_community_id_place_id"),
        *("tickets", "places"),
        *(["community_id", "place_id"], ["community_id", "id"]),
    )


def open_authors() -> None:
    op.add_column("tickets", sa.Column("participant_id", sa.Uuid(), nullable=True))
    open_column("tickets", "participant_id", "person_sealed", clear_type="uuid")
    require("tickets", "participant_id")
    for table in ENTERED:
        drop_check(table, f"ck_{table}_entered")
        op.execute(
            f"UPDATE {table} SET entered_by = coalesce(p.user_id, t.community_id)"
            f" FROM {table} t JOIN tickets k ON k.community_id = t.community_id"
            f" AND k.id = {BY_AUTHOR[table]} JOIN participants p"
            " ON p.community_id = k.community_id AND p.id = k.participant_id"
            f" WHERE {table}.community_id = t.community_id AND {table}.id = t.id"
            f" AND {table}.entered_by IS NULL"
        )
        require(table, "entered_by")
    op.create_foreign_key(
        op.f("fk_tickets_community_id_participant_id"),
        *("tickets", "participants"),
        *(["community_id", "participant_id"], ["community_id", "id"]),
    )
    op.create_index("ix_tickets_mine", "tickets", ["community_id", "participant_id", "id"])
    drop_check("tickets", "ck_tickets_is_found")
    for column in ("person_index_even", "person_index", "person_sealed"):
        op.drop_column("tickets", column)
