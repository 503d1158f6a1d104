"""Conventions of routes, tables and hot statements, checked instead of commented on in reviews."""

import re
import sys
from inspect import getfile, isasyncgenfunction, iscoroutinefunction, isfunction
from pathlib import Path
from typing import Any, get_args

import pytest
from fastapi.responses import HTMLResponse
from fastapi.routing import APIRoute
from sqlalchemy import Index, Table
from sqlalchemy.orm import Mapper

from app.consultations.models import BallotStatus, RollStatus
from app.consultations.voting import hot as voting_hot
from app.double_reporting.models import LIVE_CLAIM
from app.double_reporting.post_claims import hot as post_claims_hot
from app.features import FEATURES, METADATA
from app.feedback.models import OPEN
from app.feedback.tickets import hot as tickets_hot
from app.identity.deps import admin_login_outside_transaction, current_admin_login, current_login
from app.kernel.database.columns import CommunityScoped, Privacy, Shared, UserScoped
from app.kernel.database.engine import Base
from app.kernel.database.idempotency import store_rows_sql
from app.kernel.jobs.events import emit_rows_sql
from app.kernel.lane.hot_command import HotCommand
from app.kernel.lane.lane import current_lane
from app.kernel.web.dependencies import open_session
from app.kernel.web.idempotency import IdempotentRoute, idempotent, optional_key, required_key
from app.privacy.router import Download
from app.service_records.calendar_feeds.router import Calendar
from app.service_records.certificates.pdf_response import PdfResponse
from app.service_records.check_ins import statements as check_ins_hot
from app.service_records.models import LIVE as ATTENDED
from app.service_records.models import Attendance, AttendanceStatus
from app.service_records.records.router import CsvResponse
from app.volunteering.models import LIVE
from app.volunteering.signups import hot as signups_hot
from tests.each import each
from tests.routes import DOCUMENTS, OPERATIONS, PUBLIC, PUBLIC_PAGES, Operation, contexts
from tests.tenancy import tenantless

KINDS = {CommunityScoped: ["community_id", "id"], UserScoped: ["user_id", "id"], Shared: ["id"]}
MAPPERS = sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__)
TABLES = list(METADATA.tables.values())
ACTORS = {current_login, current_admin_login, admin_login_outside_transaction}
RESERVE_KEY = f"{idempotent.__qualname__}.<locals>.reserve_key"


# ---------------------------------------------------------------- routes

each_operation = each(OPERATIONS)


def test_the_walk_sees_every_operation() -> None:
    described = [one for d in DOCUMENTS.values() for item in d["paths"].values() for one in item]
    assert len(OPERATIONS) == len(described) > 0


def test_what_is_in_no_document_is_on_the_list_of_public_pages() -> None:
    pages = {context.path_format for context in contexts() if not context.include_in_schema}
    assert pages == PUBLIC_PAGES


@each_operation
def test_every_route_asks_who_is_there(operation: Operation) -> None:
    assert bool(operation.needs & ACTORS) == (str(operation) not in PUBLIC)


@each_operation
def test_administrators_and_residents_do_not_share_routes(operation: Operation) -> None:
    assert operation.is_admin != (current_login in operation.needs) or str(operation) in PUBLIC


@each_operation
def test_no_route_holds_two_connections(operation: Operation) -> None:
    assert len(operation.needs & {open_session, current_lane}) <= 1


@each_operation
def test_who_reserves_a_key_stores_the_response(operation: Operation) -> None:
    """A key that is reserved without a stored response would be replayed as status 0; and the
    response of a read is never stored."""
    reserves = any(getattr(call, "__qualname__", "") == RESERVE_KEY for call in operation.needs)
    stores = isinstance(operation.route, IdempotentRoute) and operation.method != "GET"
    assert reserves == stores


HOLD_SECRETS = {"POST /admin/v1/administrators", "POST /v1/me/calendar-feeds"}
"""Operations that create something with a secret in the answer, which is stored nowhere."""


HAVE_NONCES = {"POST /v1/communities/{community_id}/check-ins"}
"""Operations whose body holds a nonce, which takes the place of the header."""


