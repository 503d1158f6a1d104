"""Rules that hold for every request and every answer."""

import logging
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI, Response
from httpx import AsyncClient

from app.kernel import logs
from app.kernel.database.engine import Database
from app.main import create_app
from app.settings import Settings
from tests.client import SETTINGS, an_app, as_, as_admin, client_of_app
from tests.factories import a_community, a_user, staff
from tests.routes import OPERATIONS, Operation

PROBLEM = "application/problem+json"
LISTS = "/v1/communities/{}/activities"


async def sent(http: AsyncClient, operation: Operation, **headers: str) -> Any:
    body = operation.body()
    headers = headers | body.pop("headers", {})
    return await http.request(operation.method, operation.target(), headers=headers, **body)


def assert_dressed(headers: Any) -> None:
    assert headers["strict-transport-security"].startswith("max-age=63072000")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-request-id"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cache-control"]
    assert "server" not in headers


async def test_every_route_answers_with_headers_of_safety(
    http: AsyncClient, subtests: pytest.Subtests
) -> None:
    for operation in OPERATIONS:
        with subtests.test(str(operation)):
            answer = await sent(http, operation)
            assert_dressed(answer.headers)
            assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/nowhere", "/healthz", "/problems/not_found", "/docs"])
async def test_so_does_what_is_no_operation(http: AsyncClient, path: str) -> None:
    assert_dressed((await http.get(path)).headers)


async def test_an_answer_to_a_person_is_stored_nowhere_unless_it_is_validated(
    http: AsyncClient, database: Database
) -> None:
    user, here = await a_user(database), await a_community(database)
    listed = await http.get(LISTS.format(here), headers=as_(user))
    assert listed.headers["cache-control"].startswith("private")
    assert listed.headers["etag"]
    mine = await http.get("/v1/me", headers=as_(user))
    assert (mine.status_code, mine.headers["cache-control"]) == (200, "no-store")


async def test_a_failure_nobody_expected_is_dressed_too(database: Database) -> None:
    app = an_app(database)

    @app.get("/broken")
    async def broken() -> None:
        raise KeyError

    async with client_of_app(app) as http:
        answer = await http.get("/broken")
    assert (answer.status_code, answer.headers["content-type"]) == (500, PROBLEM)
    assert_dressed(answer.headers)
    assert answer.json()["request_id"] == answer.headers["x-request-id"]


async def test_the_id_of_a_request_is_one_everywhere(http: AsyncClient) -> None:
    answer, other = [await http.get("/nowhere") for _ in range(2)]
    assert answer.headers["x-request-id"] == answer.json()["request_id"]
    assert other.json()["request_id"] != answer.json()["request_id"]
    assert logs.request_id.get() == ""


@pytest.mark.parametrize(
    ("sent", "is_told"),
    [
        ("gateway-1", True),
        ("<b>", False),
        ("x" * 65, False),
        ('1", "status": 200, "x": "', False),
        ("1\u2028", False),
    ],
)
async def test_an_id_that_a_client_gives_stands_beside_our_own_and_forges_no_line(
    database: Database, caplog: pytest.LogCaptureFixture, sent: str, is_told: bool
) -> None:
    app = create_app(Settings.demo(log_requests=True), database)
    with caplog.at_level(logging.INFO, "linli.access"):
        async with client_of_app(app) as http:
            answer = await http.get("/nowhere", headers={b"X-Request-Id": sent.encode()})
    assert sent not in (answer.headers["x-request-id"], answer.json()["request_id"])
    [line] = [record for record in caplog.records if record.name == "linli.access"]
    assert getattr(line, "client_request_id", None) == (sent if is_told else None)
    assert is_told or sent not in logs.formatter().format(line)


