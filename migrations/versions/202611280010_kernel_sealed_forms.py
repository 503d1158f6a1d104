"""Sealed values in boxes of the second form, under keys of their own; indexes for each community,
with a second column in which an even index key finds.

Revision ID: 202611280010
Revises: 202611280702
"""

import hmac
from collections.abc import Mapping
from os import urandom
from typing import Any, NamedTuple
from unicodedata import normalize
from uuid import UUID

import sqlalchemy as sa
from alembic import op
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.kernel.crypto import keys
from app.kernel.crypto.boxes import FORM, NONCE_BYTES, Column
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_sealing import Change, change_rows, index_values

revision = "202611280010"
down_revision: str | None = "202611280702"
branch_labels = None
depends_on = None


class Field(NamedTuple):
    table: str
    column: str
    index_column: str | None = None
    owner: str | None = "community_id"
    """The column whose value the first form was bound to."""
    is_shared: bool = False
    """The second form of a shared row is bound to no owner, also where the row names a user."""
    sealed_as: str | None = None

    @property
    def box(self) -> Column:
        return Column(self.sealed_as or self.table, self.column)


FIELDS = (
    Field("users", "phone_sealed", "phone_index", None, True),
    Field("wechat_identities", "openid_sealed", "openid_index", "user_id", True),
    Field("wechat_identities", "unionid_sealed", None, "user_id", True),
    Field("administrators", "totp_sealed", None, "user_id", True),
    Field("administrators", "pending_totp_sealed", None, "user_id", True),
    Field("wechat_tokens", "token_sealed"),
    Field("participants", "real_name_sealed", "real_name_index"),
    Field("register_entries", "name_sealed", "name_index", sealed_as="roll_entries"),
    Field("register_entries", "phone_sealed", "phone_index", sealed_as="roll_entries"),
    Field("residence_claims", "real_name_sealed"),
    Field("unit_registrations", "liaison_name_sealed"),
    Field("unit_registrations", "liaison_phone_sealed"),
    Field("member_registrations", "organization_sealed", "organization_index"),
    Field("member_registrations", "real_name_sealed"),
    Field("member_registrations", "skills_sealed"),
    Field("member_registrations", "time_available_sealed"),
    Field("member_registrations", "willingness_sealed"),
)
EVEN_INDEXES = (
    ("users", "uq_users_phone_even", ["phone_index_even"], True),
    ("wechat_identities", "uq_wechat_identities_openid_even", ["appid", "openid_index_even"], True),
    (
        "participants",
        "ix_participants_real_name_even",
        ["community_id", "real_name_index_even"],
        False,
    ),
    (
        "register_entries",
        "uq_register_entries_person_even",
        ["community_id", "household_id", "name_index_even", "phone_index_even"],
        True,
    ),
)
EVEN_COLUMNS = (
    ("users", "phone_index"),
    ("wechat_identities", "openid_index"),
    ("participants", "real_name_index"),
    ("register_entries", "name_index"),
    ("register_entries", "phone_index"),
)
REQUIRED = (
    ("wechat_identities", ("openid_index",)),
    ("register_entries", ("name_index", "phone_index")),
)


def to_second_form(field: Field) -> Change:
    def change(owner: UUID | None, row_id: UUID, stored: bytes) -> Mapping[str, Any]:
        tenant = None if field.is_shared else owner
        content = field.box.open(tenant if stored[0] == FORM else owner, row_id, stored)
        text = content.decode()
        indexes = (
            {}
            if field.index_column is None
            else index_values(field.box, field.index_column, tenant, text)
        )
        return {field.column: field.box.seal(tenant, row_id, content), **indexes}

    return change


def to_first_form(field: Field) -> Change:
    def change(owner: UUID | None, row_id: UUID, stored: bytes) -> Mapping[str, Any]:
        tenant = None if field.is_shared else owner
        content = field.box.open(tenant if stored[0] == FORM else owner, row_id, stored)
        indexes = (
            {}
            if field.index_column is None
            else {field.index_column: first_index(field, content.decode())}
        )
        return {field.column: first_box(field, owner, row_id, content), **indexes}

    return change


def first_box(field: Field, owner: UUID | None, row_id: UUID, content: bytes) -> bytes:
    sealing = keys.current().sealing
    number, nonce = max(sealing), urandom(NONCE_BYTES)
    context = f"{owner}/{field.box.table}/{field.column}/{row_id}/{number}".encode()
    return bytes([number]) + nonce + AESGCM(sealing[number]).encrypt(nonce, content, context)


def first_index(field: Field, value: str) -> bytes:
    index = keys.current().index
    alike = normalize("NFKC", normalize("NFKC", value).casefold()).strip()
    text = f"{field.box.table}\0{field.column}\0{alike}"
    return hmac.digest(index[min(index)], text.encode(), "sha256")[:16]


def upgrade() -> None:
    prepare()
    for table, index in EVEN_COLUMNS:
        op.add_column(table, sa.Column(f"{index}_even", sa.LargeBinary(), nullable=True))
    for table, name, columns, is_unique in EVEN_INDEXES:
        found = sa.text(f"{_even(columns)} IS NOT NULL")
        op.create_index(name, table, columns, unique=is_unique, postgresql_where=found)
    for table, indexes in REQUIRED:
        for index in indexes:
            op.alter_column(table, index, nullable=True)
        rule = " AND ".join(f"num_nonnulls({index}, {index}_even) > 0" for index in indexes)
        set_check(table, f"ck_{table}_is_found", rule)
    for field in FIELDS:
        change_rows(field.table, field.column, to_second_form(field), tenant=field.owner)


def downgrade() -> None:
    prepare()
    for field in FIELDS:
        change_rows(field.table, field.column, to_first_form(field), tenant=field.owner)
    for table, indexes in REQUIRED:
        drop_check(table, f"ck_{table}_is_found")
        for index in indexes:
            # With the rule, SET NOT NULL does not read the table again.
            set_check(table, f"ck_{table}_{index}", f"{index} IS NOT NULL")
            op.alter_column(table, index, nullable=False)
            drop_check(table, f"ck_{table}_{index}")
    for table, name, _columns, _is_unique in EVEN_INDEXES:
        op.drop_index(name, table)
    for table, index in EVEN_COLUMNS:
        op.drop_column(table, f"{index}_even")


def _even(columns: list[str]) -> str:
    return next(name for name in columns if name.endswith("_even"))