@each_operation
def test_what_creates_needs_a_key(operation: Operation) -> None:
    """Except logins and new accounts, whose answers hold secrets."""
    if (
        operation.route.status_code == 201
        and str(operation) not in PUBLIC | HOLD_SECRETS | HAVE_NONCES
    ):
        assert required_key in operation.needs or isinstance(operation.route, IdempotentRoute)
        assert optional_key in operation.needs


@each_operation
def test_nothing_behind_a_route_blocks(operation: Operation) -> None:
    for call in operation.needs:
        if isfunction(call):
            assert iscoroutinefunction(call) or isasyncgenfunction(call), call


@each_operation
def test_no_route_is_a_patch_and_each_says_what_it_does(operation: Operation) -> None:
    assert operation.method in {"GET", "POST", "PUT", "DELETE"}
    assert (operation.route.endpoint.__doc__ or "").strip()
    route = operation.route
    assert route.response_model is not None or route.status_code == 204 or _makes_bytes(route)


def _makes_bytes(route: APIRoute) -> bool:
    return "image" in str(route.response_class) or route.response_class in (
        *(Download, Calendar, PdfResponse, HTMLResponse, CsvResponse),
    )


# ---------------------------------------------------------------- tables

each_mapper = each(MAPPERS, lambda mapper: mapper.class_.__name__)
each_table = each(TABLES, lambda table: table.name)


@each_mapper
def test_every_table_is_of_one_kind_and_every_column_is_classed(mapper: Mapper[Any]) -> None:
    [kind] = [kind for kind in KINDS if issubclass(mapper.class_, kind)]
    assert [column.name for column in mapper.primary_key] == KINDS[kind]
    for column in mapper.columns:
        assert column.info.get("privacy", mapper.class_.PRIVACY) in get_args(Privacy)


@each_mapper
def test_what_is_sealed_is_not_public(mapper: Mapper[Any]) -> None:
    for column in mapper.columns:
        if column.name.endswith(("_sealed", "_index", "_hash")):
            assert column.info.get("privacy", mapper.class_.PRIVACY) in {"personal", "sensitive"}


@each_table
def test_what_is_unique_or_referred_to_stays_with_its_tenant(table: Table) -> None:
    tenant = next(iter(table.primary_key.columns)).name
    for index in table.indexes:
        assert not index.unique or tenant == "id" or index.columns[0].name == tenant
    for key in table.foreign_key_constraints:
        target = key.referred_table
        if len(target.primary_key.columns) > 1:
            assert key.column_keys[0] == tenant == next(iter(target.primary_key.columns)).name
        assert key.ondelete is None
        assert not key.deferrable


@each_table
def test_names_of_constraints_survive_the_names_of_shards(table: Table) -> None:
    named: list[Any] = [*table.constraints, *table.indexes]
    for item in named:
        name = str(item.name)
        if not isinstance(item, Index):
            name = str(getattr(item, "_generated_name", None) or item.name)
        assert len(name) <= 50
        assert not re.search(r"_\d+$", name)


def test_every_model_is_known_to_the_migrations() -> None:
    """A table whose module no feature names is in no migration."""
    named = tuple(module.__name__ for feature in FEATURES for module in feature.models)
    sources = {
        Path(getfile(mapper.class_))
        for mapper in MAPPERS
        if mapper.class_.__module__.startswith(named)
    }
    root = Path(__file__).parents[2] / "app"
    for path in root.rglob("*.py"):
        if "__tablename__ =" in path.read_text():
            assert path in sources


# ---------------------------------------------------------------- statements

SCOPED = [table for table in TABLES if "community_id" in table.primary_key.columns]
TABLE = "|".join(table.name for table in SCOPED)
HOT_MODULES = [
    module for name, module in sorted(sys.modules.items()) if re.match(r"app\..*\.hot$", name)
]
HOT_COMMANDS = [
    command
    for module in HOT_MODULES
    for command in vars(module).values()
    if isinstance(command, HotCommand)
]
HOT = {
    f"{module.__name__} {name}": sql
    for module in HOT_MODULES
    for name, sql in vars(module).items()
    if isinstance(sql, str)
    if name.isupper() and re.search(rf"(?:FROM|JOIN|UPDATE) (?:{TABLE})\b", sql)
} | {
    f"{command.table} {make_sql.__name__}": make_sql(command.table)
    for command in HOT_COMMANDS
    for make_sql in (emit_rows_sql, store_rows_sql)
}