@pytest.mark.parametrize(
    "sent_as", ["text/plain", "application/xml", "", "text/csv", "multipart/form-data"]
)
async def test_what_is_not_json_is_not_taken(http: AsyncClient, sent_as: str) -> None:
    headers = {"Content-Type": sent_as} if sent_as else {}
    answer = await http.post("/v1/auth/wechat/sessions", content=b"{}", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")
    assert answer.headers["content-type"] == PROBLEM


@pytest.mark.parametrize("sent_as", ["application/json", "Application/JSON; charset=utf-8"])
async def test_json_is_taken_however_it_is_written(http: AsyncClient, sent_as: str) -> None:
    headers = {"Content-Type": sent_as}
    answer = await http.post("/v1/auth/wechat/sessions", content=b"{}", headers=headers)
    assert answer.json()["code"] == "malformed"


async def test_what_is_imported_is_csv(http: AsyncClient) -> None:
    path = f"/admin/v1/communities/{uuid4()}/places/imports"
    as_json = await http.post(path, json={})
    as_csv = await http.post(path, content=b"a", headers={"Content-Type": "text/csv"})
    assert (as_json.status_code, as_csv.status_code) == (415, 401)


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PROPFIND"])
async def test_an_unknown_method_is_not_possible(http: AsyncClient, method: str) -> None:
    answer = await http.request(method, "/nowhere")
    assert (answer.status_code, answer.headers["content-type"]) == (405, PROBLEM)
    assert answer.headers["allow"]


async def test_an_impossible_method_tells_all_possible_ones(http: AsyncClient) -> None:
    """The path may stand in several routers."""
    shifts = f"/admin/v1/communities/{uuid4()}/activities/{uuid4()}"
    answer = await http.patch(shifts)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, PUT")


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "https://admin.linli.test.evil"]
)
async def test_no_other_origin_is_let_in(http: AsyncClient, origin: str) -> None:
    answer = await http.get("/healthz", headers={"Origin": origin})
    assert not [name for name in answer.headers if name.startswith("access-control")]


ADMIN_WEB = "https://admin.linli.test"


async def test_only_the_named_origin_is_let_in(database: Database) -> None:
    app = create_app(Settings.demo(cors_origins=(ADMIN_WEB,)), database)
    asked = {"Access-Control-Request-Method": "GET"}
    async with client_of_app(app) as http:
        allowed = await http.options("/v1/me", headers={"Origin": ADMIN_WEB} | asked)
        assert allowed.headers["access-control-allow-origin"] == ADMIN_WEB
        refused = await http.get("/nowhere", headers={"Origin": ADMIN_WEB})
        assert refused.headers["access-control-allow-origin"] == ADMIN_WEB
        for other in (
            f"{ADMIN_WEB}.evil",
            "https://xadmin.linli.test",
            "null",
            f"{ADMIN_WEB}:8443",
        ):
            answer = await http.options("/v1/me", headers={"Origin": other} | asked)
            assert "access-control-allow-origin" not in answer.headers


async def test_nothing_is_read_beyond_the_limit(database: Database) -> None:
    """100 MB in pieces are cut after 256 KB: the rest is never asked for."""
    read = 0

    async def receive() -> dict[str, Any]:
        nonlocal read
        read += 1
        return {"type": "http.request", "body": b" " * 65_536, "more_body": read < 1600}

    sent_messages: list[Any] = []

    async def send(message: Any) -> None:
        sent_messages.append(message)

    headers = [(b"transfer-encoding", b"chunked"), (b"content-type", b"application/json")]
    headers += [(b"host", b"localhost")]
    scope = {
        **{"type": "http", "method": "POST", "path": "/v1/auth/wechat/sessions", "root_path": ""},
        **{"query_string": b"", "headers": headers, "client": ("127.0.0.1", 1), "scheme": "http"},
        **{"server": ("localhost", 80), "http_version": "1.1"},
    }
    await an_app(database)(scope, receive, send)
    assert sent_messages[0]["status"] == 413
    assert (b"connection", b"close") in sent_messages[0]["headers"]
    assert read == 5


async def call(
    app: FastAPI, path: str, *headers: tuple[bytes, bytes], raw_path: bytes = b""
) -> int:
    """Status of a request whose head is sent as it is given; httpx would mend it."""
    sent_messages: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    async def send(message: Any) -> None:
        sent_messages.append(message)

    scope = {
        **{"type": "http", "method": "GET", "path": path, "root_path": "", "query_string": b""},
        **{"raw_path": raw_path or path.encode(), "headers": list(headers), "scheme": "http"},
        **{"client": ("127.0.0.1", 1), "server": ("localhost", 80), "http_version": "1.1"},
    }
    await app(scope, receive, send)
    assert_dressed({name.decode(): value.decode() for name, value in sent_messages[0]["headers"]})
    status: int = sent_messages[0]["status"]
    return status


HOST = (b"host", b"localhost:8000")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ((HOST,), 404),
        (((b"host", b"LOCALHOST"),), 404),
        (((b"host", b"[::1]:8000"),), 404),
        ((), 400),
        ((HOST, HOST), 400),
        (((b"host", b""),), 421),
        (((b"host", b"evil.example"),), 421),
        (((b"host", b"localhost.evil.example"),), 421),
        (((b"host", b"localhost@evil.example"),), 421),
        ((HOST, (b"authorization", b"Bearer a"), (b"authorization", b"Bearer b")), 400),
        ((HOST, (b"accept", b"a"), (b"accept", b"b")), 404),
    ],
)
async def test_a_request_has_one_host_and_a_known_one(
    database: Database, headers: tuple[tuple[bytes, bytes], ...], status: int
) -> None:
    assert await call(an_app(database), "/nowhere", *headers) == status


