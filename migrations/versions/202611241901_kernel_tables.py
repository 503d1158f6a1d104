"""Audit, events, keys, counts, sweeps.

Revision ID: 202611241901
Revises: 202611241900
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.kernel.database.distribution import prepare, scoped

revision = "202611241901"
down_revision: str | None = "202611241900"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "audit_entries",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_audit_entries_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_audit_entries")),
    )
    scoped("audit_entries")
    op.create_table(
        "events",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_events_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_events")),
    )
    scoped("events")
    op.create_index(
        "ix_events_due",
        "events",
        ["due_at", "id"],
        unique=False,
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.create_index(
        "ix_events_due_here",
        "events",
        ["community_id", "due_at", "id"],
        unique=False,
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.create_table(
        "handled_events",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_handled_events_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_handled_events")),
    )
    scoped("handled_events")
    op.create_table(
        "heartbeats",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_heartbeats_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_heartbeats")),
    )
    scoped("heartbeats")
    op.create_table(
        "idempotency_keys",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("location", sa.String(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_idempotency_keys_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_idempotency_keys")),
    )
    scoped("idempotency_keys")
    op.create_index(
        op.f("ix_idempotency_keys_created_at"), "idempotency_keys", ["created_at"], unique=False
    )
    op.create_table(
        "rate_counts",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_rate_counts_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_rate_counts")),
    )
    scoped("rate_counts")
    op.create_index(op.f("ix_rate_counts_ends_at"), "rate_counts", ["ends_at"], unique=False)
    op.create_table(
        "sweep_runs",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("slot_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_sweep_runs_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_sweep_runs")),
    )
    scoped("sweep_runs")


def downgrade() -> None:
    prepare()
    op.drop_table("sweep_runs")
    op.drop_table("rate_counts")
    op.drop_table("idempotency_keys")
    op.drop_table("heartbeats")
    op.drop_table("handled_events")
    op.drop_table("events")
    op.drop_table("audit_entries")
