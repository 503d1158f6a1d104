"""Classes of privacy have teeth: a column is classed as its name and type demand, and what is
sensitive or identifies a person is sealed, or stands here with the reason why it is not."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    ARRAY,
    Column,
    DateTime,
    Enum,
    ForeignKey,
    LargeBinary,
    MetaData,
    String,
    Table,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB

from app.features import METADATA
from app.kernel.database.engine import Base
from app.kernel.privacy.personal_data import CLASSES, DERIVED, privacy_of

SENSITIVE_WORDS = {
    *("phone", "mobile", "openid", "unionid", "passport", "password", "totp", "choices"),
    *("household", "birth", "birthday", "age", "party", "skills", "willingness", "traits"),
}
SENSITIVE_NAMES = {"id_card", "id_number", "real_name"}
IDENTIFYING_WORDS = {"nickname", "address", "email", "witness"} | SENSITIVE_WORDS
IDENTIFYING_NAMES = {"display_name", "login_name"} | SENSITIVE_NAMES
SEALED = ("_sealed", *DERIVED)

PUBLISHED: Mapping[str, tuple[str, str]] = {
    "activities": (
        "title summary description risk_statement organiser contact address cancel_reason"
        " search_grams age recurrence_zh recurrence_en",
        "staff publish it",
    ),
    "audit_chain": ("hash", "digests of entries that hold ids alone"),
    "audit_heads": ("hash", "digests of entries that hold ids alone"),
    "ballots": (
        "title questions rule roll_salt roll_digest manifest manifest_sha256 board_digests"
        " annul_reason",
        "staff publish it; salt and digests are numbers",
    ),
    "calendar_days": ("name", "a holiday"),
    "cards": ("title status", "some words of what is public, else its number; a state"),
    "certificates": ("number", "random, and public"),
    "communities": ("name address search_grams", "an office"),
    "duty_days": ("cancel_reason", "staff publish it"),
    "departments": ("name contact", "an office"),
    "events": (
        "kind payload error",
        "names of features, types of errors; a payload stands in rows of the version before alone",
    ),
    "imports": (
        "kind options counts errors",
        "names of imports; counts, line numbers, columns that the import knows, and codes",
    ),
    "key_checks": ("proof", "made of a text that everybody knows"),
    "listener_failures": (
        "kind payload listener error",
        "names of features, types of errors; the others in rows of the version before alone",
    ),
    "numbered_documents": ("number", "random, and public"),
    "occasions": ("title address", "staff publish it"),
    "overdue_duties": ("kind", "kinds of duties; its row is named by an id alone"),
    "party_organizations": ("name search_grams", "an organization, never who leads it"),
    "places": ("name", "a house, not who lives in it"),
    "point_transfers": ("title", "the public title of an activity, a post or a reward"),
    "posts": (
        "title description schedule risk_statement duty_rule duty_time",
        "staff publish it",
    ),
    "regions": ("code name", "administrative units"),
    "reseal_positions": ("target", "numbers of keys"),
    "rewards": ("title description", "staff publish it"),
    "service_days": ("title description place rule time", "staff publish it"),
    "service_categories": (
        "name description emergency_text emergency_number",
        "staff publish it",
    ),
    "series": ("rule start_time roles", "staff publish it"),
    "series_dates": ("skip_reason", "staff publish it"),
    "service_entries": ("title", "the public title of an activity or a post"),
    "shift_roles": ("name requirement", "staff publish it"),
    "shifts": ("age", "a limit, nobody's own age"),
    "sweep_failures": ("sweep error", "names of sweeps, types of errors"),
    "sweep_runs": ("name", "names of sweeps"),
    "topic_notes": ("note", "staff publish it"),
    "vote_board": ("question receipt_sha256 choice", "published as it stands, and names nobody"),
    "work_units": ("name credit_code address search_grams", "an employer, not a person"),
}
"""Text in columns that are not personal, by table: who writes it, and why it is nobody's."""

UNSEALED: Mapping[str, tuple[str, str]] = {
    "administrators": (
        "login_name password_hash",
        "the name of an office, looked up at each login; argon2id is made to lie open",
    ),
    "electoral_roll": ("household_id", "the id of a house: nobody there has a name without keys"),
    "guardian_codes": (
        "participant_id",
        "an id: a dump tells that it is a minor's, and nobody's name without keys",
    ),
    "guardian_consents": (
        "guardianship_id participant_id kind status given_at until ended_at entered_by channel",
        "ids of a minor and of a guardian, who have no names without keys",
    ),
    "guardianships": (
        "participant_id guardian_id status since decided_by ended_at entered_by channel",
        "ids of a minor and of a guardian, who have no names without keys",
    ),
    "participants": (
        "household_id guardian_until",
        "the id of a house; an instant that sign-up asks; nobody has a name without keys",
    ),
    "register_entries": (
        "household_id imported_at",
        "the id of a house; its residents have no name without keys",
    ),
    "residence_claims": ("household_id", "the id of a house; who claims it has no name there"),
}
"""Sensitive and identifying columns that are not sealed, by table, with the reason."""

STILL_OPEN: Mapping[str, str] = {}
"""Columns that are to be sealed or classed yet, by table."""


def words_of(name: str) -> set[str]:
    return set(name.split("_"))


def is_named(name: str, words: set[str], names: set[str]) -> bool:
    return bool(words_of(name) & words) or any(one in name for one in names)


