"""Listeners and rows of sweeps that have failed: when they are tried again, and what was given up.

Revision ID: 202611272100
Revises: 202611272000
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.kernel.database.distribution import prepare, scoped

revision = "202611272100"
down_revision: str | None = "202611272000"
branch_labels = None
depends_on = None

UNHEARD = "settled_at IS NULL AND kind LIKE 'double@_reporting.unit@_registration@_%' ESCAPE '@'"
"""Kinds without a listener: they are not written any more, and no worker settles them."""

REOPEN = """
INSERT INTO events AS e (community_id, id, kind, payload, due_at, failures)
SELECT f.community_id, f.event_id, f.kind, f.payload, min(f.first_failed_at), 0
FROM listener_failures f
GROUP BY f.community_id, f.event_id, f.kind, f.payload
ON CONFLICT (community_id, id) DO UPDATE SET settled_at = NULL, failures = 0
"""
"""The former version tries whole events again; it knows what their listeners have handled."""


def upgrade() -> None:
    prepare()
    op.create_table(
        "listener_failures",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("listener", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("first_failed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("given_up_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_listener_failures_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_listener_failures")),
    )
    scoped("listener_failures")
    op.create_index(
        "ix_listener_failures_due",
        "listener_failures",
        ["due_at"],
        postgresql_where=sa.text("given_up_at IS NULL"),
    )
    op.create_index(
        "ix_listener_failures_due_here",
        "listener_failures",
        ["community_id", "due_at", "id"],
        postgresql_where=sa.text("given_up_at IS NULL"),
    )
    op.create_index(
        "ix_listener_failures_dead",
        "listener_failures",
        ["given_up_at", "id"],
        postgresql_where=sa.text("given_up_at IS NOT NULL"),
    )
    op.create_table(
        "sweep_failures",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sweep", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_sweep_failures_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_sweep_failures")),
    )
    scoped("sweep_failures")
    op.create_index("ix_sweep_failures_sweep", "sweep_failures", ["community_id", "sweep"])
    _settle_unheard()


def _settle_unheard() -> None:
    bind = op.get_bind()
    found = bind.scalars(sa.text(f"SELECT DISTINCT community_id FROM events WHERE {UNHEARD}"))
    settle = sa.text(
        f"UPDATE events SET settled_at = due_at WHERE events.community_id = :here AND {UNHEARD}"
    )
    for community_id in found.all():
        bind.execute(settle, {"here": community_id})


def downgrade() -> None:
    prepare()
    op.execute(REOPEN)
    op.drop_table("sweep_failures")
    op.drop_table("listener_failures")
