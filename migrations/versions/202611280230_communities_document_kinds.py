"""Numbers of registrations are of one kind, whether a unit or a member has registered.

Revision ID: 202611280230
Revises: 202611280220
"""

from hashlib import blake2b
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_sealing import change_rows

revision = "202611280230"
down_revision: str | None = "202611280220"
branch_labels = None
depends_on = None

TABLE, CHECK = "numbered_documents", "ck_numbered_documents_document_kind"
FORMER, ONE = ("unit_registration", "member_receipt"), "registration"
YEARS = range(2024, 2101)
COUNT_ON = sa.text(
    "INSERT INTO number_counters (community_id, id, last)"
    " SELECT n.community_id, :new, sum(n.last) FROM number_counters n WHERE n.id = ANY(:former)"
    " GROUP BY n.community_id"
)
COUNT_BACK = sa.text(
    "INSERT INTO number_counters (community_id, id, last)"
    " SELECT n.community_id, :former, n.last FROM number_counters n WHERE n.id = :new"
    " ON CONFLICT (community_id, id) DO UPDATE SET last = excluded.last"
)


def _counter(kind: str, year: int) -> UUID:
    """The id of a counter, as the program makes it at the time of this revision."""
    return UUID(bytes=blake2b(f"{kind}/{year}".encode(), digest_size=16).digest())


def _set_kinds(*kinds: str) -> None:
    set_check(TABLE, CHECK, "kind IN ({})".format(", ".join(f"'{kind}'" for kind in kinds)))


def upgrade() -> None:
    prepare()
    drop_check(TABLE, CHECK)
    condition = "kind IN ('unit_registration', 'member_receipt')"
    change_rows(TABLE, "kind", lambda *_: {"kind": ONE}, condition=condition)
    for year in YEARS:
        former = [_counter(kind, year) for kind in FORMER]
        op.get_bind().execute(COUNT_ON, {"new": _counter(ONE, year), "former": former})
    _set_kinds(ONE, "ticket")


def downgrade() -> None:
    prepare()
    # Each number gets its former kind back, by the row that it is about.
    drop_check(TABLE, CHECK)
    unit = "EXISTS (SELECT FROM unit_registrations u WHERE u.community_id = {0}.community_id"
    unit = (unit + " AND u.id = {0}.subject_id)").format(TABLE)
    for kind, condition in ((FORMER[0], unit), (FORMER[1], f"NOT {unit}")):
        change_rows(
            TABLE,
            "kind",
            lambda *_, kind=kind: {"kind": kind},
            condition=f"kind = '{ONE}' AND {condition}",
        )
    for year in YEARS:
        for kind in FORMER:
            numbers = {"new": _counter(ONE, year), "former": _counter(kind, year)}
            op.get_bind().execute(COUNT_BACK, numbers)
    _set_kinds(*FORMER, "ticket")
