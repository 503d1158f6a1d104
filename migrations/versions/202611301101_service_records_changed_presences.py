"""Staff see where a presence has changed since its entry was reviewed.

Revision ID: 202611301101
Revises: 202611300402
"""

from alembic import op

from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check

revision = "202611301101"
down_revision: str | None = "202611300402"
branch_labels = None
depends_on = None

TABLE, CHECK = "service_anomalies", "ck_service_anomalies_anomaly_kind"
KINDS = (
    *("back_dated", "same_second", "outside_occasion", "two_places", "long_day", "same_few"),
    *("clock_doubt", "closed_by_sweep"),
)


def _set_kinds(*kinds: str) -> None:
    set_check(TABLE, CHECK, "kind IN ({})".format(", ".join(f"'{kind}'" for kind in kinds)))


def upgrade() -> None:
    prepare()
    _set_kinds(*KINDS, "changed_later")


def downgrade() -> None:
    prepare()
    drop_check(TABLE, CHECK)
    op.execute(
        "DELETE FROM service_anomalies AS a USING communities AS c"
        " WHERE a.community_id = c.id AND a.kind = 'changed_later'"
    )
    _set_kinds(*KINDS)
