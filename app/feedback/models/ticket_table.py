"""Constraints and indexes of the table of tickets."""

from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlalchemy import text as sql

from app.communities.models import witnessed
from app.kernel.database.columns import within

FOUND = "person_sealed IS NULL OR num_nonnulls(person_index, person_index_even) > 0"
ENTERED = "(channel = 'self' AND origin = 'resident') = (entered_by IS NULL)"
TO_ANONYMISE = "person_sealed IS NOT NULL AND closed_at IS NOT NULL"


def table_args() -> tuple[Any, ...]:
    """Makes the constraints and indexes anew: each belongs to one table."""
    return (*_constraints(), *_indexes())


def _constraints() -> tuple[Any, ...]:
    return (
        witnessed(),
        within("service_categories", "category_id"),
        within("departments", "department_id"),
        within("tickets", "merged_into"),
        CheckConstraint(ENTERED, name="entered"),
        CheckConstraint("(status = 'merged') = (merged_into IS NOT NULL)", name="merged"),
        CheckConstraint(
            "origin = 'resident' OR (person_sealed IS NULL AND disputes = 0)", name="nobody"
        ),
        CheckConstraint("disputes BETWEEN 0 AND 2", name="disputes"),
        CheckConstraint(FOUND, name="is_found"),
    )


def _indexes() -> tuple[Any, ...]:
    return (
        Index("ix_tickets_person", "community_id", "person_index", "id"),
        Index(
            "ix_tickets_person_even",
            *("community_id", "person_index_even", "id"),
            postgresql_where=sql("person_index_even IS NOT NULL"),
        ),
        Index("ix_tickets_closed", "closed_at", postgresql_where=sql(TO_ANONYMISE)),
        Index("ix_tickets_shown", *("community_id", "id"), postgresql_where=sql("is_shown")),
        Index(
            "ix_tickets_search",
            "search_grams",
            postgresql_using="gin",
            postgresql_where=sql("is_shown"),
        ),
        Index(
            "ix_tickets_open",
            *("community_id", "resolution_due_at", "id"),
            postgresql_where=sql("is_open"),
        ),
        Index("ix_tickets_queue", "community_id", "status", "resolution_due_at", "id"),
        Index(
            "ix_tickets_department",
            *("community_id", "department_id", "resolution_due_at", "id"),
            postgresql_where=sql("department_id IS NOT NULL"),
        ),
        Index(
            "ix_tickets_notice",
            "next_notice_at",
            postgresql_where=sql("next_notice_at IS NOT NULL"),
        ),
        Index(
            "ix_tickets_stopped",
            "stopped_at",
            postgresql_where=sql("status IN ('waiting_for_resident', 'resolved')"),
        ),
        Index("ix_tickets_deferred", "review_at", postgresql_where=sql("status = 'deferred'")),
    )
