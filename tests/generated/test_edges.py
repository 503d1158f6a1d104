"""No value breaks an operation: each field, parameter and part of a path of the API documents is
sent its edges by somebody who may call the operation, and nothing is answered by a 5xx, then or
when what was written is read."""

import json
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import quote
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from app.communities.models import Role, ScopeKind
from app.demo.seed import seed
from app.identity.models import TokenAudience, User
from app.kernel.database.engine import Database
from app.main import create_app
from app.settings import Settings
from tests.client import as_, as_admin, forgiven_client_of_app
from tests.factories import a_login, granted
from tests.generated.edges import GROWING, TEXTS, EdgeCase, Edges
from tests.routes import OPERATIONS, Operation

SETTINGS = Settings.demo(requests_per_minute=10**9)
PEOPLE = 60
CANARY = "canary-key"
TABLES = {
    "activity_id": "activities",
    "administrator_id": "administrators",
    "ballot_id": "ballots",
    "card_id": "cards",
    "category_id": "service_categories",
    "department_id": "departments",
    "grant_id": "role_grants",
    "household_id": "places",
    "link_id": "links",
    "member_id": "department_members",
    "message_id": "inbox_messages",
    "on_behalf_of": "participants",
    "opinion_id": "opinions",
    "organization_id": "party_organizations",
    "participant_id": "participants",
    "place_id": "places",
    "post_id": "posts",
    "region_id": "regions",
    "reply_to": "opinions",
    "shift_id": "shifts",
    "signup_id": "signups",
    "scope_id": "regions",
    "ticket_id": "tickets",
    "topic_id": "topics",
    "user_id": "administrators",
    "work_unit_id": "work_units",
}
"""Tables of the rows that ids in paths and bodies name."""
TABLES_BY_PATH = {
    "post-claims": {"claim_id": "post_claims"},
    "residence-claims": {"claim_id": "residence_claims"},
    "member-registrations": {"registration_id": "member_registrations"},
    "unit-registrations": {"registration_id": "unit_registrations"},
}
SHIFT = {
    "starts_at": "2026-12-12T01:00:00Z",
    "ends_at": "2026-12-12T03:00:00Z",
    **dict.fromkeys(("signup_opens_at", "signup_closes_at", "withdraw_until")),
}
GRANT = {
    **{"login_name": None, "community_id": None, "role": "community_worker"},
    **{"scope_kind": "region", "valid_from": None, "valid_to": "2027-12-12T01:00:00Z"},
}
HERE = "/admin/v1/communities/{community_id}"
MENDED: dict[str, dict[str, Any]] = {
    f"{HERE}/activities/{{activity_id}}/shifts": SHIFT,
    f"{HERE}/shifts/{{shift_id}}": SHIFT,
    "/admin/v1/role-grants": GRANT,
    "/admin/v1/grant-proposals": GRANT,
    "/admin/v1/regions": {"code": "990101001009", "valid_to": None},
}
"""Fields in which the examples of the documents contradict each other."""
ROLES = (Role.COMMUNITY_ADMIN, Role.COMMUNITY_WORKER, Role.PARTY_ADMIN, Role.HANDLER)
CALLING_OUT = {"POST /v1/auth/wechat/sessions", "POST /v1/me/phone"}
"""Operations that answer 503 while WeChat gives no answer."""
SHARES = 4
"""Tests, each of which takes a share of the operations and makes a town of its own."""
PAGING, PAGING_SHARE = {"limit", "cursor"}, 8
"""Parameters of each list, and the share of their edges that each list is sent."""
MAX_CANDIDATES = 4
"""Rows, of different states, that an operation is tried on before its edges are."""
MAX_REFUSED_EDGES = 3
"""Requests of each operation whose every field is wrong."""


class Row(NamedTuple):
    id: UUID
    user_id: UUID | None
    """The resident whom the row belongs to."""


class Call(NamedTuple):
    """A request that is as good as one can be made."""

    path: dict[str, str]
    headers: dict[str, str]
    body: Any
    status: int