async def test_a_probe_may_come_by_any_address(database: Database) -> None:
    assert await call(an_app(database), "/healthz", (b"host", b"10.0.0.7:8000")) == 200


@pytest.mark.parametrize("between", [b"%2f", b"%2F", b"%5c", b"%00"])
async def test_an_encoded_slash_is_no_slash(database: Database, between: bytes) -> None:
    path = f"/v1/communities/{uuid4()}/activities"
    raw = path.encode()[: -len("/activities")] + between + b"activities"
    assert await call(an_app(database), path, HOST) == 401
    assert await call(an_app(database), path, HOST, raw_path=raw) == 404


async def test_a_line_of_log_says_nothing_of_the_address(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(Settings.demo(log_requests=True), database)
    with caplog.at_level(logging.INFO, "linli.access"):
        async with client_of_app(app) as http:
            await http.get(LISTS.format("13800138000"), params={"cursor": "openid-1"})
    [line] = [record for record in caplog.records if record.name == "linli.access"]
    written = logs.formatter().format(line)
    assert '"route": "/v1/communities/{community_id}/activities"' in written
    assert '"status": 401' in written or '"status": 422' in written
    assert "13800138000" not in written
    assert "openid-1" not in written


def counted(app: FastAPI) -> dict[tuple[str, ...], float]:
    [family] = app.state.requests.collect()
    return {
        tuple(sample.labels.values()): sample.value
        for sample in family.samples
        if sample.name.endswith("_count")
    }


async def test_requests_are_counted_by_route_not_by_address(database: Database) -> None:
    app = an_app(database)
    async with client_of_app(app) as http:
        for _ in range(3):
            await http.get(LISTS.format(uuid4()))
        await http.get("/nowhere/13800138000")
        await http.request("PROPFIND", "/nowhere")
    assert counted(app) == {
        ("GET", "/v1/communities/{community_id}/activities", "401"): 3,
        ("GET", "(none)", "404"): 1,
        ("OTHER", "(none)", "405"): 1,
    }


async def test_who_pretends_to_come_from_elsewhere_moves_nothing(database: Database) -> None:
    """The limit of logins is the peer's own where no proxy is trusted."""
    answers = []
    async with client_of_app(an_app(database)) as http:
        for number in range(40):
            answers.append(
                await http.post(
                    "/admin/v1/auth/sessions",
                    json={"username": f"nobody{number}", "password": "x" * 12},
                    headers={"X-Forwarded-For": f"203.0.113.{number}"},
                )
            )
            if answers[-1].status_code == 429:
                break
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) > 0
    assert answers[-1].headers["ratelimit"]


async def test_a_route_may_set_its_own(database: Database) -> None:
    app = an_app(database)

    @app.get("/cached")
    async def cached() -> Response:
        return Response(headers={"Cache-Control": "public, max-age=5"})

    async with client_of_app(app) as http:
        assert (await http.get("/cached")).headers["cache-control"] == "public, max-age=5"


async def test_get_never_writes(http: AsyncClient, database: Database) -> None:
    """Nothing that is read leaves a key, an event or an entry of audit behind."""
    here = await a_community(database)
    worker = await staff(database, here)
    for operation in OPERATIONS:
        if operation.method == "GET":
            headers = as_admin(worker) if operation.is_admin else as_(worker)
            await http.get(operation.target(community_id=here), headers=headers)
    async with database.transaction() as session:
        connection = await session.connection()
        for table in ("idempotency_keys", "events", "audit_entries"):
            found = await connection.exec_driver_sql(f"SELECT count(*) FROM {table}")
            assert found.scalar() == 0


def test_the_demo_is_not_production() -> None:
    assert SETTINGS.serves_docs
    assert not Settings.model_fields["serves_docs"].default


async def test_in_production_no_document_lies_open(database: Database) -> None:
    app = create_app(Settings.demo(serves_docs=False), database)
    async with client_of_app(app) as http:
        for path in ("/docs", "/admin/docs", "/docs/openapi.json", "/openapi.json", "/redoc"):
            assert (await http.get(path)).status_code == 404
        assert (await http.get("/metrics")).status_code == 404
