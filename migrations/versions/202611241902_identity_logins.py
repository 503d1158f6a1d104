"""Logins, administrators, consents; WeChat's token.

Revision ID: 202611241902
Revises: 202611241901
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped, shared, user_scoped

revision = "202611241902"
down_revision: str | None = "202611241901"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "administrators",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("login_name", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("totp_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("pending_totp_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_administrators_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_administrators")),
    )
    shared("administrators")
    op.create_index(
        "ix_administrators_created_at", "administrators", ["created_at", "id"], unique=False
    )
    op.create_index("uq_administrators_login_name", "administrators", ["login_name"], unique=True)
    op.create_index("uq_administrators_user", "administrators", ["user_id"], unique=True)
    op.create_table(
        "consents",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "profile",
                "phone",
                "residence",
                "party_membership",
                "location_at_check_in",
                "notifications",
                name="purpose",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("text_version", sa.String(), nullable=False),
        sa.Column("is_granted", sa.Boolean(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_consents_user_id")),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_consents")),
    )
    user_scoped("consents")
    op.create_index(
        "ix_consents_newest", "consents", ["user_id", "purpose", "decided_at", "id"], unique=False
    )
    op.create_table(
        "sessions",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "audience",
            sa.Enum(
                "linli-resident",
                "linli-admin",
                name="audience",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("device_hash", sa.LargeBinary(), nullable=True),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("former_hash", sa.LargeBinary(), nullable=True),
        sa.Column("rotated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "revoked_because",
            sa.Enum(
                "logout",
                "reused",
                "secured",
                "withdrawn",
                name="revocation",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_sessions_user_id")),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_sessions")),
    )
    user_scoped("sessions")
    op.create_index("ix_sessions_rotated_at", "sessions", ["rotated_at"], unique=False)
    op.create_table(
        "used_codes",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_used_codes_user_id")),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_used_codes")),
    )
    user_scoped("used_codes")
    op.create_index(op.f("ix_used_codes_used_at"), "used_codes", ["used_at"], unique=False)
    op.create_index("uq_used_codes_step", "used_codes", ["user_id", "step"], unique=True)
    op.create_table(
        "wechat_identities",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("appid", sa.String(), nullable=False),
        sa.Column("openid_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("openid_index", sa.LargeBinary(), nullable=False),
        sa.Column("unionid_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_wechat_identities_user_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wechat_identities")),
    )
    shared("wechat_identities")
    op.create_index(
        op.f("ix_wechat_identities_user_id"), "wechat_identities", ["user_id"], unique=False
    )
    op.create_index(
        "uq_wechat_identities_openid", "wechat_identities", ["appid", "openid_index"], unique=True
    )
    op.create_table(
        "wechat_tokens",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_wechat_tokens_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_wechat_tokens")),
    )
    scoped("wechat_tokens")


def downgrade() -> None:
    prepare()
    op.drop_table("wechat_tokens")
    op.drop_table("wechat_identities")
    op.drop_table("used_codes")
    op.drop_table("sessions")
    op.drop_table("consents")
    op.drop_table("administrators")
