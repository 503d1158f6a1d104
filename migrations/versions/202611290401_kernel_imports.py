"""Imports are recorded, wait and are undone; register entries may lack a phone and say who is an
adult; places are retired and merged.

Revision ID: 202611290401
Revises: 202611290502
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_checks import set_check
from app.kernel.database.migration_columns import community_columns, enum_column

revision = "202611290401"
down_revision: str | None = "202611290502"
branch_labels = None
depends_on = None

IS_FOUND = "num_nonnulls(name_index, name_index_even) > 0"
HAS_PHONE = "num_nonnulls(phone_index, phone_index_even)"


def upgrade() -> None:
    prepare()
    op.create_table(
        "imports",
        *community_columns("imports"),
        sa.Column("kind", sa.String(), nullable=False),
        enum_column(
            "status", ("queued", "running", "done", "refused", "undone"), check="import_status"
        ),
        sa.Column("imported_by", sa.Uuid(), nullable=False),
        sa.Column("options", JSONB(), nullable=False),
        sa.Column("progress_percent", sa.Integer(), nullable=False),
        sa.Column("counts", JSONB(), nullable=False),
        sa.Column("errors", JSONB(), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.Uuid(), nullable=True),
        sa.Column("upload_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("journal_sealed", sa.LargeBinary(), nullable=True),
    )
    scoped("imports")
    op.create_index("ix_imports_list", "imports", ["community_id", "kind", "id"])
    op.create_index(
        "ix_imports_open",
        "imports",
        ["submitted_at"],
        postgresql_where=sa.text("status IN ('queued', 'running')"),
    )
    op.add_column("register_entries", sa.Column("is_adult_sealed", sa.LargeBinary(), nullable=True))
    op.alter_column("register_entries", "phone_sealed", nullable=True)
    op.add_column("places", sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("places", sa.Column("merged_into", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        "fk_places_community_id_merged_into",
        "places",
        "places",
        ["community_id", "merged_into"],
        ["community_id", "id"],
    )
    set_check(
        "register_entries",
        "ck_register_entries_is_found",
        f"{IS_FOUND} AND (phone_sealed IS NULL) = ({HAS_PHONE} = 0)",
    )


def downgrade() -> None:
    prepare()
    # A version that knows no entries without a phone would take none of them for a match.
    op.execute(
        "DELETE FROM register_entries AS e USING communities AS c"
        " WHERE e.community_id = c.id AND e.phone_sealed IS NULL"
    )
    set_check("register_entries", "ck_register_entries_is_found", f"{IS_FOUND} AND {HAS_PHONE} > 0")
    op.drop_constraint("fk_places_community_id_merged_into", "places", type_="foreignkey")
    op.drop_column("places", "merged_into")
    op.drop_column("places", "retired_at")
    op.alter_column("register_entries", "phone_sealed", nullable=False)
    op.drop_column("register_entries", "is_adult_sealed")
    op.drop_table("imports")
