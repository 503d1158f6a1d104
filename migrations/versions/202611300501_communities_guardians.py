"""Guardians of minors and their consents; ages that people declare.

Revision ID: 202611300501
Revises: 202611300700
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import conv

from app.communities.models.entered_columns import sealed_entered_columns
from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_checks import set_check
from app.kernel.database.migration_columns import community_columns, enum_column

revision = "202611300501"
down_revision: str | None = "202611300700"
branch_labels = None
depends_on = None

FORMER = ("profile", "phone", "residence", "party_membership", "location_at_check_in")
FORMER_PURPOSES = (*FORMER, "notifications")
PURPOSES = (*FORMER_PURPOSES, "age_band")
LATE_PURPOSES = "DELETE FROM consents WHERE consents.user_id = :person AND purpose = 'age_band'"


def _at(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _points(table: str, target: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["community_id", column],
        [f"{target}.community_id", f"{target}.id"],
        name=conv(f"fk_{table}_community_id_{column}"),
    )


def upgrade() -> None:
    prepare()
    op.add_column("participants", sa.Column("declared_age_band_sealed", sa.LargeBinary()))
    op.add_column("participants", _at("guardian_until", nullable=True))
    set_check("consents", "ck_consents_purpose", _one_of("purpose", PURPOSES))
    _codes()
    _guardianships()
    _consents()


def _codes() -> None:
    table = "guardian_codes"
    op.create_table(
        "guardian_codes",
        *community_columns("guardian_codes"),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("code_digest", sa.LargeBinary(), nullable=False),
        _at("expires_at"),
        _points(table, "participants", "participant_id"),
    )
    scoped("guardian_codes")
    op.create_index(
        "uq_guardian_codes_participant", table, ["community_id", "participant_id"], unique=True
    )
    op.create_index("uq_guardian_codes_code", table, ["community_id", "code_digest"], unique=True)
    op.create_index("ix_guardian_codes_expires_at", table, ["expires_at"])


def _guardianships() -> None:
    table = "guardianships"
    op.create_table(
        "guardianships",
        *community_columns("guardianships"),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("guardian_id", sa.Uuid(), nullable=True),
        sa.Column("guardian_name_sealed", sa.LargeBinary(), nullable=True),
        enum_column(
            "status", ("in_review", "active", "rejected", "ended"), check="guardianship_status"
        ),
        _at("since"),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        _at("ended_at", nullable=True),
        *sealed_entered_columns(table),
        sa.CheckConstraint(
            "(guardian_id IS NULL) = (guardian_name_sealed IS NOT NULL)",
            name=conv("ck_guardianships_guardian"),
        ),
        sa.CheckConstraint(
            "guardian_id <> participant_id", name=conv("ck_guardianships_two_people")
        ),
        _points(table, "participants", "participant_id"),
        _points(table, "participants", "guardian_id"),
    )
    scoped("guardianships")
    op.create_index(
        "uq_guardianships_live",
        table,
        ["community_id", "participant_id", "guardian_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('active', 'in_review')"),
    )
    op.create_index("ix_guardianships_guardian", table, ["community_id", "guardian_id", "id"])
    op.create_index("ix_guardianships_queue", table, ["community_id", "status", "since", "id"])


def _consents() -> None:
    table = "guardian_consents"
    op.create_table(
        "guardian_consents",
        *community_columns("guardian_consents"),
        sa.Column("guardianship_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        enum_column("kind", ("activities", "personal_data"), check="guardian_consent_kind"),
        enum_column(
            "status", ("given", "withdrawn", "expired", "void"), check="guardian_consent_status"
        ),
        _at("given_at"),
        _at("until"),
        _at("ended_at", nullable=True),
        *sealed_entered_columns(table),
        _points(table, "guardianships", "guardianship_id"),
        _points(table, "participants", "participant_id"),
    )
    scoped("guardian_consents")
    op.create_index(
        "uq_guardian_consents_given",
        table,
        ["community_id", "guardianship_id", "kind"],
        unique=True,
        postgresql_where=sa.text("status = 'given'"),
    )
    op.create_index(
        "ix_guardian_consents_guardianship", table, ["community_id", "guardianship_id", "id"]
    )
    op.create_index("ix_guardian_consents_minor", table, ["community_id", "participant_id", "id"])
    op.create_index(
        "ix_guardian_consents_until",
        table,
        ["until"],
        postgresql_where=sa.text("status = 'given'"),
    )


def _one_of(column: str, values: tuple[str, ...]) -> str:
    return f"{column} IN ('" + "', '".join(values) + "')"


def downgrade() -> None:
    prepare()
    for table in ("guardian_consents", "guardianships", "guardian_codes"):
        op.drop_table(table)
    op.drop_column("participants", "guardian_until")
    op.drop_column("participants", "declared_age_band_sealed")
    people = op.get_bind().scalars(
        sa.text("SELECT DISTINCT user_id FROM consents WHERE purpose = 'age_band'")
    )
    for person in people.all():
        op.get_bind().execute(sa.text(LATE_PURPOSES), {"person": person})
    set_check("consents", "ck_consents_purpose", _one_of("purpose", FORMER_PURPOSES))