class Town:
    """The demo town, with an administrator who holds every role and residents who own its rows."""

    def __init__(self, http: AsyncClient, connection: AsyncConnection, here: UUID) -> None:
        self.http, self.connection, self.here = http, connection, here
        self.staff = UUID(int=0)
        self.rows: dict[str, list[Row]] = {}

    async def read_rows(self) -> None:
        tables = {*TABLES.values()}.union(*(one.values() for one in TABLES_BY_PATH.values()))
        for table in sorted(tables):
            self.rows[table] = await self._rows(table)

    async def _rows(self, table: str) -> list[Row]:
        """A row of each status, those of the community first."""
        columns = await self.connection.scalars(
            text("SELECT column_name FROM information_schema.columns WHERE table_name = :table"),
            {"table": table},
        )
        has = set(columns)
        key = "user_id" if table == "administrators" else "id"
        where = f"t.community_id = '{self.here}'" if "community_id" in has else "true"
        owner, join = "NULL::uuid", ""
        if table == "participants":
            owner = "t.user_id"
        elif "participant_id" in has:
            owner = "p.user_id"
            join = (
                "LEFT JOIN participants p"
                " ON (p.community_id, p.id) = (t.community_id, t.participant_id)"
            )
        status = "t.status" if "status" in has else "1"
        found = await self.connection.execute(
            text(
                f"SELECT DISTINCT ON ({status}) t.{key} AS id, {owner} AS user_id"
                f" FROM {table} t {join} WHERE {where} ORDER BY {status}, t.{key}"
            )
        )
        return [Row(*row) for row in found]

    def candidates(self, operation: Operation, name: str) -> Sequence[Row]:
        for part, tables in TABLES_BY_PATH.items():
            if part in operation.path and name in tables:
                return self.rows[tables[name]]
        return self.rows.get(TABLES.get(name, ""), ())

    def headers(self, operation: Operation, owner: UUID | None) -> dict[str, str]:
        key = None if operation.method == "GET" else "edges-0001"
        takes = {one["name"] for one in operation.spec.get("parameters", ())}
        matched = {"If-Match": "*"} if "If-Match" in takes else {}
        if operation.is_admin:
            return as_admin(self.staff, key) | matched
        return as_(owner or self.resident, key) | matched

    @property
    def resident(self) -> UUID:
        return next(row.user_id for row in self.rows["participants"] if row.user_id is not None)

    @asynccontextmanager
    async def undone(self) -> AsyncIterator[None]:
        """Takes back afterwards whatever happens in the block."""
        nested = await self.connection.begin_nested()
        try:
            yield
        finally:
            await nested.rollback()

    async def send(self, operation: Operation, call: Call, **changes: Any) -> Response:
        path = operation.path.format(**call.path) + changes.get("query", "")
        headers = call.headers | changes.get("headers", {})
        body = changes.get("body", call.body)
        if isinstance(body, bytes):
            return await self.http.request(
                operation.method, path, content=body, headers=headers | {"content-type": "text/csv"}
            )
        content = None if body is None else json.dumps(body).encode()
        headers |= {} if content is None else {"content-type": "application/json"}
        return await self.http.request(operation.method, path, content=content, headers=headers)

    async def best_call(self, operation: Operation) -> Call:
        """Tries rows of different states until one fits."""
        best: Call | None = None
        for tried in islice(self._calls(operation), MAX_CANDIDATES):
            async with self.undone():
                answer = await self.send(operation, tried)
            call = tried._replace(status=answer.status_code)
            if best is None or rank(call.status) < rank(best.status):
                best = call
            if call.status < 300:
                break
        assert best is not None
        return best

    def _calls(self, operation: Operation) -> Iterator[Call]:
        names = [one["name"] for one in operation.spec.get("parameters", ()) if one["in"] == "path"]
        last = next((n for n in reversed(names) if self.candidates(operation, n)), None)
        rows = self.candidates(operation, last) if last else [Row(self.here, None)]
        made = operation.target(community_id="{community_id}")
        for row in rows:
            path = dict(zip(names, example_path(operation, made), strict=True))
            path |= {
                name: str(found[0].id)
                for name in names
                if (found := self.candidates(operation, name))
            }
            path["community_id"] = str(self.here)
            if last:
                path[last] = str(row.id)
            given = operation.body()
            body = (
                self._with_ids(operation, given["json"])
                if "json" in given
                else given.get("content")
            )
            yield Call(path, self.headers(operation, row.user_id), body, 0)

    def _with_ids(self, operation: Operation, body: Any) -> Any:
        if not isinstance(body, dict):
            return body
        known = {
            name: str(rows[0].id) for name in body if (rows := self.candidates(operation, name))
        }
        known |= {"community_id": str(self.here)} if "community_id" in body else {}
        return body | known | MENDED.get(operation.path, {})


def rank(status: int) -> tuple[bool, int]:
    order = (409, 422, 428, 412, 403, 404, 401, 400)
    return status >= 300, order.index(status) if status in order else -1


def example_path(operation: Operation, made: str) -> list[str]:
    """The parts that the operation's own example has in place of its parameters."""
    parts = zip(operation.path.split("/"), made.split("/"), strict=True)
    return [value for template, value in parts if template.startswith("{")]


@pytest.fixture
async def town(database: Database, connection: AsyncConnection) -> AsyncIterator[Town]:
    [here, *_] = await seed(database, SETTINGS, people=PEOPLE)
    async with forgiven_client_of_app(create_app(SETTINGS, database)) as http:
        town = Town(http, connection, here.staff.community_id)
        town.staff = await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        region = await connection.scalar(
            text("SELECT region_id FROM communities WHERE id = :id"), {"id": town.here}
        )
        for role in ROLES:
            await granted(database, role, ScopeKind.REGION, region, user_id=town.staff)
        await town.read_rows()
        await log_in(database, town)
        yield town


