"""Certificates of service, and the entries on which each rests.

Revision ID: 202611300401
Revises: 202611300303
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_checks import set_check
from app.kernel.database.migration_columns import community_columns, enum_column
from app.kernel.database.migration_grants import insert_only

revision = "202611300401"
down_revision: str | None = "202611300303"
branch_labels = None
depends_on = None

STATUSES = ("requested", "issued", "declined", "withdrawn", "revoked")
NUMBERED, KINDS = "numbered_documents", "ck_numbered_documents_document_kind"

NUMBERS_OF_CERTIFICATES = sa.text(
    "DELETE FROM numbered_documents WHERE numbered_documents.community_id = :community_id AND kind = 'certificate'"
)


def upgrade() -> None:
    prepare()
    _create_certificates()
    op.create_table(
        "certified_entries",
        *community_columns("certified_entries"),
        _uuid("certificate_id", nullable=False),
        _uuid("entry_id", nullable=False),
        _within("certificates", "certificate_id"),
    )
    scoped("certified_entries")
    for end, column in (("entry", "entry_id"), ("certificate", "certificate_id")):
        name = f"ix_certified_entries_{end}"
        op.create_index(name, "certified_entries", ["community_id", column])
    insert_only("certified_entries")
    set_check(NUMBERED, KINDS, "kind IN ('registration', 'ticket', 'certificate')")


def _create_certificates() -> None:
    op.create_table(
        "certificates",
        *community_columns("certificates"),
        _uuid("participant_id", nullable=False),
        enum_column("status", STATUSES, check="certificate_status"),
        _instant("requested_at", nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        _bytes("stated_name_sealed"),
        _bytes("document_sealed"),
        _instant("decided_at"),
        _uuid("decided_by"),
        _bytes("decline_reason_sealed"),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        _bytes("content_sealed"),
        _bytes("content_hash"),
        _instant("corrected_at"),
        _instant("revocation_requested_at"),
        _uuid("revocation_requested_by"),
        _bytes("revocation_reason_sealed"),
        _instant("revoked_at"),
        _uuid("revoked_by"),
        _uuid("entered_by", nullable=False),
        enum_column("channel", ("self", "desk", "paper"), check="channel"),
        _bytes("witness_sealed"),
        _within("participants", "participant_id"),
        sa.CheckConstraint("(channel = 'self') = (witness_sealed IS NULL)", name="witness"),
        sa.CheckConstraint(
            "status NOT IN ('issued', 'revoked') OR (number IS NOT NULL AND minutes > 0"
            " AND content_hash IS NOT NULL AND decided_by IS NOT NULL)",
            name="issued_whole",
        ),
        sa.CheckConstraint(
            "status <> 'revoked' OR (revoked_by IS NOT NULL AND revoked_at IS NOT NULL)",
            name="revoked_whole",
        ),
    )
    scoped("certificates")
    _index_certificates()


def _index_certificates() -> None:
    op.create_index(
        "uq_certificates_requested",
        "certificates",
        ["community_id", "participant_id"],
        unique=True,
        postgresql_where=sa.text("status = 'requested'"),
    )
    op.create_index(
        "ix_certificates_mine", "certificates", ["community_id", "participant_id", "id"]
    )
    op.create_index("ix_certificates_list", "certificates", ["community_id", "status", "id"])
    op.create_index(
        "ix_certificates_to_see_to",
        "certificates",
        ["community_id", "id"],
        postgresql_where=sa.text(
            "status = 'issued'"
            " AND (corrected_at IS NOT NULL OR revocation_requested_at IS NOT NULL)"
        ),
    )


def _uuid(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def _instant(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=True)


def _within(target: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["community_id", column], [f"{target}.community_id", f"{target}.id"]
    )


def downgrade() -> None:
    prepare()
    op.drop_table("certified_entries")
    op.drop_table("certificates")
    for community_id in op.get_bind().scalars(sa.text("SELECT id FROM communities")).all():
        op.get_bind().execute(NUMBERS_OF_CERTIFICATES, {"community_id": community_id})
    set_check(NUMBERED, KINDS, "kind IN ('registration', 'ticket')")