def test_every_statement_of_every_hot_command_is_checked() -> None:
    assert {command.table for command in HOT_COMMANDS} == {
        *("signups", "votes", "tickets", "post_claims", "attendances")
    }
    for command in HOT_COMMANDS:
        assert {command.lock, command.load} <= set(HOT.values())


@each(HOT)
def test_a_hot_statement_names_the_community_for_each_table(name: str) -> None:
    """Citus then asks one shard alone. A join equality is not enough for that, nor an INSERT
    inside a WITH."""
    sql = HOT[name]
    own = re.findall(r"(\w+) AS (?:MATERIALIZED )?\(", sql)  # names of parts, not of tables
    tables = "|".join(table.name for table in SCOPED if table.name not in own)
    seen = re.findall(rf"(?:FROM|JOIN|UPDATE)\s+({tables})\s+(\w+)", sql)
    assert len(seen) == len(re.findall(rf"(?:FROM|JOIN|UPDATE)\s+(?:{tables})\b", sql)) > 0
    for _table, alias in seen:
        assert f"{alias}.community_id = $1" in sql
    for columns in re.findall(rf"INSERT INTO (?:{tables}) AS \w+\s*\((\w+)", sql):
        assert columns == "community_id"
    assert not ("WITH " in sql and "INSERT" in sql)
    assert "now()" not in sql


# Written out, because a generic plan uses a partial index only for literals.


def test_the_states_written_out_for_sign_ups_are_those_of_the_model() -> None:
    [listed] = re.findall(r"g\.status IN \(([^)]+)\)", signups_hot.LOAD)
    assert set(re.findall(r"\w+", listed)) == set(LIVE)


def test_the_states_written_out_for_post_claims_are_those_of_the_model() -> None:
    [listed] = re.findall(r"c\.status IN \(([^)]+)\)", post_claims_hot.LOAD)
    assert set(re.findall(r"\w+", listed)) == set(LIVE_CLAIM)


def test_the_state_written_out_for_tickets_is_that_of_the_model() -> None:
    assert "'submitted', true, false" in tickets_hot.ADD
    assert "submitted" in OPEN


def test_the_states_written_out_for_votes_are_those_of_the_models() -> None:
    """`<> 'annulled'` is what the index of live ballots has."""
    for statement in (voting_hot.LOCK, voting_hot.LOAD):
        excluded = set(re.findall(r"b\.status <> '(\w+)'", statement))
        assert excluded <= {BallotStatus.ANNULLED, BallotStatus.DRAFT}
        assert BallotStatus.ANNULLED in excluded
    assert re.findall(r"SET status = '(\w+)'", voting_hot.MARK) == [RollStatus.VOTED]


def test_the_states_written_out_for_check_ins_are_those_of_the_model() -> None:
    assert set(re.findall(r"status <> '(\w+)'", check_ins_hot.LOCK + check_ins_hot.LOAD)) == (
        set(AttendanceStatus) - ATTENDED
    )
    assert re.findall(r"SET status = '(\w+)'", check_ins_hot.CHECK_IN_ROWS) == [
        Attendance.MOVES["check_in"][1]
    ]
    assert re.findall(r"SET status = '(\w+)'", check_ins_hot.CHECK_OUT_ROWS) == [
        Attendance.MOVES["check_out"][1]
    ]


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE events SET failures=$1 WHERE events.id = $2", ["events"]),
        ("UPDATE events SET failures=$1 WHERE events.community_id = $2 AND events.id = $3", []),
        ("DELETE FROM sessions WHERE sessions.id = $1", ["sessions"]),
        ("SELECT shifts.id FROM shifts WHERE shifts.id = $1 FOR NO KEY UPDATE", ["shifts"]),
        ("SELECT shifts.id FROM shifts WHERE shifts.id = $1", []),
        ("SELECT s.id FROM shifts AS s WHERE s.community_id = $1 FOR UPDATE", []),
        ("UPDATE users SET version=$1 WHERE users.id = $2", []),
    ],
)
def test_the_watch_over_statements_sees(sql: str, named: list[str]) -> None:
    assert tenantless(sql) == named
