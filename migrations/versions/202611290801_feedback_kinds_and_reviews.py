"""Tickets of five kinds, in the community's own name, confidential, deferred, merged or escalated;
a rating for each solution; what to do at once in a category.

Revision ID: 202611290801
Revises: 202611290600
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check

revision = "202611290801"
down_revision: str | None = "202611290600"
branch_labels = None
depends_on = None

FORMER_STATUSES = (
    *("submitted", "accepted", "declined", "assigned", "in_progress", "waiting_for_resident"),
    *("resolved", "closed", "reopened", "withdrawn"),
)
FORMER_ENTRIES = (
    *("accepted", "declined", "assigned", "started", "asked", "answered", "supplemented"),
    *("replied", "resumed", "resolved", "closed", "disputed", "withdrawn", "response_overdue"),
    "resolution_overdue",
)
STATUSES = (
    *("submitted", "accepted", "declined", "assigned", "in_progress", "waiting_for_resident"),
    *("deferred", "resolved", "closed", "reopened", "merged", "withdrawn"),
)
ENTRIES = (
    *("accepted", "declined", "assigned", "given_back", "started", "called", "visited", "asked"),
    *("answered", "supplemented", "replied", "deferred", "resumed", "taken_up", "resolved"),
    *("closed", "disputed", "escalated", "merged", "withdrawn", "response_overdue"),
    "resolution_overdue",
)
KINDS = ("inquiry", "help", "complaint", "report", "suggestion")
COUNT_RESOLUTIONS = (
    "UPDATE tickets SET resolutions = e.count FROM ("
    "SELECT r.ticket_id, count(*)::int AS count FROM ticket_entries r"
    " WHERE r.community_id = :here AND r.kind = 'resolved' GROUP BY r.ticket_id"
    ") e WHERE tickets.community_id = :here AND tickets.id = e.ticket_id",
    # A rating belongs to the last solution before it.
    "UPDATE ticket_ratings SET resolution = e.count FROM ("
    "SELECT g.id, greatest(count(r.id), 1)::int AS count FROM ticket_ratings g"
    " LEFT JOIN ticket_entries r ON r.community_id = g.community_id AND r.ticket_id = g.ticket_id"
    " AND r.kind = 'resolved' AND r.at <= g.rated_at WHERE g.community_id = :here GROUP BY g.id"
    ") e WHERE ticket_ratings.community_id = :here AND ticket_ratings.id = e.id",
)
FORGET = (
    "UPDATE tickets SET status = 'in_progress' WHERE tickets.community_id = :here"
    " AND status = 'deferred'",
    "UPDATE tickets SET status = 'withdrawn' WHERE tickets.community_id = :here"
    " AND status = 'merged'",
    "UPDATE tickets SET visibility = 'private' WHERE tickets.community_id = :here"
    " AND visibility = 'confidential'",
    "UPDATE tickets SET entered_by = NULL WHERE tickets.community_id = :here"
    " AND origin = 'community'",
    "DELETE FROM ticket_entries WHERE ticket_entries.community_id = :here"
    " AND kind NOT IN ('" + "', '".join(FORMER_ENTRIES) + "')",
    "DELETE FROM ticket_ratings WHERE ticket_ratings.community_id = :here AND id NOT IN ("
    "SELECT DISTINCT ON (ticket_id) id FROM ticket_ratings"
    " WHERE ticket_ratings.community_id = :here ORDER BY ticket_id, resolution DESC)",
)
"""An earlier version knows one rating of a ticket, and none of what is new."""


def upgrade() -> None:
    prepare()
    op.add_column("service_categories", sa.Column("emergency_text", sa.String(), nullable=True))
    op.add_column("service_categories", sa.Column("emergency_number", sa.String(), nullable=True))
    for name, value in (("kind", "help"), ("origin", "resident")):
        column = sa.Column(name, sa.String(32), nullable=False, server_default=value)
        op.add_column("tickets", column)
        op.alter_column("tickets", name, server_default=None)
    op.add_column(
        "tickets", sa.Column("resolutions", sa.Integer(), nullable=False, server_default="0")
    )
    op.alter_column("tickets", "resolutions", server_default=None)
    op.add_column("tickets", sa.Column("escalated_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("tickets", sa.Column("review_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("tickets", sa.Column("merged_into", sa.Uuid(), nullable=True))
    op.add_column(
        "ticket_ratings", sa.Column("resolution", sa.Integer(), nullable=False, server_default="1")
    )
    op.alter_column("ticket_ratings", "resolution", server_default=None)
    _for_each_community(COUNT_RESOLUTIONS)
    op.drop_index("uq_ticket_ratings_once", table_name="ticket_ratings")
    _index_ratings("community_id", "ticket_id", "resolution")
    _set_checks()
    op.create_foreign_key(
        op.f("fk_tickets_community_id_merged_into"),
        "tickets",
        "tickets",
        ["community_id", "merged_into"],
        ["community_id", "id"],
    )
    op.create_index(
        "ix_tickets_deferred",
        "tickets",
        ["review_at"],
        postgresql_where=sa.text("status = 'deferred'"),
    )


def _set_checks() -> None:
    checks = {
        "service_categories": {
            "emergency": "emergency_number IS NULL OR emergency_text IS NOT NULL",
        },
        "tickets": {
            "ticket_kind": _one_of("kind", KINDS),
            "origin": _one_of("origin", ("resident", "community")),
            "visibility": _one_of("visibility", ("public", "private", "confidential")),
            "ticket_status": _one_of("status", STATUSES),
            "entered": "(channel = 'self' AND origin = 'resident') = (entered_by IS NULL)",
            "merged": "(status = 'merged') = (merged_into IS NOT NULL)",
            "nobody": "origin = 'resident' OR (person_sealed IS NULL AND disputes = 0)",
        },
        "ticket_entries": {"entry_kind": _one_of("kind", ENTRIES)},
        "ticket_ratings": {"resolution": "resolution > 0"},
    }
    for table, rules in checks.items():
        for name, rule in rules.items():
            set_check(table, f"ck_{table}_{name}", rule)


def _one_of(column: str, values: tuple[str, ...]) -> str:
    return f"{column} IN ('" + "', '".join(values) + "')"


def _index_ratings(*columns: str) -> None:
    op.create_index("uq_ticket_ratings_once", "ticket_ratings", [*columns], unique=True)


def _for_each_community(statements: tuple[str, ...]) -> None:
    for here in op.get_bind().scalars(sa.text("SELECT id FROM communities")).all():
        for statement in statements:
            op.get_bind().execute(sa.text(statement), {"here": here})


def downgrade() -> None:
    prepare()
    for name in ("merged", "nobody"):
        drop_check("tickets", f"ck_tickets_{name}")
    drop_check("tickets", "ck_tickets_entered")
    _for_each_community(FORGET)
    op.drop_index("ix_tickets_deferred", table_name="tickets")
    op.drop_index("uq_ticket_ratings_once", table_name="ticket_ratings")
    _index_ratings("community_id", "ticket_id")
    op.drop_column("ticket_ratings", "resolution")
    op.drop_constraint("fk_tickets_community_id_merged_into", "tickets", type_="foreignkey")
    for column in ("merged_into", "review_at", "escalated_at", "resolutions", "origin", "kind"):
        op.drop_column("tickets", column)
    drop_check("service_categories", "ck_service_categories_emergency")
    for column in ("emergency_number", "emergency_text"):
        op.drop_column("service_categories", column)
    set_check("tickets", "ck_tickets_entered", "(channel = 'self') = (entered_by IS NULL)")
    set_check("tickets", "ck_tickets_visibility", _one_of("visibility", ("public", "private")))
    set_check("tickets", "ck_tickets_ticket_status", _one_of("status", FORMER_STATUSES))
    set_check("ticket_entries", "ck_ticket_entries_entry_kind", _one_of("kind", FORMER_ENTRIES))