async def log_in(database: Database, town: Town) -> None:
    """Everybody who owns a row has a login whose id is that of the user, as in `as_`."""
    owners = {row.user_id for rows in town.rows.values() for row in rows} - {None}
    async with database.transaction() as session:
        for user in await session.scalars(select(User).where(User.id.in_(owners))):
            session.add(a_login(user, TokenAudience.RESIDENT))


@pytest.mark.parametrize("share", range(SHARES))
async def test_no_value_breaks_an_operation(
    town: Town, subtests: pytest.Subtests, share: int
) -> None:
    reached = 0
    for operation in OPERATIONS[share::SHARES]:
        with subtests.test(str(operation)):
            broken: list[str] = []
            async for what, answer in attempts(town, operation):
                reached += answer.status_code < 300
                if answer.status_code >= (504 if str(operation) in CALLING_OUT else 500):
                    broken.append(f"{answer.status_code} {what}")
                if CANARY in answer.text and answer.status_code == 422:
                    broken.append(f"echo {what}")
            assert broken == []
    assert reached > len(OPERATIONS) // SHARES


async def attempts(town: Town, operation: Operation) -> AsyncIterator[tuple[str, Response]]:
    call = await town.best_call(operation)
    async for attempt in bodies(town, operation, call):
        yield attempt
    async for attempt in parameters(town, operation, call):
        yield attempt


async def bodies(
    town: Town, operation: Operation, call: Call
) -> AsyncIterator[tuple[str, Response]]:
    """Each value that the schema lets through by itself, the others together."""
    content = operation.spec.get("requestBody", {}).get("content", {}).get("application/json")
    if content is None:
        return
    edges = Edges(operation.document["components"]["schemas"])
    field = operation.route.body_field
    assert field is not None
    refused: list[Any] = []
    for number, edge in enumerate(edges.of_body(content["schema"], call.body)):
        body = edge.in_body(call.body)
        if body == call.body or is_left_to_others(number, edge):
            continue
        if field.validate(body, {}, loc=("body",))[1]:
            refused.append(body)
            continue
        async with town.undone():
            answer = await town.send(operation, call, body=body)
            yield str(edge), answer
            if answer.status_code < 300 and is_worth_reading(edge.value):
                async for path, read in rereading(town, operation, call, answer):
                    yield f"{edge}, then GET {path}", read
    step = max(1, len(refused) // MAX_REFUSED_EDGES)
    for body in [*refused[::step], *(body for body in refused if CANARY in json.dumps(body))]:
        async with town.undone():
            yield json.dumps(body)[:80], await town.send(operation, call, body=body)


def is_left_to_others(number: int, edge: EdgeCase) -> bool:
    """Texts go the same way everywhere: each field is sent a third of them, in turn."""
    return edge.value in TEXTS and number % 3 > 0


def is_worth_reading(value: Any) -> bool:
    """Texts of a kind are read alike: the longest ones stand for the others."""
    return not isinstance(value, str) or value[:1].isdigit() or value[:1] in GROWING


async def rereading(
    town: Town, operation: Operation, call: Call, answer: Response
) -> AsyncIterator[tuple[str, Response]]:
    """Reads what was written, where it stands and in the lists above, as whoever wrote it."""
    own = operation.path.format(**call.path)
    above = own.rpartition("/")[0]
    me = "/admin/v1/role-grants" if operation.is_admin else "/v1/me"
    paths = {own, above, above.rpartition("/")[0], answer.headers.get("location", own), me}
    if operation.is_admin:
        paths |= {path.removeprefix("/admin") for path in (own, above)}
    for path in sorted(paths):
        is_residents = operation.is_admin and not path.startswith("/admin")
        headers = as_(town.resident) if is_residents else call.headers
        headers = {name: value for name, value in headers.items() if name != "Idempotency-Key"}
        yield path, await town.http.get(path, headers=headers)


async def parameters(
    town: Town, operation: Operation, call: Call
) -> AsyncIterator[tuple[str, Response]]:
    """Each edge of each parameter, one at a time."""
    edges = Edges(operation.document["components"]["schemas"])
    for parameter in operation.spec.get("parameters", ()):
        name, where = parameter["name"], parameter["in"]
        values = list(edges.of_value(parameter["schema"]))
        if name in PAGING:
            values = values[OPERATIONS.index(operation) % PAGING_SHARE :: PAGING_SHARE]
        for value in values:
            if not isinstance(value, str | int | float) or isinstance(value, bool):
                continue
            written = str(value).encode("utf-8", "surrogatepass")
            what = f"{where} {name} = {written[:60]!r}"
            if where == "query":
                query = f"?{name}={quote(written)}"
                if operation.path.endswith("/imports"):
                    query = f"?valid_from=2026-01-01&{query[1:]}" if name != "valid_from" else query
                yield what, await town.send(operation, call, query=query)
            elif where == "path" and written and name != "community_id":
                path = call.path | {name: quote(written, safe="")}
                async with town.undone():
                    yield what, await town.send(operation, call._replace(path=path))