def can_hold_text(column: Column[Any]) -> bool:
    is_text = isinstance(column.type, String | LargeBinary | JSONB) or (
        isinstance(column.type, ARRAY) and isinstance(column.type.item_type, String)
    )
    return is_text and not isinstance(column.type, Enum)


def refers_to_person(column: Column[Any]) -> bool:
    targets = {key.target_fullname for key in column.foreign_keys}
    return bool(targets & {"participants.id", "users.id"})


def demanded(table: str, column: Column[Any]) -> str:
    """Returns the least class that name and type demand."""
    published = PUBLISHED.get(table, ("", ""))[0].split()
    if column.name in published or column.primary_key:
        return "public"
    if not isinstance(column.type, Uuid) and is_named(
        column.name, SENSITIVE_WORDS, SENSITIVE_NAMES
    ):
        return "sensitive"
    return "personal" if can_hold_text(column) or refers_to_person(column) else "public"


def is_sealed(column: Column[Any]) -> bool:
    return isinstance(column.type, LargeBinary) and column.name.endswith(SEALED)


def must_be_sealed(column: Column[Any], privacy: str) -> bool:
    if column.primary_key:
        return False
    identifies = is_named(column.name, IDENTIFYING_WORDS, IDENTIFYING_NAMES)
    return privacy == "sensitive" or (privacy == "personal" and identifies)


def violations(table: Table, classes: Mapping[str, str]) -> list[str]:
    """Lists the columns that are classed too weakly, or should be sealed and are not."""
    found = []
    for column in table.columns:
        name, privacy = f"{table.name}.{column.name}", classes[column.name]
        least = demanded(table.name, column)
        if CLASSES.index(privacy) < CLASSES.index(least):
            found.append(f"{name} is {privacy}, and its name or type demands {least}")
        listed = UNSEALED.get(table.name, ("", ""))[0].split()
        if must_be_sealed(column, privacy) and not (is_sealed(column) or column.name in listed):
            found.append(f"{name} is {privacy} and lies open")
    return found


def all_violations() -> list[str]:
    found = []
    for mapper in Base.registry.mappers:
        model: type[Any] = mapper.class_
        table: Table = model.__table__
        found += violations(table, {one.name: privacy_of(model, one) for one in table.columns})
    return found


def test_each_column_is_classed_as_its_name_and_type_demand_and_sealed_where_it_must_be() -> None:
    open_yet = {f"{table}.{one}" for table, names in STILL_OPEN.items() for one in names.split()}
    assert [one for one in all_violations() if one.split()[0] not in open_yet] == []


def planted(*columns: Column[Any], privacy: str) -> list[str]:
    """Lists the violations of a table in which every column has one class."""
    metadata = MetaData()
    for known in ("participants", "users"):
        Table(known, metadata, Column("id", Uuid, primary_key=True))
    table = Table("planted", metadata, Column("id", Uuid, primary_key=True), *columns)
    return violations(table, {one.name: privacy for one in table.columns})


def test_a_clear_number_of_an_id_card_is_found_whatever_its_class() -> None:
    assert planted(Column("id_card", String), privacy="sensitive") == [
        "planted.id_card is sensitive and lies open"
    ]
    for privacy in ("public", "internal", "personal"):
        assert planted(Column("id_card", String), privacy=privacy)[0].endswith("demands sensitive")


def test_public_votes_are_found() -> None:
    columns = (
        Column("cast_by", Uuid, ForeignKey("participants.id")),
        Column("choices", JSONB),
        Column("cast_at", DateTime),
    )
    assert planted(*columns, privacy="public") == [
        "planted.cast_by is public, and its name or type demands personal",
        "planted.choices is public, and its name or type demands sensitive",
    ]


def test_weak_classes_and_what_lies_open_are_found() -> None:
    weak: tuple[tuple[Column[Any], str], ...] = (
        (Column("phone_sealed", LargeBinary), "personal"),
        (Column("openid", String), "personal"),
        (Column("openid", String), "sensitive"),
        (Column("contact_address", String), "personal"),
        (Column("display_name", String), "personal"),
        (Column("real_name_sealed", String), "sensitive"),
        (Column("text", String), "internal"),
        (Column("reason", String), "public"),
        (Column("answers", JSONB), "internal"),
        (Column("tags", ARRAY(String)), "public"),
        (Column("user_id", Uuid, ForeignKey("users.id")), "internal"),
        (Column("age_band", String), "personal"),
    )
    assert [column.name for column, privacy in weak if not planted(column, privacy=privacy)] == []


def test_right_classes_are_left_alone() -> None:
    right: tuple[tuple[Column[Any], str], ...] = (
        (Column("phone_sealed", LargeBinary), "sensitive"),
        (Column("phone_index_even", LargeBinary), "sensitive"),
        (Column("text", String), "personal"),
        (Column("starts_at", DateTime), "public"),
        (Column("participant_id", Uuid, ForeignKey("participants.id")), "personal"),
    )
    assert [one for column, privacy in right for one in planted(column, privacy=privacy)] == []


def test_the_lists_name_columns_that_exist() -> None:
    lists = {table: names for one in (PUBLISHED, UNSEALED) for table, (names, _) in one.items()}
    for table, names in lists.items():
        assert set(names.split()) <= {column.name for column in METADATA.tables[table].columns}
